"""Values of fields: what is accepted, and the plain form (JSON) in which journal and commands carry them.

Stored text is what came in: line ends become \\n; NUL and lone surrogates are refused, nothing is normalised.
Times that people state have a precision and are never filled in for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.declarations import MAX_LENGTH, Field, FieldKind
from incident_desk.domain.errors import Refused

Json = Any  # what json.loads gives: dict, list, str, int, float, bool, None


class Precision(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    DATE = "date"
    BETWEEN = "between"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time as somebody stated it: between `earliest` and `latest` (aware, UTC), in the words of `precision`.

    A date without an hour covers that whole day in `zone` (IANA); it is not midnight.
    """

    earliest: datetime | None
    latest: datetime | None
    precision: Precision
    zone: str

    def to_json(self) -> dict[str, Json]:
        return {
            "earliest": _iso(self.earliest),
            "latest": _iso(self.latest),
            "precision": str(self.precision),
            "zone": self.zone,
        }

    @staticmethod
    def from_json(data: Mapping[str, Json]) -> StatedTime:
        return StatedTime(
            _parsed(data["earliest"]), _parsed(data["latest"]), Precision(data["precision"]), data["zone"]
        )

    @staticmethod
    def at(moment: datetime, zone: str, precision: Precision = Precision.EXACT) -> StatedTime:
        instant = moment.astimezone(UTC)
        return StatedTime(instant, instant, precision, zone)

    @staticmethod
    @lru_cache(maxsize=4096)  # the days of a list come again and again
    def on(day: date, zone: str) -> StatedTime:
        start = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
        end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
        return StatedTime(start, end - timedelta(microseconds=1), Precision.DATE, zone)

    @staticmethod
    def unknown(zone: str) -> StatedTime:
        return StatedTime(None, None, Precision.UNKNOWN, zone)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _parsed(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def micros(moment: datetime) -> int:
    """Microseconds since 1970, UTC; exact for the whole range of datetime."""
    return (moment - _FIRST) // _MICROSECOND


def from_micros(instant: int) -> datetime:
    return _FIRST + timedelta(microseconds=instant)


_FIRST, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")


def clean_text(text: str, limit: int, field: str | None = None) -> str:
    """The text as it will be stored. Raises Refused for NUL, lone surrogates and too many characters."""
    if _FORBIDDEN.search(text):
        raise Refused("text_unreadable_character", field)
    cleaned = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(cleaned) > limit:
        raise Refused("text_too_long", field, length=len(cleaned), limit=limit)
    return cleaned


def normalise(field: Field, raw: Json, zone: str) -> Json:
    """The plain form of a value for `field`, or Refused naming the field. None and "" mean: not stated."""
    if raw is None or raw in ("", []):
        return None
    return _NORMALISERS[field.kind](field, raw, zone)


def _text(field: Field, raw: Json, zone: str) -> Json:
    text = clean_text(_expect(field, raw, str), MAX_LENGTH[field.kind], field.key)
    if field.kind is FieldKind.TEXT and "\n" in text:
        raise Refused("text_one_line", field.key)
    return text if text.strip() else None


def _choice(field: Field, raw: Json, zone: str) -> Json:
    code = _expect(field, raw, str)
    if field.options and field.option(code) is None:
        raise Refused("choice_unknown", field.key, value=code, options=[o.code for o in field.options])
    return code


def _choices(field: Field, raw: Json, zone: str) -> Json:
    return [_choice(field, code, zone) for code in _expect(field, raw, list)]


def _ids(field: Field, raw: Json, zone: str) -> Json:
    return list(dict.fromkeys(_reference(field, each, zone) for each in _expect(field, raw, list)))


def _yes_no(field: Field, raw: Json, zone: str) -> Json:
    return _expect(field, raw, bool)


def _number(field: Field, raw: Json, zone: str) -> Json:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw != raw or abs(raw) > 1e15:  # noqa: PLR0124  NaN
        raise Refused("number_expected", field.key, value=str(raw)[:40])
    return raw


def _date(field: Field, raw: Json, zone: str) -> Json:
    try:
        return date.fromisoformat(_expect(field, raw, str)).isoformat()
    except ValueError:
        raise Refused("date_expected", field.key, value=str(raw)[:40]) from None


def _reference(field: Field, raw: Json, zone: str) -> Json:
    return clean_text(_expect(field, raw, str), 200, field.key)


def _time(field: Field, raw: Json, zone: str) -> Json:
    try:
        return dict(_plain_time(raw if isinstance(raw, str) else tuple(raw.items()), zone))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError):
        raise Refused("time_expected", field.key, value=str(raw)[:40]) from None


@lru_cache(maxsize=4096)
def _plain_time(raw: str | tuple[tuple[str, Json], ...], zone: str) -> dict[str, Json]:
    """What is read of a list is looked at when it is read, when it is tried, and when it comes in."""
    return _stated(raw if isinstance(raw, str) else dict(raw), zone).to_json()


def _stated(raw: Json, zone: str) -> StatedTime:
    """From {"at"|"date"|"earliest"+"latest", "precision", "zone"}, or a short ISO text in the register's zone."""
    if isinstance(raw, str):
        return _from_text(raw, zone, Precision.EXACT)
    zone = raw.get("zone", zone)
    ZoneInfo(zone)
    precision = Precision(raw.get("precision", "exact"))
    if precision is Precision.UNKNOWN:
        return StatedTime.unknown(zone)
    if "date" in raw:
        return StatedTime.on(date.fromisoformat(raw["date"]), zone)
    if "at" in raw and precision is not Precision.BETWEEN:
        return _from_text(raw["at"], zone, precision)
    return _between(_local(raw["earliest"], zone), _local(raw["latest"], zone), precision, zone)


def _between(earliest: datetime, latest: datetime, precision: Precision, zone: str) -> StatedTime:
    """A range is told as one, whatever precision came with it, unless it is one moment or one whole day."""
    if latest < earliest:
        raise ValueError
    if precision is Precision.DATE:
        day = StatedTime.on(earliest.astimezone(ZoneInfo(zone)).date(), zone)
        if (day.earliest, day.latest) == (earliest, latest):
            return day
    elif earliest == latest:
        return StatedTime(earliest, latest, precision, zone)
    return StatedTime(earliest, latest, Precision.BETWEEN, zone)


def _from_text(text: str, zone: str, precision: Precision) -> StatedTime:
    if len(text) == len("2026-11-12"):
        return StatedTime.on(date.fromisoformat(text), zone)
    moment = _local(text, zone)
    if precision is Precision.DATE:
        return StatedTime.on(moment.astimezone(ZoneInfo(zone)).date(), zone)
    return StatedTime.at(moment, zone, precision)


def _local(text: str, zone: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def _expect(field: Field, raw: Json, wanted: type) -> Any:
    if not isinstance(raw, wanted):
        raise Refused("value_of_wrong_kind", field.key, value=str(raw)[:40])
    return raw


_NORMALISERS = {
    FieldKind.TEXT: _text,
    FieldKind.PROSE: _text,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.YES_NO: _yes_no,
    FieldKind.TIME: _time,
    FieldKind.DATE: _date,
    FieldKind.NUMBER: _number,
    FieldKind.PERSON: _reference,
    FieldKind.PLACE: _reference,
    FieldKind.EQUIPMENT: _ids,
    FieldKind.CATEGORY: _reference,
    FieldKind.SUBCATEGORY: _reference,
}


def due_instant(value: Json, zone: str) -> int | None:
    """The last moment in time, microseconds UTC: the end of what is stated; of a day (ISO) its last moment in `zone`.

    None where nothing is stated, where it was erased, or where a stated time has no end.
    """
    if isinstance(value, str):
        return _end_of(value, zone)
    latest = StatedTime.from_json(value).latest if isinstance(value, Mapping) else None
    return None if latest is None else micros(latest)


@lru_cache(maxsize=4096)
def _end_of(day: str, zone: str) -> int | None:
    latest = StatedTime.on(date.fromisoformat(day), zone).latest
    return None if latest is None else micros(latest)
