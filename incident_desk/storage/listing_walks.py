"""Statements that walk along an index: the key of every thousandth record, and pages from a key on.

Built once for each way to walk. A comparison with a key is spelled as its engine can use an index for it: MariaDB
scans the whole index for a row value.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import incident_queries as iq
from incident_desk.storage.engine import EngineName
from incident_desk.storage.listing_conditions import IN_SIGHT, I
from incident_desk.storage.listing_orders import KEYSETS, NULLABLE
from incident_desk.usecases.register.order import Order

STEP = 1000
Key = tuple[Any, ...]
_Compare = Callable[[Any, Any], sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Walk:
    """The records of one column, those that state it or those that do not, one way round.

    `whole` False leaves out those that are set aside.
    """

    column: str
    descending: bool
    stated: bool
    whole: bool
    engine: EngineName

    @property
    def keys(self) -> tuple[sa.ColumnElement[Any], ...]:
        return KEYSETS[self.column] if self.stated else (I.no,)

    def where(self) -> list[sa.ColumnElement[bool]]:
        first = KEYSETS[self.column][0]
        within: list[sa.ColumnElement[bool]] = []
        if self.column in NULLABLE:
            within.append(first.is_not(None) if self.stated else first.is_(None))
        return within if self.whole else [*within, IN_SIGHT]

    def order(self) -> list[sa.ColumnElement[Any]]:
        return [key.desc() if self.descending else key.asc() for key in self.keys]

    def from_key(self, name: str, *, itself: bool = True) -> sa.ColumnElement[bool]:
        """At the key that is bound to a name or behind it."""
        beyond, at = (operator.lt, operator.le) if self.descending else (operator.gt, operator.ge)
        return self._compared(name, beyond, at if itself else beyond, at)

    def before_key(self, name: str) -> sa.ColumnElement[bool]:
        before, at = (operator.gt, operator.ge) if self.descending else (operator.lt, operator.le)
        return self._compared(name, before, before, at)

    def _compared(self, name: str, first: _Compare, last: _Compare, bound: _Compare) -> sa.ColumnElement[bool]:
        values = [sa.bindparam(f"{name}_{n}", type_=key.type) for n, key in enumerate(self.keys)]
        pairs = list(zip(self.keys, values, strict=True))
        if len(pairs) == 1:
            return last(*pairs[0])
        if self.engine != "mariadb":
            return last(sa.tuple_(*self.keys), sa.tuple_(*values))
        ways = [
            sa.and_(*(key == value for key, value in pairs[:n]), (last if n == len(pairs) - 1 else first)(*pair))
            for n, pair in enumerate(pairs)
        ]
        return sa.and_(bound(*pairs[0]), sa.or_(*ways))


def walks(order: Order, engine: EngineName, *, whole: bool) -> tuple[Walk, ...]:
    ends = (True, False) if order.column in NULLABLE else (True,)
    return tuple(Walk(order.column, order.descending, stated, whole, engine) for stated in ends)


def bound(name: str, key: Sequence[Any]) -> dict[str, Any]:
    return {f"{name}_{n}": value for n, value in enumerate(key)}


@lru_cache(maxsize=64)
def start(walk: Walk) -> sa.Select[Any]:
    return sa.select(*walk.keys).where(*walk.where()).order_by(*walk.order()).limit(iq.written(1))


@lru_cache(maxsize=64)
def hop(walk: Walk) -> sa.Select[Any]:
    """The key of the record that stands a step behind a key."""
    query = sa.select(*walk.keys).where(*walk.where(), walk.from_key("from", itself=False))
    return query.order_by(*walk.order()).limit(iq.written(1)).offset(iq.written(STEP - 1))


@lru_cache(maxsize=64)
def rest(walk: Walk) -> sa.Select[Any]:
    """How many stand from a key on: no more than a step where no key follows it."""
    return _counting(walk, walk.from_key("from"))


@lru_cache(maxsize=64)
def between(walk: Walk) -> sa.Select[Any]:
    """How many stand from one key on and before another."""
    return _counting(walk, walk.from_key("from"), walk.before_key("to"))


def _counting(walk: Walk, *those: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(
        sa.select(I.no).where(*walk.where(), *those).limit(iq.written(STEP)).subquery()
    )


@lru_cache(maxsize=64)
def at(walk: Walk) -> sa.Select[Any]:
    """The key of one record, where it is one of the walk."""
    return sa.select(*walk.keys).where(I.no == sa.bindparam("no"), *walk.where())


@lru_cache(maxsize=256)
def page(walk: Walk, limit: int, *, ends: bool) -> sa.Select[Any]:
    """Rows from a key on, some of them left out; `ends`: before the next key."""
    within = [walk.from_key("from"), *([walk.before_key("to")] if ends else [])]
    if walk.engine == "mariadb":  # reads whole rows only to leave them out
        numbers = sa.select(I.no).where(*walk.where(), *within).order_by(*walk.order())
        chosen = numbers.limit(iq.written(limit)).offset(sa.bindparam("skip", type_=sa.Integer())).subquery()
        return iq.LIST.join(chosen, chosen.c.no == I.no).order_by(*walk.order())
    query = iq.LIST.where(*walk.where(), *within).order_by(*walk.order())
    return query.limit(iq.written(limit)).offset(sa.bindparam("skip", type_=sa.Integer()))
