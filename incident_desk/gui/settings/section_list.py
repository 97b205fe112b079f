"""The list of sections at the left of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_ROW, _ICON, _WORDS = 34, 18, 38


class _SectionButton(PaintedButton):
    def __init__(self, key: str, title: str, icon: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.key, self._title, self._icon = key, title, icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = brush.width_of(self._title, "navigation-here", self._theme) + self._theme.px(_WORDS + 14)
        return QSize(round(width), self._theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens, px, area, here = self._theme.tokens, self._theme.px, self.area(), self.isChecked()
        if here or touch_of(self).hovered:
            brush.box(painter, area, px(5), tokens.tint if here else tokens.tray)
        if here:
            brush.box(painter, QRectF(0, px(6), px(3), area.height() - 2 * px(6)), 1, tokens.petrol)
        if self.hasFocus():
            brush.box(painter, area, px(5), None, tokens.petrol, width=px(2))
        ink = "petrol" if here else "ink2"
        brush.icon(painter, QPointF(px(11), area.center().y()), self._icon, self._theme, colour=ink, size=_ICON)
        room = area.adjusted(px(_WORDS), 0, -px(6), 0)
        role = "navigation-here" if here else "navigation"
        brush.words(
            painter, room, self._title, self._theme, role=role, colour=tokens.colour("petrol" if here else "ink")
        )


class SectionList(QWidget):
    """Signal: `section_chosen` key. Up and Down go from one to the next."""

    section_chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Parts of the settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        self.buttons = {key: _SectionButton(key, title, icon, theme, self) for key, title, icon in sections}
        for key, button in self.buttons.items():
            column.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.section_chosen.emit(key))
        column.addStretch(1)

    def set_current(self, key: str) -> None:
        self.buttons[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
