"""The pages of the papers: as pictures, and looked over for words outside the margins or on each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it brings no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]  # it brings no types

MOST_PAGES = 12
_DOTS_PER_POINT = 80 / 72
_MARGIN = 20.0  # points from each edge of the sheet that printers leave white
_LIGATURE = 2  # letters that follow in one: ffi
_TOLERATED = 0.4  # of a letter's width may lie under the next one
_LEAST_DOWN = 1.5  # points; less is a tail that touches the line below

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
    letters = "".join(chr(pdfium_c.FPDFText_GetUnicode(text, number)) for number in range(text.count_chars()))
    boxes = [(number, text.get_charbox(number)) for number, letter in enumerate(letters)
             if letter.strip() and not pdfium_c.FPDFText_IsGenerated(text, number)]  # fmt: skip
    if not boxes:
        yield "the page is empty"
    width, height = page.get_size()
    for number, (left, bottom, right, top) in boxes:
        if left < _MARGIN or bottom < _MARGIN or right > width - _MARGIN or top > height - _MARGIN:
            yield f"a letter of {_around(letters, number)!r} stands outside the margins"
    for one, other in _on_each_other(boxes):
        yield f"{_around(letters, one)!r} lies on {_around(letters, other)!r}"


def _around(letters: str, number: int) -> str:
    return " ".join(letters[max(0, number - 12) : number + 12].split())


def _on_each_other(boxes: list[tuple[int, Box]]) -> Iterator[tuple[int, int]]:
    """Letters that cover much of each other, found from left to right. Those of one ligature share its place."""
    open_boxes: list[tuple[int, Box]] = []
    for number, box in sorted(boxes, key=lambda each: each[1][0]):
        open_boxes = [each for each in open_boxes if each[1][2] > box[0]]
        near = [(other, beside) for other, beside in open_boxes if abs(other - number) > _LIGATURE]
        yield from ((other, number) for other, beside in near if _overlap(beside, box))
        open_boxes.append((number, box))


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    least = min(one[2] - one[0], other[2] - other[0])
    return across > _TOLERATED * least and down > _LEAST_DOWN
