"""The cards of one column as a list model: rows are replaced, inserted and removed one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from incident_desk.gui.models.card import Card, tip_of
from incident_desk.gui.models.line_model import DISPLAY, LINE, Index, LineModel
from incident_desk.usecases.rows import IncidentRow

MIME = "application/x-incident-desk-record"
CARD = LINE + 1  # as it is painted; the row itself is enough to know how tall it is


class CardModel(LineModel[IncidentRow]):
    """Keeps the order it is given: most urgent first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make: Callable[[IncidentRow], Card] | None = None

    def words(self, line: IncidentRow) -> str:
        return self._card(line).spoken

    def tip(self, line: IncidentRow) -> str:
        return tip_of(self._card(line))

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        return self.card(index) if role == CARD else super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.lines[indexes[0].row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """A drop is an order to the presenter, never a change of this list."""
        return False

    # --- contents ---

    @property
    def cards(self) -> Sequence[Card]:
        return [self._card(row) for row in self.lines]

    def card(self, index: Index) -> Card:
        return self._card(self.lines[index.row()])

    def card_of(self, incident: str) -> Card | None:
        row = self.row_of(incident)
        return None if row is None else self._card(self.lines[row])

    def _card(self, row: IncidentRow) -> Card:
        if self._make is None:
            raise RuntimeError("there are no rows before `show`")
        return self._make(row)

    def row_of(self, incident: str) -> int | None:
        return next((n for n, row in enumerate(self.lines) if row.id == incident), None)

    def show(self, rows: Sequence[IncidentRow], make: Callable[[IncidentRow], Card]) -> None:
        """Turns the list into `rows` by the fewest steps: selection and scroll place stay."""
        self._make = make
        if not self.lines:
            self.put(rows)
            return
        wanted = {row.id for row in rows}
        for n in range(len(self.lines) - 1, -1, -1):
            if self.lines[n].id not in wanted:
                self._remove(n)
        for n, row in enumerate(rows):
            self._place(n, row)

    def _place(self, n: int, row: IncidentRow) -> None:
        if n < len(self.lines) and self.lines[n].id == row.id:
            if self.lines[n] != row:
                self.lines[n] = row
                self.dataChanged.emit(self.index(n), self.index(n))
            return
        known = self.row_of(row.id)
        if known is not None:
            self._remove(known)
        self.beginInsertRows(QModelIndex(), n, n)
        self.lines.insert(n, row)
        self.endInsertRows()

    def _remove(self, n: int) -> None:
        self.beginRemoveRows(QModelIndex(), n, n)
        del self.lines[n]
        self.endRemoveRows()
