"""Writing the log: entries that are not in it yet get the next places, chain by chain, under a lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.log import EMPTY_LOG, Head, next_head
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database

_BATCH = 1000  # chains at once; servers take a limited count of values in a statement
# The row of the oldest chain stands for the log: whoever holds it may write the log. Chains are then locked by
# their numbers, in order, as saves lock them; locking them by `pending` would cross with saves on MariaDB.
_LOG_LOCK = sa.select(t.chain.c.no).order_by(t.chain.c.no).limit(1)
_NUMBERS = sa.select(t.chain.c.no).where(t.chain.c.pending.is_not(None))
_WAITING = (
    sa.select(t.chain.c.no, t.chain.c.position, t.chain.c.pending)
    .where(t.chain.c.no.in_(sa.bindparam("numbers", expanding=True)))
    .order_by(t.chain.c.no)
)
_LAST = sa.select(t.log.c.log_index, t.log.c.log_hash).order_by(t.log.c.log_index.desc()).limit(1)
_HASHES = (
    sa.select(t.journal.c.chain, t.journal.c.position, t.journal.c.hash)
    .select_from(t.chain.join(t.journal, t.journal.c.chain == t.chain.c.no))
    .where(t.chain.c.no.in_(sa.bindparam("numbers", expanding=True)))
    .where(t.journal.c.position > t.chain.c.position - t.chain.c.pending)
    .order_by(t.journal.c.chain, t.journal.c.position)
)
_LOG = t.log.insert()
_DONE = (
    sa.update(t.chain)
    .where(t.chain.c.no == sa.bindparam("b_no"), t.chain.c.pending == sa.bindparam("b_pending"))
    .values(pending=None)
)


def extend(database: Database) -> Head:
    """The head after every entry that was waiting is in the log. Writes nothing when none was."""
    with database.writer.connect() as connection, connection.begin():
        connection.execute(_locked(_LOG_LOCK, database))
        numbers = list(connection.execute(_NUMBERS).scalars())
        last = connection.execute(_LAST).first()
        head = Head(last.log_index, last.log_hash) if last else EMPTY_LOG
        for start in range(0, len(numbers), _BATCH):
            locked = connection.execute(_locked(_WAITING, database), {"numbers": numbers[start : start + _BATCH]})
            waiting = [chain for chain in locked if chain.pending is not None]
            head = _extend_by(connection, waiting, head)
        return head


def _extend_by(connection: sa.Connection, waiting: Sequence[Any], head: Head) -> Head:
    rows = []
    entries = connection.execute(_HASHES, {"numbers": [chain.no for chain in waiting]}) if waiting else ()
    for chain, position, entry_hash in entries:
        head = next_head(head, entry_hash)
        rows.append({"log_index": head.index, "chain": chain, "position": position, "log_hash": head.hash})
    if rows:
        connection.execute(_LOG, rows)
        connection.execute(_DONE, [{"b_no": chain.no, "b_pending": chain.pending} for chain in waiting])
    return head


def _locked(query: sa.Select[tuple[int, ...]], database: Database) -> sa.Select[tuple[int, ...]]:
    return query.with_for_update() if database.dialect.FOR_UPDATE else query
