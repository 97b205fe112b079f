"""What waits until a window is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class _FirstPaint(QObject):
    """Looks at the events of a widget until it is painted. Signal: `rested` after it."""

    rested = Signal()

    def __init__(self, widget: QWidget, rest_ms: int) -> None:
        super().__init__(widget)
        self._rest_ms = rest_ms
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            widget.removeEventFilter(self)
            QTimer.singleShot(self._rest_ms, self, self._carry_out)
        return False

    def _carry_out(self) -> None:
        self.deleteLater()
        self.rested.emit()


def after_first_paint(widget: QWidget, work: Callable[[], object], rest_ms: int = 0) -> None:
    """Does the work when the widget has been painted next, and rested. Never, where it is destroyed before, or whose
    work it is."""
    _FirstPaint(widget, rest_ms).rested.connect(work)
