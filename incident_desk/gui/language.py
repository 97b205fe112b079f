"""The language of the window is Qt's default locale, set once at start; words of the domain follow it."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from incident_desk.domain.text import Text


def language() -> str:
    """The code by which packs and texts know the language of the window: "en" or "de"."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


def said(text: Text) -> str:
    """A wording of the domain in the language of the window."""
    return text[language()]
