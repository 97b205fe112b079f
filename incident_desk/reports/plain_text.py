"""Texts of long lists, set the quick way: letter by letter from tables, without kerning.

Only texts in which every character is one upright glyph of the style's own face; for all others the answer is
None, and they are set as on any other paper.
"""

from __future__ import annotations

from incident_desk.reports.bidi import runs_right_to_left
from incident_desk.reports.embedding import EmbeddedFace
from incident_desk.reports.fonts import Face, load
from incident_desk.reports.lines import Style
from incident_desk.reports.text import NO_BREAK_BLANK, leans, visible

_KEEP = 50_000  # words whose width is remembered


class PlainText:
    """One style in one document."""

    def __init__(self, style: Style, embedded: EmbeddedFace) -> None:
        self._size = style.size
        self._advances = _Advances(load(style.weight))
        self._codes = _LetterCodes(embedded)
        self._widths: dict[str, float] = {}

    def lines(self, stored: str, width: float) -> tuple[str, ...] | None:
        """The inside of a TJ operator for each line, or None if the text is not plain."""
        if not stored or "  " in stored or stored[0] == " ":
            return None
        limit = width * 1000 / self._size
        try:
            if sum(map(self._advances.__getitem__, stored)) <= limit:
                return (self._glyphs(stored),)
            return self._broken(stored, limit)
        except KeyError:
            return None

    def _broken(self, text: str, limit: float) -> tuple[str, ...]:
        blank = self._advances[" "]
        lines: list[str] = []
        line: list[str] = []
        used = 0.0
        for word in text.split(" "):
            last, width = word, self._width(word)
            if line and used + blank + width > limit:
                lines.append(self._glyphs(" ".join(line)))
                line, used = [], 0.0
            if width > limit:
                *whole, last = self._pieces(word, limit)
                lines += map(self._glyphs, whole)
                width = self._width(last)
            used += width + (blank if line else 0.0)
            line.append(last)
        return (*lines, self._glyphs(" ".join(line)))

    def _pieces(self, word: str, limit: float) -> list[str]:
        """A word wider than a line, cut so that each piece fits."""
        pieces: list[str] = []
        start, used = 0, 0.0
        for place, width in enumerate(map(self._advances.__getitem__, word)):
            if used + width > limit and place > start:
                pieces.append(word[start:place])
                start, used = place, 0.0
            used += width
        return [*pieces, word[start:]]

    def _width(self, word: str) -> float:
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) >= _KEEP:
                self._widths.clear()
            width = self._widths[word] = sum(map(self._advances.__getitem__, word))
        return width

    def _glyphs(self, line: str) -> str:
        codes = self._codes
        if line.endswith("-"):
            return f"<{''.join(map(codes.__getitem__, line[:-1]))}{codes.held_hyphen()}>"
        return f"<{''.join(map(codes.__getitem__, line))}>"


class _Advances(dict[str, float]):
    """Widths of plain characters; a KeyError for all others."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        plain = ord(character) in self._face.covers and visible(f"x{character}") == f"x{character}"
        if not plain or character == "\n" or leans(character) or runs_right_to_left(character):
            raise KeyError(character)
        width = self[character] = self._face.advance(self._face.glyph(character))
        return width


class _LetterCodes(dict[str, str]):
    """Codes of plain characters in one document."""

    def __init__(self, embedded: EmbeddedFace) -> None:
        super().__init__()
        self._embedded = embedded

    def __missing__(self, character: str) -> str:
        code = self[character] = self._embedded.codes[self._embedded.face.glyph(character), character]
        return code

    def held_hyphen(self) -> str:
        """A hyphen at the end of a line carries a blank, else readers drop it."""
        return self._embedded.codes[self._embedded.face.glyph("-"), f"-{NO_BREAK_BLANK}"]
