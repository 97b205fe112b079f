"""Hours as people write them beside a day: one, or from when to when; in the zone of the sheet, or in one they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_AM_PM = r"a\.?m\b\.?|p\.?m\b\.?|vormittags|nachmittags|vorm\.|nachm\."
_UNIT = r"uhr|hrs?|h|o'clock"
_CLOCK = re.compile(
    rf"(\d{{1,2}})(?:\s*[:.h]\s*(\d{{2}})(?::(\d{{2}})(?:\.\d+)?)?)?\s*({_AM_PM})?\s*(?:{_UNIT})?", re.IGNORECASE
)
_BARE = re.compile(rf"([01]\d|2[0-3])([0-5]\d)\s*(?:{_UNIT})?", re.IGNORECASE)
_HALF = re.compile(rf"(?:{_AM_PM}|am|pm)", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:(?:von|from|between|zwischen)\s+)?(\d[^-–]*?)\s*(?:-|–|\b(?:bis|to|until|till|und|and)\b)\s*(\d.*)",
    re.IGNORECASE,
)
_UNIT_AT_END = re.compile(rf"\s*((?:{_AM_PM})?\s*(?:{_UNIT})?)$", re.IGNORECASE)
_AHEAD = {"UTC": 0, "GMT": 0, "Z": 0, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2}  # hours
_VAGUE = (
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "IST", "AEST", "AEDT", "EET", "EEST", "WET", "WEST",
)  # fmt: skip
_OFFSET = r"(?P<sign>[+-])\s*(?P<hours>0\d|1[0-4]|\d)(?::?(?P<minutes>[0-5]\d))?"
_NAMED = rf"(?P<zone>{'|'.join(_AHEAD)})\b(?:\s*{_OFFSET})?"
_ZONE = re.compile(rf"\b{_NAMED}", re.IGNORECASE)
_ZONE_AT_END = re.compile(rf"(?P<before>.*[\d.hmr])\s*\(?{_NAMED}\)?", re.IGNORECASE)
_VAGUE_ZONE = re.compile(rf"\b(?:{'|'.join(_VAGUE)})\b")  # in capitals: the others are words
_FURTHER = re.compile(r"(?:[/,;|&]|\b(?:or|and|oder|und|bzw)\b\.?)\s*([+-]?\d{1,2}(?::?\d{2})?)\b")  # UTC+1/+2
_IN_SUMMER = {frozenset(words): zone for zone, *words in (
    ("Europe/Berlin", "CET", "CEST"), ("Europe/Berlin", "MEZ", "MESZ"), ("Europe/London", "GMT", "BST"),
)}  # fmt: skip
ZONE_WORDS = frozenset(word.casefold() for word in (*_AHEAD, *_VAGUE))
"""Words that say in a heading only in which zone its hours are."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """Since midnight; a day ends at 24:00. `last`: of what is stated from when to when. `zone`: where one is named."""

    first: timedelta
    last: timedelta | None = None
    zone: timezone | None = None

    @property
    def one(self) -> time | None:
        """The hour of the day as the clock shows it, None where there are two."""
        return (datetime.min + self.first).time() if self.last is None and self.first < _DAY else None


def hours_in(text: str) -> Hours | None:
    """What a text says that holds nothing else. From 10 to 10 is at 10."""
    plain, zone = _without_zone(" ".join(text.split()))
    one = _clock(plain)
    if one is not None:
        return Hours(one, None, zone)
    ends = _SPAN.fullmatch(plain)
    both = _ends(ends[1], ends[2]) if ends else None
    return Hours(both[0], both[1] if both[0] != both[1] else None, zone) if both else None


def is_half_day(text: str) -> bool:
    """Whether it says no more than before or after noon."""
    return _HALF.fullmatch(text.strip()) is not None


def vague_zone(heading: str) -> str:
    """What a heading says of zones where it is not one alone: IST is Indian, Israeli and Irish, "UTC-5 / UTC-4" two."""
    return "" if named_zone(heading) else " / ".join(_zone_words(heading))


def named_zone(heading: str) -> tzinfo | None:
    """The zone in which the hours of a column are, where its heading says so: "Time (UTC)". With the word for summer
    beside that for winter it is the one in which clocks are put forward."""
    words = _zone_words(heading)
    if summer := _IN_SUMMER.get(frozenset(word.upper() for word in words)):
        return ZoneInfo(summer)
    found = [_ZONE.fullmatch(word) for word in words]
    zones = {_zone(each) if each else None for each in found}
    return zones.pop() if len(zones) == 1 else None


def _zone_words(heading: str) -> list[str]:
    """Whatever in a heading names zones, each once."""
    named = [found for found in _ZONE.finditer(heading) if len(found["zone"]) > 1]
    words = [" ".join(found[0].split()) for found in named]
    behind = heading[named[-1].end() :] if named else ""
    further = _FURTHER.findall(behind) if named and named[-1]["sign"] else []
    return list(dict.fromkeys([*words, *_VAGUE_ZONE.findall(heading), *further]))


def instants(day: date, since_midnight: timedelta, zone: tzinfo) -> tuple[datetime, ...]:
    """The moments at which clocks show that hour: none where they were put forward, two where they were put back."""
    local = datetime.combine(day, time()) + since_midnight
    both = [local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    return tuple(dict.fromkeys(each for each in both if each.astimezone(zone).replace(tzinfo=None) == local))


def _without_zone(plain: str) -> tuple[str, timezone | None]:
    found = _ZONE_AT_END.fullmatch(plain)
    return (found["before"], _zone(found)) if found else (plain, None)


def _zone(found: re.Match[str]) -> timezone:
    own = timedelta(hours=_AHEAD[found["zone"].upper()])
    further = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return timezone(own - further if found["sign"] == "-" else own + further)


def _clock(plain: str) -> timedelta | None:
    bare, found = _BARE.fullmatch(plain), _CLOCK.fullmatch(plain)
    if bare:
        return timedelta(hours=int(bare[1]), minutes=int(bare[2]))
    if found is None or plain.isdigit():
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4][0] in "pPnN" else 0)
    since = timedelta(hours=hour, minutes=minute, seconds=second)
    return since if minute < 60 and second < 60 and since <= _DAY else None


def _ends(first: str, last: str) -> tuple[timedelta, timedelta] | None:
    """From 10 to 11 Uhr: what is said at the end holds for both. What ends before it begins ends on the next day; from
    midnight to midnight is the day."""
    end, said = _clock(last), _UNIT_AT_END.search(last)
    unit = said[1].strip() if said else ""
    begins = (_clock(f"{first} h"), _clock(f"{first} {unit}")) if unit else (_clock(first),)
    found = [each for each in begins if each is not None]
    if end is None or not found:
        return None
    begin = end if end in found else next((each for each in reversed(found) if each < end), found[0])
    return begin, end if begin < end or (begin == end and begin) else end + _DAY
