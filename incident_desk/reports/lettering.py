"""Text as operators of a page: the glyphs of each word are written once per document and style, then repeated."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument  # type: ignore[import-untyped]  # ships no types

from incident_desk.reports.embedding import EmbeddedFace
from incident_desk.reports.fonts import Face, load
from incident_desk.reports.lines import Line, Style
from incident_desk.reports.shaping import Shape, Shaped, Strand, shape


class Lettering:
    """The letters of one document."""

    def __init__(self) -> None:
        self._faces: dict[str, EmbeddedFace] = {}
        self._written: dict[Style, dict[str, str]] = {}
        self._with_shapes: dict[tuple[Style, str], Shaped] = {}

    def paint(self, style: Style, line: Line, x: float, y: float) -> str:
        """Operators that paint a line with its baseline starting at x, y, in the colour in force."""
        text = f"BT {self.select(style)} 1 0 0 1 {x:.2f} {y:.2f} Tm[{self.glyphs(style, line)}]TJ ET"
        if self.has_shapes(style, line):
            text += self._paint_shapes(style, line, x, y)
        return text

    def select(self, style: Style) -> str:
        """The operator that sets the face and size of a style."""
        return self._select(style, load(style.weight))

    def glyphs(self, style: Style, line: Line) -> str:
        """The inside of a TJ operator for the whole line, with the style's own face selected before and after."""
        written = self._written.get(style)
        if written is None:
            written = self._written[style] = {}
        try:
            glyphs = "".join([written[token] for token in line.tokens])
        except KeyError:
            glyphs = "".join([written.get(token) or self._write(style, token) for token in line.tokens])
        return glyphs.replace("><", "")

    def has_shapes(self, style: Style, line: Line) -> bool:
        """Whether part of the line's ink is drawn as shapes."""
        return bool(self._with_shapes) and any((style, token) in self._with_shapes for token in line.tokens)

    def add_to(self, document: PDFDocument) -> None:
        for embedded in self._faces.values():
            embedded.add_to(document)

    def embedded(self, face: Face) -> EmbeddedFace:
        known = self._faces.get(face.file)
        if known is None:
            known = self._faces[face.file] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
        return known

    def _select(self, style: Style, face: Face) -> str:
        return f"/{self.embedded(face).name} {style.size:g} Tf"

    def _write(self, style: Style, token: str) -> str:
        """The inside of a TJ array for one token, leaving the style's own face selected."""
        shaped = shape(style.weight, token)
        if shaped.shapes:
            self._with_shapes[style, token] = shaped
        own = load(style.weight)
        parts: list[str] = []
        for strand in shaped.strands:
            inside = _inside(self.embedded(strand.face), strand)
            if strand.face is own:
                parts.append(inside)
            else:
                parts.append(f"]TJ {self._select(style, strand.face)}[{inside}]TJ {self.select(style)}[")
        written = self._written[style][token] = "".join(parts)
        return written

    def _paint_shapes(self, style: Style, line: Line, x: float, y: float) -> str:
        scale = style.size / 1000
        code = ""
        for token in line.tokens:
            shaped = self._with_shapes.get((style, token))
            for one in shaped.shapes if shaped else ():
                code += _place(one, x, y, scale)
            x += shape(style.weight, token).width * scale
        return code


def _inside(embedded: EmbeddedFace, strand: Strand) -> str:
    """Codes and gaps as they stand between the brackets of a TJ operator."""
    codes = embedded.codes
    if not strand.gaps:
        return f"<{''.join([codes[glyph] for glyph in strand.glyphs])}>"
    parts = [f"{-gap or ''}<{codes[glyph]}>" for glyph, gap in zip(strand.glyphs, strand.gaps, strict=False)]
    return "".join(parts).replace("><", "") + str(-strand.gaps[-1] or "")


def _place(one: Shape, x: float, y: float, scale: float) -> str:
    at = f"{scale:.5f} 0 0 {scale:.5f} {x + one.x * scale:.2f} {y + one.y * scale:.2f} cm"
    return f" q {at} {one.face.outline(one.gid)} f Q"
