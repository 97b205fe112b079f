"""Which entry of a record somebody means: by its number, or by a day, which ends by the zone of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.values import micros


@dataclass(frozen=True, slots=True)
class PastMoment:
    """After entry `position`, or at the end of `day`."""

    position: int | None = None
    day: date | None = None


def moment_of(said: str, field: str) -> PastMoment:
    """As people write it: "12" is an entry, "2026-03-01" a day."""
    try:
        return PastMoment(int(said)) if said.isdecimal() else PastMoment(day=date.fromisoformat(said))
    except ValueError:
        raise Refused("moment_expected", field, value=said[:40]) from None


def entries_up_to(entries: Sequence[Entry], moment: PastMoment) -> list[Entry]:
    """The entries a record had at that moment; at least its first."""
    last = entries[-1].position
    if moment.position is not None:
        if not 1 <= moment.position <= last:
            raise Refused("entry_unknown", position=moment.position, last=last)
        return [entry for entry in entries if entry.position <= moment.position]
    ends = _end_of(moment.day, zone_of(entries)) if moment.day is not None else None
    found = [entry for entry in entries if ends is None or entry.recorded_at < ends]
    if not found:
        raise Refused("record_not_yet", day=str(moment.day))
    return found


def zone_of(entries: Sequence[Entry]) -> str:
    """The zone in which the record's days begin and end: that of the register when it was reported."""
    pair = entries[0].data.get("=zone")
    return str(pair[1]) if isinstance(pair, list) and pair[1] else "UTC"


def _end_of(day: date, zone: str) -> int | None:
    try:
        return micros(datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)))
    except OverflowError:  # the last day there is
        return None
