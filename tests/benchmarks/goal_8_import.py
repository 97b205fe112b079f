"""Goal 8: a sheet comes in, read, decided, hashed and written, beside the bare driver writing the same rows.

The floor is told again what the program told the driver (see `rehearsal`): heads, journal, parts, state, then the search
index, and the log in a transaction of its own; all indexes stand meanwhile. It decides nothing and hashes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from incident_desk.domain.context import Actor, Context, RecordNumber
from incident_desk.domain.decisions import decide
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.journal.log import Head, next_head
from incident_desk.domain.records import Record
from incident_desk.storage.bulk import fills_of
from incident_desk.storage.growing import Growing
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.storage.unit_of_work import SqlUnitOfWork
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.demo_tales import Teller
from incident_desk.usecases.importing import run as import_run
from incident_desk.usecases.importing.opening import open_sheet
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.submission import Submitter
from tests.benchmarks.bench import Bench
from tests.benchmarks.goal_8_sheet import write_sheet
from tests.benchmarks.rehearsal import Statement, driver_of, rehearsed, tell
from tests.benchmarks.results import Compared, Finding, Told
from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.timing import Job, in_turn

BARE, TRIGGERS = 1 / 0.7, 0.5
ROWS, TOGETHER, ROUNDS = 2000, 200, 4
_LATER = " FROM search_text AS new "
_LAST = "SELECT coalesce(max(no), 0) FROM search_text"
_TRIGGER = "SELECT sql FROM sqlite_master WHERE name = 'search_text_added'"
_WAITING = (
    "SELECT j.chain, j.position, j.hash FROM chain c JOIN journal j ON j.chain = c.no"
    " AND j.position > c.position - c.pending WHERE c.pending IS NOT NULL ORDER BY j.chain, j.position"
)
_HEAD = "SELECT log_index, log_hash FROM log ORDER BY log_index DESC LIMIT 1"
_LOG = "INSERT INTO log (log_index, chain, position, log_hash) VALUES (?, ?, ?, ?)"
_LOGGED = "UPDATE chain SET pending = NULL WHERE no = ?"


def measure(bench: Bench) -> Iterator[Finding]:
    rows = min(ROWS, bench.size)
    with closing(open_register(str(bench.copy()))) as register:
        register.take_head()
        desk = _Desk(bench, register, rows)
        jobs: dict[str, Job] = {
            "sheet": desk.sheet, "drafts": desk.drafts, "bare": desk.bare, "triggers": desk.bare_with_triggers,
        }  # fmt: skip
        median = {name: each.median / rows for name, each in in_turn(jobs, ROUNDS, warm=1, at_most=150).items()}
    after, live = "bare driver, search after", "bare driver, triggers live"
    yield Compared("a decided row, hashed and written", median["drafts"], median["bare"], after, BARE)
    yield Compared("  the same", median["drafts"], median["triggers"], live, TRIGGERS)
    yield Compared("a row of a CSV sheet, all of the import", median["sheet"], median["bare"], after)
    yield Compared("  the same", median["sheet"], median["triggers"], live)
    yield Told("  of it, in hundredths", desk.shares())
    yield Told("  rows in a second", f"{1 / median['sheet']:.0f}, driver alone {1 / median['bare']:.0f}")


class _Desk:
    """Each job takes in rows of its own: a row is taken in once."""

    def __init__(self, bench: Bench, register: SqlRegister, rows: int) -> None:
        self._bench, self._register, self._rows = bench, register, rows
        self._database = register.queries._database
        self._submitter = Submitter(register, uuid7, Actor(None, "", frozenset()))
        names = self._submitter.names()
        self._submitter.actor = actor_named(next(iter(names.people.values())).name, names)
        self._teller = Teller(names, "en", 8)
        self._sheets, self._serials = count(), count(1)
        self._watch = Stopwatch()
        self._whole = 0.0

    def sheet(self) -> float:
        path = self._sheet()
        with self._watch.on(
            {
                "deciding": ((import_run, "decide"),),
                "hashing": ((Growing, "add"),),
                "writing": ((SqlUnitOfWork, "flush"), (SqlUnitOfWork, "commit"), (SqlRegister, "take_head")),
            }
        ):
            start = time.perf_counter()
            plan = self._plan(path)
            self._watch.add("reading", time.perf_counter() - start)
            import_run.run_import(self._submitter, plan, uuid7())
            self._register.take_head()
            seconds = time.perf_counter() - start
        self._whole += seconds
        return seconds

    def drafts(self) -> float:
        plan = self._plan(self._sheet())
        op_id = uuid7()
        decided = list(self._decided(plan))
        actor = self._submitter.acting()
        start = time.perf_counter()
        with self._register.write() as work:
            for n, (record, drafts) in enumerate(decided, 1):
                work.append(record, drafts, actor.id, op_id, work.now())
                if n % TOGETHER == 0:
                    work.flush()
            work.commit(op_id, {})
        self._register.take_head()
        return time.perf_counter() - start

    def bare(self) -> float:
        return self._replayed(later=True)

    def bare_with_triggers(self) -> float:
        return self._replayed(later=False)

    def shares(self) -> str:
        parts = {name: 100 * seconds / self._whole for name, seconds in self._watch.seconds.items()}
        parts["else"] = 100 - sum(parts.values())
        return ", ".join(f"{name} {share:.0f}" for name, share in parts.items())

    def _sheet(self) -> Path:
        number = next(self._sheets)
        path = self._bench.folder / f"sheet-{number}.csv"
        write_sheet(path, self._submitter.names(), self._teller, number * self._rows, self._rows)
        return path

    def _plan(self, path: Path) -> ImportPlan:
        opened = open_sheet(self._bench.services, self._register, path)
        plan = plan_import(self._register, self._submitter.acting(), opened.sheet, opened.source, opened.mapping)
        assert len(plan.new) == self._rows, (len(plan.new), plan.bad[:3])
        return plan

    def _decided(self, plan: ImportPlan) -> Iterator[tuple[Record, Sequence[EntryDraft]]]:
        names = self._submitter.names()
        settings, now = names.settings, self._register.queries.clock()
        for row in plan.new:
            command = row.command(plan.source, {})
            number = RecordNumber("BULK", 2020, next(self._serials))
            context = Context(
                now, settings.zone, self._submitter.acting(), names.pack, names.pack_version, settings.language, uuid7,
                number, names.people, names.places,
            )  # fmt: skip
            record = Record(uuid7(), CHAIN_KIND)
            yield record, list(decide(record, command, context))

    def _replayed(self, *, later: bool) -> float:
        plan = self._plan(self._sheet())
        told = rehearsed(self._database, lambda: import_run.run_import(self._submitter, plan, uuid7()))
        self._submitter.forget_names()
        rows = [each for each in told if each[0].startswith(("INSERT", "UPDATE")) and _LATER not in each[0]]
        with driver_of(self._database) as driver:
            seconds = _timed(lambda: _write(driver, rows, later=later))
            entries, chains = _logged(driver)
            return seconds + _timed(lambda: _write_log(driver, entries, chains))


def _write(driver: Any, rows: Sequence[Statement], *, later: bool) -> None:
    driver.execute("BEGIN IMMEDIATE")
    (last,), (trigger,) = driver.execute(_LAST).fetchone(), driver.execute(_TRIGGER).fetchone()
    if later:
        driver.execute("DROP TRIGGER search_text_added")
    tell(driver, rows)
    if later:
        (newest,) = driver.execute(_LAST).fetchone()
        for fill in fills_of(trigger):
            driver.execute(fill, (last, newest))
        driver.execute(trigger)
    driver.execute("COMMIT")


def _logged(driver: Any) -> tuple[list[tuple[int, int, int, bytes]], list[tuple[int]]]:
    """Rows of the log for what waits for it, and the chains that wait."""
    head = Head(*driver.execute(_HEAD).fetchone())
    rows = []
    for chain, position, hashed in driver.execute(_WAITING).fetchall():
        head = next_head(head, hashed)
        rows.append((head.index, chain, position, head.hash))
    return rows, [(chain,) for chain in dict.fromkeys(row[1] for row in rows)]


def _write_log(driver: Any, rows: Sequence[tuple[int, int, int, bytes]], chains: Sequence[tuple[int]]) -> None:
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany(_LOG, rows)
    driver.executemany(_LOGGED, chains)
    driver.execute("COMMIT")


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
