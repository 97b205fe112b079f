"""Erasing everything personal in an incident whose time is over, never before: figures and codes stay."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.context import Context
from incident_desk.domain.erasure import drafts, lost
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role, Status
from incident_desk.support.texts import Texts
from incident_desk.usecases.erasing.erase import ErasedHere, day_of, erase_contents, must_not_be_held, why
from incident_desk.usecases.erasing.look import files_of
from incident_desk.usecases.retention import kept_until, today
from incident_desk.usecases.rows import Settings
from incident_desk.usecases.submission import Done, Run, Submission, Submitter

_TITLE = "=title"


def erase_whole(submitter: Submitter, op_id: str, incident: str, basis: str, reason: str) -> ErasedHere:
    """Raises Refused before its date, with the date, and under a legal hold. `Register.wipe` comes after it."""
    kept: list[str] = []
    return ErasedHere(
        submitter.once(op_id, lambda: _carry_out(submitter, op_id, incident, (basis, reason), kept)), 0, tuple(kept)
    )


def _carry_out(submitter: Submitter, op_id: str, incident: str, told: tuple[str, str], kept: list[str]) -> Done:
    with submitter.register.write() as work:
        run = Run(work, Submission(op_id, (), incident), submitter.acting(), submitter.names(), submitter.new_id)
        run.actor.must("erase", Role.ADMINISTRATOR)
        run.lock(CHAIN_KIND, [incident])
        record, context = run.records[incident], run.context()
        facts, reason = why(*told, lambda _: False)
        must_not_be_held(record)
        _must_be_due(record, run.names.settings, context)
        kept += _erase(run, record, facts, reason)
        done = run.done(incident)
        work.commit(op_id, done.to_json())
    return done


def _must_be_due(record: Record, settings: Settings, context: Context) -> None:
    number, values = str(record.values.get("number", "")), record.values
    if values.get("status") != Status.CONCLUDED or "concluded_at" not in values:
        raise Refused("not_concluded", number=number)
    until = kept_until(settings, values.get("category"), values["concluded_at"])
    if until is None:
        raise Refused("erase_no_rule", number=number)
    if until > today(settings, context.now):
        raise Refused("erase_before_date", number=number, date=until.isoformat())


def _erase(run: Run, record: Record, facts: dict[str, Any], reason: str) -> tuple[str, ...]:
    """The places of files that stay, because another incident has them."""
    gone = lost(Record(record.id, CHAIN_KIND), run.work.entries(record.id), lambda _: True)
    files = list(files_of(record).values())
    after = run.work.erase(record, gone.positions)
    contents, kept = erase_contents(run, record, files)
    facts |= {"contents": contents, "on": day_of(run.context()), "=erased_whole": [None, True]}
    title = Texts(run.names.settings.language).say("erasure.whole_title")
    anew = {_TITLE: title} if any(each.place == _TITLE for each in gone.texts) else {}
    run.append(after, drafts(after, gone, anew, facts, reason, files))
    return kept
