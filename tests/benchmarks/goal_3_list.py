"""Goal 3: a page of the list of incidents, first, middle and last, beside the same statement by the sqlite3 module."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from incident_desk.storage import incident_queries
from incident_desk.storage.register import open_register
from incident_desk.usecases.rows import IncidentFilter
from tests.benchmarks.bench import SMALL, Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn, timed

PAGE, LAST_TO_FIRST, LARGE_TO_SMALL = 1.5, 1.3, 1.5
ROUNDS = 300
_COLUMNS = ", ".join(column.name for column in incident_queries.LIST_COLUMNS)
_FIRST = f"SELECT {_COLUMNS} FROM incident ORDER BY opened_at DESC, no DESC LIMIT 50"
_AFTER = f"SELECT {_COLUMNS} FROM incident WHERE (opened_at, no) < (?, ?) ORDER BY opened_at DESC, no DESC LIMIT 50"
_WHERE = "SELECT opened_at, no FROM incident ORDER BY opened_at DESC, no DESC LIMIT 1 OFFSET ?"
ALL = IncidentFilter()  # one for all pages, as a window that shows them has
Place = tuple[int, int] | None
"""The last row of the page before: (opened_at, no)."""


def measure(bench: Bench) -> Iterator[Finding]:
    small = bench.small()
    with ExitStack() as stack:
        jobs = _jobs(bench.register, bench.size, stack)
        if small is not None:
            jobs |= {f"small {name}": job for name, job in _jobs(small, SMALL, stack).items()}
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=20).items()}
    for name in ("first", "middle", "last"):
        yield Compared(f"{name} page of 50", median[name], median[f"bare {name}"], "sqlite3 module, keyset", PAGE)
    yield Compared("last page beside the first", median["last"], median["first"], "first page", LAST_TO_FIRST)
    if small is not None:
        for name in ("first", "middle", "last"):
            yield Compared(
                f"{name} page, beside that of {SMALL:,}", median[name], median[f"small {name}"], f"{SMALL:,} incidents",
                LARGE_TO_SMALL,
            )  # fmt: skip


def _jobs(path: Path, size: int, stack: ExitStack) -> dict[str, Job]:
    queries = stack.enter_context(closing(open_register(str(path)))).queries
    bare = stack.enter_context(closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)))
    places: Mapping[str, Place] = {
        "first": None,
        "middle": bare.execute(_WHERE, (size // 2,)).fetchone(),
        "last": bare.execute(_WHERE, (size - 51,)).fetchone(),
    }
    jobs: dict[str, Job] = {}
    for name, place in places.items():
        jobs[name] = timed(partial(queries.incidents, ALL, place, 50))
        jobs[f"bare {name}"] = timed(_bare_page(bare, place))
        assert _same_rows(queries.incidents(ALL, place), bare, place)
    return jobs


def _bare_page(bare: sqlite3.Connection, place: Place) -> Callable[[], list[tuple[object, ...]]]:
    if place is None:
        return lambda: bare.execute(_FIRST).fetchall()
    return lambda: bare.execute(_AFTER, place).fetchall()


def _same_rows(rows: Sequence[object], bare: sqlite3.Connection, place: Place) -> bool:
    numbers = [getattr(row, "no", None) for row in rows]
    return numbers == [row[0] for row in _bare_page(bare, place)()] and len(numbers) == 50
