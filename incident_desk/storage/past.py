"""What the chains of the directories held earlier: for papers of a record as it stood."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.chains import EQUIPMENT, PACK, PERSON, PLACE, SETTINGS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.storage import tables as t
from incident_desk.storage.directories import version_of_pack
from incident_desk.storage.incident_queries import LIST_COLUMNS
from incident_desk.storage.journal_rows import entries_query, entry_of
from incident_desk.storage.projection import rows_of
from incident_desk.storage.types import id_bytes

DIRECTORIES_SINCE = entries_query().where(
    t.chain.c.kind.in_((PERSON, PLACE, EQUIPMENT, SETTINGS)), t.chain.c.changed_at >= sa.bindparam("since")
)
_PACK_POSITION = (
    sa.select(t.chain.c.position.label("present"), sa.func.max(t.journal.c.position).label("known"))
    .select_from(t.chain.outerjoin(t.journal, sa.and_(
        t.journal.c.chain == t.chain.c.no,
        sa.or_(
            t.journal.c.recorded_at < sa.bindparam("instant"),
            sa.and_(t.journal.c.recorded_at == sa.bindparam("instant"), t.journal.c.op_id <= sa.bindparam("op_id")),
        ),
    )))
    .where(t.chain.c.kind == PACK)
    .group_by(t.chain.c.position)
)  # fmt: skip
_IDS = frozenset({"id", "place", "responsible"})  # columns of lists that are stored as bytes
_PACK_ENTRIES = entries_query().where(t.chain.c.kind == PACK, t.journal.c.position == sa.bindparam("position"))


def pack_position(connection: sa.Connection, instant: int, op_id: str, named: int) -> int | None:
    """The entry that put the pack of an instant in force; None where it still is the last."""
    row = connection.execute(_PACK_POSITION, {"instant": instant, "op_id": op_id}).one()
    known = min(max(row.known or 1, named), row.present)
    return None if known == row.present else known


def pack_at(connection: sa.Connection, position: int) -> tuple[Pack, str]:
    """Every entry of the chain puts one whole version in force, so the one is enough."""
    entry = entry_of(connection.execute(_PACK_ENTRIES, {"position": position}).one())
    data = entry.data
    return version_of_pack(json.dumps(data[".content"][1]), data["ordinal"])


def list_values(no: int, record: Record) -> list[Any]:
    """What lists read of an incident, of one that stands nowhere in the tables, as the tables would have it."""
    columns = tuple(column.name for column in t.incident.c)
    row = dict(zip(columns, rows_of(no, record)["incident"][(no,)], strict=True))
    return [_stored(column.name, row[column.name]) for column in LIST_COLUMNS]


def _stored(column: str, value: Any) -> Any:
    return id_bytes(value) if column in _IDS and value is not None else value
