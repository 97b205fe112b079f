"""A listing as a table: rows come in pages while they are looked at, so a million are there at once.

The first column holds the boxes to tick; those of the maker stand behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.language import said
from incident_desk.gui.register.lines import Line, LineMaker
from incident_desk.gui.register.page_store import PAGE, SHIFT, PageStore, Read
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.rows import IncidentRow

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROLE = Qt.ItemDataRole
# Plain numbers: Qt asks for every role of every cell, and to compare enumerations would take longest of all.
DISPLAY, TIP, SPOKEN = int(_ROLE.DisplayRole), int(_ROLE.ToolTipRole), int(_ROLE.AccessibleTextRole)
TICKS = 0  # the column of the boxes


class RegisterModel(QAbstractTableModel):
    """`store` has the rows, `maker` says what is in them."""

    def __init__(self, store: PageStore, maker: LineMaker, parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self.maker = maker
        self._count = 0
        store.page_read.connect(self._on_page_read)

    # --- what Qt asks ---

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.maker.columns) + 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            column = index.column()
            line = self.store.line(index.row())
            return self.maker.texts(line)[column - 1] if column and line is not None else ""
        if role == SPOKEN:
            return self._spoken(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role not in (DISPLAY, SPOKEN, TIP):
            return None
        if section == TICKS:
            return self.tr("Chosen") if role == SPOKEN else None
        heading = said(self.maker.columns[section - 1].label)
        return tool_tip(heading) if role == TIP else heading

    # --- what is shown ---

    def show_listing(self, listing: Listing | None) -> None:
        self.beginResetModel()
        self.store.show(listing)
        self._count = listing.count if listing is not None else 0
        self.endResetModel()

    def show_columns(self, maker: LineMaker) -> None:
        """Other columns, or the same said anew."""
        extra = [column.key for column in maker.columns if column.extra]
        self.beginResetModel()
        self.maker = maker
        if extra == list(self.store.extra):
            self._unsay()
        else:
            self.store.extra = extra
            self.store.forget()
        self.endResetModel()

    def say_anew(self, maker: LineMaker) -> None:
        """The same columns at another time, or with other names of people and places."""
        self.maker = maker
        self._unsay()
        self._tell(0, self._count - 1)

    def _unsay(self) -> None:
        for _, line in self.store.known():
            line.texts = line.drawn_for = None

    def replace_listing(self, listing: Listing, first: int, read: Read) -> None:
        """As many rows or more or fewer at the end, those on screen where they were: nothing jumps."""
        if listing.count > self._count:
            self.beginInsertRows(_NO_PARENT, self._count, listing.count - 1)
            self._take(listing, first, read)
            self.endInsertRows()
        elif listing.count < self._count:
            self.beginRemoveRows(_NO_PARENT, listing.count, self._count - 1)
            self._take(listing, first, read)
            self.endRemoveRows()
        else:
            self._take(listing, first, read)
        self._tell(first, first + len(read.rows) - 1)

    def _take(self, listing: Listing, first: int, read: Read) -> None:
        self._count = listing.count
        self.store.show(listing)
        self.store.fill(first, read)

    def refresh_rows(self, rows: Mapping[str, IncidentRow]) -> None:
        """Newer facts of rows that are here, each in its place."""
        for place, line in list(self.store.known()):
            newer = rows.get(line.row.id)
            if newer is not None and newer != line.row:
                self.store.put(place, Line(newer, line.extra))
                self._tell(place, place)

    def row_of(self, place: int) -> IncidentRow | None:
        """The facts of a row if it is here."""
        line = self.store.known_line(place)
        return None if line is None else line.row

    def spoken_row(self, row: int) -> str:
        """The whole row for a screen reader."""
        line = self.store.line(row)
        return self.maker.spoken(line) if line is not None else self.tr("is being read")

    # --- inside ---

    def _spoken(self, row: int, column: int) -> str:
        return self.spoken_row(row) if column == TICKS else str(self.data(self.index(row, column)))

    def _on_page_read(self, number: int) -> None:
        first = number << SHIFT
        self._tell(first, min(first + PAGE, self._count) - 1)

    def _tell(self, first: int, last: int) -> None:
        if first <= last < self._count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
