"""The first rows as they will stand in the register, as texts of a small table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.vocabulary import Kind, Priority, Step
from incident_desk.usecases.importing.directory_plan import DirectoryPlan
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.words import NewWord
from incident_desk.usecases.wording import Wording

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """What a `SheetView` shows."""

    heading: Sequence[str]
    numbers: Sequence[str]
    cells: Sequence[Sequence[str]]


def rows_of_incidents(plan: ImportPlan, wording: Wording, new: str, closed: Mapping[str, str], into: str) -> Rows:
    """`new`: how something is marked that is added; `closed`: what the places where rows land are called."""
    keys = [key for key in plan.mapping.fields if wording.field(key) is not None]
    first = plan.new[:_SHOWN]
    cells = [[closed[row.into], *(_value(key, row.fields.get(key), wording, new) for key in keys)] for row in first]
    return Rows([into, *map(wording.label, keys)], [str(row.source.line) for row in first], cells)


def _value(key: str, value: Any, wording: Wording, new: str) -> str:
    if isinstance(value, NewWord):
        return new.format(word=value.word)
    return wording.value(wording.field(key), value)


def rows_of_list(plan: DirectoryPlan) -> Rows:
    """People or places that are new, as the sheet has them."""
    keys, first = list(plan.columns), plan.new[:_SHOWN]
    cells = [[row.row.text(plan.columns[key]) for key in keys] for row in first]
    return Rows([plan.columns[key] for key in keys], [str(row.row.line) for row in first], cells)


def still_needed(plan: ImportPlan, wording: Wording) -> str:
    """What Identification asks for and the sheet does not tell. Of a sheet without titles they are made."""
    assert wording.names is not None
    gate = wording.names.pack.gate(Step.IDENTIFICATION, Kind.INCIDENT, Priority.NOT_SET)
    told = {*plan.mapping.fields, *plan.mapping.fixed, "title"}
    return wording.needs(need for need in gate.needs if need not in told)
