"""What can be done with a waiting report, asked in place: a reason, a question, the record it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import AcceptReport, AddItem, Command, JoinReport, MarkNotReportable
from incident_desk.domain.fields import CORE, INSTEAD
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.usecases.rows import InboxRow


class TriageBar(QWidget):
    """Signal: `ordered` (commands, the sentence said afterwards)."""

    ordered = Signal(object, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._report: InboxRow | None = None
        self._responsible = PickField(self._people(), theme, self)
        self._rows = self._make_rows()
        self.instead = ChoiceField([(each.code, said(each.label)) for each in CORE[INSTEAD].options], theme, self)
        self._instead_row = FormRow(said(CORE[INSTEAD].label), self.instead, theme, self)
        self._save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self._asking = ""
        self._pressed = QElapsedTimer()
        self._buttons = self._make_buttons()
        self._lay_out()
        self._save.clicked.connect(self._on_save)
        for row in self._rows.values():
            if isinstance(row.field, LineField):
                row.field.returnPressed.connect(self._on_save)
        session.names_changed.connect(lambda: self._responsible.set_picks(self._people()))
        self._ask("")

    def _people(self) -> list[Pick]:
        names = self._session.names
        return [Pick(person.id, person.name, person.job) for person in names.people.values() if person.active]

    def _make_rows(self) -> dict[str, FormRow]:
        """What is asked in place, by letter."""
        labels = {
            "Q": self.tr("What do you ask the reporter?"),
            "J": self.tr("Number of the record it belongs to"),
            "N": self.tr("Why is it not led further?"),
        }
        return {key: FormRow(text, LineField(self._theme, self), self._theme, self) for key, text in labels.items()}

    def _make_buttons(self) -> dict[str, Button]:
        words = {
            "A": (self.tr("Accept (A)"), Weight.PRIMARY),
            "Q": (self.tr("Ask back (Q) ..."), Weight.NORMAL),
            "J": (self.tr("Join (J) ..."), Weight.NORMAL),
            "N": (self.tr("Not reportable (N) ..."), Weight.NORMAL),
        }
        buttons = {}
        for letter, (text, weight) in words.items():
            button = Button(text, self._theme, self, weight=weight)
            button.clicked.connect(lambda _=False, letter=letter: self._on_pressed(letter))
            buttons[letter] = button
        return buttons

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u)
        column.addWidget(FormRow(self.tr("Responsible from now on"), self._responsible, self._theme, self))
        row = FlowRow(self._theme, self)
        row.add(*self._buttons.values())
        column.addWidget(row)
        for asked in self._rows.values():
            column.addWidget(asked)
        column.addWidget(self._instead_row)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_report(self, report: InboxRow | None) -> None:
        self._report = report
        self._ask("")
        self._responsible.set_chosen(self._session.actor.id)

    def renew_report(self, report: InboxRow) -> None:
        """The same report as it stands now."""
        self._report = report

    def _on_pressed(self, letter: str) -> None:
        """A double-click is one press: its second half would accept the next report, which nobody has read."""
        again = self._pressed.isValid() and self._pressed.elapsed() < QApplication.doubleClickInterval()
        self._pressed.start()
        if not again:
            self.order(letter)

    def order(self, letter: str) -> None:
        """A key or a button. Accepting needs nothing more; the others ask one thing."""
        if self._report is None:
            return
        if letter == "A":
            number = self._report.row.number
            self._send([AcceptReport(self._responsible.chosen())], self.tr("{number} accepted.").format(number=number))
        else:
            self._ask(letter)

    def _ask(self, letter: str) -> None:
        self._asking = letter
        for key, row in self._rows.items():
            row.set_wrong("")
            row.setVisible(key == letter)
        self._instead_row.setVisible(letter == "N")
        self.instead.set_code(None)
        self._save.setVisible(bool(letter))
        if letter:
            self._field.clear()
            self._field.setFocus()

    @property
    def _field(self) -> LineField:
        field = self._rows[self._asking].field
        assert isinstance(field, LineField)
        return field

    def _on_save(self) -> None:
        if self._report is None or not self._asking:
            return
        text, number = self._field.text().strip(), self._report.row.number
        if self._asking == "Q":
            said_so = self.tr("Question noted on {number}.").format(number=number)
            self._send([AddItem("questions", {"what": text})], said_so)
        elif self._asking == "J":
            said_so = self.tr("{number} joined to {into}.").format(number=number, into=text)
            self._send([JoinReport(text)], said_so)
        else:
            said_so = self.tr("{number} marked as not reportable.").format(number=number)
            self._send([MarkNotReportable(text, self.instead.code() or "")], said_so)

    def _send(self, commands: Sequence[Command], said_so: str) -> None:
        self.ordered.emit(tuple(commands), said_so)

    def show_wrong(self, sentence: str) -> None:
        if self._asking:
            self._rows[self._asking].set_wrong(sentence)
            self._field.setFocus()
        else:
            self._session.messages.warning(sentence)
