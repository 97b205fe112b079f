"""Tests the tests' own ground: the screen that journeys act on from outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

WINDOW = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(["test-window"])
line = QLineEdit()
line.setWindowTitle("Test window")
line.returnPressed.connect(lambda: (print(line.text()), app.quit()))
line.show()
app.exec()
"""


@pytest.mark.window
def test_that_a_window_on_the_screen_takes_what_is_typed(screen: str, program: Callable[[str], str]) -> None:
    command = program("xdotool")

    def xdotool(*arguments: str) -> str:
        done = subprocess.run([command, *arguments], check=True, capture_output=True, text=True, timeout=30)
        return done.stdout.strip()

    window = subprocess.Popen([sys.executable, "-c", WINDOW], stdout=subprocess.PIPE, text=True)
    try:
        found = xdotool("search", "--sync", "--onlyvisible", "--name", "^Test window$").splitlines()[-1]
        xdotool("windowactivate", "--sync", found)  # answers only where there is a window manager
        xdotool("type", "--delay", "12", "Spill in bay 4")
        xdotool("key", "Return")
        typed, _ = window.communicate(timeout=30)
    finally:
        window.kill()
        window.wait()
    assert typed.strip() == "Spill in bay 4"
    assert screen.startswith(":")
    assert xdotool("getdisplaygeometry") == "1920 1200"
