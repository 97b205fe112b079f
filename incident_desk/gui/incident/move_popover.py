"""What is asked before a record moves: the fields that are missing, or a reason; in place, under its button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.gui.forms.missing_form import MissingForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile

_WIDE = 400


class MissingPopover(Popover):
    """Signals: `move_requested` with the commands that fill in what was missing; `move_anyway_requested` with
    them and the reason; `link_requested` with a need that is met elsewhere on the page.
    """

    move_requested = Signal(object)
    move_anyway_requested = Signal(object, str)
    link_requested = Signal(str)

    def __init__(
        self, title: str, go: str, needs: Sequence[str], incident: Incident, session: Session, theme: Theme,
        page: QWidget, *, anyway: bool,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, page, width=_WIDE)
        self._theme = theme
        self._session, self._incident = session, incident
        self.body.addWidget(PlainLabel(title, theme, self, role="hint-strong", ink="ink2"))
        several = self.tr("%n things are still missing", "", len(needs))
        count = self.tr("One thing is still missing") if len(needs) == 1 else several
        self.body.addWidget(PlainLabel(count, theme, self, role="popover-title"))
        self._asked = QVBoxLayout()
        self.body.addLayout(self._asked)
        self.forms: list[MissingForm] = []
        self._add_form(needs)
        self._still = Note(theme, self, ink="high")
        self.body.addWidget(self._still)
        self.reason = LineField(theme, self)
        self._reason_row = FormRow(
            self.tr("Why it moves although something is missing"), self.reason, theme, self,
            help=self.tr("The reason stands in the journal and on the paper."),
        )  # fmt: skip
        self._reason_row.hide()
        self.body.addWidget(self._reason_row)
        self.go = Button(go, theme, self, weight=Weight.PRIMARY)
        self.anyway = Button(self.tr("Move anyway ..."), theme, self, weight=Weight.QUIET)
        self.anyway.setVisible(anyway)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        row = FlowRow(theme, self)
        row.add(self.go, self.anyway, self.cancel)
        self.body.addWidget(row)
        self.go.clicked.connect(lambda: self.move_requested.emit(self._commands()))
        self.anyway.clicked.connect(self._on_anyway_clicked)
        self.cancel.clicked.connect(self.close_popover)

    def refuse(self, refused: Refused) -> None:
        self.forms[0].refuse(refused)

    def still_missing(self, needs: Sequence[str]) -> None:
        """Nothing was written, because a move is written whole or not at all; what was typed stays.

        A gate may ask for more than before: a category brings its questions.
        """
        self._still.show_sentence(self.tr("Still missing: {needs}.").format(needs=self._session.wording.needs(needs)))
        known = {need for form in self.forms for need in form.needs}
        more = [need for need in needs if need not in known]
        if more:
            self._add_form(more)
            self.forms[-1].focus_first()

    def _add_form(self, needs: Sequence[str]) -> None:
        typed = {key: value for form in self.forms for key, value in form.fields().items()}
        record = self._incident.record
        incident = Incident(replace(record, values={**record.values, **typed}))
        form = MissingForm(needs, incident, self._session, self._theme, self)
        form.link_requested.connect(self._on_link_requested)
        self.forms.append(form)
        self._asked.addWidget(form)

    def _commands(self) -> list[Command]:
        return [command for form in self.forms for command in form.commands()]

    def _on_anyway_clicked(self) -> None:
        if self._reason_row.isHidden():
            self._reason_row.show()
            self.reason.setFocus()
        elif self.reason.text().strip():
            self.move_anyway_requested.emit(self._commands(), self.reason.text())
        else:
            self._reason_row.set_wrong(self._session.wording.texts.say("refusal.reason_missing"))
            self.reason.setFocus()

    def _on_link_requested(self, need: str) -> None:
        self.close_popover()
        self.link_requested.emit(need)


class ReasonPopover(Popover):
    """One question: why. Signal: `given` with the reason and, where there was a choice, what was chosen."""

    given = Signal(str, str)

    def __init__(
        self, title: str, sentence: str, verb: str, session: Session, theme: Theme, page: QWidget,
        *, choices: Sequence[tuple[str, str]] = (), danger: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, page, width=_WIDE)
        self._session = session
        self.body.addWidget(PlainLabel(title, theme, self, role="popover-title"))
        self.body.addWidget(PlainLabel(sentence, theme, self, ink="ink2"))
        self.choice = ChoiceTiles([Tile(*each) for each in choices], theme, self) if choices else None
        if self.choice is not None:
            self.choice.take_label(title)
            self.choice.set_code(choices[-1][0])
            self.body.addWidget(self.choice)
        self.reason = LineField(theme, self, limit=200_000)
        self._row = FormRow(self.tr("Reason"), self.reason, theme, self)
        self.body.addWidget(self._row)
        self._problem = Note(theme, self)
        self.body.addWidget(self._problem)
        self.confirm = Button(verb, theme, self, weight=Weight.DANGER if danger else Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        row = FlowRow(theme, self)
        row.add(self.confirm, self.cancel)
        self.body.addWidget(row)
        self.confirm.clicked.connect(self._on_confirmed)
        self.reason.returnPressed.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.close_popover)

    def refuse(self, refused: Refused) -> None:
        sentence = self._session.wording.refusal(refused)
        if refused.field == "reason":
            self._row.set_wrong(sentence)
        else:
            self._problem.show_sentence(sentence)

    def _on_confirmed(self) -> None:
        if self.reason.text().strip():
            self.given.emit(self.reason.text(), (self.choice.code() or "") if self.choice is not None else "")
        else:
            self._row.set_wrong(self._session.wording.texts.say("refusal.reason_missing"))
            self.reason.setFocus()


Asked = MissingPopover | ReasonPopover
