"""Pages of a PDF as pictures, made off the UI thread by pypdfium2."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: its picture and its text, for those who listen."""

    picture: QImage
    text: str


def page_count(content: bytes) -> int:
    import pypdfium2  # type: ignore[import-untyped]  # has no stubs

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def page_picture(content: bytes, page: int, dots_per_inch: float) -> PagePicture:
    """Raises IndexError for a page that is not there."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        shown = document[page]
        bitmap = shown.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        text = shown.get_textpage().get_text_bounded()
        return PagePicture(image.copy(), text)
    finally:
        document.close()
