"""A program that starts with nothing, or with a register that does not open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from incident_desk.app import wire
from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.language import install_language
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.messages import Message
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from tests.gui.conftest import WAIT, in_front


@dataclass
class Start:
    """The host of the windows and what it was told."""

    host: WindowHost
    documents: Path
    told: list[Message]
    qtbot: QtBot

    @property
    def assistant(self) -> Assistant:
        assert isinstance(self.host.window, Assistant)
        return self.host.window

    @property
    def settings(self) -> SettingsFile:
        return self.host.settings

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def until_open(self) -> MainWindow:
        self.until(lambda: isinstance(self.host.window, MainWindow))
        window = self.host.window
        assert isinstance(window, MainWindow)
        self.until(lambda: window.session.tasks.running == 0)
        return window

    def settle(self) -> None:
        self.until(lambda: not self.host.is_busy)


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Start]]:
    """Starts the program, with a register to open or without. Everything it knows lies in one folder."""
    started: list[tuple[WindowHost, Theme]] = []
    documents = tmp_path / "documents"
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(documents))
    install_language(qapp, "en")

    def begin(address: str | None = None, prepare: Callable[[SettingsFile], object] | None = None) -> Start:
        services = wire(tmp_path / "data", "en")
        services.data_dir.mkdir(exist_ok=True)
        settings = SettingsFile(services.data_dir)
        if prepare is not None:
            prepare(settings)
        theme = Theme(qapp)
        theme.set_mode("light")
        host = WindowHost(services, settings, theme, qapp)
        started.append((host, theme))
        told: list[Message] = []
        host._messages.told.connect(told.append)
        host.begin(address)
        assert host.window is not None
        in_front(host.window, qtbot)
        return Start(host, documents, told, qtbot)

    yield begin
    for host, theme in started:
        host.close()
        host.deleteLater()
        theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
