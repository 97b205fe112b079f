"""How much work somebody has in hand already: seen before it is decided to begin with one more incident."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.putting_off import waiting
from incident_desk.usecases.rows import IncidentFilter

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


def load_of(queries: Queries, person: str, but: str = "") -> Load:
    """Of the person with that id. `but`: the incident that is decided on."""
    wanted = IncidentFilter(statuses=_IN_HAND, responsible=person)
    rows = [row for row in queries.incidents(wanted, limit=_MOST) if row.id != but]
    off = waiting(queries, rows, queries.clock(), queries.settings().zone)
    counted = [row.id for row in rows if row.id not in off]
    hours = queries.columns_of(("workload",), counted).columns["workload"] if counted else ()
    stated = [float(each) for each in hours if isinstance(each, int | float)]
    return Load(len(rows), len(off), sum(stated), len(counted) - len(stated))
