"""Reports: filed by anyone, triaged in the inbox."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.commands import (
    AcceptReport,
    MarkNotReportable,
    RecordIncident,
    ReturnToInbox,
)
from incident_desk.domain.decisions.drafting import Case, reason_of
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import INSTEAD
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.domain.titles import title_from
from incident_desk.domain.vocabulary import Kind, Role, Status, Step

_NAMING = ("reporter", "reporter_name")


def record_incident(case: Case, command: RecordIncident) -> list[EntryDraft]:
    if case.incident.exists:
        raise Refused("already_recorded")
    if command.kind not in set(Kind):
        raise Refused("kind_unknown", "kind", value=command.kind)
    number = case.context.number
    if number is None:
        raise ValueError("a new record needs a number in its context")
    fields = {key: raw for key, raw in command.fields.items() if key != "kind"}
    if command.anonymous and any(fields.get(key) for key in _NAMING):
        raise Refused("anonymous_with_name", "reporter_name")
    if command.anonymous and command.accept:
        raise Refused("anonymous_accepted", "accept")
    changes = case.changes(fields)
    if "=what_happened" not in changes and "=title" not in changes:
        raise Refused("report_empty", "what_happened")
    made = {} if "=title" in changes else {"=title": [None, title_from(changes["=what_happened"][1])]}
    system = {
        "number": str(number), "unit": number.unit, "year": number.year, "serial": number.serial,
        "status": str(Status.INBOX), "kind": command.kind, "zone": case.context.zone,
        "anonymous": command.anonymous or None, "title_made": bool(made) or None,
    }  # fmt: skip
    data = {**pairs({}, system), **changes, **made}
    return [case.draft("reported", data)]


def accept_report(case: Case, command: AcceptReport) -> list[EntryDraft]:
    case.context.actor.must("accept", Role.COORDINATOR)
    must_wait_in_inbox(case.incident)
    after: dict[str, Any] = {
        "status": str(Status.OPEN),
        "step": int(Step.IDENTIFICATION),
        f"step.{int(Step.IDENTIFICATION)}": entered(case),
    }
    if command.responsible:
        after["responsible"] = case.plain(case.field("responsible"), command.responsible)
    return [case.draft("accepted", pairs(case.incident.values, after))]


def entered(case: Case) -> dict[str, Any]:
    """The mark of a step entered now."""
    return {"entered": case.context.now, "by": case.context.actor.id, "pack": case.context.pack_version}


def mark_not_reportable(case: Case, command: MarkNotReportable) -> list[EntryDraft]:
    case.context.actor.must("triage", Role.COORDINATOR)
    must_wait_in_inbox(case.incident)
    after: dict[str, Any] = {"status": str(Status.NOT_REPORTABLE)}
    if command.instead:
        after[INSTEAD] = case.plain(case.field(INSTEAD), command.instead)
    return [case.draft("not_reportable", pairs(case.incident.values, after) | reason_of(command.reason))]


def return_to_inbox(case: Case, command: ReturnToInbox) -> list[EntryDraft]:
    case.context.actor.must("triage", Role.COORDINATOR)
    _must_exist(case.incident)
    if case.incident.status is not Status.NOT_REPORTABLE:
        raise Refused("not_marked_not_reportable")
    after = {"status": str(Status.INBOX), INSTEAD: None}
    return [case.draft("returned_to_inbox", pairs(case.incident.values, after) | reason_of(command.reason))]


def _must_exist(incident: Incident) -> None:
    if not incident.exists:
        raise Refused("record_unknown")


def must_wait_in_inbox(incident: Incident) -> None:
    _must_exist(incident)
    if incident.status is not Status.INBOX:
        raise Refused("not_in_inbox", number=incident.number)
