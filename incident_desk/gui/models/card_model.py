"""The cards of one column as a list model: rows are replaced, inserted and removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.models.card import Card

MIME = "application/x-incident-desk-record"
Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class CardRole(IntEnum):
    CARD = int(Qt.ItemDataRole.UserRole) + 1


class CardModel(QAbstractListModel):
    """Keeps the order it is given: most urgent first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == CardRole.CARD:
            return self._cards[index.row()]
        if role in (_DISPLAY, _SPOKEN):
            return self._cards[index.row()].spoken
        if role == _TOOL_TIP:
            return escape(self._cards[index.row()].row.title)  # tool tips would read it as HTML
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self._cards[indexes[0].row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """A drop is an order to the presenter, never a change of this list."""
        return False

    # --- contents ---

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards

    def card(self, index: Index) -> Card:
        return self._cards[index.row()]

    def row_of(self, incident: str) -> int | None:
        return next((row for row, card in enumerate(self._cards) if card.id == incident), None)

    def show(self, cards: Sequence[Card]) -> None:
        """Turns the list into `cards` by the fewest steps: selection and scroll place stay."""
        if len(cards) > 200 and not self._cards:
            self.beginResetModel()
            self._cards = list(cards)
            self.endResetModel()
            return
        wanted = {card.id for card in cards}
        for row in range(len(self._cards) - 1, -1, -1):
            if self._cards[row].id not in wanted:
                self._remove(row)
        for row, card in enumerate(cards):
            self._place(row, card)

    def _place(self, row: int, card: Card) -> None:
        if row < len(self._cards) and self._cards[row].id == card.id:
            if self._cards[row] != card:
                self._cards[row] = card
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        known = self.row_of(card.id)
        if known is not None:
            self._remove(known)
        self.beginInsertRows(QModelIndex(), row, row)
        self._cards.insert(row, card)
        self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._cards[row]
        self.endRemoveRows()
