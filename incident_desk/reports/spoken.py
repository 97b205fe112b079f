"""Right-to-left lines in reading order, for programs that read a PDF aloud.

On the page such letters stand in the order in which they are painted, and reader programs turn them round. The
document structure says beside each line what it reads (/ActualText). It cannot stand in the page itself: poppler
and pdfium would turn it round a second time.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # ships no types
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
)


class SpokenLines:
    """The lines of one document that run to the left, page by page."""

    def __init__(self) -> None:
        self._pages: list[list[str]] = []
        self._here: list[str] = []

    def mark(self, spoken: str, code: str) -> str:
        """Operators of one line, marked so that the structure can name it."""
        self._here.append(spoken)
        return f"/Span<</MCID {len(self._here) - 1}>>BDC {code} EMC"

    def turn_page(self) -> int | None:
        """Ends the page; gives its key in the structure if it has such lines."""
        if not self._here:
            return None
        self._pages.append(self._here)
        self._here = []
        return len(self._pages) - 1

    def add_to(self, document: PDFDocument, page_names: dict[int, str]) -> None:
        """Write the structure. `page_names` are the pages by the keys that `turn_page` gave."""
        if not self._pages:
            return
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root)
        whole = PDFDictionary({"S": PDFName("Document"), "P": root_reference})
        whole_reference = document.Reference(whole)
        parents: list[object] = []
        kids: list[object] = []
        for key, lines in enumerate(self._pages):
            page = PDFObjectReference(page_names[key])
            spans = [document.Reference(_span(text, n, page, whole_reference)) for n, text in enumerate(lines)]
            kids.extend(spans)
            parents += [key, document.Reference(PDFArray(spans))]
        whole.dict["K"] = PDFArray(kids)
        root.dict["K"] = whole_reference
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
        root.dict["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = root


def _span(text: str, number: int, page: PDFObjectReference, parent: PDFObjectReference) -> PDFDictionary:
    return PDFDictionary(
        {
            "S": PDFName("Span"),
            "P": parent,
            "Pg": page,
            "K": number,
            "ActualText": f"<FEFF{text.encode('utf-16-be').hex().upper()}>",
        }
    )
