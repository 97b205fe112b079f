"""Filter pills: an active one has tint, petrol edge and a cross, and says its value."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_SIGN, _GAP, _PADDING, _HEIGHT = 15, 4, 13, 28


class FilterPill(PaintedButton):
    """Signals: `choice_requested` when it is to be set (open a menu, or switch it on), `clear_requested`.

    `resting` is what it says while it filters nothing. `opens`: it has a menu, shown by a small arrow; then
    an active pill opens again and only its cross clears. Delete clears as well.
    """

    choice_requested = Signal()
    clear_requested = Signal()

    def __init__(
        self, resting: str, theme: Theme, parent: QWidget | None, *, icon: str = "", opens: bool = False
    ) -> None:
        super().__init__(theme, parent)
        self._resting, self._icon, self._opens = resting, icon, opens
        self._value, self._press_at = "", QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.set_value("")

    def set_value(self, value: str) -> None:
        """What it filters by, said in the pill; "" is nothing."""
        self._value = value
        self.setText(value or self._resting)
        self.setAccessibleName(value or self._resting)
        self.setAccessibleDescription(self.tr("Filter in use. Delete takes it away.") if value else "")
        self.updateGeometry()
        self.update()

    @property
    def active(self) -> bool:
        return bool(self._value)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = 2 * px(_PADDING) + brush.width_of(self.text(), self._role(), self._theme)
        for sign in (self._leading(), self._trailing()):
            width += px(_SIGN) + px(_GAP) if sign else 0
        return QSize(round(width) + 1, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(90)), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.active:
            self.clear_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press_at = event.position().toPoint()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        ink = "petrol" if self.active else "ink"
        self._paint_shape(painter)
        px, middle = self._theme.px, self.height() / 2
        left, right = float(px(_PADDING)), float(self.width() - px(_PADDING))
        if sign := self._leading():
            brush.icon(painter, QPointF(left, middle), sign, self._theme, colour=ink, size=_SIGN)
            left += px(_SIGN) + px(_GAP)
        if sign := self._trailing():
            right -= px(_SIGN)
            brush.icon(painter, QPointF(right, middle), sign, self._theme, colour=ink, size=_SIGN)
            right -= px(_GAP)
        room = self.area()
        room.setLeft(left)
        room.setRight(right + 1)
        colour = self._theme.tokens.colour(ink)
        brush.words(painter, room, self.text(), self._theme, role=self._role(), colour=colour)

    def _paint_shape(self, painter: QPainter) -> None:
        tokens, px, touch = self._theme.tokens, self._theme.px, touch_of(self)
        area = self.area()
        if touch.focused:
            brush.box(painter, area, px(_HEIGHT), None, tokens.petrol, width=px(2))
            area = area.adjusted(px(3), px(3), -px(3), -px(3))
        ground = tokens.tint if self.active else tokens.paper if touch.hovered else None
        edge = tokens.petrol if self.active else tokens.line2
        brush.box(painter, area, px(_HEIGHT), ground, edge)

    def _role(self) -> str:
        return "button-primary" if self.active else "button"

    def _leading(self) -> str:
        return "x" if self.active else self._icon

    def _trailing(self) -> str:
        return "chevron-down" if self._opens else ""

    def _on_clicked(self) -> None:
        on_cross = self._press_at.x() < self._theme.px(_PADDING + _SIGN + _GAP)
        self._press_at = QPoint(self.width(), 0)
        if self.active and (not self._opens or on_cross):
            self.clear_requested.emit()
        else:
            self.choice_requested.emit()
