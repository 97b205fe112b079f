"""The head of My work: what is owed as words in a sentence, each with its number set large."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow

_MOST, _SIGN, _HIGH, _GAP = 7, 19, 30, 7


@dataclass(frozen=True, slots=True)
class Count:
    """`text` as it is said: "2 actions overdue". `ink` is the colour of icon and number."""

    text: str
    icon: str
    ink: str = "ink"

    @property
    def number(self) -> str:
        first = self.text.split(" ", 1)[0]
        return first if first.isdigit() else ""

    @property
    def rest(self) -> str:
        return self.text[len(self.number) :].strip()


class _CountWords(Painted):
    """One of them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._count: Count | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_count(self, count: Count | None) -> None:
        self._count = count
        self.setVisible(count is not None)
        self.setAccessibleName(count.text if count else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._count is None:
            return QSize(0, 0)
        px, theme = self._theme.px, self._theme
        wide = px(_SIGN + _GAP) + brush.width_of(self._count.rest, "body", theme)
        if self._count.number:
            wide += brush.width_of(self._count.number, "record-title", theme) + px(_GAP)
        return QSize(round(wide) + px(18), px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._count is None:
            return
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        colour = theme.tokens.colour(self._count.ink)
        brush.smooth(painter)
        room = QRectF(self.rect())
        left = brush.icon(
            painter, QPointF(0, room.center().y()), self._count.icon, theme, colour=self._count.ink, size=_SIGN
        )
        room.setLeft(left + px(_GAP))
        if self._count.number:
            taken = brush.words(painter, room, self._count.number, theme, role="record-title", colour=colour)
            room.setLeft(room.left() + taken + px(_GAP))
        # The small words stand on the line of the large number.
        room.moveTop(room.top() + px(1))
        brush.words(painter, room, self._count.rest, theme, role="body", colour=theme.tokens.ink2)


class CountLine(FlowRow):
    """Wraps where the window is narrow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._words = [_CountWords(theme, self) for _ in range(_MOST)]
        self.add(*self._words)

    def show_counts(self, counts: list[Count]) -> None:
        for number, words in enumerate(self._words):
            words.show_count(counts[number] if number < len(counts) else None)
        self.setAccessibleName(", ".join(count.text.rstrip(".") for count in counts))
        self.updateGeometry()
