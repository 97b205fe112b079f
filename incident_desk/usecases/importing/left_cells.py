"""Cells that are no date or no number where there should be one: nothing is read from them, and they cost no row.

They stay in the row as it stood. Words such as "unknown" come again and again, so they are told together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.usecases.importing.mapping import CLOSED_ON
from incident_desk.usecases.importing.problems import RowProblem

LEFT = {FieldKind.TIME: "no_date", FieldKind.DATE: "no_date", FieldKind.NUMBER: "no_number"}
"""By the kind of the field what is said of its cells."""
_CLOSED, _OPEN = "closed_no_day", "still_open"
_CODES = frozenset([*LEFT.values(), _CLOSED, _OPEN])


@dataclass(frozen=True, slots=True)
class CellsLeft:
    """Cells of one field that were left as they stand. `words`: what stands in them and how often, the most first."""

    field: str
    code: str
    words: tuple[tuple[str, int], ...]
    lines: tuple[int, ...]


def left_cell(declared: Field, problem: RowProblem) -> RowProblem:
    """What is said of a cell that could not be read, in place of why."""
    return replace(problem, code=LEFT[declared.kind], facts={"field": declared.key})


def tells_closing(remark: RowProblem) -> bool:
    """Whether it is about a cell that should say when a row was closed, and does not."""
    return remark.code in LEFT.values() and remark.facts.get("field") == CLOSED_ON


def not_closed_yet(problem: RowProblem) -> RowProblem:
    """What is said of a closing day that is none yet: it lies ahead, or words beside it say so."""
    return replace(problem, code=_OPEN, facts={"field": CLOSED_ON})


def of_closing(remark: RowProblem, *, closed: bool) -> RowProblem:
    """The same, saying what becomes of the row where that is what the cell is about."""
    is_about_it = remark.code in _CODES and remark.facts.get("field") == CLOSED_ON
    return replace(remark, code=_CLOSED if closed else _OPEN) if is_about_it else remark


def is_left(remark: RowProblem) -> bool:
    return remark.code in _CODES


def cells_left(remarks: Iterable[RowProblem]) -> tuple[CellsLeft, ...]:
    """Those of each field together, in the order of the sheet."""
    found: dict[tuple[str, str], list[RowProblem]] = {}
    for remark in filter(is_left, remarks):
        found.setdefault((remark.facts["field"], remark.code), []).append(remark)
    return tuple(
        CellsLeft(field, code, tuple(Counter(" ".join(each.value.split()) for each in cells).most_common()),
                  tuple(each.line for each in cells))
        for (field, code), cells in found.items()
    )  # fmt: skip
