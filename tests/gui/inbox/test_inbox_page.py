"""The inbox on a real register: thirty reports in ten minutes means one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.domain.vocabulary import Status
from incident_desk.gui.inbox import inbox_page
from incident_desk.gui.inbox.inbox_page import InboxPage
from incident_desk.gui.messages import Tone
from incident_desk.gui.widgets.record_facts import RecordFacts
from incident_desk.gui.widgets.words import Words
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.importing.tables import STORY, Imports, mapping, table

Open = Callable[[Desk], OpenWindow]


def inbox(opened: OpenWindow, waiting: int) -> InboxPage:
    page = opened.show("inbox")
    assert isinstance(page, InboxPage)
    opened.until(lambda: len(page.list.reports.lines) == waiting)
    return page


def words_of(page: InboxPage) -> Words:
    preview = page.preview.widget()
    assert preview is not None
    words = preview.findChild(Words)
    assert words is not None
    return words


def test_that_a_report_from_an_old_list_was_recorded_when_it_came_in(desk: Desk, open_on: Open) -> None:
    sheet, columns = table("Text|Tag", f"{STORY}|01.02.2017"), mapping(what_happened="Text", occurred="Tag")
    Imports(desk).take_in(sheet, replace(columns, into="inbox"))
    opened = open_on(desk)
    page = inbox(opened, 1)
    (waiting,) = page.list.reports.lines
    assert waiting.report.row.opened_at < 1_500_000_000_000_000 < waiting.report.recorded_at
    assert waiting.age.endswith(" min")
    preview = page.preview.widget()
    assert preview is not None
    facts = {each[0]: each[1] for each in preview.findChildren(RecordFacts)[0].facts}
    assert facts["Recorded"].startswith("today ")
    assert "2017" in facts["Occurred"]


def test_that_one_key_accepts_the_report_and_the_next_one_is_current(desk: Desk, open_on: Open) -> None:
    older, newer = desk.new("inbox"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    assert [line.report.row.id for line in page.list.reports.lines] == [newer, older]
    QTest.keyClick(page.list, Qt.Key.Key_A)
    opened.until(lambda: len(page.list.reports.lines) == 1)
    current = page.list.current()
    assert current is not None
    assert current.row.id == older
    assert desk.record(newer).values["status"] == Status.OPEN
    assert desk.record(newer).values["responsible"] == desk.person("Anna Berg")


def test_that_not_reportable_asks_for_the_reason_in_place(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    QTest.keyClick(page.list, Qt.Key.Key_N)
    assert desk.record(report).values["status"] == Status.INBOX
    QTest.keyClicks(page.triage._field, "A test")
    QTest.keyClick(page.triage._field, Qt.Key.Key_Return)
    opened.until(lambda: not page.list.reports.lines)
    assert desk.record(report).values["status"] == Status.NOT_REPORTABLE


def test_that_what_it_is_instead_is_asked_beside_and_stands_on_the_record(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    page.triage.order("Q")
    assert not page.triage.instead.isVisible()
    page.triage.order("N")
    assert page.triage.instead.isVisible()
    QTest.keyClicks(page.triage._field, "Only wanted a key")
    page.triage.instead.set_code("service_request")
    page.triage._on_save()
    opened.until(lambda: desk.record(report).values["status"] == Status.NOT_REPORTABLE)
    assert desk.record(report).values["instead"] == "service_request"


def test_that_an_empty_reason_is_refused_beside_the_field(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    page.triage.order("N")
    page.triage._on_save()
    opened.until(lambda: page.triage._rows["N"].wrong)
    assert page.triage._rows["N"].wrong == "Say why in a few words; the reason stands in the journal."


def test_that_a_report_is_joined_by_the_number_of_an_open_record(desk: Desk, open_on: Open) -> None:
    target = desk.new("containment")
    report = desk.new("inbox", fields={"what_happened": "Seen by somebody else too"})
    opened = open_on(desk)
    page = inbox(opened, 1)
    page.triage.order("J")
    page.triage._field.setText(desk.record(target).values["number"])
    page.triage._on_save()
    opened.until(lambda: not page.list.reports.lines)
    assert desk.record(report).values["status"] == Status.JOINED
    joined = desk.record(target).of("joined")[0]
    assert joined.values["what_happened"] == "Seen by somebody else too"


def test_that_the_side_bar_counts_what_waits(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    inbox(opened, 1)
    opened.until(lambda: opened.window.side_bar._buttons["inbox"].accessibleName() == "Inbox, 1")


def test_that_a_hostile_narrative_is_shown_letter_by_letter(desk: Desk, open_on: Open) -> None:
    text = '<img src="/etc/passwd"> <b>x</b> & R&D "; DROP TABLE incident;--'
    desk.new("inbox", fields={"what_happened": text})
    opened = open_on(desk)
    page = inbox(opened, 1)
    opened.until(lambda: page.preview.widget() is not None)
    assert words_of(page).toPlainText() == text


def press_twice(opened: OpenWindow, button: QWidget) -> None:
    """As a hand does that is used to double-clicks."""
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_a_double_click_on_a_report_opens_it_and_accepts_nothing(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    place = page.list.visualRect(page.list.reports.index(0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    opened.until(lambda: opened.window.page.key == "incident")
    opened.settle()
    assert desk.record(report).values["status"] == Status.INBOX


def test_that_a_double_click_on_accept_accepts_one_report_and_offers_undo(desk: Desk, open_on: Open) -> None:
    older, newer = desk.new("inbox"), desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    press_twice(opened, page.triage._buttons["A"])
    opened.until(lambda: len(page.list.reports.lines) == 1)
    opened.settle()
    assert desk.record(older).values["status"] == Status.INBOX
    assert desk.record(newer).values["status"] == Status.OPEN
    assert [(told.tone, told.button) for told in opened.told] == [(Tone.GOOD, "Undo")]


def test_that_the_key_pressed_twice_in_a_hurry_tells_of_no_trouble(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    page.triage.order("A")
    page.triage.order("A")
    opened.until(lambda: not page.list.reports.lines)
    opened.settle()
    assert [told.tone for told in opened.told] == [Tone.GOOD]


def test_that_a_key_held_down_is_meant_for_one_report(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 1)
    ordered: list[str] = []
    page.list.key_ordered.disconnect(page.triage.order)
    page.list.key_ordered.connect(ordered.append)
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        QApplication.sendEvent(page.list, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a", repeated))
    assert ordered == ["A"]


def test_that_a_long_inbox_says_that_there_are_more(desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_page, "_MOST", 2)
    for _ in range(3):
        desk.new("inbox")
    opened = open_on(desk)
    page = inbox(opened, 2)
    counts: list[int] = []
    page.count_changed.connect(counts.append)
    assert page._more.isVisible()
    assert page._more.text().startswith("The newest 2 of 3.")
    page.read()
    opened.until(lambda: counts)
    assert counts == [3]
