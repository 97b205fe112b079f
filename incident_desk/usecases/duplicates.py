"""Finding records that may tell of the same event: near in time, and in much the same words.

Records are read newest first, so that each is compared only with those reported within a week of it (`alike`). Word
for word the same narrative is found however far apart the reports are: that is what a sheet read twice looks like.
A register may hold more pairs than anybody can look at. The search then ends early, at the same place each time, and
says so; what is joined makes room for the rest.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.alike import FEWEST_WORDS, Near, Told
from incident_desk.usecases.find_records import sought_words
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

MOST_PAIRS = 1_000
MOST_PAIRS_EACH = 10  # of one record with later ones
MOST_COMPARED_IN_ALL = 20_000_000  # takes a minute or two
_MOST_REMEMBERED = 500_000  # narratives, to be known again word for word
_SHORTEST_WORD = 3
_TOGETHER = 500  # narratives read at once
_JOINABLE = frozenset({Status.INBOX, Status.OPEN})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, the later one first. `likeness`: the part of their words that both use, 0 to 1."""

    later: IncidentRow
    earlier: IncidentRow
    likeness: float


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The most alike pair first. `complete`: there are no others."""

    pairs: tuple[Pair, ...]
    complete: bool


def find_duplicates(queries: Queries, progress: Progress | None = None) -> Duplicates:
    """Pairs of which at least one record is open. What was found by then, when stopped."""
    wanted = IncidentFilter(statuses=_JOINABLE)
    total = queries.count(wanted)
    near, best, seen = Near(), _Best(), _Seen()
    for told, text in _told(queries, wanted):
        stopped = progress is not None and told.turn % _TOGETHER == 0 and not progress(told.turn, total)
        if stopped or best.is_settled or near.compared > MOST_COMPARED_IN_ALL:
            return best.found(complete=False)
        if len(told.words) < FEWEST_WORDS:
            continue
        near.leave_behind(told.row.opened_at)
        best.add([Pair(other.row, told.row, likeness)
                  for other, likeness in near.like(told) if _can_join(other.row, told.row)])  # fmt: skip
        same = seen.before(told, text)
        if same is not None and not near.holds(same[0]) and (row := queries.row(same[1])) is not None:
            best.add([Pair(row, told.row, 1.0)] if _can_join(row, told.row) else [])
        near.add(told)
    return best.found(complete=near.complete and seen.complete)


class _Best:
    """The most alike pairs, so many of one record and so many in all."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, int, int, Pair]] = []
        self._complete = True

    def add(self, pairs: Sequence[Pair]) -> None:
        for ranked in heapq.nlargest(MOST_PAIRS_EACH, map(_ranked, pairs)):
            if len(self._heap) < MOST_PAIRS:
                heapq.heappush(self._heap, ranked)
            else:
                heapq.heappushpop(self._heap, ranked)
                self._complete = False
        self._complete &= len(pairs) <= MOST_PAIRS_EACH

    @property
    def is_settled(self) -> bool:
        """As many as are kept, all of them word for word the same."""
        return len(self._heap) >= MOST_PAIRS and self._heap[0][0] >= 1.0

    def found(self, *, complete: bool) -> Duplicates:
        ranked = sorted(self._heap, reverse=True)
        return Duplicates(tuple(pair for *_, pair in ranked), complete and self._complete)


def _ranked(pair: Pair) -> tuple[float, int, int, int, Pair]:
    """No two pairs are of one rank, so that the same register gives the same pairs."""
    return pair.likeness, pair.later.opened_at, pair.later.no, pair.earlier.no, pair


class _Seen:
    """The last record with each narrative, an open one rather than one that waits: by it the next can be joined."""

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[int, str, bool]] = {}
        self.complete = True

    def before(self, told: Told, text: Sequence[str]) -> tuple[int, str] | None:
        """Turn and id of that one; the record itself is the next one then."""
        digest = blake2b(" ".join(text).encode(), digest_size=12).digest()
        known = self._known.get(digest)
        is_open = told.row.status is Status.OPEN
        if known is None and len(self._known) >= _MOST_REMEMBERED:
            self.complete = False
        elif known is None or is_open or not known[2]:
            self._known[digest] = (told.turn, told.row.id, is_open)
        return known and known[:2]


def _told(queries: Queries, wanted: IncidentFilter) -> Iterator[tuple[Told, tuple[str, ...]]]:
    """Each record with its words, newest first."""
    waiting: list[IncidentRow] = []
    turn = 0
    for row in listed(queries, wanted, None):
        waiting.append(row)
        if len(waiting) == _TOGETHER:
            yield from _with_words(queries, waiting, turn)
            turn, waiting = turn + len(waiting), []
    yield from _with_words(queries, waiting, turn)


def _with_words(queries: Queries, rows: Sequence[IncidentRow], turn: int) -> Iterator[tuple[Told, tuple[str, ...]]]:
    narratives = queries.narratives([row.no for row in rows])
    for number, row in enumerate(rows, turn):
        text = sought_words(narratives.get(row.no) or row.title)
        yield Told.of(number, row, (word for word in text if len(word) >= _SHORTEST_WORD)), text


def _can_join(one: IncidentRow, other: IncidentRow) -> bool:
    """One goes on, so it must be open; the other is joined to it."""
    return Status.OPEN in {one.status, other.status}
