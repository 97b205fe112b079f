"""One change of a row, to be ticked: the column, what stood there struck through, what stands there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import paint_tick_box
from incident_desk.gui.paint.lines import Lines, broken, paint_lines
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.pressed import touch_of
from incident_desk.gui.widgets.ticks import WordsBeside
from incident_desk.usecases.importing.changes import CellChange, Change

_BEFORE, _LONGEST = 40, 160  # letters: of what stands before a difference, and of each text
_ARROW, _INDENT = 15, 22  # pixels of the design
_LIKED, _BORNE = 60, 12  # width in letters


@dataclass(frozen=True, slots=True)
class _Cell:
    column: str
    old: str
    new: str


class ChangeTick(QCheckBox):
    """Qt's `clicked` tells. `cells` are shown: what would be replaced, and by what. `hint` is said below
    the texts; one that cannot be taken cannot be ticked."""

    def __init__(self, change: Change, cells: Sequence[CellChange], hint: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.change, self._hint, self._theme = change, hint, theme
        self._cells = [_Cell(cell.column, *_shown(cell.old, cell.new)) for cell in cells]
        self._words = WordsBeside(self, "", theme, "body")
        self.setEnabled(change.refused is None)
        self.setText("")
        spoken = [
            self.tr("{column}: “{old}” becomes “{new}”").format(column=cell.column, old=cell.old, new=cell.new)
            for cell in self._cells
        ]
        self.setAccessibleName(". ".join([*spoken, hint] if hint else spoken))
        letter(self, "body", theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    # --- size ---

    def heightForWidth(self, width: int) -> int:
        pieces = self._pieces(width)
        return round(sum(lines.height for _, _, lines in pieces)) + self._theme.px(6)

    def sizeHint(self) -> QSize:
        return self._size(_LIKED)

    def minimumSizeHint(self) -> QSize:
        return self._size(_BORNE)

    def _size(self, letters: int) -> QSize:
        width = self._start + round(self._theme.metrics("body").horizontalAdvance("n") * letters)
        return QSize(width, self.heightForWidth(width))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @property
    def _start(self) -> int:
        return self._words.start + self._theme.px(5)

    # --- painting ---

    def _pieces(self, width: int) -> list[tuple[str, int, Lines]]:
        """What is painted below each other: its kind, how far it stands in, its lines."""
        start, indent, found = self._start, self._theme.px(_INDENT), list[tuple[str, int, Lines]]()
        for cell in self._cells:
            found.append(("column", start, self._lines(cell.column, "body-strong", width - start)))
            if cell.old:
                found.append(("old", start, self._lines(cell.old, "body", width - start)))
            new = cell.new or self.tr("nothing")
            found.append(("new", start + indent, self._lines(new, "body", width - start - indent)))
        if self._hint:
            found.append(("hint", start, self._lines(self._hint, "hint", width - start)))
        return found

    def _lines(self, text: str, role: str, width: int) -> Lines:
        return broken(text, role, max(1, width), self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        brush.smooth(painter)
        paint_tick_box(painter, self._words.mark(), self.isChecked(), theme, touch_of(self))
        roles = {"column": "body-strong", "old": "body", "new": "body", "hint": "hint"}
        usual = {"column": theme.tokens.ink, "old": theme.tokens.ink2, "new": theme.tokens.ink}
        top = float(theme.px(3))
        for kind, left, lines in self._pieces(self.width()):
            colour = usual.get(kind, theme.tokens.ink3) if self.isEnabled() else theme.tokens.ink3
            paint_lines(painter, QPointF(left, top), lines, theme, role=roles[kind], colour=colour)
            if kind == "old":
                self._strike(painter, QPointF(left, top), lines)
            elif kind == "new":
                middle = QPointF(left - theme.px(_INDENT), top + lines.line_height / 2)
                brush.icon(painter, middle, "arrow-narrow-right", theme, colour="ink2", size=_ARROW)
            top += lines.height

    def _strike(self, painter: QPainter, at: QPointF, lines: Lines) -> None:
        painter.setPen(QPen(self._theme.tokens.ink3, 1))
        for number, line in enumerate(lines.lines):
            y = round(at.y() + (number + 0.55) * lines.line_height) + 0.5
            width = brush.width_of(line, "body", self._theme)
            painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + width, y))


def _shown(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line, long ones from a little before the place where they differ."""
    old, new = " ".join(old.split()), " ".join(new.split())
    alike = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, alike - _BEFORE) if max(len(old), len(new)) > _LONGEST else 0
    start = old.rfind(" ", 0, start) + 1
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST]
    return ("... " if start else "") + shown + (" ..." if start + _LONGEST < len(text) else "")
