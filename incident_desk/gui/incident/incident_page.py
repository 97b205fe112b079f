"""One incident on its own page: head, steps, form, journal, messages and files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role, Status, Step
from incident_desk.gui.clock import Clock, Moments, system_clock
from incident_desk.gui.incident.draft_notice import DraftNotice
from incident_desk.gui.incident.field_menus import FieldMenus
from incident_desk.gui.incident.files_tab import FilesTab
from incident_desk.gui.incident.head import IncidentHead
from incident_desk.gui.incident.journal_tab import JournalTab
from incident_desk.gui.incident.knowing import Knowing
from incident_desk.gui.incident.looking_back import LookingBack
from incident_desk.gui.incident.messages_tab import MessagesTab
from incident_desk.gui.incident.moves import Moves
from incident_desk.gui.incident.needs import place_of
from incident_desk.gui.incident.notices import KeptNotice, OtherStepNotice, StandingNotice
from incident_desk.gui.incident.panes import Panes
from incident_desk.gui.incident.part import may_write
from incident_desk.gui.incident.past_pane import PastPane
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.rail import Deadlines, rail_steps
from incident_desk.gui.incident.saving import Saver
from incident_desk.gui.incident.step_form import StepForm
from incident_desk.gui.incident.step_strip import StepStrip
from incident_desk.gui.incident.tab_order import set_tab_order
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.page import Page
from incident_desk.gui.save_state import SaveState
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.step_rail import StepRail
from incident_desk.usecases.field_history import FieldKey


class IncidentPage(Page):
    """Signals: `saved_state_changed` SaveState, for the status line; `print_requested` id of the record."""

    saved_state_changed = Signal(object)
    print_requested = Signal(str)

    key = "incident"
    help_topic = "incident"
    has_own_head = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self.presenter = IncidentPresenter(session, self, clock)
        self.saver = Saver(self.presenter, self)
        self._looked_at: Step | None = None  # None: the present step, whichever it is
        self._text_field: QWidget | None = None
        self._tabs_soon = QTimer(self, singleShot=True, interval=0)
        self._tabs_soon.timeout.connect(self._order_tabs)
        self.head = IncidentHead(theme, self)
        self.strip = StepStrip(theme, self)
        self.rail = StepRail(theme, self)
        self.deadlines = Deadlines(theme, self.rail)
        self.rail.foot.addWidget(self.deadlines)
        self.form = StepForm(self.presenter, theme, self)
        self.panes = Panes(self.rail, self.form, theme, self)
        self.past = PastPane(session.names.settings.zone, theme, self)
        self.looking = LookingBack(self.presenter, self.past)
        self.field_menus = FieldMenus(self.form, session.messages)
        self.journal = JournalTab(self.presenter, self.looking, theme, self)
        self.messages = MessagesTab(theme, self)
        self.files = FilesTab(self.presenter, theme, self)
        self.draft_notice = DraftNotice(self.saver, theme, self)
        self.standing = StandingNotice(theme, self)
        self.other_step = OtherStepNotice(theme, self)
        self.kept = KeptNotice(theme, self)
        self.moves = Moves(self.presenter, self.saver, self.head, theme, self)
        self.knowing = Knowing(session, theme, self)
        self.moves.more_entries = self.knowing.entries
        self._lay_out()
        self._connect()

    # --- what the window asks ---

    @property
    def record(self) -> str:
        return self.presenter.record

    def title(self) -> str:
        return self.tr("Incident")

    def show_record(self, record: str) -> None:
        """Another record from now on."""
        if record != self.presenter.record:
            self.saver.leave()
            self.saver.begin(record)
            self.moves.close()
            self.knowing.close()
            self._looked_at = None
            self.draft_notice.forget()
            self.looking.end()
            self._ground.hide()  # what still stands there is of another record: nobody should read or press it
        self.presenter.show(record)

    def enter(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_saved()

    def leave(self) -> bool:
        self.saver.leave()
        self.moves.close()
        self.knowing.close()
        self.looking.end()
        self.presenter.stop()
        return True

    def act(self, key: str) -> None:
        handlers = {"undo": self.presenter.undo_last, "print": self._on_print_requested}
        handlers |= {"history": self.field_menus.ask_for_focused, "past": self.looking.show_now}
        if key in handlers:
            handlers[key]()

    # --- showing ---

    @property
    def step(self) -> Step:
        """The step whose form is shown."""
        view = self.presenter.view
        return self._looked_at or (view.step if view is not None else Step.IDENTIFICATION)

    def look_at(self, step: Step) -> None:
        """Shows the form of any step; what is typed is saved first."""
        view = self.presenter.view
        if view is None:
            return
        self.saver.flush()
        self._looked_at = None if step is view.step else step
        self._show(view)

    def _moments(self) -> Moments:
        return Moments(self.presenter.clock(), self.session.wording)

    def _on_shown(self, view: IncidentView) -> None:
        first = self.draft_notice.is_free
        self._show(view)
        self._ground.setVisible(self.past.isHidden())
        if first:
            self.draft_notice.offer(view, self._moments())

    def _show(self, view: IncidentView) -> None:
        moments, step = self._moments(), self.step
        writable = may_write(view, self.presenter)
        self.head.show_view(view, moments, self.session.actor.id, writable=writable)
        self.form.show_view(view, step, moments)
        self.saver.show(view, view.missing_fields(step))
        self._show_steps(view, moments)
        self.journal.show_view(view)
        self.messages.show_view(view, moments, writable=writable)
        self.files.show_view(view, moments)
        self._show_counts()
        self.other_step.show_step(step, view)
        self.kept.show_view(view, moments)
        self.standing.show_view(view, moments, may_act=self._may_reopen())
        self.knowing.show_view(view, step)
        self.moves.show_view(view, self.form.sign_off_part())
        self.setAccessibleName(f"{view.incident.number}, {self.head.title.label.text()}")
        self._tabs_soon.start()

    def _order_tabs(self) -> None:
        set_tab_order([self.head, self.strip, self.rail, self.panes.middle, self.panes.beside])

    def _show_steps(self, view: IncidentView, moments: Moments) -> None:
        steps = rail_steps(view, moments)
        self.rail.set_steps(steps)
        self.strip.set_steps(steps, self.step)
        self.deadlines.show_view(view, moments)

    def _show_counts(self) -> None:
        messages, files = self.messages.count, self.files.count
        words = self.tr("Messages {count}").format(count=messages) if messages else self.tr("Messages")
        self.panes.set_tab_text(self.messages, words)
        words = self.tr("Files {count}").format(count=files) if files else self.tr("Files")
        self.panes.set_tab_text(self.files, words)

    def _may_reopen(self) -> bool:
        return self.session.actor.may(Role.COORDINATOR, Role.MANAGER) and not self.session.register.read_only

    def _on_ticked(self) -> None:
        view = self.presenter.view
        if view is not None:
            moments = self._moments()
            self.form.tick(moments)
            self._show_steps(view, moments)
            self.head.show_view(view, moments, self.session.actor.id, writable=may_write(view, self.presenter))

    def _on_actor_changed(self) -> None:
        """Somebody else sits here now: nothing of what the one before typed is written in this name."""
        if self.record:
            self.saver.begin(self.record)
            self.moves.close()
            self.form.forget()
            self.draft_notice.forget_all()
            self.presenter.read()

    def _on_unknown(self) -> None:
        self.session.messages.warning(self.session.wording.texts.say("refusal.record_unknown"))
        self.go_requested.emit("back")

    # --- going somewhere ---

    def _on_section_requested(self, key: str) -> None:
        view = self.presenter.view
        if view is not None and self.step is not view.step:
            self.look_at(view.step)
        self.form.go_to_section(key)

    def go_to_need(self, need: str) -> None:
        """Shows the place where something that is missing can be written."""
        step, section = place_of(need, self.session.names.pack)
        self.look_at(step)
        self.form.go_to_section(section)

    def _on_sign_requested(self, key: str, note: str) -> None:
        self.look_at(Step.CONCLUSION)
        part = self.form.sign_off_part()
        if part is not None:
            part.begin_signing(key, note)

    def _on_moved(self) -> None:
        self._looked_at = None

    def _on_message_requested(self) -> None:
        self.look_at(Step.CONTAINMENT)
        self.form.add_message()

    def _on_looking_back(self) -> None:
        """What is typed is saved first; then the past stands in place of the record."""
        self.saver.flush()
        self.moves.close()
        self._ground.hide()

    def _on_print_requested(self) -> None:
        self.saver.flush()
        self.print_requested.emit(self.record)

    # --- title ---

    def _on_title_changed(self, title: str) -> None:
        def refused(error: Refused) -> None:
            self.head.title.begin()
            self.head.title.line.setText(title)
            self.head.title.say_wrong(self.session.wording.refusal(error))

        self.presenter.order([ChangeFields({"title": title})], refused=refused)

    # --- what is saved ---

    def _tell_saved(self, *_: object) -> None:
        """All is saved only once nothing waits for a button of its own either: an open line, a note."""
        state = self.saver.state
        if state.safe and state.words and (self.form.is_touched() or self.journal.is_touched()):
            state = SaveState(self.tr("Not saved yet"), safe=False)
        self.saved_state_changed.emit(state)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.files.paste()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a text field that has nothing to take back itself takes back the last change of the record."""
        if event.type() in (QEvent.Type.KeyRelease, QEvent.Type.InputMethod):
            self._tell_saved()
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._text_field is not None:
            self._text_field.removeEventFilter(self)
            self._text_field = None
        if isinstance(new, QLineEdit | QPlainTextEdit) and self.isAncestorOf(new):
            new.installEventFilter(self)
            self._text_field = new

    # --- putting it together ---

    def _connect(self) -> None:
        self.presenter.shown.connect(self._on_shown)
        self.presenter.ticked.connect(self._on_ticked)
        self.presenter.unknown.connect(self._on_unknown)
        self.presenter.other_requested.connect(self.open_incident_requested)
        self.presenter.became_idle.connect(self._tell_saved)  # a line was written, and is closed
        self.session.actor_changed.connect(self._on_actor_changed)
        self.saver.state_changed.connect(self._tell_saved)
        self.form.line_opened.connect(self._tell_saved)
        self.journal.note.textChanged.connect(self._tell_saved)
        self.form.forms_changed.connect(lambda: self.saver.watch(self.form.forms()))
        self.form.line_opened.connect(self._tabs_soon.start)
        self.panes.narrow_changed.connect(self._tabs_soon.start)
        self.form.gate_closed.connect(self.moves.ask_missing_to_sign)
        self.rail.step_requested.connect(self.look_at)
        self.rail.section_requested.connect(self._on_section_requested)
        self.strip.step_requested.connect(self.look_at)
        self.head.back_requested.connect(lambda: self.go_requested.emit("back"))
        self.head.print_requested.connect(self._on_print_requested)
        self.head.title_changed.connect(self._on_title_changed)
        self.moves.link_requested.connect(self.go_to_need)
        self.moves.sign_requested.connect(self._on_sign_requested)
        self.moves.moved.connect(self._on_moved)
        self.messages.add_requested.connect(self._on_message_requested)
        self.files.count_changed.connect(lambda _: self._show_counts())
        self.looking.began.connect(self._on_looking_back)
        self.looking.ended.connect(self._ground.show)
        self.field_menus.history_requested.connect(lambda key, label: self.looking.history(FieldKey(key), label))
        self.standing.first_pressed.connect(self._on_standing_pressed)
        self.other_step.first_pressed.connect(self._on_present_requested)
        self.panes.narrow_changed.connect(self._on_narrow_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_standing_pressed(self) -> None:
        view = self.presenter.view
        if view is not None:
            (self.moves.ask_reinstating if view.incident.status is Status.VOID else self.moves.ask_reopening)()

    def _on_present_requested(self) -> None:
        view = self.presenter.view
        if view is not None:
            self.look_at(view.step)

    def _on_narrow_changed(self, narrow: bool) -> None:
        self.strip.setVisible(narrow)
        self.head.set_narrow(narrow)

    def _lay_out(self) -> None:
        for notice in (self.draft_notice, self.standing, self.kept, self.other_step, self.knowing):
            self.form.notices.addWidget(notice)
        self.panes.add_tab(self.journal, self.tr("Journal"))
        self.panes.add_tab(self.messages, self.tr("Messages"))
        self.panes.add_tab(self.files, self.tr("Files"))
        self._ground = QFrame(self)
        mark(self._ground, kind="page")
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.strip):
            column.addWidget(part)
        column.addWidget(self.panes, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._ground)
        outer.addWidget(self.past)
        self.strip.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _can_undo(field: QObject) -> bool:
    """Whether a text field has typed text of its own to take back."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
