"""A listing of the whole register along an index: one key for each thousand records, pages from the nearest key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.errors import Refused
from incident_desk.storage import listing_walks as lw
from incident_desk.storage.engine import Database
from incident_desk.storage.listing_conditions import I
from incident_desk.storage.listing_pages import Source
from incident_desk.storage.listing_walks import Key, Walk
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import IncidentRow

_LAST = sa.select(sa.func.max(I.no))
_TOLD_EVERY = 20  # hops


@dataclass(frozen=True, slots=True)
class Stretch:
    """Records that follow each other, from a key up to `end`, the key of the next stretch of the walk."""

    walk: Walk
    key: Key
    end: Key | None
    first: int
    count: int

    def starts_behind(self, key: Key) -> bool:
        return self.key < key if self.walk.descending else self.key > key


class KeyListing:
    """See `usecases.register.listing.Listing`."""

    def __init__(self, source: Source, stretches: Sequence[Stretch]) -> None:
        self._source = source
        self._stretches = stretches
        self._firsts = [stretch.first for stretch in stretches]
        self.count = stretches[-1].first + stretches[-1].count if stretches else 0
        self.stale = False

    def rows(self, first: int, count: int) -> list[IncidentRow]:
        rows: list[IncidentRow] = []
        for stretch, skip, limit in self._pieces(max(0, first), min(first + count, self.count)):
            found = self._page(stretch, skip, limit)
            self.stale = self.stale or len(found) < limit
            rows += found
        return rows

    def _pieces(self, first: int, end: int) -> Iterator[tuple[Stretch, int, int]]:
        """(stretch, how many of it come before, how many of it are wanted)."""
        n = bisect_right(self._firsts, first) - 1
        while first < end:
            stretch = self._stretches[n]
            within = min(end, stretch.first + stretch.count)
            yield stretch, first - stretch.first, within - first
            first, n = within, n + 1

    def _page(self, stretch: Stretch, skip: int, limit: int) -> list[IncidentRow]:
        values = lw.bound("from", stretch.key) | {"skip": skip}
        ends = stretch.end is not None
        if stretch.end is not None:
            values |= lw.bound("to", stretch.end)
        return self._source.rows(lw.page(stretch.walk, limit, ends=ends), values)

    def ids(self, first: int, count: int) -> list[str]:
        return [row.id for row in self.rows(first, count)]

    def position_of(self, no: int) -> int | None:
        for walk in dict.fromkeys(stretch.walk for stretch in self._stretches):
            found = self._source.stored(lw.at(walk), {"no": no})
            if found:
                return self._position(walk, tuple(found[0]))
        return None

    def _position(self, walk: Walk, key: Key) -> int | None:
        """None for what came, or came into another place, before all that was there."""
        own = [stretch for stretch in self._stretches if stretch.walk == walk]
        n = bisect_right(own, False, key=lambda stretch: stretch.starts_behind(key)) - 1
        if n < 0:
            return None
        values = lw.bound("from", own[n].key) | lw.bound("to", key)
        before = self._source.stored(lw.between(walk), values)[0][0]
        return own[n].first + min(int(before), own[n].count - 1)

    def extra(self, rows: Sequence[IncidentRow], keys: Sequence[str]) -> dict[tuple[int, str], Any]:
        return self._source.extra_values(rows, keys)


def stretches(
    connection: sa.Connection, database: Database, walks: Sequence[Walk], progress: Progress | None
) -> list[Stretch]:
    """All of one moment, by hops along the index. Raises Refused where progress asks to stop."""
    of = int(connection.execute(_LAST).scalar() or 0) if progress else 0
    found: list[Stretch] = []
    first = 0
    for walk in walks:
        for key, end, count in _walked(connection, database, walk):
            if progress is not None and len(found) % _TOLD_EVERY == 0 and not progress(first, max(first, of)):
                raise Refused("stopped")
            found.append(Stretch(walk, key, end, first, count))
            first += count
    return found


def _walked(connection: sa.Connection, database: Database, walk: Walk) -> Iterator[tuple[Key, Key | None, int]]:
    stored = database.dialect.stored
    here = stored(connection, lw.start(walk), {})
    while here:
        key = tuple(here[0])
        here = stored(connection, lw.hop(walk), lw.bound("from", key))
        if here:
            yield key, tuple(here[0]), lw.STEP
        else:
            yield key, None, int(stored(connection, lw.rest(walk), lw.bound("from", key))[0][0])
