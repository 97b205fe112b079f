"""How one value of a field lies in rows of `field_value`, and back. Each row says itself what it holds.

So values are read, searched and sorted without asking which pack declared the field at the time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import RESULTS
from incident_desk.domain.values import from_micros, micros

Row = dict[str, Any]


class ValueKind(StrEnum):
    TEXT = "text"  # words, a code, a day in ISO form or an id, in `text`
    NUMBER = "number"  # in `number`; a whole one also in `text`, letter by letter
    YES_NO = "yes_no"  # 1 or 0 in `number`
    TIME = "time"  # between `earliest` and `latest`; `text`: precision and zone
    JSON = "json"  # anything else, such as the mark of a step, in `text`
    ERASED = "erased"  # nothing any more


def value_rows(no: int, key: str, line: int, value: Any) -> list[Row]:
    """Several values take a row each, from ordinal 1; a single one takes one with ordinal 0, and so does a result."""
    place = {"incident": no, "key": key, "line": line}
    if key not in RESULTS and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return [place | {"ordinal": ordinal} | _columns(each) for ordinal, each in enumerate(value, 1)]
    return [place | {"ordinal": 0} | _columns(value)]


def _columns(value: Any) -> Row:
    row: Row = {"kind": str(ValueKind.TEXT), "text": None, "number": None, "earliest": None, "latest": None}
    if isinstance(value, str):
        return row | {"text": value}
    if value is ERASED:
        return row | {"kind": str(ValueKind.ERASED)}
    if isinstance(value, bool):
        return row | {"kind": str(ValueKind.YES_NO), "number": float(value)}
    if isinstance(value, int | float):
        exact = str(value) if isinstance(value, int) else None
        return row | {"kind": str(ValueKind.NUMBER), "number": float(value), "text": exact}
    if isinstance(value, dict) and "precision" in value:
        words = f"{value['precision']} {value['zone']}"
        ends = {"earliest": instant(value["earliest"]), "latest": instant(value["latest"])}
        return row | ends | {"kind": str(ValueKind.TIME), "text": words}
    return row | {"kind": str(ValueKind.JSON), "text": json.dumps(value, ensure_ascii=False, sort_keys=True)}


def value_of(row: Mapping[str, Any]) -> Any:
    """What one row holds."""
    text, number = row["text"], row["number"]
    match ValueKind(row["kind"]):
        case ValueKind.TEXT:
            return text
        case ValueKind.NUMBER:
            return number if text is None else int(text)
        case ValueKind.YES_NO:
            return bool(number)
        case ValueKind.TIME:
            precision, zone = text.split(" ", 1)
            return time_json(row["earliest"], row["latest"], precision, zone)
        case ValueKind.JSON:
            return json.loads(text)
        case ValueKind.ERASED:
            return ERASED


def place_value(values: dict[str, Any], key: str, row: Mapping[str, Any]) -> None:
    """Puts what a row holds among the values of its record or line; rows of one key come in order."""
    if row["ordinal"]:
        values.setdefault(key, []).append(value_of(row))
    else:
        values[key] = value_of(row)


def time_json(earliest: int | None, latest: int | None, precision: str, zone: str) -> dict[str, Any]:
    return {"earliest": _iso(earliest), "latest": _iso(latest), "precision": precision, "zone": zone}


def instant(iso: str | None) -> int | None:
    return None if iso is None else micros(datetime.fromisoformat(iso))


def _iso(moment: int | None) -> str | None:
    return None if moment is None else from_micros(moment).isoformat().replace("+00:00", "Z")
