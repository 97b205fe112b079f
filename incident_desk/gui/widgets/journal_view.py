"""The journal of a record: newest on top, a box on a thread for each entry; the lowest line states the chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.values import from_micros
from incident_desk.gui.models.line_model import LineModel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.journal_entry import EntryDelegate, Shown
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.tall_rows import TallRows
from incident_desk.usecases.journal_lines import JournalLine


class JournalModel(LineModel[Shown]):
    """The lines of a journal, newest first."""

    def words(self, line: Shown) -> str:
        """The whole entry."""
        return line.in_words()

    def set_lines(self, lines: Sequence[JournalLine], zone: str) -> None:
        """`lines` in the chain's order. New entries are inserted, so that nobody loses the place in the list."""
        rows = _shown(lines, zone)
        new = len(rows) - len(self.lines)
        if new > 0 and self.lines and [row.line for row in rows[new:]] == [row.line for row in self.lines]:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self.lines = rows
            self.endInsertRows()
            self.dataChanged.emit(self.index(new, 0), self.index(new, 0))  # its day may stand above another now
        elif rows != self.lines:
            self.put(rows)


def _shown(lines: Sequence[JournalLine], zone: str) -> list[Shown]:
    """Newest first, each with its clock time; the first of a day carries the date."""
    rows: list[Shown] = []
    day: QDate | None = None
    for line in reversed(lines):
        local: datetime = from_micros(line.recorded_at).astimezone(ZoneInfo(zone))
        here = QDate(local.year, local.month, local.day)
        rows.append(Shown(line, f"{local:%H:%M}", _day_words(here) if here != day else ""))
        day = here
    return rows


def _day_words(day: QDate) -> str:
    pattern = "ddd d. MMM yyyy" if QLocale().language() == QLocale.Language.German else "ddd d MMM yyyy"
    return QLocale().toString(day, pattern)


class JournalView(Painted):
    """Rows can be selected and copied (Ctrl+C). `head` is a column above the list, `foot` one under it, above the chain
    line.
    """

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.model = JournalModel(self)
        self.list = TallRows(self.tr("Journal"), self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(theme, self.list))
        mark(self.list, kind="board")
        self._chain = Note(theme, self, icon="link", ink="ink2", icon_ink="ok")
        self._broken = Note(theme, self, icon="link-off", ink="crit", role="hint-strong")
        self.head, self.foot = QVBoxLayout(), QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.head)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self.foot)
        for note in (self._chain, self._broken):
            self._column.addWidget(note)
        self._column.setSpacing(theme.u)

    def set_lines(self, lines: Sequence[JournalLine], zone: str) -> None:
        self.model.set_lines(lines, zone)

    def set_chain(self, sentence: str, *, unbroken: bool) -> None:
        """The lowest line: "Entry 14, chain unbroken since the first report"."""
        self._chain.show_sentence(sentence if unbroken else "")
        self._broken.show_sentence("" if unbroken else sentence)

    def selected(self) -> list[JournalLine]:
        """In the chain's order."""
        return [self.model.lines[row].line for row in reversed(self.list.selected_rows())]

    def _on_theme_changed(self) -> None:
        self._column.setSpacing(self._theme.u)
        self.list.scheduleDelayedItemsLayout()
        super()._on_theme_changed()
