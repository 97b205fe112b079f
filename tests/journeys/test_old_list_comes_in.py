"""The published list of accidents comes into a fresh register through the real window: by mouse, and by keys alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from incident_desk.gui.main_window import MainWindow
from tests.journeys import at_the_window as window
from tests.journeys import test_real_sheet as published
from tests.journeys.at_the_window import at, sees, sees_part, until
from tests.journeys.devices import Devices, Keyboard, Mouse, write
from tests.journeys.program import Program

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(900)]
KILLED = -9
MOST_CLICKS = 12
ROWS = 425


class CountedMouse(Mouse):
    """Counts its presses."""

    def __init__(self) -> None:
        self.presses = 0

    def use(self, name: str, within: str = "") -> None:
        self.presses += 1
        super().use(name, within)


def _sheet(folder: Path) -> Path:
    return folder / "accidents.csv"


def _window_stands() -> None:
    """The picture of the start is gone, and the keys go to the window."""
    until(lambda: sees("State of the register") and is_alone(QApplication.activeWindow()), "the window")


def is_alone(window: QWidget | None) -> bool:
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    has_keys = window is not None and window.windowHandle() is QApplication.focusWindow()
    return isinstance(window, MainWindow) and has_keys and not others


def _name_file(path: Path) -> None:
    """In the system's own chooser, as one who knows where it lies."""
    dialog = until(QApplication.activeModalWidget)
    assert isinstance(dialog, QFileDialog)
    until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the file's name")
    write(str(path))


# --- in the process of the program ---


def by_mouse(folder: Path) -> None:
    window.start_program(folder, lambda: _by_mouse(folder), "--register", str(folder / "works.register"))


def _by_mouse(folder: Path) -> None:
    mouse = CountedMouse()
    _window_stands()
    mouse.use("Register")
    mouse.use("Bring in ...")
    _take_in(mouse, folder)
    until(lambda: sees(f"{ROWS} incidents are in."), "all of them")
    assert mouse.presses + 1 <= MOST_CLICKS, mouse.presses  # and one on the file, whose name is typed here
    _again(mouse, folder, "0 new, 425 already here, 0 changed")
    _sheet(folder).write_text(_sheet(folder).read_text("utf-8").replace("He said", "She said", 1), "utf-8")
    mouse.use("Back to Columns")
    mouse.use("Back to File")
    mouse.use("Another file ...")
    _name_file(_sheet(folder))
    mouse.use("Open")
    _to_check(mouse, "0 new, 424 already here, 1 changed")
    until(lambda: sees_part("“She said"), "the change")
    window.pull_the_plug()


def _take_in(mouse: CountedMouse, folder: Path) -> None:
    mouse.use("Choose a file ...")
    _name_file(_sheet(folder))
    mouse.use("Open")
    until(lambda: sees("accidents.csv"), "the sheet")
    _to_check(mouse, f"{ROWS} new")
    mouse.use(f"Bring in {ROWS} incidents")


def _to_check(mouse: CountedMouse, counts: str) -> None:
    mouse.use("Next")
    until(lambda: sees("Where the columns go"), "the columns")
    mouse.use("Next")
    until(lambda: sees(counts), counts)


def _again(mouse: CountedMouse, folder: Path, counts: str) -> None:
    mouse.use("Bring in another sheet")
    mouse.use("Choose a file ...")
    _name_file(_sheet(folder))
    mouse.use("Open")
    _to_check(mouse, counts)


def by_keys(folder: Path) -> None:
    window.start_program(folder, lambda: _by_keys(folder), "--register", str(folder / "works.register"))


def _by_keys(folder: Path) -> None:
    devices, keys = Devices(), Keyboard()
    _window_stands()
    keys.press("Ctrl+4")
    until(lambda: sees("Bring in ..."), "the register")
    keys.use("Bring in ...")
    until(lambda: at("Choose a file ..."), "the focus on the first thing to do")
    keys.press("Return")
    _name_file(_sheet(folder))
    keys.press("Return")
    for words in ("Where the columns go", f"{ROWS} new"):  # the focus stands on what leads on
        until(lambda: at("Next"), "Next")
        keys.press("Return")
        until(partial(sees, words), words)
    until(lambda: at(f"Bring in {ROWS} incidents"), "the button")
    keys.press("Return")
    until(lambda: sees(f"{ROWS} incidents are in."), "all of them")
    until(lambda: at("Show them"), "Show them")
    keys.press("Return")
    until(lambda: sees(f"{ROWS} of {ROWS} incidents") or sees(f"{ROWS} incidents"), "the table")
    assert devices.mouse == []
    window.pull_the_plug()


# --- the tests ---


def _works(folder: Path) -> Program:
    published._written_and_read(_sheet(folder))
    works = Program(folder / "data").at(folder / "works.register")
    made = works("new", str(works.register), "--pack", "factory", "--site", "HALDEN", "--zone", "America/Lima")
    assert made.status == 0, made.err
    return works


@pytest.mark.parametrize("journey", [by_mouse, pytest.param(by_keys, marks=pytest.mark.long)])
def test_that_the_accidents_are_in_letter_by_letter(
    journey: Callable[[Path], None], tmp_path: Path, screen: str
) -> None:
    works = _works(tmp_path)
    rows = published._written_and_read(tmp_path / "as written.csv")
    assert window.in_a_process(journey, tmp_path) == KILLED
    target = tmp_path / "out.jsonl"
    assert works("export", "--format", "jsonl", "--out", str(target)).status == 0
    told = [json.loads(line)["fields"]["what_happened"] for line in target.read_text(encoding="utf-8").splitlines()]
    assert sorted(told) == sorted(row["Description"] for row in rows)
