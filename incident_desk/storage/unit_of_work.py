"""One transaction: lock the chains, fold them, then write entries, state rows and the op id together.

Appending only collects; `commit` sends everything together, so that a save on a server costs few round
trips, and commits once. It is the only `commit()` in the code base.
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
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.engine import Database, trouble
from incident_desk.storage.journal_rows import entries_query, entry_of, journal_row, part_rows
from incident_desk.storage.state_rows import state_statements
from incident_desk.usecases.errors import AlreadyDone

_HEADS = sa.select(t.chain).where(t.chain.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(t.chain.c.no)
# The row of the oldest chain stands for everybody's list of people and places; see also `log_rows`.
_GUARD = sa.select(t.chain.c.no).order_by(t.chain.c.no).limit(1)
_WHOLE = (
    entries_query()
    .add_columns(t.chain.c.position.label("head_position"), t.chain.c.hash.label("head_hash"))
    .where(t.chain.c.id.in_(sa.bindparam("ids", expanding=True)))
)
_ENTRIES_AFTER = entries_query().where(
    t.journal.c.chain == sa.bindparam("no"), t.journal.c.position > sa.bindparam("seen")
)
_ENTRIES_OF_OP = entries_query().where(t.journal.c.op_id == sa.bindparam("op"))
_ADVANCE = (
    sa.update(t.chain)
    .where(t.chain.c.no == sa.bindparam("b_no"), t.chain.c.position == sa.bindparam("b_seen"))
    .values(
        position=sa.bindparam("b_position"), hash=sa.bindparam("b_hash"), changed_at=sa.bindparam("b_at"),
        pending=sa.func.coalesce(t.chain.c.pending, 0) + sa.bindparam("b_added"),
    )
)  # fmt: skip
_NEW_CHAIN, _JOURNAL, _PARTS, _OP = (t.chain.insert(), t.journal.insert(), t.journal_part.insert(), t.op.insert())
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
        self._began = 0
        self._chains: dict[str, _Growing] = {}

    @property
    def connection(self) -> sa.Connection:
        if self._open is None:
            raise RuntimeError("the unit of work is not open")
        return self._open

    def __enter__(self) -> SqlUnitOfWork:
        try:
            self._open = self._database.writer.connect()
            self._began = self._database.dialect.begin(self._open)
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
        records = {each: Record(each, kind) for each in ids}
        for row in self._locked(ids):
            if row.chain_kind == kind:
                record = records[row.chain_id] = apply(records[row.chain_id], entry_of(row))
                self._chains[row.chain_id] = _Growing(record, record, row.head_hash, row.chain)
        return records

    def _locked(self, ids: Sequence[str]) -> Sequence[sa.Row[Any]]:
        """The entries of the chains, which are locked from now on."""
        dialect, values = self._database.dialect, {"ids": list(ids)}
        if dialect.LOCKS_WHAT_IT_JOINS:
            self.connection.execute(_HEADS.with_for_update(), values)
            return self.connection.execute(_WHOLE, values).all()
        query = _WHOLE.with_for_update(of=t.chain) if dialect.FOR_UPDATE else _WHOLE
        rows = self.connection.execute(query, values).all()
        # A statement that had to wait for a lock has the chain as it is now, but its entries as they were before.
        return rows if _complete(rows) else self.connection.execute(_WHOLE, values).all()

    def lock_to_append(self, kind: str, record_id: str) -> Record:
        query = _HEADS.with_for_update() if self._database.dialect.FOR_UPDATE else _HEADS
        head = self.connection.execute(query, {"ids": [record_id]}).first()
        if head is None or head.kind != kind:
            return Record(record_id, kind)
        record = Record(record_id, kind, head.position, changed_at=head.changed_at)
        self._chains[record_id] = _Growing(record, record, head.hash, head.no)
        return record

    def guard_directories(self) -> None:
        self.connection.execute(_GUARD.with_for_update() if self._database.dialect.FOR_UPDATE else _GUARD)

    def now(self) -> int:
        return self._clock() if self._clock else self._began

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
        values = {"no": self._chains[record_id].no, "seen": after}
        return [entry_of(row) for row in self.connection.execute(_ENTRIES_AFTER, values)]

    def entries_of(self, op_id: str) -> list[tuple[str, str, Entry]]:
        rows = self.connection.execute(_ENTRIES_OF_OP, {"op": op_id})
        return [(row.chain_kind, row.chain_id, entry_of(row)) for row in rows]

    def store_content(self, sha256: bytes, chunks: Iterable[bytes]) -> None:
        contents.store(self.connection, sha256, chunks)
        self._began = self._database.dialect.now(self.connection)  # that may have taken minutes

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
            if growing.no is None:
                growing.no = self._begin_chain(growing.links[-1])
        known = [growing for growing in grown if growing.before.position]
        done = {"op_id": op_id, "done_at": self.now(), "result": json.dumps(result, ensure_ascii=False)}
        statements = [*_advance(known), *_journal(grown), *_state(grown), (_OP, [done])]
        counts = self._send(op_id, statements)
        if known and counts[0] != len(known):  # somebody moved one of the heads first, and wins
            raise EditConflict((), known[0].before.position)
        self.connection.commit()

    def _begin_chain(self, last: Link) -> int:
        """The number of a new chain; everything else of it is written under that."""
        values = {
            "id": last.chain, "kind": last.chain_kind, "position": last.position, "hash": last.hash,
            "changed_at": last.recorded_at, "pending": last.position,
        }  # fmt: skip
        key = self.connection.execute(_NEW_CHAIN, values).inserted_primary_key
        if key is None:
            raise RuntimeError("the chain has no row yet")
        return int(key[0])

    def _send(self, op_id: str, statements: Sequence[Statement]) -> list[int]:
        try:
            counts: list[int] = self._database.dialect.send(self.connection, statements)
        except IntegrityError as error:
            self.connection.rollback()
            result = self.connection.execute(_RESULT, {"op": op_id}).scalar()
            if result is None:
                raise
            raise AlreadyDone(json.loads(result)) from error
        return counts


def _complete(rows: Sequence[sa.Row[Any]]) -> bool:
    """Whether every chain is there up to its head."""
    last = {row.chain: row for row in rows}
    return all(row.position == row.head_position for row in last.values())


def _advance(known: Sequence[_Growing]) -> list[Statement]:
    """Moves the heads of chains that were there before."""
    rows = [
        {
            "b_no": growing.no, "b_seen": growing.before.position, "b_position": growing.links[-1].position,
            "b_hash": growing.hash, "b_at": growing.links[-1].recorded_at, "b_added": len(growing.links),
        }
        for growing in known
    ]  # fmt: skip
    return [(_ADVANCE, rows)] if rows else []


def _journal(grown: Sequence[_Growing]) -> list[Statement]:
    rows, parts = [], []
    for growing in grown:
        no = _number(growing)
        rows += [journal_row(no, link) for link in growing.links]
        for link, pair in zip(growing.links, growing.parts, strict=True):
            parts += part_rows(no, link.position, pair)
    return [(_JOURNAL, rows), (_PARTS, parts)] if rows else []


def _state(grown: Sequence[_Growing]) -> list[Statement]:
    """What changes in the state tables; the same statement about several records goes once."""
    together: dict[sa.Executable, list[dict[str, Any]]] = {}
    for growing in grown:
        for statement, rows in state_statements(_number(growing), growing.before, growing.after):
            together.setdefault(statement, []).extend(rows)
    return list(together.items())


def _number(growing: _Growing) -> int:
    if growing.no is None:
        raise RuntimeError("the chain has no row yet")
    return growing.no


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
