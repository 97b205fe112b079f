"""A long reading is broken off at once when somebody leaves the register; nothing that writes ever is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.register.order import NEWEST_FIRST
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk

SLOW = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT {0}) SELECT count(*) FROM n",
    "postgresql": "SELECT count(*) FROM generate_series(1, {0})",
    "mariadb": "SELECT benchmark({0}, md5('x'))",
}
A_SECOND = {"sqlite": 4_000_000, "postgresql": 4_000_000, "mariadb": 3_000_000}  # or half of one, or two
LONG = 40
AT_ONCE = 2.0  # seconds; the machine may be busy
Ask = Callable[[sa.Connection], Any]


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def engine_of(desk: Desk) -> str:
    return desk.register._database.name


def slowly(desk: Desk, seconds: int = LONG) -> str:
    return SLOW[engine_of(desk)].format(seconds * A_SECOND[engine_of(desk)])


def begin(threads: ThreadPoolExecutor, desk: Desk, work: Callable[[], Any], *, in_reading: bool) -> Future[Any]:
    """Comes back when the work is well under way."""
    begun = threading.Event()

    def carry_out() -> Any:
        if not in_reading:
            begun.set()
            return work()
        with desk.register.reading():
            begun.set()
            return work()

    future = threads.submit(carry_out)
    assert begun.wait(5)
    time.sleep(0.2)
    assert not future.done()
    return future


def interrupt(desk: Desk) -> float:
    began = time.monotonic()
    desk.register.interrupt()
    return time.monotonic() - began


def plainly(statement: str) -> Ask:
    return lambda connection: connection.exec_driver_sql(statement).all()


def by_the_driver(desk: Desk, statement: str) -> Ask:
    return lambda connection: desk.register._database.dialect.stored(connection, sa.text(statement), {})


def assert_stopped(future: Future[Any]) -> None:
    error = future.exception(AT_ONCE)
    assert isinstance(error, Refused)
    assert error.code == "stopped"


@pytest.mark.parametrize("way", ["call", "stream", "driver", "snapshot"])
def test_that_a_long_reading_is_broken_off_at_once(desk: Desk, threads: ThreadPoolExecutor, way: str) -> None:
    reader, statement = desk.register.queries._reader, slowly(desk)

    def in_a_snapshot() -> None:
        with desk.register.snapshot() as queries:
            queries._reader.call(plainly(statement))

    works: dict[str, Callable[[], Any]] = {
        "call": lambda: reader.call(plainly(statement)),
        "stream": lambda: reader.stream(plainly(statement)),
        "driver": lambda: reader.call(by_the_driver(desk, statement)),
        "snapshot": in_a_snapshot,
    }
    future = begin(threads, desk, works[way], in_reading=True)
    assert interrupt(desk) < AT_ONCE
    assert_stopped(future)
    incident = desk.new("identification")  # and everything goes on as before
    desk.do(incident, c.AddNote("x"))
    with desk.register.reading():
        assert desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST).ids(0, 1) == [incident]


def test_that_who_waits_behind_a_long_reading_is_stopped_too(desk: Desk, threads: ThreadPoolExecutor) -> None:
    queries = desk.register.queries
    first = begin(threads, desk, lambda: queries._reader.call(plainly(slowly(desk))), in_reading=True)
    behind = begin(threads, desk, queries.settings, in_reading=True)
    assert interrupt(desk) < AT_ONCE
    assert_stopped(first)
    assert_stopped(behind)


def test_that_a_reading_of_many_short_statements_ends(desk: Desk, threads: ThreadPoolExecutor) -> None:
    def without_end(queries: Queries) -> None:
        while True:
            queries.count(IncidentFilter())

    future = begin(threads, desk, lambda: without_end(desk.register.queries), in_reading=True)
    assert interrupt(desk) < AT_ONCE
    assert_stopped(future)


def test_that_nothing_that_writes_is_broken_off(own_desk: Desk, threads: ThreadPoolExecutor) -> None:
    own_desk.new("identification")
    database, register = own_desk.register._database, own_desk.register
    slow = slowly(own_desk, 1)
    before = register.queries.counters()

    def write() -> None:
        with database.writer.begin() as connection:
            connection.exec_driver_sql(f"UPDATE counter SET last = last + 1 WHERE ({slow}) >= 0")

    writing = begin(threads, own_desk, write, in_reading=False)
    reading = begin(
        threads, own_desk, lambda: register.queries._reader.stream(plainly(slowly(own_desk))), in_reading=True
    )
    assert not writing.done()
    assert interrupt(own_desk) < AT_ONCE
    assert_stopped(reading)
    assert writing.exception(30) is None
    assert register.queries.counters() == {key: last + 1 for key, last in before.items()}
    assert own_desk.breaks() == []


def test_that_what_an_order_reads_is_not_broken_off(desk: Desk, threads: ThreadPoolExecutor) -> None:
    slow = slowly(desk, 1)
    ordered = begin(threads, desk, lambda: desk.register.queries._reader.call(plainly(slow)), in_reading=False)
    assert interrupt(desk) < 0.5
    assert not ordered.done()
    assert ordered.exception(30) is None


def test_that_there_may_be_nothing_to_interrupt(desk: Desk) -> None:
    assert interrupt(desk) < 0.5
    assert desk.register.queries.settings()
