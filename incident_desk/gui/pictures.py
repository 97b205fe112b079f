"""Pictures of the pages on demand: the real window, page by page, without a screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from incident_desk.domain.context import Actor
from incident_desk.domain.vocabulary import Role, Status
from incident_desk.gui.crash import log_qt_messages
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.start import make_application
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services

PAGES = ("board", "inbox", "work", "incident", "report", "search", "papers", "settings")
_QUIET_MS = 250
_LONGEST_MS = 15_000


def take_pictures(services: Services, given: argparse.Namespace) -> int:
    """Writes one PNG a page into the folder and prints each name."""
    if given.register is None:
        raise SurroundingsFailed("register_not_named")
    folder = Path(given.dir)
    folder.mkdir(parents=True, exist_ok=True)
    settings = SettingsFile(services.data_dir)
    log_qt_messages()
    application, theme = make_application(services, settings.current)
    if given.dark:
        theme.set_mode("dark")
    host = WindowHost(services, settings, theme, application)
    try:
        host.open(services.open_register(given.register), given.register)
        if isinstance(host.window, MainWindow):
            host.window.keeps_place = False
            host.window.session.set_actor(_somebody(host.window, given.acting))
            width, height = (int(part) for part in given.size.split("x"))
            host.window.resize(width, height)
            for name in PAGES:
                sys.stdout.write(f"{_take(host.window, name, folder)}\n")
    finally:
        host.close()
    return 0


def _somebody(window: MainWindow, name: str | None) -> Actor:
    """Who sits at the PC in the pictures: the person named by --as, else a coordinator of the register."""
    names = window.session.names
    if name is None:
        people = [person for person in names.people.values() if Role.COORDINATOR in person.roles]
        name = people[0].name if people else None
    return actor_named(name, names)


def _take(window: MainWindow, name: str, folder: Path) -> Path:
    record = _some_incident(window.session.register.queries) if name in {"incident", "papers"} else ""
    window.show_page(name, record)
    settle(window)
    target = folder / f"{name}.png"
    if not window.grab().save(str(target)):
        raise SurroundingsFailed("file_not_written", name=str(target))
    return target


def _some_incident(queries: Queries) -> str:
    """The most urgent open one: it has something on every part of its page."""
    rows = queries.board(IncidentFilter(statuses=frozenset({Status.OPEN})))
    fullest = max(rows, key=lambda row: (row.measures_in_force, row.position), default=None)
    return fullest.id if fullest else ""


def settle(window: MainWindow) -> None:
    """Waits until every job has answered and the page had a quiet moment."""
    loop = QEventLoop()
    quiet = QTimer(singleShot=True, interval=_QUIET_MS)
    quiet.timeout.connect(lambda: loop.quit() if window.session.tasks.running == 0 else quiet.start())
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    quiet.start()
    loop.exec()
    QApplication.sendPostedEvents()
