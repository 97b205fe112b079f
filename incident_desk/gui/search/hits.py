"""Records found, as a list that goes on while one scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from incident_desk.gui.delegates.line_delegate import show_plainly
from incident_desk.gui.models.line_model import Index, LineModel
from incident_desk.gui.search.hit import Hit
from incident_desk.gui.search.hit_delegate import HitDelegate
from incident_desk.gui.theme.manager import Theme


class HitModel(LineModel[Hit]):
    """Hits in the order the register gave them. Signal: `more_requested` when the end comes into sight."""

    more_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._more = False

    def words(self, line: Hit) -> str:
        return f"{line.row.number}, {line.row.title}"

    def spoken(self, line: Hit) -> str:
        return line.spoken

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Asked once: the next page comes by `append`."""
        self._more = False
        self.more_requested.emit()

    def show(self, hits: Sequence[Hit], *, more: bool) -> None:
        self._more = more
        self.put(hits)

    def append(self, hits: Sequence[Hit], *, more: bool) -> None:
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(hits) - 1)
            self.lines += hits
            self.endInsertRows()
        self._more = more


class HitList(QListView):
    """Signals: `opened` id; `left` when Up is pressed on the first hit, or Escape: back to the search box."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model_of_hits = HitModel(self)
        self._delegate = HitDelegate(theme, self)
        self.setModel(self.model_of_hits)
        self.setItemDelegate(self._delegate)
        show_plainly(self, self.tr("Records found"))
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        """The current record stays current where it is among the new hits."""
        known = self.current()
        self._delegate.show_snippets(any(hit.snippet for hit in hits))
        self.model_of_hits.show(hits, more=more)
        row = next((n for n, hit in enumerate(hits) if hit.row.id == known), None)
        if row is not None:
            self.setCurrentIndex(self.model_of_hits.index(row))

    def go_to_top(self) -> None:
        """Other records, or the same in another order, are read from the first."""
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def current(self) -> str | None:
        """The id of the current record."""
        index = self.currentIndex()
        return self.model_of_hits.lines[index.row()].row.id if index.isValid() else None

    def go_in(self) -> None:
        """From the search box into the list."""
        if self.model_of_hits.rowCount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.model_of_hits.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and row <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model_of_hits.lines[index.row()].row.id)
