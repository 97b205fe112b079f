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


_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_TEXT, _NUMBER, _YES_NO, _TIME, _JSON, _ERASED = map(str, ValueKind)


def value_rows(no: int, key: str, line: int, value: Any) -> list[Row]:
    """Several values take a row each, from ordinal 1; a single one takes one with ordinal 0, and so does a result."""
    if isinstance(value, str):  # as nearly all are
        return [_row(no, key, line, 0, _TEXT, value)]
    if key not in RESULTS and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return [_row(no, key, line, ordinal, *_columns(each)) for ordinal, each in enumerate(value, 1)]
    return [_row(no, key, line, 0, *_columns(value))]


def _row(
    no: int, key: str, line: int, ordinal: int, kind: str, text: str | None = None, number: float | None = None,
    earliest: int | None = None, latest: int | None = None,
) -> Row:  # fmt: skip
    return {
        "incident": no, "key": key, "line": line, "ordinal": ordinal, "kind": kind, "text": text, "number": number,
        "earliest": earliest, "latest": latest,
    }  # fmt: skip


def _columns(value: Any) -> tuple[Any, ...]:
    """What stands in the columns from `kind` on, as far as they hold anything."""
    if isinstance(value, str):
        return _TEXT, value
    if value is ERASED:
        return (_ERASED,)
    if isinstance(value, bool):
        return _YES_NO, None, float(value)
    if isinstance(value, int | float):
        return _NUMBER, str(value) if isinstance(value, int) else None, float(value)
    if isinstance(value, dict) and "precision" in value:
        words = f"{value['precision']} {value['zone']}"
        return _TIME, words, None, instant(value["earliest"]), instant(value["latest"])
    return _JSON, _SORTED(value)


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
