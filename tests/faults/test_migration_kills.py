"""kill -9 after every statement of an upgrade: the same again ends at the schema of a new register, and it verifies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from incident_desk.domain.context import NOBODY
from incident_desk.storage import schema
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import needs_upgrade, open_register, upgrade_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.faults.figures import LONG, note
from tests.faults.forks import Tell, answers, forked
from tests.faults.old_registers import make_old
from tests.storage.test_schema import differences, snapshot

REVISIONS = sorted(schema.OLDER)
SAMPLES = 2  # of each engine, in an ordinary run
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


def upgrade_until(tell: Tell, address: str, last: int) -> None:
    """Dies once the n-th statement was carried out; lives where there are fewer."""
    left = last

    def count(*_: Any) -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "after_cursor_execute", count)
    upgrade_register(address)
    tell("statements", last - left)


def upgrade_without_transaction(tell: Tell, address: str, last: int) -> None:
    """As SQLite's own habit would have it: every statement that changes a table stands by itself."""
    carry_out = sqlite.tell

    def without_begin(connection: sa.Connection, text: str, *rows: Any) -> Any:
        return None if text == "BEGIN IMMEDIATE" else carry_out(connection, text, *rows)

    sqlite.tell = without_begin  # type: ignore[assignment]
    upgrade_until(tell, address, last)


def finish(tell: Tell, address: str) -> None:
    """The same again, in a process that begins then. Tells what is wrong."""
    try:
        if needs_upgrade(address):
            upgrade_register(address)
        register = open_register(address)
    except SurroundingsFailed as failed:
        tell(failed.code)
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        tell(repr(error).replace("\n", " "))
        return
    desk = Desk(register, Submitter(register, uuid7, NOBODY), address).acting_as("Anna Berg")
    desk.new("containment", fields={"title": "Written afterwards"})
    for each in desk.breaks():
        tell(each)
    register.close()
    database = open_database(address)
    for difference in differences(database):
        tell("schema", difference)
    database.dispose()


def shape(address: str) -> Any:
    database = open_database(address)
    try:
        return snapshot(database)
    finally:
        database.dispose()


def statements_of(address: str) -> int:
    (told,) = answers(upgrade_until, address, 1_000_000)
    return int(told.split()[1])


def stops(count: int) -> Iterator[int]:
    every = range(1, count + 1)
    yield from every if LONG else every[SAMPLES :: count // SAMPLES][:SAMPLES]


@pytest.mark.parametrize("revision", REVISIONS)
def test_that_an_upgrade_killed_anywhere_is_completed_by_the_next(
    engine_name: str, new_address: Callable[[], str], revision: str
) -> None:
    if revision != REVISIONS[0] and not LONG:
        pytest.skip("only in the long run")
    whole = new_address()
    make_old(whole, revision)
    count, wrong, killed = statements_of(whole), dict[int, list[str]](), 0
    wanted = shape(whole)
    for stop in stops(count):
        address = new_address()
        make_old(address, revision)
        with forked(upgrade_until, address, stop) as fork:
            fork.let_go()
            list(fork.told())
            killed += fork.end() == -signal.SIGKILL
        found = answers(finish, address)
        if found or shape(address) != wanted:
            wrong[stop] = found
    note("upgrades", f"{engine_name}, from {revision}", kills=killed, half_written=len(wrong))
    assert wrong == {}
    assert killed == len(list(stops(count)))


def test_that_an_upgrade_without_a_transaction_would_be_noticed(
    new_address: Callable[[], str], engine_name: str
) -> None:
    if engine_name != "sqlite":
        pytest.skip("the control is SQLite's")
    address = new_address()
    make_old(address, REVISIONS[1])
    with forked(upgrade_without_transaction, address, 14) as fork:
        fork.let_go()
        list(fork.told())
        fork.end()
    found = answers(finish, address)
    note("controls", "upgrade without a transaction", fired=int(bool(found)))
    assert found
