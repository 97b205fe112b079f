"""Taking a list of people, places or equipment in: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from incident_desk.domain.chains import PLACE
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record
from incident_desk.usecases.importing.directory_kinds import directory_of
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, ListedRow
from incident_desk.usecases.importing.directory_writers import KIND_OF, Writer, is_unknown_place, make_place, writer_of
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.who_may import must_be_allowed
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Progress, UnitOfWork
from incident_desk.usecases.stopping import tell
from incident_desk.usecases.submission import Done, Submitter

_Decided = tuple[Record, list[EntryDraft]]
_TOLD_EVERY = 50


def run_directory(
    submitter: Submitter, plan: DirectoryPlan, op_id: str, *, skip_bad: bool = False, progress: Progress | None = None
) -> Done:
    """Adds what is new and changes what changed.

    Raises Refused where a row cannot be read, unless left out; `list_meanwhile` where the register changed since;
    `stopped` where progress asks to stop.
    """
    if plan.bad and not skip_bad:
        raise Refused("import_rows_bad", count=len(plan.bad))
    if not plan.new and not plan.changed:
        return Done(op_id, "", "", 0, ())
    return submitter.once(op_id, lambda: _carried_out(submitter, plan, op_id, progress))


def _carried_out(submitter: Submitter, plan: DirectoryPlan, op_id: str, progress: Progress | None) -> Done:
    kind, total = KIND_OF[plan.what], len(plan.new) + len(plan.changed)
    with submitter.register.write() as work:
        work.guard_directories()
        submitter.forget_names()
        names = submitter.names()
        actor = submitter.acting()
        must_be_allowed(actor, plan.what)
        new = {submitter.new_id(): row for row in plan.new}
        known = {row.known.id: row for row in plan.changed if row.known is not None}
        tell(progress, 0, total)
        records = work.lock(kind, list(known))
        _nobody_was_faster(plan, names, records)
        places = {submitter.new_id(): word for word in plan.new_places}
        for record_id, word in places.items():
            place = Record(record_id, PLACE)
            _append(work, place, make_place(place, word, actor), actor, op_id)
        coming = {record_id: row.values for record_id, row in new.items()}
        writer = writer_of(plan.what, actor, names, coming, {folded(word): each for each, word in places.items()})
        decided = chain(_added(writer, kind, new), _changed(writer, records, known))
        for n, (record, drafts) in enumerate(decided, 1):
            _append(work, record, drafts, actor, op_id)
            if n % _TOLD_EVERY == 0:
                tell(progress, n, total)
        changed = (*((PLACE, each) for each in places), *((kind, each) for each in (*new, *known)))
        done = Done(op_id, "", "", 0, (), changed)
        work.commit(op_id, done.to_json(), lambda: tell(progress, total, total))
    submitter.forget_names()
    return done


def _nobody_was_faster(plan: DirectoryPlan, names: Names, records: dict[str, Record]) -> None:
    """What the plan takes for new is not there yet, and what it changes stands as it was looked at."""
    directory = directory_of(plan.what, names)
    came = any(directory.find(row.values) is not None for row in plan.new) or not all(
        is_unknown_place(word, names) for word in plan.new_places
    )
    if came or any(row.known and records[row.known.id].position != row.known.position for row in plan.changed):
        raise Refused("list_meanwhile")


def _added(writer: Writer, kind: str, rows: Mapping[str, ListedRow]) -> Iterator[_Decided]:
    for record_id, row in rows.items():
        record = Record(record_id, kind)
        yield record, writer.added(record, row.values)


def _changed(writer: Writer, records: Mapping[str, Record], rows: Mapping[str, ListedRow]) -> Iterator[_Decided]:
    for record_id, row in rows.items():
        yield records[record_id], writer.changed(records[record_id], row.values)


def _append(work: UnitOfWork, record: Record, drafts: list[EntryDraft], actor: Actor, op_id: str) -> None:
    work.append(record, drafts, actor.id, op_id, max(work.now(), record.changed_at))
