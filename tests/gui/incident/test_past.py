"""The past of a record in the real window: the journal filtered, as of an entry, two moments, one field."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.incident.journal_menu import JournalMenu
from incident_desk.gui.incident.past_lines import PastLine
from incident_desk.usecases.journal_filter import Group, JournalFilter, chosen, group_of
from incident_desk.usecases.journal_lines import Change, JournalLine
from incident_desk.usecases.print_papers import print_record
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage

STORY, CORRECTED = "The pump ran ten times too fast.", "The pump ran twelve times too fast."


@pytest.fixture
def opened(desk: Desk, open_incident: OpenIncident) -> OpenPage:
    record = desk.new("containment", fields={"what_happened": STORY})
    desk.do(record, c.AddItem("measures", {"what": "Pump off"}))
    desk.do(record, c.ChangeFields({"what_happened": CORRECTED}))
    desk.do(record, c.AddNote("Rang the maker about the valve"))
    return open_incident(desk, record)


def picture(widget: QWidget, name: str) -> None:
    """For looking at, where a folder is named."""
    folder = os.environ.get("INCIDENT_DESK_PICTURES")
    if folder:
        widget.window().grab().save(str(Path(folder) / f"{name}.png"))


def shown(page: OpenPage) -> list[PastLine]:
    page.until(lambda: page.page.past.isVisible() and page.page.presenter.session.tasks.running == 0)
    return page.page.past.model.lines


def select(page: OpenPage, *positions: int) -> None:
    """Entries of the journal, as by click and Ctrl+click."""
    page.show_tab(page.page.journal)
    view = page.page.journal.journal
    marked = view.list.selectionModel()
    marked.clearSelection()
    for row, line in enumerate(view.model.lines):
        if line.line.position in positions:
            flags = QItemSelectionModel.SelectionFlag.Select
            marked.select(view.model.index(row), flags)
            marked.setCurrentIndex(view.model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)


def entries(page: OpenPage) -> list[int]:
    return [line.line.position for line in page.page.journal.journal.model.lines]


# --- the journal filtered ---


def test_that_the_journal_is_filtered_by_kind_person_and_words(opened: OpenPage) -> None:
    journal, last = opened.page.journal, opened.page.presenter.view
    assert last is not None
    opened.show_tab(journal)
    everything = list(range(last.position, 0, -1))
    assert entries(opened) == everything
    journal.bar.set_group(Group.NOTED)
    assert entries(opened) == [last.position]
    journal.bar.set_group(None)
    QTest.keyClicks(journal.bar.box, "twelve")
    opened.until(lambda: entries(opened) == [last.position - 1])
    journal.bar.set_who(last.lines[0].who)
    assert entries(opened) == [last.position - 1]
    picture(opened.page, "journal-filtered")
    QTest.keyClicks(journal.bar.box, " nowhere")
    opened.until(lambda: not entries(opened))
    assert journal.nothing.isVisible() and "Take a filter away" in journal.nothing.text()
    picture(opened.page, "journal-nothing")
    QTest.mouseClick(journal.all, Qt.MouseButton.LeftButton)
    assert entries(opened) == everything
    assert not journal.nothing.isVisible()


def test_that_the_journal_says_who_printed_the_record_when_it_is_asked(opened: OpenPage) -> None:
    journal, session = opened.page.journal, opened.page.presenter.session
    opened.show_tab(journal)
    journal.bar.set_group(Group.PRINTED)
    opened.until(lambda: "Nobody has printed" in journal.nothing.text())
    journal.bar.clear()
    printed = print_record(session.services, session.register, NOBODY, opened.record, session.wording)
    journal.bar.set_group(Group.PRINTED)
    opened.until(lambda: len(entries(opened)) == 1)
    (line,) = journal.journal.model.lines
    assert str(printed.subject["position"]) in line.line.what
    assert "SHA-256" in line.line.what
    picture(opened.page, "journal-prints")
    select(opened, line.line.position)
    assert not journal.here.isVisible()
    journal.bar.clear()
    assert len(entries(opened)) > 1


def test_that_ten_thousand_entries_are_filtered_at_once() -> None:
    lines = [
        JournalLine(n, n, f"Person {n % 7}", "wrote Title", (Change("Title", "", f"Text {n}", long=False),), "", "", "moved" if n % 3 else "signed")
        for n in range(1, 10_001)
    ]  # fmt: skip
    assert [line.position for line in chosen(lines, JournalFilter(words="text 777"))][:2] == [777, 1777]
    assert len(chosen(lines, JournalFilter("Person 3", Group.SIGNED))) == 477
    assert {group_of(line) for line in lines} == {Group.MOVED, Group.SIGNED}


def test_that_a_journal_of_ten_thousand_entries_makes_no_widget_for_each(opened: OpenPage) -> None:
    view = opened.page.journal.journal
    opened.show_tab(opened.page.journal)
    many = [
        JournalLine(n, n * 60_000_000, f"Person {n % 7}", "wrote Title",
                    (Change("Title", f"Text {n - 1}", f"Text {n}", long=False),), "", "", "fields_changed")
        for n in range(1, 10_001)
    ]  # fmt: skip
    before = len(view.findChildren(QWidget))
    view.set_lines(many, "Europe/Berlin")
    QApplication.processEvents()
    assert len(view.findChildren(QWidget)) - before < 50


# --- as of an entry, a day ---


def test_that_the_record_is_shown_as_of_an_entry_and_back(opened: OpenPage) -> None:
    position = opened.desk.position(opened.record)
    select(opened, position - 2)
    QTest.mouseClick(opened.page.journal.here, Qt.MouseButton.LeftButton)
    lines = shown(opened)
    past = opened.page.past
    assert f"after entry {position - 2} of {position}" in past.band.sentence
    assert [line.value for line in lines if line.label == "What happened" and not line.is_heading] == [STORY]
    assert not opened.page.form.isVisible()
    picture(opened.page, "as-of")
    QTest.mouseClick(past.after, Qt.MouseButton.LeftButton)
    opened.until(lambda: f"after entry {position - 1} of {position}" in past.band.sentence)
    assert CORRECTED in [line.value for line in past.model.lines]
    past.day.set_value(date(2001, 1, 1))
    QTest.keyClick(past.day.line, Qt.Key.Key_Return)
    opened.until(lambda: any("2001" in each.text for each in opened.window.told))
    past.day.set_value(date(2999, 1, 1))
    QTest.keyClick(past.day.line, Qt.Key.Key_Return)
    opened.until(lambda: f"after entry {position} of {position}" in past.band.sentence)
    QTest.keyClick(past.list, Qt.Key.Key_Escape)
    assert past.isHidden() and opened.page.form.isVisible()


def test_that_nothing_can_be_written_while_the_past_is_shown(opened: OpenPage) -> None:
    position = opened.desk.position(opened.record)
    opened.page.look_at(Step.IDENTIFICATION)
    opened.write("place_detail", "bed 4")
    opened.page.looking.show_entry(1)
    shown(opened)
    opened.settle()
    assert opened.values["place_detail"] == "bed 4"  # what was typed before is saved
    assert opened.desk.position(opened.record) == position + 1
    assert opened.page.past.isVisible()  # a change by anyone does not take it away
    opened.desk.do(opened.record, c.AddNote("by a colleague"))
    opened.page.presenter.read()
    opened.settle()
    assert opened.page.past.isVisible() and not opened.page.form.isVisible()


def test_that_another_record_is_shown_as_it_stands(opened: OpenPage) -> None:
    other = opened.desk.new("identification")
    opened.page.looking.show_entry(1)
    shown(opened)
    opened.page.show_record(other)
    opened.until(lambda: opened.page.form.isVisible())
    assert opened.page.past.isHidden()


# --- two moments ---


def test_that_two_entries_are_compared_with_the_words_that_differ(opened: OpenPage) -> None:
    position = opened.desk.position(opened.record)
    select(opened, 1, position)
    assert opened.page.journal.beside.text() == "Compare the two"
    QTest.mouseClick(opened.page.journal.beside, Qt.MouseButton.LeftButton)
    lines = shown(opened)
    (story,) = [line for line in lines if line.label == "What happened"]
    assert (story.old, story.new) == (STORY, CORRECTED)
    assert story.in_words() == f"What happened. Before: {STORY}. After: {CORRECTED}."
    picture(opened.page, "compared")
    assert not opened.page.past.before.isVisible()
    opened.page.looking.compare(position, position - 1)
    opened.until(lambda: opened.page.past.nothing.isVisible())
    QTest.mouseClick(opened.page.past.band.first, Qt.MouseButton.LeftButton)
    assert opened.page.past.isHidden()


# --- one field ---


def test_that_a_field_opens_its_history_by_key_and_menu(opened: OpenPage) -> None:
    opened.page.look_at(Step.IDENTIFICATION)
    opened.field("what_happened").setFocus()
    opened.page.act("history")
    lines = shown(opened)
    assert [(line.old, line.new) for line in lines] == [(STORY, CORRECTED), ("", STORY)]
    picture(opened.page, "history")
    opened.page.looking.end()
    field = opened.field("place_detail")
    at = QPoint(3, 3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    QApplication.sendEvent(field, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (history,) = [action for action in menu.actions() if action.text() == "History of this field"]
    history.trigger()
    menu.close()
    opened.until(lambda: opened.page.past.isVisible())
    assert opened.page.past.nothing.text().startswith("Nothing was ever written")


def test_that_an_entry_opens_the_history_of_what_it_wrote(opened: OpenPage) -> None:
    view = opened.page.presenter.view
    assert view is not None
    measure = next(line for line in view.lines if line.list == "measures")
    menu = JournalMenu(measure, None, view.position, opened.page.looking, opened.page)
    (action,) = [each for each in menu.actions() if each.text() == "History of What"]
    action.trigger()
    assert [line.new for line in shown(opened)] == ["Pump off"]


def test_that_without_a_field_one_is_told_what_to_do(opened: OpenPage) -> None:
    opened.page.journal.note.setFocus()
    opened.page.act("history")
    assert any("Go into a field" in each.text for each in opened.window.told)
