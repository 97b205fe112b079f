"""A person's own entry in the directory: name, job and phone go, the secret with them, and nobody signs in as them."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.chains import PERSON
from incident_desk.domain.directory import check_administrator
from incident_desk.domain.erasure import ERASED_ENTRY
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, pairs
from incident_desk.domain.vocabulary import Role
from incident_desk.support.texts import Texts
from incident_desk.usecases.erasing.erase import day_of, why
from incident_desk.usecases.erasing.look import telling
from incident_desk.usecases.names import Names
from incident_desk.usecases.submission import Run, Submission, Submitter


def erase_person_entry(submitter: Submitter, op_id: str, person: str, basis: str, reason: str) -> None:
    """Raises Refused for the last administrator, and for who is not there."""
    with submitter.register.write() as work:
        work.guard_directories()
        submitter.forget_names()
        run = Run(work, Submission(op_id, (), person), submitter.acting(), submitter.names(), submitter.new_id)
        run.actor.must("erase", Role.ADMINISTRATOR)
        run.lock(PERSON, [person])
        record, name = run.records[person], run.names.people[person].name
        facts, told = why(basis, reason, telling([name]))
        drafts = _drafts(run, record, facts["basis"], told)
        check_administrator(record, drafts, roles_of_others(run.names, person))
        run.append(work.erase(record, drafts[0].data["positions"]), drafts)
        work.forget_person(person, name)
        work.commit(submitter.new_id(), run.done(person).to_json())
    submitter.forget_names()


def check_may_go(names: Names, person: str) -> None:
    """Before anything else is erased. Raises Refused for the last administrator."""
    gone = EntryDraft("person_erased", {"=active": [True, False]})
    row = names.people[person]
    record = Record(person, PERSON, row.position, {"active": row.active, "roles": [str(role) for role in row.roles]})
    check_administrator(record, [gone], roles_of_others(names, person))


def roles_of_others(names: Names, person: str) -> list[frozenset[Role]]:
    return [each.roles for each in names.people.values() if each.active and each.id != person]


def _drafts(run: Run, record: Record, basis: str, reason: str) -> list[EntryDraft]:
    if "erased" in record.values:
        raise Refused("person_erased", "person")
    positions = [entry.position for entry in run.work.entries(record.id) if entry.personal_keys and not entry.erased]
    day = day_of(run.context())
    state = {"on": day, "basis": basis}
    told = {"positions": positions, "contents": [], **state, "=erased": [None, state], "reason": reason}
    called = Texts(run.names.settings.language).say("erasure.person", day=day)
    after: dict[str, Any] = {"active": False, "roles": [], **dict.fromkeys(("job", "unit", "phone"))}
    left = {"=name": [None, called], **pairs(record.values, after)}
    gone = {key: [None, None] if key in _PERSONAL else pair for key, pair in left.items()}
    return [
        EntryDraft(ERASED_ENTRY, told, frozenset({"reason"})),
        EntryDraft("person_erased", gone),
    ]


_PERSONAL = frozenset({"=job", "=unit", "=phone"})
