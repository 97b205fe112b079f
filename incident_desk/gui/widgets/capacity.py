"""Can we cope with this now: hours used and added against the capacity of a group of people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush, words
from incident_desk.gui.paint.bars import capacity_height, paint_capacity
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


@dataclass(frozen=True, slots=True)
class Load:
    """Hours of one group until the date the page names; `added` is what this record would add."""

    group: str
    detail: str
    used: float
    added: float
    capacity: float

    @property
    def over(self) -> bool:
        return self.used + self.added > self.capacity


class CapacityBar(Painted):
    """Group, people, "24 of 20 h", and the bar: used solid, added hatched, a tick at the capacity."""

    def __init__(self, load: Load, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_load(load)

    def set_load(self, load: Load) -> None:
        self._load = load
        self.setAccessibleName(words.capacity_text(load.group, load.used, load.added, load.capacity))
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        high = self._theme.metrics("body-strong").height()
        return QSize(px(300), round(high) + px(6) + capacity_height(self._theme) + px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        theme, px, load = self._theme, self._theme.px, self._load
        row = QRectF(0, 0, self.width(), theme.metrics("body-strong").height())
        left = self._paint_sum(painter, row)
        room = row.adjusted(0, 0, -left - px(8), 0)
        taken = brush.words(painter, room, load.group, theme, role="body-strong", colour=theme.tokens.ink)
        room.setLeft(room.left() + taken + px(8))
        if room.width() > px(30):
            brush.words(painter, room, load.detail, theme, role="hint", colour=theme.tokens.ink2)
        bar = QRectF(0, row.bottom() + px(6), self.width(), capacity_height(theme))
        paint_capacity(painter, bar, theme, used=load.used, added=load.added, capacity=load.capacity)

    def _paint_sum(self, painter: QPainter, row: QRectF) -> float:
        """ "24 of 20 h" at the right, with a triangle when over. Returns the width taken."""
        theme, load = self._theme, self._load
        said = self.tr("{total} of {capacity} h").format(
            total=f"{load.used + load.added:g}", capacity=f"{load.capacity:g}"
        )
        colour = theme.tokens.high if load.over else theme.tokens.ink
        width = brush.words(painter, row, said, theme, role="hint-strong", colour=colour, align=brush.RIGHT)
        if load.over:
            at = QPointF(row.right() - width - theme.px(20), row.center().y())
            width += theme.px(20)
            brush.icon(painter, at, "alert-triangle", theme, colour="high", size=15)
        return width
