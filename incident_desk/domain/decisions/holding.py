"""Legal hold: while a dispute or an inquiry lasts nothing of the incident is erased, whatever is due."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from incident_desk.domain.commands import HoldIncident, LiftHold
from incident_desk.domain.decisions.drafting import Case, reason_of
from incident_desk.domain.decisions.writing import must_be_readable
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import Role

HELD = "legal_hold"  # since when: a day


def hold(case: Case, command: HoldIncident) -> list[EntryDraft]:
    must_be_readable(case.incident)
    case.context.actor.must("hold", Role.MANAGER)
    if HELD in case.incident.values:
        raise Refused("already_held", number=case.incident.number)
    day = from_micros(case.context.now).astimezone(ZoneInfo(case.context.zone)).date()
    return [case.draft("held", pairs(case.incident.values, {HELD: day.isoformat()}) | reason_of(command.reason))]


def lift(case: Case, command: LiftHold) -> list[EntryDraft]:
    must_be_readable(case.incident)
    case.context.actor.must("hold", Role.MANAGER)
    if HELD not in case.incident.values:
        raise Refused("not_held", number=case.incident.number)
    return [case.draft("hold_lifted", pairs(case.incident.values, {HELD: None}) | reason_of(command.reason))]
