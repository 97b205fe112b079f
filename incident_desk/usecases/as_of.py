"""Names as they stood when an entry was written: a record printed next year says what it says today.

Entries of different chains are put in order by the register's clock and, where that is equal, by their op ids. A
clock that was set back can give a chain a beginning later than the entry that names it; it counts as it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby, takewhile
from typing import Any

from incident_desk.domain.chains import EQUIPMENT, PERSON, PLACE, SETTINGS
from incident_desk.domain.equipment_keys import EQUIPMENT_KEYS
from incident_desk.domain.journal.entries import ERASED, Entry
from incident_desk.domain.records import Record, fold
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.equipment import EquipmentList
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import EquipmentRow, PersonRow, PlaceRow, Settings

Before = Mapping[tuple[str, str], Record]
"""By kind and id: what was written to since, as it stood before that."""

_SETTINGS = frozenset(field.name for field in fields(Settings))


def names_as_of(queries: Queries, last: Entry, pack_named: int = 1) -> Names:
    """The directories as they stood with `last`. `pack_named`: the newest version of the pack its record names."""
    present = read_names(queries)  # before what was written since: nothing may slip in between
    before = _before(queries.directories_since(last.recorded_at), last)
    pack, version = queries.pack_as_of(last.recorded_at, last.op_id, pack_named)
    return Names(_settings(present.settings, before), pack, version, _people(present.people, before),
                 _places(present.places, before), _equipment(present.equipment, before))  # fmt: skip


def pack_named(entries: Iterable[Entry]) -> int:
    """The newest version of the pack in the step marks of an incident: "hospital 3.12" is the twelfth."""
    marks = (pair[1] for entry in entries for key, pair in entry.data.items() if key.startswith("=step.") and pair[1])
    return max((int(mark["pack"].rpartition(".")[2]) for mark in marks if "pack" in mark), default=1)


def _before(written: Sequence[tuple[str, str, Entry]], last: Entry) -> Before:
    """The chains of a directory as far as they had come; at least their first entry."""
    found = {}
    for (kind, chain), rows in groupby(written, key=lambda row: row[:2]):
        entries = [row[2] for row in rows]
        known = list(takewhile(lambda entry: _order(entry) <= _order(last), entries)) or entries[:1]
        found[kind, chain] = fold(Record(chain, kind), known)
    return found


def _order(entry: Entry) -> tuple[int, str]:
    return entry.recorded_at, entry.op_id


def _settings(present: Settings, before: Before) -> Settings:
    record = before.get((SETTINGS, present.register_id))
    if record is None:
        return present
    return Settings(present.register_id, **{key: value for key, value in record.values.items() if key in _SETTINGS})


def _people(present: Mapping[str, PersonRow], before: Before) -> Mapping[str, PersonRow]:
    then = {row.id: _person(row, before[PERSON, row.id]) for row in present.values() if (PERSON, row.id) in before}
    return {**present, **then} if then else present


def _person(row: PersonRow, record: Record) -> PersonRow:
    values = record.values
    return replace(
        row, position=record.position, name=_text(values, "name"), job=_text(values, "job"),
        unit=_text(values, "unit"), phone=_text(values, "phone"),
        roles=frozenset(Role(role) for role in values.get("roles", ())), active=bool(values.get("active")),
    )  # fmt: skip


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return "" if value is None or value is ERASED else str(value)


def _places(present: Mapping[str, PlaceRow], before: Before) -> Mapping[str, PlaceRow]:
    """A place is called after those around it, so one that changed may change the others."""
    then = {row.id: _place(row, before[PLACE, row.id]) for row in present.values() if (PLACE, row.id) in before}
    if not then:
        return present
    rows = {**present, **then}
    return {place: _in_the_tree(row, rows) for place, row in rows.items()}


def _place(row: PlaceRow, record: Record) -> PlaceRow:
    values = record.values
    return replace(
        row, position=record.position, name=_text(values, "name"), parent=values.get("parent"),
        code=_text(values, "code"), kind=_text(values, "kind"), active=bool(values.get("active")),
    )  # fmt: skip


def _equipment(present: EquipmentList, before: Before) -> EquipmentList:
    then = {row.id: _piece(row, before[EQUIPMENT, row.id]) for row in present.values() if (EQUIPMENT, row.id) in before}
    return EquipmentList({**present, **then}) if then else present


def _piece(row: EquipmentRow, record: Record) -> EquipmentRow:
    values = record.values
    texts = {key: _text(values, key) for key in EQUIPMENT_KEYS if key not in {"place", "active"}}
    return replace(
        row, position=record.position, place=values.get("place"), active=bool(values.get("active")), **texts
    )  # fmt: skip


def _in_the_tree(row: PlaceRow, rows: Mapping[str, PlaceRow]) -> PlaceRow:
    line, seen = [row], {row.id}
    while (parent := rows.get(line[-1].parent or "")) is not None and parent.id not in seen:
        line.append(parent)
        seen.add(parent.id)
    unit = next((place.code for place in line if place.code), "")
    return replace(row, path=tuple(place.name for place in reversed(line)), unit=unit)
