"""Two programs that read a PDF back, each with its own code: poppler's pdftotext and pdfium.

Both take right-to-left letters in the order in which they are painted and turn them round by rules of their own,
simpler than those of Unicode. What that costs is written down here and nowhere else:

- pdftotext puts its own marks round such passages; they are taken out again.
- pdfium takes compatibility letters apart (the Latin ligatures U+FB00 to U+FB06 anywhere, Arabic and Hebrew
  presentation forms) and swaps two points that sit on one letter: compare in form NFKC.
- pdfium gives the mirror image of a bracket inside a right-to-left passage: compare brackets as one kind.
- On a line that mixes directions both misplace the blanks, marks and numbers where the direction changes:
  compare which characters there are, not their order.
- pdftotext joins words of one letter and drops blanks thinner than a word space: compare without blanks.
"""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # has no stubs
from pypdf.generic import DictionaryObject, PdfObject

_MARKS_OF_POPPLER = dict.fromkeys((0x202A, 0x202B, 0x202C, 0x202D, 0x202E))
_BRACKETS = str.maketrans("()[]{}<>«»⟨⟩", "((((((((((((")


def poppler(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page by pdftotext, in its normal mode."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    assert not told.stderr, told.stderr
    return told.stdout.decode().translate(_MARKS_OF_POPPLER).split("\f")[:-1]


def pdfium(pdf: bytes) -> list[str]:
    """The text of each page by pdfium."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            reader = page.get_textpage()
            texts.append(reader.get_text_range())
            reader.close()
            page.close()
        return texts
    finally:
        document.close()


def both(pdf: bytes, folder: Path) -> dict[str, str]:
    return {"pdftotext": "\n".join(poppler(pdf, folder)), "pdfium": "\n".join(pdfium(pdf))}


def inside(thing: PdfObject, *keys: str) -> Any:
    """What lies below these keys, as pypdf found it. It may be of any kind, so the types end here."""
    for key in keys:
        assert isinstance(thing, DictionaryObject)
        thing = thing[key]
    return thing


def words(text: str) -> list[str]:
    return text.split()


def squeezed(text: str) -> str:
    """Without blanks and line ends."""
    return "".join(text.split())


def folded(text: str) -> str:
    """As pdfium gives back what it takes apart."""
    return unicodedata.normalize("NFKC", squeezed(text))


def inventory(text: str) -> list[str]:
    """Which characters there are, brackets as one kind."""
    return sorted(folded(text).translate(_BRACKETS))
