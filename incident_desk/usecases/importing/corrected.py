"""Rows of which one cell was written anew, where no number says which incident they are: offered as a change of it.

Whoever takes another incident for a correction loses it, so that whatever is in doubt is new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from incident_desk.usecases.importing.known import Pair, Way
from incident_desk.usecases.importing.likeness import Likeness
from incident_desk.usecases.importing.row_texts import Row, SheetRow
from incident_desk.usecases.rows import ImportedRow

_Rest = tuple[str, frozenset[tuple[str, str]]]  # a heading, and all that a row says under the others


def corrected(
    rows: Sequence[SheetRow], new: Iterable[SheetRow], here: Iterable[ImportedRow], heading: Sequence[str],
    likeness: Likeness,
) -> Iterator[Pair]:  # fmt: skip
    """Of new rows and incidents of one list that nothing else has brought together, those that say the same in all
    columns but one, where neither may be another. `rows`: all of the sheet."""
    times = Counter(story for row in rows for story in likeness.stories(row.row))
    for column, row, each in _one_of_each(new, here, heading):
        repeated = any(times[story] > 1 for story in likeness.stories(row.row))
        if likeness.surely_corrected(column, each.row or (), row.row, repeated=repeated):
            yield Pair(row, each, alike=False, way=Way.CORRECTED)


def _one_of_each(
    new: Iterable[SheetRow], here: Iterable[ImportedRow], heading: Sequence[str]
) -> Iterator[tuple[str, SheetRow, ImportedRow]]:
    now, before = defaultdict[_Rest, list[SheetRow]](list), defaultdict[_Rest, list[ImportedRow]](list)
    for row in new:
        for rest in _rests(row.row, heading):
            now[rest].append(row)
    for each in here:
        for rest in _rests(each.row or (), heading):
            before[rest].append(each)
    met = [(rest[0], now[rest], those) for rest, those in before.items() if rest in now]
    of_row = Counter(row.key for _, lines, those in met for row in lines for _ in those)
    of_incident = Counter(each.incident for _, lines, those in met for each in those for _ in lines)
    for column, lines, those in met:
        if of_row[lines[0].key] == 1 and of_incident[those[0].incident] == 1:
            yield column, lines[0], those[0]


def _rests(row: Row, heading: Sequence[str]) -> Iterator[_Rest]:
    for column in heading:
        yield column, frozenset(cell for cell in row if cell[0] != column)
