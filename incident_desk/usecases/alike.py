"""Which records of a stretch of time use much the same words, without comparing each with each.

Two texts that share most of their words share one of the first ones too, in whatever order all words are put. So a
record is kept under its first words alone, and compared only with those that share one of them. The order is that of
length: long words are rare. Thousands of rows that say the same are compared with so many at most.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import ceil

from incident_desk.usecases.rows import IncidentRow

DAY = 86_400_000_000  # microseconds
REPORTED_WITHIN, HAPPENED_WITHIN = 7 * DAY, 3 * DAY
ALIKE, ALIKE_IN_PLACE = 0.6, 0.35
FEWEST_WORDS = 4
MOST_NEAR = 10_000  # records of one week that are held
MOST_COMPARED = 1_000  # with one record
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A record with its words. `turn` counts the records in the order in which they are read."""

    turn: int
    row: IncidentRow
    words: frozenset[str]
    in_order: tuple[str, ...]
    when: int

    @classmethod
    def of(cls, turn: int, row: IncidentRow, words: Iterable[str]) -> Told:
        different = frozenset(words)
        in_order = tuple(sorted(different, key=lambda word: (-len(word), word)))
        return cls(turn, row, different, in_order, row.occurred_at or row.discovered_at or row.opened_at)

    @property
    def place(self) -> tuple[str, str | None]:
        return self.row.department, self.row.category


@dataclass(slots=True)
class _ByWord:
    """Records by their words. They leave in the order in which they came."""

    least: float
    in_place: bool
    records: dict[Hashable, deque[Told]] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        for word in self._first_words(told):
            self.records.setdefault(word, deque()).append(told)

    def drop(self, told: Told) -> None:
        for word in self._first_words(told):
            with_it = self.records[word]
            with_it.popleft()
            if not with_it:
                del self.records[word]

    def sharing(self, told: Told) -> Iterator[Told]:
        """Those that can have so much in common, some of them several times; those with a rare word first."""
        for with_it in sorted((self.records.get(word, ()) for word in self._first_words(told)), key=len):
            yield from reversed(with_it)

    def _first_words(self, told: Told) -> Iterable[Hashable]:
        """So many that what is left could not be enough in common."""
        enough = max(FEWEST_WORDS, ceil(self.least * len(told.words) - _ROUNDING))
        first = told.in_order[: len(told.words) - enough + 1]
        return [(*told.place, word) for word in first] if self.in_place else first


class Near:
    """The records reported at most a week after the one in hand; they come newest first."""

    def __init__(self) -> None:
        self._held: deque[Told] = deque()
        self._anywhere, self._in_place = _ByWord(ALIKE, in_place=False), _ByWord(ALIKE_IN_PLACE, in_place=True)
        self.complete = True
        self.compared = 0

    def add(self, told: Told) -> None:
        self._held.append(told)
        self._anywhere.add(told)
        self._in_place.add(told)
        if len(self._held) > MOST_NEAR:
            self._drop_oldest()
            self.complete = False

    def leave_behind(self, opened_at: int) -> None:
        while self._held and self._held[0].row.opened_at - opened_at > REPORTED_WITHIN:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        gone = self._held.popleft()
        self._anywhere.drop(gone)
        self._in_place.drop(gone)

    def holds(self, turn: int) -> bool:
        return bool(self._held) and turn >= self._held[0].turn

    def like(self, told: Told) -> list[tuple[Told, float]]:
        """Each that happened at about the same time in much the same words, with the part of them that both use."""
        found = []
        for other in self._candidates(told):
            likeness = _likeness(other, told)
            if likeness >= ALIKE or (likeness >= ALIKE_IN_PLACE and other.place == told.place):
                found.append((other, likeness))
        return found

    def _candidates(self, told: Told) -> Iterable[Told]:
        seen: dict[int, Told] = {}
        for by_word in (self._in_place, self._anywhere):
            looked_at = list(islice(by_word.sharing(told), MOST_COMPARED + 1))
            self.complete &= len(looked_at) <= MOST_COMPARED
            self.compared += len(looked_at)
            seen |= {other.turn: other for other in looked_at[:MOST_COMPARED]}
        return seen.values()


def _likeness(one: Told, other: Told) -> float:
    if abs(one.when - other.when) > HAPPENED_WITHIN:
        return 0.0
    common = len(one.words & other.words)
    return common / (len(one.words) + len(other.words) - common) if common >= FEWEST_WORDS else 0.0
