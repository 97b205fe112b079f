"""Cells side by side: a row of a table, of facts, of boxes. A row taller than a page is cut between its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from incident_desk.reports.ink import INK, Ink
from incident_desk.reports.lines import Line, Style, break_lines
from incident_desk.reports.paper import TALLEST, Strip
from incident_desk.reports.sheet import Sheet

_SLICE = 52.0  # points of a cut row that stay together
_CAP = 0.357  # half the height of a capital, to stand it in the middle of its line

Decorate = Callable[[Sheet, float, float, bool, bool], None]  # sheet, top, bottom, first part, last part


class Written(NamedTuple):
    """A line in a cell. `drop` is how far the next one stands below it; 0 sets both on one line."""

    line: Line
    style: Style
    ink: Ink
    drop: float
    x: float = 0.0
    struck: bool = False


Cell = list[Written]


class Place(NamedTuple):
    """Where a cell's text stands from side to side."""

    x: float
    width: float


def written(text: str, style: Style, width: float, ink: Ink = INK) -> Cell:
    return [Written(line, style, ink, style.leading) for line in break_lines(text, style, width)]


def height(cell: Iterable[Written]) -> float:
    return sum(each.drop for each in cell)


def baseline(top: float, style: Style) -> float:
    return top - style.leading / 2 - style.size * _CAP


def paint(sheet: Sheet, cell: Iterable[Written], place: Place, top: float) -> None:
    for each in cell:
        y = baseline(top, each.style)
        x = place.x + each.x + (place.width - each.x - each.line.width if each.line.rightmost else 0)
        if each.line.tokens:
            sheet.text(each.style, each.line, x, y, each.ink)
        if each.struck:
            sheet.rule(x, x + each.line.width, y + each.style.size * 0.26, 0.6, each.ink)
        top -= each.drop


def strip_of(cell: Cell, place: Place) -> Strip:
    """One cell alone, as one strip."""
    return Strip(height(cell), lambda sheet, top: paint(sheet, cell, place, top))


def side_by_side(
    cells: Sequence[Cell],
    places: Sequence[Place],
    above: float = 0.0,
    below: float = 0.0,
    decorate: Decorate | None = None,
    head: Strip | None = None,
) -> list[Strip]:
    """The strips of one row: one, or several when it is too tall to stand on a page."""
    whole = max(map(height, cells), default=0.0) + above + below
    if whole <= TALLEST:
        return [row_strip(cells, places, above, below, decorate, head=head)]
    sliced = [_sliced(cell) for cell in cells]
    count = max(map(len, sliced))
    strips: list[Strip] = []
    for number in range(count):
        parts = [slices[number] if number < len(slices) else [] for slices in sliced]
        first, last = number == 0, number == count - 1
        strip = row_strip(parts, places, above if first else 0, below if last else 0, decorate, first, last, head)
        strip.keep = first or number == count - 2
        strips.append(strip)
    return strips


def row_strip(
    cells: Sequence[Cell],
    places: Sequence[Place],
    above: float = 0.0,
    below: float = 0.0,
    decorate: Decorate | None = None,
    first: bool = True,
    last: bool = True,
    head: Strip | None = None,
) -> Strip:
    """A row, or (with `first` and `last`) part of one, as one strip however tall."""
    whole = max(map(height, cells), default=0.0) + above + below

    def paint_row(sheet: Sheet, top: float) -> None:
        if decorate:
            decorate(sheet, top, top - whole, first, last)
        for cell, place in zip(cells, places, strict=True):
            paint(sheet, cell, place, top - above)

    return Strip(whole, paint_row, head=head)


def _sliced(cell: Cell) -> list[Cell]:
    slices: list[Cell] = [[]]
    used = 0.0
    for each in cell:
        if used + each.drop > _SLICE and slices[-1] and slices[-1][-1].drop:
            slices.append([])
            used = 0.0
        slices[-1].append(each)
        used += each.drop
    return slices
