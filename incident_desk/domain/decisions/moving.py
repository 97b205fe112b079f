"""Moving through the five steps: forward by the gate, back with a reason, the short path, conclusion."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.commands import ConcludeIncident, MoveToStep, TakeShortPath
from incident_desk.domain.decisions.drafting import Case, reason_if_any, reason_of
from incident_desk.domain.decisions.reporting import entered
from incident_desk.domain.decisions.writing import field_drafts, must_be_writable
from incident_desk.domain.errors import GateClosed, Refused
from incident_desk.domain.gates import gate_missing, missing
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs, patched
from incident_desk.domain.vocabulary import STEP_BY_KEY, Role, Status, Step

SHORT_ROUTE = (Step.IDENTIFICATION, Step.CONTAINMENT, Step.CONCLUSION)


def move_to_step(case: Case, command: MoveToStep) -> list[EntryDraft]:
    must_be_writable(case)
    target = STEP_BY_KEY.get(command.step)
    if target is None:
        raise Refused("step_unknown", "step", value=command.step)
    present = case.incident.step
    if present is None:
        raise Refused("still_in_inbox", number=case.incident.number)
    if target == present:
        raise Refused("already_at_step", "step", step=target.key)
    written = field_drafts(case, command.fields) if command.fields else []
    after = _after(case, written)
    if target < present:
        return [*written, _back(after, present, target, command.reason)]
    return [*written, _forward(after, present, target, command)]


def _after(case: Case, drafts: list[EntryDraft]) -> Case:
    record = case.incident.record
    for draft in drafts:
        record = patched(record, draft.data)
    return Case(Incident(record), case.context)


def _back(case: Case, present: Step, target: Step, reason: str) -> EntryDraft:
    after: dict[str, Any] = {"step": int(target), f"step.{int(target)}": entered(case)}
    after["short_path"] = None  # taken again, with its permission and reason, or not at all
    for step in Step:
        if target < step <= present:
            after[f"step.{int(step)}"] = None
    data = pairs(case.incident.values, after) | {"from": int(present), "to": int(target)}
    return case.draft("moved_back", data | reason_of(reason))


def _forward(case: Case, present: Step, target: Step, command: MoveToStep) -> EntryDraft:
    expected = case.incident.next_step()
    if command.emergency and target is Step.CONTAINMENT and present is Step.IDENTIFICATION:
        return _moved(case, present, target, "emergency", reason_if_any(command.reason))
    if target != expected:
        raise Refused("one_step_at_a_time", "step", step=target.key, expected=expected.key if expected else "")
    lacking = _gate(case, present, target)
    if not lacking:
        return _moved(case, present, target, "done", reason_if_any(command.reason))
    return _overridden(case, present, target, lacking, command)


def _gate(case: Case, present: Step, target: Step) -> tuple[str, ...]:
    """Leaving a step asks for its own gate; entering Conclusion asks for everything before it."""
    if target is Step.CONCLUSION:
        return missing(case.incident, case.pack)
    return gate_missing(case.incident, case.pack, present)


def _overridden(case: Case, present: Step, target: Step, lacking: tuple[str, ...], command: MoveToStep) -> EntryDraft:
    if not command.override:
        raise GateClosed(present.key, lacking)
    case.context.actor.must("override", Role.MANAGER)
    reason = reason_of(command.reason)
    draft = _moved(case, present, target, "overridden", reason)
    overridden = sorted(case.incident.overridden | set(lacking))
    return case.draft(
        draft.kind,
        {**draft.data, **pairs(case.incident.values, {"overridden": overridden}), "lacking": list(lacking)},
    )


def _moved(case: Case, present: Step, target: Step, how: str, reason: dict[str, str]) -> EntryDraft:
    left = {**(case.incident.mark(present) or entered(case)), "left": case.context.now, "how": how}
    after: dict[str, Any] = {
        "step": int(target),
        f"step.{int(present)}": left | {"left_by": case.context.actor.id},
        f"step.{int(target)}": entered(case),
    }
    data = pairs(case.incident.values, after) | {"from": int(present), "to": int(target), "how": how}
    return case.draft("moved", data | reason)


def take_short_path(case: Case, command: TakeShortPath) -> list[EntryDraft]:
    must_be_writable(case)
    case.context.actor.must("short_path", Role.COORDINATOR, Role.MANAGER)
    if case.incident.step is not Step.CONTAINMENT:
        raise Refused("short_path_from_containment")
    lacking = missing(case.incident, case.pack)
    if lacking:
        raise GateClosed(Step.CONTAINMENT.key, lacking)
    reason = reason_of(command.reason)
    draft = _moved(case, Step.CONTAINMENT, Step.CONCLUSION, "short_path", reason)
    skipped: dict[str, Any] = {f"step.{int(step)}": {"how": "skipped"} for step in Step if step not in SHORT_ROUTE}
    skipped["short_path"] = True
    return [case.draft(draft.kind, {**draft.data, **pairs(case.incident.values, skipped)})]


def conclude(case: Case, command: ConcludeIncident) -> list[EntryDraft]:
    incident = case.incident
    if not incident.exists or incident.status is not Status.OPEN:
        must_be_writable(case)
        raise Refused("not_open", number=incident.number)
    case.context.actor.must("conclude", Role.COORDINATOR, Role.MANAGER)
    if incident.step is not Step.CONCLUSION:
        raise Refused("conclude_from_conclusion", number=incident.number)
    lacking = missing(incident, case.pack)
    extra: dict[str, Any] = {}
    reason = reason_if_any(command.reason)
    if lacking:
        if not command.override:
            raise GateClosed(Step.CONCLUSION.key, lacking)
        case.context.actor.must("override", Role.MANAGER)
        reason = reason_of(command.reason)
        extra = pairs(incident.values, {"overridden": sorted(incident.overridden | set(lacking))})
        extra["lacking"] = list(lacking)
    return [concluded(case, reason, extra)]


def concluded(case: Case, reason: dict[str, str], extra: dict[str, Any]) -> EntryDraft:
    mark = case.incident.mark(Step.CONCLUSION) or entered(case)
    how = "overridden" if extra else "done"
    after = {
        "status": str(Status.CONCLUDED),
        "concluded_at": case.context.now,
        "step.5": {**mark, "left": case.context.now, "left_by": case.context.actor.id, "how": how},
    }
    return case.draft("concluded", pairs(case.incident.values, after) | extra | reason)
