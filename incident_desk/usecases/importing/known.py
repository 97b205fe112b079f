"""What of a sheet is in the register already, and under which name its list was imported before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from incident_desk.usecases.importing.row_texts import SheetRow, tells_content
from incident_desk.usecases.rows import ImportedRow

Lookup = Callable[[Sequence[str]], Iterable[ImportedRow]]
"""The incidents that were imported under these keys."""


class _Pair(NamedTuple):
    """A row, and an incident that may have come from it."""

    row: SheetRow
    each: ImportedRow
    stands: bool | None  # as it stood; None: it was erased and is known by its number alone, which proves nothing


def known_rows(rows: Sequence[SheetRow], lookup: Lookup, source: str) -> Mapping[str, ImportedRow]:
    """By the key of a row the incident that came from it.

    The same number may stand in two lists, and one list may come under two names. So a list of another name counts as
    this one where most of the rows that share their keys with it stand as they stood there. What was erased does not
    come in again from the list it came from.
    """
    pairs = list(_pairs(rows, lookup, lambda row: (row.key,)))
    met, taken = {pair.row.key for pair in pairs}, {pair.each.incident for pair in pairs}
    rest = [row for row in rows if row.key not in met]
    pairs += [pair for pair in _pairs(rest, lookup, lambda row: row.earlier) if pair.each.incident not in taken]
    alike = Counter(pair.each.source for pair in pairs if pair.stands is True)
    unlike = Counter(pair.each.source for pair in pairs if pair.stands is False)
    same_list = {source} | {name for name, count in alike.items() if count >= unlike[name]}
    chosen: dict[str, ImportedRow] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.stands is not False, pair.each.source == source)):
        if pair.each.source in same_list:
            chosen[pair.row.key] = pair.each
    return chosen


def _pairs(rows: Iterable[SheetRow], lookup: Lookup, keys_of: Callable[[SheetRow], tuple[str, ...]]) -> Iterator[_Pair]:
    """Each incident with one row: of several that share a number, that which it resembles most."""
    claims: dict[str, list[SheetRow]] = defaultdict(list)
    for row in rows:
        for key in keys_of(row):
            claims[key].append(row)
    for each in lookup(list(claims)) if claims else ():
        if each.key in claims:
            cells = set(each.row or ())
            row = max(claims[each.key], key=lambda row: len(cells.intersection(row.row)))
            yield _Pair(row, each, _stands(each, row))


def _stands(each: ImportedRow, row: SheetRow) -> bool | None:
    if each.row is None:
        return True if tells_content(each.key) else None
    return len(each.row) == len(row.row) and set(each.row).issuperset(row.row)
