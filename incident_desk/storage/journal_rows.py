"""Journal rows as links and entries, and back: the one way chains are read and written."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import Entry, Link, Part, read
from incident_desk.domain.journal.sealed import Sealed
from incident_desk.domain.upcasters import NewerEntry, upcast
from incident_desk.storage import tables as t
from incident_desk.usecases.errors import SurroundingsFailed

Row = tuple[Any, ...]
"""In the order of the columns of its table."""

PARTS_OPEN = t.journal_part.alias("open_part")
PARTS_PERSONAL = t.journal_part.alias("personal_part")


def entries_query() -> sa.Select[Any]:
    """Journal rows with both parts, in chain order."""
    j, o, p = t.journal, PARTS_OPEN, PARTS_PERSONAL
    return sa.select(
        t.chain.c.id.label("chain_id"), t.chain.c.kind.label("chain_kind"), j,
        o.c.salt.label("open_salt"), o.c.content.label("open_content"),
        p.c.salt.label("personal_salt"), p.c.content.label("personal_content"),
    ).select_from(with_parts(j.join(t.chain, t.chain.c.no == j.c.chain))).order_by(j.c.chain, j.c.position)  # fmt: skip


def with_parts(rows: sa.FromClause) -> sa.FromClause:
    """Rows of the journal, each beside its two parts as far as they are there."""
    opened = rows.outerjoin(PARTS_OPEN, _part_of(PARTS_OPEN, "open"))
    return opened.outerjoin(PARTS_PERSONAL, _part_of(PARTS_PERSONAL, "personal"))


def _part_of(part: sa.FromClause, name: str) -> sa.ColumnElement[bool]:
    same = sa.and_(part.c.chain == t.journal.c.chain, part.c.position == t.journal.c.position)
    return sa.and_(same, part.c.part == name)


def link_of(row: Any) -> Link:
    return Link(
        row.chain_id, row.chain_kind, row.position, row.recorded_at, row.actor, row.op_id, row.kind, row.version,
        row.open_commitment, row.personal_commitment, row.previous_hash, row.hash,
    )  # fmt: skip


def entry_of(row: Any) -> Entry:
    try:
        return upcast(read(link_of(row), row.open_content, row.personal_content))
    except NewerEntry as error:
        raise SurroundingsFailed("entry_newer") from error


def sealed_of(row: Any) -> Sealed:
    opened = None if row.open_content is None else Part(row.open_salt, row.open_content)
    personal = None if row.personal_content is None else Part(row.personal_salt, row.personal_content)
    return Sealed(link_of(row), opened, personal)


def journal_row(no: int, link: Link) -> Row:
    return no, *link[2:]  # a link has the columns of the journal, after its chain and the kind of it


def part_rows(no: int, position: int, parts: tuple[Part, Part | None]) -> list[Row]:
    named = zip(("open", "personal"), parts, strict=True)
    return [(no, position, name, part.salt, part.content) for name, part in named if part is not None]
