"""Verify, reading: every row of some hundred chains at a time, and what belongs to none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby, pairwise
from operator import itemgetter
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.field_values import Row
from incident_desk.storage.journal_rows import PARTS_OPEN, PARTS_PERSONAL, with_parts
from incident_desk.storage.plain_rows import Reading, between, whole_bind
from incident_desk.storage.projection import Rows
from incident_desk.storage.types import Id

_BEFORE_ALL, _LAST = -(2**63), 2**63 - 1  # of all numbers a chain can have
_HOLE = 10  # between two numbers that are read together
_STRAYS = 20  # rows of no chain that are told, of each table
_owner = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Head:
    """The row of a chain."""

    no: int
    id: str
    kind: str
    position: int
    hash: bytes


def _of_table(table: sa.Table) -> Reading:
    keys = list(table.primary_key)
    assert list(table.c)[: len(keys)] == keys
    return Reading(sa.select(table).where(between(keys[0])).order_by(keys[0]), len(keys))


_JOURNAL = Reading(
    sa.select(*t.journal.c, PARTS_OPEN.c.salt, PARTS_OPEN.c.content, PARTS_PERSONAL.c.salt, PARTS_PERSONAL.c.content)
    .select_from(with_parts(t.journal))
    .where(between(t.journal.c.chain))
    .order_by(t.journal.c.chain, t.journal.c.position)
)
_STATE = {table.name: _of_table(table) for tables in t.STATE_OF_RECORD.values() for table in tables}
_STATE[t.search_text.name] = _of_table(t.search_text)
_OF_INCIDENTS = ("incident", "item", "field_value", "search_text")
_SELDOM = tuple(name for name in _STATE if name not in _OF_INCIDENTS)
_THERE: list[Any] = [sa.exists(_STATE[name].query.order_by(None)) for name in _SELDOM]
_ANY_OF_THEM = Reading(sa.select(*_THERE))
"""Most chains are incidents: one question whether other tables have rows saves one for each of them."""
_OF_KIND = {kind: {table.name for table in tables} for kind, tables in t.STATE_OF_RECORD.items()}
_OF_KIND["incident"].add(t.search_text.name)

_CHAIN = sa.select(*(t.chain.c[column] for column in ("no", "id", "kind", "position", "hash")))
_FIRST = sa.bindparam("limit", type_=sa.Integer)
_ONE = Reading(_CHAIN.where(t.chain.c.no == whole_bind("no")))
_AFTER = _CHAIN.where(t.chain.c.no > whole_bind("after")).order_by(t.chain.c.no).limit(_FIRST)
HEADS = {
    "full": Reading(_AFTER),
    "recent": Reading(_AFTER.where(t.chain.c.pending.is_not(None))),
    "record": Reading(_CHAIN.where(t.chain.c.id == sa.bindparam("record", type_=Id()))),
}
COUNTS = {
    "full": sa.select(sa.func.count()).select_from(t.chain),
    "recent": sa.select(sa.func.count()).select_from(t.chain).where(t.chain.c.pending.is_not(None)),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows are read from. `strays`: numbers under which a table has rows that belong to no such chain."""

    connection: sa.Connection
    dialect: ModuleType
    strays: dict[str, set[int]] = field(default_factory=dict)

    def count(self, scope: str) -> int:
        return int(self.connection.execute(COUNTS[scope]).scalar_one()) if scope in COUNTS else 1

    def heads(self, scope: str, limit: int, record: str | None) -> Iterator[tuple[list[Head], list[tuple[int, int]]]]:
        """Some heads at a time, and between which numbers their rows are; all of them together cover every number."""
        after = _BEFORE_ALL
        while True:
            values = {"record": record} if scope == "record" else {"after": after, "limit": limit}
            heads = [Head(*row) for row in HEADS[scope].rows(self.connection, self.dialect, values)]
            last = scope == "record" or len(heads) < limit
            span = (after + 1, _LAST if last else heads[-1].no)
            spans = [span] if scope == "full" else list(_runs([head.no for head in heads]))
            yield heads, spans
            if last:
                return
            after = heads[-1].no

    def head(self, no: int) -> Head | None:
        return next((Head(*row) for row in _ONE.rows(self.connection, self.dialect, {"no": no})), None)

    def read(
        self, heads: Sequence[Head], spans: Iterable[tuple[int, int]]
    ) -> tuple[dict[int, Rows], dict[int, list[Row]]]:
        """The state rows, and the rows of the journal with both parts, of these chains by their numbers."""
        state: dict[int, Rows] = {head.no: {} for head in heads}
        journal: dict[int, list[Row]] = {head.no: [] for head in heads}
        for first, last in spans:
            values = {"first": first, "last": last}
            for name in self._tables(values):
                reading = _STATE[name]
                for no, rows in groupby(reading.rows(self.connection, self.dialect, values), _owner):
                    if no in state:
                        state[no][name] = reading.by_key(rows)
                    else:
                        self._put_down(name, no)
            for no, rows in groupby(_JOURNAL.rows(self.connection, self.dialect, values), _owner):
                if no in journal:
                    journal[no] = list(rows)
        for head in heads:
            for name in state[head.no].keys() - _OF_KIND.get(head.kind, ()):
                self._put_down(name, head.no)
        return state, journal

    def _tables(self, values: Mapping[str, int]) -> Iterator[str]:
        """Those that have rows of these chains, or may have some."""
        yield from _OF_INCIDENTS
        (found,) = _ANY_OF_THEM.rows(self.connection, self.dialect, values)
        yield from compress(_SELDOM, found)

    def _put_down(self, table: str, no: int) -> None:
        numbers = self.strays.setdefault(table, set())
        if len(numbers) < _STRAYS:
            numbers.add(no)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that lie close together."""
    if not numbers:
        return
    first = numbers[0]
    for number, following in pairwise(numbers):
        if following - number > _HOLE:
            yield first, number
            first = following
    yield first, numbers[-1]
