"""The page Knowledge: what incidents taught, as a list at the left and one record at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.domain.knowledge import FIELDS, FORMS, KnowledgeKind, KnowledgeState
from incident_desk.gui.clock import Clock, system_clock
from incident_desk.gui.knowledge.asking import Asking
from incident_desk.gui.knowledge.record_list import Listed, RecordList
from incident_desk.gui.knowledge.record_view import RecordView
from incident_desk.gui.language import said
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.usecases.knowledge.reading import KnownRecord, day_of, read_known
from incident_desk.usecases.knowledge.rows import KnowledgeFilter, KnowledgeRow
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.submission import Done

_LIST, _LEAST_LIST = 340, 200  # pixels of the design
_SOON_MS = 150
_MOST = 300
_STANDING = frozenset({KnowledgeState.OPEN, KnowledgeState.PUBLISHED})


class KnowledgePage(Page):
    """See `page.Page` for its signals. `print_requested` id of the record that is shown."""

    print_requested = Signal(str)

    key = "knowledge"
    help_topic = "knowledge"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self._clock = clock
        self._kind: KnowledgeKind | None = None
        self._asked = 0
        self._shown = False
        self.record = ""
        self.new = Button(self.tr("New"), theme, self, icon="plus", weight=Weight.PRIMARY)
        self.finder = LineField(theme, self, placeholder=self.tr("Find"))
        self.finder.setAccessibleName(self.tr("Find in what incidents taught"))
        self.kinds = {kind: FilterPill(said(form.many), theme, self) for kind, form in FORMS.items()}
        self.concluded = FilterPill(self.tr("Concluded too"), theme, self)
        self.list = RecordList(theme, self)
        self.nothing = PlainLabel("", theme, self, ink="ink2")
        self.view = RecordView(session, theme, self)
        self._left = Panel("", theme, self)
        self._right = Panel("", theme, self)
        self.hint = PlainLabel("", theme, self, ink="ink2")
        self.asking = Asking(session, theme, self, self._on_done)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Knowledge")

    def enter(self) -> None:
        self._shown = True
        self.read()
        if self.record:
            self._read_record()
        self.finder.setFocus()

    def leave(self) -> bool:
        self._shown = False
        self.asking.close()
        self.view.save_now()
        return True

    def act(self, key: str) -> None:
        if key == "print" and not self.view.print.isHidden():
            self.view.print.click()

    def show_record(self, record: str) -> None:
        """Another record from now on; what was typed about the last one is saved first."""
        if record != self.record:
            self.asking.close()
            self.view.save_now()
            self.record = record
        self._read_record()

    # --- building ---

    def _lay_out(self) -> None:
        theme, u = self.theme, self.theme.u
        pills = FlowRow(theme, self, gap=6, between=6)
        pills.add(*self.kinds.values(), self.concluded)
        top = QHBoxLayout()
        top.addWidget(self.finder, 1)
        top.addWidget(self.new)
        self._left.body.addLayout(top)
        for part in (pills, self.nothing, self.list):
            self._left.body.addWidget(part)
        self._left.body.addStretch(0)
        self._right.body.addWidget(self.hint)
        self._right.body.addWidget(self.view, 1)
        self._right.body.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        row.setSpacing(2 * u)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        self.view.hide()
        self.hint.setText("\n\n".join(f"{said(form.many)}: {said(form.explained)}" for form in FORMS.values()))
        self._fit()

    def _connect(self) -> None:
        self.new.clicked.connect(self._on_new)
        self.finder.textEdited.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self.read)
        for kind, pill in self.kinds.items():
            pill.choice_requested.connect(partial(self.choose_kind, kind))
            pill.clear_requested.connect(partial(self.choose_kind, None))
        self.concluded.choice_requested.connect(partial(self._show_concluded, on=True))
        self.concluded.clear_requested.connect(partial(self._show_concluded, on=False))
        self.list.record_chosen.connect(self.show_record)
        self.list.entered.connect(self._go_in)
        self.view.incident_requested.connect(self.open_incident_requested)
        self.view.action_requested.connect(self._on_action)
        self.view.take_out_requested.connect(self._on_take_out)
        self.view.saved.connect(self._on_changed)
        self.session.bus.written.connect(self._on_changed)
        self.session.names_changed.connect(self._on_changed)
        self.session.actor_changed.connect(self._on_actor_changed)
        self.theme.changed.connect(self._fit)
        self._on_actor_changed()

    def _fit(self) -> None:
        px = self.theme.px
        self._left.setFixedWidth(max(px(_LEAST_LIST), min(px(_LIST), self.width() // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- the list ---

    def choose_kind(self, kind: KnowledgeKind | None) -> None:
        self._kind = kind
        for each, pill in self.kinds.items():
            pill.set_value(said(FORMS[each].many) if each is kind else "")
        self.read()

    def _show_concluded(self, *, on: bool) -> None:
        self.concluded.set_value(self.tr("Concluded too") if on else "")
        self.read()

    def read(self) -> None:
        self._asked += 1
        number = self._asked
        states = frozenset[KnowledgeState]() if self.concluded.active else _STANDING
        wanted = KnowledgeFilter(self._kind, self.finder.text(), states)
        self.session.read(
            lambda queries: queries.knowledge().listed(wanted, _MOST), lambda rows: self._take(number, wanted, rows)
        )

    def _take(self, number: int, wanted: KnowledgeFilter, rows: list[KnowledgeRow]) -> None:
        if number != self._asked:
            return
        today = day_of(self._clock(), self.session.names.settings.zone).isoformat()
        self.list.show_lines([self._listed(row, today) for row in rows], self.record)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(self._empty_words(wanted))
        if not self.record and rows and not self.view.isVisible():
            self.hint.setVisible(True)

    def _empty_words(self, wanted: KnowledgeFilter) -> str:
        if wanted.text.strip():
            return self.tr("Nothing holds all of these words. Try fewer words.")
        if wanted.kind is not None:
            return self.tr("None yet. Press New, or open one from the menu More of an incident.")
        return self.tr("Nothing yet. Press New, or open a problem from the menu More of an incident.")

    def _listed(self, row: KnowledgeRow, today: str) -> Listed:
        form, late = FORMS[row.kind], row.overdue(today)
        detail = [self.tr("%n incidents", None, row.incidents)] if row.incidents else []
        if late and row.due is not None:
            day = self.session.wording.value(self._due_field(row), row.due)
            detail.insert(0, self.tr("was due {day}").format(day=day))
        standing = f"{said(form.one)}, {said(form.states[row.state])}"
        return Listed(row.id, row.number, row.title, standing, " · ".join(detail), late)

    def _due_field(self, row: KnowledgeRow) -> Field:
        return FIELDS[FORMS[row.kind].due]

    # --- one record ---

    def _go_in(self) -> None:
        if self.view.form is not None and self.view.isVisible():
            self.view.form.focus_field("title")

    def _read_record(self) -> None:
        wanted = self.record
        self.session.read(lambda queries: read_known(queries, wanted), lambda known: self._show_known(wanted, known))

    def _show_known(self, wanted: str, known: KnownRecord | None) -> None:
        if wanted != self.record:
            return
        if known is None:
            self.session.messages.warning(self.session.wording.texts.say("refusal.record_unknown"))
            self.record = ""
        else:
            self.view.show_known(known)
        self.view.setVisible(known is not None)
        self.hint.setVisible(known is None)

    def _on_changed(self, *_: object) -> None:
        if self._shown:
            self._soon.start()
            if self.record:
                self._read_record()

    def _on_actor_changed(self) -> None:
        self.new.setVisible(self.view.may_write)
        self.view.fit_actor()

    # --- doing ---

    def _on_new(self) -> None:
        menu = Menu(self.new.words, self)
        for kind, form in FORMS.items():
            menu.add(said(form.one), partial(self.asking.open_new, kind, self.new))
        menu.open_below(self.new)

    def _on_action(self, action: str) -> None:
        known, view = self.view.shown, self.view
        if known is None:
            return
        match action:
            case "conclude":
                self.asking.conclude(known, view.conclude)
            case "reopen":
                self.asking.reopen(known, view.reopen)
            case "publish":
                self.asking.publish(known, view.publish)
            case "link":
                self.asking.link(known, view.link)
            case "print":
                self.print_requested.emit(known.record.id)

    def _on_take_out(self, row: IncidentRow) -> None:
        known = self.view.shown
        if known is not None:
            line = next(line for line, each in zip(self.view.incidents, known.incidents, strict=True) if each == row)
            self.asking.take_out(known, row, line.take_out)

    def _on_done(self, done: Done) -> None:
        self.record = done.id
        self.read()
        self._read_record()
