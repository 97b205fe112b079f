"""Rows that could not come in, as a CSV file: what stood there, on which line, and why. Mended, it comes in again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.usecases.export.guard import guarded, unguarded
from incident_desk.usecases.importing.directory_plan import DirectoryPlan
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.wording import Wording

_SHOWN = 60
_ADDED = ("import.line", "import.reason")


def bad_rows_csv(plan: ImportPlan | DirectoryPlan, wording: Wording) -> bytes:
    """UTF-8 with a mark, so that a spreadsheet program reads it as it is. No text in it is taken for a formula."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([*map(guarded, plan.heading), *map(wording.texts.say, _ADDED)])
    for row in plan.bad:
        texts = dict(row.source.row)
        reasons = "; ".join(said_problem(problem, wording) for problem in row.problems)
        writer.writerow([*(guarded(texts.get(name, "")) for name in plan.heading), row.source.line, guarded(reasons)])
    return target.getvalue().encode("utf-8-sig")


def without_reasons(sheet: Sheet) -> Sheet:
    """A sheet of bad rows as its rows stood before; any other sheet as it is."""
    added = {tuple(Texts(language).say(key) for key in _ADDED) for language in LANGUAGES}
    if sheet.heading[-2:] not in added:
        return sheet
    rows = tuple(tuple(unguarded(cell) if isinstance(cell, str) else cell for cell in row[:-2]) for row in sheet.rows)
    return replace(sheet, heading=tuple(map(unguarded, sheet.heading[:-2])), rows=rows)


def said_problem(problem: RowProblem, wording: Wording) -> str:
    """What is wrong with a row, in a sentence: the column and what stands in it, then why."""
    if problem.refused is not None:
        reason = wording.refusal(problem.refused)
    else:
        reason = wording.texts.say(f"import.{problem.code}", **problem.facts)
    if not problem.column:
        return reason
    value = " ".join(problem.value.split())
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 4] + " ..."
    return wording.texts.say("import.in_column", column=problem.column, value=shown, reason=reason)
