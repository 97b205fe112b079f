"""Many incidents at once: the same order for each, an entry of its own on each, one op for all and one undo.

What cannot be done for one of them (its steps are locked, it waits in the inbox) is left as it is and told; the
others are done. All of it is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from incident_desk.domain.commands import Command
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.usecases.ports import Progress, UnitOfWork
from incident_desk.usecases.resolving import resolve
from incident_desk.usecases.stopping import tell
from incident_desk.usecases.submission import Done, Run, Submission, Submitter
from incident_desk.usecases.undo import take_back

MOST = 2000
"""So many at once: the register is held for a few seconds, and nobody looks through more before pressing."""

_TOLD_EVERY = 20


@dataclass(frozen=True, slots=True)
class Left:
    """An incident that stays as it was, and why."""

    id: str
    number: str
    reason: Refused


@dataclass(frozen=True, slots=True)
class ManyDone:
    """`done` names every incident that changed; its `entries` are one for each. None changed: nothing was written."""

    done: Done
    left: tuple[Left, ...]


def order_for_many(
    submitter: Submitter, op_id: str, ids: Sequence[str], command: Command, progress: Progress | None = None
) -> ManyDone:
    """One command for many incidents. Raises Refused where there are too many, or `stopped` when asked to stop."""
    names = submitter.names()
    resolved = resolve(command, names, submitter.register.queries)
    return _for_each(submitter, op_id, ids, lambda run, record: run.carry_out(record, resolved), progress)


def undo_many(
    submitter: Submitter, op_id: str, ids: Sequence[str], undone_op: str, progress: Progress | None = None
) -> ManyDone:
    """Takes back what one op did to these incidents, where nobody changed the same since."""
    return _for_each(submitter, op_id, ids, lambda run, record: take_back(run, record, undone_op), progress)


def _for_each(
    submitter: Submitter, op_id: str, ids: Sequence[str], act: Callable[[Run, str], None], progress: Progress | None
) -> ManyDone:
    if len(ids) > MOST:
        raise Refused("too_many_at_once", most=MOST, given=len(ids))
    left: list[Left] = []

    def carry_out() -> Done:
        with submitter.register.write() as work:
            runs = _acted(submitter, work, op_id, ids, act, left, progress)
            done = _together(op_id, runs)
            if runs:
                work.commit(op_id, done.to_json(), lambda: tell(progress, len(ids), len(ids)))
        return done

    return ManyDone(submitter.once(op_id, carry_out), tuple(left))


def _acted(
    submitter: Submitter, work: UnitOfWork, op_id: str, ids: Sequence[str], act: Callable[[Run, str], None],
    left: list[Left], progress: Progress | None,
) -> list[Run]:  # fmt: skip
    actor, names, runs = submitter.acting(), submitter.names(), []
    for n, record in enumerate(work.lock(CHAIN_KIND, ids).values()):
        if n % _TOLD_EVERY == 0:
            tell(progress, n, len(ids))
        run = Run(work, Submission(op_id, (), record.id), actor, names, submitter.new_id)
        run.hold(record)
        try:
            if not record.position:
                raise Refused("record_unknown")
            act(run, record.id)
        except Refused as reason:
            left.append(Left(record.id, str(record.values.get("number") or record.id), reason))
        else:
            runs += [run] if run.changed else []
    return runs


def _together(op_id: str, runs: Sequence[Run]) -> Done:
    changed = tuple((kind, record) for run in runs for record, kind in run.changed.items())
    first = next(iter(runs[0].records.values())) if runs else None
    entries = tuple(entry for run in runs for entry in run.entries)
    return Done(op_id, first.id if first else "", "", first.position if first else 0, entries, changed)
