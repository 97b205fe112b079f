"""Concluded incidents whose time to be kept is over, the one concluded first on top, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from incident_desk.domain.retention import ANY
from incident_desk.storage import tables as t
from incident_desk.usecases.rows import DueToGo

_I = t.incident.c
_HELD = (
    sa.select(t.field_value.c.incident)
    .where(t.field_value.c.incident == _I.no, t.field_value.c.key == "legal_hold")
    .exists()
)  # fmt: skip
_ERASED = (
    sa.select(t.field_value.c.incident)
    .where(t.field_value.c.incident == _I.no, t.field_value.c.key == "erased_whole")
    .exists()
)  # fmt: skip


def due(
    connection: sa.Connection, cutoffs: Mapping[str, int], after: tuple[int, int] | None, limit: int
) -> list[DueToGo]:
    """`cutoffs`: by category the moment before which it was concluded. What was erased as a whole is done."""
    if not cutoffs:
        return []
    named = [category for category in cutoffs if category != ANY]
    either = [sa.and_(_I.category == category, _I.concluded_at < cutoffs[category]) for category in named]
    if ANY in cutoffs:
        others = sa.or_(_I.category.is_(None), _I.category.not_in(named)) if named else sa.true()
        either.append(sa.and_(others, _I.concluded_at < cutoffs[ANY]))
    query = (
        sa.select(_I.no, _I.id, _I.number, _I.title, _I.category, _I.concluded_at, _HELD.label("held"))
        .where(_I.status == "concluded", sa.or_(*either), ~_ERASED)
        .order_by(_I.concluded_at, _I.no)
        .limit(limit)
    )
    if after is not None:
        at, no = after
        query = query.where(sa.or_(_I.concluded_at > at, sa.and_(_I.concluded_at == at, _I.no > no)))
    return [
        DueToGo(row.no, row.id, row.number, row.title or "", row.category or "", row.concluded_at, bool(row.held))
        for row in connection.execute(query)
    ]
