"""Charts and diagrams on paper: each shape becomes operators, so that lines stay lines at any size."""

from __future__ import annotations

from incident_desk.charts.drawing import Anchor, Area, Box, Dot, Drawing, Letters, Point, Ruler, Stroke, Tone, Words
from incident_desk.reports import ink
from incident_desk.reports.ink import Ink
from incident_desk.reports.lines import Line, Style, break_lines, single_line
from incident_desk.reports.marks import circle
from incident_desk.reports.paper import LABEL, LABEL_STRONG, SMALL, Frame, Strip
from incident_desk.reports.prose import section_head
from incident_desk.reports.sheet import Sheet, rounded
from incident_desk.usecases.papers import DrawingBlock

_STYLES = {Letters.LABEL: LABEL, Letters.STRONG: LABEL_STRONG, Letters.SMALL: SMALL}
_MIDDLE = 0.357  # of its size a text lies above its base line
_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}  # how much of a text lies left of its place
_CUT = "\u2026"


class PaperRuler(Ruler):
    def width(self, text: str, letters: Letters) -> float:
        return single_line(text, _STYLES[letters]).width

    def line(self, letters: Letters) -> float:
        return _STYLES[letters].leading


def drawing_block(block: DrawingBlock, frame: Frame) -> list[Strip]:
    """A head, and the drawing as wide as the page."""
    return [
        *section_head(block.title, block.hint, frame),
        drawing_strip(block.draw(frame.width, PaperRuler()), frame.left),
    ]


def drawing_strip(drawing: Drawing, left: float) -> Strip:
    """The drawing as one strip, which never parts: it is to be made no higher than a page."""

    def paint(sheet: Sheet, top: float) -> None:
        paper = _Paper(sheet, left, top)
        for shape in drawing.shapes:
            paper.draw(shape)

    return Strip(drawing.height, paint)


class _Paper:
    """Draws shapes with their upper left corner at a place of a sheet, whose y runs upwards."""

    def __init__(self, sheet: Sheet, left: float, top: float) -> None:
        self._sheet, self._left, self._top = sheet, left, top

    def draw(self, shape: Stroke | Box | Area | Dot | Words) -> None:
        match shape:
            case Stroke():
                dash, solid = ("[3 2] 0 d ", " [] 0 d") if shape.dashed else ("", "")
                self._sheet.stroke(f"{dash}{self._path(shape.points)} S{solid}", shape.width, _ink(shape.tone))
            case Box():
                low = self._top - shape.top - shape.height
                self._closed(
                    rounded(self._left + shape.left, low, shape.width, shape.height, shape.radius),
                    shape.fill,
                    shape.edge,
                )
            case Area():
                self._closed(f"{self._path(shape.points)} h", shape.fill, shape.edge)
            case Dot():
                path = circle(self._left + shape.x, self._top - shape.y, shape.radius)
                self._closed(path, shape.fill, shape.edge)
            case Words():
                self._write(shape)

    def _closed(self, path: str, fill: Tone | None, edge: Tone | None) -> None:
        if fill:
            self._sheet.fill(path, _ink(fill))
        if edge:
            self._sheet.stroke(f"{path} S", 0.6, _ink(edge))

    def _write(self, words: Words) -> None:
        style = _STYLES[words.letters]
        line = _fitting(words.text, style, words.room)
        x = self._left + words.x - line.width * _BEFORE[words.anchor]
        self._sheet.text(style, line, x, self._top - words.y - style.size * _MIDDLE, _ink(words.tone))

    def _path(self, points: tuple[Point, ...]) -> str:
        placed = [f"{self._left + x:.2f} {self._top - y:.2f}" for x, y in points]
        return f"{placed[0]} m " + " ".join(f"{point} l" for point in placed[1:])


def _fitting(text: str, style: Style, room: float | None) -> Line:
    """On one line; cut with three dots where there is less room."""
    line = single_line(text, style)
    if room is None or line.width <= room:
        return line
    left = room - single_line(_CUT, style).width
    first = break_lines(text.replace("\n", " "), style, max(left, 1))[0]
    return single_line("".join(first.tokens) + _CUT, style)


_INKS = {
    Tone.INK: ink.INK, Tone.SECOND: ink.INK_SECOND, Tone.THIRD: ink.INK_THIRD, Tone.LINE: ink.LINE,
    Tone.EDGE: ink.LINE_STRONG, Tone.PAPER: ink.PAPER, Tone.SUNKEN: ink.SUNKEN, Tone.PETROL: ink.PETROL,
    Tone.TINT: ink.PETROL_TINT, Tone.CRITICAL: ink.CRITICAL, Tone.HIGH: ink.ORANGE, Tone.HIGH_GROUND: ink.ORANGE_TINT,
    Tone.DONE: ink.GREEN, Tone.DEPTH1: ink.DEPTHS[0], Tone.DEPTH2: ink.DEPTHS[1], Tone.DEPTH3: ink.DEPTHS[2],
    Tone.DEPTH4: ink.DEPTHS[3], Tone.DEPTH5: ink.DEPTHS[4],
}  # fmt: skip


def _ink(tone: Tone) -> Ink:
    return _INKS[tone]
