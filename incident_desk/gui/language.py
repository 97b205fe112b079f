"""The language of the window is Qt's default locale; words of the domain follow it."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from incident_desk.domain.text import Text
from incident_desk.support.resources import resource

# Found again here: to tell Python of the children of the application, Qt's binding loads every kind of style. An
# application takes its translators with it when it ends.
_installed: WeakKeyDictionary[QApplication, list[QTranslator]] = WeakKeyDictionary()


def language() -> str:
    """The code by which packs and texts know the language of the window: "en" or "de"."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


def said(text: Text) -> str:
    """A wording of the domain in the language of the window."""
    return text[language()]


def install_language(application: QApplication, language: str) -> None:
    """Texts of the window and of Qt itself; numbers and dates follow."""
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    locale = QLocale(QLocale.Language.German) if language == "de" else british
    QLocale.setDefault(locale)
    installed = _installed.setdefault(application, [])
    while installed:
        old = installed.pop()
        application.removeTranslator(old)
        old.deleteLater()
    folders = (resource("translations"), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for name, folder in zip(("incident_desk", "qtbase"), folders, strict=True):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", str(folder)):
            application.installTranslator(translator)
        installed.append(translator)
