"""What changes a record's standing: priority, signatures, reopening, void."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incident_desk.domain.commands import (
    RatePriority,
    ReinstateIncident,
    ReopenIncident,
    SignOff,
    VoidIncident,
)
from incident_desk.domain.decisions.drafting import Case, item_draft, reason_of
from incident_desk.domain.decisions.moving import concluded
from incident_desk.domain.decisions.writing import must_be_readable, must_be_writable
from incident_desk.domain.errors import GateClosed, Refused
from incident_desk.domain.fields import RATING_KEYS
from incident_desk.domain.gates import missing
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.lists import SIGN_OFFS
from incident_desk.domain.packs.model import Matrix
from incident_desk.domain.packs.model import SignOff as Declared
from incident_desk.domain.records import pairs
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.values import StatedTime, clean_text, from_micros
from incident_desk.domain.vocabulary import Priority, Role, Status, Step


def rate_priority(case: Case, command: RatePriority) -> list[EntryDraft]:
    """The higher of the actual and the potential rating is suggested; another choice needs a reason."""
    must_be_writable(case)
    _check_codes(case, command)
    codes = {key: getattr(command, key) for key in RATING_KEYS}
    after = rating_values(case.pack.matrix, codes, command.priority, command.reason)
    changes = pairs(case.incident.values, after)
    return [case.draft("rated", changes)] if changes else []


def rating_values(matrix: Matrix, codes: Mapping[str, str], priority: str, reason: str) -> dict[str, Any]:
    """What the matrix makes of four codes it knows. `priority`: another one than it suggests, or ""."""
    actual = matrix.score(codes["actual_row"], codes["actual_column"])
    potential = matrix.score(codes["potential_row"], codes["potential_column"])
    suggested = min(matrix.priority(actual), matrix.priority(potential), key=lambda level: level.rank)
    chosen = _chosen(priority, suggested)
    after: dict[str, Any] = {
        **codes, "actual_score": actual, "potential_score": potential, "matrix": f"{matrix.id} {matrix.version}",
        "suggested_priority": str(suggested), "priority": str(chosen), "priority_reason": None,
    }  # fmt: skip
    if chosen is not suggested:
        after["priority_reason"] = reason_of(reason, "priority_reason_missing")["reason"]
    return after


def _check_codes(case: Case, command: RatePriority) -> None:
    rows = {level.code for level in case.pack.matrix.rows}
    columns = {level.code for level in case.pack.matrix.columns}
    for key, known in (
        ("actual_row", rows), ("actual_column", columns), ("potential_row", rows), ("potential_column", columns),
    ):  # fmt: skip
        code = getattr(command, key)
        if code not in known:
            raise Refused("choice_unknown", key, value=code, options=sorted(known))


def _chosen(priority: str, suggested: Priority) -> Priority:
    if not priority:
        return suggested
    if priority not in set(Priority) - {Priority.NOT_SET}:
        raise Refused("priority_unknown", "priority", value=priority)
    return Priority(priority)


def sign_off(case: Case, command: SignOff) -> list[EntryDraft]:
    """Signing needs all of the gate but the signatures; the last needed one concludes the incident."""
    incident = case.incident
    must_be_readable(incident)
    if incident.status is not Status.OPEN or incident.step is not Step.CONCLUSION:
        raise Refused("sign_in_conclusion", number=incident.number)
    declared = next((s for s in case.pack.sign_offs if s.key == command.sign_off), None)
    if declared is None:
        known = [each.key for each in case.pack.sign_offs]
        raise Refused("sign_off_unknown", "sign_off", value=command.sign_off, options=known)
    case.context.actor.must("sign", declared.role)
    language = command.language or case.context.language
    if language not in LANGUAGES:
        raise Refused("language_unknown", "language", value=language[:40])
    if any(item.values.get("sign_off") == declared.key for item in incident.signatures):
        raise Refused("already_signed", "sign_off")
    _must_be_next(case, declared)
    lacking = tuple(need for need in missing(incident, case.pack) if need != "signed_off")
    if lacking:
        raise GateClosed(Step.CONCLUSION.key, lacking)
    now = StatedTime.at(from_micros(case.context.now), case.context.zone)
    actor = case.context.actor
    values = {
        "sign_off": declared.key, "person": actor.id, "name": actor.name or None, "job": actor.job or None,
        "role": str(declared.role), "meaning": declared.meaning[language], "signed": now.to_json(),
        "position": incident.record.position,
    }  # fmt: skip
    drafts = [item_draft(case, SIGN_OFFS, values, "signed")]
    present = {item.values.get("sign_off") for item in incident.signatures} | {declared.key}
    if all(s.key in present for s in case.pack.sign_offs if s.needed):
        drafts.append(concluded(case, {}, {}))
    return drafts


def _must_be_next(case: Case, declared: Declared) -> None:
    """Signatures come in the order of the pack, and where it says so each is another person's."""
    signer = {item.values.get("sign_off"): item.values.get("person") for item in case.incident.signatures}
    before = next((key for key in declared.after if key not in signer), None)
    if before is not None:
        role = next(str(each.role) for each in case.pack.sign_offs if each.key == before)
        raise Refused("sign_off_first", "sign_off", before=before, roles=[role])
    actor = case.context.actor
    if actor.id is not None and any(signer.get(key) == actor.id for key in declared.other_than):
        raise Refused("sign_off_other_person", "sign_off", name=actor.name)


def reopen(case: Case, command: ReopenIncident) -> list[EntryDraft]:
    incident = case.incident
    must_be_readable(incident)
    case.context.actor.must("reopen", Role.COORDINATOR, Role.MANAGER)
    if incident.status is Status.VOID:
        raise Refused("record_closed", number=incident.number, status=str(incident.status))
    if not incident.signatures and incident.status is not Status.CONCLUDED:
        raise Refused("not_concluded", number=incident.number)
    reason = reason_of(command.reason)
    mark = {k: v for k, v in (incident.mark(Step.CONCLUSION) or {}).items() if k in {"entered", "by", "pack"}}
    after = {"status": str(Status.OPEN), "concluded_at": None, "step.5": mark, "reopened": True}
    drafts = [case.draft("reopened", pairs(incident.values, after) | reason)]
    now = StatedTime.at(from_micros(case.context.now), case.context.zone).to_json()
    for item in incident.signatures:
        data = {"list": item.list, "item": item.id, "ordinal": item.ordinal, ".voided": [None, now]}
        drafts.append(case.draft("signature_voided", data, SIGN_OFFS))
    return drafts


def void(case: Case, command: VoidIncident) -> list[EntryDraft]:
    incident = case.incident
    must_be_readable(incident)
    case.context.actor.must("void", Role.COORDINATOR, Role.MANAGER)
    if incident.status is Status.VOID:
        raise Refused("already_void", number=incident.number)
    after = {"status": str(Status.VOID), "status_before": str(incident.status)}
    return [case.draft("voided", pairs(incident.values, after) | reason_of(command.reason))]


def reinstate(case: Case, command: ReinstateIncident) -> list[EntryDraft]:
    incident = case.incident
    must_be_readable(incident)
    case.context.actor.must("void", Role.COORDINATOR, Role.MANAGER)
    if incident.status is not Status.VOID:
        raise Refused("not_void", number=incident.number)
    after = {"status": clean_text(str(incident.values["status_before"]), 40), "status_before": None}
    return [case.draft("reinstated", pairs(incident.values, after) | reason_of(command.reason))]
