"""Undo: what one command did, taken back by an entry that turns its changes round."""

from __future__ import annotations

from incident_desk.domain.decisions import with_results
from incident_desk.domain.decisions.drafting import Case
from incident_desk.domain.decisions.writing import must_be_writable
from incident_desk.domain.erasure import KINDS
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import CHAIN_KIND, Incident
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Record, colliding, reversed_draft, touched
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.submission import Done, Run, Submission, Submitter

_LASTING = frozenset(
    {"reported", "imported", "signed", "signature_voided", "joined", "reopened", "held", "hold_lifted", *KINDS}
)
_LASTING_LISTS = frozenset({"sign_offs", "joined"})
# What moves a record between inbox, open, concluded and void: taken back even where the steps are locked.
_STANDING = frozenset({"accepted", "not_reportable", "returned_to_inbox", "concluded", "voided", "reinstated", "noted"})


def undo(submitter: Submitter, record_id: str, undone_op: str, op_id: str) -> Done:
    """Raises Refused when somebody changed the same since, or for what cannot be taken back."""
    submission = Submission(op_id, (), record_id)
    return submitter.once(op_id, lambda: _undo(submitter, submission, record_id, undone_op))


def _undo(submitter: Submitter, submission: Submission, record_id: str, undone_op: str) -> Done:
    with submitter.register.write() as work:
        run = Run(work, submission, submitter.acting(), submitter.names(), submitter.new_id)
        run.lock(CHAIN_KIND, [record_id])
        take_back(run, record_id, undone_op)
        done = run.done(record_id)
        work.commit(submission.op_id, done.to_json())
    return done


def take_back(run: Run, record_id: str, undone_op: str) -> None:
    """Appends what turns one op on a locked record round. Raises Refused before anything of it is appended."""
    run.actor.must("undo", Role.COORDINATOR, Role.MANAGER)
    entries = run.work.entries(record_id)
    chosen = [entry for entry in entries if entry.op_id == undone_op]
    _check(chosen, entries)
    record: Record = run.records[record_id]
    _check_lock(chosen, Case(Incident(record), run.context()))
    drafts = [reversed_draft(entry) for entry in reversed(chosen)]
    run.append(record, with_results(record, drafts, run.context()))


def _check(chosen: list[Entry], entries: list[Entry]) -> None:
    if not chosen:
        raise Refused("nothing_to_undo")
    if any(_lasts(entry) for entry in chosen):
        raise Refused("undo_not_possible")
    mine = frozenset().union(*(touched(entry.data) for entry in chosen))
    last = chosen[-1].position
    later = frozenset().union(*(touched(entry.data) for entry in entries if entry.position > last))
    taken_back = {entry.data["undoes"] for entry in entries if entry.kind == "undone" and "undoes" in entry.data}
    if colliding(mine, later) or taken_back & {entry.position for entry in chosen}:
        raise Refused("undo_too_late")


def _lasts(entry: Entry) -> bool:
    return entry.erased or entry.kind in _LASTING or entry.data.get("list") in _LASTING_LISTS


def _check_lock(chosen: list[Entry], case: Case) -> None:
    """Taking back what stands in a locked part would change what was signed."""
    for entry in chosen:
        if entry.data.get("what", entry.kind) not in _STANDING:
            declared = LISTS.get(entry.data.get("list", ""))
            must_be_writable(case, follow_up=declared is not None and declared.follow_up)
