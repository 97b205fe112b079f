"""The common behaviour of buttons that we paint ourselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from incident_desk.gui.paint.controls import Touch
from incident_desk.gui.theme.manager import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def touch_of(button: QAbstractButton) -> Touch:
    """What hand and keyboard do with a button at the moment."""
    return Touch(button.isEnabled(), button.underMouse(), button.isDown(), button.hasFocus())


class PaintedButton(QAbstractButton):
    """Repaints under the mouse and with the focus; Enter presses it as Space does. Subclasses paint."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._on_theme_changed)

    def area(self) -> QRectF:
        return QRectF(self.rect())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
