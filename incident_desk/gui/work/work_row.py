"""One line of what is owed: what, below it the record, at the right when; a click or Enter opens the record."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_inner_ring
from incident_desk.gui.paint.flags import paint_pill, pill_height, pill_width
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of
from incident_desk.usecases.wording import Wording

_SOON = 6 * 3_600_000_000


class OwedRow(PaintedButton):
    """`due` in microseconds UTC; None: no date."""

    def __init__(
        self, what: str, below: str, due: int | None, now: int, wording: Wording, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._what, self._below = what, below
        self._late = due is not None and due < now
        self._soon = due is not None and now <= due < now + _SOON
        self._when = "" if due is None else self._words(due, now, wording)
        self.setAccessibleName(", ".join(part for part in (what, below, self._when) if part))
        self.setToolTip(tool_tip(f"{what}\n{below}"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _words(self, due: int, now: int, wording: Wording) -> str:
        left = wording.duration(abs(due - now))
        return self.tr("{time} overdue").format(time=left) if due < now else self.tr("in {time}").format(time=left)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        area = self.area()
        brush.smooth(painter)
        if touch_of(self).hovered:
            painter.fillRect(area, tokens.tint)
        inner = area.adjusted(theme.px(4), theme.px(6), -theme.px(4), -theme.px(6))
        taken = self._paint_when(painter, inner)
        above = QRectF(inner.left(), inner.top(), inner.width() - taken - theme.u, inner.height() / 2)
        brush.words(painter, above, self._what, theme, role="hint-strong", colour=tokens.ink)
        brush.words(
            painter, above.translated(0, inner.height() / 2), self._below, theme, role="hint", colour=tokens.ink2
        )
        bottom = area.bottom()
        brush.hairline(painter, QPointF(area.left(), bottom), QPointF(area.right(), bottom), theme)
        if self.hasFocus():
            paint_inner_ring(painter, area, theme.px(4), theme)
        painter.end()

    def _paint_when(self, painter: QPainter, inner: QRectF) -> float:
        theme = self._theme
        if self._late:
            at = QPointF(inner.right(), inner.top() + (inner.height() / 2 - pill_height(theme)) / 2)
            paint_pill(painter, at, self._when, theme, from_right=True)
            return pill_width(self._when, theme)
        colour = theme.tokens.high if self._soon else theme.tokens.ink2
        line = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        return brush.words(painter, line, self._when, theme, role="hint-strong", colour=colour, align=brush.RIGHT)
