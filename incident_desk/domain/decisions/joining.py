"""Joining: two records tell of the same event. One goes on with everything that was written, the other is kept and
names it.

The record that goes on takes in the other's narrative, every line of its lists and every field it does not state
itself. What both state differently stays readable in the record that was joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from incident_desk.domain.commands import JoinReport
from incident_desk.domain.decisions.drafting import Case, item_draft, reason_if_any
from incident_desk.domain.decisions.writing import must_be_writable
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import BY_MATRIX, RATED
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import ERASED, EntryDraft
from incident_desk.domain.lists import JOINED, LISTS, SIGN_OFFS
from incident_desk.domain.records import Item, pairs, patched
from incident_desk.domain.vocabulary import Role, Status

# Told by the line of the joined report itself, true of one record alone, or taken together or not at all.
_REPORTER = ("reporter", "reporter_name")
_NOT_TAKEN = BY_MATRIX | {"title", "what_happened", "kind", *_REPORTER}


def join_report(case: Case, command: JoinReport, target: Incident) -> list[EntryDraft]:
    """The entry on the record that is joined; `receive_joined` gives those on the one that goes on."""
    case.context.actor.must("triage", Role.COORDINATOR)
    if not case.incident.exists:
        raise Refused("record_unknown")
    if case.incident.status is not Status.INBOX:
        must_be_writable(case)
    if target.id == case.incident.id:
        raise Refused("join_itself", "into")
    if target.status is not Status.OPEN or target.locked:
        raise Refused("join_not_open", "into", number=target.number)
    after = {"status": str(Status.JOINED), "joined_to": target.id, "joined_number": target.number}
    return [case.draft("joined", pairs(case.incident.values, after) | reason_if_any(command.reason))]


def receive_joined(case: Case, report: Incident) -> list[EntryDraft]:
    """The entries on the record that takes the other in: its words, its lines, and what only it states."""
    made = report.values.get("title_made")
    told = {
        "number": report.number,
        "title": None if made else report.values.get("title"),
        "what_happened": report.values.get("what_happened") or report.values.get("title"),
        **{key: report.values.get(key) for key in _REPORTER},
    }
    if told["what_happened"] == told["title"]:
        told["title"] = None
    drafts = [item_draft(case, JOINED, _stated(told))]
    drafts += _lines(_after(case, drafts), report.record.items.values())
    for kind, taken in (("fields_changed", _fields(case, report)), ("rated", _rating(case, report))):
        if taken:
            drafts.append(case.draft(kind, pairs(case.incident.values, taken)))
    return drafts


def _lines(case: Case, items: Iterable[Item]) -> list[EntryDraft]:
    """Every line that the record does not have in the same words."""
    here = [(item.list, dict(item.values)) for item in case.incident.record.items.values() if not item.removed]
    drafts: list[EntryDraft] = []
    for item in sorted(items, key=lambda each: (each.list, each.ordinal)):
        values = _stated(item.values)
        if item.removed or item.list == SIGN_OFFS.key or (item.list, values) in here:
            continue
        drafts.append(item_draft(_after(case, drafts), LISTS[item.list], values))
    return drafts


def _after(case: Case, drafts: Iterable[EntryDraft]) -> Case:
    """The case as it stands once these lines are there, so that the next one gets the next place of its list."""
    record = case.incident.record
    for draft in drafts:
        record = patched(record, draft.data)
    return replace(case, incident=Incident(record))


def _fields(case: Case, report: Incident) -> dict[str, Any]:
    """What only the joined record states. The questions of another category do not fit this one."""
    values = case.incident.values
    category = values.get("category", report.values.get("category"))
    taken = {
        key: value
        for key, value in _stated(report.values).items()
        if key not in values and key not in _NOT_TAKEN and _is_asked(case, key, str(category))
    }
    if "subcategory" in taken and not str(taken["subcategory"]).startswith(f"{category}."):
        del taken["subcategory"]
    return taken | _reporter(case, report)


def _reporter(case: Case, report: Incident) -> dict[str, Any]:
    """Who reported it, where the record that goes on knows nobody. Where it was reported without a name it stays so."""
    values = case.incident.values
    if values.get("anonymous") or any(key in _stated(values) for key in _REPORTER):
        return {}
    return {key: value for key, value in _stated(report.values).items() if key in _REPORTER}


def _rating(case: Case, report: Incident) -> dict[str, Any]:
    """The priority and what it came from. Of two ratings no third one is made."""
    if any(key in _stated(case.incident.values) for key in RATED):
        return {}
    return {key: value for key, value in _stated(report.values).items() if key in RATED}


def _is_asked(case: Case, key: str, category: str) -> bool:
    field = case.pack.field(key)
    return field is not None and (field.section != "category_questions" or field in case.pack.questions(category))


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None and value is not ERASED}
