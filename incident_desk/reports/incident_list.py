"""A list of records, the paper laid across. Rows may come from a cursor and are painted as they come."""

from __future__ import annotations

from itertools import chain, islice

from incident_desk.reports.column_widths import places_of
from incident_desk.reports.columns import Place, side_by_side, strip_of, written
from incident_desk.reports.footer import finish_list, list_footer
from incident_desk.reports.ink import INK_SECOND, INK_THIRD
from incident_desk.reports.letterhead import letterhead, running_head
from incident_desk.reports.list_data import ListData, in_words
from incident_desk.reports.list_rows import RowPainter, room_of_signs
from incident_desk.reports.paper import (
    LABEL,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PROSE,
    SIZES,
    TITLE,
    Flow,
    Frame,
    Strip,
)
from incident_desk.reports.sheet import Sheet
from incident_desk.reports.tables import column_heads
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import ListPaper

_SAMPLE = 200  # rows that are looked at before the columns get their widths


def draw_list(paper: ListPaper) -> tuple[Sheet, ListData]:
    """The pages of the list, not yet a file, and the data they show."""
    texts = Texts(paper.language)
    tall, width = SIZES[paper.size]
    sheet = Sheet(width, tall, paper.title, texts.language)
    footer = list_footer(paper, texts, MARGIN_LEFT, width - MARGIN_RIGHT)
    whole = Frame(MARGIN_LEFT, width - MARGIN_RIGHT, tall - MARGIN_TOP, footer.height + 6)
    kind = texts.say("papers.list")

    def furnish(page: int) -> Frame:
        footer.paint(sheet)
        return whole if page == 1 else running_head(sheet, whole, "", paper.title, kind)

    flow = Flow(sheet, furnish)
    stood = texts.say("papers.as_it_stood", as_of=paper.as_of)
    flow.add(letterhead(sheet, paper.organisation, kind, stood, whole))
    flow.add(_what_it_lists(paper, whole))
    data = ListData(paper)
    count = _rows(paper, sheet, flow, whole, data)
    words = texts.count("papers.records", count) if count else paper.empty or texts.say("papers.no_records")
    flow.add(_closing(words, whole))
    flow.finish()
    digest = data.finish()
    finish_list(footer, sheet, paper, digest, texts)
    paper.data_known(digest)
    return sheet, data


def _what_it_lists(paper: ListPaper, frame: Frame) -> list[Strip]:
    place = Place(frame.left, frame.width)
    title = side_by_side([written(paper.title, TITLE, frame.width)], [place])
    definition = side_by_side([written(paper.definition, PROSE, frame.width, INK_SECOND)], [place], below=9)
    title[0].gap = 7.0
    return title + definition


def _rows(paper: ListPaper, sheet: Sheet, flow: Flow, frame: Frame, data: ListData) -> int:
    """Paints the rows and gives how many there were."""
    coming = iter(paper.rows)
    sample = list(islice(coming, _SAMPLE))
    places = places_of(
        paper.columns, frame, [[in_words(cell) for cell in row] for row in sample], room_of_signs(sample)
    )
    heads = column_heads(paper.columns, places, frame)
    heads.keep = False
    flow.add([heads])
    painter = RowPainter(sheet, flow, places, heads)
    for cells in chain(sample, coming):
        painter.add(cells)
        data.add(cells)
    painter.flush()
    return painter.rows


def _closing(words: str, frame: Frame) -> list[Strip]:
    strip = strip_of(written(words, LABEL, frame.width, INK_THIRD), Place(frame.left, frame.width))
    strip.gap = 6.0
    return [strip]
