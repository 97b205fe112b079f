"""What is found while one types, below the search box, in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from incident_desk.domain import commands as c
from incident_desk.gui.search.glance import Glance
from incident_desk.gui.search.glance_lines import NamedLine, PlainLine, RestLine
from incident_desk.gui.search.hit import Hit
from incident_desk.gui.search.search_page import SearchPage
from incident_desk.gui.widgets.search_box import SearchBox
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def box(opened: OpenWindow) -> SearchBox:
    return opened.window.head.box


def type_in(opened: OpenWindow, text: str) -> Glance:
    opened.window.head.focus_search()
    QTest.keyClicks(box(opened), text)
    return opened.window.finding.glance


def records(glance: Glance) -> list[str]:
    return [line.row.id for line in glance.lines.lines if isinstance(line, Hit)]


def named(glance: Glance) -> list[str]:
    return [line.named.name for line in glance.lines.lines if isinstance(line, NamedLine)]


def reported(desk: Desk, what: str) -> str:
    return desk.new("inbox", fields={"what_happened": what})


def press(opened: OpenWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(box(opened), key)


def test_that_typing_shows_the_first_hits_from_the_second_letter_on_and_leaves_the_page(
    desk: Desk, open_on: Open
) -> None:
    wanted = reported(desk, "The centrifuge made a loud noise")
    reported(desk, "A slip on the stairs")
    opened = open_on(desk)
    glance = type_in(opened, "c")
    opened.settle()
    assert not glance.isVisible()
    QTest.keyClicks(box(opened), "e")
    opened.until(lambda: records(glance) == [wanted])
    assert glance.isVisible()
    assert box(opened).hasFocus()
    assert opened.window.page.key == "board"
    assert isinstance(glance.lines.lines[-1], RestLine)


def test_that_an_empty_box_says_what_one_can_type(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window._on_action("search")
    (line,) = opened.window.finding.glance.lines.lines
    assert isinstance(line, PlainLine)
    assert line.words == "Type a number, a word, a person or a place."
    assert "Ward 3" in line.hint
    press(opened, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not opened.window.finding.glance.isVisible()
    assert opened.window.page.key == "board"


def test_that_arrows_walk_and_return_opens_the_marked_record(desk: Desk, open_on: Open) -> None:
    older = reported(desk, "A blue lamp broke")
    reported(desk, "A red lamp broke")
    opened = open_on(desk)
    glance = type_in(opened, "lamp")
    opened.until(lambda: len(records(glance)) == 2)
    press(opened, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert box(opened).hasFocus()
    press(opened, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "incident")
    assert opened.window.page.record == older  # type: ignore[attr-defined]  # the incident page has it
    assert not glance.isVisible()


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Return,), (Qt.Key.Key_Up, Qt.Key.Key_Return)])
def test_that_return_without_a_mark_and_on_the_last_line_shows_everything(
    desk: Desk, open_on: Open, keys: tuple[Qt.Key, ...]
) -> None:
    wanted = reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    glance = type_in(opened, "lamp")
    opened.until(lambda: records(glance) == [wanted])
    press(opened, *keys)
    opened.until(lambda: opened.window.page.key == "search")
    opened.until(lambda: on_page(opened) == [wanted])
    assert not glance.isVisible()


def on_page(opened: OpenWindow) -> list[str]:
    page = opened.window.page
    assert isinstance(page, SearchPage)
    return [hit.row.id for hit in page.hits.model_of_hits.lines]


@pytest.mark.parametrize(("text", "name"), [("ward", "Ward 3"), ("mar", "Maria Manager")])
def test_that_a_person_and_a_place_have_lines_that_show_all_their_records(
    desk: Desk, open_on: Open, text: str, name: str
) -> None:
    made = {each: desk.new("identification") for each in ("Ward 3", "Maria Manager")}
    desk.do(made["Ward 3"], c.ChangeFields({"place": "Ward 3, Room 312"}))
    desk.do(made["Maria Manager"], c.ChangeFields({"place": "Press hall", "responsible": "Maria Manager"}))
    opened = open_on(desk)
    glance = type_in(opened, text)
    opened.until(lambda: named(glance) == [name])
    press(opened, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened.until(lambda: on_page(opened) == [made[name]])
    page = opened.window.page
    assert isinstance(page, SearchPage)
    assert box(opened).text() == ""
    assert [pill.text() for pill in page.narrowing.who.values() if pill.isVisible()] == [name]


def test_that_nothing_found_is_said_and_there_is_nothing_to_choose(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    glance = type_in(opened, "zebra")
    opened.until(lambda: glance.lines.lines)
    (line,) = glance.lines.lines
    assert line.spoken == "Nothing holds all of these words. Try fewer words, or the beginning of one."
    press(opened, Qt.Key.Key_Down)
    assert glance.isVisible()
    assert not glance.list.currentIndex().isValid()


def test_that_the_last_wish_wins_and_what_comes_too_late_is_dropped(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    wanted = reported(desk, "A blue chair broke")
    opened = open_on(desk)
    glance = type_in(opened, "blue")
    glance.look()
    glance.look_for("chair")
    glance.look()
    opened.settle()
    assert records(glance) == [wanted]
    glance.look()
    glance.look_for("")
    glance.close_sheet()
    opened.settle()
    assert not glance.isVisible()


@pytest.mark.parametrize("leave", ["the box", "the page"])
def test_that_the_sheet_closes_when_the_box_or_the_page_is_left(desk: Desk, open_on: Open, leave: str) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    glance = type_in(opened, "lamp")
    opened.until(glance.isVisible)
    if leave == "the box":
        box(opened).clearFocus()
    else:
        opened.window.show_page("inbox")
    opened.settle()
    assert not glance.isVisible()


def test_that_nobody_sees_records_before_they_said_who_they_are(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    opened.window.lock()
    opened.window.only_reports = lambda: True  # type: ignore[method-assign]  # nobody is signed in
    opened.window.finding._on_typed("lamp")
    opened.window.finding.begin()
    opened.settle()
    assert not opened.window.finding.is_begun


@pytest.mark.parametrize("text", ["<b>pump", "' OR 1=1 --", "pump" * 100])
def test_that_hostile_words_change_nothing(desk: Desk, open_on: Open, text: str) -> None:
    reported(desk, f"They wrote {text} there")
    opened = open_on(desk)
    glance = type_in(opened, text)
    opened.until(lambda: len(records(glance)) == 1)


def test_that_the_model_keeps_the_rules_of_item_models(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    glance = type_in(opened, "lamp")
    tester = QAbstractItemModelTester(glance.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    opened.until(lambda: records(glance))
    assert tester.model() is glance.lines
