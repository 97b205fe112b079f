"""The reports page on a real register: choosing a paper, its pages, saving it, printing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.messages import Tone
from incident_desk.gui.papers import papers_page
from incident_desk.gui.papers.pages import PaperFacts, page_picture, paper_facts
from incident_desk.gui.papers.papers_page import PapersPage
from incident_desk.gui.papers.printing import make_printer
from incident_desk.usecases.print_papers import Printed
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def papers(opened: OpenWindow, record: str = "") -> PapersPage:
    page = opened.show("papers", record)
    assert isinstance(page, PapersPage)
    if record:
        shown(opened, page)
    return page


def shown(opened: OpenWindow, page: PapersPage) -> Printed:
    """Waits until the paper and its first page are there."""
    opened.until(lambda: page._printed is not None and page.choice.print_button.isEnabled())
    opened.until(lambda: page.preview.picture is not None and opened.window.session.tasks.running == 0)
    assert page._printed is not None
    return page._printed


def text_of(content: bytes) -> str:
    return "".join(page_picture(content, number, 0.2).text for number in range(paper_facts(content).pages))


def number(desk: Desk, record: str) -> str:
    return str(desk.record(record).values["number"])


def entries_of_access_log(desk: Desk, kind: str) -> list[dict[str, object]]:
    queries = desk.register.queries
    return [dict(entry.data) for entry in queries.entries(queries.chain_of("access")) if entry.kind == kind]


# --- choosing ---


def test_that_print_on_the_incident_page_shows_the_paper_of_that_record(desk: Desk, open_on: Open) -> None:
    desk.new("identification")
    wanted = desk.new("containment")
    opened = open_on(desk)
    opened.show("incident", wanted)
    opened.window.actions_of_window["print"].trigger()
    opened.until(lambda: opened.window.page.key == "papers")
    page = opened.window.page
    assert isinstance(page, PapersPage)
    printed = shown(opened, page)
    assert number(desk, wanted) in text_of(printed.content)
    assert page.choice.record.text() == number(desk, wanted)
    opened.window.go_back()
    assert opened.window.page.key == "incident"


def test_that_a_record_is_chosen_by_words_of_what_happened(desk: Desk, open_on: Open) -> None:
    desk.new("identification")
    wanted = desk.new("identification", fields={"what_happened": "The centrifuge shook"})
    opened = open_on(desk)
    page = papers(opened)
    line = page.choice.record.edits()[0]
    assert line.hasFocus()
    QTest.keyClicks(line, "centri")
    opened.until(lambda: page.choice.record.list_open)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.choice.record.chosen() == wanted
    assert "centrifuge" in text_of(shown(opened, page).content)


def test_that_a_whole_number_and_return_is_enough(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened)
    line = page.choice.record.edits()[0]
    QTest.keyClicks(line, number(desk, wanted).lower())
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown(opened, page).name == f"{number(desk, wanted)}.pdf"


def test_that_a_record_is_printed_without_names(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    wanted = desk.new("containment", fields={"what_happened": "Anna Berg found the purple bed wet"})
    opened = open_on(desk)
    page = papers(opened, wanted)
    whole = text_of(shown(opened, page).content)
    assert page.choice.nameless.telling.text() == "In 1 place its texts tell who somebody is."
    assert not page.choice.nameless.words.isVisible()
    QTest.mouseClick(page.choice.nameless.tick, Qt.MouseButton.LeftButton)
    nameless = shown(opened, page)
    assert ("Anna Berg" in whole, "Anna" in text_of(nameless.content)) == (True, False)
    assert not page.choice.nameless.telling.isVisible()
    QTest.keyClicks(page.choice.nameless.words, "purple bed, nothing like it")
    QTest.keyClick(page.choice.nameless.words, Qt.Key.Key_Return)
    opened.until(lambda: page._printed is not nameless)
    printed = shown(opened, page)
    assert page.choice.nameless.nowhere.text() == "Found nowhere in the record: nothing like it"
    assert page.choice.nameless.nowhere.isVisible()
    assert ("purple" in text_of(nameless.content), "purple" in text_of(printed.content)) == (True, False)
    page.out.save_to(tmp_path / printed.name, printed)
    opened.until(lambda: entries_of_access_log(desk, "printed") != [])
    assert entries_of_access_log(desk, "printed")[-1]["kind"] == "anonymised"
    assert "anonymised" in printed.name


def test_that_lists_and_journals_offer_no_gaps(desk: Desk, open_on: Open) -> None:
    page = papers(open_on(desk), desk.new("containment"))
    for kind in ("list", "journal"):
        page.choice.set_kind(kind)
        assert not page.choice.nameless.isVisible()


@pytest.mark.parametrize(("typed", "said"), [("WARD3-2020-9999", "No record has the number"), ("", "Type the number")])
def test_that_an_unknown_number_is_said_at_the_field(desk: Desk, open_on: Open, typed: str, said: str) -> None:
    opened = open_on(desk)
    page = papers(opened)
    line = page.choice.record.edits()[0]
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.until(lambda: page.choice.record_row.wrong.startswith(said))
    assert not page.choice.print_button.isEnabled()


def test_that_language_and_paper_of_the_print_are_chosen_apart_from_the_window(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("containment")
    opened = open_on(desk)
    page = papers(opened, wanted)
    english = text_of(shown(opened, page).content)
    page.choice.language.set_code("de")
    page.choice.paper_size.set_code("letter")
    page.choice.paper_size.code_chosen.emit("letter")
    assert not page.choice.print_button.isEnabled()
    german = shown(opened, page)
    assert "Containment" in english
    assert "Eindämmung" in text_of(german.content)
    facts = paper_facts(german.content)
    assert (facts.width, facts.height) == (612, 792)


def choose(page: PapersPage, **codes: str) -> None:
    for key, code in codes.items():
        page.choice.filters.choices[key].set_code(code)
    page.choice.filters.changed.emit()


@pytest.mark.parametrize(
    ("codes", "titles"),
    [
        ({}, {"One", "Two", "Three"}),
        ({"step": Step.CONTAINMENT.key}, {"Two"}),
        ({"status": "inbox"}, {"Three"}),
        ({"kind": "hazard"}, {"Three"}),
        ({"priority": str(Priority.HIGH)}, set()),
        ({"category": "device"}, {"One", "Two"}),
    ],
)
def test_that_a_list_holds_what_its_conditions_let_through(
    desk: Desk, open_on: Open, codes: dict[str, str], titles: set[str]
) -> None:
    desk.new("identification", fields={"title": "One"})
    desk.new("containment", fields={"title": "Two"})
    desk.new("inbox", kind="hazard", fields={"title": "Three"})
    opened = open_on(desk)
    page = papers(opened)
    page.choice.set_kind("list")
    choose(page, **codes)
    text = text_of(shown(opened, page).content)
    assert {title for title in ("One", "Two", "Three") if title in text} == titles


def test_that_department_person_and_days_narrow_a_list_and_are_said_on_it(desk: Desk, open_on: Open) -> None:
    there = desk.new("identification", fields={"title": "In the hall"})
    desk.do(there, c.ChangeFields({"place": "Press hall", "responsible": "Maria Manager"}))
    desk.new("identification", fields={"title": "On the ward"})
    opened = open_on(desk)
    page = papers(opened)
    page.choice.set_kind("list")
    filters = page.choice.filters
    hall = next(place.id for place in desk.register.queries.places() if place.name == "Press hall")
    filters.responsible.set_chosen(desk.person("Maria Manager"))
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    filters.since.set_value(yesterday)
    choose(page, department=hall)
    text = text_of(shown(opened, page).content)
    assert "In the hall" in text
    assert "On the ward" not in text
    assert "Maria Manager" in text
    assert f"opened from {yesterday.day} " in text
    filters.since.set_value(None)
    filters.until.set_value(yesterday)
    filters.changed.emit()
    assert "No record fits." in text_of(shown(opened, page).content)


def test_that_a_list_of_very_many_records_is_made_only_when_asked_for(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers_page, "_MOST_AT_ONCE", 2)
    for _ in range(3):
        desk.new("inbox")
    opened = open_on(desk)
    page = papers(opened)
    page.choice.set_kind("list")
    choose(page)
    opened.until(lambda: page.choice.remark.text().startswith("3 records fit"))
    opened.settle()
    assert page._printed is None
    QTest.mouseClick(page.choice.show_button, Qt.MouseButton.LeftButton)
    assert text_of(shown(opened, page).content).count("WARD3-") == 3
    assert not page.choice.show_button.isVisible()


# --- seeing ---


def test_that_keys_turn_the_leaves_and_change_their_size(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("ready", fields={"what_happened": "It happened so.\n" * 150})
    opened = open_on(desk)
    page = papers(opened, wanted)
    preview = page.preview
    assert preview.hasFocus()
    assert page.where.text().startswith("Page 1 of ")
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    opened.until(lambda: page.where.text().startswith("Page 2 of "))
    QTest.keyClick(preview, Qt.Key.Key_End)
    last = paper_facts(shown(opened, page).content).pages
    opened.until(lambda: page.where.text() == f"Page {last} of {last}")
    assert not page.after.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_Home)
    opened.until(lambda: page.where.text() == f"Page 1 of {last}")
    before = preview.page_place().width()
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.page_place().width() > before
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.page_place().width() == before


@pytest.mark.parametrize("steps", [0, 2])
def test_that_the_picture_has_exactly_the_pixels_of_its_place(desk: Desk, open_on: Open, steps: int) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    page.preview.enlarge(steps)
    ratio = page.preview.devicePixelRatioF()

    def sharp() -> bool:
        picture = page.preview.picture
        return picture is not None and abs(picture.picture.width() / ratio - page.preview.page_place().width()) < 1.5

    opened.until(sharp)


def test_that_the_words_of_the_page_can_be_heard_and_copied(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("identification", fields={"what_happened": "The pump stopped <b>at night</b>"})
    opened = open_on(desk)
    page = papers(opened, wanted)
    assert "The pump stopped <b>at night</b>" in page.preview.accessibleDescription()
    QTest.keyClick(page.preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert number(desk, wanted) in QGuiApplication.clipboard().text()


def test_that_the_paper_shows_what_was_written_since_the_last_look(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    desk.do(wanted, c.ChangeFields({"title": "Written meanwhile"}))
    opened.show("board")
    opened.show("papers")
    opened.until(lambda: page._printed is not None and "Written meanwhile" in text_of(page._printed.content))


# --- out ---


def test_that_saving_writes_the_bytes_of_the_paper_and_the_access_log(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    printed = shown(opened, page)
    assert entries_of_access_log(desk, "printed") == []  # looking is not printing
    target = tmp_path / "paper.pdf"
    page.out.save_to(target, printed)
    opened.until(lambda: opened.told)
    assert target.read_bytes() == printed.content
    assert (opened.told[-1].tone, opened.told[-1].button) == (Tone.GOOD, "Open the folder")
    assert [entry["record"] for entry in entries_of_access_log(desk, "printed")] == [wanted]


def test_that_file_and_print_dialog_begin_where_the_last_paper_went(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = papers(opened, desk.new("identification"))
    printed = shown(opened, page)
    page.out.save_to(tmp_path / "paper.pdf", printed)
    opened.until(lambda: opened.told)
    dialog = page.out.ask_where(printed)
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.close()
    assert page._facts is not None
    page.out.ask_printer(printed, page._facts, "a4")
    (asked,) = page.findChildren(QPrintDialog)
    into_file = asked.findChild(QLineEdit, "filename")
    assert into_file is not None
    assert into_file.text() == str(tmp_path / printed.name)
    asked.close()


@pytest.mark.parametrize("documents", [True, False])
def test_that_the_first_paper_is_offered_to_a_folder_of_the_person_at_the_pc(
    desk: Desk, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, documents: bool
) -> None:
    """Not to the one in which the program lies, even where there is no folder for documents yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    if documents:
        (tmp_path / "Documents").mkdir()
    opened = open_on(desk)
    page = papers(opened, desk.new("identification"))
    dialog = page.out.ask_where(shown(opened, page))
    assert dialog.directory().absolutePath() == str(tmp_path / "Documents" if documents else tmp_path)
    dialog.close()


def test_that_a_folder_that_cannot_be_written_is_said_and_nothing_is_logged(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    page.out.save_to(tmp_path / "nowhere" / "paper.pdf", shown(opened, page))
    opened.until(lambda: opened.told)
    assert opened.told[-1].tone is Tone.TROUBLE
    assert entries_of_access_log(desk, "printed") == []


def test_that_the_chooser_offers_the_number_as_name_and_does_not_hold_the_window_up(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    QTest.mouseClick(page.choice.save_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"{number(desk, wanted)}.pdf"
    assert dialog.isVisible()
    dialog.close()


def test_that_the_paper_copy_alone_says_who_printed_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    printed = shown(opened, page)
    facts = paper_facts(printed.content)
    printer = make_printer(facts, "a4")
    copy = tmp_path / "copy.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(copy))
    page.out.print_on(printer, printed)
    opened.until(lambda: opened.told and opened.told[-1].tone is Tone.GOOD)
    assert "Printed by Anna Berg" in text_of(copy.read_bytes())
    assert "Printed by" not in text_of(printed.content)
    assert paper_facts(copy.read_bytes()).pages == facts.pages
    assert len(entries_of_access_log(desk, "printed")) == 1


def test_that_a_printer_that_takes_nothing_is_said_and_can_be_tried_again(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    wanted = desk.new("identification")
    opened = open_on(desk)
    page = papers(opened, wanted)
    printed = shown(opened, page)
    printer = make_printer(PaperFacts(1, 595, 842), "a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "copy.pdf"))
    remarks: list[str] = []  # Qt says too that it could not begin
    before = qInstallMessageHandler(lambda kind, context, remark: remarks.append(remark))
    page.out.print_on(printer, printed)
    opened.until(lambda: opened.told and opened.told[-1].tone is Tone.TROUBLE)
    qInstallMessageHandler(before)
    assert remarks == ["QPainter::begin(): Returned false"]
    assert opened.told[-1].button == "Try again"
    assert entries_of_access_log(desk, "printed") == []


def test_that_the_list_is_printed_across_the_sheet(desk: Desk) -> None:
    assert make_printer(PaperFacts(1, 842, 595), "a4").pageLayout().orientation().name == "Landscape"
    assert make_printer(PaperFacts(1, 595, 842), "letter").pageLayout().pageSize().key() == "Letter"


def test_that_looking_never_holds_the_window_up(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("ready")
    opened = open_on(desk)
    opened.window.show_page("papers", wanted)
    assert opened.window.session.tasks.running > 0  # the paper is made elsewhere
    QApplication.processEvents()
    shown(opened, opened.window.page)  # type: ignore[arg-type]  # it is the reports page


# --- the journal ---


def test_that_the_journal_of_a_record_is_a_paper_too(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    record = desk.new("containment")
    opened = open_on(desk)
    page = papers(opened, record)
    page.choice.kind.set_code("journal")
    page.choice.changed.emit()
    opened.until(lambda: shown(opened, page).subject["kind"] == "journal")
    printed = shown(opened, page)
    text = text_of(printed.content)
    assert number(desk, record) in text
    assert "What this does not prove" in text
    page.out.save_to(tmp_path / "journal.pdf", printed)
    opened.until(lambda: any("journal.pdf" in each.text for each in opened.told))
    assert entries_of_access_log(desk, "printed")[-1]["kind"] == "journal"


# --- papers for the day ---


def test_that_a_handover_of_a_place_is_shown_saved_and_logged(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    desk.do(desk.new("containment"), c.AddItem("measures", {"what": "Pump out of use"}))
    opened = open_on(desk)
    page = papers(opened)
    page.choice.set_kind("handover")
    page.choice.changed.emit()
    assert "Pump out of use" in text_of(shown(opened, page).content)
    assert not page.choice.record_row.isVisible()
    assert [key for key, row in page.choice.filters.rows.items() if row.isVisible()] == ["department"]
    press = next(each.id for each in desk.register.queries.places() if each.name == "Press hall")
    page.choice.filters.choices["department"].set_code(press)
    page.choice.filters.changed.emit()
    opened.until(lambda: page.choice.print_button.isEnabled())
    assert "Pump out of use" not in text_of(shown(opened, page).content)
    page.out.save_to(tmp_path / "handover.pdf", shown(opened, page))
    opened.until(lambda: entries_of_access_log(desk, "printed"))
    assert entries_of_access_log(desk, "printed")[0]["kind"] == "handover"
