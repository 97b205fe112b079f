"""Which chains tell of somebody: a look through every personal part, because the search knows nothing of the past."""

from __future__ import annotations

import json
from collections.abc import Callable

import sqlalchemy as sa

from incident_desk.domain.errors import Refused
from incident_desk.storage import tables as t
from incident_desk.usecases.ports import Progress

_AT_ONCE = 200  # chains
_LAST = sa.select(sa.func.coalesce(sa.func.max(t.chain.c.no), 0))
_PARTS = (
    sa.select(t.chain.c.kind, t.chain.c.id, t.journal_part.c.content)
    .join(t.journal_part, t.journal_part.c.chain == t.chain.c.no)
    .where(
        t.chain.c.no > sa.bindparam("after"), t.chain.c.no <= sa.bindparam("upto"), t.journal_part.c.part == "personal"
    )
    .order_by(t.chain.c.no, t.journal_part.c.position)
)  # fmt: skip


def naming(
    connection: sa.Connection, tells: Callable[[object], bool], progress: Progress | None
) -> list[tuple[str, str]]:  # fmt: skip
    """(kind, id) in the order in which they began. Raises Refused where `progress` asks to stop."""
    found: dict[tuple[str, str], None] = {}
    last = int(connection.execute(_LAST).scalar_one())
    for after in range(0, last, _AT_ONCE):
        if progress is not None and not progress(after, last):
            raise Refused("stopped")
        for kind, id_, content in connection.execute(_PARTS, {"after": after, "upto": after + _AT_ONCE}):
            if (kind, id_) not in found and tells(json.loads(content)):
                found[kind, id_] = None
    return list(found)
