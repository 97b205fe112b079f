"""Lists of incidents: the filter as people name it, the rows as flat facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.errors import Refused
from incident_desk.domain.values import from_micros, micros
from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind, Priority, Status
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.references import category_key, person_id, place_id
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

_PAGE = 500


def filter_of(given: Mapping[str, Any], names: Names) -> IncidentFilter:
    """From plain words: step, status, kind, priority, department, category, responsible, since, until (days)."""
    zone = ZoneInfo(names.settings.zone)
    department, category, responsible = (
        given.get("department"),
        given.get("category"),
        given.get("responsible"),
    )
    return IncidentFilter(
        statuses=frozenset({Status(given["status"])}) if given.get("status") else frozenset(),
        steps=frozenset({STEP_BY_KEY[given["step"]]}) if given.get("step") else frozenset(),
        kinds=frozenset({Kind(given["kind"])}) if given.get("kind") else frozenset(),
        priorities=frozenset({Priority(given["priority"])}) if given.get("priority") else frozenset(),
        places=places_under(place_id(department, names.places.values()), names) if department else frozenset(),
        category=category_key(category, names.pack) if category else None,
        responsible=person_id(responsible, names.people.values()) if responsible else None,
        since=_start(given.get("since"), "since", zone),
        until=_start(given.get("until"), "until", zone, days=1),
    )


def day_bounds(since: str | None, until: str | None, zone: str) -> tuple[int | None, int | None]:
    """From the beginning of one day to the end of another, half open."""
    return _start(since, "since", ZoneInfo(zone)), _start(until, "until", ZoneInfo(zone), days=1)


def _start(day: str | None, field: str, zone: ZoneInfo, days: int = 0) -> int | None:
    if not day:
        return None
    try:
        wanted = date.fromisoformat(day) + timedelta(days=days)
        return micros(datetime.combine(wanted, time(), zone))
    except (ValueError, OverflowError):
        raise Refused("date_expected", f"--{field}", value=day[:40]) from None


def places_under(place: str, names: Names) -> frozenset[str]:
    """The place and every place inside it."""
    found = {place}
    while True:
        more = {each.id for each in names.places.values() if each.parent in found} - found
        if not more:
            return frozenset(found)
        found |= more


def listed(queries: Queries, wanted: IncidentFilter, limit: int | None) -> Iterator[IncidentRow]:
    """Newest first, page by page; None: all."""
    after: tuple[int, int] | None = None
    left = limit
    while left is None or left > 0:
        page = queries.incidents(wanted, after, _PAGE if left is None else min(_PAGE, left))
        yield from page
        if not page:
            return
        after = (page[-1].opened_at, page[-1].no)
        left = None if left is None else left - len(page)


def flats(queries: Queries, rows: Iterable[IncidentRow], names: Names) -> Iterator[dict[str, Any]]:
    """Incidents as flat objects."""
    every = iter(rows)
    while page := list(islice(every, _PAGE)):
        recorded = queries.recorded([row.no for row in page])
        yield from (flat(row, names, recorded[row.no]) for row in page)


def flat(row: IncidentRow, names: Names, recorded: int) -> dict[str, Any]:
    """One incident as a flat object: ids, codes and names, times in ISO 8601 UTC. It was recorded here when its first
    entry was written, and came up when it was opened, which for one from an old list is long before."""
    return {
        "number": row.number, "id": row.id, "position": row.position, "title": row.title, "kind": str(row.kind),
        "status": str(row.status), "step": row.step.key if row.step else None, "priority": str(row.priority),
        "department": row.department, "place": row.place_name, "category": row.category,
        "subcategory": row.subcategory, "responsible": row.responsible_name or None,
        "occurred_at": iso(row.occurred_at), "occurred_precision": row.occurred.precision if row.occurred else None,
        "discovered_at": iso(row.discovered_at),
        "discovered_precision": row.discovered.precision if row.discovered else None,
        "recorded_at": iso(recorded), "opened_at": iso(row.opened_at), "changed_at": iso(row.changed_at),
        "concluded_at": iso(row.concluded_at), "missing": row.missing, "measures_in_force": row.measures_in_force,
        "actions_done": row.actions_done, "actions_total": row.actions_total, "next_due_at": iso(row.next_due),
        "next_due": row.next_due_what or None, "review_date": row.review_date, "anonymous": row.anonymous,
    }  # fmt: skip


def iso(instant: int | None) -> str | None:
    return None if instant is None else from_micros(instant).isoformat().replace("+00:00", "Z")
