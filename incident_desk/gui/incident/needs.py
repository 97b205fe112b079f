"""Where on the page a need is met: the section that holds its fields or its list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from incident_desk.domain.fields import CORE
from incident_desk.domain.gates import CONDITIONS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.incident.view import IncidentView


def section_of(need: str) -> str:
    """The key of the section where a need is met."""
    condition = CONDITIONS.get(need)
    if condition is None:
        return CORE[need].section if need in CORE else "category_questions"
    if condition.list:
        return LISTS[condition.list].section
    return CORE[condition.fields[0]].section if condition.fields else need


def step_of(need: str) -> Step:
    """The step on whose form a need is met."""
    condition = CONDITIONS.get(need)
    if condition is None:
        return CORE[need].step if need in CORE else Step.IDENTIFICATION
    if condition.list:
        return LISTS[condition.list].step
    return CORE[condition.fields[0]].step if condition.fields else Step.IDENTIFICATION


def missing_by_section(view: IncidentView, step: Step) -> dict[str, list[str]]:
    """The needs each section of a step still misses; together all that the step misses."""
    found: dict[str, list[str]] = defaultdict(list)
    for need in view.missing_in(step):
        found[section_of(need)].append(need)
    return dict(found)


def one_is_enough(needs: Sequence[str]) -> bool:
    """Whether a single field or line, whichever, meets all that is missing."""
    return len(needs) == 1 and needs[0] in CONDITIONS and CONDITIONS[needs[0]].any_of
