"""A list of codes that many choices share: of two hundred columns each need not have its own.

Not a QStandardItemModel: its items would outlive, in Python, the model that deletes them, and end the program.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField

Index = QModelIndex | QPersistentModelIndex


class CodeList(QAbstractListModel):
    """Codes with their words, in their order. Without a code it is a heading, which cannot be chosen."""

    def __init__(self, entries: Iterable[tuple[str | None, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self._rows = {code: row for row, (code, _) in enumerate(self._entries) if code is not None}

    def renew(self, entries: Iterable[tuple[str | None, str]]) -> None:
        """The list with other words or codes. What was chosen stays so, and a list that is open stays open."""
        entries = list(entries)
        if entries == self._entries:
            return
        self.layoutAboutToBeChanged.emit()
        chosen = self.persistentIndexList()
        codes = [self._entries[index.row()][0] for index in chosen]
        self._entries = entries
        self._rows = {code: row for row, (code, _) in enumerate(entries) if code is not None}
        self.changePersistentIndexList(chosen, [self.index(self.row_of(code)) for code in codes])
        self.layoutChanged.emit()

    def row_of(self, code: str | None) -> int:
        """-1 where it is not offered."""
        return -1 if code is None else self._rows.get(code, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        code, words = self._entries[index.row()]
        return words if role == Qt.ItemDataRole.DisplayRole else code if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._entries[index.row()][0] is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SharedChoice(ChoiceField):
    """One of a shared list."""

    def __init__(self, codes: CodeList, theme: Theme, parent: QWidget, *, placeholder: str = "") -> None:
        super().__init__([], theme, parent, placeholder=placeholder)
        self._codes = codes
        self.setModel(codes)
        self.setMaxVisibleItems(20)
        self.setCurrentIndex(-1)

    def set_code(self, code: str | None, words: str = "") -> None:
        """What the list does not offer is not shown: it belongs to the others as well."""
        self.setCurrentIndex(self._codes.row_of(code))
