"""Journals as papers: what is said of one that is unchanged, saved again, changed, or of somewhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import exact_bytes
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.checking.answers import PaperAnswer
from incident_desk.usecases.checking.files import JOURNAL_DATA
from incident_desk.usecases.erasing.erase import Order, erase
from incident_desk.usecases.erasing.look import look
from incident_desk.usecases.print_journal import draw_journal, print_journal
from incident_desk.usecases.print_papers import print_list
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk, open_desk
from tests.paper_check.conftest import Printer, data_in, drawn_over, with_data
from tests.storage.other_program import other_program

Resave = Callable[..., Path]


@pytest.fixture
def record(printer: Printer) -> str:
    return printer.desk.new("containment", fields={"what_happened": "Ida Quorn saw the pump run too fast."})


def journal(
    printer: Printer, record: str, name: str = "journal.pdf", *, logged: bool = False, size: str = "a4"
) -> Path:
    desk, wording = printer.desk, printer.wording("de" if size == "letter" else "en")
    if logged:
        printed = print_journal(printer.services, desk.register, desk.submitter.actor, record, wording, size)
    else:
        printed = draw_journal(printer.services, desk.register, record, wording, size)
    (printer.folder / name).write_bytes(printed.content)
    return printer.folder / name


def changed(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    data = json.loads(data_in(path, JOURNAL_DATA))
    change(data)
    return with_data(path, exact_bytes(data), JOURNAL_DATA)


@pytest.mark.parametrize("logged", [True, False])
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_that_an_unchanged_journal_is_known(printer: Printer, record: str, size: str, *, logged: bool) -> None:
    file = journal(printer, record, logged=logged, size=size)
    printer.desk.do(record, c.ChangeFields({"title": "Written later"}))
    check = printer.check(file)
    assert (check.answer, check.holds, check.position) == (PaperAnswer.JOURNAL_EQUAL, True, check.present - 1)


def test_that_one_that_was_saved_again_equals_the_journal(printer: Printer, record: str, resaved: Resave) -> None:
    journal(printer, record, "before.pdf", logged=True)
    file = resaved(journal(printer, record, logged=True))
    journal(printer, record, "after.pdf", logged=True)  # who printed later does not stand in it
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.JOURNAL_RESAVED, True)
    assert printer.told(file)[0].startswith("Saved again by another program, with nothing changed.")


def test_that_one_changed_letter_in_the_data_is_found(printer: Printer, record: str) -> None:
    def change(data: dict[str, Any]) -> None:
        entry = data["entries"][0]
        entry["personal"]["bytes"] = entry["personal"]["bytes"].replace("too fast", "too slow")

    check = printer.check(changed(journal(printer, record), change))
    assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False)
    assert [(each.what, each.position) for each in check.in_data] == [("journal", 1)]


@pytest.mark.parametrize("key", ["access", "log", "number"])
def test_that_what_stands_beside_the_entries_counts(printer: Printer, record: str, key: str) -> None:
    journal(printer, record, logged=True)

    def change(data: dict[str, Any]) -> None:
        data[key] = {"position": data["access"]["position"], "entries": []} if key == "access" else "X-2026-0001"

    check = printer.check(changed(journal(printer, record), change))
    assert check.answer is PaperAnswer.ALTERED
    assert [each.key for each in check.in_data] == [key]


def test_that_a_word_on_a_page_is_found(printer: Printer, record: str) -> None:
    def write(canvas: Canvas) -> None:
        canvas.drawString(100, 400, "approved")

    check = printer.check(drawn_over(journal(printer, record), write))
    assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False)
    assert "approved" in check.on_pages[0].file


def test_that_pages_of_another_version_are_not_proved(printer: Printer, record: str) -> None:
    check = printer.check(changed(journal(printer, record), lambda data: data.update(program="Incident Desk 0.0.9")))
    assert (check.answer, check.other, check.holds) == (PaperAnswer.PAGES_UNPROVED, "Incident Desk 0.0.9", False)


@pytest.mark.parametrize("position", [0, 2.5, "1", None])
def test_that_data_written_otherwise_are_no_data_of_ours(printer: Printer, record: str, position: object) -> None:
    check = printer.check(changed(journal(printer, record), lambda data: data.update(position=position)))
    assert (check.answer, check.number) == (PaperAnswer.ALTERED, "")


def test_that_another_register_is_told(printer: Printer, record: str, tmp_path: Path) -> None:
    file, listed = journal(printer, record), tmp_path / "list.pdf"
    desk = printer.desk
    listed.write_bytes(
        print_list(
            printer.services, desk.register, desk.submitter.actor, IncidentFilter(), printer.wording()
        ).content
    )  # fmt: skip
    with open_desk(str(tmp_path / "other.register")) as other:
        for each in (file, listed):
            assert printer.at(other).check(each).answer is PaperAnswer.OTHER_REGISTER


def test_that_a_register_older_than_the_journal_is_told(printer: Printer, record: str, tmp_path: Path) -> None:
    old = tmp_path / "old" / "ward.register"
    old.parent.mkdir()
    printer.desk.register.copy_to(old)
    printer.desk.do(record, c.ChangeFields({"title": "Written later"}))
    file = journal(printer, record)
    opened = open_register(str(old))
    try:
        check = printer.at(Desk(opened, printer.desk.submitter, str(old))).check(file)
    finally:
        opened.close()
    assert (check.answer, check.present) == (PaperAnswer.NEWER, check.position - 1)


def test_that_one_with_false_entries_is_not_taken_for_a_newer_one(printer: Printer, record: str) -> None:
    def append(data: dict[str, Any]) -> None:
        data["entries"].append({**data["entries"][-1], "position": data["position"] + 1})
        data["position"] += 1

    def falsify(data: dict[str, Any]) -> None:
        append(data)
        data["entries"][0]["kind"] = "signed"

    file = journal(printer, record)
    assert printer.check(changed(file, append)).answer is PaperAnswer.NEWER
    check = printer.check(changed(file, falsify))
    assert (check.answer, [each.position for each in check.in_data]) == (PaperAnswer.ALTERED, [1])


def test_that_the_chain_of_a_person_is_no_incident(printer: Printer, record: str) -> None:
    file = journal(printer, record)
    for chain in ("\0x", "", "not an id", printer.desk.person("Anna Berg")):

        def of_another(data: dict[str, Any], chain: str = chain) -> None:
            data.update(chain=chain, position=1, entries=data["entries"][:1])

        assert not printer.check(changed(file, of_another)).holds


def test_that_one_from_before_an_erasure_is_no_forgery(printer: Printer, record: str) -> None:
    file = journal(printer, record)
    desk = printer.desk
    found = look(desk.register.queries, record, ["Ida Quorn"])
    texts = {each.place: "A nurse saw the pump run too fast." for each in found.lost.found}
    order = Order(found.words, "Article 17", "asked", texts, frozenset(), found.position)
    erase(desk.submitter, uuid7(), record, order)
    check = printer.check(file)
    assert (check.answer, check.in_data, check.holds) == (PaperAnswer.ERASED_SINCE, (), False)

    def change(data: dict[str, Any]) -> None:
        entry = data["entries"][0]
        entry["personal"]["bytes"] = entry["personal"]["bytes"].replace("Ida", "Eva")

    assert printer.check(changed(file, change)).answer is PaperAnswer.ALTERED


def test_that_a_journal_changed_behind_the_programs_back_is_named_with_it(printer: Printer, record: str) -> None:
    file = journal(printer, record, logged=True)
    no = "(SELECT no FROM chain WHERE id = (SELECT id FROM incident LIMIT 1))"
    with other_program(printer.desk.address) as sqlite:
        sqlite.run(
            "UPDATE journal_part SET content = CAST(replace(CAST(content AS TEXT), 'too fast', 'too slow') AS BLOB) "
            f"WHERE chain = {no} AND content LIKE '%too fast%'"
        )
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.JOURNAL_EQUAL, False)
    assert [each.code for each in check.breaks] == ["entry_text_changed"]
