"""The program started twice on one register: the first window comes to the front, and there is no second one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from incident_desk.gui.coming_to_front import ComingToFront
from incident_desk.support.asking_to_front import question_to
from incident_desk.support.running import marks_of
from tests import processes
from tests.factories import Desk, open_desk
from tests.gui.conftest import OpenWindow
from tests.journeys.program import ROOT


def test_that_a_window_comes_to_the_front_when_its_register_is_asked_for(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], tmp_path: Path
) -> None:
    opened = open_on(desk)
    window, address = opened.window, str(Path(desk.address).resolve())
    mark = tmp_path / "running" / "1-1.json"
    mark.parent.mkdir()
    parent = QObject()
    ComingToFront(mark, opened.host.come_to_front, parent)
    window.showMinimized()
    opened.until(window.isMinimized)
    question_to(mark).write_text(address, encoding="utf-8")
    opened.until(lambda: not question_to(mark).exists())
    assert not window.isMinimized()
    assert window.isVisible()
    assert not opened.host.come_to_front(f"{address}.other")
    parent.deleteLater()


def test_that_a_second_start_ends_and_leaves_the_first_window(tmp_path: Path) -> None:
    path, data_dir, log = tmp_path / "Ward.register", tmp_path / "data", tmp_path / "log"
    with open_desk(str(path)):
        pass
    command = [sys.executable, "-m", "incident_desk", "--data-dir", str(data_dir), "--register", str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with processes.running(command, environment, log=log, folder=ROOT) as first:
        processes.wait_until(lambda: bool(marks_of(data_dir, str(path.resolve()))), first, log)
        second = subprocess.run(command, env=environment, cwd=ROOT, timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        assert len(marks_of(data_dir, str(path.resolve()))) == 1
