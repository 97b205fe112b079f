"""Cells of a form side by side: as many as fit, times wider than words, narratives over the whole width.

Qt's own grid lets what stands in a cell make its column wider than the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.placing import Placing

_THREE, _TWO, _ONE = 600, 440, 180  # widths of the form, in pixels of the design, for so many side by side
_BETWEEN = 12


class Room(Enum):
    """How much of a row a cell takes: a third, a half, or all of it on a wide form."""

    USUAL = 2
    MORE = 3
    WHOLE = 6


class FieldGrid(Placing):
    """Takes cells in order."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._cells: list[tuple[QWidget, Room]] = []

    def add(self, cell: QWidget, room: Room) -> None:
        cell.setParent(self)
        self._cells.append((cell, room))
        self.arrange()

    def places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        gap, units = self._theme.px(_BETWEEN), self._units(width)
        one = (width - (units - 1) * gap) / units
        top = 0
        for row in self._rows(units):
            lefts = [round(column * (one + gap)) for column, _, _ in row]
            wides = [round(span * one + (span - 1) * gap) for _, span, _ in row]
            high = max(_height(cell, wide) for (_, _, cell), wide in zip(row, wides, strict=True))
            for (_, _, cell), left, wide in zip(row, lefts, wides, strict=True):
                yield cell, QRect(left, top, wide, high)
            top += high + gap

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(_ONE))
        return QSize(self._theme.px(_THREE), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_ONE), self.sizeHint().height())

    def _rows(self, units: int) -> list[list[tuple[int, int, QWidget]]]:
        """Rows of (first unit, units, cell)."""
        rows: list[list[tuple[int, int, QWidget]]] = []
        column = units
        for cell, room in self._cells:
            if cell.isHidden():
                continue
            span = _span(room, units)
            if column + span > units:
                rows.append([])
                column = 0
            rows[-1].append((column, span, cell))
            column += span
        return rows

    def _units(self, width: int) -> int:
        px = self._theme.px
        return 6 if width >= px(_THREE) else 2 if width >= px(_TWO) else 1


def _span(room: Room, units: int) -> int:
    if units == 6:
        return room.value
    if units == 2:
        return 1 if room is Room.USUAL else 2
    return 1


def _height(cell: QWidget, width: int) -> int:
    return cell.heightForWidth(width) if cell.hasHeightForWidth() else cell.minimumSizeHint().height()
