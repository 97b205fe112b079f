"""The pages of the papers: as pictures, and looked over for words outside the margins or on each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it brings no types

MOST_PAGES = 12
_DOTS_PER_POINT = 80 / 72
_MARGIN = 20.0  # points from each edge of the sheet that printers leave white
_TOLERATED = 1.5  # points two lines may share: letters reach a little over their line

Box = tuple[float, float, float, float]  # left, bottom, right, top


def look_over(pdf: Path, folder: Path) -> list[str]:
    """A picture of each page; what is wrong on it."""
    found: list[str] = []
    document = pdfium.PdfDocument(pdf)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            name = f"paper-{pdf.parent.name}-{pdf.stem}-{number + 1}"
            page.render(scale=_DOTS_PER_POINT).to_pil().save(folder / f"{name}.png")
            found += [f"{name}: {each}" for each in _wrong(page)]
    finally:
        document.close()
    return found


def _wrong(page: pdfium.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    sheet = (_MARGIN, _MARGIN, *(length - _MARGIN for length in page.get_size()))
    boxes: list[Box] = [text.get_rect(number) for number in range(text.count_rects())]
    if not boxes:
        yield "the page is empty"
    for box in boxes:
        if box[0] < sheet[0] or box[1] < sheet[1] or box[2] > sheet[2] or box[3] > sheet[3]:
            yield f"{text.get_text_bounded(*box)[:40]!r} stands outside the margins"
    for one, other in combinations(boxes, 2):
        if _overlap(one, other):
            yield f"{text.get_text_bounded(*one)[:40]!r} lies on {text.get_text_bounded(*other)[:40]!r}"


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _TOLERATED and down > _TOLERATED
