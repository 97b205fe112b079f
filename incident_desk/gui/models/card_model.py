"""The cards of one column as a list model: rows are replaced, inserted and removed one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.models.card import Card, tip_of
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.usecases.rows import IncidentRow

MIME = "application/x-incident-desk-record"
Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_MANY = 200


class CardRole(IntEnum):
    CARD = int(Qt.ItemDataRole.UserRole) + 1
    ROW = CARD + 1  # what is enough to know how tall its card is


class CardModel(QAbstractListModel):
    """Keeps the order it is given: most urgent first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[IncidentRow] = []
        self._make: Callable[[IncidentRow], Card] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == CardRole.ROW:
            return self._rows[index.row()]
        if role == CardRole.CARD:
            return self.card(index)
        if role in (_DISPLAY, _SPOKEN):
            return self.card(index).spoken
        if role == _TOOL_TIP:
            return tool_tip(tip_of(self.card(index)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self._rows[indexes[0].row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """A drop is an order to the presenter, never a change of this list."""
        return False

    # --- contents ---

    @property
    def cards(self) -> Sequence[Card]:
        return [self._card(row) for row in self._rows]

    def card(self, index: Index) -> Card:
        return self._card(self._rows[index.row()])

    def card_of(self, incident: str) -> Card | None:
        row = self.row_of(incident)
        return None if row is None else self._card(self._rows[row])

    def _card(self, row: IncidentRow) -> Card:
        if self._make is None:
            raise RuntimeError("there are no rows before `show`")
        return self._make(row)

    def row_of(self, incident: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.id == incident), None)

    def show(self, rows: Sequence[IncidentRow], make: Callable[[IncidentRow], Card]) -> None:
        """Turns the list into `rows` by the fewest steps: selection and scroll place stay."""
        self._make = make
        if len(rows) > _MANY and not self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        wanted = {row.id for row in rows}
        for n in range(len(self._rows) - 1, -1, -1):
            if self._rows[n].id not in wanted:
                self._remove(n)
        for n, row in enumerate(rows):
            self._place(n, row)

    def _place(self, n: int, row: IncidentRow) -> None:
        if n < len(self._rows) and self._rows[n].id == row.id:
            if self._rows[n] != row:
                self._rows[n] = row
                self.dataChanged.emit(self.index(n), self.index(n))
            return
        known = self.row_of(row.id)
        if known is not None:
            self._remove(known)
        self.beginInsertRows(QModelIndex(), n, n)
        self._rows.insert(n, row)
        self.endInsertRows()

    def _remove(self, n: int) -> None:
        self.beginRemoveRows(QModelIndex(), n, n)
        del self._rows[n]
        self.endRemoveRows()
