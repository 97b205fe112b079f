"""The first picture of the window: there before anything heavy is loaded, gone when the window stands."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from incident_desk.app import wire
from incident_desk.gui.board.board_page import BoardPage
from incident_desk.gui.first_paint import after_first_paint
from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.language import install_language
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.opening import Opening
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.tokens import DARK, LIGHT
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import PcSettings, SettingsFile
from tests.factories import Desk

PLACE = {"x": 40, "y": 60, "width": 720, "height": 500}
# What the program has loaded when its first picture is on the screen; then it ends.
ASK = """
import os, sys
from incident_desk.gui.opening import Opening
show = Opening.show_now
def show_and_tell(opening):
    show(opening)
    print(opening.isVisible(), opening.sentence)
    print(*sorted(sys.modules), flush=True)
    os._exit(0)
Opening.show_now = show_and_tell
from incident_desk.__main__ import main
main()
"""


@pytest.fixture
def host(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Opening], WindowHost]]:
    made: list[WindowHost] = []
    install_language(qapp, "en")
    theme = Theme(qapp, mode="light")

    def make(opening: Opening) -> WindowHost:
        settings = SettingsFile(tmp_path)
        made.append(WindowHost(wire(tmp_path, "en"), settings, theme, qapp, opening))
        return made[-1]

    yield make
    for each in made:
        each.close()
        each.deleteLater()
    theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # None: for every object
    qapp.processEvents()


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Opening]]:
    made: list[Opening] = []
    install_language(qapp, "en")

    def show(address: str | None, settings: PcSettings | None = None) -> Opening:
        opening = Opening(settings or PcSettings(window=PLACE), address)
        opening.show_now()
        made.append(opening)
        return opening

    yield show
    for each in made:
        if isValid(each):
            each.close()
            each.deleteLater()


def test_that_it_is_shown_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASK, "--data-dir", str(tmp_path), "-r", str(tmp_path / "ward.register")]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    first, modules = told.stdout.splitlines()
    assert first == "True Opening ward ..."
    loaded = set(modules.split())
    assert "incident_desk.gui.opening" in loaded
    heavy = {"sqlalchemy", "incident_desk.storage", "incident_desk.gui.main_window", "incident_desk.usecases.names",
             "incident_desk.cli.desk", "logging.handlers"}  # fmt: skip
    assert not loaded & heavy


def test_that_it_stands_at_the_saved_place(shown: Callable[..., Opening]) -> None:
    opening = shown("/registers/ward.register")
    assert opening.geometry().getRect() == (40, 60, 720, 500)


@pytest.mark.parametrize(("scheme", "ground"), [("light", LIGHT.desk), ("dark", DARK.desk)])
def test_that_it_has_the_ground_of_the_theme_and_something_on_it(
    shown: Callable[..., Opening], scheme: str, ground: QColor
) -> None:
    picture = shown("/registers/ward.register", PcSettings(scheme=scheme, window=PLACE)).grab().toImage()
    assert picture.pixelColor(5, 5) == ground
    middle = picture.rect().center()
    near = product(range(middle.x() - 90, middle.x() + 90), range(middle.y() - 90, middle.y() + 90))
    colours = {picture.pixelColor(x, y).rgb() for x, y in near}
    assert len(colours) > 20  # the mark and the letters, with their soft edges


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (None, "Opening Incident Desk ..."),
        ("/registers/St. Bride's.register", "Opening St. Bride's ..."),
        ("postgresql://ward:secret@server/incidents?sslmode=require", "Opening incidents ..."),
        (f"/registers/{'w' * 60}.register", f"Opening {'w' * 39}… ..."),
    ],
)
def test_that_it_says_what_is_opened(shown: Callable[..., Opening], address: str | None, said: str) -> None:
    opening = shown(address)
    assert (opening.sentence, opening.windowTitle(), opening.accessibleName()) == (said, said, said)


def test_that_it_gives_way_to_a_main_window_with_its_cards(
    shown: Callable[..., Opening], host: Callable[[Opening], WindowHost], desk: Desk, qtbot: QtBot
) -> None:
    desk.new("identification")
    opening, gone = shown(desk.address), list[bool]()
    opening.destroyed.connect(lambda: gone.append(True))
    place = opening.geometry()
    opened = host(opening)
    acting = {desk.submitter.names().settings.register_id: desk.submitter.actor.id or ""}
    opened.settings.change(last_person=acting)
    opened.begin(desk.address)
    assert isinstance(opened.window, MainWindow)
    assert opened.window.geometry() == place
    assert isinstance(opened.window.page, BoardPage)
    assert [column.list.cards.rowCount() for column in opened.window.page.columns.values()] == [1, 0, 0, 0, 0]
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert opened.window.isVisible()
    assert opened.is_shown


def test_that_a_window_painted_late_does_not_look_for_it(shown: Callable[..., Opening], qtbot: QtBot) -> None:
    opening, window = shown(None), QWidget()
    qtbot.addWidget(window)
    opening.give_way_to(window)
    opening.deleteLater()  # its patience had an end
    QApplication.sendPostedEvents(opening, QEvent.Type.DeferredDelete)
    assert not isValid(opening)
    painted: list[bool] = []
    after_first_paint(window, lambda: painted.append(True))
    qtbot.waitUntil(lambda: bool(painted))


def test_that_a_register_that_cannot_be_opened_leads_to_the_assistant(
    shown: Callable[..., Opening], host: Callable[[Opening], WindowHost], tmp_path: Path, qtbot: QtBot
) -> None:
    missing = str(tmp_path / "missing.register")
    opening, gone = shown(missing), list[bool]()
    opening.destroyed.connect(lambda: gone.append(True))
    opened = host(opening)
    opened.begin(missing)
    assert isinstance(opened.window, Assistant)
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert opened.is_shown


def test_that_closing_it_lets_no_window_follow(
    shown: Callable[..., Opening], host: Callable[[Opening], WindowHost], desk: Desk
) -> None:
    opening = shown(desk.address)
    opened = host(opening)
    opening.close()
    assert opening.was_closed()
    opened.begin(desk.address)
    assert not opened.is_shown


CLOSE = """
import sys
from PySide6.QtCore import QTimer
from incident_desk.gui.opening import Opening
show = Opening.show_now
def show_and_close(opening):
    show(opening)
    QTimer.singleShot(0, opening.close)
Opening.show_now = show_and_close
from incident_desk.__main__ import main
status = main()
print("storage loaded:", "incident_desk.storage" in sys.modules)
sys.exit(status)
"""


def test_that_closing_it_ends_the_program_before_the_register_is_opened(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLOSE, "--data-dir", str(tmp_path), "-r", str(tmp_path / "ward.register")]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "storage loaded: False\n", "")
