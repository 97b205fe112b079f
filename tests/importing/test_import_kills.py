"""kill -9 in the middle of an import: none of it is there, or all of it; and the same again completes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing.plan import plan_import
from incident_desk.usecases.importing.run import run_import
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Submitter
from tests.factories import make_register
from tests.importing.import_child import ROWS, big

ROOT = Path(__file__).resolve().parents[2]
LIVES = 3


def one_life(address: str, seconds: float) -> bool:
    """An import that is killed after a while. Whether it was done by then."""
    command = [sys.executable, "-m", "tests.importing.import_child", address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "planned\n"
        process.stdin.write("go\n")
        process.stdin.flush()
        time.sleep(seconds)
        process.kill()
        return "done" in process.stdout.read()


@pytest.mark.slow
def test_that_a_killed_import_left_nothing_and_comes_in_whole_afterwards(address: str) -> None:
    make_register(address).close()
    chance, done = random.Random(), False
    for _ in range(LIVES):
        done = one_life(address, chance.uniform(0.1, 2.0))
        check(address, done)
        if done:
            break
    register = open_register(address)
    try:
        sheet, meant = big()
        plan = plan_import(register, NOBODY, sheet, "big.csv", meant)
        assert plan.counts()["new"] == (0 if done else ROWS)
        run_import(Submitter(register, uuid7, NOBODY), plan, uuid7())
        assert plan_import(register, NOBODY, sheet, "big.csv", meant).here == ROWS
    finally:
        register.close()
    check(address, True)


def check(address: str, done: bool) -> None:
    """All of it or nothing, the places and categories it brought along too, and verify finds nothing wrong."""
    register = open_register(address)
    try:
        assert register.queries.count(IncidentFilter()) == (ROWS if done else 0)
        assert any(place.name == "Hall 1" for place in register.queries.places()) is done
        assert any(category.name["en"] == "Kind 1" for category in register.queries.pack()[0].categories) is done
        assert [each.code for each in register.verify("full")] == []
    finally:
        register.close()
