"""Goal 4: the register table made ready and read at any place, beside the same statements by the sqlite3 module."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

from incident_desk.storage import incident_queries
from incident_desk.storage.register import open_register
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import IncidentFilter
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn, timed

READY, JUMP = 2.0, 1.5
PAGE, ROUNDS = 128, 30
ALL, IN_SIGHT = IncidentFilter(), IncidentFilter(set_aside=False)
_HIDDEN = "status NOT IN ('void', 'not_reportable', 'joined')"
_COLUMNS = ", ".join(column.name for column in incident_queries.LIST_COLUMNS)
_KEYS = "SELECT opened_at, no FROM incident WHERE {} ORDER BY opened_at DESC, no DESC LIMIT 1"
_FROM = (
    f"SELECT {_COLUMNS} FROM incident WHERE (opened_at, no) <= (?, ?) ORDER BY opened_at DESC, no DESC "
    f"LIMIT {PAGE} OFFSET ?"
)
Key = tuple[int, int]


def measure(bench: Bench) -> Iterator[Finding]:
    with (
        closing(open_register(str(bench.register))) as register,
        closing(sqlite3.connect(f"{bench.register.as_uri()}?mode=ro", uri=True)) as bare,
    ):
        queries = register.queries
        listing, keys = queries.listing(ALL, Order()), _sparse(bare, "1")
        assert listing.count == bench.size
        places = random.Random(bench.size)
        jobs: dict[str, Job] = {
            "ready": timed(lambda: queries.listing(ALL, Order())),
            "bare ready": timed(lambda: _sparse(bare, "1")),
            "in sight": timed(lambda: queries.listing(IN_SIGHT, Order())),
            "bare in sight": timed(lambda: _sparse(bare, _HIDDEN)),
            "jump": timed(_anywhere(places, bench.size, lambda at: listing.rows(at, PAGE))),
            "bare jump": timed(_anywhere(places, bench.size, lambda at: _bare_page(bare, keys, at))),
        }
        at = bench.size // 2
        assert [row.no for row in listing.rows(at, PAGE)] == [row[0] for row in _bare_page(bare, keys, at)]
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS).items()}
    yield Compared("model ready, all", median["ready"], median["bare ready"], "sqlite3 module, index hops", READY)
    yield Compared("model ready, in sight", median["in sight"], median["bare in sight"], "the same", READY)
    yield Compared(f"jump: {PAGE} rows anywhere", median["jump"], median["bare jump"], "from the nearest key", JUMP)


def _anywhere(places: random.Random, size: int, read: Callable[[int], object]) -> Callable[[], object]:
    """Pages begin where a page of the table does."""
    return lambda: read(places.randrange(max(1, size // PAGE)) * PAGE)


def _sparse(bare: sqlite3.Connection, where: str) -> list[Key]:
    keys: list[Key] = []
    key = bare.execute(_KEYS.format(where)).fetchone()
    hop = f"{_KEYS.format(f'{where} AND (opened_at, no) < (?, ?)')} OFFSET 999"
    while key is not None:
        keys.append(key)
        key = bare.execute(hop, key).fetchone()
    return keys


def _bare_page(bare: sqlite3.Connection, keys: list[Key], at: int) -> list[tuple[object, ...]]:
    return bare.execute(_FROM, (*keys[at // 1000], at % 1000)).fetchall()
