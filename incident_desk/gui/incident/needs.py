"""Where on the page a need is met: the section that holds its fields or its list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from incident_desk.domain.gates import CONDITIONS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.incident.view import IncidentView

_QUESTIONS = "category_questions"  # the one need whose fields depend on the record


def place_of(need: str, pack: Pack) -> tuple[Step, str]:
    """The step on whose form a need is met, and the key of the section."""
    condition = CONDITIONS.get(need)
    if condition is not None and condition.list:
        return LISTS[condition.list].step, LISTS[condition.list].section
    first = next(iter(condition.fields), "") if condition is not None else need
    field = pack.field(first)
    return (field.step, field.section) if field else (Step.IDENTIFICATION, _QUESTIONS)


def missing_by_section(view: IncidentView, step: Step) -> dict[str, list[str]]:
    """The needs each section of a step still misses; together all that the step misses."""
    found: dict[str, list[str]] = defaultdict(list)
    for need in view.missing_in(step):
        found[place_of(need, view.pack)[1]].append(need)
    return dict(found)


def one_is_enough(needs: Sequence[str]) -> bool:
    """Whether a single field or line, whichever, meets all that is missing."""
    return len(needs) == 1 and needs[0] in CONDITIONS and CONDITIONS[needs[0]].any_of
