"""Fonts inside the PDF: the glyphs a document uses, and which characters each of them stands for.

A code in the page stands for a glyph *and* the characters it carries, so two characters that look alike (blank
and no-break blank, A and Alpha) stay two. Codes are given in the order of first use: same input, same bytes.
"""

from __future__ import annotations

import hashlib
from itertools import islice

import uharfbuzz as hb  # type: ignore[import-untyped]  # ships no types
from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # ships no types
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFString,
)

from incident_desk.reports.archive import packed
from incident_desk.reports.fonts import Face

_SYMBOLIC = 4
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "gasp", "meta", "STAT", "kern")
_PER_BLOCK = 100  # entries that a CMap may hold in one block
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}endcmap CMapName currentdict /CMap defineresource pop end end
"""


class _Codes(dict[tuple[int, str], str]):
    """The code (four hex digits) under which a glyph stands for the characters it carries."""

    def __missing__(self, glyph: tuple[int, str]) -> str:
        code = self[glyph] = f"{len(self) + 1:04X}"
        return code


class EmbeddedFace:
    """One face in one document."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.codes = _Codes()

    def add_to(self, document: PDFDocument) -> None:
        """Write the font's objects. The page resources of every page refer to it by `name`."""
        glyphs = [gid for gid, _ in self.codes]
        program, places = self._subset(set(glyphs))
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = PDFName(f"{tag}+{self.face.file.rsplit('.', 1)[0]}")
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(self._descriptor(document, base, program)),
            "DW": 0,
            "W": PDFArray([1, PDFArray([round(self.face.advance(gid), 2) for gid in glyphs])]),
            "CIDToGIDMap": document.Reference(
                packed(b"\0\0" + b"".join(places[gid].to_bytes(2, "big") for gid in glyphs))
            ),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(packed(self._to_unicode())),
        }
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(PDFDictionary(font))

    def _subset(self, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = hb.SubsetFlags.NO_HINTING
        for table in _DROPPED_TABLES:
            wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode(), "big"))
        plan = hb.SubsetPlan(self.face.source, wanted)
        places = {old: new for old, new in plan.old_to_new_glyph_mapping.items() if old in glyphs}
        program: bytes = plan.execute().blob.data
        return program, places

    def _descriptor(self, document: PDFDocument, base: PDFName, program: bytes) -> PDFDictionary:
        extents = self.face.font.get_font_extents("ltr")
        ascent, descent = extents.ascender * self.face.per_mille, extents.descender * self.face.per_mille
        file = packed(program)
        file.dictionary["Length1"] = len(program)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-1000, round(descent), 3000, round(ascent)]),
                "Ascent": round(ascent),
                "Descent": round(descent),
                "CapHeight": 714,
                "ItalicAngle": 0,
                "StemV": 80,
                "FontFile2": document.Reference(file),
            }
        )

    def _to_unicode(self) -> bytes:
        lines = (
            f"<{code}> <{carries.encode('utf-16-be').hex().upper()}>\n" for (_, carries), code in self.codes.items()
        )
        blocks = ""
        while block := list(islice(lines, _PER_BLOCK)):
            blocks += f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
        return _CMAP.format(blocks=blocks).encode("ascii")
