"""What somebody still has in hand: the incidents they lead, and the lines they owe. For who leaves or is away."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.many_at_once import MOST, ManyDone, order_for_many
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, WorkRow
from incident_desk.usecases.submission import Submitter

_OPEN = frozenset({Status.INBOX, Status.OPEN})


@dataclass(frozen=True, slots=True)
class OpenWork:
    """`incidents` newest first, at most as many as can be given over at once; `count` of all. `lines` are owed."""

    person: str
    count: int
    incidents: tuple[IncidentRow, ...]
    lines: tuple[WorkRow, ...]


def open_work(queries: Queries, person: str) -> OpenWork:
    led = IncidentFilter(statuses=_OPEN, responsible=person)
    return OpenWork(person, queries.count(led), tuple(queries.incidents(led, limit=MOST)), tuple(queries.work(person)))


def give_over(submitter: Submitter, work: OpenWork, to: str, op_id: str, progress: Progress | None = None) -> ManyDone:
    """Somebody else leads the incidents from now on: one order for all, with one undo."""
    ids = [row.id for row in work.incidents]
    return order_for_many(submitter, op_id, ids, ChangeFields({"responsible": to}), progress)
