"""Pages of the access log, newest first. Its chain may have a million entries, so it is read in stretches from a place
on, and no call looks at more than a few of them. What an entry is about stands in its bytes, which no index holds.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.domain.chains import ACCESS
from incident_desk.domain.journal.entries import Entry
from incident_desk.storage import tables as t
from incident_desk.storage.journal_rows import entries_query, entry_of
from incident_desk.usecases.access_rows import AccessFilter, AccessPage

_STRETCH = 2_000  # entries that are looked at by one statement
_MOST = 40_000  # and by one call
_CHAIN = sa.select(t.chain.c.no, t.chain.c.position).where(t.chain.c.kind == ACCESS).order_by(t.chain.c.no).limit(1)
_AT = sa.select(t.journal.c.recorded_at).where(
    t.journal.c.chain == sa.bindparam("no"), t.journal.c.position == sa.bindparam("position")
)
_POSITIONS: sa.BindParameter[Any] = sa.bindparam("positions", expanding=True)
_CONTENTS = sa.select(t.journal_part.c.position, t.journal_part.c.content).where(
    t.journal_part.c.chain == sa.bindparam("no"),
    t.journal_part.c.position >= sa.bindparam("low"),
    t.journal_part.c.position < sa.bindparam("high"),
    t.journal_part.c.part == "open",
)
_ROWS = (
    entries_query()
    .order_by(None)
    .where(
        t.journal.c.chain == sa.bindparam("no"),
        t.journal.c.position >= sa.bindparam("low"),
        t.journal.c.position < sa.bindparam("high"),
    )
    .order_by(t.journal.c.position.desc())
)


def page(connection: sa.Connection, wanted: AccessFilter, before: int | None, limit: int) -> AccessPage:
    no, last = connection.execute(_CHAIN).one()
    bounds = _Bounds(connection, no, last)
    low = bounds.first_from(wanted.since) if wanted.since is not None else 1
    high = last + 1 if before is None else before
    if wanted.until is not None:
        high = min(high, bounds.first_from(wanted.until))
    least = max(low, high - _MOST)
    found: list[Entry] = []
    while high > least:
        start = max(least, high - _STRETCH)
        found += _stretch(connection, wanted, {"no": no, "low": start, "high": high})
        high = start
        if len(found) >= limit:
            break
    taken = tuple(found[:limit])
    if len(found) > limit:
        high = taken[-1].position
    return AccessPage(taken, high if high > low else None)


def _stretch(connection: sa.Connection, wanted: AccessFilter, place: dict[str, int]) -> list[Entry]:
    query, values = _narrowed(wanted), {**place, **_values(wanted)}
    if wanted.record is not None:
        positions = _naming(connection, wanted.record, place)
        if not positions:
            return []
        query, values = query.where(t.journal.c.position.in_(_POSITIONS)), {**values, "positions": positions}
    entries = [entry_of(row) for row in connection.execute(query, values)]
    return [entry for entry in entries if wanted.record is None or entry.data.get("record") == wanted.record]


def _naming(connection: sa.Connection, record: str, place: dict[str, int]) -> list[int]:
    """Where the id of a record stands: it is letters and digits, so bytes without it need not be read any further."""
    sign = record.encode()
    return [position for position, content in connection.execute(_CONTENTS, place) if sign in content]


def _narrowed(wanted: AccessFilter) -> sa.Select[Any]:
    query = _ROWS
    if wanted.person is not None:
        query = query.where(t.journal.c.actor == sa.bindparam("person"))
    if wanted.kind is not None:
        query = query.where(t.journal.c.kind == sa.bindparam("kind"))
    return query


def _values(wanted: AccessFilter) -> dict[str, Any]:
    return {key: value for key in ("person", "kind") if (value := getattr(wanted, key)) is not None}


class _Bounds:
    """Moments never go backwards along a chain, so a place is found by halving."""

    def __init__(self, connection: sa.Connection, no: int, last: int) -> None:
        self._connection, self._no, self._last = connection, no, last

    def first_from(self, instant: int) -> int:
        """The first entry that was written at an instant or later, else the place after the last."""
        low, high = 1, self._last + 1
        while low < high:
            middle = (low + high) // 2
            at = self._connection.execute(_AT, {"no": self._no, "position": middle}).scalar_one()
            low, high = (middle + 1, high) if at < instant else (low, middle)
        return low
