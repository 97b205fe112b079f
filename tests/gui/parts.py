"""What tests of the window share: the application with its theme, a furnished register, pictures to look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.app import wire
from incident_desk.gui.messages import Message, Messages
from incident_desk.gui.session import Session
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.names import read_names
from incident_desk.usecases.services import Services
from tests.factories import Desk

PICTURES = "INCIDENT_DESK_PICTURES"  # a folder: tests that show something write pictures there


@cache
def theme() -> Theme:
    """One theme for the application of the whole run."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Theme(application, application)
    made.set_mode("light")
    return made


def services_in(folder: Path, language: str = "en") -> Services:
    return wire(folder, language)


class Told:
    """Listens at the door for messages."""

    def __init__(self, messages: Messages) -> None:
        self.messages: list[Message] = []
        messages.told.connect(self.messages.append)

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]


@contextmanager
def open_session(desk: Desk, folder: Path, name: str | None = "Anna Berg") -> Iterator[Session]:
    """A session on the desk's own register, with somebody at the keyboard."""
    tasks, messages = TaskRunner(), Messages()
    register = desk.register
    session = Session(
        register, services_in(folder), actor_named(name, read_names(register.queries)), tasks, messages
    )
    try:
        yield session
    finally:
        tasks.close()
        session.bus.stop()
        for each in (session, tasks, messages):
            each.deleteLater()
        settle()


def settle() -> None:
    """Lets everything that was to be deleted go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    settle()


def look_at(widget: QWidget, name: str, wait: Callable[[], None] | None = None) -> None:
    """Writes a picture in light and dark, where somebody wants to look."""
    folder = os.environ.get(PICTURES)
    if not folder:
        return
    for mode in ("light", "dark"):
        theme().set_mode(mode)  # type: ignore[arg-type]  # one of its modes
        QCoreApplication.processEvents()
        if wait is not None:
            wait()
        widget.grab().save(str(Path(folder) / f"{name}-{mode}.png"))
    theme().set_mode("light")


def settings_in(folder: Path) -> SettingsFile:
    return SettingsFile(folder)
