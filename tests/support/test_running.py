"""The mark of a running program: held by it, left by one that was killed, gone after one that ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from incident_desk.support.running import RunningMark, bad_ends

CHILD = """
import os, sys
from pathlib import Path
from incident_desk.support.running import RunningMark
mark = RunningMark(Path(sys.argv[1]))
mark.say_register("ward")
if sys.argv[2] == "leaving":
    mark.say_leaving(True)
if sys.argv[2] == "ends":
    mark.end()
os.abort()
"""


def left_by_a_child(data_dir: Path, how: str) -> list[str]:
    subprocess.run([sys.executable, "-c", CHILD, str(data_dir), how], capture_output=True, check=False)
    return [each.register_id for each in bad_ends(data_dir)]


def test_that_a_killed_program_leaves_its_mark_until_it_was_told(tmp_path: Path) -> None:
    assert left_by_a_child(tmp_path, "is killed") == ["ward"]
    bad_ends(tmp_path)[0].forget()
    assert bad_ends(tmp_path) == []


@pytest.mark.parametrize("how", ["ends", "leaving"])
def test_that_one_that_ends_or_that_the_system_ended_leaves_none(how: str, tmp_path: Path) -> None:
    assert left_by_a_child(tmp_path, how) == []


def test_that_two_programs_at_once_are_no_bad_end(tmp_path: Path) -> None:
    first, second = RunningMark(tmp_path), RunningMark(tmp_path)
    assert bad_ends(tmp_path) == []
    first.end()
    second.end()
    assert list((tmp_path / "running").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs a lock that goes with the program")
def test_that_a_number_that_was_given_out_again_hides_nothing(tmp_path: Path) -> None:
    """After a start of the computer the same number belongs to another program, perhaps to this one."""
    (tmp_path / "running").mkdir()
    (tmp_path / "running" / f"{os.getpid()}-1.json").write_text(json.dumps({"register_id": "ward"}))
    assert [each.register_id for each in bad_ends(tmp_path)] == ["ward"]


def test_that_a_power_cut_that_left_an_empty_mark_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "running").mkdir()
    (tmp_path / "running" / "999999999-1.json").touch()
    assert [(each.register_id, each.faults_from) for each in bad_ends(tmp_path)] == [("", 0)]
