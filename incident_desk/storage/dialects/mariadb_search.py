"""Search on MariaDB: a FULLTEXT index asked in boolean mode; parts of numbers and titles by LIKE, without an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.mysql import match

from incident_desk.storage import tables as t
from incident_desk.storage.search_words import Sought, filled

_TEXT = t.search_text.c
NO: sa.ColumnElement[int] = _TEXT.no


def asked(sought: Sought) -> tuple[int, Mapping[str, Any]]:
    return 0, {"query": " ".join(_terms(sought))}


def _terms(sought: Sought) -> Iterator[str]:
    """No word of ours holds a sign that means anything in boolean mode."""
    for each in sought.words:
        word = f"{each.text}*" if each is sought.words[-1] else filled(each.text)
        yield _one_of((word, *each.others))
    if sought.about:
        yield _one_of(sought.about)


def _one_of(terms: tuple[str, ...]) -> str:
    return f"+{terms[0]}" if len(terms) == 1 else f"+({' '.join(terms)})"


def _match() -> sa.ColumnElement[float]:
    query = sa.bindparam("query", type_=sa.Text())
    return match(_TEXT.head, _TEXT.body, _TEXT.about, against=query).in_boolean_mode()


def fits(_: int) -> sa.ColumnElement[bool]:
    return _match() > 0


def best(_: int, newest: sa.Select[Any], conditions: list[sa.ColumnElement[bool]], limit: Any) -> sa.Select[Any]:
    among = newest.add_columns(_match().label("score")).subquery()
    return sa.select(among.c.no).order_by(among.c.score.desc(), among.c.no.desc()).limit(limit)


def asked_parts(parts: tuple[str, ...]) -> Mapping[str, Any]:
    return {f"part_{n}": f"%{part}%" for n, part in enumerate(parts)}  # no part holds a sign that LIKE knows


def by_part(count: int) -> tuple[sa.ColumnElement[int], list[sa.ColumnElement[bool]]]:
    return NO, [_TEXT.head.like(sa.bindparam(f"part_{n}", type_=sa.Text())) for n in range(count)]


def without(shape: int) -> sa.ColumnElement[bool]:
    return sa.not_(fits(shape))
