"""Whether an incident came where there are more than the limit already: in its column, and with who leads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from incident_desk.domain.limits import PERSON, over
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.usecases.load import load_of
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter

_OPEN = frozenset({Status.OPEN})


@dataclass(frozen=True, slots=True)
class Crowding:
    """By how many the column and the person are over their limits; 0: they are not."""

    step: Step
    in_step: int
    person: str
    with_person: int


def crowding(queries: Queries, incident: str, limits: Mapping[str, int]) -> Crowding | None:
    """None where the incident is not open, or nothing is over. What a person put off is not in hand."""
    row = queries.row(incident)
    if row is None or row.step is None or row.status is not Status.OPEN:
        return None
    in_step, own, with_person = limits.get(row.step.key, 0), limits.get(PERSON, 0), 0
    if in_step:
        in_step = over(queries.count(IncidentFilter(statuses=_OPEN, steps=frozenset({row.step}))), in_step)
    if own and row.responsible is not None:
        load = load_of(queries, row.responsible)
        with_person = over(load.incidents - load.put_off, own)
    return Crowding(row.step, in_step, row.responsible_name, with_person) if in_step or with_person else None
