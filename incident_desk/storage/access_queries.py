"""The access log, which may be long: read from its end, some thousand entries at a time."""

from __future__ import annotations

import sqlalchemy as sa

from incident_desk.domain.chains import ACCESS
from incident_desk.domain.journal.entries import Entry
from incident_desk.storage import tables as t
from incident_desk.storage.journal_rows import entries_query, entry_of

_BATCH = 2_000
_AFTER_ALL = 2**63 - 1
_LATEST = (
    entries_query()
    .where(t.chain.c.kind == ACCESS, t.journal.c.kind == sa.bindparam("kind"))
    .where(t.journal.c.position < sa.bindparam("before", type_=t.journal.c.position.type))
    .order_by(None)
    .order_by(t.journal.c.chain, t.journal.c.position.desc())
    .limit(_BATCH)
)


def printing(connection: sa.Connection, sha256: str) -> Entry | None:
    """The last entry that tells of a file with this SHA-256, in hex."""
    sought, before = sha256.encode("ascii"), _AFTER_ALL
    while True:
        rows = connection.execute(_LATEST, {"kind": "printed", "before": before}).all()
        for row in rows:
            if sought in bytes(row.open_content or b""):
                return entry_of(row)
        if len(rows) < _BATCH:
            return None
        before = rows[-1].position
