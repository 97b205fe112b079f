"""Breaking text into lines: the widths of words are measured once, long words are broken, nothing is added.

Own code, because a paragraph of ReportLab reads markup and takes seconds for a word of 200,000 letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from incident_desk.reports.bidi import levels, painted, runs_right_to_left
from incident_desk.reports.fonts import Weight, face_of
from incident_desk.reports.shaping import HELD, LEFTWARDS, shape
from incident_desk.reports.text import leans, visible

# Chinese and Japanese have no blanks: a line may end after each sign, but not before a closing one.
_UNSPACED = "\u2e80-\u2fdf\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "\u3001\u3002\u300d\u300f\u3011\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PIECES = re.compile(f"[{_UNSPACED}][{_CLOSING}]*|[^{_UNSPACED}]+")
_KEEP = 20_000  # words whose width is remembered
_LONG = 48  # letters; a longer word is measured letter by letter, so that it can be broken


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """Face, size and line distance in points."""

    weight: Weight
    size: float
    leading: float


class Line(NamedTuple):
    """Tokens are painted from left to right. `spoken` is the text in reading order where that differs."""

    tokens: tuple[str, ...]
    width: float  # in points
    rightmost: bool = False  # its paragraph runs to the left and starts at the right margin
    spoken: str = ""


NO_LINE = Line((), 0.0)


class _Widths(dict[str, float]):
    """Widths of words in thousandths of the type size, measured when they are first met."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self.weight = weight

    def __missing__(self, token: str) -> float:
        if len(self) >= _KEEP:
            self.clear()
        width = self[token] = shape(self.weight, token).width
        return width


_widths = {weight: _Widths(weight) for weight in Weight}


def break_lines(stored: str, style: Style, width: float) -> list[Line]:
    """The lines of a text as it is stored, at most `width` points wide each."""
    shown = visible(stored)
    limit = width * 1000 / style.size
    lines: list[Line] = []
    for paragraph in shown.split("\n"):
        if not paragraph:
            lines.append(NO_LINE)
        elif runs_right_to_left(paragraph):
            lines.extend(_both_ways(paragraph, style, limit))
        else:
            lines.extend(_rightwards(paragraph, style, limit))
    return lines


def single_line(stored: str, style: Style) -> Line:
    """A short text on one line, however wide it becomes."""
    return break_lines(stored.replace("\n", " "), style, 1e9)[0]


def longest_word(texts: Iterable[str], style: Style) -> float:
    """The width in points of the widest word that should not be broken; words beyond all measure are."""
    widths = _widths[style.weight]
    words = {word for text in texts for word in visible(text).split() if len(word) < _LONG}
    parts = (part for word in words for part in (_PIECES.findall(word) if _HAS_UNSPACED.search(word) else (word,)))
    return max((widths[part] for part in parts), default=0.0) * style.size / 1000


def _rightwards(paragraph: str, style: Style, limit: float) -> Iterator[Line]:
    for tokens, width in _fill(paragraph, style.weight, limit):
        if tokens[-1].endswith("-"):
            tokens[-1] += HELD
        yield Line(tuple(tokens), width * style.size / 1000)


def _both_ways(paragraph: str, style: Style, limit: float) -> Iterator[Line]:
    base, of_paragraph = levels(paragraph)
    at = 0
    for tokens, _ in _fill(paragraph, style.weight, limit):
        text = "".join(tokens)
        at = paragraph.index(text, at)
        pieces = painted(text, of_paragraph[at : at + len(text)], base)
        at += len(text)
        painted_tokens = tuple(LEFTWARDS + piece if leftwards else piece for piece, leftwards in pieces)
        width = sum(_widths[style.weight][token] for token in painted_tokens) * style.size / 1000
        yield Line(painted_tokens, width, bool(base), text)


def _fill(paragraph: str, weight: Weight, limit: float) -> Iterator[tuple[list[str], float]]:
    """Tokens of each line, greedily; a blank is a token, and falls away where a line ends."""
    widths = _widths[weight]
    blank = widths[" "]
    line: list[str] = []
    used = 0.0
    for spaced, word in _words(paragraph, widths, limit):
        width = widths[word]
        before = blank if spaced and line else 0.0
        if line and used + before + width > limit:
            yield line, used
            line, used, before = [], 0.0, 0.0
        if before:
            line.append(" ")
        line.append(word)
        used += before + width
    yield line, used


def _words(paragraph: str, widths: _Widths, limit: float) -> Iterator[tuple[bool, str]]:
    """The words, each with whether a blank stands before it. Words wider than a line come in parts."""
    unspaced = _HAS_UNSPACED.search(paragraph) is not None
    for word in paragraph.split(" "):
        spaced = True
        for part in _PIECES.findall(word) if unspaced else (word,):
            if len(part) < _LONG and widths[part] <= limit:
                yield spaced, part
                spaced = False
                continue
            for piece in _broken(part, widths, limit):
                yield spaced, piece
                spaced = False


def _broken(word: str, widths: _Widths, limit: float) -> Iterator[str]:
    """A long word cut so that each part fits; an accent is never parted from its letter."""
    start = 0
    while start < len(word):
        end = _reach(word, start, widths.weight, limit)
        while widths[word[start:end]] > limit:  # joined letters and changes of face move the sum a little
            shorter = _before_accents(word, start, end - 1)
            if shorter == start:
                break
            end = shorter
        yield word[start:end]
        start = end


def _reach(word: str, start: int, weight: Weight, limit: float) -> int:
    """Where a part that begins at `start` should end, by the widths of its letters; at least one letter on."""
    used = 0.0
    for place in range(start, len(word)):
        used += _letter(weight, word[place])
        if used > limit and place > start and not leans(word[place]):
            return place
    return len(word)


def _before_accents(word: str, start: int, end: int) -> int:
    while end > start and leans(word[end]):
        end -= 1
    return end


@cache
def _letter(weight: Weight, character: str) -> float:
    face = face_of(weight, ord(character))
    return face.advance(face.glyph(character)) if face else 0.0
