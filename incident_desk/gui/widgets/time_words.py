"""Times as people type them: "14:30", "12.11. 14:30", "12 Nov 2026", "2026-11-12 08:25", "about 6:40 pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from incident_desk.domain.values import Precision, StatedTime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan januar january", "feb februar february", "mar mär mrz märz march", "apr april", "may mai"),
            *("jun juni june", "jul juli july", "aug august", "sep sept september", "oct okt october oktober"),
            *("nov november", "dec dez december dezember"),
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = {
    **dict.fromkeys(("today", "heute"), 0),
    **dict.fromkeys(("yesterday", "gestern"), -1),
    **dict.fromkeys(("vorgestern",), -2),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
}
_ABOUT = re.compile(r"^\s*(?:about|around|approx\.?|circa|ca\.?|c\.|etwa|gegen|ungefähr|~)\s*", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?::|h)(\d{2})(?::(\d{2}))?(?![\d:])\s*([ap])?\.?(?:m\b\.?)?(?:\s*(?:uhr|h)\b)?", re.I
)
_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})(?:[.:](\d{2}))?\s*(?:(uhr)\b|([ap])\.?m\b\.?)", re.IGNORECASE)
_JOINTS = re.compile(r"^(?:at|um)\b|\b(?:at|um)$|(?<=\d)T$", re.IGNORECASE)  # what joins day and hour
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})\.?\s*([^\W\d]+)\.?\s*(\d{4})?$")
_MONTH_FIRST = re.compile(r"^([^\W\d]+)\.?\s+(\d{1,2})\s*(\d{4})?$")


class NotATimeError(ValueError):
    """The text is no date and no time."""


class SkippedHourError(ValueError):
    """The clocks were put forward over this hour on that day."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text says: a day, and an hour of it where one was given."""

    day: date
    hour: time | None
    about: bool


def read_typed(text: str, today: date) -> Typed:
    """Understands a typed time. An hour alone is an hour of `today`; a day without a year is the nearest one.

    Raises NotATimeError. Nothing is added that was not written: a day alone has no hour.
    """
    rest = _ABOUT.sub("", text.strip())
    about = rest != text.strip()
    hour, rest = _take_hour(rest)
    rest = _JOINTS.sub("", rest.strip(" ,;\t")).strip(" ,;\t")
    if not rest and hour is None:
        raise NotATimeError(text)
    return Typed(_day(rest, today) if rest else today, hour, about)


def stated(typed: Typed, precision: Precision, zone: str) -> StatedTime:
    """The typed time in a zone, no more exact than it was typed. Raises SkippedHourError."""
    if typed.hour is None:
        return StatedTime.on(typed.day, zone)
    about = typed.about or precision is Precision.ABOUT
    moment = moment_of(typed, zone)
    return StatedTime.at(moment, zone, Precision.ABOUT if about else Precision.EXACT)


def between(first: Typed, last: Typed, zone: str) -> StatedTime:
    """From the start of the first to the end of the last, where they name days only."""
    earliest = moment_of(first, zone)
    latest = StatedTime.on(last.day, zone).latest if last.hour is None else moment_of(last, zone)
    return StatedTime(earliest, latest, Precision.BETWEEN, zone)


def moment_of(typed: Typed, zone: str) -> datetime:
    """The instant of an hour of a day in a zone; of a day alone its start. Raises SkippedHourError."""
    local = datetime.combine(typed.day, typed.hour or time(), ZoneInfo(zone))
    instant = local.astimezone(UTC)
    if typed.hour is not None and instant.astimezone(ZoneInfo(zone)).time() != typed.hour:
        raise SkippedHourError(typed)
    return instant


def _take_hour(text: str) -> tuple[time | None, str]:
    """The hour in a text, and the text without it."""
    if found := _CLOCK.search(text):
        hour = _hour_of(int(found[1]), found[4])
        return _time(hour, int(found[2]), int(found[3] or 0)), text[: found.start()] + text[found.end() :]
    if found := _HOUR.search(text):
        hour = _hour_of(int(found[1]), found[4])
        return _time(hour, int(found[2] or 0), 0), text[: found.start()] + text[found.end() :]
    return None, text


def _hour_of(hour: int, half: str | None) -> int:
    """On the 24-hour clock. After 12 there are no halves: "14:30 am 12.11." is German for "on the 12th"."""
    if half is None or not 1 <= hour <= 12:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _time(hour: int, minute: int, second: int) -> time:
    try:
        return time(hour, minute, second)
    except ValueError:
        raise NotATimeError(hour) from None


def _day(text: str, today: date) -> date:
    words = text.strip().rstrip(",").lower()
    words = re.sub(r"^(?:mon?|tues?|die?|wed|mi|thu|do|fri?|sat?|sam|sun?|so)\w*[.,]*\s+", "", words)
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    if found := _ISO.match(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(words):
        return _with_year(int(found[1]), int(found[2]), found[3], today)
    if found := _DAY_FIRST.match(words):
        return _with_year(int(found[1]), _month(found[2]), found[3], today)
    if found := _MONTH_FIRST.match(words):
        return _with_year(int(found[2]), _month(found[1]), found[3], today)
    raise NotATimeError(text)


def _month(name: str) -> int:
    if name not in _MONTHS:
        raise NotATimeError(name)
    return _MONTHS[name]


def _with_year(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [found for near in (-1, 0, 1) if (found := _possible(today.year + near, month, day)) is not None]
    if not near:
        raise NotATimeError(f"{day}.{month}.")
    return min(near, key=lambda found: abs((found - today).days))


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date:
    found = _possible(year, month, day)
    if found is None:
        raise NotATimeError(f"{year}-{month}-{day}")
    return found
