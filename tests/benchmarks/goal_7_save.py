"""Goal 7: one save as the program does it, from the order to the commit, beside the bare driver writing the same rows.

The rows are those of the program itself: what it told the driver while it carried the same orders out in a twin of
the register. The floor tells the driver the same again, without the questions.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.domain.context import Actor
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.demo_tales import Teller
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Submission, Submitter
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Counted, Finding
from tests.benchmarks.timing import Job, in_turn, timed
from tests.benchmarks.wal import commits_in

BARE, DURABLE, EDIT = 1.3, 3.5, 2.0
ROUNDS, WARM = 60, 6

Told = list[tuple[str, Any, bool]]
"""What the driver was told in one transaction: statement, values, whether there are several rows of them."""


def measure(bench: Bench) -> Iterator[Finding]:
    with ExitStack() as stack:
        twin, own, bare = (stack.enter_context(_copy(bench, name)) for name in ("twin", "own", "bare"))
        with closing(open_register(str(twin))) as register:
            desk = _Desk(register)
            saves = [_recorded(desk.save) for _ in range(ROUNDS + WARM)]
            edits = [_recorded(desk.edit) for _ in range(ROUNDS + WARM)]
        register = stack.enter_context(closing(open_register(str(own))))
        driver = stack.enter_context(closing(sqlite.connector(bare, read_only=False)()))
        probe = stack.enter_context(_Probe(bench.folder / "fdatasync.probe"))
        desk = _Desk(register)
        jobs: dict[str, Job] = {
            "save": timed(desk.save), "bare save": timed(_replay(driver, saves)), "fdatasync": timed(probe.sync),
        }  # fmt: skip
        save = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=WARM).items()}
        jobs = {"edit": timed(desk.edit), "bare edit": timed(_replay(driver, edits))}
        edit = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=WARM).items()}
        commits = [commits_in(own, work) for work in (desk.save, desk.edit)]
    yield Compared("save: report, accepted, with a measure", save["save"], save["bare save"], "bare driver", BARE)
    yield Compared("  the same", save["save"], save["fdatasync"], "one fdatasync of 4 KiB", DURABLE)
    yield Compared("edit: one text changed", edit["edit"], edit["bare edit"], "bare driver", EDIT)
    yield Counted("commits in one save", commits[0], 1)
    yield Counted("commits in one edit", commits[1], 1)


class _Desk:
    """Somebody who files reports and edits incidents, in the same order each time."""

    def __init__(self, register: SqlRegister) -> None:
        self._submitter = Submitter(register, uuid7, Actor(None, "", frozenset()))
        names = self._submitter.names()
        self._submitter.actor = actor_named(next(iter(names.people.values())).name, names)
        self._teller = Teller(names, "en")
        self._chance = random.Random(1)
        self._places = [place.id for place in names.places.values()]
        self._people = list(names.people)
        open_ones = IncidentFilter(statuses=frozenset({Status.OPEN}), steps=frozenset({Step.CONTAINMENT}))
        self._open = iter(register.queries.incidents(open_ones, limit=200))

    def save(self) -> None:
        report: dict[str, Any] = {
            "title": self._prose(1)[:80], "what_happened": self._prose(3),
            "discovered": "2026-11-12T08:31", "place": self._chance.choice(self._places),
            "responsible": self._chance.choice(self._people),
        }  # fmt: skip
        measure = {"what": self._prose(1), "owner": self._chance.choice(self._people)}
        self._submit((c.RecordIncident(report, accept=True), c.AddItem("measures", measure)))

    def edit(self) -> None:
        row = next(self._open)
        self._submit((c.ChangeFields({"what_happened": self._prose(3)}),), row.id, row.position)

    def _prose(self, sentences: int) -> str:
        return self._teller.prose(self._chance, sentences)

    def _submit(self, orders: Sequence[c.Command], record: str | None = None, seen: int | None = None) -> None:
        self._submitter.submit(Submission(uuid7(), orders, record, seen))


def _recorded(work: Callable[[], None]) -> Told:
    """Does the work and gives what the driver was told to write meanwhile."""
    told: Told = []

    def listen(_c: object, _k: object, statement: str, values: Any, _x: object, several: bool) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "BEGIN")):
            told.append((statement, values, several))

    sa.event.listen(sa.Engine, "before_cursor_execute", listen)
    try:
        work()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", listen)
    return told


def _replay(driver: Any, recorded: Sequence[Told]) -> Callable[[], None]:
    rest = iter(recorded)

    def write() -> None:
        driver.execute("BEGIN IMMEDIATE")
        for statement, values, several in next(rest):
            if several:
                driver.executemany(statement, values)
            else:
                driver.execute(statement, values).fetchall()
        driver.execute("COMMIT")

    return write


@contextmanager
def _copy(bench: Bench, name: str) -> Iterator[Path]:
    path = bench.folder / f"{bench.size}-{name}.copy"
    shutil.copyfile(bench.register, path)
    try:
        yield path
    finally:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


class _Probe:
    """A file on the same disk to which 4 KiB are added and made durable."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> _Probe:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)
        self._path.unlink()

    def sync(self) -> None:
        os.write(self._file, b"x" * 4096)
        os.fdatasync(self._file)
