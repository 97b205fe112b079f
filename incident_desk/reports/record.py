"""The record of one incident on paper: the first page says what it is and where it stands, the rest says all."""

from __future__ import annotations

from incident_desk.reports.columns import Place, side_by_side, written
from incident_desk.reports.drawing import drawing_block
from incident_desk.reports.facts import facts_block, facts_grid
from incident_desk.reports.footer import record_code, record_footer
from incident_desk.reports.ink import INK, INK_SECOND, SUNKEN
from incident_desk.reports.letterhead import letterhead, running_head
from incident_desk.reports.marks import CHIP_HEIGHT, NUMBER_HEIGHT, number_box, priority_chip
from incident_desk.reports.matrix import matrix_block
from incident_desk.reports.paper import (
    HEAD,
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
from incident_desk.reports.prose import notice_block, prose_block
from incident_desk.reports.sheet import Sheet
from incident_desk.reports.signatures import signature_block
from incident_desk.reports.steps import five_boxes
from incident_desk.reports.tables import attachments_block, journal_block, table_block
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import (
    AttachmentsBlock,
    Block,
    DrawingBlock,
    FactsBlock,
    JournalBlock,
    MatrixBlock,
    NoticeBlock,
    Profile,
    ProseBlock,
    RecordPaper,
    SignatureBlock,
    TableBlock,
)


def draw_record(paper: RecordPaper) -> Sheet:
    """The pages of the record, not yet a file."""
    texts = Texts(paper.language)
    width, tall = SIZES[paper.size]
    sheet = Sheet(width, tall, f"{paper.number} {paper.title}", texts.language)
    footer = record_footer(paper.footer, paper.zone, texts, MARGIN_LEFT, width - MARGIN_RIGHT)
    whole = Frame(MARGIN_LEFT, width - MARGIN_RIGHT, tall - MARGIN_TOP, footer.height + 10)

    def furnish(page: int) -> Frame:
        footer.paint(sheet)
        return whole if page == 1 else _overleaf(sheet, whole, paper, texts)

    flow = Flow(sheet, furnish)
    stood = texts.say("papers.as_it_stood", as_of=paper.footer.as_of)
    flow.add(letterhead(sheet, paper.organisation, _kind(paper, texts), stood, whole))
    flow.add(_identity(paper, whole, texts))
    for block in paper.sections:
        flow.add(block_strips(block, whole, texts))
    bar = _after_sign_off(whole, texts)
    for block in paper.after_sign_off:
        flow.add(bar + block_strips(block, whole, texts))
        bar = []
    flow.finish()
    footer.finish(sheet, record_code(paper.footer))
    return sheet


def block_strips(block: Block, frame: Frame, texts: Texts) -> list[Strip]:
    match block:
        case ProseBlock():
            return prose_block(block, frame)
        case FactsBlock():
            return facts_block(block, frame, texts)
        case TableBlock():
            return table_block(block, frame, texts)
        case NoticeBlock():
            return notice_block(block, frame, texts)
        case DrawingBlock():
            return drawing_block(block, frame)
        case MatrixBlock():
            return matrix_block(block, frame, texts)
        case JournalBlock():
            return journal_block(block, frame, texts)
        case SignatureBlock():
            return signature_block(block, frame, texts)
        case AttachmentsBlock():
            return attachments_block(block, frame, texts)


def _overleaf(sheet: Sheet, whole: Frame, paper: RecordPaper, texts: Texts) -> Frame:
    return running_head(sheet, whole, paper.number, paper.title, _kind(paper, texts))


def _kind(paper: RecordPaper, texts: Texts) -> str:
    return texts.say("papers.record_anonymised" if paper.profile is Profile.ANONYMISED else "papers.record")


def _identity(paper: RecordPaper, frame: Frame, texts: Texts) -> list[Strip]:
    """Number and priority, title, the five boxes and the key facts."""
    place = Place(frame.left, frame.width)
    title = side_by_side([written(paper.title, TITLE, frame.width)], [place])
    kind = side_by_side([written(paper.kind_line, PROSE, frame.width, INK_SECOND)], [place]) if paper.kind_line else []
    boxes = five_boxes(paper.steps, frame) if paper.steps else []
    facts = facts_grid(paper.facts, frame, texts)
    for strips, gap in ((title, 5.0), (kind, 0.0), (boxes, 7.0), (facts, 10.0)):
        if strips:
            strips[0].gap = gap
    return [_number_and_priority(paper, frame), *title, *kind, *boxes, *facts]


def _number_and_priority(paper: RecordPaper, frame: Frame) -> Strip:
    def paint(sheet: Sheet, top: float) -> None:
        number_box(sheet, paper.number, frame.left, top)
        below = (NUMBER_HEIGHT - CHIP_HEIGHT) / 2
        left = priority_chip(sheet, paper.priority.code, paper.priority.word, frame.right, top - below)
        if paper.priority.remark:
            y = top - NUMBER_HEIGHT / 2 - LABEL.size * 0.357
            sheet.write(LABEL, paper.priority.remark, left - 7, y, INK_SECOND, right=True)

    return Strip(NUMBER_HEIGHT, paint, gap=10.0)


def _after_sign_off(frame: Frame, texts: Texts) -> list[Strip]:
    """The head of the part that stays open when the five steps are signed: a bar, so that nobody mixes the two."""
    place = Place(frame.left + 8, frame.width - 16)
    cell = written(texts.say("papers.after_sign_off"), HEAD, place.width)
    cell += written(texts.say("papers.after_sign_off_hint"), LABEL, place.width, INK_SECOND)

    def decorate(sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        sheet.panel(frame.left, bottom, frame.width, top - bottom, 0, SUNKEN)
        sheet.rule(frame.left, frame.right, top, 1, INK)

    strips = side_by_side([cell], [place], 5, 5, decorate)
    strips[0].gap = 18.0
    for strip in strips:
        strip.keep = True
    return strips
