"""The page on which a person's data are erased. One region at a time, one button that leads on, and a way back.

What is worded stays on the page while it is left, and on no disk: a draft would hold the very name that is to go.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.erasing.done_step import DoneStep
from incident_desk.gui.erasing.found_step import FoundStep
from incident_desk.gui.erasing.last_step import LastStep
from incident_desk.gui.erasing.presenter import Erasing, Finished, Job
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.erasing.who_step import WhoStep
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.step_line import StepLine
from incident_desk.gui.working import Working


class At(IntEnum):
    WHO = 0
    FOUND = 1
    LAST = 2
    DONE = 3


class ErasingPage(Page):
    """See `page.Page` for its signals."""

    key = "erase"
    help_topic = "erase"

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget, backups: Callable[[], Path | None]
    ) -> None:  # fmt: skip
        super().__init__(session, theme, parent)
        self.erasing = Erasing(session, backups, self)
        self.at = At.WHO
        self._begun: tuple[Scope, str, str] | None = None
        self._told_it_waits = False
        self._kept_open: int | None = None  # the window does not close over what is half done
        self._names = [self.tr("Who and why"), self.tr("What was found"), self.tr("Last question")]
        self.steps = StepLine(self._names, theme, self)
        self.who = WhoStep(session, theme, self)
        self.found = FoundStep(session, self.erasing, theme, self)
        self.last = LastStep(session, theme, self)
        self.done = DoneStep(session, theme, self)
        self.refusal = Note(theme, self)
        self.nothing = Note(theme, self, icon="info-circle", ink="ink", icon_ink="petrol", role="body-strong")
        self.working = Working(theme, self)
        self.next = Button(self.tr("Look for it"), theme, self, weight=Weight.PRIMARY)
        self.erase = Button(self.tr("Erase for ever"), theme, self, weight=Weight.DANGER, icon="trash")
        self.back = Button(self.tr("Back"), theme, self)
        self.discard = Button(self.tr("Discard"), theme, self, weight=Weight.QUIET)
        self._stack = QStackedWidget(self)
        self._scrolls: list[Scrolling] = []
        self._lay_out()
        self._connect()
        self.begin(Scope.EVERYWHERE)

    def title(self) -> str:
        return self.tr("Erase a person's data")

    def enter(self) -> None:
        self._show_buttons()
        self._focus_what_is_next()

    def leave(self) -> bool:
        """Everything stays on the page. Once that is said when the other page is there."""
        if self.erasing.is_half_done and not self._told_it_waits:
            self._told_it_waits = True
            QTimer.singleShot(0, self, self._say_it_waits)
        return True

    def _say_it_waits(self) -> None:
        if self.erasing.is_half_done and not self.isVisible() and self.session.actor.id is not None:
            words = self.tr("The erasing waits as you left it. Nothing is erased yet.")
            if self.erasing.is_busy:
                words = self.tr("It is being erased meanwhile.")
            self.session.messages.good(words, self.tr("Back to the erasing"), self._come_back)

    def _come_back(self) -> None:
        self.go_requested.emit(self.key)

    def begin(self, scope: Scope, incident: str = "", number: str = "", person: str = "") -> None:
        """What waits here stays as it is, until it is erased or discarded; so does what is typed for the same one."""
        wanted = scope, incident, person
        if self.erasing.is_busy or self.erasing.is_half_done:
            if wanted != self._begun:
                self.session.messages.info(self.tr("Finish this one first, or press Discard."))
            return
        if wanted == self._begun and self.at is not At.DONE:
            return
        self._begun = wanted
        self.erasing.begin(scope, incident, number)
        self.who.begin(scope, number, person)
        self._go_to(At.WHO)
        self._focus_what_is_next()

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * u, 0, 2 * u, 2 * u)
        page.setSpacing(u)
        page.addWidget(self.steps)
        for step in (self.who, self.found, self.last, self.done):
            mark(step, kind="inside")
            scroll = Scrolling(self, step)
            self._scrolls.append(scroll)
            self._stack.addWidget(scroll)
        page.addWidget(self._stack, 1)
        for part in (self.refusal, self.nothing, self.working):
            page.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(2 * u)
        for button in (self.next, self.erase, self.back, self.discard):
            row.addWidget(button)
        row.addStretch(1)
        page.addLayout(row)

    def _connect(self) -> None:
        erasing = self.erasing
        self.who.entered.connect(self._on_next)
        self.found.decided.connect(self._show_buttons)
        self.found.all_decided.connect(self._on_all_decided)
        self.found.writing.connect(self._bring_into_sight)
        self.done.open_requested.connect(self.open_incident_requested)
        self.done.wipe_requested.connect(lambda: erasing.wipe(self.done.show_wiped))
        self.done.again_requested.connect(self._look_at_what_was_left)
        self.next.clicked.connect(self._on_next)
        self.erase.clicked.connect(erasing.erase)
        self.back.clicked.connect(self._on_back)
        self.discard.clicked.connect(self._on_discard)
        self.working.stop_requested.connect(erasing.stop)
        erasing.began.connect(self._on_began)
        erasing.progressed.connect(self.working.show_progress)
        erasing.ended.connect(self._on_ended)
        erasing.looked.connect(self._on_looked)
        erasing.finished.connect(self._on_finished)
        erasing.stopped.connect(self._on_stopped)
        erasing.failed.connect(self._on_failed)
        self.session.actor_changed.connect(self._show_buttons)

    # --- what can be done now ---

    def _go_to(self, at: At) -> None:
        self.at = at
        self._stack.setCurrentIndex(at)
        self._scrolls[at].verticalScrollBar().setValue(0)
        self.steps.show_step(at, (At.FOUND,) if self.erasing.scope is Scope.WHOLE else ())
        self.nothing.show_sentence("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        busy, at, may = self.erasing.is_busy, self.at, self._say_who_may()
        self._stack.setVisible(may)
        self._stack.setEnabled(not busy)
        self.next.setVisible(at in (At.WHO, At.FOUND))
        left = len(self.erasing.decisions.open_ones())
        asks = at is At.FOUND or self.erasing.scope is Scope.WHOLE
        self.next.set_text(self._said_next(left) if asks else self.tr("Look for it"))
        self.next.setEnabled(may and not busy and (at is At.WHO or not left))
        self.erase.setVisible(at is At.LAST)
        self.erase.setEnabled(may and not busy)
        self.back.setVisible(at in (At.FOUND, At.LAST))
        self.back.setEnabled(not busy)
        step = self._names[self._leads_back_to()]
        self.back.setAccessibleName(self.tr("Back to {step}").format(step=step))  # the page's head has a Back, too
        self.discard.setVisible(self.erasing.is_half_done)
        self.discard.setEnabled(not busy)

    def _said_next(self, left: int) -> str:
        if self.at is At.FOUND and left:
            return self.tr("%n still to decide", None, left)
        return self.tr("On to the last question")

    def _say_who_may(self) -> bool:
        try:
            self.session.actor.must("erase", Role.ADMINISTRATOR)
        except Refused as refused:
            self.refusal.show_sentence(self.session.wording.refusal(refused))
            return False
        only_read = self.session.register.read_only
        self.refusal.show_sentence(self.tr("This register can only be read here.") if only_read else "")
        return not only_read

    def _focus_what_is_next(self) -> None:
        if not self.isVisible():
            return
        if self.at is At.WHO:
            self.who.focus_first()
        elif self.at is At.FOUND:
            (self.next.setFocus if self.next.isEnabled() else self.found.focus_open)()
        elif self.at is At.LAST:
            self.back.setFocus()  # nobody erases by pressing Enter once too often
        else:
            next((each for each in (self.done.wipe, self.done.copy, self.done.open_button) if each.isVisible()),
                 self.done).setFocus()  # fmt: skip

    def _bring_into_sight(self, part: QWidget) -> None:
        """Once it is placed: beside large text the list stands above it."""
        QTimer.singleShot(0, part, lambda: self._scrolls[At.FOUND].ensureWidgetVisible(part))

    # --- going on and back ---

    def _on_next(self) -> None:
        if not self.next.isEnabled():
            return
        if self.at is At.FOUND:
            self._ask()
            return
        try:
            self.erasing.check(self.who.asked())
        except Refused as refused:
            if not self.who.explain(refused):
                self.session.explain(refused)
            return
        if self.erasing.scope is Scope.WHOLE:
            self._ask()
        else:
            self.erasing.look()

    def _ask(self) -> None:
        self.last.show_question(self.erasing)
        self._go_to(At.LAST)
        self._focus_what_is_next()

    def _leads_back_to(self) -> At:
        return At.FOUND if self.at is At.LAST and self.erasing.decisions.passages else At.WHO

    def _on_back(self) -> None:
        self._go_to(self._leads_back_to())
        self._focus_what_is_next()

    def _on_discard(self) -> None:
        erasing = self.erasing
        erasing.forget()
        self.found.forget()
        self._keep_open("")
        person, self._begun = self._begun[2] if self._begun else "", None
        self.begin(erasing.scope, erasing.incident, erasing.number, person)

    def _on_all_decided(self) -> None:
        self._show_buttons()
        if self.at is At.FOUND:
            self.next.setFocus()

    def _look_at_what_was_left(self) -> None:
        self._go_to(At.WHO)
        self._on_next()

    # --- what the presenter says ---

    def _on_began(self, job: Job) -> None:
        everywhere = self.erasing.scope is Scope.EVERYWHERE
        if job is Job.LOOKING:
            self.working.start(self.tr("The incidents are being looked through."), can_stop=everywhere)
        else:
            self._keep_open(self.tr("It is still being erased. Closed now, some of it may stay."))
            self.working.start(self.tr("It is being erased."), can_stop=everywhere)
        self._show_buttons()

    def _on_ended(self) -> None:
        self.working.finish()
        self._keep_open("")
        self._show_buttons()

    def _keep_open(self, words: str) -> None:
        """Until it is called again; "" does not."""
        if self._kept_open is not None:
            self.session.writers.end(self._kept_open)
        self._kept_open = self.session.writers.begin(words, self._come_back) if words else None

    def _keep_wording(self) -> None:
        self._keep_open(
            self.tr("The new wording is not in the register yet. Closed now, it is lost and nothing is erased.")
        )

    def _on_looked(self) -> None:
        self._told_it_waits = False
        found = self.erasing.found
        oneself = found is not None and found.person is not None and found.person == self.session.actor.id
        if oneself or found is None or not (found.looks or found.person):
            self._go_to(At.WHO)
            self.erasing.forget()
            told = self.tr("These names stand nowhere. Write them as they are spelt there.")
            own = self.tr("This is your own entry on the list of people. Ask another administrator to erase it.")
            self.nothing.show_sentence(own if oneself else told)
        elif not self.erasing.decisions.passages:
            self._ask()
        else:
            self._go_to(At.FOUND)
            self.found.show_found()
            self._keep_wording()
        self._show_buttons()
        self._focus_what_is_next()

    def _on_finished(self, told: Finished) -> None:
        self.found.forget()
        self.done.show_finished(told)
        self._go_to(At.DONE)
        self._focus_what_is_next()
        if not self.isVisible():
            self.session.messages.good(self.done.sentence.text())

    def _on_stopped(self) -> None:
        told = self.tr("Stopped. What was erased before that stays erased; what is left is looked for again.")
        self.session.messages.info(told)

    def _on_failed(self, error: BaseException) -> None:
        self.session.explain(error)
        if self.erasing.is_half_done:
            self._keep_wording()
        self._focus_what_is_next()
