"""Decides which row of a sheet is which incident of the register, and under which name its list is known from now on.

`finding` gathers pairs of a row and an incident that may have come from it; here, and nowhere else, each row gets at
most one incident and each incident at most one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from incident_desk.usecases.importing.row_texts import Row, SheetRow
from incident_desk.usecases.rows import ImportedRow

_SEVERAL = 2  # cells that tell rows apart: where they agree, a row with another story was corrected
_A_FEW = 3  # so many rows that all tell of something else are another list, whatever its file is called


class Way(IntEnum):
    """How a pair was found, the surest first."""

    KEY = 0
    OTHER_KEY = 1  # that the row may have had before, or as a spreadsheet program writes it
    STORY = 2
    MOVED = 3  # by all it says but its number, which tells of something else by now
    CORRECTED = 4  # by all it says but one cell, where nothing numbers it


class Pair(NamedTuple):
    """A row, and an incident that may have come from it."""

    row: SheetRow
    each: ImportedRow
    alike: bool | None  # None: it was erased and is known by its number alone, which proves nothing
    way: Way = Way.KEY

    @property
    def shared(self) -> int:
        return len(set(self.each.row or ()).intersection(self.row.row))


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
    """By the key of a row the pair that was chosen, what is to be told, and the name of the list from now on."""

    chosen: Mapping[str, Pair]
    doubts: tuple[ListDoubt, ...]
    source: str

    def with_more(self, pairs: Iterable[Pair]) -> Sifted:
        """Those of these pairs whose row and whose incident are free still."""
        choice = _Choice(self.source, self.chosen)
        choice.settle(pairs)
        return replace(self, chosen=choice.pairs)


class _Choice:
    """Each row and each incident once, whoever asks."""

    def __init__(self, source: str, pairs: Mapping[str, Pair] | None = None) -> None:
        self._source = source
        self.pairs = dict(pairs or {})
        self._taken = {pair.each.incident for pair in self.pairs.values()}

    def settle(self, pairs: Iterable[Pair]) -> None:
        """Of several incidents that a row may have come from the one it resembles most."""
        for pair in sorted(pairs, key=lambda pair: (pair.way, -pair.shared, pair.each.source != self._source)):
            if self.is_free(pair):
                self.pairs[pair.row.key] = pair
                self._taken.add(pair.each.incident)

    def is_free(self, pair: Pair) -> bool:
        return pair.row.key not in self.pairs and pair.each.incident not in self._taken


class _Votes:
    """What the rows say of the lists whose numbers they have."""

    def __init__(self, chosen: Iterable[Pair], free: Sequence[Pair], telling: frozenset[str]) -> None:
        """`telling`: the columns that tell rows apart."""
        self.alike = Counter(pair.each.source for pair in chosen)
        unlike = {(pair.each.source, pair.row.key): pair for pair in free if pair.alike is False}
        self.unlike = Counter(source for source, _ in unlike)
        corrected = (pair for pair in unlike.values() if agreeing(pair, telling) >= _SEVERAL)
        self.corrected = Counter(pair.each.source for pair in corrected)

    def same_lists(self, source: str, rows: int) -> set[str]:
        """A list of another name is the same where most rows that share their numbers with it tell the same; that of
        this name also where the others were only corrected, or are few."""
        same = {name for name, count in self.alike.items() if count >= self.unlike[name]}
        other, like_it = self.unlike[source] - self.corrected[source], self.alike[source] + self.corrected[source]
        few = self.unlike[source] < _A_FEW and 2 * self.unlike[source] >= rows
        return same | {source} if few or not other or like_it > other else same


def told_apart(
    pairs: Sequence[Pair], rows: Sequence[SheetRow], source: str, key: Sequence[str], in_use: Callable[[str], bool],
    *, proof: bool = False,
) -> Sifted:  # fmt: skip
    """The same number may stand in two lists, and one list may come under two names.

    A row that tells the same is the same. Those that tell of something else are changes of a list that is the same,
    where no other row is the incident of that number by now. What was erased does not come in again from the list it
    came from. `proof`: the keys are ids of incidents, which prove it. `in_use`: whether a list has a name.
    """
    choice = _Choice(source)
    choice.settle(pair for pair in pairs if pair.alike)
    alike = list(choice.pairs.values())
    open_pairs = [pair for pair in pairs if not pair.alike and pair.row.key not in choice.pairs]
    telling = telling_columns(rows, key)
    free = [pair for pair in _proved(alike, open_pairs) if choice.is_free(pair)]
    votes = _Votes(alike, free, telling)
    same = {pair.each.source for pair in pairs} | {source} if proof else votes.same_lists(source, len(rows))
    choice.settle(pair for pair in free if pair.each.source in same)
    doubts = () if proof else tuple(_doubts(open_pairs, choice.pairs, votes.alike, source, telling))
    met = Counter(pair.each.source for pair in choice.pairs.values())
    return Sifted(choice.pairs, doubts, _named(source, same, met, in_use))


def telling_columns(rows: Sequence[SheetRow], key: Sequence[str]) -> frozenset[str]:
    """Those beside the key in which rows say different things; of one row all."""
    first: dict[str, str] = {}
    found = set[str]()
    for row in rows:
        found.update(column for column, text in row.row if first.setdefault(column, text) != text)
    return frozenset(found if len(rows) > 1 else first).difference(key)


def agreeing(pair: Pair, telling: frozenset[str]) -> int:
    """In how many of the columns that tell rows apart both say the same."""
    both: set[tuple[str, str]] = set(pair.each.row or ()).intersection(pair.row.row)
    return sum(column in telling for column, _ in both)


def as_it_stood(old: Row, new: Row) -> bool:
    return len(old) == len(new) and set(old).issuperset(new)


def _proved(alike: Iterable[Pair], pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Without those that tell of something else under another spelling of a number, but in lists of which rows that
    tell the same prove that it was written anew."""
    written_anew = Counter(pair.each.source for pair in alike if pair.way is Way.OTHER_KEY)
    others = Counter(pair.each.source for pair in pairs if pair.way is Way.OTHER_KEY and pair.alike is False)
    for pair in pairs:
        name = pair.each.source
        if pair.way is Way.KEY or pair.alike is None or written_anew[name] >= others[name]:
            yield pair


def _named(source: str, same: set[str], met: Counter[str], in_use: Callable[[str], bool]) -> str:
    """Another list under the same name, of which no row is here, is told from it by a number: that which it has, or
    the next."""
    known = [name for name in met if name in same and (name == source or name.startswith(f"{source} ("))]
    if known:
        return max(known, key=lambda name: met[name])
    if not in_use(source):
        return source
    number = 2
    while in_use(f"{source} ({number})"):
        number += 1
    return f"{source} ({number})"


def _doubts(
    pairs: Iterable[Pair], chosen: Mapping[str, Pair], alike: Counter[str], source: str, telling: frozenset[str]
) -> Iterator[ListDoubt]:
    """Of rows that tell of something else than the incident of their number: what is new, and what is a change that
    leaves nothing as it was, or of a list of another name."""
    met: dict[tuple[str, bool], dict[str, Pair]] = {}
    for pair in pairs:
        taken = chosen.get(pair.row.key)
        if pair.alike is False and (
            taken is None or (taken == pair and (pair.each.source != source or not agreeing(pair, telling)))
        ):
            met.setdefault((pair.each.source, taken is not None), {})[pair.row.key] = pair
    for (name, is_taken), doubtful in met.items():
        one = next(iter(doubtful.values())).each.incident
        yield ListDoubt(name, one, alike[name], len(doubtful), is_taken)
