"""What of a sheet is in the register already, and under which name its list was imported before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from incident_desk.usecases.importing.row_texts import Row, SheetRow, tells_content
from incident_desk.usecases.rows import ImportedRow

Lookup = Callable[[Sequence[str]], Iterable[ImportedRow]]
"""The incidents that were imported under these keys."""
Alike = Callable[[Row, Row], bool]
"""Whether a row as it stood and one of the sheet tell of the same."""

_A_NUMBER_AND_ONE = 2  # cells that the rows of two lists may well have in common
_A_FEW = 3  # so many rows that all tell of something else are another list, whatever its file is called


class Pair(NamedTuple):
    """A row, and an incident that may have come from it."""

    row: SheetRow
    each: ImportedRow
    alike: bool | None  # None: it was erased and is known by its number alone, which proves nothing


@dataclass(frozen=True, slots=True)
class ListDoubt:
    """Rows that have numbers of a list that is here: how many tell the same as there, how many of something else, and
    whether those are taken as changes of it. `incident` is one that came from there, `brought_in` when it did."""

    source: str
    incident: str
    same: int
    other: int
    taken: bool
    brought_in: int = 0


@dataclass(frozen=True, slots=True)
class Sifted:
    """By the key of a row the incident that came from it, what is to be told of it, and under which name the list is
    known from now on."""

    chosen: Mapping[str, ImportedRow]
    doubts: tuple[ListDoubt, ...]
    source: str


def stands(old: Row, new: Row) -> bool:
    return len(old) == len(new) and set(old).issuperset(new)


def known_rows(rows: Sequence[SheetRow], lookup: Lookup, source: str) -> Mapping[str, ImportedRow]:
    """By the key of a row the incident that came from it, by what stands in both letter by letter."""
    return told_apart(pairs_by_key(rows, lookup, stands), len(rows), source).chosen


def pairs_by_key(rows: Sequence[SheetRow], lookup: Lookup, alike: Alike) -> list[Pair]:
    """What was imported under the keys of the rows, else under those that they may have had before."""
    pairs = list(_pairs(rows, lookup, lambda row: (row.key,), alike))
    met, taken = {pair.row.key for pair in pairs}, {pair.each.incident for pair in pairs}
    rest = [row for row in rows if row.key not in met]
    earlier = _pairs(rest, lookup, lambda row: row.earlier, alike)
    return [*pairs, *(pair for pair in earlier if pair.each.incident not in taken)]


def told_apart(pairs: Sequence[Pair], rows: int, source: str, *, proof: bool = False) -> Sifted:
    """The same number may stand in two lists, and one list may come under two names.

    A row that tells the same is the same. Those that tell of something else are changes of a list of another name where
    most rows that share their numbers with it tell the same, and of that of this name unless none does, nor most
    differ in a single cell. What was erased does not come in again from the list it came from. `proof`: the keys are
    ids of incidents, which prove it.
    """
    alike = Counter(pair.each.source for pair in pairs if pair.alike is True)
    unlike = Counter(pair.each.source for pair in pairs if pair.alike is False)
    same_list = {name for name, count in alike.items() if proof or count >= unlike[name]}
    few = unlike[source] < _A_FEW and 2 * unlike[source] >= rows
    corrected = 2 * sum(_is_corrected(pair, source) for pair in pairs) > unlike[source]
    if alike[source] or not unlike[source] or few or corrected:
        same_list.add(source)
    if proof:
        same_list |= unlike.keys()
    chosen: dict[str, ImportedRow] = {}
    for pair in sorted(pairs, key=lambda pair: _claim(pair, source)):
        if pair.alike or pair.each.source in same_list:
            chosen[pair.row.key] = pair.each
    doubts = () if proof else tuple(_doubts(pairs, alike, same_list, source))
    return Sifted(chosen, doubts, source if source in same_list else _numbered(source, alike, unlike))


def _is_corrected(pair: Pair, source: str) -> bool:
    """Whether another story is all that is new under its number."""
    if pair.alike is not False or pair.each.source != source:
        return False
    old, new = set(pair.each.row or ()), set(pair.row.row)
    return len(old - new) == 1 and len(old & new) > _A_NUMBER_AND_ONE


def _claim(pair: Pair, source: str) -> tuple[bool, int, bool]:
    """Of several incidents that a row may have come from the one it resembles most has the best."""
    return pair.alike is not False, _shared(pair.each, pair.row), pair.each.source == source


def _numbered(source: str, alike: Counter[str], unlike: Counter[str]) -> str:
    """Another list under the same name is told from it by a number: that which it has, or the next."""
    known = [name for name in alike if name.startswith(f"{source} (")]
    if known:
        return max(known, key=lambda name: alike[name])
    number = 2
    while f"{source} ({number})" in unlike:
        number += 1
    return f"{source} ({number})"


def _doubts(pairs: Sequence[Pair], alike: Counter[str], same_list: set[str], source: str) -> Iterator[ListDoubt]:
    """Of rows that are the same in no list."""
    settled = {pair.row.key for pair in pairs if pair.alike}
    unlike = Counter(pair.each.source for pair in pairs if pair.alike is False and pair.row.key not in settled)
    for name, other in unlike.items():
        if name in same_list and alike[name] >= other and name == source:
            continue  # a list that grew and changed, as lists do
        one = next(pair.each.incident for pair in pairs if pair.each.source == name)
        yield ListDoubt(name, one, alike[name], other, name in same_list)


def _pairs(
    rows: Iterable[SheetRow], lookup: Lookup, keys_of: Callable[[SheetRow], tuple[str, ...]], alike: Alike
) -> Iterator[Pair]:
    """Each incident with one row: of several that share a number, that which it resembles most."""
    claims: dict[str, list[SheetRow]] = defaultdict(list)
    for row in rows:
        for key in keys_of(row):
            claims[key].append(row)
    for each in lookup(list(claims)) if claims else ():
        if each.key in claims:
            row = max(claims[each.key], key=lambda row: _shared(each, row))
            yield Pair(row, each, _alike(each, row, alike))


def _shared(each: ImportedRow, row: SheetRow) -> int:
    return len(set(each.row or ()).intersection(row.row))


def _alike(each: ImportedRow, row: SheetRow, alike: Alike) -> bool | None:
    if each.row is None:
        return True if tells_content(each.key) else None
    return stands(each.row, row.row) or alike(each.row, row.row)
