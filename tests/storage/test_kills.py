"""kill -9 in the middle of saves: everything acknowledged is there, nothing is there by half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from incident_desk.storage.register import open_register
from tests.factories import make_register
from tests.storage.other_program import as_id, other_program

ROOT = Path(__file__).resolve().parents[2]
KILLS = {"sqlite": 60, "postgresql": 8, "mariadb": 8}
Saved = dict[str, tuple[str, int, int]]  # op id -> incident, position, count of entries


@contextmanager
def nursery(address: str) -> Iterator[subprocess.Popen[str]]:
    """The process that starts a writer for every line it is sent."""
    command = [sys.executable, "-m", "tests.storage.kill_child", address]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    with process:
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()


def one_life(process: subprocess.Popen[str], chance: random.Random) -> Saved:
    """A writer from birth to its violent end: what it acknowledged."""
    assert process.stdin is not None
    assert process.stdout is not None
    saved: Saved = {}
    process.stdin.write("go\n")
    process.stdin.flush()
    writer, wanted, killed = 0, chance.randrange(0, 10), False
    for line in process.stdout:
        word, *rest = line.split()
        if word == "gone":
            break
        if word == "writer":
            writer = int(rest[0])
        else:
            op_id, incident, position, entries = rest
            saved[op_id] = (incident, int(position), int(entries))
        if not killed and len(saved) >= wanted:
            time.sleep(chance.random() * 0.03)
            os.kill(writer, signal.SIGKILL)
            killed = True
    return saved


@pytest.mark.slow
def test_that_nothing_acknowledged_is_lost_by_kills(engine_name: str, address: str) -> None:
    chance, saved = random.Random(), Saved()
    make_register(address).close()
    with other_program(address) as program:
        ops_before = program.one("SELECT count(*) FROM op")
    with nursery(address) as process:
        for life in range(KILLS[engine_name]):
            saved |= one_life(process, chance)
            check(address, saved, ops_before + life + 1)
    assert len(saved) > KILLS[engine_name]
    assert whole(address) == []


def check(address: str, saved: Saved, most_unknown: int) -> None:
    """Every acknowledged save stands there whole; of each killed writer at most one more save does."""
    with other_program(address) as program:
        ops = {bytes(op) for (op,) in program.rows("SELECT op_id FROM op")}
        entries = program.rows("SELECT op_id, count(*) FROM journal GROUP BY op_id")
        chains = program.one("SELECT sum(position) FROM chain")
    counted = {bytes(op): count for op, count in entries}
    for op_id, (_, _, count) in saved.items():
        assert as_id(op_id) in ops
        assert counted[as_id(op_id)] == count
    assert counted.keys() == ops
    assert sum(counted.values()) == chains
    assert len(ops) - len(saved) <= most_unknown


def whole(address: str) -> list[str]:
    register = open_register(address)
    try:
        return [each.code for each in register.verify("full")]
    finally:
        register.close()
