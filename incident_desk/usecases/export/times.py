"""Times as sheets hold them, written and read back: local, ISO-like, never more exact than they were stated.

2026-11-12 14:30                            exactly then (seconds where there are some)
about 2026-11-12 14:30                      about then
2026-11-12 · 2026-11                        some time on that day, in that month
2026-11-12 14:30 to 2026-11-12 16:00        between the two; days alone are meant whole
not known
2026-11-12 14:30 (Asia/Tokyo)               stated in a zone that is not the register's
2026-10-25 02:30+01:00                      in an hour that the clocks passed twice
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.errors import Refused
from incident_desk.domain.text import Text
from incident_desk.domain.values import Json, Precision, StatedTime, from_micros, micros

Moments = tuple[int | None, int | None, str, str]
"""A stated time as it is stored: earliest and latest in microseconds UTC, precision, zone."""

_ABOUT = Text("about", "etwa")
_TO = Text("to", "bis")
_NOT_KNOWN = Text("not known", "nicht bekannt")

_MINUTE, _DAY = 60_000_000, 86_400_000_000
_CLOCK = tuple(f" {minute // 60:02}:{minute % 60:02}" for minute in range(1440))


class _Dates(dict[int, str]):
    """Days since 1970 as ISO text."""

    def __missing__(self, day: int) -> str:
        text = self[day] = (date(1970, 1, 1) + timedelta(days=day)).isoformat()
        return text


class _Offsets(dict[int, int | None]):
    """Minutes from UTC by day (UTC, since 1970); None for days near which the clocks were changed."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._at_start = cache(partial(_offset, zone))

    def __missing__(self, day: int) -> int | None:
        around = {self._at_start(day + n) for n in (-1, 0, 1, 2)}
        offset = around.pop()
        found = self[day] = None if around or offset % 60 else offset // 60
        return found


def _offset(zone: ZoneInfo, day: int) -> int:
    """Seconds from UTC as a day begins there."""
    offset = datetime.fromtimestamp(day * 86400, zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


class LocalTimes:
    """Instants in one zone. A register has hundred thousands of them, so a day is looked up once, not each instant."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self._offsets, self._dates = _Offsets(self.zone), _Dates()

    def minutes(self, instants: Iterable[int | None]) -> list[str]:
        """Each instant to the minute; "" for none."""
        offsets, dates, clock = self._offsets, self._dates, _CLOCK
        return [
            "" if instant is None
            else dates[(local := minute + offset) // 1440] + clock[local % 1440]
            if (offset := offsets[(minute := instant // _MINUTE) // 1440]) is not None
            else self._slowly(instant, to_the_minute=True)
            for instant in instants
        ]  # fmt: skip

    def exactly(self, instant: int) -> str:
        """As exact as the instant is, which for what people state is the minute."""
        offset = self._offsets[instant // _DAY]
        if instant % _MINUTE or offset is None:
            return self._slowly(instant)
        local = instant // _MINUTE + offset
        return self._dates[local // 1440] + _CLOCK[local % 1440]

    def day(self, instant: int) -> str:
        offset = self._offsets[instant // _DAY]
        if offset is None:
            return from_micros(instant).astimezone(self.zone).date().isoformat()
        return self._dates[(instant // _MINUTE + offset) // 1440]

    def _slowly(self, instant: int, *, to_the_minute: bool = False) -> str:
        """Days on which the clocks are changed, and zones that once were seconds off a whole minute."""
        moment = from_micros(instant).astimezone(self.zone)
        if to_the_minute:
            moment = moment.replace(second=0, microsecond=0)
        bare = moment.replace(tzinfo=None)
        whole = "minutes" if not (moment.second or moment.microsecond) else "auto"
        twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
        return (moment if twice else bare).isoformat(" ", whole)


class StatedTimes:
    """What people stated, in one language. Times of another zone than the register's name it."""

    def __init__(self, own: LocalTimes, language: str) -> None:
        self._zone = own.zone.key
        self._about, self._to, self._not_known = _ABOUT[language], _TO[language], _NOT_KNOWN[language]
        self._local = {self._zone: own}

    def tell_all(self, values: Sequence[Any], erased: str) -> list[str]:
        """A column of stated times: most are a minute in the register's zone, and told together."""
        plain = {str(Precision.EXACT): "", str(Precision.ABOUT): f"{self._about} "}
        zone, tell = self._zone, self.tell
        at = [n for n, value in enumerate(values) if value is not None]
        told = [""] * len(values)
        minutes = self._local[zone].minutes([
            value[0] if value.__class__ is tuple and value[3] == zone and value[2] in plain and not value[0] % _MINUTE
            else None
            for value in map(values.__getitem__, at)
        ])  # fmt: skip
        for n, minute in zip(at, minutes, strict=True):
            value = values[n]
            told[n] = plain[value[2]] + minute if minute else tell(value) if value.__class__ is tuple else erased
        return told

    def tell(self, stated: Moments) -> str:
        earliest, latest, precision, zone = stated
        local = self._local.get(zone) or self._local.setdefault(zone, LocalTimes(zone))
        text = self._told(earliest, latest, precision, local)
        return text if zone == self._zone else f"{text} ({zone})"

    def _told(self, earliest: int | None, latest: int | None, precision: str, local: LocalTimes) -> str:
        if earliest is None or latest is None:
            return self._not_known
        if precision == Precision.DATE:
            return local.day(earliest)
        if precision == Precision.BETWEEN:
            return self._between(earliest, latest, local)
        text = local.exactly(earliest)
        return f"{self._about} {text}" if precision == Precision.ABOUT else text

    def _between(self, earliest: int, latest: int, local: LocalTimes) -> str:
        first, last = local.day(earliest), local.day(latest)
        if (earliest, latest) == (_start(date.fromisoformat(first), local.zone), _end(last, local.zone)):
            month = first[:7]
            if last[:7] == month and (earliest, latest) == (
                _start(_first_of(month), local.zone),
                _end(month, local.zone),
            ):
                return month
            return f"{first} {self._to} {last}"
        return f"{local.exactly(earliest)} {self._to} {local.exactly(latest)}"


_IN_ZONE = re.compile(r"(.*\S)\s*\(([A-Za-z0-9_+\-/]+)\)", re.DOTALL)
_RANGE = re.compile(r"(\d.*?\S)\s+(?:{})\s+(\d.*)".format("|".join(_TO.values())), re.IGNORECASE | re.DOTALL)
_ABOUT_THEN = re.compile(r"(?:{})\s+(\d.*)".format("|".join(_ABOUT.values())), re.IGNORECASE | re.DOTALL)
_MONTH = re.compile(r"\d{4}-\d{2}")
_ONE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_stated(text: str, zone: str) -> Json:
    """The plain form of what `StatedTimes.tell` wrote, in either language. Raises Refused."""
    try:
        return _read(text.strip(), zone).to_json()
    except (ValueError, OverflowError, KeyError, OSError):
        raise Refused("time_expected", value=text[:40]) from None


def _read(text: str, zone: str) -> StatedTime:
    if named := _IN_ZONE.fullmatch(text):
        text, zone = named.groups()
    local = ZoneInfo(zone)
    if text.casefold() in {each.casefold() for each in _NOT_KNOWN.values()}:
        return StatedTime.unknown(zone)
    if about := _ABOUT_THEN.fullmatch(text):
        return StatedTime.at(_moment(about[1], local), zone, Precision.ABOUT)
    if _ONE_DAY.fullmatch(text):
        return StatedTime.on(date.fromisoformat(text), zone)
    ends = _RANGE.fullmatch(text)
    if ends or _MONTH.fullmatch(text):
        first, last = ends.groups() if ends else (text, text)
        return _between(_first(first, local), _last(last, local), zone)
    return StatedTime.at(_moment(text, local), zone)


def _between(earliest: datetime, latest: datetime, zone: str) -> StatedTime:
    if latest < earliest:
        raise ValueError
    return StatedTime(earliest, latest, Precision.BETWEEN, zone)


def _moment(text: str, zone: ZoneInfo) -> datetime:
    if len(text) <= len("2026-11-12"):
        raise ValueError
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _first(text: str, zone: ZoneInfo) -> datetime:
    if _MONTH.fullmatch(text):
        return from_micros(_start(_first_of(text), zone))
    return from_micros(_start(date.fromisoformat(text), zone)) if _ONE_DAY.fullmatch(text) else _moment(text, zone)


def _last(text: str, zone: ZoneInfo) -> datetime:
    whole = _MONTH.fullmatch(text) or _ONE_DAY.fullmatch(text)
    return from_micros(_end(text, zone)) if whole else _moment(text, zone)


def _first_of(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _start(day: date, zone: ZoneInfo) -> int:
    return micros(datetime.combine(day, time(), zone))


def _end(day_or_month: str, zone: ZoneInfo) -> int:
    """The last microsecond of a day or a month."""
    if _MONTH.fullmatch(day_or_month):
        after = (_first_of(day_or_month) + timedelta(days=31)).replace(day=1)
    else:
        after = date.fromisoformat(day_or_month) + timedelta(days=1)
    return _start(after, zone) - 1
