"""Small sheets, written as people write them, and an import from first to last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incident_desk.domain.context import NOBODY
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing.changes import Choice
from incident_desk.usecases.importing.guessing.guess import guess_mapping
from incident_desk.usecases.importing.mapping import FieldSource, SheetMapping
from incident_desk.usecases.importing.own_files import as_written
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.importing.run import ImportDone, run_import
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.sheets import Cell, Sheet
from tests.factories import Desk

SOURCE = "old list.csv"
STORY = "The lift stopped between two floors and the alarm stayed silent"


def table(heading: str, *rows: str, name: str = "Sheet1") -> Sheet:
    """Columns apart by |, empty cells empty."""
    cells = [tuple(cell.strip() or None for cell in row.split("|")) for row in rows]
    return sheet_of([each.strip() for each in heading.split("|")], cells, name)


def sheet_of(heading: Sequence[str], rows: Sequence[Sequence[Cell]], name: str = "Sheet1") -> Sheet:
    return Sheet(name, tuple(heading), tuple(tuple(row) for row in rows), tuple(range(2, len(rows) + 2)))


def with_cell(sheet: Sheet, row: int, column: str, text: Cell) -> Sheet:
    """The sheet with one cell changed; rows count from 0."""
    at = sheet.heading.index(column)
    changed = (*sheet.rows[row][:at], text, *sheet.rows[row][at + 1 :])
    return replace(sheet, rows=(*sheet.rows[:row], changed, *sheet.rows[row + 1 :]))


def mapping(**columns: str) -> SheetMapping:
    """Field by field the column it is read from."""
    return SheetMapping({key: FieldSource((column,)) for key, column in columns.items()})


@dataclass
class Imports:
    """Somebody who imports sheets into one register."""

    desk: Desk

    def guess(self, sheet: Sheet) -> SheetMapping:
        return guess_mapping(sheet, read_names(self.desk.register.queries))

    def plan(self, sheet: Sheet, given: SheetMapping | None = None, source: str = SOURCE) -> ImportPlan:
        actor = self.desk.submitter.actor if self.desk.submitter.actor.id else NOBODY
        sheet = as_written(sheet)
        return plan_import(self.desk.register, actor, sheet, source, given or self.guess(sheet))

    def run(self, plan: ImportPlan, take: Collection[Choice] = (), **how: Any) -> ImportDone:
        return run_import(self.desk.submitter, plan, how.pop("op_id", None) or uuid7(), take=take, **how)

    def take_in(self, sheet: Sheet, given: SheetMapping | None = None, source: str = SOURCE) -> ImportPlan:
        plan = self.plan(sheet, given, source)
        assert [problem.code for problem in plan.problems] == []
        self.run(plan)
        return plan

    def ids(self) -> list[str]:
        """Every incident, in the order in which they came in."""
        rows = self.desk.register.queries.incidents(IncidentFilter(), limit=10_000)
        return [row.id for row in sorted(rows, key=lambda row: row.no)]

    def records(self) -> list[dict[str, Any]]:
        """Their values."""
        return [dict(self.desk.record(incident).values) for incident in self.ids()]
