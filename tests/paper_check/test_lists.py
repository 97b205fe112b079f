"""Lists as papers: what is said of one that is unchanged, saved again, or changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.knowledge_orders import ConcludeKnowledge, OpenKnowledge
from incident_desk.usecases.checking.answers import PaperAnswer
from incident_desk.usecases.checking.files import LIST_DATA
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.print_papers import (
    draw_list,
    log_printed,
    print_day,
    print_feedback,
    print_knowledge,
    print_list,
)
from incident_desk.usecases.rows import IncidentFilter
from tests.paper_check.conftest import Printer, data_in, drawn_over, with_data

Resave = Callable[..., Path]


@pytest.fixture(autouse=True)
def _incidents(printer: Printer) -> None:
    """One in each state that a row can show."""
    for stage in ("inbox", "identification", "prioritisation", "signed"):
        printer.desk.new(stage, fields={"title": f"The pump at {stage}"})


def printed(printer: Printer, size: str = "a4", language: str = "en") -> Path:
    desk = printer.desk
    made = print_list(
        printer.services, desk.register, desk.submitter.actor, IncidentFilter(), printer.wording(language), size
    )
    (printer.folder / "list.pdf").write_bytes(made.content)
    return printer.folder / "list.pdf"


def test_that_an_unchanged_list_is_known_by_its_bytes(printer: Printer) -> None:
    check = printer.check(printed(printer))
    assert (check.answer, check.holds) == (PaperAnswer.LIST_EQUAL, True)
    assert check.printed is not None


@pytest.mark.parametrize(("size", "language"), [("a4", "en"), ("letter", "de")])
def test_that_one_that_was_saved_again_is_drawn_anew_from_its_data(
    printer: Printer, resaved: Resave, size: str, language: str
) -> None:
    file = resaved(printed(printer, size, language))
    printer.desk.new("containment")  # a list of another day shows it, this one need not
    printer.desk.do(None, ChangeSettings({"organisation": "Another house"}))
    check = printer.check(file)
    assert (check.answer, check.holds, check.on_pages) == (PaperAnswer.LIST_RESAVED, True, ())
    assert printer.told(file)[0].startswith("Saved again by another program, with nothing changed.")


def test_that_a_word_on_a_page_is_found(printer: Printer) -> None:
    def write(canvas: Canvas) -> None:
        canvas.drawString(100, 300, "nothing else")

    check = printer.check(drawn_over(printed(printer), write))
    assert (check.answer, check.holds) == (PaperAnswer.LIST_ALTERED, False)
    assert "nothing else" in check.on_pages[0].file


def test_that_other_data_are_not_those_of_a_list_that_was_made(printer: Printer) -> None:
    file = printed(printer)
    data = data_in(file, LIST_DATA)
    forged = with_data(file, data.replace(b"The pump at inbox", b"The pumps are well"), LIST_DATA)
    assert json.loads(data)["rows"] != []
    check = printer.check(forged)
    assert (check.answer, check.holds) == (PaperAnswer.LIST_UNKNOWN, False)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"[" * 100_000, b'{"register": 1}'])
def test_that_what_is_no_data_of_ours_is_told(printer: Printer, content: bytes) -> None:
    check = printer.check(with_data(printed(printer), content, LIST_DATA))
    assert check.answer in {PaperAnswer.LIST_UNKNOWN, PaperAnswer.OTHER_REGISTER}
    assert not check.holds


def test_that_a_preview_that_went_nowhere_is_none_that_was_made(printer: Printer, resaved: Resave) -> None:
    made = draw_list(printer.services, printer.desk.register, IncidentFilter(), printer.wording())
    file = printer.folder / "preview.pdf"
    file.write_bytes(made.content)
    assert printer.check(resaved(file)).answer is PaperAnswer.LIST_UNKNOWN
    log_printed(printer.services, printer.desk.register, printer.desk.submitter.actor, made)
    assert printer.check(resaved(file)).answer is PaperAnswer.LIST_RESAVED


def test_that_a_concluded_one_is_called_so(printer: Printer) -> None:
    rows = json.loads(data_in(printed(printer), LIST_DATA))["rows"]
    assert sorted(row[2] for row in rows) == ["Concluded", "Identification", "In the inbox", "Prioritisation"]


@pytest.mark.parametrize("kind", DAY_PAPERS)
def test_that_a_paper_for_the_day_is_known_and_drawn_anew_from_its_data(
    printer: Printer, resaved: Resave, kind: str
) -> None:
    desk = printer.desk
    made = print_day(
        printer.services, desk.register, desk.submitter.actor, kind, IncidentFilter(), printer.wording("de"), "letter"
    )
    file = printer.folder / f"{kind}.pdf"
    file.write_bytes(made.content)
    assert printer.check(file).answer is PaperAnswer.LIST_EQUAL
    again = resaved(file)
    desk.new("containment")
    check = printer.check(again)
    assert (check.answer, check.on_pages) == (PaperAnswer.LIST_RESAVED, ())


def test_that_a_word_on_a_handover_is_found(printer: Printer) -> None:
    desk = printer.desk
    made = print_day(
        printer.services, desk.register, desk.submitter.actor, "handover", IncidentFilter(), printer.wording("en")
    )
    (printer.folder / "handover.pdf").write_bytes(made.content)
    check = printer.check(
        drawn_over(printer.folder / "handover.pdf", lambda canvas: canvas.drawString(100, 300, "nothing else"))
    )
    assert (check.answer, check.holds) == (PaperAnswer.LIST_ALTERED, False)


def test_that_a_slip_for_who_reported_is_known_and_drawn_anew(printer: Printer, resaved: Resave) -> None:
    desk = printer.desk
    record = desk.new("reaction")
    made = print_feedback(printer.services, desk.register, desk.submitter.actor, record, printer.wording("en"))
    (printer.folder / "slip.pdf").write_bytes(made.content)
    assert printer.check(printer.folder / "slip.pdf").answer is PaperAnswer.LIST_EQUAL
    check = printer.check(resaved(printer.folder / "slip.pdf"))
    assert (check.answer, check.on_pages) == (PaperAnswer.LIST_RESAVED, ())


def test_that_the_paper_of_a_knowledge_record_is_known_and_drawn_anew(printer: Printer, resaved: Resave) -> None:
    desk = printer.desk
    record = desk.do(None, OpenKnowledge("problem", {"title": "Pumps stop"}, (desk.new("reaction"),))).id
    made = print_knowledge(printer.services, desk.register, desk.submitter.actor, record, printer.wording("en"))
    path = printer.folder / made.name
    path.write_bytes(made.content)
    assert printer.check(path).answer is PaperAnswer.LIST_EQUAL
    desk.do(record, ConcludeKnowledge(record, "Solved"))
    check = printer.check(resaved(path))
    assert (check.answer, check.on_pages) == (PaperAnswer.LIST_RESAVED, ())
