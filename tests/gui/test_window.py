"""Where the window stands, how one leaves a register or a person, and what the foot of the window leads to."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.errors import Refused
from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.gui.sign_in.sign_in_page import SignInPage
from incident_desk.gui.window_place import on_screen
from incident_desk.storage.queries import SqlQueries
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]
ROOM = QRect(0, 24, 1366, 744)
TITLE = 30
# Takes some twenty seconds.
SLOW = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 80000000) SELECT count(*) FROM n"


@pytest.mark.parametrize(
    "wanted",
    [
        QRect(2, 2, 1280, 600), QRect(-400, -300, 800, 600), QRect(3000, 2000, 800, 600), QRect(0, 0, 1440, 900),
        QRect(100, 700, 800, 600),
    ],
)  # fmt: skip
def test_that_a_window_stands_wholly_on_the_screen_below_its_title_bar(wanted: QRect) -> None:
    place = on_screen(wanted, ROOM, TITLE)
    assert ROOM.contains(place)
    assert place.top() >= ROOM.top() + TITLE


def test_that_a_window_that_fits_stays_where_it_was_left() -> None:
    assert on_screen(QRect(100, 80, 1000, 600), ROOM, TITLE) == QRect(100, 80, 1000, 600)


def test_that_every_page_leaves_the_status_line_in_sight_on_a_small_screen(desk: Desk, open_on: Open) -> None:
    record = desk.new("identification")
    opened = open_on(desk)
    opened.window.resize(1366, 768 - 24 - 30)
    for page in ("board", "inbox", "register", "work", "report", "search", "papers", "settings", "incident", "sign_in"):
        opened.show(page, record if page == "incident" else "")
        assert opened.window.height() == 714, page
        line = opened.window.status_line
        assert line.mapTo(opened.window, line.rect().bottomLeft()).y() < 714, page


def test_that_a_window_that_is_never_painted_looks_beside_the_page_all_the_same(desk: Desk, open_on: Open) -> None:
    """Minimised from the start, on another desktop, behind a locked screen."""
    opened = open_on(desk)
    window = MainWindow(opened.window.session, opened.window.settings, opened.window.theme)
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(window.isVisible()))
    opened.until(lambda: settled)
    window.show()
    opened.settle()
    opened.qtbot.wait(100)
    assert settled == [False]
    window.close()
    window.deleteLater()


def test_that_the_place_is_kept_unless_only_pictures_are_taken(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.resize(900, 650)
    opened.window.keeps_place = False
    opened.window.close()
    assert opened.host.settings.current.window == {}
    opened.window.keeps_place = True
    opened.window.show()
    opened.window.close()
    assert opened.host.settings.current.window["width"] == 900


def test_that_another_register_leaves_a_way_back(desk: Desk, open_on: Open) -> None:
    desk.do(None, ChangeSettings({"organisation": "Ward 3"}))
    opened = open_on(desk)
    opened.window.other_register_requested.emit()
    assistant = opened.host.window
    assert isinstance(assistant, Assistant)
    assert assistant.head.back.words == "Back to Ward 3"
    QTest.mouseClick(assistant.head.back, Qt.MouseButton.LeftButton)
    opened.until(lambda: isinstance(opened.host.window, MainWindow))


def test_that_what_a_left_register_answers_reaches_nobody(desk: Desk, open_on: Open) -> None:
    """Its pages are gone; and it is closed only when nothing reads it any more."""
    opened = open_on(desk)
    session, reading = opened.window.session, Event()
    ended: list[str] = []
    came: list[object] = []

    def read(queries: Queries) -> int:
        reading.set()
        while not session.tasks.is_closed:
            sleep(0.01)
        sleep(0.3)
        try:
            return queries.count(IncidentFilter())
        except Refused as stopped:  # nobody waits for it
            ended.append(stopped.code)
            raise

    session.read(read, came.append, came.append)
    assert reading.wait(10)
    opened.window.other_register_requested.emit()
    assert ended == ["stopped"]
    assistant = opened.host.window
    assert isinstance(assistant, Assistant)
    QTest.mouseClick(assistant.head.back, Qt.MouseButton.LeftButton)
    opened.until(lambda: isinstance(opened.host.window, MainWindow))
    opened.until(lambda: not opened.host.is_busy)
    assert came == []


def test_that_the_name_in_the_status_line_changes_the_person(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.status_line.pressed.emit("who")
    assert isinstance(opened.window.page, SignInPage)
    assert opened.window.session.actor.id is None


def test_that_the_backup_in_the_status_line_leads_to_the_backups(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.status_line.pressed.emit("backup")
    assert isinstance(opened.window.page, SettingsPage)
    assert opened.window.page.section.key == "backup"


def test_that_help_has_a_button(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    QTest.mouseClick(opened.window.head.help, Qt.MouseButton.LeftButton)
    assert opened.window.help.isVisible()


def test_that_nobody_waits_for_a_long_reading_of_a_register_that_is_left(desk: Desk, open_on: Open) -> None:
    opened, begun = open_on(desk), Event()

    def slow(queries: Queries) -> None:
        assert isinstance(queries, SqlQueries)
        begun.set()
        queries._reader.call(lambda connection: connection.exec_driver_sql(SLOW).all())

    opened.window.session.read(slow, lambda _: None)
    assert begun.wait(5)
    sleep(0.2)
    assert opened.window.session.tasks.running
    began = monotonic()
    opened.host.close()
    assert monotonic() - began < 3
