"""Spans of time as one types them, in English and German: 2026-03, 12.3.2026, today, last 30 days, 2026-01..2026-03.

A span is (from, until) in microseconds UTC, half open, None where it has no bound. Days are those of the register's
zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from incident_desk.domain.values import from_micros, micros

Span = tuple[int | None, int | None]
Days = tuple[date, date]  # from, until: the day after the last
_UNITS = {
    "day": r"days?|tage?n?", "week": r"weeks?|wochen?", "month": r"months?|monate?n?", "year": r"years?|jahre?n?",
}  # fmt: skip
_WHICH = {
    0: r"this|diese[rnms]?", -1: r"last|letzte[rnms]?", 1: r"next|nächste[rnms]?",
}  # fmt: skip
_NAMED = {
    "today": 0, "heute": 0, "yesterday": -1, "gestern": -1, "tomorrow": 1, "morgen": 1,
}  # fmt: skip
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_ONE = re.compile(
    rf"(?:(?P<w0>{_WHICH[0]})|(?P<w1>{_WHICH[-1]})|(?P<w2>{_WHICH[1]}))\s+(?:{_UNIT})(?!\w)", re.IGNORECASE
)
_SEVERAL = re.compile(
    rf"(?:(?P<w1>{_WHICH[-1]})|(?P<w2>{_WHICH[1]}))\s+(?P<n>\d{{1,4}})\s+(?:{_UNIT})(?!\w)", re.IGNORECASE
)
_WORD = re.compile(rf"(?:{'|'.join(_NAMED)})(?!\w)", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{6})?)?(?:Z|[+-]\d\d:\d\d)?)(?!\w)")
_SECOND, _MINUTE = 1_000_000, 60_000_000
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\w-])")
_DOTTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(?!\w)")
_DOTS = ".."


class Calendar:
    """Reads and writes spans on one day in one zone."""

    def __init__(self, zone: str, now: int) -> None:
        self._zone = ZoneInfo(zone)
        self.today = from_micros(now).astimezone(self._zone).date()

    # --- reading ---

    def read(self, text: str, at: int) -> tuple[Span, int] | None:
        """The span that stands at a place of a text, and where it ends."""
        first, here = None, at
        if not text.startswith(_DOTS, at):
            found = self._point(text, at)
            if found is None:
                return None
            first, here = found
            if not text.startswith(_DOTS, here):
                return (_as_said(text, at, first[0]) if first[0] == first[1] else first), here
        last = self._point(text, here + len(_DOTS))
        if first is None and last is None:
            return None
        end = (None, here + len(_DOTS)) if last is None else (last[0][1], last[1])
        return (first[0] if first else None, end[0]), end[1]

    def days(self, text: str, at: int) -> tuple[tuple[str | None, str | None], int] | None:
        """The same as the first and last day in ISO form, both included."""
        found = self.read(text, at)
        if found is None:
            return None
        (start, until), end = found
        first = None if start is None else self._day(start).isoformat()
        last = None if until is None else (self._day(until - 1)).isoformat()
        return (first, last), end

    def _point(self, text: str, at: int) -> tuple[Span, int] | None:
        for pattern, meaning in self._patterns():
            if match := pattern.match(text, at):
                try:
                    return meaning(match), match.end()
                except (ValueError, OverflowError):  # no such day
                    return None
        return None

    def _patterns(self) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span]], ...]:
        return (
            (_MOMENT, self._moment),
            (_ISO, lambda m: self._named_days(m[1], m[2], m[3])),
            (_DOTTED, lambda m: self._named_days(m[3], m[2], m[1])),
            (_WORD, lambda m: self._span(*_one_day(self.today + timedelta(_NAMED[m[0].lower()])))),
            (_SEVERAL, self._several),
            (_ONE, self._one),
        )

    def _moment(self, match: re.Match[str]) -> Span:
        said = datetime.fromisoformat(match[1])
        at = micros(said if said.tzinfo else said.replace(tzinfo=self._zone))
        return at, at

    def _named_days(self, year: str, month: str | None, day: str | None) -> Span:
        if day is not None:
            return self._span(*_one_day(date(int(year), int(month or 1), int(day))))
        if month is not None:
            return self._span(*_unit("month", date(int(year), int(month), 1), 0))
        return self._span(*_unit("year", date(int(year), 1, 1), 0))

    def _one(self, match: re.Match[str]) -> Span:
        which = 0 if match["w0"] else -1 if match["w1"] else 1
        return self._span(*_unit(_unit_of(match), self.today, which))

    def _several(self, match: re.Match[str]) -> Span:
        """The last seven days end with today; the next seven begin with it."""
        count, tomorrow = int(match["n"]), self.today + timedelta(1)
        if match["w1"]:
            return self._span(_later(_unit_of(match), tomorrow, -count), tomorrow)
        return self._span(self.today, _later(_unit_of(match), self.today, count))

    def _span(self, first: date, until: date) -> Span:
        return self._start(first), self._start(until)

    def _start(self, day: date) -> int:
        return micros(datetime.combine(day, time(), self._zone))

    def _day(self, instant: int) -> date:
        return from_micros(instant).astimezone(self._zone).date()

    # --- writing ---

    def write(self, span: Span) -> str:
        first, until = span
        if first is not None and until is not None:
            day = self._day(first)
            for unit, letters in (("day", 10), ("month", 7), ("year", 4)):
                if span == self._span_or_none(unit, day):
                    return day.isoformat()[:letters]
            if until - first in {_SECOND, _MINUTE} and (said := self._moment_of(span)):
                return said
        return f"{self._written(first)}{_DOTS}{self._written(until, last=True)}"

    def _span_or_none(self, unit: str, day: date) -> Span | None:
        try:
            return self._span(*_unit(unit, day, 0))
        except (ValueError, OverflowError):
            return None

    def _moment_of(self, span: Span) -> str | None:
        """A second or a minute as one types it, by the register's clock unless it passed that hour twice."""
        at = from_micros(span[0] or 0)
        for local, sign in ((at.astimezone(self._zone).replace(tzinfo=None), ""), (at.replace(tzinfo=None), "Z")):
            for form in ("minutes", "seconds"):
                said = local.isoformat(" ", form) + sign
                if self.read(said, 0) == (span, len(said)):
                    return said
        return None

    def _written(self, instant: int | None, *, last: bool = False) -> str:
        if instant is None:
            return ""
        day = self._day(instant)
        if self._start(day) != instant:
            return from_micros(instant).astimezone(UTC).isoformat().replace("+00:00", "Z")
        return (day - timedelta(1) if last else day).isoformat()


def _as_said(text: str, at: int, first: int | None) -> Span:
    """A moment is as long as the last thing that is said of it: a minute, a second, less."""
    said = _MOMENT.match(text, at)
    long = _MINUTE if said is None or not said[2] else 1 if said[3] else _SECOND
    return first, (first or 0) + long


def write_days(first: str | None, last: str | None) -> str:
    return first if first == last and first is not None else f"{first or ''}{_DOTS}{last or ''}"


def _unit_of(match: re.Match[str]) -> str:
    return next(name for name in _UNITS if match[name])


def _one_day(day: date) -> Days:
    return day, day + timedelta(1)


def _unit(unit: str, day: date, which: int) -> Days:
    """The day, week (from Monday), month or year round a day, or that many further on."""
    start = {
        "day": day, "week": day - timedelta(day.weekday()), "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }[unit]  # fmt: skip
    return _later(unit, start, which), _later(unit, start, which + 1)


def _later(unit: str, day: date, count: int) -> date:
    if unit in {"day", "week"}:
        return day + timedelta(count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    for least in range(4):  # the 31st of a shorter month is its last day
        try:
            return date(year, month + 1, day.day - least)
        except ValueError:
            if not 1 <= year <= 9999:
                raise
    raise ValueError(months)
