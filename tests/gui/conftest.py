"""The real window on a real register, closed and gone after each test; a warning of Qt fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.app import wire
from incident_desk.gui.language import install_language
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.messages import Message
from incident_desk.gui.page import Page
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from tests.factories import Desk, open_desk

WAIT = 20_000  # milliseconds; the machine may be busy
MOST_TURNS = 200  # of the event loop, until what is laid out stands
# The offscreen platform says so for each window; a font of the machine knows the letters, not how to join them.
_HARMLESS = ("propagateSizeHints", "OpenType support missing")


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[None]:
    said: list[str] = []

    def listen(kind: QtMsgType, context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in message for each in _HARMLESS):
            said.append(message)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert said == []


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@dataclass
class OpenWindow:
    """The main window, the register behind it, and everything the message bar was told."""

    window: MainWindow
    host: WindowHost
    desk: Desk
    told: list[Message]
    qtbot: QtBot

    def show(self, page: str, record: str = "") -> Page:
        self.window.show_page(page, record)
        self.settle()
        return self.window.page

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def settle(self) -> None:
        """Until no job runs."""
        self.until(lambda: self.window.session.tasks.running == 0)


def in_front(window: QWidget, qtbot: QtBot) -> None:
    """Until the window has the keyboard: a window manager hands it over when it gets round to it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)


def stand_still(within: QWidget) -> None:
    """Until a turn of the event loop moves nothing in it any more."""
    before: list[QRect] = []
    for _ in range(MOST_TURNS):
        now = [each.geometry() for each in (within, *within.findChildren(QWidget))]
        if now == before:
            return
        before = now
        QApplication.processEvents()
    raise AssertionError(f"{within} does not stand still")


OpenOn = Callable[..., OpenWindow]


@pytest.fixture
def open_on(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Desk], OpenWindow]]:
    """Opens the main window on the register of a desk."""
    opened: list[tuple[WindowHost, Theme]] = []
    install_language(qapp, "en")

    def open_window(desk: Desk) -> OpenWindow:
        services = wire(tmp_path / "data", "en")
        (tmp_path / "data").mkdir(exist_ok=True)
        settings = SettingsFile(services.data_dir)
        names = desk.submitter.names()
        settings.change(last_person={names.settings.register_id: desk.submitter.actor.id or ""})
        theme = Theme(qapp)
        theme.set_mode("light")
        host = WindowHost(services, settings, theme, qapp)
        opened.append((host, theme))
        host.begin(desk.address)
        assert isinstance(host.window, MainWindow)
        told: list[Message] = []
        host.window.session.messages.told.connect(told.append)
        shown = OpenWindow(host.window, host, desk, told, qtbot)
        in_front(host.window, qtbot)
        shown.settle()
        return shown

    yield open_window
    for host, theme in opened:
        host.close()
        host.deleteLater()
        theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(str(tmp_path / "window.register")) as made:
        yield made
