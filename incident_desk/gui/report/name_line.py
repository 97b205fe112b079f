"""Who reports: the name that stands there already is marked by one press, so that another is written over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent

from incident_desk.gui.widgets.fields import LineField


class NameLine(LineField):
    _entering = False  # by the press that comes next: Qt gives the focus first

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entering = event.reason() is Qt.FocusReason.MouseFocusReason

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._entering:
            self.selectAll()
        self._entering = False
