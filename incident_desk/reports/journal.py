"""The journal of one record on paper: the entries, who printed the record, and the notes on a page of their own."""

from __future__ import annotations

from incident_desk.reports.columns import Place, side_by_side, written
from incident_desk.reports.facts import facts_grid
from incident_desk.reports.footer import record_code, record_footer
from incident_desk.reports.ledger import ledger_block
from incident_desk.reports.letterhead import letterhead, running_head
from incident_desk.reports.marks import NUMBER_HEIGHT, number_box
from incident_desk.reports.paper import MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, SIZES, TITLE, Flow, Frame, Strip
from incident_desk.reports.prose import prose_block
from incident_desk.reports.sheet import Sheet
from incident_desk.reports.tables import table_block
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import JournalPaper, LedgerBlock, TableBlock


def draw_journal(paper: JournalPaper) -> Sheet:
    """The pages, not yet a file."""
    texts = Texts(paper.language)
    width, tall = SIZES[paper.size]
    kind = texts.say("papers.journal")
    sheet = Sheet(width, tall, f"{kind} {paper.number} {paper.title}", texts.language)
    footer = record_footer(paper.footer, paper.zone, texts, MARGIN_LEFT, width - MARGIN_RIGHT)
    whole = Frame(MARGIN_LEFT, width - MARGIN_RIGHT, tall - MARGIN_TOP, footer.height + 10)

    def furnish(page: int) -> Frame:
        footer.paint(sheet)
        return whole if page == 1 else running_head(sheet, whole, paper.number, paper.title, kind)

    flow = Flow(sheet, furnish)
    stood = texts.say("papers.as_it_stood", as_of=paper.footer.as_of)
    flow.add(letterhead(sheet, paper.organisation, kind, stood, whole))
    flow.add(_identity(paper, whole, texts))
    for block in paper.sections:
        flow.add(_strips(block, whole, texts))
    flow.next_page()
    for note in paper.notes:
        flow.add(prose_block(note, whole))
    flow.finish()
    footer.finish(sheet, record_code(paper.footer))
    return sheet


def _strips(block: LedgerBlock | TableBlock, frame: Frame, texts: Texts) -> list[Strip]:
    return ledger_block(block, frame, texts) if isinstance(block, LedgerBlock) else table_block(block, frame, texts)


def _identity(paper: JournalPaper, frame: Frame, texts: Texts) -> list[Strip]:
    def paint(sheet: Sheet, top: float) -> None:
        number_box(sheet, paper.number, frame.left, top)

    title = side_by_side([written(paper.title, TITLE, frame.width)], [Place(frame.left, frame.width)])
    facts = facts_grid(paper.facts, frame, texts)
    for strips, gap in ((title, 5.0), (facts, 10.0)):
        if strips:
            strips[0].gap = gap
    return [Strip(NUMBER_HEIGHT, paint, gap=10.0), *title, *facts]
