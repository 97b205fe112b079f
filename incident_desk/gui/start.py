"""Starting the window: application, look, language, register; then it stays until it is closed."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from incident_desk import __version__
from incident_desk.gui.theme.manager import Mode, Theme
from incident_desk.support.resources import resource
from incident_desk.support.settings import PcSettings, SettingsFile
from incident_desk.usecases.services import Services


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
    locale = QLocale(QLocale.Language.German if language == "de" else QLocale.Language.English)
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
    gc.enable()
    status = application.exec()
    host.close()
    return status
