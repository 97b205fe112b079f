"""Our own export for other programs, one object a line, as a table: what a sheet of ours says, under the keys of the
objects. Codes stay codes, places, people and equipment are told by the names that the export gives beside their ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from incident_desk.domain.lists import LISTS
from incident_desk.domain.values import micros
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_BY_KEY, STEP_NAMES, Status
from incident_desk.files.sheets.delimited import Told
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.export.guard import ID_HEADING
from incident_desk.usecases.export.headings import FACT, FIELD, LIST, MANY, ZONE
from incident_desk.usecases.export.kept import kept_text
from incident_desk.usecases.export.times import LocalTimes, StatedTimes

_ZONE = "UTC"
_LOCAL = LocalTimes(_ZONE)
_STATED = StatedTimes(_LOCAL, "en")
_TOLD_EVERY = 500


def records(path: Path, told: Told) -> Iterator[list[str]]:
    """The heading, then an incident each. Two passes: which keys there are is known at the end of the first."""
    heading = list(dict.fromkeys(key for cells in _rows(path, told) for key in cells))
    yield heading
    for cells in _rows(path, told):
        yield [cells.get(key, "") for key in heading]


def _rows(path: Path, told: Told) -> Iterator[dict[str, str]]:
    with path.open("rb") as file:
        done = 0
        for n, line in enumerate(file):
            done += len(line)
            if n % _TOLD_EVERY == 0:
                told(done)
            if line.strip():
                yield _read(line, path)


def _read(line: bytes, path: Path) -> dict[str, str]:
    try:
        return _cells(json.loads(line))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ArithmeticError) as error:
        raise SurroundingsFailed("sheet_damaged", name=path.name) from error


def _cells(incident: Mapping[str, Any]) -> dict[str, str]:
    fields = dict(incident["fields"])
    names = incident.get("named", {})
    step = incident["step"]
    facts = {
        ID_HEADING: incident["id"], ZONE["en"]: _ZONE,
        f"{FACT}number": incident["number"], f"{FACT}position": str(incident["position"]),
        f"{FACT}status": STATUS_NAMES[Status(incident["status"])]["en"],
        f"{FACT}step": STEP_NAMES[STEP_BY_KEY[step]]["en"] if step else "",
        f"{FACT}opened": _minute(incident.get("opened_at") or incident["recorded_at"]),
        f"{FACT}concluded": _minute(incident["concluded_at"]),
        f"{FACT}anonymous": "Yes" if incident["anonymous"] else "",
        f"{FACT}kept": _kept(fields.pop("imported_row", None)),
    }  # fmt: skip
    told = {f"{FIELD}{key}": _text(value, names) for key, value in fields.items()}
    lines = {f"{LIST}{key}": json.dumps(incident[key], ensure_ascii=False) for key in LISTS if incident.get(key)}
    return {key: text for key, text in {**facts, **told, **lines}.items() if text or key == ID_HEADING}


def _kept(row: Any) -> str:
    return kept_text(row) if isinstance(row, list) else ""


def _minute(iso: str | None) -> str:
    return _LOCAL.minutes([_instant(iso)])[0]


def _instant(iso: str | None) -> int | None:
    return micros(datetime.fromisoformat(iso)) if iso else None


def _text(value: Any, names: Mapping[str, str]) -> str:
    match value:
        case None | {"erased": True}:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return names.get(value, value)
        case {"precision": precision, "zone": zone, "earliest": earliest, "latest": latest}:
            return _STATED.tell((_instant(earliest), _instant(latest), precision, zone))
        case list() if _are_texts(value):
            return MANY.join(names.get(each, each) for each in value)
        case int() | float():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(each, str) for each in values)
