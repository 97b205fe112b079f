"""The lines that a row says for lists."""

from __future__ import annotations

from collections.abc import Mapping

from incident_desk.domain.declarations import MAX_LENGTH
from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.usecases.importing.cells import is_error
from incident_desk.usecases.importing.list_cells import says_nothing, split_list
from incident_desk.usecases.importing.mapping import ListSource, SheetMapping
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.importing.row_texts import SheetRow, cell_text
from incident_desk.usecases.sheets import Sheet

Lines = Mapping[str, tuple[str, ...]]
_LOOKED_AT = 2000  # rows in which examples are looked for


def read_lists(row: SheetRow, mapping: SheetMapping) -> tuple[Lines, tuple[RowProblem, ...]]:
    """By list its lines, and the cells of which a line is too long for a list: it stays in the row as it stood."""
    texts, lists, remarks = dict(row.row), dict[str, tuple[str, ...]](), list[RowProblem]()
    for key, source in mapping.lists.items():
        found: list[str] = []
        for column in source.columns:
            longest = MAX_LENGTH[SHEET_LISTS[key].text.kind]
            lines = _lines_of(texts.get(column, ""), source)
            found += (line for line in lines if len(line) <= longest)
            if any(len(line) > longest for line in lines):
                remarks.append(RowProblem(row.line, column, texts[column], "line_too_long", {"limit": longest}))
        if found:
            lists[key] = tuple(found)
    return lists, tuple(remarks)


def _lines_of(text: str, source: ListSource) -> tuple[str, ...]:
    return () if is_error(text) or says_nothing(text) else split_list(text, source.split)


def list_examples(sheet: Sheet, source: ListSource, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The lines of some cells: of those with several first, for one that is not parted shows nothing."""
    found: list[tuple[str, ...]] = []
    places = [sheet.heading.index(column) for column in source.columns]
    for cells in sheet.rows[:_LOOKED_AT]:
        lines = tuple(line for place in places for line in _lines_of(cell_text(cells[place]), source))
        if lines and lines not in found:
            found.append(lines)
    return tuple(sorted(found, key=len, reverse=True)[:most])
