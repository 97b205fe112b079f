"""What changed in a row since it was imported: each changed cell an edit that somebody may take, or leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from incident_desk.domain.commands import ChangeFields, Command, TakeSheetChanges
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.reading import ReadRow, RowReader
from incident_desk.usecases.importing.words import Made, NewWord
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import ImportedRow


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell, as it stood and as it stands."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field that follows from it. `old` is what the incident says now; None: nothing."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """`refused`: why the edits cannot be taken now, such as a record that is signed or concluded."""

    read: ReadRow
    incident: str
    number: str
    position: int
    cells: tuple[CellChange, ...]
    edits: tuple[FieldEdit, ...]
    refused: Refused | None = None
    own: bool = False  # of a sheet that we wrote: there is no row of an old list behind it

    def command(self, made: Made) -> Command:
        fields = {
            edit.field: made.get(edit.new.identity) if isinstance(edit.new, NewWord) else edit.new
            for edit in self.edits
        }
        return ChangeFields(fields) if self.own else TakeSheetChanges(fields, self.read.source.row)


class ChangeReader:
    """Compares rows with what the register keeps of them."""

    def __init__(self, queries: Queries, reader: RowReader) -> None:
        self._queries, self._reader = queries, reader

    def between(self, known: ImportedRow, read: ReadRow) -> ChangedRow:
        record = self._queries.record("incident", known.incident)
        if record is None:
            raise Refused("record_unknown")
        before, _ = self._reader.fields_of(known.row or (), read.source.line)
        keys = [key for key in {**before, **read.fields} if before.get(key) != read.fields.get(key)]
        edits = [FieldEdit(key, record.values.get(key), read.fields.get(key)) for key in keys]
        told = tuple(edit for edit in edits if edit.old != edit.new)
        changed = ChangedRow(
            read,
            known.incident,
            known.number,
            record.position,
            _cells(dict(known.row or ()), dict(read.source.row)),
            told,
        )
        refused = self._reader.refusal_of(record, changed.command)
        return replace(changed, refused=refused)


def _cells(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[CellChange, ...]:
    columns = [column for column in {**old, **new} if old.get(column, "") != new.get(column, "")]
    return tuple(CellChange(column, old.get(column, ""), new.get(column, "")) for column in columns)
