"""The import page: file, columns, check, done. One region at a time, one primary button, and a way back."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.file_drops import FileDrops
from incident_desk.gui.importing.check_step import CheckStep
from incident_desk.gui.importing.columns_step import ColumnsStep
from incident_desk.gui.importing.done_step import DoneStep
from incident_desk.gui.importing.file_step import ENDINGS, FileStep
from incident_desk.gui.importing.presenter import Finished, Importing, Job, What
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.step_line import StepLine
from incident_desk.gui.working import Working
from incident_desk.usecases.importing.who_may import must_be_allowed


class At(IntEnum):
    FILE = 0
    COLUMNS = 1
    CHECK = 2
    DONE = 3


class ImportPage(Page):
    """See `page.Page` for its signals; `show_requested` Finished: what came in and is to be seen."""

    show_requested = Signal(object)

    key = "import"
    help_topic = "import"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self.importing = Importing(session, self)
        self.at = At.FILE
        self._others_wrote = self._told_it_waits = False
        self._writing: int | None = None
        self.steps = StepLine([self.tr("File"), self.tr("Columns"), self.tr("Check")], theme, self)
        self.file = FileStep(theme, self)
        self.columns = ColumnsStep(session, self.importing, theme, self)
        self.check = CheckStep(session, self.importing, theme, self)
        self.done = DoneStep(theme, self)
        self.refusal = Note(theme, self)
        self.working = Working(theme, self)
        self.back = Button(self.tr("Back"), theme, self)
        self.next = Button(self.tr("Next"), theme, self, weight=Weight.PRIMARY)
        self._stack = QStackedWidget(self)
        self._scrolls: list[Scrolling] = []
        self._lay_out()
        self._connect()
        self._go_to(At.FILE)

    def title(self) -> str:
        return self.tr("Bring in a sheet")

    def enter(self) -> None:
        self._say_who_may()
        if self.at is At.CHECK and self._others_wrote and not self.importing.is_busy:
            self.importing.make_plan()
        self._focus_what_is_next()

    def leave(self) -> bool:
        """Everything stays on the page, and goes on. Once for each sheet that is said when the other page is there."""
        self.importing.keep_decisions()
        if self.importing.is_half_done and not self._told_it_waits:
            self._told_it_waits = True
            QTimer.singleShot(0, self, self._say_it_waits)
        return True

    def _say_it_waits(self) -> None:
        if self.importing.is_half_done and not self.isVisible() and self.session.actor.id is not None:
            words = self.tr("The sheet waits as you left it. Nothing of it is in the register yet.")
            if self.importing.is_writing:
                words = self.tr("The sheet is being brought in meanwhile.")
            self.session.messages.good(words, self.tr("Back to the sheet"), lambda: self.go_requested.emit(self.key))

    def take(self, path: Path) -> None:
        """A sheet that was chosen or dropped."""
        if self.importing.is_busy:
            return
        self._go_to(At.FILE)
        self._told_it_waits = False
        self.importing.look(path)

    def begin_with(self, what: What) -> None:
        """Where somebody comes from the list of one kind. A sheet that waits here stays as it is."""
        if not self.importing.is_half_done and not self.importing.is_busy:
            self.file.what.set_code(what)
            self._on_what(what)

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * u, 0, 2 * u, 2 * u)
        page.setSpacing(u)
        page.addWidget(self.steps)
        for step in (self.file, self.columns, self.check, self.done):
            self._stack.addWidget(self._scrolled(step))
        page.addWidget(self._stack, 1)
        page.addWidget(self.refusal)
        page.addWidget(self.working)
        row = QHBoxLayout()
        row.setSpacing(2 * u)
        row.addWidget(self.next)
        row.addWidget(self.back)
        row.addStretch(1)
        page.addLayout(row)

    def _scrolled(self, step: QWidget) -> Scrolling:
        mark(step, kind="inside")
        scroll = Scrolling(self, step)
        self._scrolls.append(scroll)
        return scroll

    def _connect(self) -> None:
        importing = self.importing
        FileDrops(self, ENDINGS).dropped.connect(self.take)
        self.file.file_chosen.connect(self.take)
        self.file.form_chosen.connect(importing.read_again)
        self.file.what_chosen.connect(self._on_what)
        self.columns.saved.connect(self._on_saved)
        self.check.saved.connect(self._on_saved)
        self.check.choice_changed.connect(self._show_buttons)
        self.check.answered.connect(importing.answer)
        self.check.places_wanted.connect(importing.make_places)
        self.check.tab_chosen.connect(self._on_other_tab)
        self.done.another_requested.connect(self._begin_anew)
        self.done.save_requested.connect(self.columns.save_mapping)
        self.done.show_requested.connect(self.show_requested)
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self.working.stop_requested.connect(importing.stop)
        importing.began.connect(self._on_began)
        importing.progressed.connect(self.working.show_progress)
        importing.ended.connect(self._on_ended)
        importing.read.connect(self._on_read)
        importing.planned.connect(self._on_planned)
        importing.finished.connect(self._on_finished)
        importing.failed.connect(self._on_failed)
        self.session.actor_changed.connect(self._say_who_may)
        self.session.names_changed.connect(self._on_names_changed)
        self.session.bus.written.connect(self._on_written)

    def _say_who_may(self) -> None:
        """Told before the work, not after it."""
        try:
            must_be_allowed(self.session.actor, self.importing.what)
        except Refused as refused:
            self.refusal.show_sentence(self.session.wording.refusal(refused))
        else:
            self.refusal.show_sentence("")
        self._show_buttons()

    def _on_written(self) -> None:
        self._others_wrote = True

    def _on_names_changed(self) -> None:
        if self.importing.reading is not None:
            self.columns.show_names()

    def _focus_what_is_next(self) -> None:
        asked = self.check.asked_next() if self.at is At.CHECK else None
        if self.at is At.DONE:
            self.done.show_button.setFocus()
        elif asked is not None:
            asked.setFocus()
            QTimer.singleShot(0, asked, lambda: self._scrolls[At.CHECK].ensureWidgetVisible(asked))  # once it is placed
        elif self.next.isEnabled():
            self.next.setFocus()
        else:
            (self.back if self.back.isVisible() else self.file.choose_button).setFocus()

    # --- going on and back ---

    def _on_next(self) -> None:
        if self.at is At.FILE and self.importing.what is What.INCIDENTS:
            self._go_to(At.COLUMNS)
        elif self.at in (At.FILE, At.COLUMNS):
            self.columns.say("")
            self.importing.make_plan()
        elif self.at is At.CHECK:
            self.importing.bring_in(self.check.taken(), skip_bad=self.check.skips_bad)

    def _on_other_tab(self, name: str) -> None:
        """Its rows and columns are others, so it begins with the sheet as it was read."""
        self._go_to(At.FILE)
        self.importing.read_again(None, name)

    def _leads_back_to(self) -> At:
        to_file = self.at is At.COLUMNS or self.importing.what is not What.INCIDENTS
        return At.FILE if to_file else At.COLUMNS

    def _on_back(self) -> None:
        self._go_to(self._leads_back_to())

    def _begin_anew(self) -> None:
        self.importing.forget()
        self.file.show_reading(None)
        self._go_to(At.FILE)
        self.file.choose_button.setFocus()

    def _go_to(self, at: At) -> None:
        self.at = at
        self._stack.setCurrentIndex(at)
        self._scrolls[at].verticalScrollBar().setValue(0)
        self.steps.show_step(at, () if self.importing.what is What.INCIDENTS else (At.COLUMNS,))
        self._show_buttons()

    def _show_buttons(self) -> None:
        busy, at = self.importing.is_busy, self.at
        self.next.setVisible(at is not At.DONE)
        self.back.setVisible(at in (At.COLUMNS, At.CHECK))
        self.back.setEnabled(not busy)
        to = self.tr("File") if self._leads_back_to() is At.FILE else self.tr("Columns")
        self.back.setAccessibleName(self.tr("Back to {step}").format(step=to))  # the page's head has a Back, too
        self._stack.setEnabled(not busy)
        self.next.set_text(self._said_next())
        ready = self.importing.reading is not None if at is not At.CHECK else self.check.is_ready
        self.next.setEnabled(ready and not busy and not self.refusal.text())

    def _said_next(self) -> str:
        if self.at is not At.CHECK:
            return self.tr("Next")
        new, changed = self.check.coming()
        if not new and changed:
            return self.tr("Take over %n changes", None, changed)
        if not new:
            return self.tr("Take over") if self.check.offers_changes else self.tr("Nothing to bring in")
        return {
            What.INCIDENTS: self.tr("Bring in %n incidents", None, new),
            What.PEOPLE: self.tr("Bring in %n people", None, new),
            What.PLACES: self.tr("Bring in %n places", None, new),
            What.EQUIPMENT: self.tr("Bring in %n pieces of equipment", None, new),
        }[self.importing.what]

    # --- what the presenter says ---

    def _on_what(self, what: What) -> None:
        self.importing.choose_what(What(what))
        self._say_who_may()
        self._go_to(At.FILE)

    def _on_began(self, job: Job) -> None:
        sentences = {
            Job.READING: self.tr("The sheet is being read ..."),
            Job.PLANNING: self.tr("The rows are being looked at ..."),
            Job.WRITING: self.tr("The rows are being brought in: all of them or none ..."),
        }
        if job is Job.WRITING:
            self._writing = self.session.writers.begin(
                self.tr("The rows are still being brought in. Closed now, none of them comes in."),
                lambda: self.go_requested.emit(self.key),
            )
        self.working.start(sentences[job], can_stop=True)
        self._show_buttons()

    def _on_ended(self) -> None:
        if self._writing is not None:
            self.session.writers.end(self._writing)
            self._writing = None
        self.working.finish()
        self._show_buttons()

    def _on_read(self) -> None:
        reading = self.importing.reading
        if reading is not None:
            self.file.show_reading(reading)
            self.columns.show_reading(reading)
            self.check.forget()
        self._show_buttons()
        if self.at is At.FILE:
            self._focus_what_is_next()

    def _on_planned(self) -> None:
        if self.importing.plan is not None:
            self._others_wrote = False
            self.check.show_plan(self.importing.plan, self.importing.facts)
            self._go_to(At.CHECK)
            self._focus_what_is_next()

    def _on_finished(self, told: Finished) -> None:
        self.done.show_finished(told)
        self._go_to(At.DONE)
        self._focus_what_is_next()
        if not self.isVisible():
            self.session.messages.good(self.done.sentence.text())

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refused) and error.code == "import_meanwhile":
            self.session.explain(error)
            self.importing.make_plan()
        elif self.at is At.FILE and self.importing.reading is not None:
            self.file.show_reading(self.importing.reading)  # what was asked for does not hold
            self.session.explain(error)
        elif isinstance(error, Refused) and self.at is At.COLUMNS:
            self.columns.say(self.session.wording.refusal(error))
        else:
            self.session.explain(error)
        if self.isVisible() and not self.importing.is_busy:
            self._focus_what_is_next()

    def _on_saved(self, name: str) -> None:
        self.session.messages.good(self.tr("Saved as {name}.").format(name=name))
