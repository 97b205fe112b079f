"""One transaction: lock the chains, fold them, then write entries, state rows and the op id together.

Appending only collects; `commit` sends everything together, so that a save on a server costs few round
trips, and commits once. It is the only `commit()` in the code base. Where there is much to write, `flush`
sends what is collected so far, so that memory stays flat; it is still one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from incident_desk.domain.context import RecordNumber
from incident_desk.domain.errors import EditConflict
from incident_desk.domain.journal.entries import GENESIS, Entry, EntryDraft
from incident_desk.domain.records import Record, apply, fold
from incident_desk.storage import contents, presence_rows
from incident_desk.storage import tables as t
from incident_desk.storage.bulk import SearchLater, new_chains
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.engine import Database, trouble
from incident_desk.storage.growing import Growing, statements_of
from incident_desk.storage.journal_rows import entries_query, entry_of
from incident_desk.usecases.errors import AlreadyDone, SurroundingsFailed

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
_PERSONAL_GONE = sa.delete(t.journal_part).where(
    t.journal_part.c.chain == sa.bindparam("no"), t.journal_part.c.part == "personal",
    t.journal_part.c.position.in_(sa.bindparam("positions", expanding=True)),
)  # fmt: skip
_OP, _OF_OP = t.op.insert(), tuple(t.op.c.keys())
_COUNT = (
    sa.update(t.counter)
    .where(t.counter.c.unit == sa.bindparam("b_unit"), t.counter.c.year == sa.bindparam("b_year"))
    .values(last=sa.bindparam("b_last"))
)
_COUNTED = ("b_unit", "b_year", "b_last")
_RESULT = sa.select(t.op.c.result).where(t.op.c.op_id == sa.bindparam("op"))


@dataclass(slots=True)
class _Counter:
    """The last serial of a unit and year: as it stands in its row, and as it was given since."""

    written: int
    last: int


class SqlUnitOfWork:
    """Rolled back unless committed, closed on exit, used on one thread."""

    def __init__(self, database: Database, name: str, clock: Callable[[], int] | None = None) -> None:
        self._database = database
        self._name = name
        self._clock = clock
        self._open: sa.Connection | None = None
        self._began = 0
        self._chains: dict[str, Growing] = {}
        self._counters: dict[tuple[str, int], _Counter] = {}
        self._search: SearchLater | None = None

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
            raise self._told(error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if isinstance(error, SQLAlchemyError):
            raise self._told(error) from error

    def _told(self, error: SQLAlchemyError) -> SurroundingsFailed:
        """Where somebody else holds the register, who has it open is named: it is one of them."""
        failed = trouble(error, self._name)
        if failed.code != "register_busy":
            return failed
        with suppress(SQLAlchemyError):
            if others := presence_rows.open_elsewhere(self._database):
                return SurroundingsFailed("register_busy_by", name=self._name, who=", ".join(others))
        return failed

    def _close(self) -> None:
        if self._open is not None:
            if self._search is not None:
                self._open.rollback()
                self._search.let_go()
            self._open.close()
            self._open = None

    def lock(self, kind: str, ids: Sequence[str]) -> dict[str, Record]:
        records = {each: Record(each, kind) for each in ids}
        for row in self._locked(ids):
            if row.chain_kind == kind:
                record = records[row.chain_id] = apply(records[row.chain_id], entry_of(row))
                self._chains[row.chain_id] = Growing(record, record, row.head_hash, row.chain)
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
        self._chains[record_id] = Growing(record, record, head.hash, head.no)
        return record

    def guard_directories(self) -> None:
        self.connection.execute(_GUARD.with_for_update() if self._database.dialect.FOR_UPDATE else _GUARD)

    def now(self) -> int:
        return self._clock() if self._clock else self._began

    def next_number(self, unit: str, year: int) -> RecordNumber:
        """The first of a transaction is asked for and so locks the counter; those after it are counted on here."""
        counter = self._counters.get((unit, year))
        if counter is None:
            number: RecordNumber = self._database.dialect.next_number(self.connection, unit, year)
            self._counters[unit, year] = _Counter(number.serial, number.serial)
            return number
        counter.last += 1
        return RecordNumber(unit, year, counter.last)

    def raise_counter(self, unit: str, year: int, serial: int) -> None:
        if (unit, year) in self._counters:
            given = self._counters[unit, year]
            given.last = max(given.last, serial)
            return
        counter = t.counter.c
        this = sa.and_(counter.unit == unit, counter.year == year)
        known = self.connection.execute(sa.select(counter.last).where(this)).scalar()
        if known is None:
            self.connection.execute(t.counter.insert(), {"unit": unit, "year": year, "last": serial})
        elif known < serial:
            self.connection.execute(t.counter.update().where(this).values(last=serial))

    def append(self, record: Record, drafts: Iterable[EntryDraft], actor: str | None, op_id: str, at: int) -> Record:
        growing = self._chains.get(record.id)
        if growing is None:
            growing = self._chains[record.id] = Growing(record, record, GENESIS)
        if growing.after.position != record.position:
            raise RuntimeError("a record is appended to as it was locked")
        at = max(at, record.changed_at)  # a clock that jumped back does not turn the chain round
        for draft in drafts:
            growing.add(draft, actor, op_id, at)
        return growing.after

    def entries(self, record_id: str, after: int = 0) -> list[Entry]:
        values = {"no": self._chains[record_id].no, "seen": after}
        return [entry_of(row) for row in self.connection.execute(_ENTRIES_AFTER, values)]

    def entries_of(self, op_id: str) -> list[tuple[str, str, Entry]]:
        rows = self.connection.execute(_ENTRIES_OF_OP, {"op": op_id})
        return [(row.chain_kind, row.chain_id, entry_of(row)) for row in rows]

    def erase(self, record: Record, positions: Sequence[int]) -> Record:
        growing = self._chains[record.id]
        if growing.links or growing.after.position != record.position:
            raise RuntimeError("a record is erased in before anything is appended to it")
        self.connection.execute(_PERSONAL_GONE, {"no": growing.no, "positions": list(positions)})
        growing.after = fold(Record(record.id, record.kind), self.entries(record.id))
        return growing.after

    def erase_content(self, record_id: str, sha256: bytes) -> bool:
        return contents.erase(self.connection, self._chains[record_id].number, sha256)

    def store_content(self, sha256: bytes, chunks: Iterable[bytes]) -> None:
        contents.store(self.connection, sha256, chunks)
        self._began = self._database.dialect.now(self.connection)  # that may have taken minutes

    def set_secret(self, person: str, hashed: str | None) -> None:
        self.connection.execute(t.secret.delete().where(t.secret.c.person == person))
        if hashed is not None:
            values = {"person": person, "hash": hashed, "failures": 0, "locked_until": 0}
            self.connection.execute(t.secret.insert().values(**values))

    def forget_person(self, person: str, name: str) -> None:
        self.set_secret(person, None)
        self.connection.execute(t.presence.delete().where(t.presence.c.who == name))

    def set_attempts(self, person: str, failures: int, locked_until: int) -> None:
        changed = t.secret.update().where(t.secret.c.person == person)
        self.connection.execute(changed.values(failures=failures, locked_until=locked_until))

    def flush(self) -> None:
        if self._search is None:
            self._search = SearchLater(self._database, self.connection)
        self._write()
        self._chains.clear()

    def commit(self, op_id: str, result: Mapping[str, Any], go_on: Callable[[], None] | None = None) -> None:
        done = (op_id, self.now(), json.dumps(result, ensure_ascii=False))
        try:
            self._write(Statement(_OP, _OF_OP, [done]))
        except IntegrityError as error:
            self._tell_what_came_before(op_id, error)
            raise
        if self._search is not None:
            self._search.finish()
        if go_on is not None:
            go_on()
        self.connection.commit()

    def _write(self, *last: Statement) -> None:
        grown = [growing for growing in self._chains.values() if growing.links]
        self._begin_chains([growing for growing in grown if growing.no is None])
        known = [growing for growing in grown if growing.before.position]
        if known and self._search is not None:
            self._search.catch_up()
        statements = [*statements_of(known, grown), *self._counted(), *last]
        counts = self._database.dialect.send(self.connection, statements)
        if known and counts[0] != len(known):  # somebody moved one of the heads first, and wins
            raise EditConflict((), known[0].before.position)

    def _begin_chains(self, new: Sequence[Growing]) -> None:
        """Numbers for new chains; everything else of them is written under those."""
        heads = [growing.head() for growing in new]
        numbers = new_chains(self._database, self.connection, heads) if heads else []
        for growing, no in zip(new, numbers, strict=True):
            growing.no = no

    def _counted(self) -> list[Statement]:
        """The counters that went on since they were written."""
        moved = {key: counter for key, counter in self._counters.items() if counter.last != counter.written}
        rows = [(unit, year, each.last) for (unit, year), each in moved.items()]
        for counter in moved.values():
            counter.written = counter.last
        return [Statement(_COUNT, _COUNTED, rows)] if rows else []

    def _tell_what_came_before(self, op_id: str, error: IntegrityError) -> None:
        self.connection.rollback()
        result = self.connection.execute(_RESULT, {"op": op_id}).scalar()
        if result is not None:
            raise AlreadyDone(json.loads(result)) from error


def _complete(rows: Sequence[sa.Row[Any]]) -> bool:
    """Whether every chain is there up to its head."""
    last = {row.chain: row for row in rows}
    return all(row.position == row.head_position for row in last.values())
