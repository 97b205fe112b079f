"""How much work somebody has in hand already: seen before it is decided to begin with one more incident."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter

_MOST = 500  # incidents that are looked through; nobody leads more
_IN_HAND = frozenset({Status.OPEN})


@dataclass(frozen=True, slots=True)
class Load:
    """`incidents`: open ones that somebody leads, without `but`; `put_off` of them; `hours` that are stated for those
    that are not put off, `unstated` how many of these say nothing of hours.
    """

    incidents: int
    put_off: int
    hours: float
    unstated: int


def load_of(queries: Queries, person: str, but: str = "") -> Load:
    """Of the person with that id. `but`: the incident that is decided on."""
    wanted = IncidentFilter(statuses=_IN_HAND, responsible=person)
    ids = [row.id for row in queries.incidents(wanted, limit=_MOST) if row.id != but]
    if not ids:
        return Load(0, 0, 0.0, 0)
    page = queries.columns_of(("workload", "deferral"), ids)
    lines = list(zip(page.columns["workload"], page.columns["deferral"], strict=True))
    counted = [hours for hours, deferral in lines if deferral != "put_off"]
    stated = [float(hours) for hours in counted if isinstance(hours, int | float)]
    return Load(len(lines), len(lines) - len(counted), sum(stated), len(counted) - len(stated))
