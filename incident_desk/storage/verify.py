"""Verify: re-link the chains, replay them, compare with the state tables, check the log and the index.

Every break is one `VerifyBreak` whose sentence names the record as people know it. Memory stays flat:
chains are read some hundred at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import sqlalchemy as sa

from incident_desk.domain.journal.log import EMPTY_LOG, next_hash
from incident_desk.storage import tables as t
from incident_desk.storage import verify_contents, verify_signatures
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import Database
from incident_desk.storage.verify_chains import Chain
from incident_desk.storage.verify_file import FileCheck
from incident_desk.storage.verify_rows import Source
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import VerifyBreak

_BATCH = 100  # chains read at once
_LOG_BATCH = 1_000
_NUMBER = t.log.c.log_index.type
_LOG = (
    sa.select(t.log.c.log_index, t.log.c.log_hash, t.journal.c.hash, t.log.c.chain, t.log.c.position)
    .outerjoin(
        t.journal, sa.and_(t.journal.c.chain == t.log.c.chain, t.journal.c.position == t.log.c.position)
    )
    .where(t.log.c.log_index > sa.bindparam("after", type_=_NUMBER))
    .order_by(t.log.c.log_index)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)  # fmt: skip


class Verification:
    """One run. `chains` and `entries` count what it looked at."""

    def __init__(self, database: Database, progress: Progress | None) -> None:
        self._database = database
        self._progress = progress
        self._total = 0
        self._stopped = False
        self.chains = 0
        self.entries = 0

    def run(self, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        of_file = FileCheck(self._database) if scope == "full" and self._database.path else nullcontext()
        with of_file as beside, self._database.snapshot() as connection:
            if scope == "full" and self._database.salt and (pages := sqlite.altered_pages(connection)):
                yield VerifyBreak("pages_altered", {"count": len(pages), "page": pages[0]})
                return  # what stands on the others cannot be told from what is missing
            source = Source(connection, self._database.dialect)
            yield from self._chains(source, scope, record)
            if scope == "full" and not self._stopped:
                yield from self._log(source)
                yield from verify_signatures.breaks(connection)
                yield from _strays(source)
                yield from _counters(connection)
                for problem in beside.problems(self._go_on) if beside else ():
                    yield VerifyBreak("file_damaged", {"problem": problem})

    def _go_on(self) -> bool:
        """Tells how far it is, and whether it shall go on."""
        if self._progress is not None and not self._progress(self.chains, self._total):
            self._stopped = True
        return not self._stopped

    # --- chains ---

    def _chains(self, source: Source, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        contents = verify_contents.Contents(source.connection)
        self._total = 0 if self._progress is None else source.count(scope)
        for heads, spans in source.heads(scope, _BATCH, record):
            if record is not None and not heads:
                yield VerifyBreak("chain_missing", {"record": record})
            if not self._go_on():
                return
            state, journal = source.read(heads, spans)
            for head in heads:
                chain = Chain(head, state.pop(head.no), journal.pop(head.no))
                self.chains += 1
                self.entries += len(chain.journal)
                yield from chain.breaks()
                if scope == "full" and chain.named:
                    yield from contents.breaks(chain.label, chain.named)

    # --- log ---

    def _log(self, source: Source) -> Iterator[VerifyBreak]:
        index, log_hash = EMPTY_LOG.index, EMPTY_LOG.hash
        more = True
        while more and self._go_on():
            rows = source.dialect.stored(source.connection, _LOG, {"after": index, "limit": _LOG_BATCH})
            more = len(rows) == _LOG_BATCH
            for found, found_hash, entry_hash, no, position in rows:
                if found == index and found_hash == log_hash:
                    continue  # its entry is there twice, which its chain tells
                index += 1
                if found != index:
                    yield VerifyBreak("log_gap", {"index": index})
                    return
                log_hash = next_hash(log_hash, entry_hash) if entry_hash is not None else b""
                if log_hash != found_hash:
                    gone = "log_entry_missing" if entry_hash is None else "log_broken"
                    yield _at(source, gone, {"index": index, "position": position}, no)
                    return
        if not self._stopped:
            yield from _log_count(source.connection, index)


def _at(source: Source, code: str, facts: dict[str, int], no: int) -> VerifyBreak:
    """A break of the log, with the record that its entry belongs to."""
    head = source.head(no)
    if head is None:
        return VerifyBreak("log_record_missing", {"index": facts["index"]})
    state, journal = source.read([head], [(no, no)])
    return VerifyBreak(code, {"record": Chain(head, state[no], journal[no]).label, **facts})


def _log_count(connection: sa.Connection, logged: int) -> Iterator[VerifyBreak]:
    total = connection.execute(sa.select(sa.func.count()).select_from(t.journal)).scalar_one()
    pending = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(t.chain.c.pending), 0))).scalar_one()
    if logged + int(pending) != total:
        yield VerifyBreak("log_count", {"logged": logged + int(pending), "entries": total})


def _strays(source: Source) -> Iterator[VerifyBreak]:
    """State rows of no chain, or of a chain of another kind."""
    for table, numbers in source.strays.items():
        for no in sorted(numbers):
            yield VerifyBreak("row_without_chain", {"table": table, "row": no})


def _counters(connection: sa.Connection) -> Iterator[VerifyBreak]:
    """A counter never stands below the highest number it gave."""
    for table in (t.incident, t.knowledge):
        yield from _behind(connection, table)


def _behind(connection: sa.Connection, table: sa.Table) -> Iterator[VerifyBreak]:
    highest = (
        sa.select(table.c.unit, table.c.year, sa.func.max(table.c.serial).label("serial"))
        .group_by(table.c.unit, table.c.year).subquery()
    )  # fmt: skip
    same = sa.and_(t.counter.c.unit == highest.c.unit, t.counter.c.year == highest.c.year)
    query = (
        sa.select(highest, t.counter.c.last)
        .outerjoin(t.counter, same)
        .where(sa.or_(t.counter.c.last.is_(None), t.counter.c.last < highest.c.serial))
    )
    for row in connection.execute(query):
        yield VerifyBreak("counter_behind", {"unit": row.unit, "year": row.year, "serial": row.serial})
