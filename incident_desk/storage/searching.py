"""Searching: statements built once for each shape of question, answered with row numbers.

Newest first, because that needs no more of the index than is shown: row numbers follow the time, but in a register
with incidents of an old list, of which `search_by_date` knows. Where words alone find less than was asked for, records
follow in which the words are parts of words of number and title. The best first are the best of the `AMONG` written
last: to rank all that a common word finds takes seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from types import ModuleType
from typing import Any, NamedTuple

import sqlalchemy as sa

from incident_desk.storage import search_by_date as by_date
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database
from incident_desk.storage.search_words import Sought
from incident_desk.storage.types import INSTANT
from incident_desk.usecases.rows import FoundRow, Narrowed

AMONG = 5000
_FEW = 200  # matches that are put in order of their dates without looking further
_NEAR, _FAR = 2, 8  # so many times what is asked for is looked through before all of it is gathered
I = t.incident.c  # noqa: E741  # as in incident_queries


class Hits(NamedTuple):
    """Row numbers in their order: of records that hold the words, then of those that hold them as parts of words."""

    numbers: list[int]
    by_part: list[int]


class _Asked(NamedTuple):
    """One question, as its statements are told apart: what differs in them, and what does not but in the values."""

    search: ModuleType
    shape: int
    statuses: int
    steps: int
    since: bool


class Search:
    """One question to one database."""

    def __init__(self, database: Database, connection: sa.Connection, sought: Sought, narrowed: Narrowed) -> None:
        search = database.dialect.searching()
        shape, values = search.asked(sought)
        self._dialect, self._connection = database.dialect, connection
        self._values: Mapping[str, Any] = {**values, **_narrowing_values(narrowed)}
        self._asked = _Asked(search, shape, len(narrowed.statuses), len(narrowed.steps), narrowed.since is not None)
        self._sought, self._is_local = sought, database.name == "sqlite"

    def newest(self, limit: int, after: FoundRow | None) -> Hits:
        if after is not None and after.by_part:
            return Hits([], self._by_part(limit, after))
        numbers = self._newest(limit, after)
        return Hits(numbers, self._by_part(limit - len(numbers), None))

    def _newest(self, limit: int, after: FoundRow | None) -> list[int]:
        place = {} if after is None else {"after": after.row.no}
        if self._is_local or place:
            return self._newest_by_date(limit, after) if self._brought_in else self._written_last(limit, place)
        # Asked along: on a server a question of its own takes as long as the answer.
        query = by_date.and_brought_in(_newest(self._asked, bool(place), limit))
        rows = self._stored(query, {**self._values, **place})
        brought_in = bool(rows) and bool(rows[0][1])
        return self._newest_by_date(limit, after) if brought_in else [no for no, _ in rows]

    @cached_property
    def _brought_in(self) -> bool:
        return by_date.brought_in(self._stored)

    def _written_last(self, limit: int, place: Mapping[str, Any]) -> list[int]:
        near = self._near_values()
        if near is not None:
            for times in (_NEAR, _FAR):
                rows = self._stored(_near(self._asked, bool(place), limit, times), {**near, **place})
                if len(rows) == limit:
                    return [no for (no,) in rows]
                if len(rows) * _FAR < limit * _NEAR:  # so few records hold it that all are gathered soon
                    break
        query = _newest(self._asked, bool(place), limit)
        return [no for (no,) in self._stored(query, {**self._values, **place})]

    def _near_values(self) -> Mapping[str, Any] | None:
        """To ask for the newest where they are at hand, which may find fewer than there are."""
        search = self._asked.search
        values = search.asked_near(self._sought) if hasattr(search, "asked_near") else None
        return None if values is None else {**self._values, **values}

    def _newest_by_date(self, limit: int, after: FoundRow | None) -> list[int]:
        place = None if after is None else (after.row.opened_at, after.row.no)
        few = max(_FEW, limit)
        found = by_date.before(place, written := self._dated(few))
        if len(written) == few:
            found, end = self._walk(place, limit, by_date.NEAR)
            if len(found) < limit and end is not None:
                written = self._dated(AMONG)
                if len(written) == AMONG:
                    more, end = self._walk(end, limit - len(found), by_date.FAR)
                    found += more
                found += by_date.before(end, written) if end is not None else []
        return [no for _, no in found[:limit]]

    def _walk(
        self, place: by_date.Place | None, limit: int, strides: tuple[int, ...]
    ) -> tuple[list[by_date.Place], by_date.Place | None]:
        conditions = _conditions(self._asked.statuses, self._asked.steps, self._asked.since)
        return by_date.walk(self._stored, self._sought, conditions, self._values, place, limit, strides)

    def _dated(self, most: int) -> list[by_date.Place]:
        """The matches written last, the newest first. So many as `AMONG` are seldom at hand."""
        near = self._near_values() if most < AMONG else None
        if near is not None:
            found = by_date.dated(self._stored, _near(self._asked, False, most, _NEAR), near)
            if len(found) == most:
                return found
        return by_date.dated(self._stored, _newest(self._asked, False, most), self._values)

    def best(self, limit: int, after: FoundRow | None) -> Hits:
        """A page further on stands in the same order, so that it is found by the last record of the page before."""
        if after is not None and after.by_part:
            return Hits([], self._by_part(limit, after))
        query = _best(self._asked, limit if after is None else AMONG)
        numbers = [no for (no,) in self._stored(query, self._ranking_values())]
        if after is not None:
            start = numbers.index(after.row.no) + 1 if after.row.no in numbers else len(numbers)
            numbers = numbers[start : start + limit]
        return Hits(numbers, self._by_part(limit - len(numbers), None))

    def _ranking_values(self) -> Mapping[str, Any]:
        """Where enough records hold the last word as a whole one, the best are among them."""
        if not hasattr(self._asked.search, "asked_whole"):
            return self._values
        whole = {**self._values, **self._asked.search.asked_whole(self._sought)}
        return whole if self._stored(_last_of_among(self._asked), whole) else self._values

    def count(self, most: int) -> int:
        """How many there are, or one more than `most`."""
        found = self._stored(_counting(_newest(self._asked, False, most + 1)), self._values)[0][0]
        return int(found) + len(self._by_part(most + 1 - int(found), None))

    def _stored(self, query: sa.Select[Any], values: Mapping[str, Any]) -> list[Any]:
        rows: list[Any] = self._dialect.stored(self._connection, query, values, by_value=True)
        return rows

    def _by_part(self, limit: int, after: FoundRow | None) -> list[int]:
        parts = self._sought.parts if limit > 0 else ()
        if not parts:
            return []
        values = {**self._values, **self._asked.search.asked_parts(parts)}
        if self._brought_in:
            place = None if after is None else (after.row.opened_at, after.row.no)
            found = by_date.dated(self._stored, _parts(self._asked, len(parts), False, AMONG), values)
            return [no for _, no in by_date.before(place, found)[:limit]]
        last = {} if after is None else {"after": after.row.no}
        query = _parts(self._asked, len(parts), after is not None, limit)
        return [no for (no,) in self._stored(query, {**values, **last})]


def _narrowing_values(narrowed: Narrowed) -> dict[str, Any]:
    values: dict[str, Any] = {f"status_{n}": str(each) for n, each in enumerate(sorted(narrowed.statuses))}
    values |= {f"step_{n}": int(each) for n, each in enumerate(sorted(narrowed.steps))}
    return values if narrowed.since is None else {**values, "since": narrowed.since}


@lru_cache(maxsize=256)
def _newest(asked: _Asked, follows: bool, limit: int) -> sa.Select[Any]:
    no = asked.search.NO
    query = sa.select(no.label("no")).where(asked.search.fits(asked.shape), *_narrowing(asked, no))
    return _page(query, no, follows, limit)


@lru_cache(maxsize=64)
def _last_of_among(asked: _Asked) -> sa.Select[Any]:
    return _newest(asked, False, 1).offset(_written(AMONG - 1))


@lru_cache(maxsize=256)
def _near(asked: _Asked, follows: bool, limit: int, times: int) -> sa.Select[Any]:
    no, conditions = asked.search.near(_newest(asked, follows, times * limit))
    return sa.select(no).where(*conditions).order_by(no.desc()).limit(_written(limit))


@lru_cache(maxsize=64)
def _counting(query: sa.Select[Any]) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(query.order_by(None).subquery())


@lru_cache(maxsize=64)
def _best(asked: _Asked, limit: int) -> sa.Select[Any]:
    conditions = [asked.search.fits(asked.shape), *_narrowing(asked, asked.search.NO)]
    best: sa.Select[Any] = asked.search.best(asked.shape, _newest(asked, False, AMONG), conditions, _written(limit))
    return best


@lru_cache(maxsize=256)
def _parts(asked: _Asked, count: int, follows: bool, limit: int) -> sa.Select[Any]:
    no, conditions = asked.search.by_part(count)
    query = sa.select(no.label("no")).where(*conditions, asked.search.without(asked.shape), *_narrowing(asked, no))
    return _page(query, no, follows, limit)


def _page(query: sa.Select[Any], no: sa.ColumnElement[int], follows: bool, limit: int) -> sa.Select[Any]:
    if follows:
        query = query.where(no < sa.bindparam("after", type_=INSTANT))
    return query.order_by(no.desc()).limit(_written(limit))


def _written(limit: int) -> sa.ColumnElement[int]:
    """In the words of the statement: SQLite plans anew each time a limit is bound."""
    return sa.literal_column(str(int(limit)), sa.Integer)


def _narrowing(asked: _Asked, no: sa.ColumnElement[int]) -> list[sa.ColumnElement[bool]]:
    """Looked at record by record, so that a page is full after as few of them as possible."""
    conditions = _conditions(asked.statuses, asked.steps, asked.since)
    return [sa.exists().where(I.no == no, *conditions)] if conditions else []


@lru_cache(maxsize=64)
def _conditions(statuses: int, steps: int, since: bool) -> tuple[sa.ColumnElement[bool], ...]:
    conditions: list[sa.ColumnElement[bool]] = []
    if statuses:
        conditions.append(I.status.in_([sa.bindparam(f"status_{n}") for n in range(statuses)]))
    if steps:
        conditions.append(I.step.in_([sa.bindparam(f"step_{n}") for n in range(steps)]))
    if since:
        conditions.append(I.opened_at >= sa.bindparam("since"))
    return tuple(conditions)
