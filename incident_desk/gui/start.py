"""Starting the window: application, look, language, register; then it stays until it is closed."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from incident_desk import __version__
from incident_desk.gui.theme.manager import Mode, Theme
from incident_desk.support.resources import resource
from incident_desk.support.settings import PcSettings, SettingsFile
from incident_desk.usecases.services import Services

_COLLECT_MS = 1000


class Collector(QObject):
    """Collects garbage on the UI thread alone.

    Left to itself Python collects in whichever thread allocates next. A widget that only a circle of references
    keeps would then be destroyed by a job, outside the thread it lives on, and take the program down.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_COLLECT_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        """As often as Python would: each generation when enough has gathered in it."""
        due = [number for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if count > most]  # fmt: skip
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()


def make_application(services: Services, settings: PcSettings) -> tuple[QApplication, Theme]:
    """The application in the language and the look of this PC."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0]])
    application.setApplicationName("incident-desk")
    application.setApplicationDisplayName("Incident Desk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("incident-desk")
    install_language(application, settings.language or services.language)
    theme = Theme(application, application)
    theme.set_zoom(settings.zoom)
    theme.motion = settings.motion
    chosen: dict[str, Mode] = {"light": "light", "dark": "dark"}
    if settings.scheme in chosen:
        theme.set_mode(chosen[settings.scheme])
    application.setWindowIcon(theme.app_mark(64))
    return application, theme


def install_language(application: QApplication, language: str) -> None:
    """Texts of the window and of Qt itself; numbers and dates follow."""
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    locale = QLocale(QLocale.Language.German) if language == "de" else british
    QLocale.setDefault(locale)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    folders = (resource("translations"), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for name, folder in zip(("incident_desk", "qtbase"), folders, strict=True):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", str(folder)):
            application.installTranslator(translator)


def open_window(services: Services, address: str | None) -> int:
    """Opens the window on a register: the one named, the last one, or the first-start assistant."""
    gc.disable()  # what is loaded here stays; looking for waste in it again and again is a tenth of the start
    settings = SettingsFile(services.data_dir)
    application, theme = make_application(services, settings.current)
    from incident_desk.gui.crash import watch_for_crashes
    from incident_desk.gui.window_host import WindowHost

    watch_for_crashes(application, services.data_dir)
    host = WindowHost(services, settings, theme, application)
    host.begin(address or settings.current.last_register or None)
    gc.freeze()
    collector = Collector(application)
    status = application.exec()
    host.close()
    collector.stop()
    return status
