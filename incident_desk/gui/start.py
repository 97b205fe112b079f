"""Starting the window: application, look, language, register; then it stays until it is closed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from incident_desk import __version__
from incident_desk.gui.bad_ends import BadEnds
from incident_desk.gui.coming_to_front import ComingToFront
from incident_desk.gui.crash import watch_for_crashes
from incident_desk.gui.language import install_language
from incident_desk.gui.opening import Opening
from incident_desk.support.addresses import comparable
from incident_desk.support.asking_to_front import ask_to_front
from incident_desk.support.settings import PcSettings, SettingsFile

if TYPE_CHECKING:
    from incident_desk.gui.theme.manager import Mode, Theme
    from incident_desk.usecases.services import Services

_COLLECT_MS = 1000
_YOUNG = 0  # the generation whose collection is over in a moment, however much a job gathers
_TAKE_TURNS = 0.0005  # seconds after which a job lets the window's thread go on; Python's own five add up to a stall


class Collector(QObject):
    """Collects garbage on the UI thread alone.

    Left to itself Python collects in whichever thread allocates next. A widget that only a circle of references
    keeps would then be destroyed by a job, outside the thread it lives on, and take the program down.

    `is_busy`: while a job runs, what it gathers is not walked again and again; that would hold up the window.
    """

    def __init__(self, parent: QObject, is_busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        gc.disable()
        self._timer = QTimer(self, interval=_COLLECT_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        """As often as Python would: each generation when enough has gathered in it."""
        due = [number for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if count > most]  # fmt: skip
        if due:
            gc.collect(min(due[-1], _YOUNG) if self._is_busy() else due[-1])

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()


def make_application(services: Services, settings: PcSettings) -> tuple[QApplication, Theme]:
    """The application in the language and the look of this PC."""
    application = _application(settings.language or services.language)
    theme = _theme(application, settings)
    application.setWindowIcon(theme.app_mark(64))
    return application, theme


def _application(language: str) -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0]])
    application.setApplicationName("incident-desk")
    application.setApplicationDisplayName("Incident Desk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("incident-desk")
    install_language(application, language)
    return application


def _theme(application: QApplication, settings: PcSettings) -> Theme:
    from incident_desk.gui.theme.manager import Theme

    chosen: dict[str, Mode] = {"light": "light", "dark": "dark"}
    theme = Theme(application, application, mode=chosen.get(settings.scheme, "system"), zoom=settings.zoom)
    theme.motion = settings.motion
    return theme


def open_window(data_dir: Path, language: str, address: str | None, wire: Callable[[Path, str], Services]) -> int:
    """Opens the window on a register: the one named, the last one, or the first-start assistant.

    What it takes to work is loaded only when the first picture is on the screen.
    """
    settings = SettingsFile(data_dir)
    address = address or settings.current.last_register or None
    if address and ask_to_front(data_dir, comparable(address)):
        return 0
    application = _application(settings.current.language or language)
    ends = BadEnds(application, data_dir)
    watch = watch_for_crashes(application, data_dir)
    opening = Opening(settings.current, address)
    opening.show_now()
    from incident_desk.gui.window_host import WindowHost

    services, theme = wire(data_dir, language), _theme(application, settings.current)
    if opening.was_closed():
        ends.end()
        return 0
    host = WindowHost(services, settings, theme, application, opening, ends, watch)
    host.begin(address)
    gc.freeze()
    sys.setswitchinterval(_TAKE_TURNS)
    collector = Collector(application, lambda: host.is_busy)
    ends.end_when_asked_to()
    if ends.mark is not None:
        ComingToFront(ends.mark, host.come_to_front, application)
    status = application.exec() if host.is_shown else 0
    host.close()
    collector.stop()
    ends.end()
    return status
