"""The record on paper: complete, the same each time, and carrying its own proof."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from incident_desk.domain.vocabulary import Priority
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.render import render_record
from incident_desk.reports.text import visible
from incident_desk.support.resources import resource
from incident_desk.usecases.papers import (
    Column,
    Emphasis,
    Fact,
    PaperSize,
    PriorityMark,
    ProseBlock,
    Row,
    StepBox,
    StepState,
    TableBlock,
)
from tests.reports.hostile import FIXTURES, RIGHT_TO_LEFT
from tests.reports.papers import (
    WHAT_HAPPENED,
    footer_facts,
    german_paper,
    long_record_paper,
    record_paper,
)
from tests.reports.readers import both, inside, pdfium, poppler, squeezed

ROOT = Path(__file__).parents[2]


def _pages(pdf: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_that_the_record_fits_one_page_and_says_everything(tmp_path: Path) -> None:
    paper = record_paper()
    pdf = render_record(paper)
    assert _pages(pdf) == 1
    said = [
        paper.organisation.name,
        paper.number,
        paper.title,
        paper.kind_line,
        "Critical",
        paper.priority.remark,
    ]
    said += [text for step in paper.steps for text in (step.name, *step.lines, step.missing)]
    said += [text for fact in paper.facts for text in (fact.label, fact.value, fact.remark)]
    said += [
        "What happened",
        WHAT_HAPPENED,
        "Temporary measures",
        "Pump IP-2207 out of use, labelled",
        "26-4471",
    ]
    said += ["Still to be completed", "still to be completed", "Extent: lots or quantity.", "Signatures"]
    said += [
        "Amina Yusuf, quality nurse",
        "signed at entry 14",
        "not signed yet",
        "Meaning: I have read the record",
    ]
    for text in both(pdf, tmp_path).values():
        page = squeezed(text)
        assert [words for words in said if squeezed(words) not in page] == []


def test_that_the_foot_of_each_page_proves_it(tmp_path: Path) -> None:
    pdf = render_record(long_record_paper())
    facts = footer_facts(record_paper().data)
    pages = poppler(pdf, tmp_path)
    assert len(pages) == 6
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 6" in page
        assert "journal entries 1 to 14" in page
        assert "As of 12 November 2026, 10:24:06 (Europe/Dublin)" in page
        assert squeezed(f"Data (SHA-256) {facts.sha256}") in squeezed(page)
        assert facts.head is not None
        assert squeezed(f"Log head 4,812 {facts.head.hash}") in squeezed(page)
        assert "Contains personal data." in page


def test_that_the_code_at_the_foot_holds_number_entries_and_full_hash() -> None:
    paper = record_paper()
    page = pypdf.PdfReader(io.BytesIO(render_record(paper))).pages[0]
    drawn = inside(page, "/Resources", "/XObject", "/Code").get_data()
    assert qr_squares(f"WARD3-2026-0042 1-14 SHA256:{paper.footer.sha256}", 22 / 25.4 * 72).encode() in drawn


def test_that_the_attached_data_is_what_the_foot_was_computed_from() -> None:
    paper = record_paper()
    reader = pypdf.PdfReader(io.BytesIO(render_record(paper)))
    [content] = reader.attachments["record.json"]
    assert content == paper.data
    assert hashlib.sha256(content).hexdigest() == paper.footer.sha256
    [file] = inside(reader.trailer, "/Root", "/AF")
    assert file.get_object()["/AFRelationship"] == "/Data"


def test_that_a_copy_that_is_not_recorded_says_so(tmp_path: Path) -> None:
    paper = record_paper()
    paper = replace(paper, footer=replace(paper.footer, read_only=True, head=None))
    for text in both(render_record(paper), tmp_path).values():
        assert "Made from a read-only copy, not recorded." in text
        assert "No log head yet" in text


def test_that_the_same_record_gives_the_same_bytes() -> None:
    assert render_record(long_record_paper()) == render_record(long_record_paper())


_PRINT_HASHES = """
import hashlib, sys
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.render import render_record
from tests.reports.hostile import RIGHT_TO_LEFT
from tests.reports.papers import long_record_paper, record_paper
if sys.argv[1] == "used":
    for text in RIGHT_TO_LEFT:
        render_record(record_paper(title=text + " zebra \\u0301x \\u6f22"))
print(hashlib.sha256(render_record(long_record_paper(title=RIGHT_TO_LEFT[0]))).hexdigest())
"""


def test_that_machine_locale_clock_and_history_leave_no_trace() -> None:
    def printed(history: str, **settings: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
        command = [sys.executable, "-c", _PRINT_HASHES, history]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    fresh = printed("fresh", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    assert len(fresh.strip()) == 64
    assert printed("used", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="sr_RS.UTF-8", LC_ALL="") == fresh


def test_that_the_file_says_what_it_is_and_not_when_it_was_made() -> None:
    pdf = render_record(record_paper())
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "WARD3-2026-0042 Infusion pump ran at ten times the set rate"
    assert inside(reader.trailer, "/Root", "/Lang") == "en"
    german = pypdf.PdfReader(io.BytesIO(render_record(german_paper())))
    assert inside(german.trailer, "/Root", "/Lang") == "de"
    assert b"CreationDate" not in pdf
    assert b"ModDate" not in pdf


def test_that_every_font_is_embedded_and_cut_to_what_is_used() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render_record(long_record_paper())))
    fonts = inside(reader.pages[0], "/Resources", "/Font")
    assert len(fonts) >= 5
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert descriptor["/FontName"][7] == "+"
        assert len(descriptor["/FontFile2"].get_object().get_data()) < 60_000


def test_that_different_records_have_different_ids() -> None:
    one, other = (
        pypdf.PdfReader(io.BytesIO(render_record(record_paper(title=title)))).trailer["/ID"] for title in ("a", "b")
    )
    assert one != other


def test_that_letter_paper_keeps_margins_and_words(tmp_path: Path) -> None:
    pdf = render_record(record_paper(size=PaperSize.LETTER))
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)
    for text in both(pdf, tmp_path).values():
        assert squeezed(WHAT_HAPPENED) in squeezed(text)


def test_that_the_german_paper_speaks_german(tmp_path: Path) -> None:
    [page] = poppler(render_record(german_paper()), tmp_path)
    for words in ("Seite 1 von 1", "Vorgangsakte", "Noch zu ergänzen", "noch zu ergänzen", "Unterschriften"):
        assert words in page
    assert "Log head" not in page
    assert "Protokollstand 4.812" in page


def test_that_everything_after_sign_off_stands_under_its_own_bar(tmp_path: Path) -> None:
    text = "".join(pdfium(render_record(long_record_paper())))
    assert text.count("After sign-off") == 1
    assert text.index("Signatures") < text.index("After sign-off") < text.index("Addendum, 20 December 2026")
    assert "After sign-off" not in "".join(pdfium(render_record(record_paper())))


def test_that_journal_lines_show_old_and_new_value_and_reason(tmp_path: Path) -> None:
    for text in both(render_record(long_record_paper()), tmp_path).values():
        page = squeezed(text)
        assert squeezed("changed the place Ward 4 → Ward 3, room 312 Reason: typed in a hurry") in page
        assert page.count(squeezed(WHAT_HAPPENED[:210])) >= 11


def test_that_column_heads_stand_again_overleaf(tmp_path: Path) -> None:
    pages = poppler(render_record(long_record_paper()), tmp_path)
    with_journal = [page for page in pages if "reported the incident" in page]
    assert len(with_journal) >= 3
    assert all("When" in page and "Who" in page and "What" in page for page in with_journal)


@pytest.mark.parametrize("state", list(StepState))
@pytest.mark.parametrize("code", list(Priority))
def test_that_every_state_and_priority_can_be_drawn(state: StepState, code: Priority, tmp_path: Path) -> None:
    steps = tuple(StepBox(number, f"Step {number}", state, ("line",), "1 missing") for number in range(1, 6))
    paper = record_paper(steps=steps, priority=PriorityMark(code, f"Word {code}"))
    for text in both(render_record(paper), tmp_path).values():
        assert f"Word {code}" in text
        assert text.count("1 missing") == 5


def test_that_hostile_texts_in_every_place_reach_the_paper_whole(tmp_path: Path) -> None:
    for stored in FIXTURES:
        told = f"begin {stored} end"
        columns = (Column("One", 1), Column(told, 1))
        paper = record_paper(
            title=told,
            kind_line=told,
            facts=(Fact(told, told, told),),
            sections=(
                ProseBlock(told, told, told),
                TableBlock("Table", columns, (Row((told, "x"), Emphasis.ALERT),), ""),
            ),
        )
        for reader, text in both(render_record(paper), tmp_path).items():
            assert squeezed(text).count(squeezed(visible(told))) == 10, (reader, stored)


def test_that_a_word_of_200_000_letters_is_printed_whole(tmp_path: Path) -> None:
    word = "Ж" * 200_000
    block = TableBlock("Table", (Column("One", 1), Column("Two", 1)), (Row((word, "x")),), "")
    paper = record_paper(title="t", facts=(), steps=(), sections=(ProseBlock("Long", word), block))
    text = "".join(pdfium(render_record(paper)))
    assert text.count("Ж") == 400_000


def test_that_a_text_of_20_000_words_is_printed_whole(tmp_path: Path) -> None:
    story = " ".join(f"word{number}" for number in range(20_000))
    block = TableBlock("Table", (Column("One", 1), Column("Two", 2)), (Row(("x", story)),), "")
    paper = record_paper(sections=(ProseBlock("Long", story), block), facts=(Fact("Fact", story[:60_000]),))
    pages = pdfium(render_record(paper))
    found = [word for page in pages for word in page.split() if word.startswith("word")]
    of_fact = story[:60_000].split()
    wanted = story.split()
    assert found[: len(of_fact)] == of_fact
    assert found[len(of_fact) :] == wanted + wanted


def test_that_a_table_of_500_rows_is_printed_whole_and_in_order(tmp_path: Path) -> None:
    rows = tuple(Row((f"Measure {number}", f"Owner {number}", "In force")) for number in range(500))
    columns = (Column("Measure", 3), Column("Owner", 1), Column("State", 1))
    paper = record_paper(sections=(TableBlock("Measures", columns, rows, ""),))
    pages = poppler(render_record(paper), tmp_path)
    assert len(pages) > 12
    text = "\n".join(pdfium(render_record(paper)))
    places = [text.index(f"Measure {number} ") for number in range(500)]
    assert places == sorted(places)
    assert all(page.count("Owner") > 1 for page in pages)


def test_that_a_heading_never_stands_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    for lines in range(20, 50):
        filler = ProseBlock("Filler", "\n".join(["x"] * lines))
        paper = record_paper(sections=(filler, ProseBlock("Alone", WHAT_HAPPENED)))
        pages = poppler(render_record(paper), tmp_path)
        [page] = [page for page in pages if "Alone" in page]
        assert "During the change of shift" in page


def test_that_every_wording_has_both_languages_and_the_same_facts() -> None:
    wordings = tomllib.loads(resource("texts", "papers.toml").read_text("utf-8"))
    for key, wording in wordings.items():
        assert set(wording) == {"en", "de"}, key
        assert re.findall(r"{\w+}", wording["en"]) == re.findall(r"{\w+}", wording["de"]), key


def test_that_every_wording_is_used() -> None:
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "incident_desk" / "reports").glob("*.py"))
    unused = [
        key
        for key in tomllib.loads(resource("texts", "papers.toml").read_text("utf-8"))
        if f'"papers.{key}"' not in sources
        and f'"papers.{key.removesuffix("_one").removesuffix("_many")}"' not in sources
    ]
    assert unused == []


def test_that_papers_may_be_made_at_the_same_time() -> None:
    papers = [record_paper(), german_paper(), long_record_paper(), record_paper(title=RIGHT_TO_LEFT[0])]
    alone = [render_record(paper) for paper in papers]
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(render_record, papers * 4)) == alone * 4
