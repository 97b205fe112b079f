"""The ring round words that the keyboard stands at: they have no edge of their own that it could be painted in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.theme.manager import Theme

_ROOM = 4  # pixels of the design round the words, of which the ring has three


class FocusRing(QWidget):
    """Lies over the place round a part, moves with it, and goes with the focus."""

    def __init__(self, part: QWidget, theme: Theme) -> None:
        super().__init__(part.parentWidget())
        self._part, self._theme = part, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange):
            self.hide()
            self.deleteLater()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self._theme.px(_ROOM)
        paint_focus_ring(QPainter(self), QRectF(self.rect()).adjusted(room, room, -room, -room), 0, self._theme)

    def _follow(self) -> None:
        room = self._theme.px(_ROOM)
        self.setGeometry(self._part.geometry().adjusted(-room, -room, room, room))
