"""The past of a large demo: old stories, many of them in one transaction.

One commit for each of the thirty acts of two thousand stories would take minutes. Nobody else writes while a demo
is made, so a story's record need not be read back between its acts either. The decisions are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from incident_desk.domain.context import Actor
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.usecases.demo_script import Act
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Register, UnitOfWork
from incident_desk.usecases.resolving import resolve
from incident_desk.usecases.submission import Run, Submission

_TOGETHER = 50


class _ToldRun(Run):
    """One submission among many of a transaction."""

    def begin(self, record: Record, moment: int) -> None:
        self.records = {record.id: record}
        self._now = moment


@dataclass(slots=True)
class Past:
    """Writes stories from first to last act."""

    register: Register
    names: Names
    new_id: Callable[[], str]
    actor: Callable[[str | None], Actor]
    _now: int = 0

    def write(self, scripts: Sequence[Sequence[Act]]) -> None:
        """The stories, the earliest report first, so that numbers run with time."""
        in_order = sorted(scripts, key=lambda acts: acts[0].moment)
        for first in range(0, len(in_order), _TOGETHER):
            with self.register.write(lambda: self._now) as work:
                for acts in in_order[first : first + _TOGETHER]:
                    last = self._write(work, acts)
                work.commit(last.submission.op_id, {"op_id": last.submission.op_id, "entries": last.entries})

    def _write(self, work: UnitOfWork, acts: Sequence[Act]) -> _ToldRun:
        record = Record(self.new_id(), CHAIN_KIND)
        for act in acts:
            self._now = act.moment
            said = act.order(partial(replace, record), act.moment)
            commands = [resolve(command, self.names, self.register.queries) for command in said]
            run = _ToldRun(work, Submission(self.new_id(), commands), self.actor(act.by), self.names, self.new_id)
            run.begin(record, act.moment)
            for command in commands:
                run.carry_out(record.id, command)
            record = run.records[record.id]
        return run
