"""The floor of goal 11: the texts of a record set by ReportLab's Platypus, without anything a paper is for.

No marks, no steps, no matrix, no proof at the foot: headings, paragraphs and tables in one embedded font.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

Part = tuple[str, str, list[list[str]]]
"""A heading, a text, and rows of cells; any of them may be empty."""

FONT = "NotoSans-Regular.ttf"
_WIDTH = 480.0


def platypus_pdf(parts: Sequence[Part], font: str) -> bytes:
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # ships no types
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]  # ships no types
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # ships no types
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # ships no types
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table  # type: ignore[import-untyped]  # ships no types

    if "Own" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Own", font))
    head = ParagraphStyle("head", fontName="Own", fontSize=11, leading=14, spaceBefore=8)
    prose = ParagraphStyle("prose", fontName="Own", fontSize=9.2, leading=13)
    cell = ParagraphStyle("cell", fontName="Own", fontSize=8.6, leading=11)
    grid = [
        ("FONT", (0, 0), (-1, -1), "Own", 8.6), ("GRID", (0, 0), (-1, -1), 0.4, (0.6, 0.6, 0.6)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]  # fmt: skip
    story: list[Any] = []
    for heading, text, rows in parts:
        story += [Paragraph(escape(heading), head)] if heading else []
        story += [Paragraph(escape(text), prose)] if text else []
        if rows:
            width = _WIDTH / len(rows[0])
            fits = int(width / 5)  # letters; shorter texts need no breaking
            cells = [[Paragraph(escape(each), cell) if len(each) > fits else each for each in row] for row in rows]
            story += [Spacer(1, 4), Table(cells, [width] * len(rows[0]), None, grid, repeatRows=1)]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, pageCompression=1).build(story)
    return out.getvalue()
