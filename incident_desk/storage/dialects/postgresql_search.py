"""Search on PostgreSQL: a tsvector with a GIN index; parts of numbers and titles by LIKE, which pg_trgm hastens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from incident_desk.storage.search_words import Sought, filled

_TEXT = sa.table("search_text", sa.column("no", sa.BigInteger), sa.column("head", sa.Text), sa.column("words"))
NO: sa.ColumnElement[int] = _TEXT.c.no


def asked(sought: Sought) -> tuple[int, Mapping[str, Any]]:
    """The shape: how many words may mean somebody as well, each of which takes two values of its own, and whether
    pointers are asked for. A query of one part alone is planned by what it asks, also where it is asked often."""
    plain, named = [], []
    for each in sought.words:
        term = f"'{each.text}':*" if each is sought.words[-1] else f"'{filled(each.text)}'"
        if each.others:
            named.append((term, _one_of(each.others)))
        else:
            plain.append(term)
    values = {"query": " & ".join(plain)} | ({"about": _one_of(sought.about)} if sought.about else {})
    for n, (term, pointers) in enumerate(named):
        values |= {f"word_{n}": term, f"pointers_{n}": pointers}
    return 2 * len(named) + bool(sought.about), values


def _one_of(pointers: tuple[str, ...]) -> str:
    return " | ".join(f"'{pointer}'" for pointer in pointers)


def _query(shape: int) -> sa.ColumnElement[Any]:
    """Words go the way they went into the index; pointers stand there as they are. What is empty asks for nothing."""
    whole = _words("query")
    if shape % 2:
        whole = whole.op("&&")(_pointers("about"))
    for n in range(shape // 2):
        whole = whole.op("&&")(_words(f"word_{n}").op("||")(_pointers(f"pointers_{n}")).self_group())
    return whole


def _words(name: str) -> sa.ColumnElement[Any]:
    return sa.func.to_tsquery(sa.literal_column("'simple'"), sa.bindparam(name, type_=sa.Text()))


def _pointers(name: str) -> sa.ColumnElement[Any]:
    return sa.cast(sa.bindparam(name, type_=sa.Text()), _TsQuery())


class _TsQuery(sa.types.UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "tsquery"


def fits(shape: int) -> sa.ColumnElement[bool]:
    return _TEXT.c.words.op("@@", is_comparison=True)(_query(shape).self_group())


def best(shape: int, newest: sa.Select[Any], conditions: list[sa.ColumnElement[bool]], limit: Any) -> sa.Select[Any]:
    among = newest.add_columns(_TEXT.c.words).subquery()
    rank = sa.func.ts_rank(among.c.words, _query(shape))
    return sa.select(among.c.no).order_by(rank.desc(), among.c.no.desc()).limit(limit)


def asked_parts(parts: tuple[str, ...]) -> Mapping[str, Any]:
    return {f"part_{n}": f"%{part}%" for n, part in enumerate(parts)}  # no part holds a sign that LIKE knows


def by_part(count: int) -> tuple[sa.ColumnElement[int], list[sa.ColumnElement[bool]]]:
    return NO, [_TEXT.c.head.like(sa.bindparam(f"part_{n}", type_=sa.Text())) for n in range(count)]


def without(shape: int) -> sa.ColumnElement[bool]:
    return sa.not_(fits(shape))
