"""What was decided about reports in this window, so that the last of it can be taken back, message or no message."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.gui.over_limits import with_crowding
from incident_desk.gui.session import Session
from incident_desk.usecases.submission import Done
from incident_desk.usecases.undo import undo

_Op = tuple[str | None, str, str]  # who did it, the report, the op


class OwnTriage(QObject):
    """Signal: `taken_back` id of the report. Nobody takes back by a key what another person did at this PC."""

    taken_back = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ops: list[_Op] = []

    def note(self, giver: Actor, done: Done, said: str) -> None:
        """Says what was done, with an Undo beside it; of a join the key says why it stays."""
        op = (giver.id, done.id, done.op_id)
        self._ops.append(op)
        with_crowding(self._session, done, said, partial(self._say, giver, done, op))

    def _say(self, giver: Actor, done: Done, op: _Op, said: str) -> None:
        if "joined" in done.entries or not self._session.still_here(giver):
            self._session.messages.good(said)
        else:
            self._session.messages.good(said, self.tr("Undo"), partial(self._take_back, op))

    def take_back_last(self) -> None:
        own = [op for op in self._ops if op[0] == self._session.actor.id]
        if own:
            self._take_back(own[-1])
        else:
            self._session.messages.info(self.tr("There is nothing of yours to take back here."))

    def _take_back(self, op: _Op) -> None:
        if op in self._ops:  # the key pressed twice means two of them
            self._ops.remove(op)
        _, report, op_id = op
        order = partial(undo, self._session.submitter, report, op_id, self._session.services.new_id())

        def again() -> None:
            self._session.carry_out(order, done=self._on_done, refused=self._on_refused, again=again)

        again()

    def _on_done(self, done: Done) -> None:
        self._session.messages.good(self.tr("Taken back."))
        self.taken_back.emit(done.id)

    def _on_refused(self, refused: Refused) -> None:
        self._session.explain(refused)
