"""Who else has the register open is told; a program that was cut off is not taken for a colleague."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Callable

from incident_desk.usecases.rows import Presence
from tests.factories import Desk, an_id
from tests.gui.conftest import OpenWindow


def test_that_only_programs_that_run_are_told(desk: Desk, open_on: Callable[[Desk], OpenWindow]) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    desk.register.meet(Presence(an_id(501), platform.node(), ended.pid, "Cut Off", 0))
    desk.register.meet(Presence(an_id(502), "PC of ward 5", 1, "Maria Manager", 0))
    opened = open_on(desk)
    line = opened.window.status_line
    opened.until(lambda: line.text("others"))
    assert line.text("others") == "Also open: Maria Manager (PC of ward 5)"
