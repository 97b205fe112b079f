"""What the board decides: which cards stand where, what a drop needs, how a move is ordered."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from incident_desk.domain.errors import GateClosed, Refused
from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.board.concluded import DAYS
from incident_desk.gui.language import said
from incident_desk.gui.models.card import DAY, Card, CardMaker
from incident_desk.gui.session import Session
from incident_desk.usecases.putting_off import waiting
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

if TYPE_CHECKING:
    from incident_desk.domain.commands import Command
    from incident_desk.usecases.ports import Queries

_THROTTLE_MS = 60


@dataclass(frozen=True, slots=True)
class BoardRows:
    open: list[IncidentRow]
    concluded: list[IncidentRow]
    recorded: bool  # whether the register holds any at all
    waiting: Mapping[str, date]  # until when those are put off that are


class BoardPresenter(QObject):
    """Signals: `cards_read` ({step: rows}, maker of their cards); `ranked_read` lines, while one list is wanted;
    `concluded_read` rows; `counted` (how many are open,
    whether the register holds any at all); `gate_closed` (card, step,
    needs); `reason_needed` (card, step) for a move back; `refused` why, of what was filled in; `moved` (id, step).
    """

    cards_read = Signal(object, object)
    ranked_read = Signal(object)
    concluded_read = Signal(object)
    counted = Signal(int, bool)
    gate_closed = Signal(object, object, object)
    reason_needed = Signal(object, object)
    refused = Signal(object)
    moved = Signal(str, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.filter = IncidentFilter()
        self._ranked = False
        self._shown = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_THROTTLE_MS)
        self._soon.timeout.connect(self.read)
        session.bus.incidents_changed.connect(self._on_changed)
        session.names_changed.connect(self._on_changed)
        session.actor_changed.connect(self._on_changed)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.read)

    def start(self) -> None:
        """The board is on screen: read now, and once a minute for the countdowns."""
        self._shown = True
        self._minute.start(60_000)
        self.read()

    def stop(self) -> None:
        self._shown = False
        self._minute.stop()

    def show_only(self, wanted: IncidentFilter) -> None:
        self.filter = wanted
        self.read()

    def show_ranked(self, wanted: bool) -> None:
        self._ranked = wanted
        self.read()

    def _on_changed(self, *_: object) -> None:
        if self._shown:
            self._soon.start()

    def read(self) -> None:
        wanted, zone = self.filter, self._session.names.settings.zone
        self._session.read(lambda queries: _rows(queries, wanted, zone), self._take)
        if self._ranked:
            from incident_desk.usecases.ranked import ranked

            wording = self._session.wording
            self._session.read(lambda queries: ranked(queries, wording, wanted), self.ranked_read.emit)

    def _take(self, rows: BoardRows) -> None:
        columns: dict[Step, list[IncidentRow]] = {step: [] for step in Step}
        for row in sorted(rows.open, key=lambda row: row.id in rows.waiting):  # what waits stands below the others
            if row.step is not None:
                columns[row.step].append(row)
        make = CardMaker(time.time_ns() // 1000, self._session.wording, self._session.actor.id, rows.waiting)
        self.cards_read.emit(columns, make)
        self.concluded_read.emit(rows.concluded)
        self.counted.emit(len(rows.open), rows.recorded)

    # --- moving ---

    def route(self, card: Card) -> tuple[Step, ...]:
        """The steps that a record of this kind and priority goes."""
        return self._session.names.pack.route(card.row.kind, card.row.priority)

    def what_a_drop_needs(self, card: Card, step: Step) -> str:
        """The sentence on the dashed field while a card hangs over a column."""
        if card.row.step is None or step == card.row.step:
            return self.tr("It stands here")
        if step < card.row.step:
            return self.tr("Drop here: back, with a reason")
        if not card.row.missing:
            return self.tr("Drop here")
        return self.tr("Drop here: %n things to add", None, card.row.missing)

    def move(self, card: Card, step: Step) -> None:
        """An order to move a card. Nothing on screen changes before the register has it."""
        from incident_desk.domain.commands import MoveToStep

        if card.row.step is None or step == card.row.step:
            return
        if step < card.row.step:
            self.reason_needed.emit(card, step)
            return
        self.carry_out(card, step, (MoveToStep(step.key),))

    def carry_out(self, card: Card, step: Step, commands: Sequence[Command]) -> None:
        said_after = self.tr("{number} moved to {step}.").format(number=card.row.number, step=said(STEP_NAMES[step]))

        def refused(why: Refused) -> None:
            if isinstance(why, GateClosed):
                self.gate_closed.emit(card, step, why.missing)
            else:
                self.refused.emit(why)

        self._session.submit(
            card.id, commands, seen=card.row.position, said=said_after, refused=refused,
            done=lambda done: self.moved.emit(done.id, step),
        )  # fmt: skip


def _rows(queries: Queries, wanted: IncidentFilter, zone: str) -> BoardRows:
    now = time.time_ns() // 1000
    newest = queries.concluded(wanted, now - DAYS * DAY)
    opened = queries.board(wanted)
    recorded = bool(opened or newest or queries.incidents(IncidentFilter(), limit=1))
    return BoardRows(opened, newest, recorded, waiting(queries, opened, now, zone))
