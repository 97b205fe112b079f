"""My work: actions, measures to check, promises and duties one owes, overdue first; what waits for one's sign-off."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import Role, Status, Step
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import EmptyState, Panel
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.gui.work.work_row import OwedRow
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, WorkRow

_THROTTLE_MS = 80
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Work:
    owed: list[WorkRow]
    to_sign: list[IncidentRow]


def _read(queries: Queries, owner: str | None) -> Work:
    ready = IncidentFilter(statuses=frozenset({Status.OPEN}), steps=frozenset({Step.CONCLUSION}))
    return Work(queries.work(owner), queries.board(ready))


class WorkPage(Page):
    """See `page.Page` for its signals."""

    key = "work"
    help_topic = "work"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self._shown = False
        self._everybody = False
        self._sentence = PlainLabel("", theme, self, role="body-strong")
        self._whose = FilterPill(self.tr("Everybody's"), theme, self, icon="users")
        self._whose.choice_requested.connect(lambda: self._show_everybody(True))
        self._whose.clear_requested.connect(lambda: self._show_everybody(False))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(self._scroll.focusPolicy().NoFocus)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        top = FlowRow(theme, self)
        top.add(self._whose)
        u = theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        column.setSpacing(u)
        column.addWidget(self._sentence)
        column.addWidget(top)
        column.addWidget(self._scroll, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_THROTTLE_MS)
        self._soon.timeout.connect(self.read)
        session.bus.incidents_changed.connect(self._on_changed)
        session.actor_changed.connect(self._on_changed)

    def title(self) -> str:
        return self.tr("My work")

    def enter(self) -> None:
        self._shown = True
        self.read()

    def leave(self) -> bool:
        self._shown = False
        return True

    def _on_changed(self, *_: object) -> None:
        if self._shown:
            self._soon.start()

    def _show_everybody(self, everybody: bool) -> None:
        self._everybody = everybody
        self._whose.set_value(self.tr("Everybody's") if everybody else "")
        self.read()

    def read(self) -> None:
        owner = None if self._everybody else self.session.actor.id
        self.session.read(lambda queries: _read(queries, owner), self._take)

    # --- what is shown ---

    def _take(self, work: Work) -> None:
        now = time.time_ns() // 1000
        late = [row for row in work.owed if row.due is not None and row.due < now]
        may_sign = self.session.actor.may(Role.COORDINATOR, Role.MANAGER)
        to_sign = [row for row in work.to_sign if row.missing <= 1] if may_sign else []
        self._sentence.setText(self._counts(len(work.owed), len(late), len(to_sign)))
        self.count_changed.emit(len(late))
        board = QWidget()
        grid = QGridLayout(board)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * self.theme.u)
        for place, panel in enumerate(self._panels(work, to_sign, now, board)):
            grid.addWidget(panel, place // 2, place % 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(board)
        board.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)

    def _counts(self, owed: int, late: int, to_sign: int) -> str:
        parts = [self.tr("%n open", None, owed), self.tr("%n overdue", None, late)]
        if to_sign:
            parts.append(self.tr("%n records wait for your sign-off", None, to_sign))
        return ", ".join(parts)

    def _panels(self, work: Work, to_sign: list[IncidentRow], now: int, parent: QWidget) -> list[Panel]:
        titles = (
            ("actions", self.tr("Actions")),
            ("measures", self.tr("Measures to check")),
            ("promises", self.tr("Promises")),
            ("obligations", self.tr("Duties to report")),
            ("follow_ups", self.tr("Follow-up")),
            ("questions", self.tr("Questions asked back")),
        )
        panels = []
        for key, title in titles:
            rows = [row for row in work.owed if row.list == key]
            if rows or key in {"actions", "measures"}:
                panels.append(self._panel(title, rows, now, parent))
        if to_sign:
            panels.append(self._signing(to_sign, parent))
        return panels

    def _panel(self, title: str, rows: list[WorkRow], now: int, parent: QWidget) -> Panel:
        late = sum(row.due is not None and row.due < now for row in rows)
        hint = self.tr("%n overdue", None, late) if late else ""
        panel = Panel(title, self.theme, parent, hint=hint)
        for row in rows[:_SHOWN]:
            line = OwedRow(row.what, self._below(row), row.due, now, self.session.wording, self.theme, panel)
            line.clicked.connect(lambda _=False, record=row.incident: self.open_incident_requested.emit(record))
            panel.body.addWidget(line)
        if len(rows) > _SHOWN:
            more = self.tr("and %n more", None, len(rows) - _SHOWN)
            panel.body.addWidget(PlainLabel(more, self.theme, panel, role="hint", ink="ink3"))
        if not rows:
            panel.body.addWidget(EmptyState(self.tr("Nothing owed here."), self.theme, panel, good=True))
        panel.body.addStretch(1)
        return panel

    def _below(self, row: WorkRow) -> str:
        owner = self.session.names.person(row.owner) if self._everybody else ""
        return "  ".join(part for part in (row.number, owner, row.title) if part)

    def _signing(self, rows: list[IncidentRow], parent: QWidget) -> Panel:
        panel = Panel(self.tr("Waiting for sign-off"), self.theme, parent)
        for row in rows[:_SHOWN]:
            line = OwedRow(row.title, row.number, None, 0, self.session.wording, self.theme, panel)
            line.clicked.connect(lambda _=False, record=row.id: self.open_incident_requested.emit(record))
            panel.body.addWidget(line)
        panel.body.addStretch(1)
        return panel
