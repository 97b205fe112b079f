"""What the page of an incident decides: what it shows, in which order things are written, what to undo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from incident_desk.domain.commands import Command
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.gui.clock import Clock, system_clock
from incident_desk.gui.incident.view import IncidentView, read_view
from incident_desk.gui.session import Session
from incident_desk.usecases.submission import Done, Submission
from incident_desk.usecases.undo import undo

_MINUTE = 60_000
_THROTTLE_MS = 40
_Whose = tuple[str | None, str]  # who gave orders, and about which record


@dataclass(frozen=True, slots=True)
class _Order:
    """Waits its turn, however long, as `giver` gave it. `make` gives the work then."""

    giver: Actor
    make: Callable[[], Callable[[], Done]]
    said: str = ""
    done: Callable[[Done], None] | None = None
    refused: Callable[[Refused], None] | None = None
    failed: Callable[[BaseException], None] | None = None
    at_close: str = ""
    hears: QObject | None = None

    @property
    def is_heard(self) -> bool:
        return self.hears is None or isValid(self.hears)


class IncidentPresenter(QObject):
    """One order at a time: the next one waits until the page shows what the last one did, so that nobody's
    change is overlooked.

    Signals: `shown` IncidentView, after every change by anyone; `ticked` once a minute, for the countdowns;
    `chain_checked` position and whether the record's chain is unbroken; `became_idle` when no order waits;
    `unknown` when the register has no such record; `other_requested` id of another incident that is to be shown.
    """

    other_requested = Signal(str)
    shown = Signal(object)
    ticked = Signal()
    chain_checked = Signal(int, bool)
    became_idle = Signal()
    unknown = Signal()

    def __init__(self, session: Session, parent: QObject, clock: Clock = system_clock) -> None:
        super().__init__(parent)
        self.session = session
        self.clock = clock
        self.view: IncidentView | None = None
        self._record = ""
        self._reading = self._read_again = False
        self._busy = False
        self._waiting: deque[tuple[_Order, int | None]] = deque()  # with its number among the writers
        self._own: set[str] = set()  # every op this page ordered, whatever became of it
        self._own_positions: dict[_Whose, set[int]] = {}
        self._own_ops: dict[_Whose, list[str]] = {}
        self._undone: set[str] = set()
        self._checking = 0
        self._soon = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._soon.timeout.connect(self.read)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.ticked)
        session.bus.incidents_changed.connect(self._on_incidents_changed)
        session.names_changed.connect(self._soon.start)

    # --- which record ---

    @property
    def record(self) -> str:
        return self._record

    def show(self, record: str) -> None:
        """Shows a record from now on; what still waits for another one is carried out all the same."""
        if record != self._record:
            self._record = record
            self.view = None
            self._checking = 0
        self._minute.start()
        self.read()

    def stop(self) -> None:
        """The page is not on screen."""
        self._minute.stop()

    # --- reading ---

    def read(self) -> None:
        if not self._record:
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._soon.stop()
        record, wording, pack = self._record, self.session.wording, self.session.names.pack
        self.session.read(lambda queries: read_view(queries, record, wording, pack), self._on_read, self._on_unread)

    def _on_read(self, view: IncidentView | None) -> None:
        self._reading = False
        if self._read_again:
            self._read_again = False
            self.read()
            return
        if view is None:
            self.unknown.emit()
        elif view.id == self._record:
            self.view = view
            self.shown.emit(view)
            self._check_chain()
        self._go_on()

    def _on_unread(self, error: BaseException) -> None:
        self._reading = self._read_again = False
        self.session.explain(error, self.read)
        self._go_on()

    def _on_incidents_changed(self, ids: frozenset[str]) -> None:
        if self._record in ids:
            self._soon.start()

    # --- writing ---

    @property
    def idle(self) -> bool:
        return not self._busy and not self._waiting and not self._reading

    def order(
        self, commands: Sequence[Command], *, seen: int | None = None, said: str = "",
        done: Callable[[Done], None] | None = None, refused: Callable[[Refused], None] | None = None,
        failed: Callable[[BaseException], None] | None = None, hears: QObject | None = None, drafted: bool = False,
    ) -> None:  # fmt: skip
        """Carries commands out on the record, as soon as those before them are done.

        `seen` is the position they were made from, else what is shown at this moment: what a colleague writes
        while the order waits was not seen. `failed` hears of trouble in place of the message bar. `hears`: the part
        whom `done` and `refused` are for; with another step or person it goes, and hears nothing any more. `drafted`:
        what is ordered is kept on this PC until it is saved, so that the window may close before.
        """
        record, op_id, submitter = self._record, self.session.services.new_id(), self.session.submitter
        giver = submitter.actor
        position = self.view.position if seen is None and self.view is not None else seen
        self._own.add(op_id)
        at_close = "" if drafted else self.tr("A change of this incident is still being saved. Closed now, it is lost.")

        def work() -> Callable[[], Done]:
            submission = Submission(op_id, tuple(commands), record, self._past_own((giver.id, record), position))
            return lambda: submitter.submit(submission)

        self._enqueue(_Order(giver, work, said, done, refused, failed, at_close, hears))

    def _past_own(self, whose: _Whose, seen: int | None) -> int | None:
        """What was seen, and after it what the same person wrote on this page: that is nobody else's change."""
        while seen is not None and seen + 1 in self._own_positions.get(whose, ()):
            seen += 1
        return seen

    def use(
        self, work: Callable[[], Done], *, said: str = "", done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None, at_close: str = "", hears: QObject | None = None,
    ) -> None:  # fmt: skip
        """Carries out a use case that writes, such as attaching a file, with a submitter taken as it was ordered.

        `at_close`: what may become of it when the window closes too early. `hears` as for `order`.
        """
        giver = self.session.actor
        self._enqueue(_Order(giver, lambda: work, said, done, refused, at_close=at_close, hears=hears))

    def _enqueue(self, order: _Order) -> None:
        number = self.session.writers.begin(order.at_close) if order.at_close else None
        self._waiting.append((order, number))
        self._go_on()

    def _carry_out(self, order: _Order, number: int | None) -> None:
        work = order.make()

        def answered(result: Done) -> None:
            self._end(number)
            self._note_own(order, result)
            self.session.announce(result)
            if order.done is not None and order.is_heard:
                order.done(result)
            self.read()

        def broke_off(error: BaseException) -> None:
            self._end(number)
            if isinstance(error, Refused) and order.refused is not None and order.is_heard:
                order.refused(error)
            elif order.failed is not None and not isinstance(error, Refused):
                order.failed(error)
            else:
                again = partial(self._enqueue, replace(order, make=lambda: work))
                self.session.explain(error, again if self.session.still_here(order.giver) else None)
            self.read()

        self.session.tasks.run(work, answered, broke_off)

    def _end(self, number: int | None) -> None:
        self._busy = False
        if number is not None:
            self.session.writers.end(number)

    def _note_own(self, order: _Order, result: Done) -> None:
        self._own.add(result.op_id)
        if not result.entries:
            return
        whose, last = (order.giver.id, result.id), result.position
        if len(result.changed) == 1:  # else the entries are not all of one record
            self._own_positions.setdefault(whose, set()).update(range(last - len(result.entries) + 1, last + 1))
        self._own_ops.setdefault(whose, []).append(result.op_id)
        if order.said and self.session.still_here(order.giver):
            self.session.messages.good(order.said, self.tr("Undo"), lambda: self.undo(result.id, result.op_id))
        elif order.said:
            self.session.messages.good(order.said)

    def _go_on(self) -> None:
        if self._busy or self._reading:
            return
        if self._waiting:
            self._busy = True
            self._carry_out(*self._waiting.popleft())
        else:
            self.became_idle.emit()

    def is_own(self, op_id: str) -> bool:
        """Whether this page itself wrote an op."""
        return op_id in self._own

    # --- undoing ---

    def undo_last(self) -> None:
        """Takes back the last of one's own changes to this record since the program was opened."""
        own = self._own_ops.get((self.session.actor.id, self._record), [])
        if own:
            self.undo(self._record, own[-1])
        else:
            self.session.messages.info(self.tr("There is nothing of yours to take back on this record."))

    def undo(self, record: str, op_id: str) -> None:
        submitter, new_id = self.session.submitter, self.session.services.new_id()
        whose = (submitter.actor.id, record)
        self._own.add(new_id)

        def forget() -> None:
            self._undone |= {op_id, new_id}
            own = self._own_ops.get(whose, [])
            self._own_ops[whose] = [each for each in own if each not in self._undone]

        def refused(error: Refused) -> None:
            forget()
            self.session.explain(error)

        def done(result: Done) -> None:
            forget()
            self.session.messages.good(self.tr("Taken back."))

        self.use(partial(undo, submitter, record, op_id, new_id), done=done, refused=refused)

    # --- the chain ---

    def _check_chain(self) -> None:
        """Re-links this record's chain whenever it grew; one check at a time."""
        view = self.view
        if view is None or self._checking == view.position:
            return
        self._checking = view.position
        register, record, position = self.session.register, self._record, view.position
        self.session.tasks.run(
            lambda: not list(register.verify("record", record)),
            lambda whole: self.chain_checked.emit(position, bool(whole)),
            self.session.explain,
        )
