"""Newest first in a register with incidents of an old list: what was written last may be long past.

The search index knows in which order records were written, not when they came up. Of few matches all are put in order.
Of many, the newest records are looked at one by one (`NEAR`, and `FAR` where there are too many matches to put in
order): where many records hold the words, a page is full soon, however long the register. What then is still missing
comes from the matches written last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.search_words import Sought, filled
from incident_desk.storage.types import INSTANT

Place = tuple[int, int]
"""(opened_at, no) of a record."""
Ask = Callable[[sa.Select[Any], Mapping[str, Any]], list[Any]]

NEAR, FAR = (200, 800), (4000,)  # records that are looked at together; most pages are full after the first
_TEXT = t.search_text.c
I = t.incident.c  # noqa: E741  # as in incident_queries
_BROUGHT_IN = (
    sa.select(t.field_value.c.incident).where(t.field_value.c.key == "imported_key").limit(sa.literal_column("1"))
)


def brought_in(ask: Ask) -> bool:
    """Whether the register holds any incident of an old list."""
    return bool(ask(_BROUGHT_IN, {}))


@lru_cache(maxsize=256)
def and_brought_in(query: sa.Select[Any]) -> sa.Select[Any]:
    """The same rows, each with whether the register holds any incident of an old list."""
    return query.add_columns(_BROUGHT_IN.exists())


def dated(ask: Ask, query: sa.Select[Any], values: Mapping[str, Any]) -> list[Place]:
    """What a statement for row numbers finds, the newest first."""
    return sorted(((row[0], row[1]) for row in ask(_dated(query), values)), reverse=True)


@lru_cache(maxsize=256)
def _dated(query: sa.Select[Any]) -> sa.Select[Any]:
    found = query.subquery()
    return sa.select(I.opened_at, I.no).join(found, found.c.no == I.no)


def before(place: Place | None, found: Iterable[Place]) -> list[Place]:
    return [each for each in found if place is None or each < place]


def walk(
    ask: Ask, sought: Sought, conditions: tuple[sa.ColumnElement[bool], ...], values: Mapping[str, Any],
    place: Place | None, limit: int, strides: tuple[int, ...],
) -> tuple[list[Place], Place | None]:  # fmt: skip
    """The newest before `place` that hold what is sought; and where it stopped, None where no older record is left."""
    terms, found = list(_terms(sought)), []
    for stride in strides:
        span = {} if place is None else {"after": place[0], "after_no": place[1]}
        rows = ask(_newest(conditions, place is not None, stride), {**values, **span})
        for opened_at, no, fits, head, body, about in rows:
            if fits and _holds(f" {head} {body} {about} ", terms):
                found.append((opened_at, no))
        if len(rows) < stride:
            return found, None
        place = (rows[-1][0], rows[-1][1])
        if len(found) >= limit:
            break
    return found, place


def _terms(sought: Sought) -> Iterator[tuple[str, ...]]:
    """Of each one must stand in the text: a word from blank to blank, or from a blank on where it is unfinished."""
    for word in sought.words:
        last = word is sought.words[-1]
        yield (f" {word.text}" if last else f" {filled(word.text)} ", *(f" {other} " for other in word.others))
    if sought.about:
        yield tuple(f" {pointer} " for pointer in sought.about)


def _holds(text: str, terms: list[tuple[str, ...]]) -> bool:
    return all(any(each in text for each in term) for term in terms)


@lru_cache(maxsize=64)
def _newest(conditions: tuple[sa.ColumnElement[bool], ...], follows: bool, stride: int) -> sa.Select[Any]:
    """Conditions are told, not asked: else a page of a rare status would be looked for through the whole register."""
    one = sa.literal_column("1", sa.Integer)
    fits = sa.case((sa.and_(*conditions), one), else_=sa.literal_column("0", sa.Integer)) if conditions else one
    query = sa.select(I.opened_at, I.no, fits.label("fits"), _TEXT.head, _TEXT.body, _TEXT.about)
    query = query.join(t.search_text, _TEXT.no == I.no)
    if follows:
        opened_at, no = sa.bindparam("after", type_=INSTANT), sa.bindparam("after_no", type_=INSTANT)
        query = query.where(I.opened_at <= opened_at, sa.or_(I.opened_at < opened_at, I.no < no))
    return query.order_by(I.opened_at.desc(), I.no.desc()).limit(sa.literal_column(str(stride), sa.Integer))
