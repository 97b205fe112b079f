"""Verify, reading: every row of some hundred chains at a time, as plain tuples in the order of their columns.

A check of a register reads all of it, so the driver is asked directly where it can be (`stored`), with statements
that are made once; ids come as text from each engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.journal_rows import PARTS_OPEN, PARTS_PERSONAL, with_parts
from incident_desk.storage.types import Id, id_text

Key = tuple[Any, ...]
Row = tuple[Any, ...]
Rows = dict[str, dict[Key, Row]]
"""By table and primary key."""

_HOLE = 10  # between two numbers that are read together
_text = lru_cache(maxsize=4096)(id_text)  # people, places and ops come again and again


@dataclass(frozen=True, slots=True)
class Head:
    """The row of a chain."""

    no: int
    id: str
    kind: str
    position: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class _Reading:
    """One statement about the chains between two numbers, and which of its columns are ids."""

    query: sa.Select[Any]
    key: int = 1  # how many columns from the left are the primary key
    ids: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        columns = enumerate(self.query.selected_columns)
        object.__setattr__(self, "ids", tuple(n for n, column in columns if isinstance(column.type, Id)))

    def rows(self, connection: sa.Connection, dialect: ModuleType, values: Mapping[str, Any]) -> Iterator[Row]:
        found = dialect.stored(connection, self.query, values)
        return map(self._row, found) if self.ids else map(tuple, found)

    def _row(self, stored: Sequence[Any]) -> Row:
        values = list(stored)
        for n in self.ids:
            if values[n].__class__ is bytes:
                values[n] = _text(values[n])
        return tuple(values)


def _between(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    first: sa.BindParameter[int] = sa.bindparam("first")
    last: sa.BindParameter[int] = sa.bindparam("last")
    return sa.and_(column >= first, column <= last)


def _of_table(table: sa.Table) -> _Reading:
    keys = list(table.primary_key)
    assert list(table.c)[: len(keys)] == keys
    return _Reading(sa.select(table).where(_between(keys[0])), len(keys))


_JOURNAL = _Reading(
    sa.select(*t.journal.c, PARTS_OPEN.c.salt, PARTS_OPEN.c.content, PARTS_PERSONAL.c.salt, PARTS_PERSONAL.c.content)
    .select_from(with_parts(t.journal))
    .where(_between(t.journal.c.chain))
    .order_by(t.journal.c.chain, t.journal.c.position)
)
_STATE = {table.name: _of_table(table) for tables in t.STATE_OF_RECORD.values() for table in tables}
_STATE[t.search_text.name] = _of_table(t.search_text)

_CHAIN = sa.select(*(t.chain.c[column] for column in ("no", "id", "kind", "position", "hash")))
_FIRST = sa.bindparam("limit", type_=sa.Integer)
_AFTER = _CHAIN.where(t.chain.c.no > sa.bindparam("after")).order_by(t.chain.c.no).limit(_FIRST)
HEADS = {
    "full": _Reading(_AFTER),
    "recent": _Reading(_AFTER.where(t.chain.c.pending.is_not(None))),
    "record": _Reading(_AFTER.where(t.chain.c.id == sa.bindparam("record", type_=Id()))),
}
COUNTS = {
    scope: sa.select(sa.func.count()).select_from(each.query.limit(None).subquery()) for scope, each in HEADS.items()
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows are read from."""

    connection: sa.Connection
    dialect: ModuleType

    def heads(self, scope: str, after: int, limit: int, record: str | None) -> list[Head]:
        values = {"after": after, "limit": limit, "record": record}
        return [Head(*row) for row in HEADS[scope].rows(self.connection, self.dialect, values)]

    def count(self, scope: str, record: str | None) -> int:
        return int(self.connection.execute(COUNTS[scope], {"after": 0, "record": record}).scalar_one())

    def read(self, heads: Sequence[Head]) -> tuple[dict[int, Rows], dict[int, list[Row]]]:
        """The state rows, and the rows of the journal with both parts, of these chains by their numbers."""
        state: dict[int, Rows] = {head.no: {} for head in heads}
        journal: dict[int, list[Row]] = {head.no: [] for head in heads}
        for first, last in _runs([head.no for head in heads]):
            values = {"first": first, "last": last}
            for name, reading in _STATE.items():
                for row in reading.rows(self.connection, self.dialect, values):
                    if row[0] in state:
                        state[row[0]].setdefault(name, {})[row[: reading.key]] = row
            for row in _JOURNAL.rows(self.connection, self.dialect, values):
                if row[0] in journal:
                    journal[row[0]].append(row)
        return state, journal


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that lie close together."""
    first = numbers[0]
    for number, following in pairwise(numbers):
        if following - number > _HOLE:
            yield first, number
            first = following
    yield first, numbers[-1]
