"""What is read of the log: its end, the places of entries in it, and who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.chains import ACCESS
from incident_desk.domain.journal.log import EMPTY_LOG, Head
from incident_desk.domain.journal.signed_heads import SignedHead
from incident_desk.storage import tables as t
from incident_desk.storage.reading import Reader

RECORDS = t.chain.c.kind != ACCESS  # to look at the register writes into the access log and changes nothing
_HEAD = sa.select(t.log.c.log_index, t.log.c.log_hash).order_by(t.log.c.log_index.desc()).limit(1)
_COVERING = (
    sa.select(t.log.c.log_index, t.log.c.log_hash)
    .join(t.chain, t.chain.c.no == t.log.c.chain)
    .where(t.chain.c.id == sa.bindparam("id"), t.log.c.position == sa.bindparam("position"))
)
_WAITING = sa.select(sa.func.coalesce(sa.func.sum(t.chain.c.pending), 0).label("count")).where(
    t.chain.c.pending.is_not(None)
)
_RECORDS_WAITING = sa.select(t.chain.c.no).where(t.chain.c.pending.is_not(None), RECORDS).limit(1)
_LAST_OF_RECORDS = (
    sa.select(t.log.c.log_index, t.log.c.log_hash)
    .join(t.chain, t.chain.c.no == t.log.c.chain)
    .where(RECORDS)
    .order_by(t.log.c.log_index.desc())
    .limit(1)
)
_LOG_AT = sa.select(t.log.c.log_hash).where(t.log.c.log_index == sa.bindparam("n"))


class LogQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def _all(self, query: Any, values: Mapping[str, Any] | None = None) -> list[Any]:
        return self._reader.all(query, values or {})

    def head(self) -> Head:
        rows = self._all(_HEAD)
        return Head(rows[0].log_index, rows[0].log_hash) if rows else EMPTY_LOG

    def head_covering(self, record_id: str, position: int) -> Head | None:
        rows = self._all(_COVERING, {"id": record_id, "position": position})
        return Head(rows[0].log_index, rows[0].log_hash) if rows else None

    def head_of_records(self) -> Head | None:
        rows = [] if self._all(_RECORDS_WAITING) else self._all(_LAST_OF_RECORDS)
        return Head(rows[0].log_index, rows[0].log_hash) if rows else None

    def log_hash(self, index: int) -> bytes | None:
        rows = self._all(_LOG_AT, {"n": index})
        return rows[0].log_hash if rows else None

    def newest_signed(self) -> SignedHead | None:
        from incident_desk.storage import signed_rows

        return next(map(signed_rows.signed_head, self._all(signed_rows.NEWEST)), None)

    def last_signed_by(self, station: str, epoch: int) -> SignedHead | None:
        from incident_desk.storage import signed_rows

        values = {"station": station, "epoch": epoch}
        return next(map(signed_rows.signed_head, self._all(signed_rows.LAST_OF, values)), None)

    def waiting(self) -> int:
        return int(self._all(_WAITING)[0].count)
