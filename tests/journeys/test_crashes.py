"""A crash in the real program, the start after it, and what is left of a name and a password on the disk: nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import open_desk
from tests.journeys.crashing_child import CANARY, PASSWORD
from tests.journeys.program import ROOT

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(os.name != "posix", reason="the child dies by a signal"),
]
_HOLD_IT = ("ward.register", "ward.register-wal", "ward.register-shm")  # what somebody wrote belongs there


def run(folder: Path, journey: str) -> subprocess.CompletedProcess[str]:
    temporary = folder / "temp"
    temporary.mkdir(exist_ok=True)
    places = {name: str(temporary) for name in ("TMPDIR", "SQLITE_TMPDIR", "HOME")}
    command = [sys.executable, "-m", "tests.journeys.crashing_child", journey]
    command += ["--data-dir", str(folder / "data"), "-r", str(folder / "ward.register"), "--language", "en"]
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip


def hits(folder: Path) -> list[str]:
    """Files that hold one of the canaries, beside the register and the drafts."""
    spelt = [text.encode(coding) for text in (CANARY, PASSWORD, CANARY.split()[1], PASSWORD.split()[0])
             for coding in ("utf-8", "utf-16-le")]  # fmt: skip
    files = [each for each in folder.rglob("*") if each.is_file() and each.name not in _HOLD_IT]
    found = [each for each in files if any(text in each.read_bytes() for text in spelt)]
    return [each.name for each in found if each.parent.name != "drafts"]


def test_that_a_crash_is_told_by_the_next_start_and_leaves_no_name_and_no_password(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "ward.register")) as desk:
        desk.new("identification")
    first = run(tmp_path, "crash")
    assert first.returncode == -signal.SIGSEGV, first.stderr
    said = first.stdout.splitlines()
    assert [line.partition(":")[0] for line in said] == ["full", "crashed"]
    second = run(tmp_path, "look")
    assert second.returncode == 0, second.stderr
    assert second.stdout.splitlines() == [
        "bands: 1",
        "The program ended unexpectedly last time.",
        next(line for line in second.stdout.splitlines() if line.startswith("The register was looked through up to")),
        "a report that was not sent",
    ]
    for part in ("Fatal Python error: Segmentation fault", "crashing_child.py:", "Log:", "uncaught 'KeyError'"):
        assert part in second.stderr
    assert run(tmp_path, "look").stdout == "bands: 0\n"
    told = first.stdout + first.stderr + second.stderr
    assert not any(each in told for each in (CANARY, PASSWORD))
    assert "ward.register" not in first.stderr + second.stderr  # the report
    assert hits(tmp_path) == []
    logs = [each for each in (tmp_path / "data" / "logs").iterdir() if each.is_file()]
    assert {each.stat().st_mode & 0o777 for each in logs} == {0o600}
    assert not any("ward.register" in each.read_text() for each in logs)
    assert {each.name.partition("-")[0] for each in logs} == {"crash", "faults.log", "incident"}
    _finds_what_is_there(tmp_path)


def _finds_what_is_there(folder: Path) -> None:
    """The control: the same search finds a canary that was planted, and the draft does hold it."""
    assert any(CANARY.encode() in each.read_bytes() for each in (folder / "data" / "drafts").iterdir())
    (folder / "data" / "logs" / "planted.log").write_text(f'{{"message": "{CANARY}"}}')
    assert hits(folder) == ["planted.log"]
