"""A chain while entries are added to it, and the statements that write what was added."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import SALT_BYTES, EntryDraft, Link, Part, read, seal, split
from incident_desk.domain.records import Record, apply
from incident_desk.storage import tables as t
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.journal_rows import journal_row, part_rows
from incident_desk.storage.state_rows import state_statements

_ADVANCE = (
    sa.update(t.chain)
    .where(t.chain.c.no == sa.bindparam("b_no"), t.chain.c.position == sa.bindparam("b_seen"))
    .values(
        position=sa.bindparam("b_position"), hash=sa.bindparam("b_hash"), changed_at=sa.bindparam("b_at"),
        pending=sa.func.coalesce(t.chain.c.pending, 0) + sa.bindparam("b_added"),
    )
)  # fmt: skip
_JOURNAL, _PARTS = t.journal.insert(), t.journal_part.insert()


@dataclass(slots=True)
class Growing:
    """Where a chain stood, where it stands, what is to be written."""

    before: Record
    after: Record
    hash: bytes
    no: int | None = None
    links: list[Link] = field(default_factory=list)
    parts: list[tuple[Part, Part | None]] = field(default_factory=list)

    def add(self, draft: EntryDraft, actor: str | None, op_id: str, at: int) -> None:
        """The entry of a draft at the end of the chain, applied as a later reader will read it."""
        salts = secrets.token_bytes(2 * SALT_BYTES)
        parts = split(draft, salts[:SALT_BYTES], salts[SALT_BYTES:])
        link = self._link(draft, parts, actor, op_id, at)
        self.links.append(link)
        self.parts.append(parts)
        self.hash = link.hash
        self.after = apply(self.after, read(link, parts[0].content, parts[1].content if parts[1] else None))

    def _link(self, draft: EntryDraft, parts: tuple[Part, Part | None], actor: str | None, op_id: str, at: int) -> Link:
        unlinked = Link(
            self.after.id, self.after.kind, self.after.position + 1, at, actor, op_id, draft.kind, draft.version,
            parts[0].commitment, parts[1].commitment if parts[1] else None,
        )  # fmt: skip
        return seal(unlinked, self.hash)

    @property
    def number(self) -> int:
        if self.no is None:
            raise RuntimeError("the chain has no row yet")
        return self.no

    def head(self) -> dict[str, Any]:
        """The row of a new chain."""
        last = self.links[-1]
        return {
            "id": last.chain, "kind": last.chain_kind, "position": last.position, "hash": last.hash,
            "changed_at": last.recorded_at, "pending": last.position,
        }  # fmt: skip


def statements_of(known: Sequence[Growing], grown: Sequence[Growing]) -> list[Statement]:
    """What writes all that was added; first, where there are any, the heads of chains that were `known` before."""
    return [*_advance(known), *_journal(grown), *_state(grown)]


def _advance(known: Sequence[Growing]) -> list[Statement]:
    """Moves the heads of chains that were there before."""
    rows = [
        {
            "b_no": growing.no, "b_seen": growing.before.position, "b_position": growing.links[-1].position,
            "b_hash": growing.hash, "b_at": growing.links[-1].recorded_at, "b_added": len(growing.links),
        }
        for growing in known
    ]  # fmt: skip
    return [(_ADVANCE, rows)] if rows else []


def _journal(grown: Sequence[Growing]) -> list[Statement]:
    rows, parts = [], []
    for growing in grown:
        no = growing.number
        rows += [journal_row(no, link) for link in growing.links]
        for link, pair in zip(growing.links, growing.parts, strict=True):
            parts += part_rows(no, link.position, pair)
    return [(_JOURNAL, rows), (_PARTS, parts)] if rows else []


def _state(grown: Sequence[Growing]) -> list[Statement]:
    """What changes in the state tables; the same statement about several records goes once."""
    together: dict[sa.Executable, list[dict[str, Any]]] = {}
    for growing in grown:
        for statement, rows in state_statements(growing.number, growing.before, growing.after):
            together.setdefault(statement, []).extend(rows)
    return list(together.items())
