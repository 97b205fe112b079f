"""Where a password or passphrase is typed: shown as dots, with a word where Caps Lock seems to be on.

Qt does not say whether it is. A capital letter without Shift, or a small one with it, does; so nothing is said before
the first letter.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.declarations import MAX_LENGTH, FieldKind
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.labels import PlainLabel

_BESIDE = 10  # logical pixels between the word and the edge


class SecretField(LineField):
    def __init__(self, theme: Theme, parent: QWidget | None, *, limit: int = MAX_LENGTH[FieldKind.TEXT]) -> None:
        super().__init__(theme, parent, limit=limit)
        self._theme = theme
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.warning = PlainLabel(self.tr("Caps Lock is on"), theme, self, role="hint", ink="high", lines=1)
        self.warning.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.warning.hide()
        theme.changed.connect(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_CapsLock:
            self._warn(on=False)  # it has changed; the next letter says to what
        elif event.text().isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._warn(on=event.text().isupper() is not shifted and event.text().lower() != event.text().upper())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._warn(on=False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _warn(self, *, on: bool) -> None:
        if on and self.warning.isHidden():
            announce(self, self.warning.text())
        self.warning.setVisible(on)
        self._place()

    def _place(self) -> None:
        """At the right, inside the field; what is typed ends before it."""
        beside, size = self._theme.px(_BESIDE), self.warning.sizeHint()
        shown = not self.warning.isHidden()
        self.setTextMargins(0, 0, size.width() + beside if shown else 0, 0)
        left, top = self.width() - size.width() - beside, (self.height() - size.height()) // 2
        self.warning.setGeometry(left, top, size.width(), size.height())
