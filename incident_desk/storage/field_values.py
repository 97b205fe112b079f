"""How one value of a field lies in rows of `field_value`, and back. Each row says itself what it holds.

So values are read, searched and sorted without asking which pack declared the field at the time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import RESULTS
from incident_desk.domain.values import from_micros, micros

Key = tuple[Any, ...]
Row = tuple[Any, ...]


class ValueKind(StrEnum):
    TEXT = "text"  # words, a code, a day in ISO form or an id, in `text`
    NUMBER = "number"  # in `number`; a whole one also in `text`, letter by letter
    YES_NO = "yes_no"  # 1 or 0 in `number`
    TIME = "time"  # between `earliest` and `latest`; `text`: precision and zone
    JSON = "json"  # anything else, such as the mark of a step, in `text`
    ERASED = "erased"  # nothing any more


_TEXT, _NUMBER, _YES_NO, _TIME, _JSON, _ERASED = map(str, ValueKind)


def put_value(rows: dict[Key, Row], no: int, key: str, line: int, value: Any) -> None:
    """Several values take a row each, from ordinal 1; a single one takes one with ordinal 0, and so does a result.

    A row has the columns of `field_value` in their order.
    """
    if isinstance(value, str):  # as nearly all are
        rows[no, key, line, 0] = (no, key, line, 0, _TEXT, value, None, None, None)
    elif key not in RESULTS and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        for ordinal, each in enumerate(value, 1):
            rows[no, key, line, ordinal] = (no, key, line, ordinal, _TEXT, each, None, None, None)
    else:
        rows[no, key, line, 0] = (no, key, line, 0, *_columns(value))


def _columns(value: Any) -> tuple[str, str | None, float | None, int | None, int | None]:
    """What stands in the columns from `kind` on, for anything but a text."""
    if value is ERASED:
        return _ERASED, None, None, None, None
    if isinstance(value, bool):
        return _YES_NO, None, float(value), None, None
    if isinstance(value, int | float):
        return _NUMBER, str(value) if isinstance(value, int) else None, float(value), None, None
    if isinstance(value, dict) and "precision" in value:
        words = f"{value['precision']} {value['zone']}"
        return _TIME, words, None, instant(value["earliest"]), instant(value["latest"])
    return _JSON, _sorted_json(value), None, None, None


_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False).encode
_encoded_codes = lru_cache(maxsize=1024)(_encoded)  # routes, and what is missing: some lists again and again


def _sorted_json(value: Any) -> str:
    codes = tuple(value) if isinstance(value, list) and len(value) < _FEW else ()
    return _encoded_codes(codes) if codes and all(isinstance(code, str) for code in codes) else _encoded(value)


_FEW = 12


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
