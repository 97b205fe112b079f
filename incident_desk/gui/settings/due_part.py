"""Incidents that need not be kept any more: a list for somebody to decide, read in pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.language import language
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.open_lines import OpenLine, OpenLines
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.usecases.retention import due_page, kept_until
from incident_desk.usecases.rows import DueToGo

_AT_ONCE = 200


class DuePart(QWidget):
    """Signals: `opened` id of an incident; `erase_requested` id and number of the one that is marked."""

    opened = Signal(str)
    erase_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self.rows: list[DueToGo] = []
        title = self.tr("Need not be kept any more")
        self.list = OpenLines(title, theme, self, marks=True)
        self.nothing = EmptyState(self.tr("Nothing is due. It is listed here on its day."), theme, self, good=True)
        self.no_rule = EmptyState(
            self.tr("No rule is stated, so nothing is ever due. Write how many years incidents are kept."), theme, self
        )
        self.more = Button(self.tr("Show more"), theme, self, fit=Fit.BAR)
        self.open_button = Button(self.tr("Open the incident"), theme, self)
        self.erase_button = Button(self.tr("Erase everything personal ..."), theme, self, icon="trash")
        self.held = Note(theme, self, icon="lock", ink="ink2", role="body")
        self._lay_out(title, theme)
        self._connect()

    def _lay_out(self, title: str, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        told = self.tr("Nothing goes by itself. Look into each, and erase what is personal in it when you are sure.")
        column.addWidget(PlainLabel(title, theme, self, role="section"))
        column.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        for part in (self.nothing, self.no_rule, self.list):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.held)
        buttons = FlowRow(theme, self)
        buttons.add(self.open_button, self.erase_button)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.line_marked.connect(self._look)
        self.more.clicked.connect(self._read_more)
        self.open_button.clicked.connect(lambda: self.opened.emit(self._marked()))
        self.erase_button.clicked.connect(self._on_erase)

    # --- reading ---

    def read(self) -> None:
        """From the one on that was concluded first."""
        self._read(None)

    def _read_more(self) -> None:
        self._read(self.rows[-1])

    def _read(self, last: DueToGo | None) -> None:
        self._asked += 1
        asked, register = self._asked, self._session.register

        def take(rows: list[DueToGo]) -> None:
            if asked == self._asked:
                self._take(rows, first=last is None)

        self._session.read(lambda _: due_page(register, last, _AT_ONCE), take)

    def _take(self, rows: list[DueToGo], *, first: bool) -> None:
        self.rows = [*([] if first else self.rows), *rows]
        self.list.show_lines([self._line(row) for row in self.rows])
        ruled = bool(self._session.names.settings.retention)
        self.nothing.setVisible(not self.rows and ruled)
        self.no_rule.setVisible(not self.rows and not ruled)
        self.more.setVisible(len(rows) == _AT_ONCE)
        self._look()

    def _line(self, row: DueToGo) -> OpenLine:
        names, wording = self._session.names, self._session.wording
        until = kept_until(names.settings, row.category, row.concluded_at)
        since = self.tr("due since {day}").format(day=wording.day(until)) if until is not None else ""
        held = self.tr("legal hold") if row.held else ""
        note = ", ".join(filter(None, (names.category(row.category, language()), since, held)))
        return OpenLine(row.id, row.number, row.title, note)

    # --- the one that is marked ---

    def _marked(self) -> str:
        line = self.list.marked()
        return line.incident if line is not None else ""

    def _on_erase(self) -> None:
        line = self.list.marked()
        if line is not None:
            self.erase_requested.emit((line.incident, line.number))

    def _look(self) -> None:
        session, marked = self._session, self._marked()
        held = any(row.held for row in self.rows if row.id == marked)
        may = session.actor.may(Role.ADMINISTRATOR) and not session.register.read_only
        for button in (self.open_button, self.erase_button):
            button.setVisible(bool(self.rows) and (may or button is self.open_button))
            button.setEnabled(bool(marked))
        self.erase_button.setEnabled(bool(marked) and not held)
        told = self.tr("This one is under legal hold. A manager has to lift the hold on its page first.")
        self.held.show_sentence(told if held else "")
