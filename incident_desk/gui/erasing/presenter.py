"""Looking for somebody and erasing what was found, off the UI thread: one thing at a time, each with its end told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.erasing.passages import Decision, Decisions, Passage, passages_of
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.session import Session
from incident_desk.gui.working import ProgressTeller
from incident_desk.usecases.erasing.erase import ErasedHere, erase, why
from incident_desk.usecases.erasing.everywhere import Everywhere, erase_everywhere, look_everywhere
from incident_desk.usecases.erasing.left import copies_left
from incident_desk.usecases.erasing.look import look, telling
from incident_desk.usecases.erasing.whole import erase_whole
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.many_at_once import Left
from incident_desk.usecases.ports import Progress, Register

T = TypeVar("T")


class Job(Enum):
    LOOKING = auto()
    ERASING = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """`person`: id on the list of people; `words`: names as they are written."""

    person: str | None
    words: tuple[str, ...]
    basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """`person`: the name that is off the list of people; `waits`: it stays there until what is `left` is done.
    `wiped`: nothing of it is left in the register file. `copies` may still hold it.
    """

    done: tuple[ErasedHere, ...]
    left: tuple[Left, ...]
    person: str
    waits: bool
    wiped: bool
    copies: tuple[Path, ...]


class Erasing(QObject):
    """Signals: `began` Job; `progressed` done, of; `ended`; `looked` when something was found or nothing;
    `finished` Finished; `stopped` between two incidents; `failed` exception.

    `backups`: where copies of the register go.
    """

    began = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()
    looked = Signal()
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, backups: Callable[[], Path | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._backups = session, backups
        self._teller: ProgressTeller | None = None
        self.scope, self.incident, self.number = Scope.EVERYWHERE, "", ""
        self.forget()

    def begin(self, scope: Scope, incident: str = "", number: str = "") -> None:
        self.scope, self.incident, self.number = scope, incident, number
        self.forget()

    def forget(self) -> None:
        self.asked: Asked | None = None
        self.found: Everywhere | None = None
        self.decisions = Decisions()

    @property
    def is_busy(self) -> bool:
        return self._teller is not None

    @property
    def is_half_done(self) -> bool:
        """Something was decided, or is to be, that is nowhere else: it is kept on no disk, for it holds the name."""
        return self.found is not None and bool(self.decisions.passages)

    def stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    # --- looking ---

    def check(self, asked: Asked) -> None:
        """Raises Refused for what would be refused at the end, before anybody has worded anything."""
        self._session.actor.must("erase", Role.ADMINISTRATOR)
        words = self._words(asked)
        why(asked.basis, asked.reason, (lambda _: False) if self.scope is Scope.WHOLE else telling(words))
        self.asked = asked

    def look(self) -> None:
        asked, scope, incident = self.asked, self.scope, self.incident
        if asked is None or self.is_busy:
            return
        words, register, wording = self._words(asked), self._session.register, self._session.wording
        name = asked.person or words[0]

        def work(progress: Progress) -> tuple[Everywhere, list[Passage]]:
            if scope is Scope.HERE:
                here = look(register.queries, incident, words)
                found = Everywhere(words[0], words, None, (here,) if here.finds else (), 0, False)
            else:
                found = look_everywhere(register, name, words, progress)
            return found, passages_of(found.looks, wording)

        self._run(Job.LOOKING, work, self._on_looked)

    def _words(self, asked: Asked) -> tuple[str, ...]:
        name = self._session.names.person(asked.person)
        return tuple(filter(None, (name, *asked.words)))

    def _on_looked(self, result: tuple[Everywhere, list[Passage]]) -> None:
        self.found, passages = result
        self.decisions.show(passages)
        self.looked.emit()

    def decide(self, passage: Passage, decision: Decision) -> None:
        """Raises Refused for a wording that still holds the name."""
        if decision.text is not None and self.found is not None:
            text = decision.text
            if not text.strip() or telling(self.found.words)(text):
                raise Refused("erase_still_there", passage=passage.place)
        self.decisions.decide(passage, decision)

    # --- erasing ---

    def erase(self) -> None:
        asked = self.asked
        if asked is None or self.is_busy:
            return
        self._run(Job.ERASING, partial(self._work(asked), self._session.services.new_id()), self._on_erased)

    def _work(self, asked: Asked) -> Callable[[str, Progress], Finished]:
        """Everything that it needs is taken now: another may sit here while it runs."""
        submitter, register, folder, scope = (
            self._session.submitter,
            self._session.register,
            self._backups(),
            self.scope,
        )
        incident, found, basis, reason = self.incident, self.found, asked.basis, asked.reason
        orders = self.decisions.orders(found.looks if found else (), basis, reason)

        def work(op_id: str, progress: Progress) -> Finished:
            done, left, person, waits = [], tuple[Left, ...](), "", False
            if scope is Scope.EVERYWHERE and found is not None:
                try:
                    all_ = erase_everywhere(submitter, op_id, found, orders, basis, reason, progress)
                except Refused:
                    _wiped(register)  # of those that were erased before it stopped
                    raise
                done, left, person = [*all_.done], all_.left, found.name if all_.person else ""
                waits = bool(all_.left and found.person)
            elif scope is Scope.HERE:
                done = [erase(submitter, op_id, incident, orders[incident])]
            else:
                done = [erase_whole(submitter, op_id, incident, basis, reason)]
            wiped, copies = _wiped(register), copies_left(register, [folder] if folder else [])
            return Finished(tuple(done), left, person, waits, wiped, copies)

        return work

    def _on_erased(self, told: Finished) -> None:
        self.forget()
        for each in told.done:
            self._session.announce(each.done)
        if told.person:
            self._session.bus.directories_changed.emit()
        self.finished.emit(told)

    def wipe(self, done: Callable[[bool], None]) -> None:
        """Once more, where somebody was reading before."""
        register = self._session.register
        self._run(Job.ERASING, lambda _: register.wipe(), done)

    # --- running ---

    def _run(self, job: Job, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        teller = self._teller = ProgressTeller(self, self._session.tasks)
        teller.progressed.connect(self.progressed)
        self.began.emit(job)

        def answered(result: T) -> None:
            self._end()
            done(result)

        def broke_off(error: BaseException) -> None:
            self._end()
            self._on_failed(job, error)

        teller.carry_out(self._session.tasks, work, answered, broke_off)

    def _end(self) -> None:
        self._teller = None
        self.ended.emit()

    def _on_failed(self, job: Job, error: BaseException) -> None:
        """Whoever wrote meanwhile is looked at again, and so is what ended half way: what is gone by then is gone."""
        half_way = job is Job.ERASING and self.scope is Scope.EVERYWHERE and self.found is not None
        if half_way and isinstance(error, Refused) and error.code == "stopped":
            self.stopped.emit()
        else:
            self.failed.emit(error)
        if half_way and self.found is not None:
            self._session.bus.announce(tuple((CHAIN_KIND, look.id) for look in self.found.looks))
        if half_way or (job is Job.ERASING and self.scope is Scope.HERE and isinstance(error, EditConflict)):
            self.look()


def _wiped(register: Register) -> bool:
    """What was erased is erased all the same; whoever reads on is told, and it is tried again."""
    try:
        return register.wipe()
    except SurroundingsFailed:
        return False
