"""Hours in hand against the hours there are: filled what is in hand, hatched what one more incident adds, a tick where
it is full. The same stands above it in words.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.flags import flag_width, paint_flag
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted

_BAR, _WORDS, _TICK = 16, 24, 6  # heights, and how far the tick stands out
_FULL = 0.8  # of the width: what is over still shows


class CapacityBar(Painted):
    """`show_hours` says whose; its spoken name is the same."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._name, self._used, self._adds, self._hours = "", 0.0, 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hours(self, name: str, used: float, adds: float, hours: float) -> None:
        """`hours` there are, more than 0."""
        self._name, self._used, self._adds, self._hours = name, used, adds, hours
        self.setAccessibleName(f"{name}, {self.words}")
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        return self.tr("{used} of {hours} h").format(used=f"{self._used + self._adds:g}", hours=f"{self._hours:g}")

    @property
    def is_over(self) -> bool:
        return self._used + self._adds > self._hours

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(px(300), px(_WORDS) + px(_BAR) + px(_TICK))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        brush.smooth(painter)
        self._paint_words(painter, QRectF(0, 0, self.width(), px(_WORDS)))
        bar = QRectF(0, px(_WORDS), self.width(), px(_BAR))
        full = bar.width() * _FULL
        brush.box(painter, QRectF(bar.left(), bar.top(), full, bar.height()), px(3), theme.tokens.sunken)
        self._paint_hours(painter, bar, full / self._hours)
        tick = QRectF(full - px(1), bar.top() - px(_TICK), px(2), bar.height() + px(_TICK))
        painter.fillRect(tick, theme.tokens.ink)
        painter.end()

    def _paint_words(self, painter: QPainter, row: QRectF) -> None:
        theme = self._theme
        if self.is_over:
            taken = flag_width(self.words, theme)
            room = row.adjusted(row.width() - taken, 0, 0, 0)
            paint_flag(painter, room, "alert-triangle", self.words, theme, colour="high")
        else:
            ink = theme.tokens.ink
            taken = brush.words(painter, row, self.words, theme, role="hint-strong", colour=ink, align=brush.RIGHT)
        name = row.adjusted(0, 0, -taken - theme.u, 0)
        brush.words(painter, name, self._name, theme, role="hint-strong", colour=theme.tokens.ink)

    def _paint_hours(self, painter: QPainter, bar: QRectF, scale: float) -> None:
        theme, px = self._theme, self._theme.px
        used = min(self._used * scale, bar.width())
        brush.box(painter, QRectF(bar.left(), bar.top(), used, bar.height()), px(3), theme.tokens.step3)
        adds = min(self._adds * scale, bar.width() - used)
        if adds <= 0:
            return
        colour = theme.tokens.high if self.is_over else theme.tokens.step3
        piece = QRectF(bar.left() + used, bar.top(), adds, bar.height())
        painter.fillRect(piece, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        brush.box(painter, piece, px(3), None, colour, width=px(1))
