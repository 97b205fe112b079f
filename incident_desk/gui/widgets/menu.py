"""A menu that is made when it is asked for: of a row, a card, a column, or below a button or pill."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class Menu(QMenu):
    """Opens at a point of the screen or below what asked for it, and goes when it closes."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.aboutToHide.connect(self.deleteLater)

    def add(
        self, words: str, act: Callable[[], object], *, usual: bool = False, checked: bool | None = None,
        enabled: bool = True,
    ) -> None:  # fmt: skip
        """`usual` is what a double click does; `checked` is None where there is nothing to be on or off."""
        action = QAction(words.replace("&", "&&"), self)
        action.setCheckable(checked is not None)
        action.setChecked(bool(checked))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)
        if usual:
            self.setDefaultAction(action)

    def open_at(self, place: QPoint) -> None:
        """`popup` does not wait."""
        self.popup(place)

    def open_below(self, widget: QWidget) -> None:
        self.open_at(widget.mapToGlobal(QPoint(0, widget.height())))
