"""The recovery key of an encrypted register on one page, for a safe."""

from __future__ import annotations

from incident_desk.reports.columns import Place, side_by_side, written
from incident_desk.reports.facts import facts_grid
from incident_desk.reports.fonts import Weight
from incident_desk.reports.ink import INK, INK_SECOND, LINE_STRONG, PETROL_TINT
from incident_desk.reports.letterhead import letterhead
from incident_desk.reports.lines import Style
from incident_desk.reports.paper import (
    MARGIN_BOTTOM,
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
from incident_desk.reports.prose import paragraphs, section_head
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import Fact
from incident_desk.usecases.recovery_paper import RecoveryPaper

_LETTERS = Style(Weight.SEMIBOLD, 16, 26)  # copied by hand, by whoever is in a hurry
_NUMBERS = Style(Weight.REGULAR, 7, 26)
_IN_A_ROW = 4
_CODE, _CODE_SIZE = "Code", 110.0
_PAD = 12.0
_PARTS = (
    ("papers.recovery_what_head", "papers.recovery_what"),
    ("papers.recovery_how_head", "papers.recovery_how"),
    ("papers.recovery_keep_head", "papers.recovery_keep"),
    ("papers.recovery_lost_head", "papers.recovery_lost"),
)


def render_recovery(paper: RecoveryPaper) -> bytes:
    texts = Texts(paper.language)
    width, tall = SIZES[paper.size]
    title = texts.say("papers.recovery_title")
    sheet = Sheet(width, tall, title, texts.language)
    whole = Frame(MARGIN_LEFT, width - MARGIN_RIGHT, tall - MARGIN_TOP, MARGIN_BOTTOM)
    flow = Flow(sheet, lambda page: whole)
    flow.add(letterhead(sheet, paper.organisation, texts.say("papers.recovery_kind"), paper.made, whole))
    flow.add(side_by_side([written(title, TITLE, whole.width)], [Place(whole.left, whole.width)], above=10))
    file, register = (
        Fact(texts.say("papers.recovery_file"), paper.file), Fact(texts.say("papers.recovery_register"), paper.register)
    )  # fmt: skip
    flow.add([*facts_grid((file, register), whole, texts), _key(paper, whole)])
    for head, text in _PARTS:
        flow.add([*section_head(texts.say(head), "", whole), *paragraphs(texts.say(text), PROSE, whole)])
    flow.finish()
    code = qr_squares(" ".join(paper.groups), _CODE_SIZE)
    sheet.define(_CODE, _CODE_SIZE, _CODE_SIZE, f"{INK} rg {code} f")
    return sheet.finish()


def _key(paper: RecoveryPaper, frame: Frame) -> Strip:
    """The groups, numbered from left to right, with the code for a camera beside them."""
    rows = [paper.groups[at : at + _IN_A_ROW] for at in range(0, len(paper.groups), _IN_A_ROW)]
    column = (frame.width - _CODE_SIZE - 3 * _PAD) / _IN_A_ROW
    high = max(len(rows) * _LETTERS.leading, _CODE_SIZE) + 2 * _PAD

    def paint(sheet: Sheet, top: float) -> None:
        sheet.panel(frame.left, top - high, frame.width, high, 4, PETROL_TINT, LINE_STRONG)
        for row, groups in enumerate(rows):
            y = top - _PAD - row * _LETTERS.leading - _LETTERS.size
            for place, group in enumerate(groups):
                x = frame.left + _PAD + place * column
                sheet.write(_NUMBERS, str(row * _IN_A_ROW + place + 1), x, y, INK_SECOND)
                sheet.write(_LETTERS, group, x + 14, y)
        sheet.stamp(_CODE, frame.right - _PAD - _CODE_SIZE, top - _PAD - _CODE_SIZE)

    return Strip(high, paint, gap=14)
