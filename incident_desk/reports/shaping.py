"""From a word to glyphs: kerning, accents, joined letters, in the faces that have them (HarfBuzz).

A reader program gives back the characters that the glyphs carry, in the order they stand on paper. So each
character is carried by exactly one glyph in that order. Where several characters melt into one glyph, the others
ride on glyphs without ink; where a mark sits out of line, its ink is drawn as a shape and carries nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # ships no types

from incident_desk.reports.fonts import Face, Weight
from incident_desk.reports.text import NO_BREAK_BLANK, runs

LEFTWARDS = "\u200f"  # first character of a token that runs to the left; visible text never holds it
HELD = "\u2060"  # last character of a token whose hyphen ends a line; visible text never holds it

_TO_THE_RIGHT = {"kern": True, "liga": False, "clig": False}
_TO_THE_LEFT = {"kern": True}
_KEEP = 40_000  # words kept; a paper in one language has some thousands


class Glyph(NamedTuple):
    """`carries` are the characters a reader gets; `gap` moves what follows, beyond the glyph's own width."""

    gid: int
    carries: str
    gap: float


class Shape(NamedTuple):
    """Ink without characters: a mark placed by the font, from the start of the word."""

    face: Face
    gid: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word ready to be painted from left to right. Widths are in thousandths of the type size."""

    width: float
    strands: tuple[tuple[Face, tuple[Glyph, ...]], ...]
    shapes: tuple[Shape, ...]


class _Placed(NamedTuple):
    gid: int
    cluster: int
    advance: float
    x: float
    y: float


_words: dict[tuple[Weight, str], Shaped] = {}


def shape(weight: Weight, token: str) -> Shaped:
    """The glyphs of visible text that has no line end. Words come again and again, so they are kept."""
    key = (weight, token)
    known = _words.get(key)
    if known is None:
        if len(_words) >= _KEEP:
            _words.clear()
        known = _words[key] = _hold_hyphen(_shape(weight, token[:-1])) if token.endswith(HELD) else _shape(weight, token)
    return known


def _hold_hyphen(shaped: Shaped) -> Shaped:
    """Readers drop a hyphen at the end of a line, unless it carries a blank as well."""
    face, glyphs = shaped.strands[-1]
    last = glyphs[-1]._replace(carries=glyphs[-1].carries + NO_BREAK_BLANK)
    return replace(shaped, strands=(*shaped.strands[:-1], (face, (*glyphs[:-1], last))))


def _shape(weight: Weight, token: str) -> Shaped:
    leftwards = token.startswith(LEFTWARDS)
    parts = runs(token.removeprefix(LEFTWARDS), weight)
    if leftwards:
        parts.reverse()
    width = 0.0
    strands: list[tuple[Face, tuple[Glyph, ...]]] = []
    shapes: list[Shape] = []
    for face, part in parts:
        glyphs: list[Glyph] = []
        for carried, placed in _clusters(face, part, leftwards):
            width = _set(face, carried, placed, leftwards, width, glyphs, shapes)
        strands.append((face, tuple(glyphs)))
    return Shaped(width, tuple(strands), tuple(shapes))


def _clusters(face: Face, text: str, leftwards: bool) -> list[tuple[str, list[_Placed]]]:
    """Characters with the glyphs they became, from left to right on paper."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = "en"  # else HarfBuzz asks the machine's locale, and the same record prints differently
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    hb.shape(face.font, buffer, _TO_THE_LEFT if leftwards else _TO_THE_RIGHT)
    k = face.per_mille
    grouped: dict[int, list[_Placed]] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed = _Placed(info.codepoint, info.cluster, place.x_advance * k, place.x_offset * k, place.y_offset * k)
        grouped.setdefault(info.cluster, []).append(placed)
    starts = sorted(grouped)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [(text[start : ends[start]], grouped[start]) for start in grouped]


def _set(
    face: Face,
    carried: str,
    placed: list[_Placed],
    leftwards: bool,
    x: float,
    glyphs: list[Glyph],
    shapes: list[Shape],
) -> float:
    """Set one cluster at `x`; gives the place after it."""
    upright = [glyph for glyph in placed if glyph.advance > 0 and not glyph.y][: len(carried)]
    shares = _shares(carried, len(upright), leftwards)
    for share in shares[: len(shares) - len(upright)]:
        glyphs.append(Glyph(face.carrier, share, 0.0))
    waiting = shares[len(shares) - len(upright) :]
    for glyph in placed:
        if waiting and glyph in upright:
            if glyph.x and glyphs:
                glyphs[-1] = glyphs[-1]._replace(gap=glyphs[-1].gap + glyph.x)
            own = face.advance(glyph.gid)
            behind = glyph.advance - own - (glyph.x if glyphs else 0.0)
            glyphs.append(Glyph(glyph.gid, waiting.pop(0), behind))
        else:
            shapes.append(Shape(face, glyph.gid, x + glyph.x, glyph.y))
            if glyph.advance and glyphs:
                glyphs[-1] = glyphs[-1]._replace(gap=glyphs[-1].gap + glyph.advance)
        x += glyph.advance
    return x


def _shares(carried: str, upright: int, leftwards: bool) -> list[str]:
    """Which characters each carrying glyph takes, in the order they stand on paper.

    To the left every glyph takes one character, because readers turn such characters round one by one.
    """
    if leftwards:
        return list(reversed(carried))
    if not upright:
        return [carried]
    return [*carried[: upright - 1], carried[upright - 1 :]]
