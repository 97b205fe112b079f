"""Where the table stands in a sheet: its heading, the columns that hold anything, the rows below.

Works on cells as the file has them; "" is as empty as None. They are cleaned when they are handed on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, dropwhile, islice
from statistics import median_low as median

from incident_desk.files.column_letters import letters
from incident_desk.files.sheets.cells import clean, is_blank
from incident_desk.files.sheets.headless import goes_on, is_data, names_groups
from incident_desk.usecases.errors import SurroundingsFailed

MOST_COLUMNS = 1_000
MOST_ROWS = 2_000_000
LONGEST_HEADING = 200
_LOOKED_AT = 100  # records in which the heading is looked for
_SEPARATOR_NOTE = re.compile(r"sep=\W?", re.I)

Record = Sequence[object]


@dataclass(frozen=True, slots=True)
class Layout:
    """`heading_at` counts records from 0, and is that above the rows where no record is the heading; `columns` are
    those that hold anything at or below the heading. `surplus`: how many of the last columns lie beyond the end of the
    heading and are reached by few rows only, as by one separator too many. `above`: what stands above the heading,
    `second`: what the second row of a heading in two rows says."""

    heading_at: int
    columns: tuple[int, ...]
    heading: tuple[str, ...]
    rows: int
    surplus: int = 0
    above: tuple[str, ...] = ()
    second: tuple[str, ...] = ()


def survey(records: Iterable[Record], name: str, first_column: int = 0) -> Layout | None:
    """One pass over a sheet; None where it holds nothing. `first_column`: how many columns the records leave out."""
    body = dropwhile(lambda numbered: _is_empty(numbered[1]), enumerate(records))
    first = list(islice(body, _LOOKED_AT))
    if not first:
        return None
    looked_at = [record for _, record in first]
    at = _heading_of(looked_at)
    first_full = _first_usual(looked_at, at)
    if is_data(looked_at[first_full:], at - first_full):
        at = next((n for n in range(first_full) if is_data(looked_at[n:], 0)), first_full)
        used, rows, _ = _extent((record for _, record in chain(first[at:], body)), name, MOST_COLUMNS)
        above = _said_above(looked_at[:at])
        return Layout(first[at][0] - 1, used, _headings((), used, first_column), rows + 1, above=above)
    at += names_groups(looked_at[at:])
    record, above, second = looked_at[at], _said_above(looked_at[:at]), tuple[str, ...]()
    if goes_on(looked_at[at:]):
        at += 1
        record, second = _joined(record, looked_at[at]), tuple(filter(None, map(_said, looked_at[at])))
    used, rows, wider = _extent((record for _, record in chain(first[at:], body)), name, len(record))
    surplus = sum(column >= len(record) for column in used) if 2 * wider <= rows else 0
    return Layout(first[at][0], used, _headings(record, used, first_column), rows, surplus, above, second)


def table_rows(records: Iterable[Record], layout: Layout) -> Iterator[tuple[int, Record]]:
    """The row's number as people count it, and its cells, as wide as the heading."""
    wide = layout.columns[-1] + 1
    chosen = None if layout.columns == tuple(range(wide)) else layout.columns
    for line, record in islice(enumerate(records, 1), layout.heading_at + 1, None):
        if _is_empty(record):
            continue
        cells = record if len(record) == wide else [*record[:wide], *("",) * (wide - len(record))]
        yield line, cells if chosen is None else [cells[column] for column in chosen]


def _is_empty(record: Record) -> bool:
    for cell in record:  # noqa: SIM110  # every record of a million comes here, and most say so at their first cell
        if not is_blank(cell):
            return False
    return True


def _heading_of(records: Sequence[Record]) -> int:
    """The first record with text in most of the cells that records usually fill: titles and forms above fill fewer.

    Where none has, the one with most text.
    """
    texts = [sum(isinstance(cell, str) and not is_blank(cell) for cell in record) for record in records]
    usual = median(filter(None, _filled(records)))
    for at, count in enumerate(texts):
        if 3 * count >= 2 * usual:
            return at
    return texts.index(max(texts)) if any(texts) else 0


def _first_usual(records: Sequence[Record], at: int) -> int:
    """The first record up to this one that fills as many cells as records usually do: titles above fill fewer."""
    filled = _filled(records)
    usual = median(filter(None, filled))
    return next((n for n in range(at) if 3 * filled[n] >= 2 * usual), at)


def _filled(records: Sequence[Record]) -> list[int]:
    return [sum(not is_blank(cell) for cell in record) for record in records]


def _extent(records: Iterable[Record], name: str, headed: int) -> tuple[tuple[int, ...], int, int]:
    """The columns that hold anything, how many records do, the first of them (the heading) not counted, and how many
    hold something beyond the columns of the heading."""
    used: set[int] = set()
    unused: list[int] = []
    width, rows, wider = 0, -1, 0
    for record in records:
        if len(record) > width:
            unused += range(width, len(record))
            width = len(record)
        if unused:
            found = {column for column in unused if column < len(record) and not is_blank(record[column])}
            if found:
                used |= found
                unused = [column for column in unused if column not in found]
                if len(used) > MOST_COLUMNS:
                    raise SurroundingsFailed("sheet_too_wide", name=name, limit=MOST_COLUMNS)
        rows += not _is_empty(record)
        wider += len(record) > headed and not _is_empty(record[headed:])
        if rows > MOST_ROWS:
            raise SurroundingsFailed("sheet_too_long", name=name, limit=MOST_ROWS)
    return tuple(sorted(used)), rows, wider


def _headings(record: Record, columns: Sequence[int], first_column: int) -> tuple[str, ...]:
    """What the columns are called, each unlike the others."""
    said = [_said(record[column]) if column < len(record) else "" for column in columns]
    wanted = [heading or letters(first_column + column) for heading, column in zip(said, columns, strict=True)]
    taken, seen = set(wanted), Counter[str]()
    given = []
    for heading in wanted:
        seen[heading] += 1
        own = heading
        while seen[heading] > 1 and own in taken:
            own = f"{heading} ({seen[heading]})"
            seen[heading] += own in taken
        taken.add(own)
        given.append(own)
    return tuple(given)


def _joined(above: Record, below: Record) -> Record:
    """A heading in two rows as one. A cell over several columns stands in the first of them, and is said of each."""
    joined, over = [], ""
    for column in range(max(len(above), len(below))):
        own, under = (_said(each[column]) if column < len(each) else "" for each in (above, below))
        over = own or (over if under else "")
        joined.append(f"{over} {under}".strip())
    return joined


def _said_above(records: Sequence[Record]) -> tuple[str, ...]:
    """Titles and forms above the list, line by line; not what Excel notes of separators."""
    lines = (" ".join(filter(None, map(_said, record))) for record in records)
    return tuple(line[:LONGEST_HEADING] for line in lines if line and not _SEPARATOR_NOTE.fullmatch(line))


def _said(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else clean(" ".join(str(cell).split()))[:LONGEST_HEADING].strip()
