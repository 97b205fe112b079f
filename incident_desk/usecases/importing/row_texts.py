"""A row as it stood: headings with their texts, and what tells it from all others of its sheet.

Everything is read from these texts, so that a row reads the same when it is compared with itself years later.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incident_desk.usecases.sheets import Cell, Sheet

Row = tuple[tuple[str, str], ...]
"""Headings with their texts, in the order of the sheet, without the empty cells."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`line` as a spreadsheet program counts, `key` for good: it names the row within its list."""

    line: int
    row: Row
    key: str

    def text(self, heading: str) -> str:
        return next((text for each, text in self.row if each == heading), "")


def cell_text(cell: Cell) -> str:
    """A cell as text that reads back to the same: days and hours in ISO form."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case datetime.datetime():
            return _moment_text(cell)
        case datetime.time():
            return cell.isoformat("seconds" if cell.second else "minutes")
        case datetime.date():
            return cell.isoformat()
        case datetime.timedelta():
            return _span_text(cell)
        case _:
            return str(cell)


def _moment_text(moment: datetime.datetime) -> str:
    rounded = moment + datetime.timedelta(microseconds=500_000)  # a spreadsheet's moments are a little beside the mark
    return rounded.isoformat(" ", "seconds" if rounded.second else "minutes")


def _span_text(span: datetime.timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


def rows_of(sheet: Sheet, key_columns: Sequence[str]) -> list[SheetRow]:
    """The rows that hold anything. Equal rows without a key are told apart by their count."""
    counts: Counter[str] = Counter()
    found = []
    for line, cells in zip(sheet.lines, sheet.rows, strict=True):
        row = row_of(sheet.heading, cells)
        if not row:
            continue
        key = _by_columns(row, key_columns)
        if not key:
            content = _digest(sorted(row))
            counts[content] += 1
            key = f"content {content} {counts[content]}"
        found.append(SheetRow(line, row, key))
    return found


def row_of(heading: Sequence[str], cells: Iterable[Cell]) -> Row:
    texts = ((name, cell_text(cell)) for name, cell in zip(heading, cells, strict=True))
    return tuple((name, text) for name, text in texts if text.strip())


def _by_columns(row: Row, columns: Sequence[str]) -> str:
    """By what stands in the key columns, as a digest: it outlives an erasure, and tells nobody a name."""
    values = dict(row)
    found = [[column, " ".join(values.get(column, "").split())] for column in columns]
    return f"key {_digest(found)}" if found and all(value for _, value in found) else ""


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:32]
