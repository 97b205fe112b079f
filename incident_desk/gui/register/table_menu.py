"""What can be done with the chosen rows, and with a column, as menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class TableMenu(QMenu):
    """Opens at a point of the screen and goes when it closes."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.aboutToHide.connect(self.deleteLater)

    def add(self, words: str, act: Callable[[], object], *, usual: bool = False) -> None:
        action = QAction(words.replace("&", "&&"), self)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)
        if usual:
            self.setDefaultAction(action)

    def open_at(self, place: QPoint) -> None:
        """`popup` does not wait."""
        self.popup(place)
