"""The document being printed, page by page: text, lines and grounds go in, PDF bytes come out.

Places are in points from the lower left corner. ReportLab writes the file; pages are packed as they end, so a
list of 1,000 pages needs little memory. Nothing here asks the clock, and nothing is drawn from a path.
"""

from __future__ import annotations

from reportlab import rl_config  # type: ignore[import-untyped]  # ships no types
from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # ships no types
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from incident_desk import __version__
from incident_desk.reports.archive import Stream, make_archival, packed
from incident_desk.reports.ink import INK, LINE, Ink
from incident_desk.reports.lettering import Lettering
from incident_desk.reports.lines import Line, Style, single_line
from incident_desk.reports.spoken import SpokenLines
from incident_desk.reports.text import visible

# Nothing here reads markup or fetches anything; should a later change do so, it finds the doors shut.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.toColorCanUse = None

_CREATOR = "Incident Desk"
_PRODUCER = f"{_CREATOR} {__version__}, ReportLab"
_CURVE = 0.5523  # how far a Bezier curve reaches to make a quarter of a circle


class _Info(PDFInfo):  # type: ignore[misc]  # its base class has no types
    """The document's own facts, without the dates that ReportLab adds."""

    def format(self, document: PDFDocument) -> bytes:
        facts = {"Title": self.title, "Creator": _CREATOR, "Producer": _PRODUCER}
        told: bytes = PDFDictionary({key: PDFString(fact) for key, fact in facts.items()}).format(document)
        return told


class Sheet:
    """One document in the making."""

    def __init__(self, width: float, height: float, title: str, language: str) -> None:
        self.width = width
        self.height = height
        self.pages = 0
        self.letters = Lettering()
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._document.info = _Info()
        self._title = visible(title).replace("\n", " ")
        self._document.setTitle(self._title)
        self._spoken = SpokenLines()
        self._spoken_pages: dict[int, str] = {}
        self._stamps: dict[str, None] = {}  # in the order of their use
        self._code: list[str] = []
        self._late: list[Stream] = []
        self._fill = self._stroke = Ink("")

    # -- text

    def text(self, style: Style, line: Line, x: float, y: float, ink: Ink = INK) -> None:
        code = self.letters.paint(style, line, x, y)
        self._code.append(self._filled(ink) + (self._spoken.mark(line.spoken, code) if line.spoken else code))

    def write(self, style: Style, words: str, x: float, y: float, ink: Ink = INK, right: bool = False) -> float:
        """A short text on one line, starting or (with `right`) ending at x. Gives its width."""
        line = single_line(words, style)
        self.text(style, line, x - line.width if right else x, y, ink)
        return line.width

    # -- lines and grounds

    def rule(self, x0: float, x1: float, y: float, weight: float = 0.5, ink: Ink = LINE) -> None:
        self.stroke(f"{x0:.2f} {y:.2f} m {x1:.2f} {y:.2f} l S", weight, ink)

    def upright(self, x: float, y0: float, y1: float, weight: float = 0.5, ink: Ink = LINE) -> None:
        self.stroke(f"{x:.2f} {y0:.2f} m {x:.2f} {y1:.2f} l S", weight, ink)

    def stroke(self, path: str, weight: float, ink: Ink) -> None:
        """Path operators that end in a stroke."""
        self._code.append(f"{self._stroked(ink)}{weight:g} w {path}")

    def fill(self, path: str, ink: Ink) -> None:
        """Path operators, filled."""
        self._code.append(f"{self._filled(ink)}{path} f")

    def panel(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float = 0,
        ground: Ink | None = None,
        edge: Ink | None = None,
        weight: float = 0.6,
        dashed: bool = False,
    ) -> None:
        """A rectangle with round corners, its lower left corner at x, y."""
        path = rounded(x, y, width, height, radius)
        if ground:
            self.fill(path, ground)
        if edge:
            dash, solid = ("[2 2] 0 d ", " [] 0 d") if dashed else ("", "")
            self.stroke(f"{dash}{path} S{solid}", weight, edge)

    def draw(self, code: str) -> None:
        """Operators that leave the graphics state as they found it."""
        self._code.append(code)

    # -- things drawn on many pages

    def define(self, name: str, width: float, height: float, code: str) -> None:
        """Keep a drawing from 0, 0 without text under a name; pages may use it before it is defined."""
        stream = packed(code.encode("ascii"))
        stream.dictionary.dict.update(
            Type=PDFName("XObject"),
            Subtype=PDFName("Form"),
            BBox=PDFArray([0, 0, round(width, 2), round(height, 2)]),
            Resources=PDFDictionary({}),
        )
        self._document.Reference(stream, name)

    def picture(self, name: str, width: int, height: int, pixels: bytes) -> None:
        """Keep a picture, given as red, green, blue bytes; `stamp` then draws it one point wide and high."""
        stream = packed(pixels)
        stream.dictionary.dict.update(
            Type=PDFName("XObject"),
            Subtype=PDFName("Image"),
            Width=width,
            Height=height,
            ColorSpace=PDFName("DeviceRGB"),
            BitsPerComponent=8,
        )
        self._document.Reference(stream, name)

    def stamp(self, name: str, x: float, y: float, wide: float = 1, high: float = 1) -> None:
        self._stamps[name] = None
        self._code.append(f"q {wide:g} 0 0 {high:g} {x:.2f} {y:.2f} cm /{name} Do Q")

    # -- pages and the file

    def turn_page(self) -> None:
        """End the page; the next one starts empty."""
        content = "\n".join(self._code).encode("ascii")
        self._document.updateSignature(content)
        late = Stream(content="")
        self._late.append(late)
        resources: dict[str, object] = {"Font": PDFObjectReference("BasicFonts")}
        if self._stamps:
            resources["XObject"] = PDFDictionary({name: PDFObjectReference(name) for name in self._stamps})
        page: dict[str, object] = {
            "Type": PDFName("Page"),
            "Parent": self._document.Reference(self._document.Pages),
            "MediaBox": PDFArray([0, 0, round(self.width, 2), round(self.height, 2)]),
            "Resources": PDFDictionary(resources),
            "Contents": PDFArray([self._document.Reference(stream) for stream in (packed(content), late)]),
        }
        key = self._spoken.turn_page()
        if key is not None:
            page["StructParents"] = key
            self._spoken_pages[key] = self._document.thisPageName()
        self._document.addPage(PDFDictionary(page))
        self.pages += 1
        self._code, self._stamps = [], {}
        self._fill = self._stroke = Ink("")

    def add_to_page(self, page: int, code: str) -> None:
        """Operators for a page that has ended; they set their own colours."""
        self._late[page - 1].content += f"{code}\n"

    def attach(self, name: str, media_type: str, content: bytes) -> None:
        """Put a file inside the document: the data that the pages show (PDF 2.0, associated files)."""
        self._attach(name, media_type, packed(content), len(content))

    def attach_packed(self, name: str, media_type: str, content: bytes, size: int) -> None:
        """The same for a file of `size` bytes that was packed (zlib) while it grew."""
        stream = Stream(content=content)
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        self._attach(name, media_type, stream, size)

    def _attach(self, name: str, media_type: str, stream: Stream, size: int) -> None:
        stream.dictionary.dict.update(
            Type=PDFName("EmbeddedFile"),
            Subtype="/" + media_type.replace("/", "#2F"),
            Params=PDFDictionary({"Size": size}),
        )
        reference = self._document.Reference(stream)
        file = self._document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Filespec"),
                    "F": PDFString(name),
                    "UF": PDFString(name),
                    "EF": PDFDictionary({"F": reference, "UF": reference}),
                    "AFRelationship": PDFName("Data"),
                }
            )
        )
        catalog = self._document.Catalog
        names = PDFDictionary({"Names": PDFArray([PDFString(name), file])})
        catalog.Names = PDFDictionary({"EmbeddedFiles": names})
        catalog.AF = PDFArray([file])

    def finish(self) -> bytes:
        """The whole file."""
        document = self._document
        self.letters.add_to(document)
        self._spoken.add_to(document, self._spoken_pages)
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        make_archival(document, self._title, _CREATOR, _PRODUCER)
        content: bytes = document.GetPDFData(None)
        return content

    def _filled(self, ink: Ink) -> str:
        if ink == self._fill:
            return ""
        self._fill = ink
        return f"{ink} rg "

    def _stroked(self, ink: Ink) -> str:
        if ink == self._stroke:
            return ""
        self._stroke = ink
        return f"{ink} RG "


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Path operators of a rectangle with round corners."""
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    left, right, low, high = x, x + width, y, y + height
    r, c = radius, radius * (1 - _CURVE)
    return (
        f"{left + r:.2f} {low:.2f} m {right - r:.2f} {low:.2f} l "
        f"{right - c:.2f} {low:.2f} {right:.2f} {low + c:.2f} {right:.2f} {low + r:.2f} c "
        f"{right:.2f} {high - r:.2f} l "
        f"{right:.2f} {high - c:.2f} {right - c:.2f} {high:.2f} {right - r:.2f} {high:.2f} c "
        f"{left + r:.2f} {high:.2f} l "
        f"{left + c:.2f} {high:.2f} {left:.2f} {high - c:.2f} {left:.2f} {high - r:.2f} c "
        f"{left:.2f} {low + r:.2f} l "
        f"{left:.2f} {low + c:.2f} {left + c:.2f} {low:.2f} {left + r:.2f} {low:.2f} c h"
    )
