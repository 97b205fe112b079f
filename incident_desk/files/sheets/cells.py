"""Cells on their way: cleaned where they leave the file, and written so that one line of JSON carries them.

Empty text is no cell. Text goes as it is, what JSON does not know as a list that begins with its kind.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from typing import Any

from incident_desk.usecases.sheets import Cell

UNREADABLE = "\ufffd"
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")  # what the domain refuses: shown as unreadable, the rest is kept
_TO_CLEAN = re.compile("[\x00\r\ud800-\udfff]")
_EXACT = 1 << 53  # above it a float no longer names every whole number

Wire = Any  # what json knows
Known = dict[str, str | None]


def clean(text: str) -> str:
    """Text as the domain takes it: one kind of line break, nothing that a database would refuse."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(UNREADABLE, text)


def is_blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def pack(row: Sequence[object]) -> tuple[Sequence[Wire], int]:
    """The row for the wire, and how much text it holds."""
    packed = [cell if type(cell) is str else _packed(cell) for cell in row]
    text = "".join([cell for cell in packed if type(cell) is str])
    if _TO_CLEAN.search(text):
        packed = [clean(cell) if type(cell) is str else cell for cell in packed]
    return packed, len(text)


def pack_text(row: Sequence[Any]) -> tuple[Sequence[Wire], int]:
    """The same of a row that holds clean text alone."""
    return row, sum(map(len, row))


def nothing_known() -> Known:
    """What `unpack` remembers: each text once, however many cells say it."""
    return {"": None}


def unpack_text(row: Sequence[str], known: Known) -> tuple[Cell, ...]:
    """A row that holds text alone."""
    return tuple(map(known.setdefault, row, row))


def unpack(row: Sequence[Wire], known: Known) -> tuple[Cell, ...]:
    return tuple([known.setdefault(cell, cell) if type(cell) is str else _unpacked(cell) for cell in row])


def _packed(cell: object) -> Wire:
    match cell:
        case float():
            return _number(cell)
        case datetime.datetime():
            return ["datetime", cell.isoformat()]
        case datetime.date():
            return ["date", cell.isoformat()]
        case datetime.time():
            return ["time", cell.isoformat()]
        case datetime.timedelta():
            return ["span", cell.days, cell.seconds, cell.microseconds]
    return cell


def _number(value: float) -> int | float | str:
    """Workbooks keep every number as a float: 42.0 is the 42 that people see. What JSON has no number for is told."""
    if value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value if math.isfinite(value) else str(value)


def _unpacked(cell: Wire) -> Cell:
    match cell:
        case ["datetime", str() as text]:
            return datetime.datetime.fromisoformat(text)
        case ["date", str() as text]:
            return datetime.date.fromisoformat(text)
        case ["time", str() as text]:
            return datetime.time.fromisoformat(text)
        case ["span", int() as days, int() as seconds, int() as microseconds]:
            return datetime.timedelta(days, seconds, microseconds)
        case None | bool() | int() | float():
            return cell
    raise ValueError("not a cell")
