"""The first rows as they will stand in the register, as texts of a small table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.domain.vocabulary import Kind, Priority, Step
from incident_desk.usecases.importing.directory_plan import DirectoryPlan
from incident_desk.usecases.importing.list_facts import ListTold, lists_told
from incident_desk.usecases.importing.plan import ImportPlan, NewThing
from incident_desk.usecases.importing.words import NewWord
from incident_desk.usecases.wording import Wording

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """What a `SheetView` shows. `parted`: the columns whose cells are shown line by line."""

    heading: Sequence[str]
    numbers: Sequence[str]
    cells: Sequence[Sequence[str]]
    parted: frozenset[int] = frozenset()


def rows_of_incidents(plan: ImportPlan, wording: Wording, new: str, closed: Mapping[str, str], into: str) -> Rows:
    """`new`: how something is marked that is added; `closed`: what the places where rows land are called."""
    fields = plan.mapping.fields
    keys = [key for key in fields if wording.field(key) is not None]
    keys.sort(key=lambda key: min(map(plan.heading.index, fields[key].columns), default=0))  # as the sheet has them
    lists, first = list(plan.mapping.lists), plan.new[:_SHOWN]
    cells = [
        [
            closed[row.into],
            *(_value(key, row.fields.get(key), wording, new) for key in keys),
            *("\n".join(row.lists.get(key, ())) for key in lists),
        ]
        for row in first
    ]
    heading = [into, *map(wording.label, keys), *(SHEET_LISTS[key].label[wording.language] for key in lists)]
    parted = frozenset(range(len(heading) - len(lists), len(heading)))
    return Rows(heading, [str(row.source.line) for row in first], cells, parted)


def _value(key: str, value: Any, wording: Wording, new: str) -> str:
    if isinstance(value, NewWord):
        return new.format(word=value.word)
    if isinstance(value, list) and any(isinstance(each, NewWord) for each in value):
        return ", ".join(_value(key, each if isinstance(each, NewWord) else [each], wording, new) for each in value)
    return wording.value(wording.field(key), value)


def rows_of_list(plan: DirectoryPlan) -> Rows:
    """People, places or equipment that are new, as the sheet has them."""
    keys, first = list(plan.columns), plan.new[:_SHOWN]
    cells = [[row.row.text(plan.columns[key]) for key in keys] for row in first]
    return Rows([plan.columns[key] for key in keys], [str(row.row.line) for row in first], cells)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Counted beside the plan, not on the thread of the window. `missing`: how many new rows lack what is needed."""

    things: tuple[NewThing, ...]
    missing: Mapping[str, int]
    lists: tuple[ListTold, ...] = ()


def facts_of(plan: ImportPlan) -> PlanFacts:
    """A title is made where the sheet has none."""
    gate = plan.names.pack.gate(Step.IDENTIFICATION, Kind.INCIDENT, Priority.NOT_SET)
    needs = [need for need in gate.needs if need not in {*plan.mapping.fixed, "title"}]
    counts = Counter(need for row in plan.new for need in needs if row.fields.get(need) is None)
    return PlanFacts(plan.new_things(), {need: counts[need] for need in needs if counts[need]}, lists_told(plan))
