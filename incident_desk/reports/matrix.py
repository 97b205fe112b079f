"""The risk matrix: each cell has the sign of its priority and its score; frames show what was and what could be."""

from __future__ import annotations

from math import atan2, pi

from incident_desk.reports.column_widths import heading
from incident_desk.reports.columns import Cell, Place, height, paint, written
from incident_desk.reports.ink import INK, INK_THIRD, LINE_STRONG, PAPER, PRIORITY
from incident_desk.reports.lines import single_line
from incident_desk.reports.marks import circle, polygon, priority_sign
from incident_desk.reports.paper import CELL, COLUMN_HEAD, PROSE, SMALL_STRONG, STRONG, Frame, Strip
from incident_desk.reports.prose import paragraphs, section_head
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import MatrixBlock

_LABELS = 82.0  # width of the row labels
_CELL_WIDTH = 48.0
_CELL_HEIGHT = 29.0
_REASONS_GAP = 18.0


def matrix_block(block: MatrixBlock, frame: Frame, texts: Texts) -> list[Strip]:
    drawing = _Matrix(block, frame, texts)
    strips = section_head(block.title, block.hint, frame)
    beside = Place(drawing.right + _REASONS_GAP, frame.right - drawing.right - _REASONS_GAP)
    reasons = [written(reason, CELL, beside.width) for reason in block.reasons] if beside.width > 90 else []
    fits = bool(reasons) and sum(map(height, reasons)) + 4 * len(reasons) <= drawing.height

    def paint_matrix(sheet: Sheet, top: float) -> None:
        drawing.paint(sheet, top)
        if fits:
            _paint_reasons(sheet, reasons, beside, top - drawing.head)

    strips.append(Strip(drawing.height, paint_matrix))
    if not fits:
        for reason in block.reasons:
            strips += paragraphs(reason, PROSE, frame)
    return strips


def _paint_reasons(sheet: Sheet, reasons: list[Cell], place: Place, top: float) -> None:
    for reason in reasons:
        paint(sheet, reason, place, top)
        top -= height(reason) + 4


class _Matrix:
    """Measures and paints the grid with its labels."""

    def __init__(self, block: MatrixBlock, frame: Frame, texts: Texts) -> None:
        self._block, self._texts = block, texts
        self._left = frame.left + _LABELS
        columns = max(len(block.columns), 1)
        self._width = min(_CELL_WIDTH, (frame.width - _LABELS) / columns)
        self.right = self._left + columns * self._width
        self._rows = [written(label, CELL, _LABELS - 8) for label in block.rows]
        self._columns = [heading(label, self._width - 4) for label in block.columns]
        self._heights = [max(_CELL_HEIGHT, height(label) + 4) for label in self._rows]
        self.head = COLUMN_HEAD.leading + max(map(height, self._columns), default=0.0) + 4
        self.height = self.head + sum(self._heights) + 4
        self._frame_left = frame.left

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.write(COLUMN_HEAD, self._block.column_title, self._left + 2, top - 7, INK_THIRD)
        sheet.write(COLUMN_HEAD, self._block.row_title, self._frame_left, top - self.head + 4, INK_THIRD)
        for number, label in enumerate(self._columns):
            paint(
                sheet,
                label,
                Place(self._left + number * self._width + 2, self._width),
                top - COLUMN_HEAD.leading,
            )
        y = top - self.head
        for row, tall in enumerate(self._heights):
            label = self._rows[row]
            paint(sheet, label, Place(self._frame_left, _LABELS - 8), y - (tall - height(label)) / 2)
            for column in range(len(self._columns)):
                self._cell(sheet, row, column, y - tall, tall)
            y -= tall
        marked = [place for place in (self._block.potential, self._block.actual) if place]
        for place in marked:
            self._frame(sheet, place, top)
        self._arrow(sheet, top)
        for place in marked:
            self._name(sheet, place, top)

    def _cell(self, sheet: Sheet, row: int, column: int, bottom: float, tall: float) -> None:
        cell = self._block.cells[row][column]
        inks = PRIORITY[cell.priority]
        left = self._left + column * self._width
        sheet.panel(left, bottom, self._width, tall, 0, inks.band, LINE_STRONG, 0.4)
        middle = bottom + tall - 9.5
        sheet.draw(priority_sign(cell.priority, left + 9, middle, 7.5, inks.mark))
        sheet.write(STRONG, cell.score, left + 17, middle - STRONG.size * 0.357, INK)

    def _corner(self, place: tuple[int, int], top: float) -> tuple[float, float]:
        """Lower left corner of a cell."""
        row, column = place
        return self._left + column * self._width, top - self.head - sum(self._heights[: row + 1])

    def _frame(self, sheet: Sheet, place: tuple[int, int], top: float) -> None:
        x, y = self._corner(place, top)
        sheet.panel(x + 0.8, y + 0.8, self._width - 1.6, self._heights[place[0]] - 1.6, 2, None, INK, 1.6)

    def _name(self, sheet: Sheet, place: tuple[int, int], top: float) -> None:
        """Says which frame it is: solid for what happened, outlined for what could have."""
        actual = place == self._block.actual
        both = actual and place == self._block.potential
        words = self._texts.say("papers.both" if both else "papers.actual" if actual else "papers.potential")
        x, y = self._corner(place, top)
        line = single_line(words, SMALL_STRONG)
        width = line.width + 6
        left = x + self._width / 2 - width / 2
        sheet.panel(left, y - 2, width, 10.5, 3, INK if actual else PAPER, INK, 0.8)
        sheet.text(SMALL_STRONG, line, left + 3, y + 0.8, PAPER if actual else INK)

    def _arrow(self, sheet: Sheet, top: float) -> None:
        """A dashed line from what happened to what could have, clear of signs and scores."""
        start, end = self._block.actual, self._block.potential
        if not start or not end or start == end:
            return
        x0, y0 = self._beside_score(start, top)
        x1, y1 = self._beside_score(end, top)
        sheet.stroke(f"[3 2] 0 d {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S [] 0 d", 1, INK)
        sheet.fill(circle(x0, y0, 1.8), INK)
        sheet.fill(polygon(x1, y1, 3.6, 3, atan2(y1 - y0, x1 - x0) / (2 * pi)), INK)

    def _beside_score(self, place: tuple[int, int], top: float) -> tuple[float, float]:
        x, y = self._corner(place, top)
        return x + self._width - 8, y + self._heights[place[0]] - 9.5
