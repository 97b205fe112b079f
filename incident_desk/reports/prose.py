"""Section heads, narrative, and the notice of what is still to be completed."""

from __future__ import annotations

from incident_desk.reports.columns import Cell, Place, Written, baseline, side_by_side, written
from incident_desk.reports.ink import INK, INK_THIRD, LINE_STRONG, ORANGE, ORANGE_TINT, Ink
from incident_desk.reports.lines import Style, break_lines, single_line
from incident_desk.reports.marks import open_box
from incident_desk.reports.paper import CELL, HEAD, LABEL, PROSE, STRONG, Frame, Strip
from incident_desk.reports.sheet import Sheet
from incident_desk.usecases.papers import NoticeBlock, ProseBlock

SECTION_GAP = 13.0
_NOTICE_INDENT = 26.0
_NOTICE_PAD = 5.0


def section_head(title: str, hint: str, frame: Frame) -> list[Strip]:
    """The head of a section with its hint behind it, or below where it does not fit."""
    heads = written(title, HEAD, frame.width)
    last = heads[-1]
    beside = single_line(hint, LABEL) if hint else None
    if beside and last.line.width + 10 + beside.width <= frame.width and not last.line.rightmost:
        hint_line = Written(beside, LABEL, INK_THIRD, 0.0, last.line.width + 10)
        heads = [*heads[:-1], hint_line._replace(drop=0.0), last]
        strips = _lines(heads, frame)
    else:
        strips = _lines(heads + (written(hint, LABEL, frame.width, INK_THIRD) if hint else []), frame)
    for strip in strips:
        strip.keep = True
    strips[0].gap = SECTION_GAP
    strips.append(Strip(3.0, lambda sheet, top: None, keep=True))
    return strips


def _lines(cell: Cell, frame: Frame) -> list[Strip]:
    return side_by_side([cell], [Place(frame.left, frame.width)])


def paragraphs(text: str, style: Style, frame: Frame, ink: Ink = INK) -> list[Strip]:
    """Lines that flow over pages; the first two and the last two stay together."""
    strips = [
        Strip(each.drop, _line_painter(each, frame)) for each in written(text, style, frame.width, ink)
    ]
    for place in {0, len(strips) - 2}:
        if 0 <= place < len(strips) - 1:
            strips[place].keep = True
    return strips


def _line_painter(each: Written, frame: Frame):
    def paint_line(sheet: Sheet, top: float) -> None:
        x = frame.right - each.line.width if each.line.rightmost else frame.left
        sheet.text(each.style, each.line, x, baseline(top, each.style), each.ink)

    return paint_line


def prose_block(block: ProseBlock, frame: Frame) -> list[Strip]:
    return section_head(block.title, block.hint, frame) + paragraphs(block.text, PROSE, frame)
