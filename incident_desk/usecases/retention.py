"""Which incidents need not be kept any more, by the rules of the register: a list for somebody to decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from incident_desk.domain.retention import concluded_by, due_on, years_for
from incident_desk.domain.values import from_micros, micros
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import DueToGo, Settings

_PAGE = 200


def due_list(register: Register, page: int = _PAGE) -> Iterator[DueToGo]:
    """The one concluded first on top, page by page. Those under a legal hold are among them and say so."""
    last: DueToGo | None = None
    while True:
        rows = due_page(register, last, page)
        yield from rows
        if len(rows) < page:
            return
        last = rows[-1]


def due_page(register: Register, last: DueToGo | None, page: int) -> list[DueToGo]:
    """Those after the `last` of the page before; None begins."""
    cutoffs = _cutoffs(register.queries.settings(), register.queries.clock())
    return register.due(cutoffs, None if last is None else (last.concluded_at, last.no), page)


def kept_until(settings: Settings, category: str | None, concluded_at: int) -> date | None:
    """The day from which it need not be kept; None where no rule says so."""
    years = years_for(settings.retention, category)
    return None if years is None else due_on(_day(concluded_at, settings.zone), years)


def today(settings: Settings, now: int) -> date:
    return _day(now, settings.zone)


def _cutoffs(settings: Settings, now: int) -> dict[str, int]:
    """By category the end of the last day of conclusion that is due."""
    ends = {key: concluded_by(today(settings, now), years) for key, years in settings.retention.items()}
    zone = ZoneInfo(settings.zone)
    return {key: micros(datetime.combine(day + timedelta(1), time(), zone)) for key, day in ends.items()}


def _day(instant: int, zone: str) -> date:
    return from_micros(instant).astimezone(ZoneInfo(zone)).date()
