"""Goal 12: reading on PostgreSQL and MariaDB, pages of the list and search, beside the bare drivers.

Started with servers, as `packaging/test.sh --benchmarks` does. The rows that are read here come from the register, the
first hundred thousand of it (see `server_copy`); the save, the clients and the colleague are in `tests/storage`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from typing import Any

from incident_desk.storage import incident_queries
from incident_desk.storage.engine import Database
from incident_desk.storage.register import open_register
from incident_desk.usecases.rows import IncidentFilter
from tests import databases
from tests.benchmarks.bench import Bench
from tests.benchmarks.goal_6_search import common_word, found
from tests.benchmarks.results import Compared, Finding, Told
from tests.benchmarks.server_copy import copy_to_server
from tests.benchmarks.timing import Job, in_turn, timed

PAGE = {"postgresql": 1.8, "mariadb": 1.3}
DRIVER = {"postgresql": "psycopg", "mariadb": "PyMySQL"}
ROUNDS, SEARCHES = 200, 60
MOST, LAST_TO_FIRST = 100_000, 1.3
ALL = IncidentFilter()
Place = tuple[int, int]
"""The last row of the page before: (opened_at, no)."""
_COLUMNS = ", ".join(column.name for column in incident_queries.LIST_COLUMNS)
_ORDER = "ORDER BY opened_at DESC, no DESC LIMIT 50"
_FIRST = f"SELECT {_COLUMNS} FROM incident {_ORDER}"
_AFTER = f"SELECT {_COLUMNS} FROM incident WHERE opened_at <= %s AND (opened_at < %s OR no < %s) {_ORDER}"
_AFTER_POSTGRESQL = f"SELECT {_COLUMNS} FROM incident WHERE (opened_at, no) < (%s, %s) {_ORDER}"
_WHERE = "SELECT opened_at, no FROM incident ORDER BY opened_at DESC, no DESC LIMIT 1 OFFSET %s"
_FIND = {
    "postgresql": "SELECT no FROM search_text WHERE words @@ to_tsquery('simple', %s) ORDER BY no DESC LIMIT 50",
    "mariadb": "SELECT no FROM search_text WHERE MATCH (head, body, about) AGAINST (%s IN BOOLEAN MODE) "
    "ORDER BY no DESC LIMIT 50",
}
_ASKED = {"postgresql": "'{}':*", "mariadb": "+{}*"}


def measure(bench: Bench) -> Iterator[Finding]:
    count = min(bench.size, MOST)
    with closing(open_register(str(bench.register))) as source:
        word = common_word(source.queries._database, bench.size)
    for engine in ("postgresql", "mariadb"):
        try:
            with databases.new_database(engine, bench.folder) as address:
                start = time.monotonic()
                copy_to_server(bench.register, address, count)
                yield Told(f"{engine}: incidents copied", f"{count:,} in {time.monotonic() - start:.0f} s")
                yield from _of_server(engine, address, word, count)
        except databases.NoServerError:
            yield Told(f"{engine}: not measured", "no server; started without tests.servers")


def _of_server(engine: str, address: str, word: str, count: int) -> Iterator[Finding]:
    with ExitStack() as stack:
        queries = stack.enter_context(closing(open_register(address))).queries
        bare = _Bare(queries._database, stack)
        places = {"first": None, "middle": bare.place(count // 2), "last": bare.place(count - 51)}
        jobs: dict[str, Job] = {}
        for name, place in places.items():
            jobs[name] = timed(partial(queries.incidents, ALL, place, 50))
            jobs[f"bare {name}"] = timed(bare.page(engine, place))
            assert [row.no for row in queries.incidents(ALL, place, 50)] == [
                row[0] for row in bare.page(engine, place)()
            ]
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=10).items()}
        asked = _ASKED[engine].format
        jobs = {}
        for text in (word, word[:2]):
            jobs[text] = timed(partial(found, queries, text))
            jobs[f"bare {text}"] = timed(bare.ask(_FIND[engine], asked(text)))
        jobs["best"] = timed(partial(found, queries, word, ranked=True))
        jobs["hits"] = timed(partial(queries.search, word, 50))
        median |= {name: series.median for name, series in in_turn(jobs, SEARCHES, warm=2).items()}
    driver, bare_find = DRIVER[engine], median[f"bare {word}"]
    for name in places:
        yield Compared(f"{engine}: {name} page of 50", median[name], median[f"bare {name}"], driver, PAGE[engine])
    yield Compared(
        f"{engine}: last page beside the first", median["last"], median["first"], "first page", LAST_TO_FIRST
    )
    for text in (word, word[:2]):
        yield Compared(f"{engine}: newest 50 of '{text}'", median[text], median[f"bare {text}"], driver, PAGE[engine])
    yield Compared(f"{engine}: newest 50, with what is shown", median["hits"], bare_find, f"{driver}, numbers alone")
    yield Compared(f"{engine}: best 50 of the newest 5,000", median["best"], bare_find, f"{driver}, newest")


class _Bare:
    """The driver's own connection, asked by its own cursor."""

    def __init__(self, database: Database, stack: ExitStack) -> None:
        self._connection = stack.enter_context(database.reader.connect())

    def ask(self, statement: str, *values: Any) -> Callable[[], list[Any]]:
        raw: Any = self._connection.connection.driver_connection

        def work() -> list[Any]:
            with raw.cursor() as cursor:
                cursor.execute(statement, values)
                return list(cursor.fetchall())

        return work

    def place(self, number: int) -> Place:
        (found,) = self.ask(_WHERE, number)()
        return int(found[0]), int(found[1])

    def page(self, engine: str, place: Place | None) -> Callable[[], list[Any]]:
        if place is None:
            return self.ask(_FIRST)
        if engine == "postgresql":
            return self.ask(_AFTER_POSTGRESQL, *place)
        return self.ask(_AFTER, place[0], *place)
