"""Verify: re-link the chains, replay them, compare with the state tables, check the log and the index.

Every break is one `VerifyBreak` whose sentence names the record as people know it. Memory stays flat:
chains are read some hundred at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from incident_desk.domain.journal.log import EMPTY_LOG, next_head
from incident_desk.storage import tables as t
from incident_desk.storage import verify_contents
from incident_desk.storage.engine import Database
from incident_desk.storage.queries import SqlQueries
from incident_desk.storage.verify_chains import chains_of
from incident_desk.storage.verify_rows import Source
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import VerifyBreak

_BATCH = 200  # chains read at once


class Verification:
    """One run. `chains` and `entries` count what it looked at."""

    def __init__(self, database: Database, queries: SqlQueries, progress: Progress | None) -> None:
        self._database = database
        self._queries = queries
        self._progress = progress
        self.chains = 0
        self.entries = 0
        self._stopped = False

    def run(self, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        with self._database.snapshot() as connection:
            if scope == "full":
                for problem in self._database.dialect.structure_problems(connection):
                    yield VerifyBreak("file_damaged", {"problem": problem})
            yield from self._chains(connection, scope, record)
            if scope == "full" and not self._stopped:
                yield from self._log(connection)
                yield from _orphans(connection)
                yield from _counters(connection)

    # --- chains ---

    def _chains(self, connection: sa.Connection, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        source, contents = Source(connection, self._database.dialect), verify_contents.Contents(connection)
        total = 0 if self._progress is None else source.count(scope, record)
        after, there = 0, True
        while there:
            heads = source.heads(scope, after, _BATCH, record)
            if record is not None and not heads:
                yield VerifyBreak("chain_missing", {"record": record})
            if self._progress is not None and not self._progress(self.chains, total):
                self._stopped = True
                return
            for chain in chains_of(source, heads) if heads else ():
                self.chains += 1
                self.entries += len(chain.journal)
                yield from chain.breaks()
                if scope == "full" and chain.named:
                    yield from contents.breaks(chain.label, chain.named)
            there = len(heads) == _BATCH
            after = heads[-1].no if heads else 0

    # --- log ---

    def _log(self, connection: sa.Connection) -> Iterator[VerifyBreak]:
        query = (
            sa.select(t.log, t.journal.c.hash)
            .outerjoin(
                t.journal,
                sa.and_(t.journal.c.chain == t.log.c.chain, t.journal.c.position == t.log.c.position),
            )
            .order_by(t.log.c.log_index)
        )
        head = EMPTY_LOG
        with connection.execute(query, execution_options={"yield_per": 5000}) as rows:
            for row in rows:
                if row.log_index != head.index + 1:
                    yield VerifyBreak("log_gap", {"index": head.index + 1})
                    return
                if row.hash is None:
                    yield VerifyBreak("log_entry_missing", {"index": row.log_index})
                    return
                head = next_head(head, row.hash)
                if head.hash != row.log_hash:
                    yield VerifyBreak("log_broken", {"index": row.log_index})
                    return
        total = connection.execute(sa.select(sa.func.count()).select_from(t.journal)).scalar_one()
        pending = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(t.chain.c.pending), 0))).scalar_one()
        if head.index + int(pending) != total:
            yield VerifyBreak("log_count", {"logged": head.index + int(pending), "entries": total})


def _orphans(connection: sa.Connection) -> Iterator[VerifyBreak]:
    """State rows of no chain, or of a chain of another kind."""
    for kind, tables in t.STATE_OF_RECORD.items():
        for table in tables:
            owner = next(iter(table.primary_key))
            query = (
                sa.select(owner).outerjoin(t.chain, t.chain.c.no == owner)
                .where(sa.or_(t.chain.c.no.is_(None), t.chain.c.kind != kind)).distinct().limit(20)
            )  # fmt: skip
            for (no,) in connection.execute(query):
                yield VerifyBreak("row_without_chain", {"table": table.name, "row": no})


def _counters(connection: sa.Connection) -> Iterator[VerifyBreak]:
    """A counter never stands below the highest number it gave."""
    highest = (
        sa.select(t.incident.c.unit, t.incident.c.year, sa.func.max(t.incident.c.serial).label("serial"))
        .group_by(t.incident.c.unit, t.incident.c.year).subquery()
    )  # fmt: skip
    same = sa.and_(t.counter.c.unit == highest.c.unit, t.counter.c.year == highest.c.year)
    query = (
        sa.select(highest, t.counter.c.last)
        .outerjoin(t.counter, same)
        .where(sa.or_(t.counter.c.last.is_(None), t.counter.c.last < highest.c.serial))
    )
    for row in connection.execute(query):
        yield VerifyBreak("counter_behind", {"unit": row.unit, "year": row.year, "serial": row.serial})
