"""What makes a paper one that archives keep (PDF/A-3b, ISO 19005-3): its streams, its colours, what it says of itself.

Same paper, same bytes: nothing here asks the clock.
"""

from __future__ import annotations

import zlib
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # ships no types
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as formatted

from incident_desk.support.resources import resource

_PACKING = 6
_COLOURS = "sRGB IEC61966-2.1"
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Stream(PDFStream):  # type: ignore[misc]  # its base class has no types
    """A stream as archives want it: a line end of its own stands before its end, and is not counted."""

    def format(self, document: PDFDocument) -> bytes:
        facts = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        content = self.content if isinstance(self.content, bytes) else self.content.encode("ascii")
        told: bytes = formatted(facts, document) + b"\nstream\n" + content + b"\nendstream\n"
        return told


def packed(content: bytes) -> Stream:
    """A stream that is kept small."""
    stream = Stream(content=zlib.compress(content, _PACKING))
    stream.dictionary["Filter"] = PDFName("FlateDecode")
    return stream


def make_archival(document: PDFDocument, title: str, creator: str, producer: str) -> None:
    """Colours mean the same on every screen and printer, and the file says what it is."""
    colours = packed(_srgb())
    colours.dictionary["N"] = 3
    intent = {
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": PDFString(_COLOURS),
        "Info": PDFString(_COLOURS), "DestOutputProfile": document.Reference(colours),
    }  # fmt: skip
    metadata = Stream(content=_METADATA.format(title=escape(title), creator=creator, producer=producer).encode())
    metadata.dictionary.dict.update(Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    document.Catalog.Metadata = metadata
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "AF", "OutputIntents"]


@cache
def _srgb() -> bytes:
    return resource("colour", "srgb.icc").read_bytes()
