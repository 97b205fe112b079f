"""The response plan on paper: every step, who did it and when, and those that are still open."""

from __future__ import annotations

from collections.abc import Iterable

from incident_desk.domain.fields import PLAN
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists import PLAN_STEPS, TEAM_ROLES
from incident_desk.domain.packs.model import PlanStep
from incident_desk.domain.records import Item
from incident_desk.usecases import papers as p
from incident_desk.usecases.wording import Wording

_SHARES = {"what": 5.0, "owner": 2.0, "done": 2.0}


def plan_block(incident: Incident, wording: Wording) -> p.Block | None:
    """None for an incident that was led without one. What was ticked in an earlier plan stands last."""
    lines = incident.record.of(PLAN_STEPS.key)
    plan = wording.names.pack.plan(str(incident.values.get(PLAN, ""))) if wording.names else None
    done = {str(line.values.get("step")): line for line in lines if plan and line.values.get("plan") == plan.code}
    rows = [
        _done_row(done[step.key], wording) if step.key in done else _open_row(step, wording)
        for step in (plan.steps if plan else ())
    ]
    rows += (_done_row(line, wording) for line in lines if line.id not in {each.id for each in done.values()})
    if not rows:
        return None
    columns = tuple(p.Column(PLAN_STEPS.field(key).label[wording.language], share) for key, share in _SHARES.items())
    return p.TableBlock(PLAN_STEPS.title[wording.language], columns, tuple(rows))


def _done_row(line: Item, wording: Wording) -> p.Row:
    return p.Row(tuple(_cells(line, wording)), p.Emphasis.FADED)


def _cells(line: Item, wording: Wording) -> Iterable[str]:
    note = wording.value(PLAN_STEPS.field("note"), line.values.get("note"))
    yield ". ".join(filter(None, (wording.value(PLAN_STEPS.field("what"), line.values.get("what")), note)))
    yield wording.value(PLAN_STEPS.field("owner"), line.values.get("owner"))
    yield wording.value(PLAN_STEPS.field("done"), line.values.get("done"))


def _open_row(step: PlanStep, wording: Wording) -> p.Row:
    role = TEAM_ROLES[step.role][wording.language] if step.role else ""
    return p.Row((step.text[wording.language], role, wording.texts.say("record.plan_step_open")), p.Emphasis.STRONG)
