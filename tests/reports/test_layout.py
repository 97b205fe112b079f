"""Lines, strips and pages: nothing runs out of the paper, nothing is torn apart that belongs together."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pypdfium2  # type: ignore[import-untyped]  # has no stubs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # type: ignore[import-untyped]  # ships no types

from incident_desk.reports.facts import facts_grid
from incident_desk.reports.fonts import Weight
from incident_desk.reports.lines import Line, Style, break_lines
from incident_desk.reports.paper import (
    CELL,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PROSE,
    SIZES,
    TITLE,
    Flow,
)
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.render import render_list, render_record
from incident_desk.reports.shaping import HELD, LEFTWARDS
from incident_desk.reports.sheet import Sheet
from incident_desk.reports.text import visible
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import Fact, Organisation, PaperSize, ProseBlock, RecordPaper, SignatureBlock
from tests.reports.hostile import FIXTURES, MIXED, POINTED, RIGHT_TO_LEFT
from tests.reports.papers import SIGNATURES, german_paper, list_paper, long_record_paper, record_paper
from tests.reports.readers import squeezed
from tests.reports.sheets import FRAME

HOSTILE = "\n".join((*FIXTURES, *RIGHT_TO_LEFT, *POINTED, *MIXED, "W" * 300, "שלום" * 90))


def _said(line: Line) -> str:
    return line.spoken or "".join(token.removesuffix(HELD).removeprefix(LEFTWARDS) for token in line.tokens)


@given(st.text(max_size=200), st.sampled_from((PROSE, CELL, TITLE)), st.floats(30, 500))
def test_that_lines_fit_and_together_say_the_text(stored: str, style: Style, width: float) -> None:
    lines = break_lines(stored, style, width)
    assert squeezed("".join(map(_said, lines))) == squeezed(visible(stored))
    # One sign may be wider than a very narrow column; it then stands there alone.
    assert all(line.width <= width + 0.1 or len(squeezed(_said(line))) <= 8 for line in lines)


def test_that_lines_break_at_blanks_and_at_line_ends() -> None:
    style = Style(Weight.REGULAR, 10, 12)
    said = [_said(line) for line in break_lines("one two three\n\nfour", style, 45)]
    assert said == ["one two", "three", "", "four"]


def test_that_chinese_and_japanese_break_between_signs_but_not_before_a_stop() -> None:
    style = Style(Weight.REGULAR, 10, 12)
    said = [_said(line) for line in break_lines("漢字漢字。漢字", style, 41)]
    assert said == ["漢字漢", "字。漢字"]


def test_that_a_row_with_few_facts_draws_no_lines_round_those_it_lacks() -> None:
    """The last one has their room instead."""
    texts, long = Texts("en"), "Floor wet after mopping, and the lamp beside the door was broken"

    def drawn(*facts: Fact) -> tuple[int, float]:
        sheet = Sheet(595, 842, "facts", "en")
        flow = Flow(sheet, lambda page: FRAME)
        strips = facts_grid(facts, FRAME, texts)
        flow.add(strips)
        flow.finish()
        content = pypdf.PdfReader(io.BytesIO(sheet.finish())).pages[0].get_contents()
        assert content is not None
        lines = re.findall(r"([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l S", content.get_data().decode("latin-1"))
        return sum(start == end for start, end in lines), sum(strip.height for strip in strips)

    short, wide = Fact("Work it needs", "3 hours"), Fact("What", long)
    assert drawn(short) == (0, drawn(wide)[1])
    assert drawn(short, short)[0] == 1
    assert drawn(short, short, short, short)[0] == 3
    assert drawn(short, short, short, wide)[1] > drawn(wide)[1]


def test_that_a_wide_fact_has_a_row_to_itself() -> None:
    facts = (Fact("a", "1"), Fact("b", "2"), Fact("c", "a long text", wide=True), Fact("d", "4"))
    strips = facts_grid(facts, FRAME, Texts("en"))
    assert len(strips) == 3 * len(facts_grid(facts[:1], FRAME, Texts("en")))
    assert sum(strip.height for strip in strips) == 3 * sum(s.height for s in facts_grid(facts[:1], FRAME, Texts("en")))


def _papers() -> list[tuple[str, RecordPaper]]:
    house = Organisation(HOSTILE, HOSTILE)
    signature = SignatureBlock((replace(SIGNATURES.boxes[0], name=HOSTILE, meaning=HOSTILE, label=HOSTILE),))
    hostile = record_paper(
        organisation=house,
        title=HOSTILE,
        kind_line=HOSTILE,
        facts=(Fact(HOSTILE, HOSTILE, HOSTILE),),
        sections=(ProseBlock(HOSTILE, HOSTILE, HOSTILE), signature),
        steps=tuple(replace(step, lines=(HOSTILE,)) for step in record_paper().steps),
    )
    return [
        ("one page", record_paper()),
        ("german", german_paper()),
        ("long", long_record_paper()),
        ("letter", long_record_paper(size=PaperSize.LETTER)),
        ("hostile", hostile),
    ]


@pytest.mark.parametrize("paper", [pytest.param(paper, id=name) for name, paper in _papers()])
def test_that_no_word_of_a_record_stands_outside_the_margins(paper: RecordPaper) -> None:
    width, height = SIZES[paper.size]
    assert _outside(render_record(paper), width, height) == []


@pytest.mark.parametrize("size", list(PaperSize))
def test_that_no_word_of_a_list_stands_outside_the_margins(size: PaperSize) -> None:
    height, width = SIZES[size]
    rows = [(title, title, "x", "x", "x", "x", "x") for title in (*FIXTURES, HOSTILE)]
    assert _outside(render_list(list_paper(rows=rows, size=size)), width, height) == []


def _outside(pdf: bytes, width: float, height: float) -> list[tuple[int, str]]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document, start=1):
        reader = page.get_textpage()
        text = reader.get_text_range()
        for place in range(reader.count_chars()):
            left, bottom, right, top = reader.get_charbox(place)
            # Four points: the ink of a letter may reach beyond its width, marks above its line.
            inside = left >= MARGIN_LEFT - 4 and right <= width - MARGIN_RIGHT + 4
            if right > left and not (inside and bottom >= MARGIN_BOTTOM - 4 and top <= height - MARGIN_TOP + 4):
                found.append((number, text[max(0, place - 20) : place + 1]))
        reader.close()
        page.close()
    document.close()
    return found


def test_that_the_code_on_paper_is_the_code_of_its_text() -> None:
    text = "WARD3-2026-0042 1-14 SHA256:" + "0123456789ABCDEF" * 4
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    code.makeImpl(False, 3)
    count = code.getModuleCount()
    step = 100 / (count + 4)
    drawn = set()
    for square in qr_squares(text.lower(), 100).split(" re"):
        if square.strip():
            x, y, width, _ = map(float, square.split())
            row = round((100 - y) / step - 2) - 1
            first = round(x / step - 2)
            drawn |= {(row, first + more) for more in range(round(width / step))}
    dark = {(row, column) for row in range(count) for column in range(count) if code.isDark(row, column)}
    assert drawn == dark
