"""Goal 12, reading: pages of the list and search on PostgreSQL and MariaDB, beside the bare drivers.

Started with servers: python -m tests.servers run -- python -m tests.benchmarks.run --goal 12. The rows that are read
here come from the register of that size; its journal stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import incident_queries
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database, open_database
from incident_desk.storage.register import create_register, open_register
from incident_desk.usecases.rows import IncidentFilter
from tests import databases
from tests.benchmarks.bench import Bench
from tests.benchmarks.goal_6_search import common_word, found
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn, timed

PAGE = {"postgresql": 1.8, "mariadb": 1.3}
DRIVER = {"postgresql": "psycopg", "mariadb": "PyMySQL"}
ROUNDS, SEARCHES = 200, 20
_READ = (t.chain, t.person, t.place, t.setting, t.pack_version, t.incident, t.field_value, t.search_text)
_TOGETHER = 2000
_COLUMNS = ", ".join(column.name for column in incident_queries.LIST_COLUMNS)
_ORDER = "ORDER BY opened_at DESC, no DESC LIMIT 50"
_FIRST = f"SELECT {_COLUMNS} FROM incident {_ORDER}"
_AFTER = f"SELECT {_COLUMNS} FROM incident WHERE opened_at <= %s AND (opened_at < %s OR no < %s) {_ORDER}"
_AFTER_POSTGRESQL = f"SELECT {_COLUMNS} FROM incident WHERE (opened_at, no) < (%s, %s) {_ORDER}"
_FIND = {
    "postgresql": "SELECT no FROM search_text WHERE words @@ to_tsquery('simple', %s) ORDER BY no DESC LIMIT 50",
    "mariadb": "SELECT no FROM search_text WHERE MATCH (head, body, about) AGAINST (%s IN BOOLEAN MODE) "
    "ORDER BY no DESC LIMIT 50",
}
_ASKED = {"postgresql": "'{}':*", "mariadb": "+{}*"}


def measure(bench: Bench) -> Iterator[Finding]:
    with closing(open_register(str(bench.register))) as source:
        word = common_word(source.queries._database, bench.size)
        middle = source.queries.incidents(IncidentFilter(), None, min(bench.size // 2, 20_000))[-1]
        for engine in ("postgresql", "mariadb"):
            try:
                with databases.new_database(engine, bench.folder) as address:
                    _copy(source.queries._database, address)
                    yield from _of_server(engine, address, word, (middle.opened_at, middle.no))
            except databases.NoServerError as reason:
                print(f"  {engine}: {reason}")


def _of_server(engine: str, address: str, word: str, place: tuple[int, int]) -> Iterator[Finding]:
    with ExitStack() as stack:
        register = stack.enter_context(closing(open_register(address)))
        queries = register.queries
        bare = _Bare(queries._database, stack)
        after, values = (_AFTER_POSTGRESQL, place) if engine == "postgresql" else (_AFTER, (place[0], *place))
        asked = _ASKED[engine].format
        jobs: dict[str, Job] = {
            "first": timed(partial(queries.incidents, IncidentFilter(), None, 50)),
            "bare first": timed(bare.ask(_FIRST)),
            "middle": timed(partial(queries.incidents, IncidentFilter(), place, 50)),
            "bare middle": timed(bare.ask(after, *values)),
        }
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=10).items()}
        jobs = {}
        for text in (word, word[:2]):
            jobs[text] = timed(partial(found, queries, text))
            jobs[f"bare {text}"] = timed(bare.ask(_FIND[engine], asked(text)))
        jobs["best"] = timed(partial(found, queries, word, ranked=True))
        jobs["hits"] = timed(partial(queries.search, word, 50))
        median |= {name: series.median for name, series in in_turn(jobs, SEARCHES, warm=2).items()}
    driver, bare_find = DRIVER[engine], median[f"bare {word}"]
    for name in ("first", "middle"):
        yield Compared(f"{engine}: {name} page of 50", median[name], median[f"bare {name}"], driver, PAGE[engine])
    for text in (word, word[:2]):
        yield Compared(f"{engine}: newest 50 of '{text}'", median[text], median[f"bare {text}"], driver)
    yield Compared(f"{engine}: newest 50, with what is shown", median["hits"], bare_find, f"{driver}, numbers alone")
    yield Compared(f"{engine}: best 50 of the newest 5,000", median["best"], bare_find, f"{driver}, newest")


class _Bare:
    """The driver's own connection, asked by its own cursor."""

    def __init__(self, database: Database, stack: ExitStack) -> None:
        self._connection = stack.enter_context(database.reader.connect())

    def ask(self, statement: str, *values: Any) -> Callable[[], object]:
        raw: Any = self._connection.connection.driver_connection

        def work() -> object:
            with raw.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall()

        return work


def _copy(source: Database, address: str) -> None:
    """What lists and search read; of the fields the story alone."""
    create_register(address).close()
    target = open_database(address)
    with source.reader.connect() as read, target.writer.connect() as write, write.begin():
        for table in _READ:
            query = sa.select(table)
            if table is t.field_value:
                query = query.where(table.c.key == "what_happened")
            for rows in read.execute(query, execution_options={"yield_per": _TOGETHER}).mappings().partitions():
                write.execute(table.insert(), [dict(row) for row in rows])
    with target.reader.connect() as connection:
        names = ", ".join(table.name for table in _READ)
        connection.exec_driver_sql(f"{'VACUUM ANALYZE' if target.name == 'postgresql' else 'ANALYZE TABLE'} {names}")
    target.dispose()
