"""A listing in any order and with any filter: the row numbers of all of it, eight bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.errors import Refused
from incident_desk.storage import incident_queries as iq
from incident_desk.storage import tables as t
from incident_desk.storage.dialects.prepared import prepared
from incident_desk.storage.listing_conditions import Condition, I
from incident_desk.storage.listing_orders import Groups, Plan, Sorted, Worded, source
from incident_desk.storage.listing_pages import Source
from incident_desk.storage.listing_text import Texts, nearly
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import IncidentRow

_AT_ONCE = 20_000
_LAST = sa.select(sa.func.max(I.no))
_NEWEST = (I.opened_at.desc(), I.no.desc())
Ordering = tuple[list[Condition], Sequence[sa.ColumnElement[Any]]]
"""Which records, and by what they are put in order."""


class NumberListing:
    """See `usecases.register.listing.Listing`."""

    def __init__(self, source: Source, numbers: array[int]) -> None:
        self._source = source
        self._numbers = numbers
        self.stale = False

    @property
    def count(self) -> int:
        return len(self._numbers)

    def rows(self, first: int, count: int) -> list[IncidentRow]:
        numbers = self._numbers[max(0, first) : max(0, first + count)]
        rows = self._source.of_numbers(numbers)
        self.stale = self.stale or len(rows) < len(numbers)
        return rows

    def ids(self, first: int, count: int) -> list[str]:
        return [row.id for row in self.rows(first, count)]

    def position_of(self, no: int) -> int | None:
        try:
            return self._numbers.index(no)
        except ValueError:
            return None

    def extra(self, rows: Sequence[IncidentRow], keys: Sequence[str]) -> dict[tuple[int, str], Any]:
        return self._source.extra_values(rows, keys)


class Numbers:
    """Reads the numbers of a plan, in one statement or in two."""

    def __init__(self, plan: Plan, conditions: list[Condition], engine: str, *, descending: bool) -> None:
        self._engine = engine
        self._plan, self._conditions, self._descending = plan, conditions, descending
        self._from = source(plan)

    def read(self, connection: sa.Connection, progress: Progress | None) -> array[int]:
        told = _Told(connection, progress)
        match self._plan:
            case Groups():
                return self._grouped(connection, told, self._plan)
            case Worded():
                return self._worded(connection, told, self._plan)
        numbers = array("q")
        for where, by in self._sortings(self._plan.by):
            query = sa.select(I.no).select_from(self._from).where(*where).order_by(*by)
            for chunk in _streamed(connection, query, self._engine):
                numbers.extend([row[0] for row in chunk])
                told.tell(len(numbers))
        return numbers

    def first(self, source: Source, limit: int) -> list[IncidentRow]:
        rows: list[IncidentRow] = []
        for where, by in self._orderings(source):
            if len(rows) >= limit:
                break
            query = iq.LIST.select_from(self._from).where(*where).order_by(*by).limit(iq.written(limit - len(rows)))
            rows += source.rows(query, {})
        return rows

    def _orderings(self, source: Source) -> Iterator[Ordering]:
        if isinstance(self._plan, Sorted):
            yield from self._sortings(self._plan.by)
            return
        if isinstance(self._plan, Worded):
            by, stated = self._plan.by, sa.func.coalesce(self._plan.by, "") != ""
            yield [*self._conditions, stated], (self._turned(nearly(by, self._engine)), self._turned(I.no))
            yield [*self._conditions, sa.not_(stated)], (self._turned(I.no),)
            return
        by = sa.type_coerce(self._plan.by, sa.types.NullType())
        found = source.stored(sa.select(by).select_from(self._from).where(*self._conditions).distinct(), {})
        for stored in self._ranked([row[0] for row in found], self._plan):
            same = self._plan.by.is_(None) if stored is None else by == sa.literal(stored, sa.types.NullType())
            yield [*self._conditions, same], _NEWEST

    def _sortings(self, columns: tuple[sa.ColumnElement[Any], ...]) -> Iterator[Ordering]:
        """An index is of use where what is not stated stands apart; without one a single statement is quicker."""
        by, first = [self._turned(column) for column in columns], columns[0]
        no = self._turned(I.no)
        if isinstance(first, sa.Column) and not first.nullable:
            yield self._conditions, (*by, no)
        elif isinstance(first, sa.Column) and first.table is t.incident:
            yield [*self._conditions, first.is_not(None)], (*by, no)
            yield [*self._conditions, first.is_(None)], (no,)
        else:
            yield self._conditions, (first.is_(None), *by, no)

    def _turned(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
        return column.desc() if self._descending else column.asc()

    def _worded(self, connection: sa.Connection, told: _Told, plan: Worded) -> array[int]:
        query = sa.select(plan.by, I.no).select_from(self._from).where(*self._conditions)
        if plan.by is I.title and self._engine == "sqlite":
            query = query.order_by(self._turned(nearly(plan.by, self._engine)))
        texts, done = Texts(), 0
        for chunk in _streamed(connection, query.order_by(self._turned(I.no)), self._engine):
            texts.add(chunk)
            done += len(chunk)
            told.tell(done)
        return texts.in_order(descending=self._descending)

    def _grouped(self, connection: sa.Connection, told: _Told, plan: Groups) -> array[int]:
        by = sa.type_coerce(plan.by, sa.types.NullType())
        query = sa.select(by, I.no).select_from(self._from).where(*self._conditions)
        groups: dict[Any, array[int]] = {}
        done = 0
        for chunk in _streamed(connection, query.order_by(plan.by.desc(), *_NEWEST), self._engine):
            for stored, rows in groupby(chunk, itemgetter(0)):
                groups.setdefault(stored, array("q")).extend([row[1] for row in rows])
            done += len(chunk)
            told.tell(done)
        numbers = array("q")
        for stored in self._ranked(list(groups), plan):
            numbers.extend(groups[stored])
        return numbers

    def _ranked(self, found: list[Any], plan: Groups) -> list[Any]:
        stated = [stored for stored in found if stored is not None]
        stated.sort(key=plan.rank, reverse=self._descending)  # type: ignore[arg-type]  # what one rank gives compares
        return stated + [None] * (None in found)


class _Told:
    """Tells how far it is, and stops where it is told to."""

    def __init__(self, connection: sa.Connection, progress: Progress | None) -> None:
        self._progress = progress
        self._of = int(connection.execute(_LAST).scalar() or 0) if progress else 0

    def tell(self, done: int) -> None:
        if self._progress is not None and not self._progress(done, max(done, self._of)):
            raise Refused("stopped")


def _streamed(connection: sa.Connection, query: sa.Select[Any], engine: str) -> Iterator[Sequence[Any]]:
    """Rows by the thousand. SQLite's driver is asked itself, as in `stored`: that takes half as long."""
    if engine != "sqlite":
        with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
            yield from rows.partitions()
        return
    ready = prepared(query, connection.dialect)
    raw: Any = connection.connection.driver_connection
    with closing(raw.cursor()) as cursor:
        cursor.execute(ready.text, ready.values({}))
        while rows_here := cursor.fetchmany(_AT_ONCE):
            yield rows_here
