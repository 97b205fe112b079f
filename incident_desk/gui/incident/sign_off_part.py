"""Signatures: what each one means, who gave it and when, and signing in place with the secret asked again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import SignOff
from incident_desk.domain.errors import GateClosed, Refused
from incident_desk.domain.packs.model import SignOff as Declared
from incident_desk.domain.records import Item
from incident_desk.domain.vocabulary import ROLE_NAMES, Status, Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import language, said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.usecases.secrets import check_secret
from incident_desk.usecases.submission import Done, Submission


class SignOffPart(Part):
    """One line for each signature of the sector pack.

    Signals: `gate_closed` with what is still missing and the key of the signature; `opened` with the panel to sign in.
    """

    gate_closed = Signal(object, str)
    opened = Signal(object)

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._view: IncidentView | None = None
        self._op_id = ""  # of the signature being given: however often it is tried, it is given once
        self.lines = {each.key: _SignOffLine(each, theme, self) for each in presenter.session.names.pack.sign_offs}
        self.panel = SignPanel(theme, self)
        self.panel.sign_requested.connect(self._on_sign_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        for line in self.lines.values():
            line.sign_requested.connect(self.begin_signing)
            column.addWidget(line)
        column.addWidget(self.panel)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self._view = view
        given = {str(item.values.get("sign_off")): item for item in view.incident.signatures}
        for key, line in self.lines.items():
            waits = self._waits_for(line.declared, given)
            line.show_state(given.get(key), self._may_sign(line.declared, view) and not waits, moments, waits)
        self.panel.show_covered(view.position)

    def _may_sign(self, declared: Declared, view: IncidentView) -> bool:
        here = view.incident.status is Status.OPEN and view.incident.step is Step.CONCLUSION
        return here and self.session.actor.may(declared.role) and not self.session.register.read_only

    def _waits_for(self, declared: Declared, given: Mapping[str, Item]) -> str:
        """Why the acting person cannot give it yet: another comes first, or it is for somebody else."""
        before = next((self.lines[key].declared for key in declared.after if key not in given), None)
        if before is not None:
            return self.tr("Comes after the signature of: {role}.").format(role=said(ROLE_NAMES[before.role]))
        actor = self.session.actor
        signed = {given[key].values.get("person") for key in declared.other_than if key in given}
        if actor.id is not None and actor.id in signed:
            return self.tr("For somebody other than {name} to sign.").format(name=actor.name)
        return ""

    def open_sign_offs(self) -> list[Declared]:
        """Signatures that the acting person can give now."""
        view = self._view
        if view is None:
            return []
        given = {str(item.values.get("sign_off")): item for item in view.incident.signatures}
        return [
            line.declared
            for key, line in self.lines.items()
            if key not in given and self._may_sign(line.declared, view) and not self._waits_for(line.declared, given)
        ]

    def begin_signing(self, key: str, note: str = "") -> None:
        """Opens the place to sign, below the lines; `note` says why it opened by itself."""
        declared = self.lines[key].declared
        person = self.session.names.people.get(self.session.actor.id or "")
        covered = self._view.position if self._view else 0
        self._op_id = self.session.services.new_id()
        ask = bool(person and person.has_secret)
        self.panel.begin(declared, person.name if person else "", covered, ask=ask, note=note)
        # The layout knows the panel's place only after this turn of the event loop.
        QTimer.singleShot(0, self.panel, lambda: self.opened.emit(self.panel))

    def _on_sign_requested(self, key: str, secret: str) -> None:
        record, position = self.presenter.record, self._view.position if self._view else 0
        submitter, op_id = self.session.submitter, self._op_id  # of who typed the secret

        def work() -> Done:
            person = submitter.actor.id
            if person is not None:
                check_secret(submitter.register, person, secret, submitter.new_id)
            return submitter.submit(Submission(op_id, (SignOff(key, language()),), record, position))

        self.presenter.use(
            work, done=lambda _: self._signed(), refused=lambda error: self._on_refused(error, key), hears=self
        )

    def _signed(self) -> None:
        self.panel.close_panel()
        self.session.messages.good(self.tr("Signed."))

    def _on_refused(self, refused: Refused, key: str) -> None:
        if isinstance(refused, GateClosed):
            self.panel.close_panel()
            self.gate_closed.emit(refused, key)
        else:
            self.panel.say_wrong(self.session.wording.refusal(refused))

    def is_touched(self) -> bool:
        return False


class _SignOffLine(QWidget):
    """Signal: `sign_requested` with the key of the signature."""

    sign_requested = Signal(str)

    def __init__(self, declared: Declared, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.declared = declared
        self._meaning = PlainLabel(said(declared.meaning), theme, self, role="body")
        self._state = Note(theme, self, icon="signature", ink="ink2", icon_ink="ok")
        self._open = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.sign = Button(self.tr("Sign ..."), theme, self)
        self.sign.setAccessibleDescription(said(declared.meaning))
        self.sign.clicked.connect(lambda: self.sign_requested.emit(declared.key))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._meaning)
        words.addWidget(self._state)
        words.addWidget(self._open)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        column.addLayout(row)
        column.addWidget(Rule(theme, self))

    def show_state(self, given: Item | None, may_sign: bool, moments: Moments, waits: str) -> None:
        role = said(ROLE_NAMES[self.declared.role])
        waiting = self.tr("Not signed yet. To be signed by: {role}.") if self.declared.needed else self.tr(
            "Not signed yet; this signature may be left out. To be signed by: {role}."
        )  # fmt: skip
        self._open.setText("" if given is not None else f"{waiting.format(role=role)} {waits}".strip())
        self._open.setVisible(given is None)
        self._state.show_sentence("" if given is None else self._given(given, moments))
        self.sign.setVisible(given is None and may_sign)

    def _given(self, item: Item, moments: Moments) -> str:
        wording = moments.wording
        name = wording.value(None, item.values.get("name")) or wording.texts.say("wording.this_pc")
        sentence = self.tr("{name}, {time}, covers entries 1 to {position}")
        return sentence.format(
            name=name, time=moments.stated(item.values.get("signed")), position=item.values.get("position")
        )


class _SignButton(Button):
    """A key that is held down from another button signs nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class SignPanel(QWidget):
    """Asks for the secret again where there is one. Signal: `sign_requested` key of the signature, secret."""

    sign_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = ""
        self.note = Note(theme, self, icon="check", ink="ink2", icon_ink="ok")
        self._words = PlainLabel("", theme, self, role="body-strong")
        self._covers = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.secret = SecretField(theme, self, limit=1000)
        self.secret_row = FormRow(self.tr("Your password, once more"), self.secret, theme, self)
        self._problem = Note(theme, self)
        self.sign = _SignButton(self.tr("Sign"), theme, self, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        self.sign.clicked.connect(self._on_sign_clicked)
        self.secret.returnPressed.connect(self._on_sign_clicked)
        self.cancel.clicked.connect(self.close_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        for part in (self.note, self._words, self._covers, self.secret_row, self._problem):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.sign)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def begin(self, declared: Declared, name: str, covered: int, *, ask: bool, note: str = "") -> None:
        self._key = declared.key
        self.note.show_sentence(note)
        meaning = said(declared.meaning)
        self._words.setText(self.tr("{name}: {meaning}").format(name=name, meaning=meaning) if name else meaning)
        self.show_covered(covered)
        self.secret.clear()
        self.secret_row.set_wrong("")
        self.secret_row.setVisible(ask)
        self._problem.show_sentence("")
        self.show()
        (self.secret if ask else self.sign).setFocus()

    def show_covered(self, position: int) -> None:
        """What is written while the panel is open is covered too."""
        covers = self.tr("The signature covers entries 1 to {position} and locks the five steps.")
        self._covers.setText(covers.format(position=position))

    def say_wrong(self, sentence: str) -> None:
        if self.secret_row.isVisibleTo(self):
            self.secret.clear()
            self.secret_row.set_wrong(sentence)
            self.secret.setFocus()
        else:
            self._problem.show_sentence(sentence)

    def close_panel(self) -> None:
        self.secret.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _on_sign_clicked(self) -> None:
        self.sign_requested.emit(self._key, self.secret.text())
