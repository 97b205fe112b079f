"""Goal 8: many incidents in one transaction, beside the bare driver writing the same rows. Reading a sheet is not in it.

The floor is told again what the program told the driver: all rows with their indexes, the search filled afterwards.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.commands import Command
from incident_desk.domain.context import NOBODY
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.storage.bulk import fills_of
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.demo_tales import Span, Teller
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import UnitOfWork
from incident_desk.usecases.submission import Run, Submission
from tests.benchmarks.bench import Bench
from tests.benchmarks.registers import FIRST, LENGTH
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn

BARE = 1 / 0.7
INCIDENTS, IN_MEMORY, ROUNDS = 2000, 100, 5
Statement = tuple[str, Any, bool]


def measure(bench: Bench) -> Iterator[Finding]:
    desk = _Desk(bench)
    statements = desk.recorded()
    jobs: dict[str, Job] = {
        "bulk": lambda: desk.written(flushed=True), "saves": lambda: desk.written(flushed=False),
        "bare": lambda: desk.replayed(statements, later=True), "triggers": lambda: desk.replayed(statements, later=False),
    }  # fmt: skip
    best = {name: series.smallest / INCIDENTS for name, series in in_turn(jobs, ROUNDS, warm=1, at_most=300).items()}
    yield Compared("rows of a report, written in bulk", best["bulk"], best["bare"], "bare driver, search after", BARE)
    yield Compared("  the same", best["bulk"], best["triggers"], "bare driver, triggers live")
    yield Compared(
        "  the same, all held until the commit", best["saves"], best["triggers"], "bare driver, triggers live"
    )


class _Desk:
    """Writes reports of one entry each: deciding, the journal's hashes and the rows all count as the program's."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        with closing(open_register(str(bench.register))) as register:
            self._names = read_names(register.queries)
        teller, span = Teller(self._names, "en", 8), Span(FIRST, FIRST + LENGTH, INCIDENTS)
        self._reports = [teller.tell(n, span)[0].order(_nothing, 0) for n in range(INCIDENTS)]

    def written(self, *, flushed: bool) -> float:
        with closing(open_register(str(self._copy()))) as register:
            start = time.perf_counter()
            with register.write() as work:
                for n, commands in enumerate(self._reports, 1):
                    self._write(work, commands)
                    if flushed and n % IN_MEMORY == 0:
                        work.flush()
                work.commit(uuid7(), {})
            return time.perf_counter() - start

    def recorded(self) -> list[Statement]:
        """What the driver is told to write, but for triggers and the search index."""
        told: list[Statement] = []

        def listen(_c: object, _k: object, statement: str, values: Any, _x: object, several: bool) -> None:
            if statement.startswith(("INSERT", "UPDATE")) and " FROM search_text AS new " not in statement:
                told.append((statement, values, several))

        sa.event.listen(sa.Engine, "before_cursor_execute", listen)
        try:
            self.written(flushed=True)
        finally:
            sa.event.remove(sa.Engine, "before_cursor_execute", listen)
        return told

    def replayed(self, statements: Sequence[Statement], *, later: bool) -> float:
        """Seconds for the same rows by the driver alone; `later`: with the search index after them."""
        with closing(sqlite.connector(self._copy(), read_only=False)()) as driver:
            start = time.perf_counter()
            driver.execute("BEGIN IMMEDIATE")
            (last,), (trigger,) = driver.execute(_LAST).fetchone(), driver.execute(_TRIGGER).fetchone()
            if later:
                driver.execute("DROP TRIGGER search_text_added")
            for statement, values, several in statements:
                if several and isinstance(values[0], tuple):  # not so where one statement brings many rows
                    driver.executemany(statement, values)
                else:
                    driver.execute(statement, values).fetchall()
            if later:
                for fill in fills_of(trigger):
                    driver.execute(fill, (last, last + INCIDENTS * 10))
                driver.execute(trigger)
            driver.execute("COMMIT")
            return time.perf_counter() - start

    def _copy(self) -> Path:
        path = self._bench.folder / "bulk.copy"
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self._bench.register, path)
        return path

    def _write(self, work: UnitOfWork, commands: Sequence[Command]) -> None:
        record = Record(uuid7(), CHAIN_KIND)
        run = _Imported(work, Submission(uuid7(), commands), NOBODY, self._names, uuid7)
        run.begin(record)
        for command in commands:
            run.carry_out(record.id, command)


class _Imported(Run):
    def begin(self, record: Record) -> None:
        self.records = {record.id: record}
        self._now = FIRST + LENGTH


def _nothing() -> Record:
    return Record("", CHAIN_KIND)


_LAST = "SELECT coalesce(max(no), 0) FROM search_text"
_TRIGGER = "SELECT sql FROM sqlite_master WHERE name = 'search_text_added'"
