"""The response plan: attached when a category is stated, ticked step by step, exchanged by choosing another one.

What is ticked keeps the words of the step and the version of the plan, and stays when the plan is exchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from incident_desk.domain.commands import TickPlan
from incident_desk.domain.decisions.drafting import Case, item_draft
from incident_desk.domain.decisions.writing import must_be_writable
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import PLAN
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.lists import PLAN_STEPS
from incident_desk.domain.packs.model import Pack, Plan
from incident_desk.domain.values import StatedTime, from_micros
from incident_desk.domain.vocabulary import Status, Step

_TELLING = frozenset({"=category", "=subcategory", "=status"})
_FROM_A_SHEET = frozenset({"imported", "sheet_changes_taken"})


def plan_of(incident: Incident, pack: Pack) -> Plan | None:
    """The plan it is led by."""
    return pack.plan(str(incident.values.get(PLAN, "")))


def plan_offered(incident: Incident, pack: Pack) -> Plan | None:
    """The plan for its category, where it is led by another one or by none."""
    values = incident.values
    fitting = pack.plan_for(str(values.get("category", "")), str(values.get("subcategory", "")))
    return fitting if fitting and fitting.code != values.get(PLAN) else None


def ticked(incident: Incident) -> dict[tuple[str, str], str]:
    """(plan, step) with the line that says it is done."""
    lines = incident.record.of(PLAN_STEPS.key)
    return {(str(line.values.get("plan")), str(line.values.get("step"))): line.id for line in lines}


def plan_to_attach(before: Incident, after: Incident, drafts: Sequence[EntryDraft], pack: Pack) -> str | None:
    """The code of the plan that comes by itself: with the first category of an open incident. What came out of an old
    list was dealt with long ago.
    """
    told = any(not _TELLING.isdisjoint(draft.data) and draft.kind not in _FROM_A_SHEET for draft in drafts)
    fresh = PLAN not in before.values and PLAN not in after.values
    if not told or not fresh or after.status is not Status.OPEN or after.step is Step.CONCLUSION:
        return None
    offered = plan_offered(after, pack)
    return offered.code if offered else None


def tick_plan(case: Case, command: TickPlan) -> list[EntryDraft]:
    must_be_writable(case)
    plan = plan_of(case.incident, case.pack)
    if plan is None:
        raise Refused("no_plan")
    step = plan.step(command.step)
    if step is None:
        raise Refused("plan_step_unknown", "step", value=command.step[:60])
    if (plan.code, step.key) in ticked(case.incident):
        raise Refused("plan_step_done", "step", name=step.text[case.context.language])
    stated: dict[str, Any] = {
        "what": step.text[case.context.language], "owner": command.person or case.context.actor.id,
        "done": command.done or _now(case), "note": command.note or None, "plan": plan.code, "step": step.key,
    }  # fmt: skip
    values = {key: case.plain(PLAN_STEPS.field(key), raw) for key, raw in stated.items()}
    return [item_draft(case, PLAN_STEPS, {key: value for key, value in values.items() if value is not None})]


def _now(case: Case) -> dict[str, Any]:
    return StatedTime.at(from_micros(case.context.now), case.context.zone).to_json()
