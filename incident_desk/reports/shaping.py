"""From a word to glyphs: kerning, accents, joined letters, in the faces that have them (HarfBuzz).

A reader program gives back the characters that the glyphs carry, in the order they stand on paper. So each
character is carried by exactly one glyph in that order. Where several characters melt into one glyph, the others
ride on glyphs without ink; where a mark sits out of line, its ink is drawn as a shape and carries nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # ships no types

from incident_desk.reports.fonts import Face, Weight
from incident_desk.reports.text import NO_BREAK_BLANK, runs

LEFTWARDS = "\u200f"  # first character of a token that runs to the left; visible text never holds it
HELD = "\u2060"  # last character of a token whose hyphen ends a line; visible text never holds it

_KEEP = 20_000  # words kept; a paper in one language has some thousands

Glyph = tuple[int, str]  # the glyph, and the characters a reader gets for it


class Strand(NamedTuple):
    """Glyphs of one face, and the gaps before each of them and behind the last; () where all are 0."""

    face: Face
    glyphs: tuple[Glyph, ...]
    gaps: tuple[int, ...]


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
    strands: tuple[Strand, ...]
    shapes: tuple[Shape, ...] = ()


class _Placed(NamedTuple):
    """A glyph as HarfBuzz places it; `cluster` is where its characters begin."""

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
        known = _words[key] = _held(weight, token) if token.endswith(HELD) else _shape(weight, token)
    return known


def _held(weight: Weight, token: str) -> Shaped:
    """Readers drop a hyphen at the end of a line, unless it carries a blank as well."""
    shaped = _shape(weight, token.removesuffix(HELD))
    last = shaped.strands[-1]
    gid, carries = last.glyphs[-1]
    glyphs = (*last.glyphs[:-1], (gid, carries + NO_BREAK_BLANK))
    return Shaped(shaped.width, (*shaped.strands[:-1], last._replace(glyphs=glyphs)), shaped.shapes)


def _shape(weight: Weight, token: str) -> Shaped:
    leftwards = token.startswith(LEFTWARDS)
    parts = runs(token.removeprefix(LEFTWARDS), weight)
    if leftwards:
        parts.reverse()
    width = 0.0
    strands: list[Strand] = []
    shapes: list[Shape] = []
    for face, part in parts:
        placed = _placed(face, part, leftwards)
        if _is_plain(placed, part):
            strands.append(_plain(face, part, placed))
            width += sum(glyph.advance for glyph in placed)
        else:
            setting = _Setting(face, leftwards, width, shapes)
            for carried, cluster in _clusters(part, placed):
                setting.add(carried, cluster)
            strands.append(setting.strand())
            width = setting.x
    if NO_BREAK_BLANK * 2 in token:
        strands = [_blanks_in_pairs(strand) for strand in strands]
    return Shaped(width, tuple(strands), tuple(shapes))


def _blanks_in_pairs(strand: Strand) -> Strand:
    """Two blanks on one glyph, because pdftotext drops single ones and takes the gap for one between columns."""
    glyphs: list[Glyph] = []
    gaps: list[int] = [0]
    for (gid, carries), gap in zip(strand.glyphs, strand.gaps or (0,) * len(strand.glyphs), strict=False):
        gaps[-1] += gap
        if carries == NO_BREAK_BLANK and glyphs and glyphs[-1][1] == NO_BREAK_BLANK:
            glyphs[-1] = (gid, NO_BREAK_BLANK * 2)
            gaps[-1] += round(strand.face.advance(gid))
        else:
            glyphs.append((gid, carries))
            gaps.append(0)
    gaps[-1] += strand.gaps[-1] if strand.gaps else 0
    return Strand(strand.face, tuple(glyphs), tuple(gaps))


def _placed(face: Face, text: str, leftwards: bool) -> list[_Placed]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = "en"  # else HarfBuzz asks the machine's locale, and the same record prints differently
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    hb.shape(face.font, buffer)
    k = face.per_mille
    return [
        _Placed(info.codepoint, info.cluster, place.x_advance * k, place.x_offset * k, place.y_offset * k)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def _is_plain(placed: list[_Placed], text: str) -> bool:
    """Whether each character became one glyph that stands on the line, as nearly all do."""
    if len(placed) != len(text):
        return False
    return all(
        glyph.cluster == number and glyph.advance > 0 and not glyph.x and not glyph.y
        for number, glyph in enumerate(placed)
    )


def _plain(face: Face, text: str, placed: list[_Placed]) -> Strand:
    glyphs = tuple((glyph.gid, character) for glyph, character in zip(placed, text, strict=True))
    gaps = (0, *(round(glyph.advance - face.advance(glyph.gid)) for glyph in placed))
    return Strand(face, glyphs, gaps if any(gaps) else ())


def _clusters(text: str, placed: list[_Placed]) -> list[tuple[str, list[_Placed]]]:
    """Characters with the glyphs they became, from left to right on paper."""
    grouped: dict[int, list[_Placed]] = {}
    for glyph in placed:
        grouped.setdefault(glyph.cluster, []).append(glyph)
    starts = sorted(grouped)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [(text[start : ends[start]], grouped[start]) for start in grouped]


class _Setting:
    """Sets clusters one after the other, from `x` on."""

    def __init__(self, face: Face, leftwards: bool, x: float, shapes: list[Shape]) -> None:
        self._face, self._leftwards, self._shapes = face, leftwards, shapes
        self._start, self._drawn = x, len(shapes)
        self.x = x
        self._glyphs: list[Glyph] = []
        self._gaps: list[float] = [0.0]

    def add(self, carried: str, placed: list[_Placed]) -> None:
        upright = [glyph for glyph in placed if glyph.advance > 0 and not glyph.y][: len(carried)]
        shares = self._shares(carried, len(upright))
        inkless = len(shares) - len(upright)
        for share in shares[:inkless]:
            self._put(self._face.carrier, share, 0.0)
        waiting = iter(shares[inkless:])
        for glyph in placed:
            if glyph in upright:
                self._gaps[-1] += glyph.x
                self._put(glyph.gid, next(waiting), glyph.advance - self._face.advance(glyph.gid) - glyph.x)
                upright.remove(glyph)
            else:
                self._shapes.append(Shape(self._face, glyph.gid, self.x + glyph.x, glyph.y))
                self._gaps[-1] += glyph.advance
            self.x += glyph.advance

    def strand(self) -> Strand:
        if not any(self._face.has_ink(gid) for gid, _ in self._glyphs):
            self._write_a_mark()
        gaps = tuple(map(round, self._gaps))
        return Strand(self._face, tuple(self._glyphs), gaps if any(gaps) else ())

    def _write_a_mark(self) -> None:
        """pdfium passes over strands without ink: a mark that stands on no letter of its face is written as one."""
        level = [number for number in range(self._drawn, len(self._shapes)) if not self._shapes[number].y]
        carriers = [number for number, (gid, _) in enumerate(self._glyphs) if gid == self._face.carrier]
        if level and carriers:
            mark, at = self._shapes.pop(level[0]), carriers[0]
            before = sum(self._gaps[: at + 1]) + sum(self._face.advance(gid) for gid, _ in self._glyphs[:at])
            moved = mark.x - self._start - before
            self._glyphs[at] = (mark.gid, self._glyphs[at][1])
            self._gaps[at] += moved
            self._gaps[at + 1] -= moved + self._face.advance(mark.gid)

    def _put(self, gid: int, carries: str, gap: float) -> None:
        self._glyphs.append((gid, carries))
        self._gaps.append(gap)

    def _shares(self, carried: str, upright: int) -> list[str]:
        """Which characters each carrying glyph takes, in the order they stand on paper.

        To the left every glyph takes one character, because readers turn such characters round one by one; only
        equal ones share a glyph without ink, because readers take equal glyphs in one place for a shadow.
        """
        if not self._leftwards:
            return [*carried[: upright - 1], carried[upright - 1 :]] if upright else [carried]
        shares = list(reversed(carried))
        inkless = len(shares) - upright
        return ["".join(equal) for _, equal in groupby(shares[:inkless])] + shares[inkless:]
