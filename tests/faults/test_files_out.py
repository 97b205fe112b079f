"""A paper or an export that is ended anywhere: the old file stands there whole, or the new one does, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out
from tests.faults import strace
from tests.faults.examining import age, leftovers
from tests.faults.figures import note
from tests.faults.forks import Tell, answers
from tests.faults.strace import CALLS, FAULTS, Point, calls_of, struck_at

OLD, NEW = b"old" * 1000, b"new" * 30_000
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not strace.is_installed(), reason=strace.MISSING)]


def replace(tell: Tell, target: Path) -> None:
    try:
        write_out(target, NEW)
        tell("done")
    except SurroundingsFailed as failed:
        tell("failed", failed.code)


def replace_in_place(tell: Tell, target: Path) -> None:
    """As a careless program would."""
    with target.open("wb") as file:
        file.write(NEW[: len(NEW) // 2])
        file.flush()
        file.write(NEW[len(NEW) // 2 :])
    tell("done")


@pytest.mark.parametrize("fault", FAULTS)
def test_that_a_file_that_goes_out_is_the_old_or_the_new_one(fault: str, tmp_path: Path) -> None:
    folder, tried = tmp_path / "out", 0
    folder.mkdir()
    target = folder / "report.pdf"
    calls = calls_of(tmp_path / "log", replace, target)
    for point in (Point(call, number, fault) for call in CALLS for number in range(1, calls[call] + 1)):
        target.write_bytes(OLD)
        outcome = struck_at(point, tmp_path / "log", replace, target)
        tried += outcome.struck
        assert target.read_bytes() in ({NEW} if outcome.told == ["done"] else {OLD, NEW}), point
        age(folder)
        answers(replace, target)
        assert target.read_bytes() == NEW
        assert leftovers(folder) == [], point
    note("fault points", f"paper or export, {fault}", points=tried, lost=0, doubled=0, half_written=0, left_behind=0)
    assert tried > 2


def test_that_a_file_written_in_place_would_be_noticed(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(OLD)
    struck_at(Point("write", 2, "KILL"), tmp_path / "log", replace_in_place, target)
    note("controls", "paper written in place", fired=int(target.read_bytes() not in {OLD, NEW}))
    assert target.read_bytes() not in {OLD, NEW}
