"""Days that somebody was away or could work only with restrictions: each period counted apart, to the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.domain.lists_people import ABSENCES
from incident_desk.domain.records import Item, Record

AWAY, RESTRICTED = "away", "restricted"


def check_period(record: Record, values: Mapping[str, Any], changed: str = "") -> None:
    """Refused for a period that ends before it begins, or that overlaps another one of the same person.

    `changed`: the line that is written anew.
    """
    since, until = values.get("since"), values.get("until")
    if since and until and until < since:
        raise Refused("times_out_of_order", "until", first="since", second="until")
    for other in record.of(ABSENCES.key):
        if other.id != changed and _of_same(other, values) and _overlap(other.values, values):
            raise Refused("absence_overlaps", "since", since=str(other.values.get("since")))


def _of_same(other: Item, values: Mapping[str, Any]) -> bool:
    name, here = other.values.get("name"), values.get("name")
    return isinstance(name, str) and isinstance(here, str) and name.casefold() == here.casefold()


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Days are ISO texts; a period without an end goes on."""
    first_ends, second_ends = one.get("until") or "9999-12-31", other.get("until") or "9999-12-31"
    return bool(one.get("since", "") <= second_ends and other.get("since", "") <= first_ends)


def days_of(lines: Iterable[Item], kind: str, today: date | None = None) -> int:
    """Calendar days, first and last included. A period that goes on counts until `today`, or not at all."""
    return sum(_days(line.values, today) for line in lines if line.values.get("kind") == kind)


def _days(values: Mapping[str, Any], today: date | None) -> int:
    until = values.get("until")
    end = date.fromisoformat(until) if isinstance(until, str) else today
    since = values.get("since")
    if end is None or not isinstance(since, str):
        return 0
    return max(0, (end - date.fromisoformat(since) + timedelta(days=1)).days)
