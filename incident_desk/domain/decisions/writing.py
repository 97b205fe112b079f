"""Writing: fields, lines of lists, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incident_desk.domain.absences import check_period
from incident_desk.domain.commands import AddItem, AddNote, ChangeFields, ChangeItem, RemoveItem
from incident_desk.domain.decisions.drafting import Case, item_draft, reason_if_any, reason_of
from incident_desk.domain.declarations import FieldKind, ItemList
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import OF_ITEM, EntryDraft
from incident_desk.domain.lists import BY_PROGRAM, LISTS
from incident_desk.domain.lists_people import ABSENCES
from incident_desk.domain.records import pairs
from incident_desk.domain.vocabulary import Role, Status

_PROGRAM_LISTS = frozenset(declared.key for declared in BY_PROGRAM)
_WRITERS = (Role.COORDINATOR, Role.MANAGER)


def change_fields(case: Case, command: ChangeFields) -> list[EntryDraft]:
    must_be_writable(case)
    return field_drafts(case, command.fields, command.reason)


def field_drafts(case: Case, fields: Mapping[str, Any], reason: str = "") -> list[EntryDraft]:
    """One draft with the fields that really change, or none."""
    changes = case.changes(fields)
    if changes.get("=title", [None, ""])[1] is None:
        raise Refused("title_empty", "title")
    if "=title" in changes and case.incident.values.get("title_made"):
        changes["=title_made"] = [True, None]
    return [case.draft("fields_changed", changes | reason_if_any(reason))] if changes else []


def add_item(case: Case, command: AddItem) -> list[EntryDraft]:
    declared = _by_hand(command.list)
    must_be_writable(case, follow_up=declared.follow_up)
    values = _item_values(case, declared, command.fields)
    absent = [key for key in declared.needed if values.get(key) is None]
    if absent:
        raise Refused("item_incomplete", absent[0], list=declared.key, missing=absent)
    if declared is ABSENCES:
        check_period(case.incident.record, values)
    return [item_draft(case, declared, values)]


def change_item(case: Case, command: ChangeItem) -> list[EntryDraft]:
    item = case.item(command.item)
    declared = _by_hand(item.list)
    must_be_writable(case, follow_up=declared.follow_up)
    _must_not_be_fixed(declared)
    values = _item_values(case, declared, command.fields, item.values)
    emptied = [key for key in declared.needed if key in values and values[key] is None]
    if emptied:
        raise Refused("item_incomplete", emptied[0], list=declared.key, missing=emptied)
    if declared is ABSENCES:
        check_period(case.incident.record, {**item.values, **values}, item.id)
    changes = pairs(item.values, values, OF_ITEM)
    if not changes:
        return []
    data = {"list": item.list, "item": item.id, "ordinal": item.ordinal, **changes}
    data |= reason_if_any(command.reason)
    return [case.draft("item_changed", data, declared)]


def remove_item(case: Case, command: RemoveItem) -> list[EntryDraft]:
    item = case.item(command.item)
    declared = LISTS[item.list]
    must_be_writable(case, follow_up=declared.follow_up)
    _must_not_be_fixed(declared)
    if item.list in {"sign_offs", "joined"}:
        raise Refused("list_by_program", "list", list=item.list)
    reason = reason_of(command.reason) if item.list == "attachments" else reason_if_any(command.reason)
    data = {"list": item.list, "item": item.id, "ordinal": item.ordinal, "removed": True}
    return [case.draft("item_removed", data | reason)]


def add_note(case: Case, command: AddNote) -> list[EntryDraft]:
    must_be_readable(case.incident)
    case.context.actor.must("note", *_WRITERS)
    text = reason_of(command.text, "note_empty")["reason"]
    return [case.draft("noted", {"text": text})]


def must_be_readable(incident: Incident) -> None:
    if not incident.exists:
        raise Refused("record_unknown")


def must_be_writable(case: Case, *, follow_up: bool = False) -> None:
    """The five steps are locked by a signature; the follow-up part stays open."""
    incident = case.incident
    must_be_readable(incident)
    case.context.actor.must("write", *_WRITERS)
    if incident.status in {Status.VOID, Status.JOINED, Status.NOT_REPORTABLE}:
        raise Refused("record_closed", number=incident.number, status=str(incident.status))
    if incident.locked and not follow_up:
        raise Refused("locked_by_sign_off", number=incident.number)


def _by_hand(list_key: str) -> ItemList:
    if list_key in _PROGRAM_LISTS:
        raise Refused("list_by_program", "list", list=list_key)
    if list_key not in LISTS:
        raise Refused("list_unknown", "list", value=list_key[:60])
    return LISTS[list_key]


def _must_not_be_fixed(declared: ItemList) -> None:
    if declared.fixed:
        raise Refused("line_fixed", "list", list=declared.key)


def _item_values(
    case: Case, declared: ItemList, fields: Mapping[str, Any], before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    known = declared.by_key
    unknown = sorted(fields.keys() - known.keys())
    if unknown:
        raise Refused("field_unknown", unknown[0])
    values = {key: case.plain(known[key], raw) for key, raw in fields.items()}
    _check_order({**(before or {}), **values}, known)
    return values


def _check_order(values: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """A line cannot end before it began."""
    since, lifted = values.get("since"), values.get("lifted")
    if not since or not lifted or known["since"].kind is not FieldKind.TIME:
        return
    if lifted["latest"] and since["earliest"] and lifted["latest"] < since["earliest"]:
        raise Refused("times_out_of_order", "lifted", first="since", second="lifted")
