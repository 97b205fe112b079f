"""What a row of an old list becomes: one entry that says what stood in the sheet, and nothing that did not; lines of
lists follow it, each in its own.

A step that nobody recorded is not filled in: an open row begins in Identification with everything still to be
completed, a closed one comes in concluded and says that its steps were not recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from incident_desk.domain.commands import IMPORT_PLACES, ImportIncident, TakeSheetChanges
from incident_desk.domain.decisions.drafting import Case
from incident_desk.domain.decisions.listing import list_change_drafts, list_drafts
from incident_desk.domain.decisions.reporting import entered
from incident_desk.domain.decisions.standing import rating_values
from incident_desk.domain.decisions.writing import must_be_writable
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import BY_MATRIX, CORE, RATED, RATING_KEYS
from incident_desk.domain.journal.entries import ERASED, EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.domain.text import Text
from incident_desk.domain.titles import title_from
from incident_desk.domain.values import StatedTime, clean_text, micros, normalise
from incident_desk.domain.vocabulary import Kind, Priority, Role, Status, Step

OPENED_AT = "opened_at"
_CAME_UP = ("reported", "discovered", "occurred")
_IN_THE_SHEET = Text("Stated in the old list", "In der alten Liste angegeben")
_CLOSED = replace(CORE["reported"], key="closed")
_LONGEST_SOURCE, _LONGEST_ROW = 1_000, 50_000_000  # letters
_ROW = "imported_row"  # people write names into cells, so it can be erased


def came_up(fields: Mapping[str, Any], zone: str, now: int) -> int:
    """When the record came up: as the sheet says it was reported, else discovered, else occurred, else now."""
    for key in _CAME_UP:
        stated = normalise(CORE[key], fields.get(key), zone)
        earliest = StatedTime.from_json(stated).earliest if stated else None
        if earliest is not None:
            return min(now, micros(earliest))
    return now


def import_incident(case: Case, command: ImportIncident) -> list[EntryDraft]:
    context = case.context
    context.actor.must("import", Role.COORDINATOR)
    if case.incident.exists:
        raise Refused("already_recorded")
    if command.kind not in set(Kind):
        raise Refused("kind_unknown", "kind", value=command.kind[:40])
    number = context.number
    if number is None:
        raise ValueError("a new record needs a number in its context")
    fields = {key: raw for key, raw in command.fields.items() if key != "kind"}
    changes = case.changes({key: raw for key, raw in fields.items() if key not in BY_MATRIX})
    if "=what_happened" not in changes and "=title" not in changes:
        raise Refused("report_empty", "what_happened")
    made = {} if "=title" in changes else {"=title": [None, title_from(changes["=what_happened"][1])]}
    system = {
        "number": str(number), "unit": number.unit, "year": number.year, "serial": number.serial,
        "kind": command.kind, "zone": context.zone, "title_made": bool(made) or None,
        "anonymous": (command.anonymous and not fields.get("reporter_name")) or None,
        "imported_from": clean_text(command.source, _LONGEST_SOURCE, "imported_from"),
        "imported_line": command.line, "imported_key": command.key,
        _ROW: _cells(command.row), **_standing(case, command), **_rated(case, fields),
    }  # fmt: skip
    opened = {OPENED_AT: came_up(fields, context.zone, context.now)}
    entry = _with_row(case.draft("imported", {**opened, **pairs({}, system), **changes, **made}))
    return [entry, *list_drafts(case, command.lists, (entry,))]


def take_sheet_changes(case: Case, command: TakeSheetChanges) -> list[EntryDraft]:
    """What changed in the row since it was imported, and the row as it stands now, in one entry; then the lines."""
    must_be_writable(case)
    if "imported_key" not in case.incident.values:
        raise Refused("not_imported", number=case.incident.number)
    changes = case.changes({key: raw for key, raw in command.fields.items() if key not in BY_MATRIX})
    if changes.get("=title", [None, ""])[1] is None:
        raise Refused("title_empty", "title")
    changes |= _title_after(case, changes)
    closing = _closing(case, command) if command.conclude else {}
    system = {**_rated(case, command.fields), **closing, _ROW: _cells(command.row)}
    data = {**changes, **pairs(case.incident.values, system)}
    taken = [_with_row(case.draft("sheet_changes_taken", data))] if data else []
    return [*taken, *list_change_drafts(case, command.lists_before, command.lists, taken)]


def _title_after(case: Case, changes: Mapping[str, Any]) -> dict[str, Any]:
    """A title that was made from the text is made from the new one; one that somebody wrote is nobody's to make."""
    if not case.incident.values.get("title_made"):
        return {}
    if "=title" in changes:
        return {"=title_made": [True, None]}
    story = changes.get("=what_happened", [None, None])[1]
    return pairs(case.incident.values, {"title": title_from(story)}) if story is not None else {}


def _with_row(draft: EntryDraft) -> EntryDraft:
    return EntryDraft(draft.kind, draft.data, draft.personal | {f"={_ROW}"} & draft.data.keys())


def _cells(row: Sequence[tuple[str, str]]) -> list[list[str]]:
    """What stood in the row. Reading a sheet leaves nothing that cannot be stored, and is not the only way here."""
    clean_text("".join(chain.from_iterable(row)), _LONGEST_ROW, _ROW)
    return [list(cell) for cell in row]


def _standing(case: Case, command: ImportIncident) -> dict[str, Any]:
    if command.into not in IMPORT_PLACES:
        raise Refused("choice_unknown", "into", value=command.into[:40], options=list(IMPORT_PLACES))
    if command.into == "inbox":
        return {"status": str(Status.INBOX)}
    if command.into == "identification":
        step = Step.IDENTIFICATION
        return {"status": str(Status.OPEN), "step": int(step), f"step.{int(step)}": entered(case)}
    return _concluded(case, command.closed)


def _concluded(case: Case, closed: Any) -> dict[str, Any]:
    return {
        "status": str(Status.CONCLUDED), "step": int(Step.CONCLUSION), "steps_not_recorded": True,
        "concluded_at": _concluded_at(case, closed),
    }  # fmt: skip


def _closing(case: Case, command: TakeSheetChanges) -> dict[str, Any]:
    """As if the row had been closed when it came in. What was led on here is concluded here."""
    if case.incident.step not in (None, Step.IDENTIFICATION):
        raise Refused("led_on_here", number=case.incident.number)
    return {**_concluded(case, command.closed), f"step.{int(Step.IDENTIFICATION)}": None}


def _concluded_at(case: Case, closed: Any) -> int | None:
    """Only as the sheet states it. Nobody knows it otherwise."""
    stated = normalise(_CLOSED, closed, case.context.zone)
    earliest = StatedTime.from_json(stated).earliest if stated else None
    return min(case.context.now, micros(earliest)) if earliest else None


def _rated(case: Case, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Ratings as far as the record and the sheet have them: what the sheet says anew counts, and what it empties is
    empty. The matrix answers only where all four of its questions are answered."""
    if not BY_MATRIX & fields.keys():
        return {}
    now = {key: fields[key] if key in fields else case.incident.values.get(key) for key in BY_MATRIX}
    codes = {key: case.plain(case.field(key), now[key]) for key in RATING_KEYS}
    own = None if now["priority_reason"] is ERASED else now["priority_reason"]
    priority, reason = _stated_priority(case, fields), own or _IN_THE_SHEET[case.context.language]
    matrix = case.pack.matrix
    if None not in codes.values():
        return rating_values(matrix, codes, priority, str(reason))
    after: dict[str, Any] = {**dict.fromkeys(RATED), **codes}
    if any(codes.values()):
        after["matrix"] = f"{matrix.id} {matrix.version}"
    if priority:
        after |= {"priority": priority, "priority_reason": case.plain(case.field("priority_reason"), reason)}
    return after


def _stated_priority(case: Case, fields: Mapping[str, Any]) -> str:
    """What the sheet says, else what was chosen here with a reason; "" where the matrix may say it."""
    values = case.incident.values
    stated = fields["priority"] if "priority" in fields else values.get("priority_reason") and values.get("priority")
    if stated and stated not in set(Priority) - {Priority.NOT_SET}:
        raise Refused("priority_unknown", "priority", value=str(stated)[:40])
    return stated or ""
