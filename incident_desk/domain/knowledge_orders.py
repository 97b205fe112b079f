"""Orders about knowledge records, and what each becomes: entries in the record's chain and in those of its incidents.

An incident is named by such a record and does not hold it, so a link changes no value of the incident: it stays as it
was signed, and its journal tells of the link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.decisions.drafting import Case, reason_of
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import OF_ITEM, OF_RECORD, EntryDraft
from incident_desk.domain.knowledge import (
    FORMS,
    INCIDENTS,
    PERSONAL,
    RISKS,
    KnowledgeForm,
    KnowledgeKind,
    KnowledgeState,
    asked,
    form_of,
    risks,
)
from incident_desk.domain.records import Item, Record, pairs
from incident_desk.domain.vocabulary import Role, Status

MAY = (Role.COORDINATOR, Role.MANAGER)
_LEFT_LISTS = frozenset({Status.VOID, Status.JOINED})


@dataclass(frozen=True, slots=True)
class OpenKnowledge(Command):
    """Open a problem, an article, an improvement or a hazard, with the incidents it comes from."""

    kind: str = arg("problem, article, improvement or hazard", shape="knowledge_kind")
    fields: Mapping[str, Any] = arg("What is known: field keys with their values", shape="knowledge_fields")
    incidents: tuple[str, ...] = arg("Incidents it comes from: numbers or ids", ())


@dataclass(frozen=True, slots=True)
class ChangeKnowledge(Command):
    """Change the fields of a problem, an article, an improvement or a hazard."""

    knowledge: str = arg("Its number or id")
    fields: Mapping[str, Any] = arg("Field keys with their new values; null empties one", shape="knowledge_fields")


@dataclass(frozen=True, slots=True)
class LinkIncident(Command):
    """Say that an incident belongs to a problem, an article, an improvement or a hazard."""

    knowledge: str = arg("Its number or id")
    linked: str = arg("The incident: number or id")


@dataclass(frozen=True, slots=True)
class UnlinkIncident(Command):
    """Take an incident out of a problem, an article, an improvement or a hazard again."""

    knowledge: str = arg("Its number or id")
    linked: str = arg("The incident: number or id")
    reason: str = arg("Why it does not belong there")


@dataclass(frozen=True, slots=True)
class ConcludeKnowledge(Command):
    """Conclude a problem, an improvement or a hazard, or withdraw an article."""

    knowledge: str = arg("Its number or id")
    reason: str = arg("How it was solved, or why it does not count any more")


@dataclass(frozen=True, slots=True)
class ReopenKnowledge(Command):
    """Open what was concluded again; an article becomes a draft."""

    knowledge: str = arg("Its number or id")
    reason: str = arg("Why it is opened again")


@dataclass(frozen=True, slots=True)
class PublishArticle(Command):
    """Publish an article, so that it is offered where it applies, until somebody is to look at it again."""

    knowledge: str = arg("Its number or id")
    review_by: str = arg("The day by which somebody looks at it again (ISO)", shape="day")


OF_KNOWN_KNOWLEDGE = (
    ChangeKnowledge, LinkIncident, UnlinkIncident, ConcludeKnowledge, ReopenKnowledge, PublishArticle,
)  # fmt: skip
KNOWLEDGE_ORDERS = (OpenKnowledge, *OF_KNOWN_KNOWLEDGE)


def named_incidents(command: Command) -> tuple[str, ...]:
    """The incidents whose chains an order writes in as well."""
    if isinstance(command, OpenKnowledge):
        return command.incidents
    return (command.linked,) if isinstance(command, LinkIncident | UnlinkIncident) else ()


def prefix_of(command: OpenKnowledge) -> str:
    """What begins the number of a record of that kind."""
    return _form(command.kind).prefix


def decide_knowledge(
    record: Record, command: Command, case: Case, number: tuple[str, int, int] | None
) -> list[EntryDraft]:
    """The entries of the record itself. `number`: unit, year and serial of one that is about to be."""
    if isinstance(command, OpenKnowledge):
        return [_opened(command, case, number or ("", 0, 0))]
    if not record.position:
        raise unknown(command)
    match command:
        case ChangeKnowledge():
            return _changed(record, command, case)
        case ConcludeKnowledge():
            return _moved(record, "knowledge_concluded", KnowledgeState.CONCLUDED, command.reason)
        case ReopenKnowledge():
            return _moved(record, "knowledge_reopened", KnowledgeState.OPEN, command.reason)
        case PublishArticle():
            return _published(record, command, case)
        case _:
            raise ValueError(f"{type(command).__name__} is not about a knowledge record alone")


def unknown(command: Command) -> Refused:
    return Refused("knowledge_unknown", value=str(getattr(command, "knowledge", ""))[:60])


def link(record: Record, incident: Record, new_id: str) -> tuple[list[EntryDraft], list[EntryDraft]]:
    """Entries for the record and for the incident. None where they belong together already."""
    _check_linkable(incident)
    if item_of(record, incident.id) is not None:
        return [], []
    told = {"incident": incident.id, "number": Incident(incident).number}
    data = {"list": INCIDENTS, "item": new_id, "ordinal": record.next_ordinal(INCIDENTS), "removed": False}
    return (
        [EntryDraft("knowledge_linked", data | pairs({}, told, OF_ITEM))],
        [EntryDraft("linked_to_knowledge", _named(record))],
    )


def unlink(record: Record, incident: Record, reason: str) -> tuple[list[EntryDraft], list[EntryDraft]]:
    """The same the other way round, with the reason in both."""
    item = item_of(record, incident.id)
    if item is None:
        raise Refused("knowledge_not_linked", "linked", number=Incident(incident).number)
    why, personal = reason_of(reason), frozenset({"reason"})
    data = {"list": INCIDENTS, "item": item.id, "ordinal": item.ordinal, "removed": True, **why}
    return (
        [EntryDraft("knowledge_unlinked", data, personal)],
        [EntryDraft("unlinked_from_knowledge", _named(record) | why, personal)],
    )


def item_of(record: Record, incident: str) -> Item | None:
    return next((item for item in record.of(INCIDENTS) if item.values.get("incident") == incident), None)


def _named(record: Record) -> dict[str, Any]:
    """How an incident's journal names the record."""
    return {"knowledge": record.id, "of_kind": record.values["kind"], "number": record.values["number"]}


def _check_linkable(incident: Record) -> None:
    if not incident.position:
        raise Refused("record_unknown", "linked")
    if Incident(incident).status in _LEFT_LISTS:
        raise Refused("knowledge_not_linkable", "linked", number=Incident(incident).number)


def _form(kind: str) -> KnowledgeForm:
    if kind not in set(KnowledgeKind):
        raise Refused("choice_unknown", "kind", value=kind[:60], options=[str(each) for each in KnowledgeKind])
    return FORMS[KnowledgeKind(kind)]


def _opened(command: OpenKnowledge, case: Case, number: tuple[str, int, int]) -> EntryDraft:
    form = _form(command.kind)
    unit, year, serial = number
    values = _plain(form, command.fields, case)
    known = {
        "kind": str(form.kind), "number": f"{unit}-{year}-{serial:04d}", "unit": unit, "year": year, "serial": serial,
        "state": str(KnowledgeState.OPEN), **values, **_rated(form, values, case),
    }  # fmt: skip
    _check_needed(form, known)
    return _draft("knowledge_opened", pairs({}, known))


def _changed(record: Record, command: ChangeKnowledge, case: Case) -> list[EntryDraft]:
    form = form_of(record.values)
    if record.values["state"] == KnowledgeState.CONCLUDED:
        raise Refused("knowledge_concluded", number=record.values["number"])
    values = _plain(form, command.fields, case)
    after = {**record.values, **values}
    _check_needed(form, after)
    data = pairs(record.values, values | _rated(form, after, case))
    return [_draft("knowledge_changed", data)] if data else []


def _moved(record: Record, kind: str, state: KnowledgeState, reason: str) -> list[EntryDraft]:
    concluded = record.values["state"] == KnowledgeState.CONCLUDED
    if concluded is (state is KnowledgeState.CONCLUDED):
        raise Refused("knowledge_concluded" if concluded else "knowledge_open", number=record.values["number"])
    return [_draft(kind, pairs(record.values, {"state": str(state)}) | reason_of(reason))]


def _published(record: Record, command: PublishArticle, case: Case) -> list[EntryDraft]:
    form = form_of(record.values)
    if form.kind is not KnowledgeKind.ARTICLE:
        raise Refused("knowledge_no_article", number=record.values["number"])
    if record.values["state"] == KnowledgeState.CONCLUDED:
        raise Refused("knowledge_concluded", number=record.values["number"])
    after = {"state": str(KnowledgeState.PUBLISHED), **_plain(form, {form.due: command.review_by}, case)}
    if after[form.due] is None:
        raise Refused("review_missing", form.due)
    data = pairs(record.values, after)
    return [_draft("article_published", data)] if data else []


def _plain(form: KnowledgeForm, fields: Mapping[str, Any], case: Case) -> dict[str, Any]:
    unknown = sorted(fields.keys() - form.keys)
    if unknown:
        raise Refused("field_unknown", unknown[0])
    declared = {field.key: field for field in form.fields}
    return {key: case.plain(asked(declared[key], case.pack), raw) for key, raw in fields.items()}


def _check_needed(form: KnowledgeForm, values: Mapping[str, Any]) -> None:
    for key in form.needed:
        if not values.get(key):
            raise Refused("knowledge_needs", key)


def _rated(form: KnowledgeForm, values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """What the matrix of today makes of it, with the version of the matrix."""
    if not any(column in form.keys for column, _ in RISKS.values()):
        return {}
    found = risks(values, case.pack)
    matrix = case.pack.matrix
    return found | {"matrix": f"{matrix.id} {matrix.version}" if any(found.values()) else None}


def _draft(kind: str, data: Mapping[str, Any]) -> EntryDraft:
    personal = {key for key in data if key == "reason" or (key[0] == OF_RECORD and key[1:] in PERSONAL)}
    return EntryDraft(kind, data, frozenset(personal))
