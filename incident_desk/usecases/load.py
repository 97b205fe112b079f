"""How much work somebody and their team have in hand already: seen before it is decided to begin with one more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.putting_off import waiting
from incident_desk.usecases.rows import IncidentFilter, PersonRow

_MOST = 500  # incidents that are looked through; nobody leads more
_IN_HAND = frozenset({Status.OPEN})


@dataclass(frozen=True, slots=True)
class Load:
    """`incidents`: open ones that somebody leads, without `but`; `put_off` of them until a day to come; `hours` that
    are stated for the others, `unstated` how many of these say nothing of hours.
    """

    incidents: int
    put_off: int
    hours: float
    unstated: int


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """`hours`: those that the team has in a week, None where nobody said it."""

    team: str
    hours: int | None
    load: Load


def load_of(queries: Queries, person: str, but: str = "") -> Load:
    """Of the person with that id. `but`: the incident that is decided on."""
    return _load(queries, IncidentFilter(statuses=_IN_HAND, responsible=person), but)


def team_load(queries: Queries, person: str, but: str = "") -> TeamLoad | None:
    """Of the team to which the person belongs: who has the same department on the list of people."""
    people = queries.people()
    team = next((each.unit for each in people if each.id == person), "").strip()
    if not team:
        return None
    ids = frozenset(each.id for each in people if each.unit.strip() == team and each.active)
    load = _load(queries, IncidentFilter(statuses=_IN_HAND, responsibles=ids | {person}), but)
    return TeamLoad(team, queries.settings().capacity.get(team), load)


def teams(people: Iterable[PersonRow]) -> list[str]:
    """By name, each once."""
    return sorted({each.unit.strip() for each in people if each.active and each.unit.strip()})


def _load(queries: Queries, wanted: IncidentFilter, but: str) -> Load:
    rows = [row for row in queries.incidents(wanted, limit=_MOST) if row.id != but]
    off = waiting(queries, rows, queries.clock(), queries.settings().zone)
    counted = [row.id for row in rows if row.id not in off]
    hours = queries.columns_of(("workload",), counted).columns["workload"] if counted else ()
    stated = [float(each) for each in hours if isinstance(each, int | float)]
    return Load(len(rows), len(off), sum(stated), len(counted) - len(stated))
