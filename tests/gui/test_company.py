"""Who else has the register open is told; a program that was cut off is not taken for a colleague."""

from __future__ import annotations

import platform
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

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


def test_that_a_look_that_ends_after_the_window_leaves_nobody_behind(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_on(desk)
    register, begun, closed = opened.window.session.register, threading.Event(), threading.Event()
    meet = register.meet

    def late(me: Presence) -> list[Presence]:
        begun.set()
        assert closed.wait(10)
        return meet(me)

    monkeypatch.setattr(register, "meet", late)
    opened.window.company.look()
    assert begun.wait(5)
    assert opened.window.close()
    closed.set()
    opened.host.close()
    assert desk.register.meet(Presence(an_id(503), "PC of ward 5", 1, "Maria Manager", 0)) == []


def test_that_two_windows_on_one_register_are_told_of_each_other(
    desk: Desk, open_on: Callable[[Desk], OpenWindow]
) -> None:
    first = open_on(desk)
    first.until(lambda: desk.register.meet(Presence(an_id(504), "PC of ward 5", 1, "Maria Manager", 0)))
    desk.register.part(an_id(504))
    second = open_on(desk)
    second.until(lambda: second.window.status_line.text("others").startswith("Also open: Anna Berg ("))
    assert any(each.text.endswith("Both can work in it.") for each in second.told)
