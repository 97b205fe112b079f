"""The top of a paper: the house and the kind of paper on page one, a short line on every other page."""

from __future__ import annotations

from typing import NamedTuple

from incident_desk.reports.columns import Cell, Place, baseline, side_by_side, written
from incident_desk.reports.ink import INK, INK_SECOND, INK_THIRD, LINE, Ink
from incident_desk.reports.lines import Line, Style, single_line
from incident_desk.reports.logo import decode_logo
from incident_desk.reports.marks import house_mark
from incident_desk.reports.paper import HEAD, LABEL, LABEL_STRONG, Frame, Strip
from incident_desk.reports.sheet import Sheet
from incident_desk.usecases.papers import Organisation

_LOGO_HIGH = 24.0
_LOGO_WIDE = 72.0
_LOGO = "Logo"
_MARK = 14.0
_BESIDE = 8.0
_RUNNING = 24.0  # what the running head takes
_CUT = "\u2026"


class _Size(NamedTuple):
    width: float
    height: float


def letterhead(sheet: Sheet, house: Organisation, kind: str, standing: str, frame: Frame) -> list[Strip]:
    """House on the left, kind of paper on the right, a strong line below."""
    logo = _logo(sheet, house.logo)
    room = (logo.width if logo else _MARK) + _BESIDE
    left = Place(frame.left + room, frame.width * 0.5 - room)
    right = Place(frame.left + frame.width * 0.52, frame.width * 0.48)
    name = written(house.name, HEAD, left.width)
    if house.address:
        name += written(house.address, LABEL, left.width, INK_THIRD)
    about = _flush_right(kind, HEAD, right.width, INK) + _flush_right(standing, LABEL, right.width, INK_THIRD)

    def decorate(on: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        if first and logo:
            on.stamp(_LOGO, frame.left, top - logo.height, logo.width, logo.height)
        elif first:
            house_mark(on, frame.left, top - 20, 18)
        if last:
            on.rule(frame.left, frame.right, bottom, 1, INK)

    return side_by_side([name, about], [left, right], 0, 7, decorate)


def running_head(sheet: Sheet, frame: Frame, number: str, title: str, kind: str) -> Frame:
    """Number (if any), title (cut where it does not fit) and kind of paper; gives the frame below."""
    y = baseline(frame.top, LABEL)
    x = frame.left + (sheet.write(LABEL_STRONG, number, frame.left, y) + 8 if number else 0.0)
    taken = sheet.write(LABEL, kind, frame.right, y, INK_SECOND, right=True)
    line = _cut(title, LABEL, frame.right - taken - 12 - x)
    sheet.text(LABEL, line._replace(spoken=""), x, y, INK_SECOND)
    sheet.rule(frame.left, frame.right, frame.top - LABEL.leading - 3, 0.5, LINE)
    return frame._replace(top=frame.top - _RUNNING)


def _cut(words: str, style: Style, width: float) -> Line:
    line = single_line(words, style)
    while line.width > width and len(words) > 1:
        words = words[: min(len(words) - 1, int(len(words) * width / line.width))]
        line = single_line(words + _CUT, style)
    return line


def _flush_right(words: str, style: Style, width: float, ink: Ink) -> Cell:
    cell = written(words, style, width, ink)
    return [each._replace(x=0 if each.line.rightmost else width - each.line.width) for each in cell]


def _logo(sheet: Sheet, content: bytes | None) -> _Size | None:
    """Keeps the logo for stamping; gives its size on paper, None where there is none."""
    pixels = decode_logo(content)
    if pixels is None:
        return None
    sheet.picture(_LOGO, pixels.width, pixels.height, pixels.rgb)
    scale = min(_LOGO_WIDE / pixels.width, _LOGO_HIGH / pixels.height)
    return _Size(pixels.width * scale, pixels.height * scale)
