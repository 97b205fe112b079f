"""A text as it stands, with the names in it marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QWidget

from incident_desk.gui.paint.found_words import Part, strong_parts
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ProseField
from incident_desk.gui.widgets.text_spans import show_spans
from incident_desk.support.words import folded


def marked_parts(text: str, names: Sequence[str]) -> list[Part]:
    """The names as they are spelt; where none stands so, the words that hold one in other letters."""
    text = unicodedata.normalize("NFC", text)
    spelt = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    pieces = re.split(f"({spelt})", text, flags=re.IGNORECASE) if spelt else [text]
    if len(pieces) > 1:
        return [(piece, bool(n % 2)) for n, piece in enumerate(pieces) if piece]
    return strong_parts(text, [word for name in names for word in folded(name).split()], within=True)


class OldText(ProseField):
    """To read and copy, not to write in."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, rows=4)
        self.setReadOnly(True)
        self._parts: list[Part] = []
        theme.changed.connect(self._mark)

    def show_text(self, text: str, names: Sequence[str]) -> None:
        self._parts = marked_parts(text, names)
        self.set_text("".join(piece for piece, _ in self._parts))
        self._mark()

    @property
    def marked(self) -> list[str]:
        return [piece for piece, strong in self._parts if strong]

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self._theme.tokens.high_ground)
        look.setForeground(self._theme.tokens.ink)
        look.setFontWeight(QFont.Weight.DemiBold)
        text, spans, start = "", [], 0
        for piece, strong in self._parts:
            text += piece
            if strong:
                spans.append((start, len(text)))
            start = len(text)
        show_spans(self, text, spans, look)
