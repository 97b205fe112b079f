"""Lists of people, places and equipment from sheets: what is new, what changed, what is here already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record
from incident_desk.usecases.importing.dates import NotRead
from incident_desk.usecases.importing.directory_kinds import Directory, Entry, Values, What, directory_of
from incident_desk.usecases.importing.directory_levels import PATH, levels_of, parent_key, path_key, places_of
from incident_desk.usecases.importing.directory_writers import (
    KIND_OF,
    by_word,
    stand_in,
    unknown_places,
    writer_of,
)
from incident_desk.usecases.importing.guessing.headings import fits
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.problems import RowProblem, of_refusal
from incident_desk.usecases.importing.row_texts import SheetRow, rows_of
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_Refusals = dict[int, Refused]  # by line


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row. `values` are those of the entry, a place by the word of the sheet; `known` is the entry it is about."""

    row: SheetRow
    values: Values
    known: Entry | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot come in."""

    source: SheetRow
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True)
class DirectoryPlan:
    what: What
    heading: tuple[str, ...]
    columns: Mapping[str, str]  # field -> heading
    new: tuple[ListedRow, ...]
    changed: tuple[ListedRow, ...]
    here: int
    bad: tuple[RefusedRow, ...]
    unknown_places: tuple[str, ...] = ()  # words for places that are neither here nor in the list
    new_places: tuple[str, ...] = ()  # those of them that are made with it
    levels: tuple[str, ...] = ()  # columns of places that lie in one another, from outside in

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        return tuple(problem for row in self.bad for problem in row.problems)

    def counts(self) -> dict[str, int]:
        new, changed, bad = len(self.new), len(self.changed), len(self.bad)
        rows = new + changed + self.here + bad
        return {"rows": rows, "new": new, "here": self.here, "changed": changed, "bad": bad}


def plan_directory(
    names: Names, actor: Actor, sheet: Sheet, what: What, *, with_places: bool = False
) -> DirectoryPlan:  # fmt: skip
    """Raises Refused where no column holds names. `with_places`: places that are not here are made."""
    levels = levels_of(sheet.heading) if what == "places" else ()
    columns = _columns(sheet.heading, what, levels)
    if "name" not in columns:
        raise Refused("import_without_names")
    directory, rows = directory_of(what, names), rows_of(sheet, ())
    directory.look_at(columns, rows)
    sorter = _Sorter(directory, columns, levels)
    for row in rows:
        sorter.take(row)
    unknown = unknown_places(what, actor, names, [row.values for row in sorter.coming])
    new_places = unknown if with_places else ()
    refused = _Trial(what, actor, names, new_places).refused(sorter.coming)
    for listed in sorter.coming:
        if (reason := refused.get(listed.row.line)) is not None:
            column = columns.get(reason.field or "", "")
            text = " ".join(listed.row.text(column).split())
            sorter.refuse(listed.row, of_refusal(listed.row.line, column, text, reason))
    coming = [listed for listed in sorter.coming if listed.row.line not in refused]
    return DirectoryPlan(
        what, sheet.heading, columns, tuple(each for each in coming if each.known is None),
        tuple(each for each in coming if each.known is not None), sorter.here,
        tuple(sorted(sorter.bad, key=lambda row: row.source.line)), unknown, new_places, levels,
    )  # fmt: skip


def _columns(heading: Sequence[str], what: What, levels: Sequence[str]) -> dict[str, str]:
    """Field by field the column it is read from. A name in two columns is read from `name` and `first`."""
    scored = [(score, -n, field, name) for n, name in enumerate(heading) for field, score in fits(name, what).items()]
    chosen: dict[str, str] = {"name": levels[-1]} if levels else {}
    scored = [each for each in scored if each[3] not in levels and (not levels or each[2] != "parent")]
    for _, _, field, name in sorted(scored, reverse=True):
        if field not in chosen and name not in chosen.values():
            chosen[field] = name
    last = chosen.pop("last", None)
    if last is not None and ("name" not in chosen or "first" in chosen):
        chosen["name"] = last
    if "name" not in chosen and "first" in chosen:
        chosen["name"] = chosen.pop("first")
    return chosen


class _Sorter:
    """Reads row by row, and tells what comes in or changes from what is here. Two rows are never about one entry."""

    def __init__(self, directory: Directory[Any], columns: Mapping[str, str], levels: Sequence[str]) -> None:
        self._directory, self._columns, self._levels = directory, columns, levels
        self._lines: dict[str, int] = {}
        self._named: set[str] = set()  # places of levels, by path
        self._around: dict[str, int | None] = {}  # those that no row is about so far, with where they stand in `coming`
        self.coming: list[ListedRow] = []
        self.bad: list[RefusedRow] = []
        self.here = 0

    def take(self, row: SheetRow) -> None:
        try:
            values = self._values(row)
        except _CellNotRead as reason:
            self.refuse(row, RowProblem(row.line, reason.column, reason.value, reason.code))
            return
        if self._levels:
            self._take_places(row, values)
        else:
            self._sort(row, values)

    def _take_places(self, row: SheetRow, values: dict[str, Any]) -> None:
        """Each place a row names; those around the innermost once for all rows."""
        *around, place = places_of(row, self._levels, values)
        for each in around:
            key = path_key(each[PATH])
            if key not in self._named:
                self._named.add(key)
                self._around[key] = self._place(self._listed(row, each, self._directory.find(each)))
        key = path_key(place[PATH])
        if key not in self._around:
            self._named.add(key)
            self._sort(row, place)
        elif not {"name", "parent", PATH} >= set(place):
            self._sort(row, place, at=self._around.pop(key), is_around=True)

    def _sort(self, row: SheetRow, values: Values, at: int | None = None, *, is_around: bool = False) -> None:
        """`is_around`: about a place that was named around others before, and stands at `at` if it comes in."""
        known = self._directory.find(values)
        first = self._first_about(row, values, known)
        if first != row.line:
            self.refuse(row, RowProblem(row.line, "", "", "entry_twice", {"first": first}))
            return
        self.here -= is_around and at is None
        self._place(self._listed(row, values, known), at)

    def _listed(self, row: SheetRow, values: Values, known: Entry | None) -> ListedRow | None:
        """What comes in of a row, None where it is here already."""
        if known is None:
            return ListedRow(row, values)
        changed = tuple(key for key, value in values.items() if not self._directory.holds(known, key, value))
        return ListedRow(row, {key: values[key] for key in changed}, known, changed) if changed else None

    def _place(self, listed: ListedRow | None, at: int | None = None) -> int | None:
        """Where it stands among those that come in."""
        if listed is None:
            self.here += 1
            return None
        if at is None:
            self.coming.append(listed)
            return len(self.coming) - 1
        self.coming[at] = listed
        return at

    def refuse(self, row: SheetRow, problem: RowProblem) -> None:
        self.bad.append(RefusedRow(row, (problem,)))

    def _first_about(self, row: SheetRow, values: Values, known: Entry | None) -> int:
        """The line that is about the same entry, by what it says or by what it is found to be; else its own."""
        marks = [f"key {self._directory.keys(values)[0]}", *([f"entry {known.id}"] if known else [])]
        first = min((self._lines[mark] for mark in marks if mark in self._lines), default=row.line)
        for mark in marks:
            self._lines.setdefault(mark, first)
        return first

    def _values(self, row: SheetRow) -> dict[str, Any]:
        """What the row states. An empty cell states nothing, and changes nothing."""
        values = {}
        for field, column in self._columns.items():
            text = " ".join(row.text(column).split())
            if text:
                try:
                    values[field] = self._directory.read(field, text)
                except NotRead as reason:
                    raise _CellNotRead(column, text, reason.code) from None
        values = self._directory.whole(values)
        if "name" not in values and not any(row.text(column).strip() for column in self._levels):
            raise _CellNotRead(self._columns["name"], "", "name_missing")
        return values


class _Trial:
    """Has the very writer of the run take the rows, on stand-ins of the records: what it refuses is told beforehand."""

    def __init__(self, what: What, actor: Actor, names: Names, new_places: Sequence[str]) -> None:
        self._what, self._actor, self._names = what, actor, names
        self._places = {folded(word): f"place {n}" for n, word in enumerate(new_places)}

    def refused(self, rows: Sequence[ListedRow]) -> _Refusals:
        """By line. What leans on a row that is refused is refused with it, so they are tried until all others pass."""
        found: _Refusals = {}
        while more := self._pass([row for row in rows if row.row.line not in found]):
            found |= more
        return found

    def _pass(self, rows: Sequence[ListedRow]) -> _Refusals:
        kind = KIND_OF[self._what]
        new = {f"row {n}": row for n, row in enumerate(rows) if row.known is None}
        coming = {record_id: row.values for record_id, row in new.items()}
        writer = writer_of(self._what, self._actor, self._names, coming, self._places)
        found: _Refusals = {}
        for record_id, row in new.items():
            try:
                writer.added(Record(record_id, kind), row.values)
            except Refused as refused:
                found[row.row.line] = refused
        for row in rows:
            try:
                if row.known is not None:
                    writer.changed(stand_in(kind, row.known), row.values)
            except Refused as refused:
                found[row.row.line] = refused
        return found | _within(found, rows, new)


def _within(refused: Mapping[int, Refused], rows: Sequence[ListedRow], new: Mapping[str, ListedRow]) -> _Refusals:
    """Rows of places that lie in a refused one of the same sheet, however deep: one pass for each level takes long."""
    owner = {word: new[record_id] for word, record_id in by_word({key: row.values for key, row in new.items()}).items()}
    inner: dict[int, list[ListedRow]] = {}
    for row in rows:
        parent = owner.get(parent_key(row.values))
        if parent is not None:
            inner.setdefault(parent.row.line, []).append(row)
    found: _Refusals = {}
    waiting = list(refused)
    while waiting:
        for row in inner.pop(waiting.pop(), ()):
            if row.row.line not in refused:
                found[row.row.line] = Refused("place_unknown", "parent", value=str(row.values["parent"])[:60])
                waiting.append(row.row.line)
    return found


class _CellNotRead(Exception):
    def __init__(self, column: str, value: str, code: str) -> None:
        super().__init__(code)
        self.column, self.value, self.code = column, value, code
