"""The bundled fonts: which faces there are, what they cover, and which face shows a character.

Faces are read by HarfBuzz, in well under a millisecond each, and only when a text needs them. ReportLab's own
TTFont is not used: it takes a no-break blank for a blank, writes wrong code points beyond U+FFFF, and numbers
shaped glyphs by what the process printed before, so that the same input would not give the same bytes.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, cached_property

import uharfbuzz as hb  # type: ignore[import-untyped]  # ships no types

from incident_desk.support.resources import resource


class Weight(StrEnum):
    """The faces that papers are set in; every other face only helps out where these lack a character."""

    REGULAR = "NotoSans-Regular.ttf"
    MEDIUM = "NotoSans-Medium.ttf"
    SEMIBOLD = "NotoSans-SemiBold.ttf"
    NARROW = "NotoSans-SemiCondensed.ttf"
    NARROW_SEMIBOLD = "NotoSans-SemiCondensedSemiBold.ttf"


HELPERS = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "DejaVuSans.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "wqy-microhei.ttc",
)


class Face:
    """One font file. Widths and places are in thousandths of the type size."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.source = hb.Face(hb.Blob(resource("fonts", file).read_bytes()))
        self.font = hb.Font(self.source)
        self.per_mille: float = 1000 / self.source.upem
        self.covers: frozenset[int] = frozenset(self.source.unicodes)
        self._advances: dict[int, float] = {}
        self._outlines: dict[int, str] = {}

    def glyph(self, character: str) -> int:
        gid: int = self.font.get_nominal_glyph(ord(character)) or 0
        return gid

    def advance(self, gid: int) -> float:
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self.font.get_glyph_h_advance(gid) * self.per_mille
        return width

    @cached_property
    def carrier(self) -> int:
        """A glyph without ink and width, to carry a character whose ink another glyph shows."""
        for gid in range(1, self.source.glyph_count):
            if not self.font.get_glyph_h_advance(gid) and not self.has_ink(gid):
                return gid
        raise LookupError(f"{self.file} has no empty glyph")

    def has_ink(self, gid: int) -> bool:
        extents = self.font.get_glyph_extents(gid)
        return bool(extents.width or extents.height)

    def outline(self, gid: int) -> str:
        """The shape of a glyph as PDF path operators, in thousandths of the type size."""
        if gid not in self._outlines:
            pen = _PathPen(self.per_mille)
            self.font.draw_glyph_with_pen(gid, pen)
            self._outlines[gid] = " ".join(pen.code)
        return self._outlines[gid]


class _PathPen:
    """Takes HarfBuzz's drawing calls (named so by the font tools) and writes PDF path operators."""

    def __init__(self, scale: float) -> None:
        self.code: list[str] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def _write(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        numbers = " ".join(f"{x * self._scale:.1f} {y * self._scale:.1f}" for x, y in points)
        self.code.append(f"{numbers} {operator}")

    def moveTo(self, point: tuple[float, float]) -> None:
        self._write("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._write("l", point)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        self._write("c", first, second, end)

    def curveTo(self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]) -> None:
        self._write("c", first, second, end)

    def closePath(self) -> None:
        self.code.append("h")

    def endPath(self) -> None:
        self.code.append("h")


@cache
def load(file: str) -> Face:
    return Face(file)


def face_of(weight: Weight, code_point: int) -> Face | None:
    """The first face that has this character: the paper's own, else the helper made for its script."""
    for file in (weight, *HELPERS):
        face = load(file)
        if code_point in face.covers:
            return face
    return None


@cache
def covered(code_point: int) -> bool:
    return face_of(Weight.REGULAR, code_point) is not None
