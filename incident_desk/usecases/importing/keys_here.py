"""Rows and the incidents that were imported under the keys of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from incident_desk.usecases.importing.known import Pair, Way
from incident_desk.usecases.importing.row_texts import Row, SheetRow, tells_content
from incident_desk.usecases.rows import ImportedRow

Lookup = Callable[[Sequence[str]], Iterable[ImportedRow]]
"""The incidents that were imported under these keys."""
Alike = Callable[[Row, Row], bool]
"""Whether a row as it stood and one of the sheet tell of the same."""


def pairs_by_key(
    rows: Iterable[SheetRow], keys_of: Callable[[SheetRow], tuple[str, ...]], lookup: Lookup, alike: Alike,
    way: Way = Way.KEY,
) -> list[Pair]:  # fmt: skip
    """Each incident with one row: of several that share a number, that which it resembles most."""
    claims: dict[str, list[SheetRow]] = defaultdict(list)
    for row in rows:
        for key in keys_of(row):
            claims[key].append(row)
    found = []
    for each in lookup(list(claims)) if claims else ():
        if each.key in claims:
            cells = set(each.row or ())
            row = max(claims[each.key], key=lambda row: len(cells.intersection(row.row)))
            found.append(Pair(row, each, _is_alike(each, row, alike), way))
    return found


def _is_alike(each: ImportedRow, row: SheetRow, alike: Alike) -> bool | None:
    if each.row is None:
        return True if tells_content(each.key) else None
    return alike(each.row, row.row)
