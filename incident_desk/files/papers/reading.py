"""A PDF file: what it says of itself, what is attached to it, the words of its pages."""

from __future__ import annotations

import hashlib
import io
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # has no stubs

from incident_desk.files.papers.beside import files_in, title_of
from incident_desk.usecases.checking.files import JOURNAL_DATA, LIST_DATA, OVERVIEW_DATA, RECORD_DATA
from incident_desk.usecases.errors import SurroundingsFailed

_MOST_PAGES = 5_000
_OURS = (RECORD_DATA, LIST_DATA, JOURNAL_DATA, OVERVIEW_DATA)


@contextmanager
def opened(name: str, content: bytes) -> Iterator[pikepdf.Pdf]:
    """The objects of a file. Raises SurroundingsFailed for one that is no PDF file, is damaged or has a password."""
    if b"%PDF-" not in content[:1024]:
        raise SurroundingsFailed("paper_no_pdf", name=name)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise SurroundingsFailed("paper_too_large", name=name)
            yield pdf
    except pikepdf.PasswordError as error:
        raise SurroundingsFailed("paper_locked", name=name) from error
    except (pikepdf.PdfError, RecursionError) as error:
        raise SurroundingsFailed("paper_damaged", name=name) from error


def read(name: str, content: bytes) -> dict[str, Any]:
    """The fields of a `PaperFile`, but for its path; `data` as base64."""
    with opened(name, content) as pdf:
        attached = {str(key): file for key, file in pdf.attachments.items()}
        ours = next((key for key in _OURS if key in attached), "")
        data = attached[ours].get_file().read_bytes() if ours else b""
        facts = {
            "title": title_of(pdf), "language": str(pdf.Root.get("/Lang", "")), "pages": len(pdf.pages),
            "wide": float(pdf.pages[0].mediabox[2]) - float(pdf.pages[0].mediabox[0]) if len(pdf.pages) else 0.0,
        }  # fmt: skip
        others = sorted({inside for inside, content in files_in(pdf) if content != data or inside != ours})
    return {
        **facts, "sha256": hashlib.sha256(content).hexdigest(), "data_name": ours, "others": others,
        "data": b64encode(data).decode("ascii"), "words": list(_words(content)) if ours else [],
    }  # fmt: skip


def _words(content: bytes) -> Iterator[list[str]]:
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            yield words_of(page)
            page.close()
    finally:
        document.close()


def words_of(page: Any) -> list[str]:
    """Of a page as pdfium reads it."""
    text = page.get_textpage()
    try:
        return str(text.get_text_range()).split()
    finally:
        text.close()
