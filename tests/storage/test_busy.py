"""Another process holds the register: told in a sentence after a few seconds, nothing lost, reading goes on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from incident_desk.domain import commands as c
from incident_desk.storage.register import create_register, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import Presence
from tests.factories import Desk

HOLD = """
import sys
from sqlcipher3 import dbapi2 as sqlite
connection = sqlite.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


@contextmanager
def held_by_another_process(path: str, how: str = "BEGIN IMMEDIATE") -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path, how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.communicate("let go\n", timeout=10)


def test_that_a_held_register_is_told_after_five_seconds(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new("containment")
    position = sqlite_desk.position(incident)
    with held_by_another_process(sqlite_desk.address):
        began = time.monotonic()
        with pytest.raises(SurroundingsFailed) as caught:
            sqlite_desk.do(incident, c.AddNote("x"))
        waited = time.monotonic() - began
        assert sqlite_desk.position(incident) == position
        other = open_register(sqlite_desk.address)
        assert other.queries.record("incident", incident) == sqlite_desk.record(incident)
        other.close()
    assert (caught.value.code, caught.value.facts) == ("register_busy", {"name": sqlite_desk.register.name})
    assert 4 < waited < 7
    sqlite_desk.do(incident, c.AddNote("x"))
    assert sqlite_desk.position(incident) == position + 1
    assert sqlite_desk.breaks() == []


def test_that_who_else_has_a_held_register_open_is_named(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new("containment")
    sqlite_desk.register.meet(Presence(uuid7(), socket.gethostname(), os.getpid(), "Anna Berg", 0))
    sqlite_desk.register.meet(Presence(uuid7(), "PC of ward 5", 1, "Maria Manager", 0))
    with held_by_another_process(sqlite_desk.address), pytest.raises(SurroundingsFailed) as caught:
        sqlite_desk.do(incident, c.AddNote("x"))
    assert caught.value.code == "register_busy_by"
    assert caught.value.facts == {"name": sqlite_desk.register.name, "who": "Maria Manager (PC of ward 5)"}


def test_that_a_short_wait_is_not_noticed(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new("containment")
    with held_by_another_process(sqlite_desk.address) as process:
        assert process.stdin is not None
        process.stdin.write("let go\n")
        process.stdin.flush()
        sqlite_desk.do(incident, c.AddNote("x"))


def test_that_a_head_and_a_check_meet_the_same_lock(sqlite_desk: Desk) -> None:
    sqlite_desk.new("containment")
    with held_by_another_process(sqlite_desk.address):
        with pytest.raises(SurroundingsFailed, match="register_busy"):
            sqlite_desk.register.take_head()
        assert sqlite_desk.breaks() == []  # reading does not wait


def test_that_a_held_file_can_still_be_opened(sqlite_desk: Desk) -> None:
    sqlite_desk.register.close()
    with held_by_another_process(sqlite_desk.address):
        register = open_register(sqlite_desk.address)
        assert register.queries.settings().organisation == "St Brigid"
        register.close()
        with pytest.raises(SurroundingsFailed, match="register_exists"):
            create_register(sqlite_desk.address)
