"""A row as it stood: headings with their texts, and what tells it from all others of its sheet.

Everything is read from these texts, so that a row reads the same when it is compared with itself years later.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from incident_desk.usecases.sheets import Cell, Sheet

Row = tuple[tuple[str, str], ...]
"""Headings with their texts, in the order of the sheet, without the empty cells."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`line` as a spreadsheet program counts, `key` for good: it names the row within its list.

    `earlier`: keys under which the same row may have come in before, when its sheet had no key, its number was not
    filled in yet, or stood there once and not twice.
    """

    line: int
    row: Row
    key: str
    earlier: tuple[str, ...] = ()

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
    """The rows that hold anything. Equal rows without a key are told apart by their count, rows that share their key
    by their content too."""
    rows = texts_of(sheet)
    named = [_by_columns(row.row, key_columns) for row in rows]
    twice = {key for key, count in Counter(filter(None, named)).items() if count > 1}
    contents, bares = _Counted(), _Counted()
    found = []
    for row, key in zip(rows, named, strict=True):
        content = contents.of(row.row)
        if not key:
            found.append(SheetRow(row.line, row.row, f"content {content}"))
            continue
        bare = bares.of([cell for cell in row.row if cell[0] not in key_columns])
        whole = (f"content {content}", f"content {bare}")
        if key in twice:
            found.append(SheetRow(row.line, row.row, f"{key} {content}", (key, *whole)))
        else:
            found.append(SheetRow(row.line, row.row, key, (f"{key} {content}", *whole)))
    return found


def texts_of(sheet: Sheet) -> list[SheetRow]:
    """The rows that hold anything, as who only looks at them wants them: without what names them."""
    rows = zip(sheet.lines, sheet.rows, strict=True)
    return [SheetRow(line, row, "") for line, cells in rows if (row := row_of(sheet.heading, cells))]


def by_column(rows: Iterable[SheetRow], wanted: Iterable[str]) -> dict[str, list[str]]:
    """The texts of each column, without the empty cells. Looked up one by one, a wide sheet would take long."""
    found: dict[str, list[str]] = {column: [] for column in wanted}
    for row in rows:
        for column, text in row.row:
            if column in found:
                found[column].append(text)
    return found


class _Counted:
    """Digests of rows, each with its count among equal ones."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def of(self, row: Sequence[tuple[str, str]]) -> str:
        digest = _digest(sorted(row))
        self._counts[digest] += 1
        return f"{digest} {self._counts[digest]}"


def row_of(heading: Sequence[str], cells: Iterable[Cell]) -> Row:
    return tuple([
        (name, text)
        for name, cell in zip(heading, cells, strict=True)
        if cell is not None and (text := cell if type(cell) is str else cell_text(cell)).strip()
    ])  # fmt: skip


def _by_columns(row: Row, columns: Sequence[str]) -> str:
    """By what stands in the key columns, as a digest: it outlives an erasure, and tells nobody a name."""
    values = dict(row)
    found = [[column, " ".join(values.get(column, "").split())] for column in columns]
    return f"key {_digest(found)}" if found and all(value for _, value in found) else ""


def rewritten_keys(row: Row, columns: Sequence[str]) -> tuple[str, ...]:
    """Keys under which the same number came in before a spreadsheet program took its zeros off or put some on, or
    somebody wrote it in other letters."""
    values = dict(row)
    texts = [" ".join(values.get(column, "").split()) for column in columns]
    if not texts or not all(texts):
        return ()
    ways = [tuple(map(way, texts)) for way in (str.upper, str.lower, _bare, *_ZEROS)]
    written = [f"key {_digest([[column, text] for column, text in zip(columns, way, strict=True)])}" for way in ways]
    own = _by_columns(row, columns)
    return tuple(key for key in dict.fromkeys(written) if key != own)


def _bare(text: str) -> str:
    """Without zeros before a number and nothing behind its point."""
    whole = text.removesuffix(".0")
    return whole.lstrip("0") or "0" if whole.isdecimal() else text


def _filled(width: int) -> Callable[[str], str]:
    return lambda text: _bare(text).zfill(width) if _bare(text).isdecimal() else text


_ZEROS = tuple(map(_filled, range(2, 11)))


def tells_content(key: str) -> bool:
    """Whether a key says what stood in the whole row, and not its number alone."""
    return key.count(" ") > 1


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:32]
