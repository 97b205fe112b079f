"""One transaction: lock the chains, fold them, then write entries, state rows and the op id together.

Appending only collects; `commit` writes everything in one batch per table, so that a save on a server
costs few round trips, and commits once. It is the only `commit()` in the code base.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from incident_desk.domain.context import RecordNumber
from incident_desk.domain.errors import EditConflict
from incident_desk.domain.journal.entries import (
    GENESIS,
    SALT_BYTES,
    Entry,
    EntryDraft,
    Link,
    Part,
    read,
    seal,
    split,
)
from incident_desk.domain.records import Record, apply
from incident_desk.storage import contents
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database, trouble
from incident_desk.storage.journal_rows import entries_query, entry_of, journal_row, part_rows
from incident_desk.storage.state_rows import write_state
from incident_desk.usecases.errors import AlreadyDone

_HEADS = sa.select(t.chain).where(t.chain.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(t.chain.c.no)
_ENTRIES = entries_query().where(t.journal.c.chain.in_(sa.bindparam("chains", expanding=True)))
_ENTRIES_OF_OP = entries_query().where(t.journal.c.op_id == sa.bindparam("op"))
_ADVANCE = (
    sa.update(t.chain)
    .where(t.chain.c.no == sa.bindparam("b_no"), t.chain.c.position == sa.bindparam("b_seen"))
    .values(
        position=sa.bindparam("b_position"), hash=sa.bindparam("b_hash"), changed_at=sa.bindparam("b_at"),
        pending=sa.func.coalesce(t.chain.c.pending, 0) + sa.bindparam("b_added"),
    )
)  # fmt: skip
_RESULT = sa.select(t.op.c.result).where(t.op.c.op_id == sa.bindparam("op"))


@dataclass(slots=True)
class _Growing:
    """A chain while entries are added: where it stood, where it stands, what is to be written."""

    before: Record
    after: Record
    hash: bytes
    no: int | None = None
    links: list[Link] = field(default_factory=list)
    parts: list[tuple[Part, Part | None]] = field(default_factory=list)


class SqlUnitOfWork:
    """Rolled back unless committed, closed on exit, used on one thread."""

    def __init__(self, database: Database, name: str, clock: Callable[[], int] | None = None) -> None:
        self._database = database
        self._name = name
        self._clock = clock
        self._open: sa.Connection | None = None
        self._chains: dict[str, _Growing] = {}

    @property
    def connection(self) -> sa.Connection:
        if self._open is None:
            raise RuntimeError("the unit of work is not open")
        return self._open

    def __enter__(self) -> SqlUnitOfWork:
        try:
            self._open = self._database.writer.connect()
            self._open.begin()
        except SQLAlchemyError as error:
            self._close()
            raise trouble(error, self._name) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if isinstance(error, SQLAlchemyError):
            raise trouble(error, self._name) from error

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def lock(self, kind: str, ids: Sequence[str]) -> dict[str, Record]:
        query = _HEADS.with_for_update() if self._database.dialect.FOR_UPDATE else _HEADS
        heads = [head for head in self.connection.execute(query, {"ids": list(ids)}) if head.kind == kind]
        records = {each: Record(each, kind) for each in ids}
        if heads:
            for row in self.connection.execute(_ENTRIES, {"chains": [head.no for head in heads]}):
                records[row.chain_id] = apply(records[row.chain_id], entry_of(row))
        for head in heads:
            record = records[head.id]
            self._chains[head.id] = _Growing(record, record, head.hash, head.no)
        return records

    def now(self) -> int:
        moment: int = self._clock() if self._clock else self._database.dialect.now(self.connection)
        return moment

    def next_number(self, unit: str, year: int) -> RecordNumber:
        number: RecordNumber = self._database.dialect.next_number(self.connection, unit, year)
        return number

    def raise_counter(self, unit: str, year: int, serial: int) -> None:
        counter = t.counter.c
        this = sa.and_(counter.unit == unit, counter.year == year)
        known = self.connection.execute(sa.select(counter.last).where(this)).scalar()
        if known is None:
            self.connection.execute(t.counter.insert(), {"unit": unit, "year": year, "last": serial})
        elif known < serial:
            self.connection.execute(t.counter.update().where(this).values(last=serial))

    def append(self, record: Record, drafts: Iterable[EntryDraft], actor: str | None, op_id: str, at: int) -> Record:
        growing = self._chains.setdefault(record.id, _Growing(record, record, GENESIS))
        if growing.after.position != record.position:
            raise RuntimeError("a record is appended to as it was locked")
        at = max(at, record.changed_at)  # a clock that jumped back does not turn the chain round
        for draft in drafts:
            parts = split(draft, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES))
            link = _link(growing, draft, parts, actor, op_id, at)
            growing.links.append(link)
            growing.parts.append(parts)
            growing.hash = link.hash
            personal = parts[1].content if parts[1] else None
            growing.after = apply(growing.after, read(link, parts[0].content, personal))
        return growing.after

    def entries(self, record_id: str, after: int = 0) -> list[Entry]:
        chains = {"chains": [self._chains[record_id].no]}
        return [entry_of(row) for row in self.connection.execute(_ENTRIES.where(t.journal.c.position > after), chains)]

    def entries_of(self, op_id: str) -> list[tuple[str, str, Entry]]:
        rows = self.connection.execute(_ENTRIES_OF_OP, {"op": op_id})
        return [(row.chain_kind, row.chain_id, entry_of(row)) for row in rows]

    def store_content(self, sha256: bytes, chunks: Iterable[bytes]) -> None:
        contents.store(self.connection, sha256, chunks)

    def set_secret(self, person: str, hashed: str | None) -> None:
        self.connection.execute(t.secret.delete().where(t.secret.c.person == person))
        if hashed is not None:
            values = {"person": person, "hash": hashed, "failures": 0, "locked_until": 0}
            self.connection.execute(t.secret.insert().values(**values))

    def set_attempts(self, person: str, failures: int, locked_until: int) -> None:
        changed = t.secret.update().where(t.secret.c.person == person)
        self.connection.execute(changed.values(failures=failures, locked_until=locked_until))

    def commit(self, op_id: str, result: Mapping[str, Any]) -> None:
        grown = [growing for growing in self._chains.values() if growing.links]
        for growing in grown:
            self._advance(growing)
        if grown:
            self._write_journal(grown)
            for growing in grown:
                write_state(self.connection, self._number(growing), growing.before, growing.after)
        self._write_op(op_id, result)
        self.connection.commit()

    def _advance(self, growing: _Growing) -> None:
        """Moves the chain's head; somebody who moved it first wins."""
        last = growing.links[-1]
        if growing.no is None:
            values = {
                "id": last.chain, "kind": last.chain_kind, "position": last.position, "hash": last.hash,
                "changed_at": last.recorded_at, "pending": len(growing.links),
            }  # fmt: skip
            inserted = self.connection.execute(t.chain.insert(), values).inserted_primary_key
            growing.no = int(inserted[0]) if inserted is not None else None
            return
        values = {
            "b_no": growing.no, "b_seen": growing.before.position, "b_position": last.position,
            "b_hash": last.hash, "b_at": last.recorded_at, "b_added": len(growing.links),
        }  # fmt: skip
        if self.connection.execute(_ADVANCE, values).rowcount != 1:
            raise EditConflict((), growing.before.position)

    def _write_journal(self, grown: Sequence[_Growing]) -> None:
        rows, parts = [], []
        for growing in grown:
            no = self._number(growing)
            rows += [journal_row(no, link) for link in growing.links]
            for link, pair in zip(growing.links, growing.parts, strict=True):
                parts += part_rows(no, link.position, pair)
        self.connection.execute(t.journal.insert(), rows)
        self.connection.execute(t.journal_part.insert(), parts)

    def _number(self, growing: _Growing) -> int:
        if growing.no is None:
            raise RuntimeError("the chain has no row yet")
        return growing.no

    def _write_op(self, op_id: str, result: Mapping[str, Any]) -> None:
        done = {"op_id": op_id, "done_at": self.now(), "result": json.dumps(result, ensure_ascii=False)}
        try:
            self.connection.execute(t.op.insert(), done)
        except IntegrityError as error:
            self.connection.rollback()
            raise AlreadyDone(json.loads(self.connection.execute(_RESULT, {"op": op_id}).scalar_one())) from error


def _link(
    growing: _Growing,
    draft: EntryDraft,
    parts: tuple[Part, Part | None],
    actor: str | None,
    op_id: str,
    at: int,
) -> Link:
    unlinked = Link(
        growing.after.id, growing.after.kind, growing.after.position + 1, at, actor, op_id, draft.kind,
        draft.version, parts[0].commitment, parts[1].commitment if parts[1] else None,
    )  # fmt: skip
    return seal(unlinked, growing.hash)
