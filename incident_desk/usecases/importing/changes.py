"""What changed in a row since it was imported: each changed cell an edit that somebody may take, or leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incident_desk.domain.commands import ChangeFields, Command, TakeSheetChanges
from incident_desk.domain.decisions.listing import left_to_do, lines_of
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.importing.changed_here import WrittenHere, says_the_same
from incident_desk.usecases.importing.left_cells import is_left
from incident_desk.usecases.importing.reading import CONCLUSION, ReadRow, RowReader, stand_ins
from incident_desk.usecases.importing.row_texts import Row, SheetRow
from incident_desk.usecases.importing.words import Made, NewWord, new_words, resolved
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import ImportedRow

CLOSED = "closed"
_TIED = frozenset({"category", "subcategory"})  # one says which the other can be

Choice = str | tuple[str, str]
"""What somebody takes: all changes of an incident but those of cells that were changed here, or of an incident the
change of this key."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell, as it stood and as it stands."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field that follows from it. `old` is what the incident says now; None: nothing. `changed_here`: that is what
    somebody wrote here, not what the sheet said before."""

    field: str
    old: Any
    new: Any
    changed_here: bool = False


@dataclass(frozen=True, slots=True)
class ListEdit:
    """The lines of one list, as the sheet said them and says them. `field` is the key of the list. `here`: the lines
    of the incident, where somebody changed or took off here what the sheet says anew."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    here: tuple[str, ...] | None = None

    @property
    def changed_here(self) -> bool:
        return self.here is not None


Edit = FieldEdit | ListEdit


@dataclass(frozen=True, slots=True)
class Change:
    """What is taken or left as one: a cell, or cells that say one thing together, as a day and its hour do.

    `key` tells it from the others of its row. Without edits no field reads the cells, and they are kept as they stand
    now. `closes`: the row was closed since. `refused`: why it cannot be taken now.
    """

    key: str
    cells: tuple[CellChange, ...]
    edits: tuple[Edit, ...] = ()
    closes: bool = False
    refused: Refused | None = None

    @property
    def changed_here(self) -> bool:
        """Whether it would write over what somebody wrote here. Only who names it takes it."""
        return any(edit.changed_here for edit in self.edits)


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row of an incident that is here, with what changed in it."""

    read: ReadRow
    incident: str
    number: str
    position: int
    changes: tuple[Change, ...]
    own: bool = False  # of a sheet that we wrote: there is no row of an old list behind it

    @property
    def cells(self) -> tuple[CellChange, ...]:
        return tuple(cell for change in self.changes for cell in change.cells)

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(edit for change in self.changes for edit in change.edits)

    @property
    def refused(self) -> Refused | None:
        """Why nothing of it can be taken, as of a record that is signed; None where something can."""
        refused = [change.refused for change in self.changes]
        return None if None in refused else next(iter(refused), None)

    def chosen(self, take: Collection[Choice]) -> tuple[Change, ...]:
        """Those of its changes that were asked for and can be taken."""
        every = self.incident in take
        return tuple(
            change for change in self.changes
            if change.refused is None
            and ((every and not change.changed_here) or (self.incident, change.key) in take)
        )  # fmt: skip

    def command(self, chosen: Collection[Change], made: Made) -> Command:
        """The order that takes them over. What is left is offered again: the row stays there as it stood."""
        edits = [edit for change in chosen for edit in change.edits]
        fields = {edit.field: resolved(edit.new, made) for edit in edits if isinstance(edit, FieldEdit)}
        if self.own:
            return ChangeFields(fields)
        closes = any(change.closes for change in chosen)
        lines = [edit for edit in edits if isinstance(edit, ListEdit)]
        return TakeSheetChanges(
            fields, self._row_with(chosen), closes, self.read.closed if closes else None,
            {edit.field: edit.new for edit in lines}, {edit.field: edit.old for edit in lines},
        )  # fmt: skip

    def _row_with(self, chosen: Collection[Change]) -> Row:
        left = {cell.column: cell.old for change in self.changes if change not in chosen for cell in change.cells}
        texts = {**dict(self.read.source.row), **left}
        return tuple((column, text) for column, text in texts.items() if text)

    def tried(self, refusal_of: Callable[[Command], Refused | None]) -> ChangedRow:
        """Each of its changes with the reason for which it cannot be taken."""
        tried = [
            replace(each, refused=each.refused or refusal_of(self.command((each,), stand_ins(new_in((each,))))))
            for each in self.changes
        ]
        return replace(self, changes=tuple(tried))


def new_in(changes: Iterable[Change]) -> list[NewWord]:
    """What the register would get by them."""
    return [word for change in changes for edit in change.edits for word in new_words(edit.new)]


class ChangeReader:
    """Compares rows with what the register keeps of them."""

    def __init__(self, queries: Queries, reader: RowReader) -> None:
        self._queries, self._reader = queries, reader

    def between(self, known: ImportedRow, read: ReadRow) -> ChangedRow | None:
        """None where the incident says already what the sheet says now: its fields, or that it is concluded."""
        record = self._queries.record("incident", known.incident)
        if record is None:
            raise Refused("record_unknown")
        before = self._reader.said(SheetRow(read.source.line, known.row or (), ""))
        cells = cells_between(known.row or (), read.source.row)
        closes = read.into == CONCLUSION != before.into
        closing = self._reader.closing_columns() if closes else frozenset()
        if closes and record.values["status"] == Status.CONCLUDED and closing.issuperset(cells):
            return None
        left = {remark.facts["field"] for remark in filter(is_left, read.remarks)}  # of them the sheet says nothing
        since = WrittenHere(record, self._queries.entries)
        edits = [
            FieldEdit(key, record.values.get(key), read.fields.get(key), since.is_other(key, before.fields.get(key)))
            for key in {**before.fields, **read.fields}
            if before.fields.get(key) != read.fields.get(key) and key not in left
        ]
        groups = [(CLOSED, closing & cells.keys(), ())] if closing & cells.keys() else []
        lines = [
            (f"list {key}", self._reader.columns_of(key) & cells.keys(), _list_edits(record, key, old, new))
            for key in {**before.lists, **read.lists}
            if (old := before.lists.get(key, ())) != (new := read.lists.get(key, ()))
        ]
        changes = grouped(cells, [*groups, *self._of_edits(edits, cells), *lines])
        if not changes:
            return None
        changed = ChangedRow(read, known.incident, known.number, record.position, changes)
        return changed.tried(lambda command: self._reader.refusal_of(record, command))

    def _of_edits(self, edits: Sequence[FieldEdit], cells: Mapping[str, CellChange]) -> list[Group]:
        """An edit that says what the incident says already is none; its cell is told by no other change."""
        return [
            (edit.field, self._reader.columns_of(edit.field) & cells.keys(),
             () if says_the_same(edit.old, edit.new) else (edit,))
            for edit in edits
        ]  # fmt: skip


def _list_edits(record: Record, key: str, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[ListEdit, ...]:
    """None where the lines of the incident are those of the sheet already."""
    to_do = left_to_do(record, key, old, new)
    here = lines_of(record, key)
    changed_here = any(before and now and before not in here for before, now in to_do)
    return (ListEdit(key, old, new, here if changed_here else None),) if to_do else ()


Group = tuple[str, frozenset[str], tuple[Edit, ...]]
"""The key of a change, the changed columns that it comes from, and its edits."""


def cells_between(old: Row, new: Row) -> dict[str, CellChange]:
    """By column the cells that are not as they were."""
    before, now = dict(old), dict(new)
    return {
        column: CellChange(column, before.get(column, ""), now.get(column, ""))
        for column in {**before, **now}
        if before.get(column, "") != now.get(column, "")
    }


def grouped(cells: Mapping[str, CellChange], groups: Sequence[Group]) -> tuple[Change, ...]:
    """Groups that share a cell, or that say one thing, are one change; each cell that is in none is one by itself.

    In the order of the sheet. Nothing is offered for cells that change no field any more: what they say is here.
    """
    joined: list[Group] = []
    for key, columns, edits in groups:
        meets = [each for each in joined if each[1] & columns or (key in _TIED and each[0] in _TIED)]
        joined = [each for each in joined if each not in meets]
        first = meets[0][0] if meets else key
        whole = columns.union(*(each[1] for each in meets))
        joined.append((first, whole, (*(edit for each in meets for edit in each[2]), *edits)))
    closing = frozenset().union(*(columns for key, columns, _ in groups if key == CLOSED))
    changes = [
        Change(key, tuple(cell for name, cell in cells.items() if name in columns), edits, bool(columns & closing))
        for key, columns, edits in joined
        if edits or columns & closing
    ]
    told = frozenset().union(*(columns for _, columns, _ in joined))
    changes += [Change(f"column {name}", (cell,)) for name, cell in cells.items() if name not in told]
    order = list(cells)
    return tuple(sorted(changes, key=lambda change: order.index(change.cells[0].column) if change.cells else 0))
