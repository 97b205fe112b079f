"""What paints lines of one height by the theme, and the list that shows them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from incident_desk.gui.theme.manager import Theme

_NARROWEST = 160


class LineDelegate(QStyledItemDelegate):
    """`high` in pixels of the design; subclasses paint."""

    def __init__(self, high: float, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.high = theme, high

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(_NARROWEST), self._theme.px(self.high))


def show_plainly(view: QListView, name: str) -> None:
    """No frame, nothing to push sideways; lines know when the mouse is over them. `name` is for screen readers."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(name)
