"""The search box: finds anything; its shortcut stands in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.pressed import ENTER


class SearchBox(LineField):
    """Signals: Qt's `textEdited` while typing; `search_requested` with the words on Enter; `left` on Escape in
    an empty box (Escape first empties it); `list_requested` on Down, to go into the results."""

    search_requested = Signal(str)
    left = Signal()
    list_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None, *, placeholder: str, shortcut: str = "") -> None:
        super().__init__(theme, parent, placeholder=placeholder)
        self._theme, self._shortcut = theme, shortcut
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.search_requested.emit(self.text())
        elif event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        brush.smooth(painter)
        px, room = self._theme.px, self.rect().toRectF()
        brush.icon(painter, QPointF(px(10), room.center().y()), "search", self._theme, colour="ink2", size=17)
        if self._shortcut and not self.text():
            room.setRight(room.right() - px(11))
            colour = self._theme.tokens.ink2
            brush.words(painter, room, self._shortcut, self._theme, role="small", colour=colour, align=brush.RIGHT)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        key = round(brush.width_of(self._shortcut, "small", self._theme)) + px(8) if self._shortcut else 0
        self.setTextMargins(px(26), px(2), key, px(2))
        self.updateGeometry()
