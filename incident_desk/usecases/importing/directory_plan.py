"""Lists of people, places and equipment from sheets: what is new, what changed, what is here already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.dates import NotRead
from incident_desk.usecases.importing.directory_kinds import What, directory_of
from incident_desk.usecases.importing.guessing.headings import fits
from incident_desk.usecases.importing.problems import RowProblem, of_refusal
from incident_desk.usecases.importing.row_texts import SheetRow, rows_of
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row. `values` are those of the entry, a place by the word of the sheet; `known` is the entry it is about."""

    row: SheetRow
    values: Mapping[str, Any]
    known: str | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryPlan:
    what: What
    columns: Mapping[str, str]  # field -> heading
    new: tuple[ListedRow, ...]
    changed: tuple[ListedRow, ...]
    here: int
    problems: tuple[RowProblem, ...]

    def counts(self) -> dict[str, int]:
        bad = len({problem.line for problem in self.problems})
        rows = len(self.new) + len(self.changed) + self.here + bad
        return {"rows": rows, "new": len(self.new), "here": self.here, "changed": len(self.changed), "bad": bad}


def plan_directory(names: Names, actor: Actor, sheet: Sheet, what: What) -> DirectoryPlan:
    """Raises Refused where no column holds names."""
    columns = _columns(sheet.heading, what)
    if "name" not in columns:
        raise Refused("import_without_names")
    planner = _Planner(names, actor, what, columns)
    for row in rows_of(sheet, ()):
        planner.take(row)
    return DirectoryPlan(
        what, columns, tuple(planner.new), tuple(planner.changed), planner.here, tuple(planner.problems)
    )


def _columns(heading: Sequence[str], what: What) -> dict[str, str]:
    scored = [(score, -n, field, name) for n, name in enumerate(heading) for field, score in fits(name, what).items()]
    chosen: dict[str, str] = {}
    for _, _, field, name in sorted(scored, reverse=True):
        if field not in chosen and name not in chosen.values():
            chosen[field] = name
    return chosen


class _Planner:
    def __init__(self, names: Names, actor: Actor, what: What, columns: Mapping[str, str]) -> None:
        self._columns = columns
        self._directory = directory_of(what, names, actor)
        self._lines: dict[str, int] = {}
        self.new: list[ListedRow] = []
        self.changed: list[ListedRow] = []
        self.problems: list[RowProblem] = []
        self.here = 0

    def take(self, row: SheetRow) -> None:
        try:
            values = self._values(row)
            first = self._lines.setdefault(self._directory.keys(values)[0], row.line)
            if first != row.line:
                self.problems.append(RowProblem(row.line, "", "", "key_twice", {"first": first}))
                return
            self._sort(row, values)
        except _CellNotRead as reason:
            self.problems.append(RowProblem(row.line, reason.column, reason.value, reason.code))
        except Refused as refused:
            self.problems.append(of_refusal(row.line, self._columns.get(refused.field or "", ""), "", refused))

    def _sort(self, row: SheetRow, values: Mapping[str, Any]) -> None:
        known = self._directory.find(values)
        self._directory.attempt(values, known)
        if known is None:
            self.new.append(ListedRow(row, values))
            return
        changed = tuple(key for key, value in values.items() if not self._directory.holds(known, key, value))
        if changed:
            self.changed.append(ListedRow(row, {key: values[key] for key in changed}, known.id, changed))
        else:
            self.here += 1

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
        if "name" not in values:
            raise _CellNotRead(self._columns["name"], "", "name_missing")
        return values


class _CellNotRead(Exception):
    def __init__(self, column: str, value: str, code: str) -> None:
        super().__init__(code)
        self.column, self.value, self.code = column, value, code
