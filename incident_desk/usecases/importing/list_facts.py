"""What is told of lines of lists before they come in: how many, and what nobody stated of them."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.declarations import Field
from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.reading import CONCLUSION


@dataclass(frozen=True, slots=True)
class ListTold:
    """What one list gets: how many lines in how many rows, those of the row with most of them, and how many of the
    lines somebody still works on."""

    key: str
    lines: int
    rows: int
    open_lines: int
    first: tuple[str, ...]

    @property
    def lacking(self) -> tuple[Field, ...]:
        """Fields that the sheet does not state and somebody has to."""
        return SHEET_LISTS[self.key].lacking if self.open_lines else ()


def lists_told(plan: ImportPlan) -> tuple[ListTold, ...]:
    """Of the rows that are new."""
    found = []
    for key in plan.mapping.lists:
        rows = [(row.lists[key], row.into != CONCLUSION) for row in plan.new if key in row.lists]
        still = sum(len(words) for words, is_open in rows if is_open)
        first = max((words for words, _ in rows), key=len, default=())
        found.append(ListTold(key, sum(len(words) for words, _ in rows), len(rows), still, first))
    return tuple(found)
