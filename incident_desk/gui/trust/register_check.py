"""Whether the register still says what was written: looked through on demand, and what was found in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.usecases.rows import VerifyBreak, VerifyResult
from incident_desk.usecases.verify_register import verify
from incident_desk.usecases.verify_told import said, what_to_do

_BREAKS_SHOWN = 30


class RegisterCheck(Panel):
    """Everybody may check: nothing is changed here. Signal: `checked` scope, VerifyResult."""

    checked = Signal(str, object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Does the register still say what was written?"), theme, parent)
        self.session, self.theme = session, theme
        self.recent = Button(self.tr("Check what is new"), theme, self, icon="shield-check")
        self.full = Button(self.tr("Check everything"), theme, self, weight=Weight.PRIMARY, icon="shield-check")
        self.working = Working(theme, self)
        self.holds = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body")
        self.broken = Note(theme, self, icon="shield-exclamation", ink="crit", role="body-strong")
        self.stopped = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        self.breaks = QVBoxLayout()
        self._teller: ProgressTeller | None = None
        self._lay_out()
        self.recent.clicked.connect(lambda: self.check("recent"))
        self.full.clicked.connect(lambda: self.check("full"))
        self.working.stop_requested.connect(self._on_stop_requested)

    def _lay_out(self) -> None:
        told = self.tr(
            "The check follows the links of all entries, works out from the journal what must stand in the register, "
            "and compares. It changes nothing."
        )
        self.body.addWidget(PlainLabel(told, self.theme, self, ink="ink2"))
        buttons = FlowRow(self.theme, self)
        buttons.add(self.full, self.recent)
        self.body.addWidget(buttons)
        self.body.addWidget(self.working)
        for part in (self.holds, self.stopped, self.broken):
            self.body.addWidget(part)
        self.breaks.setSpacing(self.theme.u)
        self.body.addLayout(self.breaks)
        note = self.tr(
            "A check of what is new looks at what changed since the last check, signature or print, or since the "
            "program was closed."
        )
        self.body.addWidget(PlainLabel(note, self.theme, self, role="hint", ink="ink3"))

    def check(self, scope: str) -> None:
        register, data_dir = self.session.register, self.session.services.data_dir
        teller = ProgressTeller(self, self.session.tasks)
        teller.progressed.connect(self.working.show_progress)
        self._teller = teller
        self._show_nothing()
        self.recent.setEnabled(False)
        self.full.setEnabled(False)
        self.working.start(self.tr("The journal is being checked."), can_stop=True)
        teller.carry_out(
            self.session.tasks, lambda progress: verify(register, data_dir, scope, None, progress),
            partial(self._on_checked, scope), self._on_failed,
        )  # fmt: skip

    def _on_stop_requested(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    def _finish(self) -> None:
        self.working.finish()
        self.recent.setEnabled(True)
        self.full.setEnabled(True)

    def _on_failed(self, error: BaseException) -> None:
        self._finish()
        self.session.explain(error)

    def _on_checked(self, scope: str, result: VerifyResult) -> None:
        self._finish()
        wording = self.session.wording
        texts = wording.texts
        if result.news:
            self.stopped.show_sentence(" ".join(said(each, wording) for each in result.news))
        stopped = self._teller is not None and self._teller.stopped
        if result.breaks or not stopped:
            self.checked.emit(scope, result)
        if stopped:
            self.stopped.show_sentence(self.tr("Stopped. %n entries were looked at.", "", result.entries))
        if result.holds and not stopped:
            facts = {"entries": _number(result.entries), "head": _number(result.head_index)}
            self.holds.show_sentence(texts.say("verify.holds", **facts))
        elif result.breaks:
            self.broken.show_sentence(texts.count("verify.broken", len(result.breaks)))
            self._show_breaks(result.breaks)

    def _show_breaks(self, breaks: tuple[VerifyBreak, ...]) -> None:
        wording = self.session.wording
        for each in breaks[:_BREAKS_SHOWN]:
            self.breaks.addWidget(PlainLabel(said(each, wording), self.theme, self))
        more = len(breaks) - _BREAKS_SHOWN
        if more > 0:
            self.breaks.addWidget(PlainLabel(self.tr("and %n more", "", more), self.theme, self, ink="ink2"))
        for advice in what_to_do(breaks, wording):
            self.breaks.addWidget(PlainLabel(advice, self.theme, self, ink="ink2"))

    def _show_nothing(self) -> None:
        for note in (self.holds, self.broken, self.stopped):
            note.show_sentence("")
        while (item := self.breaks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _number(number: int) -> str:
    return QLocale().toString(number)
