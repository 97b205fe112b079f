"""What many incidents add up to, on paper: a handover, a morning list. Upright, block after block."""

from __future__ import annotations

from incident_desk.reports.columns import Place, side_by_side, written
from incident_desk.reports.footer import finish_list, list_footer
from incident_desk.reports.ink import INK_SECOND
from incident_desk.reports.letterhead import letterhead, running_head
from incident_desk.reports.paper import MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, PROSE, SIZES, TITLE, Flow, Frame, Strip
from incident_desk.reports.record import block_strips
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import OverviewPaper


def draw_overview(paper: OverviewPaper) -> Sheet:
    """The pages, not yet a file."""
    texts = Texts(paper.language)
    width, tall = SIZES[paper.size]
    sheet = Sheet(width, tall, paper.title, texts.language)
    footer = list_footer(paper, texts, MARGIN_LEFT, width - MARGIN_RIGHT)
    whole = Frame(MARGIN_LEFT, width - MARGIN_RIGHT, tall - MARGIN_TOP, footer.height + 6)
    kind = texts.say("papers.overview")

    def furnish(page: int) -> Frame:
        footer.paint(sheet)
        return whole if page == 1 else running_head(sheet, whole, "", paper.title, kind)

    flow = Flow(sheet, furnish)
    flow.add(letterhead(sheet, paper.organisation, kind, texts.say("papers.as_it_stood", as_of=paper.as_of), whole))
    flow.add(_head(paper, whole))
    for block in paper.sections:
        flow.add(block_strips(block, whole, texts))
    flow.finish()
    finish_list(footer, sheet, paper, paper.digest, texts)
    return sheet


def _head(paper: OverviewPaper, frame: Frame) -> list[Strip]:
    place = Place(frame.left, frame.width)
    title = side_by_side([written(paper.title, TITLE, frame.width)], [place])
    definition = side_by_side([written(paper.definition, PROSE, frame.width, INK_SECOND)], [place], below=3)
    title[0].gap = 7.0
    return title + definition
