"""Calendar months of a zone, as the moments at which they begin."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from incident_desk.domain.values import from_micros, micros

TWELVE = 12


def month_of(instant: int, zone: str) -> date:
    """The first day of the month in which it lies."""
    return from_micros(instant).astimezone(ZoneInfo(zone)).date().replace(day=1)


def months_up_to(last: date, count: int) -> list[date]:
    """The first days of `count` months, the last one that of `last`."""
    number = last.year * TWELVE + last.month - 1
    return [date(n // TWELVE, n % TWELVE + 1, 1) for n in range(number - count + 1, number + 1)]


def begins(month: date, zone: str) -> int:
    """Microseconds UTC."""
    return micros(datetime(month.year, month.month, 1, tzinfo=ZoneInfo(zone)))


def after(month: date) -> date:
    return months_up_to(month, 1)[0].replace(year=month.year + month.month // TWELVE, month=month.month % TWELVE + 1)
