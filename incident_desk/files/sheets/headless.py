"""Whether the row that stands where a heading would is data itself: then the sheet has no heading, and no row is lost.

A heading is never taken for data: only a whole date above dates, or a running number that goes on below, counts. Nor is
data taken for a second row of the heading: words above numbers or days count where each row fills gaps of the other,
under cells that span several columns.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from incident_desk.files.sheets.cells import is_blank

_WORD = r"[^\W\d_]{3,10}\.?"
_DATE = re.compile(
    r"(?:(?:mo|di|mi|do|fr|sa|so|tu|we|th|su)[^\W\d_]{0,8}[.,]*\s+)?"  # the day of the week
    rf"(?:\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?[\s-]+{_WORD},?[\s-]+\d{{2,4}}"
    rf"|{_WORD}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
    r"(?:[T\s,]+\d{1,2}[:.h]\d{2}.{0,15})?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 60  # letters; no date is longer
_SENTENCE = 20  # letters; names of people and places are shorter
_NOTHING = re.compile(r"unknown|unbekannt|n/?a|none|nil|keine?|k\.\s?a\.?|tb[acd]|offen|open", re.IGNORECASE)
_PROOFS = 2
_YEARS = range(1900, 2101)  # columns are called so

Cells = Sequence[object]


def is_data(records: Sequence[Cells], at: int) -> bool:
    """Whether the record is one of those it stands above. `records` begin where the table may begin."""
    record = records[at]
    others = [each for n, each in enumerate(records) if n != at]
    if any(_is_date(cell) and _mostly_dates(others, column) for column, cell in enumerate(record)):
        return True
    first = next((column for column, cell in enumerate(record) if not is_blank(cell)), 0)
    return any(_is_words(cell) for cell in record) and _runs_on(records[at:], first)


def goes_on(records: Sequence[Cells]) -> bool:
    """Whether the heading, which is the first record, goes on in the second."""
    heading, below, others = records[0], records[1] if len(records) > 1 else (), records[2:]
    filled = {column: cell for column, cell in enumerate(below) if not is_blank(cell)}
    if not all(isinstance(cell, str) and len(cell) <= _LONGEST and not _is_value(cell) for cell in filled.values()):
        return False
    gaps = {column for column in range(1, len(heading)) if is_blank(heading[column])} & filled.keys()
    only_above = any(not is_blank(cell) and column not in filled for column, cell in enumerate(heading))
    spanned = all(not {column, column + 1}.isdisjoint(gaps) for column in filled)
    proved = any(_is_words(cell) and _mostly_values(others, column) for column, cell in filled.items())
    return only_above and spanned and proved and not any(_is_told(others, *each) for each in filled.items())


def names_groups(records: Sequence[Cells]) -> bool:
    """Whether the first record only names groups of columns, and the second is their heading: it names each that the
    rows fill, in other words than they hold, and at least two of them are words above days or numbers."""
    heading, below, others = records[0], records[1] if len(records) > 1 else (), records[2:]
    named = {column: cell for column, cell in enumerate(below) if not is_blank(cell)}
    gaps = {column for column in named if column >= len(heading) or is_blank(heading[column])}
    usual = {column for record in others for column, cell in enumerate(record) if not is_blank(cell)}
    if not gaps or not usual <= named.keys() or len(set(named.values())) < len(named):
        return False
    if not all(_is_words(cell) and len(str(cell)) <= _LONGEST and not _is_value(cell) for cell in named.values()):
        return False
    if any(_NOTHING.fullmatch(str(cell).strip()) or _is_told(others, column, cell) for column, cell in named.items()):
        return False
    return sum(_mostly_values(others, column) for column in named) >= _PROOFS


def _is_told(others: Sequence[Cells], column: int, cell: object) -> bool:
    """Whether a cell tells what the column tells: it stands there again, or is of several words above sentences."""
    words = [str(each) for each in _filled(others, column) if _is_words(each)]
    return cell in words or (len(str(cell).split()) > 1 and sum(map(len, words)) > _SENTENCE * len(words))


def _mostly_values(others: Sequence[Cells], column: int) -> bool:
    cells = _filled(others, column)
    return len(cells) > 1 and 10 * sum(map(_is_value, cells)) >= 9 * len(cells)


def _is_value(cell: object) -> bool:
    """Whether a cell holds a day or a whole number."""
    return _is_date(cell) or _number(cell) is not None


def _mostly_dates(others: Sequence[Cells], column: int) -> bool:
    cells = _filled(others, column)
    return 2 * sum(map(_is_date, cells)) > len(cells)


def _runs_on(records: Sequence[Cells], column: int) -> bool:
    """Whether each number of the column is one more than that above it."""
    numbers = [_number(cell) for cell in _filled(records, column)]
    if len(numbers) < 2 or numbers[0] in _YEARS:
        return False
    return all(
        above is not None and below is not None and abs(below - above) == 1 for above, below in pairwise(numbers)
    )


def _filled(records: Sequence[Cells], column: int) -> list[object]:
    return [each[column] for each in records if column < len(each) and not is_blank(each[column])]


def _is_date(cell: object) -> bool:
    if isinstance(cell, str):
        text = cell.strip()
        return len(text) <= _LONGEST and _DATE.fullmatch(text) is not None
    return isinstance(cell, datetime.date)


def _is_words(cell: object) -> bool:
    return isinstance(cell, str) and any(letter.isalpha() for letter in cell)


def _number(cell: object) -> int | None:
    if isinstance(cell, str):
        text = cell.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None
    return int(cell) if isinstance(cell, int | float) and cell == cell // 1 else None
