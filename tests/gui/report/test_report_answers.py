"""What stands on the sheet is what is kept: the name, the place in own words, the day; and a file is never text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionFrame, QWidget

from incident_desk.domain.directory import AddPerson, ChangePerson
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.report.report_page import ReportPage
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.acting import REPORTER_ONLY
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused
from tests.gui.report.test_report_page import sheet_page, the_report

Open = Callable[[Desk], OpenWindow]
COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def write(opened: OpenWindow, page: ReportPage, text: str = "The press did not stop.") -> None:
    QTest.keyClicks(page.sheet._what, text)


def send(opened: OpenWindow, desk: Desk, page: ReportPage) -> dict[str, object]:
    page.sheet.send_requested.emit()
    opened.until(lambda: desk.register.queries.inbox())
    return the_report(desk)


def today(desk: Desk) -> datetime:
    return datetime.now(ZoneInfo(desk.submitter.names().settings.zone))


def test_that_the_name_of_who_is_signed_in_stands_on_the_sheet(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    assert page.sheet._name.text() == "Anna Berg"
    write(opened, page)
    assert send(opened, desk, page)["reporter"] == desk.person("Anna Berg")
    opened.settle()
    assert page.sheet._name.text() == "Anna Berg", "the next report is hers too"


def test_that_a_name_taken_away_is_a_report_without_a_name(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet._name.setFocus()
    page.sheet._name.selectAll()
    QTest.keyClick(page.sheet._name, Qt.Key.Key_Delete)
    write(opened, page)
    assert page.sheet.anonymous
    values = send(opened, desk, page)
    assert values["anonymous"] is True
    assert "reporter" not in values
    assert desk.register.queries.entries(desk.register.queries.inbox()[0].row.id)[0].actor is None


def test_that_one_press_lets_another_name_be_written_over_it(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet._what.setFocus()
    QTest.mouseClick(page.sheet._name, LEFT)
    QTest.keyClicks(page.sheet._name, "Kim")
    write(opened, page)
    values = send(opened, desk, page)
    assert values["reporter_name"] == "Kim"
    assert "reporter" not in values


def test_that_unticking_brings_the_name_back(desk: Desk, open_on: Open) -> None:
    page = sheet_page(open_on(desk))
    page.sheet._nameless.click()
    assert page.sheet._name.text() == ""
    page.sheet._nameless.click()
    assert page.sheet._name.text() == "Anna Berg"
    assert not page.sheet.anonymous


def test_that_a_place_on_no_list_is_sent_in_own_words(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    place = page.sheet._place.edits()[0]
    QTest.keyClicks(place, "zzz behind the bins")
    write(opened, page)
    page.sheet._what.setFocus()
    assert page.sheet._rows["place"].wrong == page.sheet._rows["what_happened"].wrong == ""
    values = send(opened, desk, page)
    assert values["place_detail"] == "zzz behind the bins"
    assert "place" not in values


def test_that_another_day_is_asked_with_a_calendar(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(opened, page)
    moment = page.sheet._moment
    page.sheet._when.edits()[2].click()  # type: ignore[attr-defined]  # a tile
    assert moment.day.isVisible() and moment.hour.isVisible()
    calendar = moment.day.open_calendar()
    day = today(desk).date() - timedelta(days=3)
    assert calendar.maximumDate() == QDate(*today(desk).timetuple()[:3])
    calendar.clicked.emit(QDate(day.year, day.month, day.day))
    QTest.keyClicks(moment.hour, "14:30")
    occurred = send(opened, desk, page)["occurred"]
    assert isinstance(occurred, dict)
    assert occurred["precision"] == "about"
    assert datetime.fromisoformat(occurred["earliest"]).astimezone(today(desk).tzinfo).strftime("%d %H:%M") == (
        f"{day:%d} 14:30"
    )


@pytest.mark.parametrize(
    ("day", "hour", "row"), [("", "14:30", "day_row"), ("somewhen", "", "day_row"), ("2026-01-02", "late", "hour_row")]
)
def test_that_what_is_no_day_or_hour_is_said_where_it_stands(
    day: str, hour: str, row: str, desk: Desk, open_on: Open
) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(opened, page)
    page.sheet._when.set_code("day")
    page.sheet._show_time()
    page.sheet._moment.show_answers(day, hour)
    page.sheet.send_requested.emit()
    opened.settle()
    assert getattr(page.sheet._moment, row).wrong
    assert not desk.register.queries.inbox()


def drop_file(target: QWidget, path: str) -> bool:
    """Drops a file as the desktop does: on the part, and on what holds it while a part does not take it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    data.setText(f"file://{path}")
    part: QWidget | None = target
    while part is not None:
        enter = QDragEnterEvent(part.rect().center(), COPY, data, LEFT, NO_KEYS)
        if part.acceptDrops():
            QApplication.sendEvent(part, enter)
            if enter.isAccepted():
                drop = QDropEvent(QPointF(part.rect().center()), COPY, data, LEFT, NO_KEYS)
                return QApplication.sendEvent(part, drop)
        part = part.parentWidget()
    return False


def test_that_a_dropped_file_is_never_text_and_is_told_where_it_goes(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    for part in (page.sheet._what.viewport(), page.sheet._place.edits()[0], page.sheet._name):
        before = len(opened.told)
        assert drop_file(part, "/tmp/board.png")
        assert len(opened.told) == before + 1
    assert page.sheet._what.text() == ""
    assert page.sheet._place.own_words() == ""
    assert page.sheet._name.text() == "Anna Berg"


def test_that_the_number_of_the_last_report_goes_with_the_next_one(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(opened, page)
    send(opened, desk, page)
    opened.settle()
    assert page.aside._sent.isVisible()
    write(opened, page, "Again")
    assert not page.aside._sent.isVisible()


def test_that_who_is_nobody_yet_sees_how_to_go_on(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    assert page.top.back.isVisible() and not page.top.sign_in.isVisible()
    opened.window.session.set_actor(REPORTER_ONLY)
    assert page.top.sign_in.isVisible() and not page.top.back.isVisible()
    QTest.mouseClick(page.top.sign_in, LEFT)
    assert opened.window.page.key == "sign_in"


@pytest.mark.parametrize("hour", ["", "14:30"])
def test_that_a_day_to_come_is_said_at_the_day(hour: str, desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(opened, page)
    page.sheet._when.edits()[2].click()  # type: ignore[attr-defined]  # a tile
    moment = page.sheet._moment
    moment.show_answers(f"{today(desk).date() + timedelta(days=3)}", hour)
    page.sheet.send_requested.emit()
    opened.until(lambda: moment.day_row.wrong)
    assert not moment.hour_row.wrong
    assert focused() is moment.day.line


def test_that_an_hour_to_come_is_said_at_the_hour(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet._when.edits()[2].click()  # type: ignore[attr-defined]  # a tile
    moment = page.sheet._moment
    moment.show_answers(f"{today(desk).date()}", "23:59")
    page.sheet.show_wrong("occurred", "Not yet.")
    assert moment.hour_row.wrong == "Not yet."
    assert not moment.day_row.wrong


@pytest.mark.parametrize("zoom", [100, 150])
def test_that_the_example_of_a_time_is_read_whole(zoom: int, desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.resize(1280, 800)
    page = sheet_page(opened)
    page.sheet._when.edits()[2].click()  # type: ignore[attr-defined]  # a tile
    opened.window.theme.set_zoom(zoom)
    hour = page.sheet._moment.hour
    opened.until(lambda: hour.height() > hour.fontMetrics().height())
    style = QStyleOptionFrame()
    hour.initStyleOption(style)
    room = hour.style().subElementRect(QStyle.SubElement.SE_LineEditContents, style, hour).width()
    assert room >= hour.fontMetrics().horizontalAdvance(hour.placeholderText()) + 4  # Qt's own margins


def test_that_the_name_keeps_the_lettering_of_the_window(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    sheet = sheet_page(opened).sheet
    opened.window.theme.set_zoom(150)
    sheet._nameless.click()
    sheet._nameless.click()
    assert sheet._name.font().pointSizeF() == opened.window.theme.font("body").pointSizeF()


def coordinators(page: ReportPage) -> str:
    """What stands below the second step."""
    return [label.text() for label in page.aside._next.findChildren(PlainLabel)][4]


def test_that_the_coordinators_are_named_and_one_alone_with_the_phone(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    people = opened.window.session.names.people
    reading = [person.name for person in people.values() if person.active and Role.COORDINATOR in person.roles]
    assert len(reading) == 2
    desk.do(desk.person(reading[0]), ChangePerson("x", {"phone": "0815"}))
    opened.settle()
    assert coordinators(page) == ", ".join(reading)
    desk.do(None, AddPerson("Dora", roles=(Role.COORDINATOR,)))
    reading.append("Dora")
    opened.until(lambda: coordinators(page) == ", ".join(sorted(reading)))
    desk.do(None, AddPerson("Zoe", roles=(Role.COORDINATOR,)))
    opened.until(lambda: coordinators(page) == f"{', '.join(sorted(reading))} and others")
    for name in (*reading[1:], "Zoe"):
        desk.do(desk.person(name), ChangePerson("x", {"active": False}))
    opened.until(lambda: coordinators(page) == f"{reading[0]}, phone 0815")
