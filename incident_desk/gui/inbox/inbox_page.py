"""The inbox page: the list at the left, the report and what to do with it at the right; keys do it all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.clock import Clock, system_clock
from incident_desk.gui.inbox.own_triage import OwnTriage
from incident_desk.gui.inbox.preview import ReportPreview
from incident_desk.gui.inbox.report_list import ReportList
from incident_desk.gui.inbox.triage import TriageBar
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import EmptyState, Panel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.rows import IN_INBOX, InboxRow
from incident_desk.usecases.submission import Done

_THROTTLE_MS = 60
_MOST = 500  # reports in the list
_LEAST_READ = 170  # pixels of the design in which a report can still be read


class InboxPage(Page):
    """See `page.Page` for its signals."""

    key = "inbox"
    help_topic = "inbox"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self._shown = False
        self._chosen: InboxRow | None = None
        self._carried_out: dict[str, int] = {}  # reports that are through, by position, until they are read again
        self._own = OwnTriage(session, self)
        self._wanted: str | None = None  # taken back: current again once it is in the list
        self.list = ReportList(theme, self)
        self.preview = ReportPreview(session, theme, self, clock)
        self.triage = TriageBar(session, theme, self)
        self._left = Panel("", theme, self)
        self._right = Panel("", theme, self)
        self._more = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._empty = EmptyState(
            self.tr("No report is waiting."), theme, self, good=True, action=self.tr("Go to the board")
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_THROTTLE_MS)
        self._soon.timeout.connect(self.read)
        self._scroll = Scrolling(self)
        self._lay_out()
        self._fit()
        theme.changed.connect(self._fit)
        self.list.report_chosen.connect(self._on_chosen)
        self.list.key_ordered.connect(self.triage.order)
        self.list.opened.connect(self.open_incident_requested)
        self.triage.ordered.connect(self._on_ordered)
        self._own.taken_back.connect(self._on_taken_back)
        self._empty.action_requested.connect(lambda: self.go_requested.emit("board"))
        session.bus.incidents_changed.connect(self._on_changed)
        session.names_changed.connect(self._on_changed)
        session.actor_changed.connect(lambda: self.triage.show_report(self._chosen))

    def title(self) -> str:
        return self.tr("Inbox")

    def enter(self) -> None:
        self._shown = True
        self.triage.setVisible(self.session.actor.may(Role.COORDINATOR))
        self.read()
        self._take_keyboard()

    def act(self, key: str) -> None:
        if key == "undo":
            self._own.take_back_last()

    def leave(self) -> bool:
        self._shown = False
        return True

    def _lay_out(self) -> None:
        u = self.theme.u
        self._left.body.addWidget(self._more)
        self._left.body.addWidget(self.list)
        self._right.body.addWidget(self.preview, 1)
        self._right.body.addWidget(self.triage)
        row = QHBoxLayout()
        row.setSpacing(2 * u)
        row.addWidget(self._left, 4)
        row.addWidget(self._whole(self._right), 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        page.addWidget(self._empty)
        page.addLayout(row, 1)

    def _whole(self, part: QWidget) -> QWidget:
        """Scrolls where the text is so large that the report and what to do with it have no room together."""
        scroll = self._scroll
        scroll.setWidget(part)
        scroll.viewport().setAutoFillBackground(False)
        part.setAutoFillBackground(False)
        return scroll

    def _fit(self) -> None:
        self.preview.setMinimumHeight(self.theme.px(_LEAST_READ))

    def _on_changed(self, *_: object) -> None:
        if self._shown:
            self._soon.start()

    def read(self) -> None:
        self.session.read(lambda queries: (queries.inbox(_MOST), queries.count(IN_INBOX)), self._take)

    def _take(self, waiting: tuple[list[InboxRow], int]) -> None:
        rows, count = waiting
        more = self.tr("The newest {shown} of {count}. The others follow as these are decided.")
        self._more.setText(more.format(shown=len(rows), count=count))
        self._more.setVisible(count > len(rows))
        positions = {each.row.id: each.row.position for each in rows}
        self._carried_out = {id: seen for id, seen in self._carried_out.items() if positions.get(id) == seen}
        self._show_parts(bool(rows))
        self.list.show_rows(rows, self.session.wording, self._wanted)
        if self._wanted in positions:
            self._wanted = None
        self.count_changed.emit(count)

    def _show_parts(self, waiting: bool) -> None:
        """What is hidden would hand the keyboard on to the next part of the window, whatever that is."""
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self._left.setVisible(waiting)
        self._scroll.setVisible(waiting)
        self._empty.setVisible(not waiting)
        if here and (focused is self._empty.button) is waiting:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        part = self.list if self._empty.isHidden() else self._empty.button
        assert part is not None
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, row: InboxRow | None) -> None:
        """The list is read again whenever anything changes: what was typed about the same report stays."""
        before, self._chosen = self._chosen, row
        if row is not None and before is not None and row.row.id == before.row.id:
            self.triage.renew_report(row)
        else:
            self.triage.show_report(row)
        if row is not None:
            wanted = row.row.id
            self.session.read(lambda queries: queries.record("incident", wanted), self._on_record)

    def _on_record(self, record: Record | None) -> None:
        if self._chosen is not None and record is not None and record.id == self._chosen.row.id:
            self.preview.show_report(self._chosen, record)

    def _on_ordered(self, commands: Sequence[Command], said: str) -> None:
        if self._chosen is None or self._chosen.row.id in self._carried_out:
            return
        row = self._chosen.row
        self.session.submit(
            row.id, commands, seen=row.position, done=partial(self._on_done, self.session.actor, row.position, said),
            refused=lambda refused: self._on_refused(row.id, refused),
        )  # fmt: skip

    def _on_done(self, giver: Actor, seen: int, said: str, done: Done) -> None:
        self._carried_out[done.id] = seen
        if done.entries:
            self._own.note(giver, done, said)
        self.triage.show_report(self._chosen)
        self.list.setFocus()

    def _on_taken_back(self, report: str) -> None:
        self._carried_out.pop(report, None)
        self._wanted = report
        self._on_changed()

    def _on_refused(self, report: str, refused: Refused) -> None:
        """What was ordered twice in a hurry is done already: nobody needs to hear of it."""
        if report not in self._carried_out:
            self.triage.show_wrong(self.session.wording.refusal(refused))
