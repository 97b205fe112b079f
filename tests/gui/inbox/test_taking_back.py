"""Ctrl+Z in the inbox takes back what was decided last in this window, with its message or long after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.vocabulary import Status
from incident_desk.gui.inbox.inbox_page import InboxPage
from incident_desk.usecases.acting import acting_as
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused
from tests.gui.inbox.test_inbox_page import inbox, words_of

Open = Callable[[Desk], OpenWindow]


def undo(opened: OpenWindow) -> None:
    """As the list of commands does, the message having gone."""
    opened.settle()
    opened.window.message_bar.close_message()
    opened.window.actions_of_window["undo"].trigger()
    opened.settle()


def asked(page: InboxPage, letter: str, answer: str) -> None:
    page.triage.order(letter)
    if letter != "A":
        page.triage._field.setText(answer)
        page.triage._on_save()


def has_lines(page: InboxPage, count: int) -> bool:
    return len(page.list.reports.lines) == count


def is_current(page: InboxPage, report: str) -> bool:
    return current(page) == report


def current(page: InboxPage) -> str:
    row = page.list.current()
    return row.row.id if row is not None else ""


@pytest.mark.parametrize(("letter", "answer"), [("A", ""), ("N", "A test"), ("Q", "Which door?")])
def test_that_the_last_decision_is_taken_back_and_the_report_is_current(
    letter: str, answer: str, desk: Desk, open_on: Open
) -> None:
    older, newer = desk.new("inbox"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    asked(page, letter, answer)
    opened.until(lambda: desk.record(newer).of("questions") if letter == "Q" else len(page.list.reports.lines) == 1)
    undo(opened)
    opened.until(lambda: len(page.list.reports.lines) == 2 and current(page) == newer)
    assert opened.told[-1].text == "Taken back."
    assert desk.record(newer).values["status"] == Status.INBOX
    assert not [question for question in desk.record(newer).of("questions") if not question.removed]
    assert focused() is page.list
    asked(page, "A", "")
    opened.until(lambda: desk.record(newer).values["status"] == Status.OPEN)
    assert desk.record(older).values["status"] == Status.INBOX


def test_that_the_key_does_it_and_goes_on_to_the_one_before(desk: Desk, open_on: Open) -> None:
    older, newer = desk.new("inbox"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    for waiting in (1, 0):
        QTest.keyClick(page.list, Qt.Key.Key_A)
        opened.until(partial(has_lines, page, waiting))
        opened.settle()
    for back in (older, newer):
        QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        opened.until(partial(is_current, page, back))
        assert desk.record(back).values["status"] == Status.INBOX
    assert focused() is page.list
    undo(opened)
    assert opened.told[-1].text == "There is nothing of yours to take back here."


def test_that_what_the_message_took_back_is_not_taken_back_again(desk: Desk, open_on: Open) -> None:
    older, newer = desk.new("inbox"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    page.triage.order("A")
    opened.until(lambda: current(page) == older)
    page.triage.order("A")
    opened.until(lambda: not page.list.reports.lines)
    message = opened.told[-1]
    assert message.button == "Undo" and message.action is not None
    message.action()
    opened.until(lambda: current(page) == older)
    undo(opened)
    opened.until(lambda: len(page.list.reports.lines) == 2)
    assert desk.record(newer).values["status"] == Status.INBOX


def test_that_what_cannot_be_taken_back_is_explained(desk: Desk, open_on: Open) -> None:
    target, report = desk.new("containment"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    asked(page, "J", str(desk.record(target).values["number"]))
    opened.until(lambda: not page.list.reports.lines)
    opened.settle()
    assert [told.button for told in opened.told] == [""], "nothing is offered that cannot be done"
    undo(opened)
    assert opened.told[-1].text.startswith("A report, a signature and a join cannot be undone.")
    assert desk.record(report).values["status"] == Status.JOINED


def test_that_nobody_takes_back_what_another_person_decided_here(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    page.triage.order("A")
    opened.until(lambda: not page.list.reports.lines)
    opened.settle()
    session = opened.window.session
    session.set_actor(acting_as(session.names.people[desk.person("Carl Coordinator")]))
    undo(opened)
    assert desk.record(report).values["status"] == Status.OPEN
    assert opened.told[-1].text == "There is nothing of yours to take back here."


def test_that_a_report_that_was_asked_back_can_be_accepted_then(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    asked(page, "Q", "Which door?")
    opened.until(lambda: desk.record(report).of("questions"))
    opened.until(lambda: page._chosen is not None and page._chosen.row.position == desk.position(report))
    opened.settle()
    assert not page._carried_out
    page.triage.order("A")
    opened.until(lambda: desk.record(report).values["status"] == Status.OPEN)


def test_that_after_the_last_report_the_keyboard_is_where_one_goes_on(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    QTest.keyClick(page.list, Qt.Key.Key_A)
    opened.until(lambda: not page.list.reports.lines)
    opened.settle()
    assert focused() is page._empty.button
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    opened.until(lambda: opened.window.page.key == "board")


def test_that_one_very_long_word_stays_within_the_preview(desk: Desk, open_on: Open) -> None:
    text = f"See {'x' * 600}\n\nand the second line"
    desk.new("inbox", fields={"what_happened": text})
    opened = open_on(desk)
    opened.window.resize(1280, 800)
    page = inbox(opened, 1)
    opened.until(lambda: page.preview.widget() is not None and words_of(page).height() > 100)
    words = words_of(page)
    assert page.preview.horizontalScrollBar().maximum() == 0
    assert words.document().size().width() <= words.viewport().width()
    assert words.height() >= words.document().size().height()
    words.selectAll()
    words.copy()
    assert words.textCursor().selection().toPlainText() == text
    opened.window.theme.set_zoom(150)
    opened.until(lambda: words.height() >= words.document().size().height() > 200)
