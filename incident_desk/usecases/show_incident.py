"""One incident, whole: its values, lists and journal, as plain data and as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE_FIELDS
from incident_desk.domain.journal.entries import ERASED, Entry
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status, Step
from incident_desk.usecases.erasing.told import erased_told, held_told
from incident_desk.usecases.imported_row import cells_as_they_stood, imported_from
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.list_incidents import flat, iso
from incident_desk.usecases.names import Names
from incident_desk.usecases.past_moment import PastMoment
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.record_as_of import record_as_of
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording

_INSTANTS = frozenset({"concluded_at"})
_SYSTEM = frozenset({"unit", "year", "serial", "route", "status", "step", "number"})


def read_whole(queries: Queries, reference: str) -> Record:
    record = queries.record("incident", incident_id(reference, queries))
    if record is None:
        raise Refused("record_unknown_number", value=reference[:60])
    return record


def whole_as_of(queries: Queries, reference: str, wording: Wording, moment: PastMoment) -> dict[str, Any]:
    """Everything about an incident as it stood then, with the names of then and the journal up to there."""
    stood = record_as_of(queries, reference, moment)
    names = stood.names
    row = queries.row_as(stood.record)
    row = row._replace(
        place_name=names.place(row.place), department=names.department(row.place),
        responsible_name=names.person(row.responsible),
    )  # fmt: skip
    return {
        "as_of": {"position": stood.position, "at": iso(stood.record.changed_at), "present": stood.present},
        **without_journal(row, stood.record, names, stood.entries[0].recorded_at),
        "journal": _journal(stood.entries, stood.worded(wording)),
    }


def whole(queries: Queries, reference: str, wording: Wording) -> dict[str, Any]:
    """Everything about an incident. Field values in their plain form; texts exactly as stored."""
    record = read_whole(queries, reference)
    row = queries.row(record.id)
    if row is None or wording.names is None:
        raise Refused("record_unknown_number", value=reference[:60])
    return {
        **without_journal(row, record, wording.names, queries.recorded([row.no])[row.no]),
        "journal": _journal(queries.entries(record.id), wording),
    }


def _journal(entries: Iterable[Entry], wording: Wording) -> list[dict[str, Any]]:
    return [
        {
            "position": line.position, "recorded_at": iso(line.recorded_at), "who": line.who, "what": line.what,
            "changes": [{"field": c.label, "old": c.old, "new": c.new} for c in line.changes],
            "reason": line.reason, "op_id": line.op_id, "kind": line.kind,
        }
        for line in journal_lines(entries, wording)
    ]  # fmt: skip


def without_journal(row: IncidentRow, record: Record, names: Names, recorded: int) -> dict[str, Any]:
    """An incident as it stands, without how it came to be."""
    values = {key: value for key, value in record.values.items() if not key.startswith("step.") and key not in _SYSTEM}
    return {
        **flat(row, names, recorded),
        "fields": _plain(values),
        "steps": {step.key: _mark(record, step) for step in Step if f"step.{int(step)}" in record.values},
        "missing": list(record.values.get("missing", ())),
        "missing_count": row.missing,
        "route": [Step(step).key for step in record.values.get("route", ())],
        **{key: [{"id": item.id, **_plain(item.values)} for item in record.of(key)] for key in LISTS},
    }


def _plain(values: Any) -> dict[str, Any]:
    told = {key: {"erased": True} if value is ERASED else value for key, value in values.items()}
    return {key: iso(value) if key in _INSTANTS and isinstance(value, int) else value for key, value in told.items()}


def _mark(record: Record, step: Step) -> dict[str, Any]:
    mark = record.values[f"step.{int(step)}"]
    return {
        "entered_at": iso(mark.get("entered")), "left_at": iso(mark.get("left")), "how": mark.get("how"),
        "pack": mark.get("pack"),
    }  # fmt: skip


def whole_text(queries: Queries, reference: str, wording: Wording, moment: PastMoment | None = None) -> Iterator[str]:
    """The incident as lines to read at a terminal, as it stands or as it stood."""
    if moment is None:
        record = read_whole(queries, reference)
        yield from _lines(record, queries.entries(record.id), wording)
        return
    stood = record_as_of(queries, reference, moment)
    yield stood.told(wording)
    yield from _lines(stood.record, stood.entries, stood.worded(wording))


def _lines(record: Record, entries: Iterable[Entry], wording: Wording) -> Iterator[str]:
    values, language = record.values, wording.language
    step = values.get("step")
    where = STEP_NAMES[Step(step)][language] if step else STATUS_NAMES[Status(values["status"])][language]
    yield f"{values['number']}  {wording.value(None, values.get('title'))}  ({where})"
    for field in wording.names.pack.all_fields() if wording.names else CORE_FIELDS:
        if field.key in values and field.key != "title":
            text = wording.value(wording.field(field.key), values[field.key])
            yield f"  {field.label[language]}: {text}"
    source = imported_from(values, wording)
    if source:
        yield f"  {wording.texts.say('record.imported')}: {source}"
    for cell in cells_as_they_stood(values, wording):
        yield f"    {cell.heading}: {cell.text}"
    for declared in LISTS.values():
        for item in record.of(declared.key):
            shown = [wording.value(field, item.values.get(field.key)) for field in declared.fields]
            yield f"  {declared.title[language]}: {'; '.join(text for text in shown if text)}"
    if values.get("missing"):
        yield f"  {wording.texts.say('papers.missing_title')}: {wording.needs(values['missing'])}"
    for told in filter(None, (held_told(values, wording), erased_told(values, wording))):
        yield f"  {told}"
    for line in journal_lines(entries, wording):
        reason = f" ({line.reason})" if line.reason else ""
        yield f"  {line.position:>4}  {wording.moment(line.recorded_at)}  {line.who} {line.what}{reason}"
