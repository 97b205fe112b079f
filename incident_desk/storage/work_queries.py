"""Open lines that somebody owes: those with a date, the earliest first, then those without one, of the newest
incidents first. The same order on each engine, so that at a limit the same lines are left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.vocabulary import Priority, Status
from incident_desk.storage import tables as t
from incident_desk.storage.incident_queries import written
from incident_desk.usecases.rows import WorkRow

MANY = 20_000
"""With more lines than these without a date SQLite does not sort them: it walks from the newest incident on."""

I, _L = t.incident.c, t.item.c  # noqa: E741  # as in incident_queries
_LINE = (_L.incident, _L.list, _L.ordinal)
_SHOWN = (
    I.id, I.number, I.title, I.priority, _L.id.label("item"), _L.what, _L.owner, _L.due, *_LINE,
)  # fmt: skip
_IN_SIGHT = I.status.in_([str(Status.OPEN), str(Status.CONCLUDED), str(Status.INBOX)])
_OWNED = _L.owner == sa.bindparam("owner")
_UNDATED = _L.due.is_(None)
_PRIORITIES = tuple(Priority)


def work(connection: sa.Connection, engine: str, owner: str | None, until: int | None, limit: int) -> list[WorkRow]:
    """One statement, whatever is asked: a line whose date somebody sets meanwhile is there once."""
    owned, values = owner is not None, {"owner": owner, "until": until}
    query: sa.Select[Any] | sa.CompoundSelect[Any]
    if until is not None:
        query = dated(owned=owned, ends=True, limit=limit)
    else:
        walks = engine == "sqlite" and connection.execute(_more_than(MANY, owned), values).first() is not None
        query = everything(owned=owned, walks=walks, limit=limit)
    rows = connection.execute(query, values).all()
    with_date = sorted((row for row in rows if row.due is not None), key=lambda row: (row.due, *_place(row)))
    without = sorted((row for row in rows if row.due is None), key=_place, reverse=True)
    return [_work_row(row) for row in (*with_date, *without)[:limit]]


@lru_cache(maxsize=32)
def dated(*, owned: bool, ends: bool, limit: int) -> sa.Select[Any]:
    """`ends`: before the moment `until`."""
    due = _L.due < sa.bindparam("until") if ends else _L.due.is_not(None)
    query = _owed(owned, _L.state == "open", due, _IN_SIGHT, *([_OWNED] if owned else []))
    return query.order_by(_L.due, *_LINE).limit(written(limit))


@lru_cache(maxsize=32)
def undated(*, owned: bool, walks: bool, limit: int) -> sa.Select[Any]:
    """Measures that are in force stay for years. `walks`: most lines are such, so SQLite takes them in their order."""
    those = [_L.state == "open", _UNDATED, _IN_SIGHT, *([_OWNED] if owned else [])]
    if walks:
        those = [sa.func.likely(each) for each in those]
    return _owed(owned, *those).order_by(*(column.desc() for column in _LINE)).limit(written(limit))


@lru_cache(maxsize=32)
def everything(*, owned: bool, walks: bool, limit: int) -> sa.CompoundSelect[Any]:
    parts = dated(owned=owned, ends=False, limit=limit), undated(owned=owned, walks=walks, limit=limit)
    return sa.union_all(*(sa.select(part.subquery()) for part in parts))


@lru_cache(maxsize=2)
def _more_than(most: int, owned: bool) -> sa.Select[Any]:
    lines: sa.Select[Any] = sa.select(sa.literal_column("1")).select_from(t.item).where(_L.state == "open", _UNDATED)
    return (lines.where(_OWNED) if owned else lines).limit(written(1)).offset(written(most))


def _owed(owned: bool, *those: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """MariaDB would begin with all incidents that are in sight, or take two indexes and sort."""
    index = "ix_item_owner" if owned else "ix_item_owed"
    query = sa.select(*_SHOWN).select_from(t.item).join(t.incident, I.no == _L.incident).where(*those)
    return query.prefix_with("STRAIGHT_JOIN", dialect="mariadb").with_hint(t.item, f"FORCE INDEX ({index})", "mariadb")


def _place(row: Any) -> tuple[int, str, int]:
    return row.incident, row.list, row.ordinal


def _work_row(row: Any) -> WorkRow:
    return WorkRow(
        row.id, row.number, row.title or "", _PRIORITIES[row.priority], row.list, row.item, row.what or "",
        row.owner, row.due,
    )  # fmt: skip
