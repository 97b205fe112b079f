"""Times as people write them into sheets, read with exactly the precision they were written with.

What can be meant in two ways is read by the order of the sheet; what cannot be read with certainty is not read.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from incident_desk.domain.errors import Refused
from incident_desk.domain.values import Json, Precision, StatedTime
from incident_desk.usecases.export.times import read_stated
from incident_desk.usecases.importing.clocks import Hours, hours_in, instants
from incident_desk.usecases.importing.month_names import MONTH_OF, WEEKDAY

DateOrder = Literal["dmy", "mdy", "ymd"]
DATE_ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy", "ymd")

ABOUT = re.compile(r"^(?:ca\.?|circa|about|approx\.?|approximately|around|etwa|ungefähr|gegen|um)\s+|^(?:~|≈)\s*", re.I)
_NUMBERS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_OF = r"(?:(?:of|de|del|di|van)\s+)?"
_DAY_WORD = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?[\s/-]*{_OF}([^\W\d_]+)\.?,?[\s/-]*{_OF}(\d{{4}}|\d{{2}})", re.I
)
_WORD_DAY = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.I)
_WORD_MONTH = re.compile(rf"([^\W\d_]+)\.?,?\s+{_OF}(\d{{4}})", re.I)
_NUMBER_MONTH = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{4})|(\d{4})\s*[./-]\s*(\d{1,2})")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_ISO_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?((?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)", re.ASCII)
_PART_OF_MONTH = re.compile(
    r"(?:(?:anfang|mitte|ende)|(?:early|mid|late|beginning of|middle of|end of)(?: in)?)[ -]", re.I
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_WITH_CLOCK = re.compile(
    r"(.*?\d{2,4}\.?)(?:\s*,\s*|\s*T\s*|\s+)(?:(?:um|at|@|-|von|from)\s+)?"
    r"(\d{1,2}(?:[:.h]\d{2}.*|(?:\s*(?:-|–|bis|to)\s*\d{1,2})?\s*(?:[ap]\.?m|uhr).*)"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?:\s*(?:h|hrs?|uhr))?)",
    re.I | re.S,
)
_WORDED_HOUR = re.compile(
    r"(.*?\d{2,4}\.?)(?:[\s,;(/-]+)(?!(?:bis|to|until|till|through|or|oder|and|und)\b|.*\d[./-]\s?\d{1,2}[./-])"
    r"((?:[^\d]*|.*?\d{1,2}(?:[:.h]\d{2}|\s*(?:uhr|hrs?|h|[ap]\.?m)\b).*))",
    re.I | re.S,
)
_ISO_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})")
_AS_WE_WRITE = re.compile(
    r"(?:about|etwa) \d.*|not known|nicht bekannt|\d{4}-\d\d.* (?:to|bis) \d{4}-.*|\d{4}-.*\(\w[\w/+-]*\)",
    re.IGNORECASE,
)
_SINCE_1900 = datetime(1899, 12, 30)  # spreadsheets count days so, from a leap year that there was not
_LONGEST = 200
_OLDEST, _LATEST = 20_000, 80_000  # days: 1954 to 2119


class NotRead(Exception):
    """A text that says no time for certain. `code` names its sentence in resources/texts/import.toml."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReadInPart(NotRead):
    """A text of which `value` could be read, or None; the rest stays in the row as it stood, and is told."""

    def __init__(self, code: str, value: Json) -> None:
        super().__init__(code)
        self.value = value


@dataclass(frozen=True, slots=True)
class TimeReading:
    """How a sheet writes its times. `midnight_unknown`: 00:00 stands there where nobody knew the hour. `hours_zone`:
    what the hours of this column are meant in, where its heading says so; `zone` is what they are stated in."""

    order: DateOrder
    zone: str
    midnight_unknown: bool = False
    hours_zone: tzinfo | None = None


def read_time(text: str, reading: TimeReading) -> StatedTime:
    """The stated time of a text. Raises NotRead."""
    plain = _plain(text, "time_not_read")
    part = _PART_OF_MONTH.match(plain)
    if part and (span := _months(plain[part.end() :])):
        raise ReadInPart("month_kept", _from_to(span, reading.zone).to_json())
    if _AS_WE_WRITE.fullmatch(plain):
        with suppress(Refused):
            return StatedTime.from_json(read_stated(plain, reading.zone))
    about = ABOUT.match(plain)
    if about:
        plain = plain[about.end() :]
    try:
        return _stated(WEEKDAY.sub("", plain), reading, about=about is not None)
    except (ValueError, OverflowError):
        raise NotRead("time_not_read") from None


def day_beside_words(text: str, reading: TimeReading) -> date | None:
    """The day at the beginning of a text whose hour is told in words, or as an hour that there is not."""
    if len(text) > _LONGEST:
        return None
    parts = _WORDED_HOUR.fullmatch(WEEKDAY.sub("", " ".join(text.split())))
    try:
        return _day(parts[1].rstrip(" ,"), reading.order) if parts else None
    except ValueError:
        return None


def read_day(text: str, reading: TimeReading) -> date:
    """A calendar day; an hour beside it is of no interest. Raises NotRead."""
    return read_day_and_hours(text, reading)[0]


def read_day_and_hours(text: str, reading: TimeReading) -> tuple[date, Hours | None]:
    """A calendar day and the hours beside it, None where there are none. Raises NotRead."""
    plain = WEEKDAY.sub("", _plain(text, "date_not_read"))
    try:
        return _day_and_hours(plain, reading)
    except (ValueError, OverflowError):
        raise NotRead("date_not_read") from None


def _plain(text: str, code: str) -> str:
    """The text with single blanks, 20240108T065800Z apart. Raises NotRead where it is longer than any time: a cell may
    hold a story."""
    if len(text) > _LONGEST:
        raise NotRead(code)
    plain = " ".join(text.split())
    whole = _ISO_RUN_TOGETHER.fullmatch(plain)
    if whole is None:
        return plain
    year, month, day, hour, minute, second, rest = whole.groups("00")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{rest}"


def _stated(plain: str, reading: TimeReading, *, about: bool) -> StatedTime:
    zone = reading.zone
    if _ISO_ZONED.fullmatch(plain):
        return StatedTime.at(datetime.fromisoformat(plain), zone, _exactness(about))
    span = _months(plain)
    if span is not None:
        return _from_to(span, zone)
    day, hours = _day_and_hours(plain, reading)
    if about and _is_day_alone(hours, reading):  # nobody can say how far from that day
        raise NotRead("day_about")
    return time_on(day, hours, reading, about=about)


def time_on(day: date, hours: Hours | None, reading: TimeReading, *, about: bool = False) -> StatedTime:
    """A day with its hours as they are stated. Raises ReadInPart where clocks show that hour never, or twice."""
    zone = reading.zone
    if hours is None or _is_day_alone(hours, reading):
        return StatedTime.on(day, zone)
    meant = hours.zone or reading.hours_zone or ZoneInfo(zone)
    moments = instants(day, hours.first, meant)
    ends = moments if hours.last is None else instants(day, hours.last, meant)
    if not moments or not ends:
        raise ReadInPart("hour_skipped", StatedTime.on(day, zone).to_json())
    if len(moments) == len(ends) == 1 and moments == ends:
        return StatedTime.at(moments[0], zone, _exactness(about))
    stated = StatedTime(moments[0], ends[-1], Precision.BETWEEN, zone)
    if hours.last is None:
        raise ReadInPart("hour_twice", stated.to_json())
    return stated


def _is_day_alone(hours: Hours | None, reading: TimeReading) -> bool:
    return hours is None or (hours.one == time() and reading.midnight_unknown)


def _from_to(days: tuple[date, date], zone: str) -> StatedTime:
    first, last = StatedTime.on(days[0], zone), StatedTime.on(days[1], zone)
    return StatedTime(first.earliest, last.latest, Precision.BETWEEN, zone)


def _exactness(about: bool) -> Precision:
    return Precision.ABOUT if about else Precision.EXACT


def _day_and_hours(plain: str, reading: TimeReading) -> tuple[date, Hours | None]:
    if _SERIAL.fullmatch(plain):
        return _of_serial(float(plain))
    day = _day(plain, reading.order)
    if day is not None:
        return day, None
    parts = _WITH_CLOCK.fullmatch(plain)
    day = _day(parts[1].strip(), reading.order) if parts else None
    hours = hours_in(parts[2]) if parts else None
    if day is None or hours is None:
        raise ValueError
    return day, hours


def _of_serial(days: float) -> tuple[date, Hours | None]:
    if not _OLDEST <= days <= _LATEST:
        raise ValueError
    moment = _SINCE_1900 + timedelta(seconds=round(days * 86_400))
    return moment.date(), None if days.is_integer() else Hours(moment - datetime.combine(moment, time()))


def read_clock(text: str) -> time:
    """An hour of the day. Raises NotRead."""
    hours = read_hours(text)
    if hours.one is None:
        raise NotRead("hour_not_read")
    return hours.one


def read_hours(text: str) -> Hours:
    """Hours that stand alone. Raises NotRead."""
    hours = hours_in(_plain(text, "hour_not_read"))
    if hours is None:
        raise NotRead("hour_not_read")
    return hours


def is_run_together(text: str) -> bool:
    """Whether it is a day such as 20240701."""
    return _RUN_TOGETHER.fullmatch(text.strip()) is not None


def _day(plain: str, order: DateOrder) -> date | None:
    """The day that a text without an hour names, or None where it names none. Raises ValueError for 31 April.

    With dots nobody writes a year of two digits first.
    """
    numbers = _NUMBERS.fullmatch(plain)
    if numbers:
        dotted = numbers[2] == "."
        return _of_numbers(numbers[1], numbers[3], numbers[4], "dmy" if dotted and order == "ymd" else order)
    whole = _RUN_TOGETHER.fullmatch(plain)
    if whole:
        return date(int(whole[1]), int(whole[2]), int(whole[3]))
    worded = _DAY_WORD.fullmatch(plain)
    if worded and worded[2].casefold() in MONTH_OF:
        return date(_year(worded[3]), MONTH_OF[worded[2].casefold()], int(worded[1]))
    worded = _WORD_DAY.fullmatch(plain)
    if worded and worded[1].casefold() in MONTH_OF:
        return date(int(worded[3]), MONTH_OF[worded[1].casefold()], int(worded[2]))
    return None


def _of_numbers(first: str, second: str, third: str, order: DateOrder) -> date:
    if len(first) == 4:
        return date(int(first), int(second), int(third))
    if len(third) in (1, 3) or len(first) == 3:
        raise ValueError
    if order == "ymd" and len(third) == 2:
        return date(_year(first), int(second), int(third))
    day, month = (second, first) if order == "mdy" else (first, second)
    return date(_year(third), int(month), int(day))


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) == 4 else number + (2000 if number < 70 else 1900)


def _months(plain: str) -> tuple[date, date] | None:
    """First and last day of a month or a year that stands alone."""
    if _YEAR.fullmatch(plain):
        return date(int(plain), 1, 1), date(int(plain), 12, 31)
    worded, numbered = _WORD_MONTH.fullmatch(plain), _NUMBER_MONTH.fullmatch(plain)
    if worded and worded[1].casefold() in MONTH_OF:
        year, month = int(worded[2]), MONTH_OF[worded[1].casefold()]
    elif numbered:
        year, month = int(numbered[2] or numbered[3]), int(numbered[1] or numbered[4])
    else:
        return None
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
