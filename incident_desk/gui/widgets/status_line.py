"""The status line: register, who, saved, chain, and at the right the last backup."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, tool_tip


@dataclass(frozen=True, slots=True)
class StatusPart:
    """One fact. `ink` colours the icon alone: ok when all is well, crit or high when not."""

    text: str
    icon: str = ""
    ink: str = "ink2"


class _Part(Painted):
    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._part = StatusPart("")
        self._press_does = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_part(self, part: StatusPart) -> None:
        self._part = part
        self.setAccessibleName(part.text)
        self.setVisible(bool(part.text))
        self.updateGeometry()
        self._tell_what_is_hidden()
        self.update()

    def offer_press(self, what: str) -> None:
        self._press_does = what
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew when the mouse comes and goes
        self._tell_what_is_hidden()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press_does and event.button() is Qt.MouseButton.LeftButton and self.underMouse():
            self.pressed.emit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(bool(self._press_does))

    def sizeHint(self) -> QSize:
        sign = self._theme.px(16 + 6) if self._part.icon else 0
        width = brush.width_of(self._part.text, "small", self._theme)
        return QSize(sign + round(width) + 2, self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(60)), self._theme.px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_hidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        room = self.rect().toRectF()
        if self._part.icon:
            at = QPointF(0, room.center().y())
            brush.icon(painter, at, self._part.icon, self._theme, colour=self._part.ink, size=15)
            room.setLeft(self._theme.px(16 + 6))
        strong = self._part.ink if self._part.ink in ("crit", "high") else "ink2"
        colour = self._theme.tokens.colour("petrol" if self._press_does and self.underMouse() else strong)
        brush.words(painter, room, self._part.text, self._theme, role="small", colour=colour)

    def _tell_what_is_hidden(self) -> None:
        hidden = self.width() < self.sizeHint().width()
        self.setToolTip(tool_tip("\n".join(filter(None, (self._part.text if hidden else "", self._press_does)))))


class StatusLine(Painted):
    """Facts by key, in the order they were first set; those with `at_right` stand at the right end.

    Signal: `pressed` key of a fact that offers it. This is for the mouse; the same has a shortcut.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._parts: dict[str, _Part] = {}
        self.setAccessibleName(self.tr("State of the register"))
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._left = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._space()

    def set_part(self, key: str, part: StatusPart, *, at_right: bool = False) -> None:
        """Says a fact, or another one in its place; an empty text takes it away."""
        if key not in self._parts:
            self._parts[key] = _Part(self._theme, self)
            if at_right:
                self._row.addWidget(self._parts[key])
            else:
                self._row.insertWidget(self._left, self._parts[key], 0, Qt.AlignmentFlag(0))
                self._left += 1
        self._parts[key].set_part(part)

    def offer_press(self, key: str, what: str) -> None:
        """A press on this fact does something; the tool tip says what."""
        self._parts[key].offer_press(what)
        self._parts[key].pressed.connect(lambda: self.pressed.emit(key))

    def text(self, key: str) -> str:
        """What a fact says at the moment; "" when it says nothing."""
        return self._parts[key].accessibleName() if key in self._parts else ""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.side)
        brush.hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), self._theme)

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), 0, px(18), 0)
        self._row.setSpacing(px(26))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
