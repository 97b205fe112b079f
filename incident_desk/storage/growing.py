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
_ADVANCED = ("b_no", "b_seen", "b_position", "b_hash", "b_at", "b_added")
_JOURNAL, _PARTS = t.journal.insert(), t.journal_part.insert()
_OF_JOURNAL, _OF_PARTS = tuple(t.journal.c.keys()), tuple(t.journal_part.c.keys())
HEAD = ("id", "kind", "position", "hash", "changed_at", "pending")
"""Of the row of a new chain; its number is given by the engine."""


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

    def head(self) -> tuple[Any, ...]:
        """The row of a new chain."""
        last = self.links[-1]
        return last.chain, last.chain_kind, last.position, last.hash, last.recorded_at, last.position


def statements_of(known: Sequence[Growing], grown: Sequence[Growing]) -> list[Statement]:
    """What writes all that was added; first, where there are any, the heads of chains that were `known` before."""
    state = state_statements((growing.number, growing.before, growing.after) for growing in grown)
    return [*_advance(known), *_journal(grown), *state]


def _advance(known: Sequence[Growing]) -> list[Statement]:
    """Moves the heads of chains that were there before."""
    rows = [
        (
            growing.no, growing.before.position, growing.links[-1].position, growing.hash,
            growing.links[-1].recorded_at, len(growing.links),
        )
        for growing in known
    ]  # fmt: skip
    return [Statement(_ADVANCE, _ADVANCED, rows)] if rows else []


def _journal(grown: Sequence[Growing]) -> list[Statement]:
    rows, parts = [], []
    for growing in grown:
        no = growing.number
        for link, pair in zip(growing.links, growing.parts, strict=True):
            rows.append(journal_row(no, link))
            parts += part_rows(no, link.position, pair)
    return [Statement(_JOURNAL, _OF_JOURNAL, rows), Statement(_PARTS, _OF_PARTS, parts)] if rows else []
