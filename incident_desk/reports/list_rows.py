"""Rows of a long list, painted straight into the page: the part of the program where microseconds count.

Texts repeat, so each text of a column is broken and written once, and the rules of a page are one path.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from incident_desk.reports.columns import Place, baseline
from incident_desk.reports.fonts import load
from incident_desk.reports.ink import INK, LINE, PRIORITY
from incident_desk.reports.lines import Line, Style, break_lines
from incident_desk.reports.marks import five_small_boxes, priority_sign
from incident_desk.reports.paper import CELL, CELL_STRONG, Flow, Strip
from incident_desk.reports.plain_text import PlainText
from incident_desk.reports.sheet import Sheet
from incident_desk.usecases.papers import ListCell, PriorityMark, StepMark

_PAD = 3.0  # above and below the lines of a row
_KEEP = 50_000  # texts of a column that are kept
_SIGN = 8.0
_BOX = 6.0
_BOXES = 5 * _BOX * 1.28
_BESIDE_SIGN, _BESIDE_BOXES = 4.0, 5.0


def room_of_signs(rows: Iterable[tuple[ListCell, ...]]) -> list[float]:
    """What the sign before the words takes in each column."""
    return [max(map(_room_of_sign, column)) for column in zip(*rows, strict=True)]


def _room_of_sign(cell: ListCell) -> float:
    if isinstance(cell, PriorityMark):
        return _SIGN + _BESIDE_SIGN
    return _BOXES + _BESIDE_BOXES if isinstance(cell, StepMark) else 0.0


class _Cell(NamedTuple):
    """One text of one column, ready to be painted on any row."""

    start: str  # operators up to the place from left to right
    glyphs: tuple[str, ...]  # of each line; empty where `alone` is set
    alone: tuple[Line, ...]  # lines that are not plain text are painted one by one
    place: Place
    stamp: str
    style: Style


class RowPainter:
    """Paints rows below each other, and goes on overleaf under the column heads."""

    def __init__(self, sheet: Sheet, flow: Flow, places: list[Place], heads: Strip) -> None:
        self.rows = 0
        self._sheet, self._flow, self._places, self._heads = sheet, flow, places, heads
        self._known: list[dict[ListCell, _Cell]] = [{} for _ in places]
        embedded = sheet.letters.embedded
        self._plain = {style: PlainText(style, embedded(load(style.weight))) for style in (CELL, CELL_STRONG)}
        self._select = {style: sheet.letters.select(style) for style in self._plain}
        self._defined: set[str] = set()
        self._text: list[str] = []
        self._rules: list[str] = []

    def add(self, cells: tuple[ListCell, ...]) -> None:
        row = []
        for column, (known, cell) in enumerate(zip(self._known, cells, strict=True)):
            ready = known.get(cell)
            row.append(self._prepare(column, cell) if ready is None else ready)
        self.rows += 1
        lines = max([len(ready.glyphs) or len(ready.alone) for ready in row])
        start = 0
        while start < lines:
            start += self._paint_lines(row, start, lines - start)

    def flush(self) -> None:
        """Write what was painted on this page."""
        if self._text:
            text = "\n".join(self._text)
            self._sheet.draw(f"q {INK} rg BT\n{text}\nET Q")
            self._sheet.draw(f"q {LINE} RG 0.5 w {' '.join(self._rules)} S Q")
        self._text, self._rules = [], []

    def _paint_lines(self, row: list[_Cell], start: int, left: int) -> int:
        """Paint lines of a row from `start`, as many as fit; gives how many. A row is cut only if it must be."""
        flow, leading = self._flow, CELL.leading
        room = int((flow.y - flow.frame.bottom - 2 * _PAD) / leading)
        if room < left:
            of_page = int((flow.frame.top - self._heads.height - flow.frame.bottom - 2 * _PAD) / leading)
            if left <= of_page or room < 2:
                self.flush()
                flow.next_page(self._heads)
                room = max(of_page, 1)
        lines = min(left, room)
        top = flow.y - _PAD
        for cell in row:
            if cell.glyphs:
                for number, glyphs in enumerate(cell.glyphs[start : start + lines]):
                    y = baseline(top - number * leading, CELL)
                    self._text.append(f"{cell.start}{y:.2f} Tm[{glyphs}]TJ")
            elif cell.alone:
                self._paint_alone(cell, start, lines, top)
            if cell.stamp and not start:
                self._sheet.stamp(cell.stamp, cell.place.x, top - leading / 2 - _SIGN / 2)
        flow.y -= lines * leading + 2 * _PAD
        if lines == left:
            self._rules.append(f"{flow.frame.left:.2f} {flow.y:.2f} m {flow.frame.right:.2f} {flow.y:.2f} l")
        return lines

    def _paint_alone(self, cell: _Cell, start: int, lines: int, top: float) -> None:
        for number, line in enumerate(cell.alone[start : start + lines]):
            x = cell.place.x + (cell.place.width - line.width if line.rightmost else 0)
            if line.tokens:
                self._sheet.text(cell.style, line, x, baseline(top - number * CELL.leading, CELL))

    def _prepare(self, column: int, cell: ListCell) -> _Cell:
        known = self._known[column]
        if len(known) >= _KEEP:
            known.clear()
        style = CELL if column else CELL_STRONG
        stamp, room, words = self._sign(cell)
        place = self._places[column]
        start = f"{self._select[style]} 1 0 0 1 {place.x + room:.2f} "
        glyphs = self._plain[style].lines(words, place.width - room)
        if glyphs is not None:
            ready = _Cell(start, glyphs, (), place, stamp, style)
        else:
            alone = tuple(break_lines(words, style, place.width - room))
            ready = _Cell(start, (), alone, Place(place.x + room, place.width - room), stamp, style)
        known[cell] = ready
        return ready

    def _sign(self, cell: ListCell) -> tuple[str, float, str]:
        """The stamp of a cell, the room it takes, and the words beside it."""
        if isinstance(cell, PriorityMark):
            name = f"Sign-{cell.code}"
            code = priority_sign(cell.code, _SIGN / 2, _SIGN / 2, _SIGN, PRIORITY[cell.code].mark)
            self._define(name, _SIGN, code)
            return name, _room_of_sign(cell), cell.word
        if isinstance(cell, StepMark):
            name = f"Steps-{cell.step}{'-concluded' if cell.concluded else ''}"
            self._define(name, _BOXES, f"1 0 0 1 0 1 cm {five_small_boxes(cell.step, cell.concluded, _BOX)}")
            return name, _room_of_sign(cell), cell.word
        return "", 0.0, cell

    def _define(self, name: str, wide: float, code: str) -> None:
        if name not in self._defined:
            self._defined.add(name)
            self._sheet.define(name, wide, _SIGN, code)
