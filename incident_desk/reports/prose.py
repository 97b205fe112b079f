"""Section heads, narrative, and the notice of what is still to be completed."""

from __future__ import annotations

from incident_desk.reports.columns import Place, Written, side_by_side, strip_of, written
from incident_desk.reports.ink import INK, INK_THIRD, ORANGE, ORANGE_TINT, Ink
from incident_desk.reports.lines import Style, single_line
from incident_desk.reports.marks import open_box
from incident_desk.reports.paper import CELL, HEAD, LABEL, PROSE, STRONG, Frame, Strip
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import NoticeBlock, ProseBlock

_SECTION_GAP = 13.0
_BESIDE = 10.0  # between a head and its hint
_HINT = Style(LABEL.weight, LABEL.size, HEAD.leading + 2.4)  # stands on the head's own base line
_NOTICE_INDENT = 26.0
_NOTICE_PAD = 5.0


def section_head(title: str, hint: str, frame: Frame) -> list[Strip]:
    """The head of a section with its hint behind it, or below where it does not fit. Stays with what follows."""
    heads = written(title, HEAD, frame.width)
    last = heads[-1].line
    beside = single_line(hint, LABEL) if hint else None
    if beside and not last.rightmost and last.width + _BESIDE + beside.width <= frame.width:
        heads[-1:] = [
            heads[-1]._replace(drop=0.0),
            Written(beside, _HINT, INK_THIRD, HEAD.leading, last.width + _BESIDE),
        ]
    elif beside:
        heads += written(hint, LABEL, frame.width, INK_THIRD)
    strips = side_by_side([heads], [Place(frame.left, frame.width)], below=4)
    strips[0].gap = _SECTION_GAP
    for strip in strips:
        strip.keep = True
    return strips


def paragraphs(text: str, style: Style, frame: Frame, ink: Ink = INK) -> list[Strip]:
    """Lines that flow over pages; the first two and the last two stay together."""
    place = Place(frame.left, frame.width)
    strips = [strip_of([each], place) for each in written(text, style, frame.width, ink)]
    for number in {0, len(strips) - 2}:
        if 0 <= number < len(strips) - 1:
            strips[number].keep = True
    return strips


def prose_block(block: ProseBlock, frame: Frame) -> list[Strip]:
    return section_head(block.title, block.hint, frame) + paragraphs(block.text, PROSE, frame)


def notice_block(block: NoticeBlock, frame: Frame, texts: Texts) -> list[Strip]:
    """On a tinted ground with an empty box, so that it cannot be overlooked."""
    place = Place(frame.left + _NOTICE_INDENT, frame.width - _NOTICE_INDENT - 8)
    cell = written(block.title or texts.say("papers.missing_title"), STRONG, place.width, ORANGE)
    for line in block.lines:
        cell += written(line, CELL, place.width)

    def decorate(sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        sheet.panel(frame.left, bottom, frame.width, top - bottom, 3 if first and last else 0, ORANGE_TINT)
        if first:
            open_box(sheet, frame.left + 9, top - _NOTICE_PAD - 10.5, 9, ORANGE)

    strips = side_by_side([cell], [place], _NOTICE_PAD, _NOTICE_PAD, decorate)
    strips[0].gap = 10.0
    return strips
