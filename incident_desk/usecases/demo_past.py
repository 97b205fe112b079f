"""The past of a demo: old incidents, many of them in one transaction.

One commit for each of the thirty acts of two thousand stories would take minutes. Nobody else writes while a demo
is made, so a story's record need not be read back between its acts either. The decisions are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from incident_desk.domain.context import Actor
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.usecases.demo_script import Act
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Register, UnitOfWork
from incident_desk.usecases.resolving import resolve
from incident_desk.usecases.submission import Run, Submission

_TOGETHER, _IN_MEMORY = 1000, 100


class _ToldRun(Run):
    """One submission among many of a transaction."""

    def begin(self, record: Record, moment: int) -> None:
        self.records = {record.id: record}
        self._now = moment


@dataclass(slots=True)
class Past:
    """Writes stories from first to last act, each at its own time."""

    register: Register
    names: Names
    new_id: Callable[[int], str]  # of a moment
    actor: Callable[[str | None], Actor]
    written: Callable[[int], None] = lambda done: None  # told how many stand in the register
    incidents: int = 0
    entries: int = 0
    _now: int = 0

    def write(self, stories: Iterable[Sequence[Act]]) -> None:
        """The stories, given with the earliest report first, so that numbers run with time."""
        waiting = iter(stories)
        while together := list(islice(waiting, _TOGETHER)):
            with self.register.write(lambda: self._now) as work:
                for n, acts in enumerate(together):
                    if n and n % _IN_MEMORY == 0:
                        work.flush()
                    last = self._write(work, acts)
                work.commit(last.submission.op_id, {"op_id": last.submission.op_id, "entries": last.entries})
            self.register.take_head()
            self.incidents += len(together)
            self.written(self.incidents)

    def _write(self, work: UnitOfWork, acts: Sequence[Act]) -> _ToldRun:
        record = Record(self.new_id(acts[0].moment), CHAIN_KIND)
        for act in acts:
            self._now = act.moment
            commands = act.order(partial(replace, record), act.moment)
            if not act.by_ids:
                commands = [resolve(command, self.names, self.register.queries) for command in commands]
            submission = Submission(self._id(), commands)
            run = _ToldRun(work, submission, self.actor(act.by), self.names, self._id)
            run.begin(record, act.moment)
            for command in commands:
                run.carry_out(record.id, command)
            record = run.records[record.id]
        self.entries += record.position
        return run

    def _id(self) -> str:
        return self.new_id(self._now)
