"""The clock of a PC jumps while the program runs: by days, backwards and forwards, as a clock that was set wrong does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from tests.factories import Desk

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = tuple(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
DAY = 86_400_000_000  # microseconds
JUMPS = ("+0d", "-2d", "+10d", "+0d")


def notes(desk: Desk, incident: str, jumps: Sequence[str], clock: Path) -> None:
    """One session of the program, whose clock jumps before each of its notes."""
    command = [sys.executable, "-m", "tests.faults.noting", desk.address, incident]
    fake = {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1"}
    clock.write_text(f"{jumps[0]}\n", encoding="ascii")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **fake}
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for jump in jumps:
            clock.write_text(f"{jump}\n", encoding="ascii")
            process.stdin.write(f"the clock stands at {jump}\n")
            process.stdin.flush()
            assert process.stdout.readline().strip().isdigit()


@pytest.mark.skipif(not LIBRARIES, reason="libfaketime is not installed: run packaging/test.sh")
def test_that_a_clock_that_jumps_under_the_program_breaks_no_chain(sqlite_desk: Desk, tmp_path: Path) -> None:
    incident = sqlite_desk.new("containment")
    before = len(sqlite_desk.register.queries.entries(incident))
    notes(sqlite_desk, incident, JUMPS, tmp_path / "clock")
    entries = sqlite_desk.register.queries.entries(incident)
    recorded = [entry.recorded_at for entry in entries]
    assert [entry.data["text"] for entry in entries[before:]] == [f"the clock stands at {jump}" for jump in JUMPS]
    assert recorded == sorted(recorded)
    first, back, ahead, right_again = recorded[before:]
    assert back - first < DAY  # not before the entry it follows
    assert ahead - first > 9 * DAY
    assert right_again == ahead  # until the clock has caught up
    sqlite_desk.do(incident, c.AddNote("with the right clock"))
    assert sqlite_desk.breaks() == []
