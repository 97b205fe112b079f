"""The columns step while others write, and by keyboard: what somebody is choosing stays under the hand."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.importing import presenter
from incident_desk.gui.importing.code_list import CodeList, SharedChoice
from incident_desk.gui.importing.import_page import At
from incident_desk.gui.theme.manager import Theme
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused
from tests.gui.importing.test_import_page import click, import_page, read, sheet

Open = Callable[[Desk], OpenWindow]


def test_that_an_open_choice_of_a_column_stays_when_names_change(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    assert page.at is At.COLUMNS
    field, words = page.columns.lines.fields["Place"], page.columns.words["place"]
    lists = len(page.findChildren(CodeList))
    field.setFocus()
    field.showPopup()
    opened.window.session.bus.directories_changed.emit()
    opened.settle()
    opened.window.session.names_changed.emit()
    opened.settle()
    assert page.columns.lines.fields["Place"] is field and page.columns.words["place"] is words
    assert field.view().isVisible() and field.code() == "place"
    field.hidePopup()
    assert focused() is field
    assert len(page.findChildren(CodeList)) == lists


def test_that_a_list_with_other_entries_keeps_what_was_chosen(desk: Desk, open_on: Open, qapp: QApplication) -> None:
    opened = open_on(desk)
    theme: Theme = opened.window.theme
    codes = CodeList([("a", "First"), ("b", "Second")], opened.window)
    stays, goes = SharedChoice(codes, theme, opened.window), SharedChoice(codes, theme, opened.window)
    stays.set_code("b")
    goes.set_code("a")
    codes.renew([("new", "New"), (None, "Others"), ("b", "Second one")])
    assert (stays.code(), stays.currentText()) == ("b", "Second one")
    assert goes.code() is None


def test_that_show_more_leads_the_keyboard_to_the_first_column_that_came(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path, columns = tmp_path / "wide.csv", ["What happened", *(f"Note {n}" for n in range(60))]
    row = ["The lift stopped between two floors and nobody heard it", *(f"value {n}" for n in range(60))]
    path.write_text(f"{';'.join(columns)}\n{';'.join(row)}\n", encoding="utf-8")
    page = read(opened, path)
    click(opened, page.next)
    lines = page.columns.lines
    opened.until(lambda: len(lines.fields) >= 30)
    came_next = next(name for name in columns if name not in lines.fields)
    lines.more.setFocus()
    lines.more.click()
    assert focused() is lines.fields[came_next]


def test_that_what_columns_mean_and_how_letters_are_written_is_said_in_plain_words(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    assert page.file.encoding.currentText() == "Western Europe, older Windows programs"
    said = [page.file.encoding.itemText(n) for n in range(page.file.encoding.count())]
    said += [button.text() for button in (page.columns.use_file, page.columns.save_file, page.done.save_button)]
    assert not [each for each in said if any(word in each for word in ("UTF", "Unicode (", "mapping", "1252"))]


def test_that_an_import_leaves_no_waste_that_is_never_taken_away(
    desk: Desk, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "_LARGE", 5)
    opened = open_on(desk)
    page = import_page(opened)
    gc.disable()  # as the window does
    waste = Circle()
    waste.itself, gone = waste, weakref.ref(waste)
    del waste
    page.take(sheet(tmp_path))
    opened.settle()
    gc.enable()
    gc.collect()
    assert gone() is not None  # a large sheet is not walked, nor what stood beside it
    page.importing.forget()
    assert gone() is None


def test_that_steps_are_called_as_everywhere(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    questions = import_page(opened).columns.questions
    first, last = STEP_NAMES[Step.IDENTIFICATION]["en"], STEP_NAMES[Step.CONCLUSION]["en"]
    assert questions.into.itemText(0) == questions.closed_into.itemText(1) == first
    assert questions.closed_into.itemText(0) == f"{last}: imported, steps not recorded"
    assert [questions.closed_into.itemData(n) for n in range(3)] == ["conclusion", "identification", "inbox"]


def test_that_a_column_taken_for_the_date_by_its_contents_is_told_until_somebody_looked(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened, path = open_on(desk), tmp_path / "odd.csv"
    path.write_text("Xyz;What happened\n14.02.2019;A ladder slid away on the wet floor of the hall\n", encoding="utf-8")
    page = read(opened, path)
    click(opened, page.next)
    note = page.columns.by_content
    assert note.isVisible()
    assert note.text() == "Xyz is taken for Occurred: it holds days, but its heading does not say of what."
    page.columns.lines.target_chosen.emit("Xyz", "occurred")  # as it was guessed, and now somebody has said it
    opened.settle()
    assert note.isHidden()
    page.take(sheet(tmp_path))
    opened.settle()
    click(opened, page.next)
    assert note.isHidden()


def test_that_a_refusal_leaves_the_keyboard_at_the_button(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened, path = open_on(desk), tmp_path / "head.csv"
    path.write_text("No;Date;What happened\n", encoding="utf-8")
    page = read(opened, path)
    click(opened, page.next)
    click(opened, page.next)
    assert page.at is At.COLUMNS and page.columns.problem.text()
    assert focused() is page.next


class Circle:
    """Kept by itself alone."""

    itself: Circle
