"""One journey from outside: the program as its own process on a real screen, known only by what it says of itself.

A screen reader's tree finds things, a mouse and keys act. Then the program is killed and everything is found again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests import display, processes
from tests.journeys.program import ROOT, Program

pytestmark = [pytest.mark.window, pytest.mark.slow]
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has pyatspi
DRIVER = Path(__file__).with_name("outside.py")
SECONDS = 120
ZONE = ZoneInfo("Europe/Dublin")
TOLD = {
    "coordinator": "Amina Yusuf",
    "kind": "Incident",
    "what": 'The rail of bed 4 did not lock: no "click".\nI held it until help came; nobody fell & nobody was hurt.',
    "place": "Ward 3, internal medicine",
    "reporter": "Zoë Ní Bhriain",
    "category": "Fall",
    "word": "rail",
    "hits": "Records found",
}


@dataclass(frozen=True, slots=True)
class Outside:
    """The screen, the register, and a hand that knows only the screen."""

    environment: Mapping[str, str]
    desk: Program
    folder: Path

    @contextmanager
    def running_program(self) -> Iterator[subprocess.Popen[bytes]]:
        """The window, opened as a user opens it; ended outright, whatever happens."""
        command = [sys.executable, "-m", "incident_desk", "--data-dir", str(self.desk.data_dir), "--language", "en"]
        command += ["--register", str(self.desk.register)]
        log = self.folder / "window.log"
        with processes.running(command, self.environment, log=log, folder=ROOT) as process:
            yield process
            process.kill()
            process.wait()
        assert log.read_text(encoding="utf-8") == ""

    def tells(self, journey: str, told: Mapping[str, str]) -> dict[str, Any]:
        """What the hand saw on its way."""
        done = subprocess.run(
            [SYSTEM_PYTHON, str(DRIVER), journey], input=json.dumps(told), capture_output=True, text=True,
            encoding="utf-8", env=dict(self.environment), timeout=SECONDS, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        seen: dict[str, Any] = json.loads(done.stdout)
        return seen


def _can_look() -> bool:
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.fixture
def outside(desk: Program, tmp_path: Path) -> Iterator[Outside]:
    if not (display.is_installed() and Path(SYSTEM_PYTHON).exists() and _can_look()):
        pytest.skip("no screen or no screen reader: run packaging/test.sh")
    register = tmp_path / "ward.register"
    assert desk("new", str(register), "--pack", "hospital", "--site", "STB", "--zone", str(ZONE)).status == 0
    people = {TOLD["coordinator"]: ["coordinator", "administrator"], "Helen Marsh": ["manager"]}
    added = desk.at(register).apply({"command": "AddPerson", "name": n, "roles": r} for n, r in people.items())
    assert added.status == 0, added.out
    with display.own_screen() as screen:
        # A screen reader is not running here, so the program is told that somebody listens.
        environment = {**os.environ, **screen, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONUTF8": "1"}
        yield Outside(environment, desk.at(register), tmp_path)


def test_that_a_report_is_led_and_outlives_the_program_for_somebody_outside(outside: Outside) -> None:
    with outside.running_program():
        filed = outside.tells("file", {**TOLD, "discovered": f"{datetime.now(ZONE):%Y-%m-%d %H:%M}"})
    number = filed["number"]
    assert number.startswith("WARD3-")
    assert filed["waiting"].startswith(f"{number}, The rail of bed 4 did not lock")
    assert filed["step"].startswith("Step 2, Containment, the current step")
    with outside.running_program():
        found = outside.tells("find", {**TOLD, "number": number})
    assert found["hit"].startswith(number)
    assert found["step"] == filed["step"]
    assert {key: found[key] for key in ("what", "place", "reporter", "category")} == {
        key: TOLD[key] for key in ("what", "place", "reporter", "category")
    }
    assert any("moved it from Identification to Containment" in each for each in found["journal"])
    _the_register_holds_it(outside.desk, number)
    assert len({*filed["pages"], *found["pages"]}) >= 10
    assert filed["nameless"] + found["nameless"] == []


def _the_register_holds_it(desk: Program, number: str) -> None:
    shown = desk("show", number, "--json").json
    assert (shown["status"], shown["step"]) == ("open", "containment")
    assert shown["fields"]["what_happened"] == TOLD["what"]
    assert shown["fields"]["reporter_name"] == TOLD["reporter"]
    assert [entry["kind"] for entry in shown["journal"]][:2] == ["reported", "accepted"]
    assert desk("verify").status == 0
