"""A sheet in the middle of a page that never asks for more room than there is.

What can give way in it, such as a list, does so first; only then the page scrolls. Qt's scroll area would ask of a
sheet with lines that wrap for all the room that it likes.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_SHARE = 20  # of the width, beside the empty room around


class _GivingWay(QVBoxLayout):
    """Holds one column, and asks for the least room in which each line of it is whole."""

    def __init__(self, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self.addLayout(column)

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSize(self) -> QSize:
        least = super().minimumSize()
        width = max(self.geometry().width(), least.width())
        return QSize(least.width(), max(least.height(), self._column.minimumHeightForWidth(width)))


class ScrolledSheet(QScrollArea):
    """Shows `sheet`, which says itself how wide it is at most."""

    def __init__(self, sheet: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(sheet, _SHARE)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        inner = QWidget(self)
        _GivingWay(column, inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
