"""Pages of a PDF as pictures and as text. PDFium works on one thread at a time, so its door has a lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """How many pages, and how large the first one is, in points."""

    pages: int
    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: its picture and its text, for those who listen."""

    picture: QImage
    text: str


@contextmanager
def _document(content: bytes) -> Iterator[Any]:
    import pypdfium2  # type: ignore[import-untyped]  # has no stubs

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


def paper_facts(content: bytes) -> PaperFacts:
    with _document(content) as document:
        return PaperFacts(len(document), *document[0].get_size())


def page_picture(content: bytes, page: int, scale: float) -> PagePicture:
    """`scale`: pixels for each point of the paper. Raises IndexError for a page that is not there."""
    with _document(content) as document:
        shown = document[page]
        bitmap = shown.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        return PagePicture(image.copy(), shown.get_textpage().get_text_bounded())


def picture_for_print(content: bytes, page: int, dots_per_inch: float) -> QImage:
    return page_picture(content, page, dots_per_inch / _POINTS_PER_INCH).picture
