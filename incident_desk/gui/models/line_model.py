"""Lines of a list: what Qt asks of every such model. What a line is, and how it is said, is left to the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.widgets.dressing import tool_tip

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
_ROLE = Qt.ItemDataRole
DISPLAY, SPOKEN, TIP = int(_ROLE.DisplayRole), int(_ROLE.AccessibleTextRole), int(_ROLE.ToolTipRole)
LINE = int(_ROLE.UserRole) + 1  # the line itself, for the delegate


class LineModel(QAbstractListModel, Generic[Line]):
    """`lines` in the order they are given. Of a line a list says `words`, and where they differ `spoken` and `tip`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def words(self, line: Line) -> str:
        raise NotImplementedError

    def spoken(self, line: Line) -> str:
        """What a screen reader says."""
        return self.words(line)

    def tip(self, line: Line) -> str:
        """Empty: none."""
        return ""

    def put(self, lines: Sequence[Line]) -> None:
        """These and no others."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == DISPLAY:
            return self.words(line)
        if role == SPOKEN:
            return self.spoken(line)
        if role == TIP:
            tip = self.tip(line)
            return tool_tip(tip) if tip else None
        return None
