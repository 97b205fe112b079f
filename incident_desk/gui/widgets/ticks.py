"""Tick boxes whose words wrap instead of being cut off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import paint_tick_box, tick_size
from incident_desk.gui.paint.lines import Lines, broken, paint_lines
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.pressed import touch_of

_ROOM, _GAP = 3, 8  # around the mark for its focus ring, and between mark and words; pixels of the design
_LIKED, _BORNE = 40, 10  # width in letters


class WordsBeside:
    """Measures and paints the words of one button, and its mark's place."""

    def __init__(self, button: QAbstractButton, text: str, theme: Theme, role: str) -> None:
        self._button, self.text, self.theme, self.role = button, text, theme, role
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        letter(button, role, theme)

    @property
    def start(self) -> int:
        return (
            tick_size(self.theme) + self.theme.px(_ROOM) + (self.theme.px(_GAP) if self.text else self.theme.px(_ROOM))
        )

    def lines(self, width: int) -> Lines:
        return broken(self.text, self.role, max(1, width - self.start), self.theme)

    def height(self, width: int) -> int:
        around = 2 * self.theme.px(_ROOM)
        return max(tick_size(self.theme), round(self.lines(width).height)) + around

    def size(self, letters: int) -> QSize:
        metrics = self.theme.metrics(self.role)
        width = self.start + min(
            round(metrics.horizontalAdvance(self.text)) + 2, round(metrics.horizontalAdvance("n") * letters)
        )
        return QSize(width, self.height(width))

    def mark(self) -> QRectF:
        """Where the box or circle stands: beside the first line."""
        first = max(tick_size(self.theme), round(self.theme.metrics(self.role).height()))
        top = self.theme.px(_ROOM) + (first - tick_size(self.theme)) / 2
        return QRectF(self.theme.px(_ROOM), round(top), tick_size(self.theme), tick_size(self.theme))

    def paint(self, painter: QPainter) -> None:
        tokens = self.theme.tokens
        lines = self.lines(self._button.width())
        spare = max(0.0, (tick_size(self.theme) - lines.line_height) / 2)
        place = QPointF(self.start, self.theme.px(_ROOM) + spare)
        colour = tokens.ink if self._button.isEnabled() else tokens.ink3
        brush.smooth(painter)
        paint_lines(painter, place, lines, self.theme, role=self.role, colour=colour)


class TickBox(QCheckBox):
    """A square to tick, with words that wrap. Qt's `toggled` and `clicked` tell."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None, *, role: str = "body") -> None:
        super().__init__(parent)
        self._words = WordsBeside(self, text, theme, role)
        theme.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        return self._words.height(width)

    def sizeHint(self) -> QSize:
        return self._words.size(_LIKED)

    def minimumSizeHint(self) -> QSize:
        return self._words.size(_BORNE)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tick_box(painter, self._words.mark(), self.isChecked(), self._words.theme, touch_of(self))
        self._words.paint(painter)
