"""Goal 7: one save as the program does it, from the order to the commit, beside the bare driver writing the same rows.

The rows are those of the program itself (see `rehearsal`), without the questions it asks before.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.context import Actor
from incident_desk.domain.vocabulary import Status
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.demo_tales import Teller
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Submission, Submitter
from tests.benchmarks.bench import Bench
from tests.benchmarks.rehearsal import driver_of, rehearsed, tell
from tests.benchmarks.results import Compared, Counted, Finding
from tests.benchmarks.timing import Job, in_turn, timed
from tests.benchmarks.wal import commits_in

BARE, DURABLE, EDIT = 1.3, 3.5, 2.0
ROUNDS, WARM = 60, 6
Order = Callable[[], object]


def measure(bench: Bench) -> Iterator[Finding]:
    path = bench.copy()
    with closing(open_register(str(path))) as register, _Probe(bench.folder / "fdatasync.probe") as probe:
        clerk = Clerk(register)
        jobs: dict[str, Job] = {
            "save": clerk.program(clerk.save), "bare save": clerk.driver(clerk.save), "fdatasync": timed(probe.sync),
            "edit": clerk.program(clerk.edit), "bare edit": clerk.driver(clerk.edit),
        }  # fmt: skip
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=WARM).items()}
        commits = [commits_in(path, order()) for order in (clerk.save, clerk.edit)]
    yield Compared("save: report, accepted, with a measure", median["save"], median["bare save"], "bare driver", BARE)
    yield Compared("  the same", median["save"], median["fdatasync"], "one fdatasync of 4 KiB", DURABLE)
    yield Compared("  the bare driver", median["bare save"], median["fdatasync"], "one fdatasync of 4 KiB")
    yield Compared("edit: one text changed", median["edit"], median["bare edit"], "bare driver", EDIT)
    yield Counted("commits in one save", commits[0], 1)
    yield Counted("commits in one edit", commits[1], 1)


class Clerk:
    """Somebody who files reports and edits incidents, in the same order each time."""

    def __init__(self, register: SqlRegister) -> None:
        self._database = register.queries._database
        self._submitter = Submitter(register, uuid7, Actor(None, "", frozenset()))
        names = self._submitter.names()
        self._submitter.actor = actor_named(next(iter(names.people.values())).name, names)
        self._teller = Teller(names, "en")
        self._chance = random.Random(1)
        self._places = [place.id for place in names.places.values()]
        self._people = list(names.people)
        self._queries = register.queries
        open_ones = IncidentFilter(statuses=frozenset({Status.OPEN}))
        self._open = cycle([row.id for row in register.queries.incidents(open_ones, limit=200)])

    def program(self, make: Callable[[], Order]) -> Job:
        def job() -> float:
            order = make()
            rehearsed(self._database, order)
            start = time.perf_counter()
            order()
            return time.perf_counter() - start

        return job

    def driver(self, make: Callable[[], Order]) -> Job:
        def job() -> float:
            told = rehearsed(self._database, make())
            with driver_of(self._database) as driver:
                start = time.perf_counter()
                driver.execute("BEGIN IMMEDIATE")
                tell(driver, told)
                driver.execute("COMMIT")
                return time.perf_counter() - start

        return job

    def save(self) -> Order:
        report: dict[str, Any] = {
            "title": self._prose(1)[:80], "what_happened": self._prose(3),
            "discovered": "2026-11-12T08:31", "place": self._chance.choice(self._places),
            "responsible": self._chance.choice(self._people),
        }  # fmt: skip
        measure = {"what": self._prose(1), "owner": self._chance.choice(self._people)}
        return self._order((c.RecordIncident(report, accept=True), c.AddItem("measures", measure)))

    def edit(self) -> Order:
        row = self._queries.row(next(self._open))
        assert row is not None
        return self._order((c.ChangeFields({"what_happened": self._prose(3)}),), row.id, row.position)

    def _prose(self, sentences: int) -> str:
        return self._teller.prose(self._chance, sentences)

    def _order(self, orders: Sequence[c.Command], record: str | None = None, seen: int | None = None) -> Order:
        return lambda: self._submitter.submit(Submission(uuid7(), orders, record, seen))


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
