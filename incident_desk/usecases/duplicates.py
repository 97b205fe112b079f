"""Finding records that may tell of the same event: near in time, and in much the same words.

Records are read newest first, so that each is compared only with those reported within a week of it. Word for word
the same narrative is found however far apart the reports are: that is what a sheet read twice looks like.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.find_records import sought_words
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

DAY = 86_400_000_000  # microseconds
_REPORTED_WITHIN, _HAPPENED_WITHIN = 7 * DAY, 3 * DAY
_ALIKE, _ALIKE_IN_PLACE = 0.6, 0.35
_SHORTEST_WORD = 3
_FEWEST_WORDS = 4
_TOGETHER = 500  # narratives read at once
_JOINABLE = frozenset({Status.INBOX, Status.OPEN})
_COMPARED = _JOINABLE | {Status.CONCLUDED}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, the later one first. `likeness`: the part of their words that both use, 0 to 1."""

    later: IncidentRow
    earlier: IncidentRow
    likeness: float


@dataclass(frozen=True, slots=True)
class _Told:
    row: IncidentRow
    words: frozenset[str]
    when: int


def find_duplicates(queries: Queries, progress: Progress | None = None) -> list[Pair]:
    """Pairs of which at least one record is open, the most alike first. What was found by then, when stopped."""
    wanted = IncidentFilter(statuses=_COMPARED)
    total = queries.count(wanted)
    near: deque[_Told] = deque()
    by_words: dict[tuple[str, ...], _Told] = {}
    found: list[Pair] = []
    for n, (told, text) in enumerate(_told(queries, wanted)):
        if progress is not None and n % _TOGETHER == 0 and not progress(n, total):
            break
        while near and near[0].row.opened_at - told.row.opened_at > _REPORTED_WITHIN:
            near.popleft()
        found += [pair for other in near if (pair := _pair(other, told)) is not None]
        same = by_words.get(text) if len(told.words) >= _FEWEST_WORDS else None
        if same is not None and same not in near and _can_join(same.row, told.row):
            found.append(Pair(same.row, told.row, 1.0))
        by_words[text] = told
        near.append(told)
    return sorted(found, key=lambda pair: (-pair.likeness, -pair.later.opened_at))


def _told(queries: Queries, wanted: IncidentFilter) -> Iterator[tuple[_Told, tuple[str, ...]]]:
    """Each record with its words, newest first."""
    waiting: list[IncidentRow] = []
    for row in listed(queries, wanted, None):
        waiting.append(row)
        if len(waiting) == _TOGETHER:
            yield from _with_words(queries, waiting)
            waiting = []
    yield from _with_words(queries, waiting)


def _with_words(queries: Queries, rows: Sequence[IncidentRow]) -> Iterator[tuple[_Told, tuple[str, ...]]]:
    narratives = queries.narratives([row.no for row in rows])
    for row in rows:
        text = sought_words(narratives.get(row.no) or row.title)
        words = frozenset(word for word in text if len(word) >= _SHORTEST_WORD)
        yield _Told(row, words, row.occurred_at or row.discovered_at or row.opened_at), text


def _pair(later: _Told, earlier: _Told) -> Pair | None:
    if abs(later.when - earlier.when) > _HAPPENED_WITHIN or not _can_join(later.row, earlier.row):
        return None
    common = len(later.words & earlier.words)
    if common < _FEWEST_WORDS:
        return None
    likeness = common / (len(later.words) + len(earlier.words) - common)
    same_place = later.row.department == earlier.row.department and later.row.category == earlier.row.category
    return Pair(later.row, earlier.row, likeness) if likeness >= (_ALIKE_IN_PLACE if same_place else _ALIKE) else None


def _can_join(one: IncidentRow, other: IncidentRow) -> bool:
    """One goes on, so it must be open; the other is joined to it."""
    statuses = {one.status, other.status}
    return Status.OPEN in statuses and statuses <= _JOINABLE
