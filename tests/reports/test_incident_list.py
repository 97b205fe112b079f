"""The list of records: whole, in order, and as fast on page 1,000 as on page 100."""

from __future__ import annotations

import hashlib
import io
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from incident_desk.domain.vocabulary import Priority
from incident_desk.reports.embedding import EmbeddedFace
from incident_desk.reports.fonts import load
from incident_desk.reports.paper import CELL
from incident_desk.reports.plain_text import PlainText
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.render import render_list
from incident_desk.reports.text import visible
from incident_desk.usecases.papers import Column, ListCell, PaperSize, PriorityMark, StepMark
from tests.reports.hostile import FIXTURES, RIGHT_TO_LEFT
from tests.reports.papers import REGISTER, list_paper
from tests.reports.readers import both, inside, pdfium, poppler, squeezed

TWO = (Column("Number", 1), Column("Title", 4))


def test_that_the_list_says_what_it_lists_and_how_many(tmp_path: Path) -> None:
    pages = poppler(render_list(list_paper(120)), tmp_path)
    assert "Open incidents" in pages[0]
    assert "Open records of wards 3 to 5" in pages[0]
    assert "120 records" in pages[-1]
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Responsible" in page
        assert "Log head 4,812" in page
        assert "As of 12 November 2026" in page


def attached(pdf: bytes) -> bytes:
    [content] = pypdf.PdfReader(io.BytesIO(pdf)).attachments["list.json"]
    return content


@pytest.mark.parametrize("count", [0, 1, 120, 1_100])
def test_that_the_rows_are_attached_as_data(count: int) -> None:
    paper = list_paper(count)
    data = json.loads(attached(render_list(list_paper(count))))
    assert data["rows"] == [[cell if isinstance(cell, str) else cell.word for cell in row] for row in paper.rows]
    assert data["columns"] == [column.label for column in paper.columns]
    assert paper.head is not None
    assert data["head"] == {"index": 4812, "words": paper.head.hash}
    assert {key: data[key] for key in ("register", "title", "definition", "as_of")} == {
        "register": REGISTER, "title": paper.title, "definition": paper.definition, "as_of": paper.as_of,
    }  # fmt: skip


def test_that_the_foot_of_each_page_of_a_list_proves_it(tmp_path: Path) -> None:
    pdf = render_list(list_paper(120))
    digits = hashlib.sha256(attached(pdf)).hexdigest()
    head = list_paper(0).head
    assert head is not None
    pages = poppler(pdf, tmp_path)
    assert len(pages) > 1
    for page in map(squeezed, pages):
        assert squeezed(f"Register {REGISTER}") in page
        assert squeezed(f"Data (SHA-256) {digits}") in page
        assert squeezed(f"Log head 4,812 {head.hash}") in page
    code = qr_squares(f"{REGISTER} HEAD:4812 SHA256:{digits}", 22 / 25.4 * 72).encode()
    for drawn in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        assert code in inside(drawn, "/Resources", "/XObject", "/Code").get_data()


def test_that_another_row_gives_another_hash(tmp_path: Path) -> None:
    one, other = (
        hashlib.sha256(attached(render_list(list_paper(columns=TWO, rows=[("Nr-1", title)])))).hexdigest()
        for title in ("Wet floor", "Wet floors")
    )
    assert one != other


def test_that_every_cell_of_every_row_is_there_in_order(tmp_path: Path) -> None:
    paper = list_paper(300)
    rows = [tuple(cell if isinstance(cell, str) else cell.word for cell in row) for row in paper.rows]
    text = "\n".join(pdfium(render_list(list_paper(300))))
    place = 0
    for row in rows:
        place = text.index(row[0], place)
        following = squeezed(text[place : place + 500])
        assert all(squeezed(cell) in following for cell in row)


def test_that_priority_and_step_are_told_in_words_and_signs(tmp_path: Path) -> None:
    row: tuple[ListCell, ...] = (PriorityMark(Priority.HIGH, "High"), StepMark(2, "Containment"))
    pdf = render_list(
        list_paper(columns=TWO, rows=[row, (PriorityMark(Priority.LOW, "Low"), StepMark(5, "Done", True))])
    )
    for text in both(pdf, tmp_path).values():
        assert all(word in text for word in ("High", "Containment", "Low", "Done"))
    drawn = inside(pypdf.PdfReader(io.BytesIO(pdf)).pages[0], "/Resources", "/XObject")
    assert {"/Sign-high", "/Sign-low", "/Steps-2", "/Steps-5-concluded"} <= set(drawn)


def test_that_hostile_and_foreign_titles_stand_whole(tmp_path: Path) -> None:
    rows = [(f"Nr-{number}", f"begin {title} end") for number, title in enumerate(FIXTURES)]
    for text in both(render_list(list_paper(columns=TWO, rows=rows)), tmp_path).values():
        for _, title in rows:
            assert squeezed(visible(title)) in squeezed(text), title
    rows = [(f"Nr-{number}", title) for number, title in enumerate(RIGHT_TO_LEFT)]
    for text in both(render_list(list_paper(columns=TWO, rows=rows)), tmp_path).values():
        for _, title in rows:
            assert squeezed(visible(title)) in squeezed(text), title


def test_that_a_hyphen_at_the_end_of_a_line_is_kept(tmp_path: Path) -> None:
    columns = (Column("Title", 1),)
    rows = [("cut-",), ("next",), ("-",), ("last " * 60 + "well-",), ("known",)]
    for text in both(render_list(list_paper(columns=columns, rows=rows)), tmp_path).values():
        assert squeezed("cut- next - last") in squeezed(text)
        assert "well-known" in squeezed(text)


def test_that_a_row_taller_than_a_page_goes_on_overleaf(tmp_path: Path) -> None:
    story = " ".join(f"word{number}" for number in range(4_000))
    rows = [("Nr-1", "short"), ("Nr-2", story), ("Nr-3", "Ж" * 9_000), ("Nr-4", "после " * 2_000 + "漢")]
    text = "\n".join(pdfium(render_list(list_paper(columns=TWO, rows=rows))))
    assert [word for word in text.split() if word.startswith("word")] == story.split()
    assert text.count("Ж") == 9_000
    assert text.count("после") == 2_000
    assert text.index("Nr-4") > text.index("word3999")


def test_that_an_empty_list_says_so(tmp_path: Path) -> None:
    for text in both(render_list(list_paper(0)), tmp_path).values():
        assert "No record matches." in text
        assert "Page 1 of 1" in text


def test_that_rows_may_come_from_a_cursor() -> None:
    def cursor() -> Iterator[tuple[ListCell, ...]]:
        for number in range(100):
            yield f"Nr-{number}", "title"

    once = render_list(list_paper(columns=TWO, rows=cursor()))
    assert once == render_list(list_paper(columns=TWO, rows=[*cursor()]))


def test_that_the_same_list_gives_the_same_bytes() -> None:
    hashes = {hashlib.sha256(render_list(list_paper(200))).hexdigest() for _ in range(3)}
    assert len(hashes) == 1


@pytest.mark.parametrize("text", ["e\u0301", "שלום", "日本", "a\tb", "two  blanks", " lead", "two\nlines", "\x00", "⟨"])
def test_that_only_plain_text_is_set_the_quick_way(text: str) -> None:
    plain = PlainText(CELL, EmbeddedFace(load(CELL.weight), "F1"))
    assert plain.lines(text, 300) is None
    assert plain.lines("plain text, Łódź 5 %", 300) is not None


def test_that_the_quick_way_breaks_lines_where_they_are_full() -> None:
    plain = PlainText(CELL, EmbeddedFace(load(CELL.weight), "F1"))
    lines = plain.lines("one two three four five six seven", 60)
    assert lines is not None
    assert len(lines) == 3
    assert len(plain.lines("W" * 100, 60) or ()) > 10


@pytest.mark.parametrize("size", list(PaperSize))
def test_that_the_paper_lies_across(size: PaperSize) -> None:
    box = pypdf.PdfReader(io.BytesIO(render_list(list_paper(1, size=size)))).pages[0].mediabox
    assert box.width > box.height


@pytest.mark.slow
def test_that_a_page_of_a_long_list_costs_what_a_page_of_a_short_one_costs() -> None:
    def seconds_per_page(rows: int) -> tuple[float, int]:
        start = time.process_time()
        pdf = render_list(list_paper(rows))
        spent = time.process_time() - start
        pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
        return spent / pages, pages

    seconds_per_page(2_000)
    short, pages_of_short = min(seconds_per_page(2_000) for _ in range(3))
    long, pages_of_long = min(seconds_per_page(20_000) for _ in range(2))
    assert pages_of_short > 80
    assert pages_of_long > 850
    assert long < short * 1.5
