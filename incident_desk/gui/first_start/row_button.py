"""A line of a list that one presses: a register known on this PC, a backup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_HEIGHT, _ICON = 48, 20


class RowButton(PaintedButton):
    """Icon, title, a line of detail below, and a word at the right. Checkable ones show what is chosen."""

    def __init__(
        self, title: str, detail: str, theme: Theme, parent: QWidget, *, icon: str = "database", note: str = ""
    ) -> None:
        super().__init__(theme, parent)
        self._title, self._detail, self._icon, self._note = title, detail, icon, note
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(filter(None, (detail, note))))
        self.setToolTip(tool_tip(f"{title}\n{detail}"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def note(self) -> str:
        return self._note

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens, px, area = self._theme.tokens, self._theme.px, self.area()
        self._paint_ground(painter, area)
        brush.icon(painter, QPointF(px(12), area.center().y()), self._icon, self._theme, colour="petrol", size=_ICON)
        right = area.right() - px(12)
        if self._note:
            room = QRectF(area.left(), area.top(), right - area.left(), area.height())
            right -= brush.words(
                painter, room, self._note, self._theme, role="hint", colour=tokens.ink3, align=brush.RIGHT
            ) + px(12)
        high, low = self._theme.metrics("body-strong").height(), self._theme.metrics("hint").height()
        top = area.center().y() - (high + low) / 2
        left = px(12 + _ICON + 10)
        room = QRectF(left, top, right - left, high)
        brush.words(painter, room, self._title, self._theme, role="body-strong", colour=tokens.ink)
        brush.words(
            painter, QRectF(left, top + high, right - left, low), self._detail, self._theme, role="hint",
            colour=tokens.ink2,
        )  # fmt: skip

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        tokens, px, touch = self._theme.tokens, self._theme.px, touch_of(self)
        ground = tokens.tint if self.isChecked() else tokens.sunken if touch.hovered or touch.pressed else tokens.paper
        edge = tokens.petrol if self.isChecked() or touch.focused else tokens.line2
        brush.box(painter, area, px(6), ground, edge, width=px(2) if touch.focused else 1)
