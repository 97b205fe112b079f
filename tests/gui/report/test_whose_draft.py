"""A half-written report is of who wrote it: nobody else at this PC sees it, sends it or throws it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest

from incident_desk.gui.report.report_page import ReportPage
from incident_desk.usecases.acting import REPORTER_ONLY, acting_as
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.gui.report.test_report_page import drafts, sheet_page

Open = Callable[[Desk], OpenWindow]


def sign_in(opened: OpenWindow, name: str) -> None:
    """As the page of signing in does: who was here before is locked out first; "" stays nobody."""
    opened.window.lock()
    session = opened.window.session
    session.set_actor(acting_as(session.names.people[opened.desk.person(name)]) if name else REPORTER_ONLY)


def sheet_of(opened: OpenWindow, name: str) -> tuple[str, str]:
    """What stands on the sheet once somebody else is here: the words and the name."""
    sign_in(opened, name)
    page = sheet_page(opened)
    return page.sheet._what.text(), page.sheet._name.text()


def is_anonymous(page: ReportPage) -> bool:
    """Asked anew each time: another person changes the answer."""
    return page.sheet.anonymous


def write(page: ReportPage, text: str) -> None:
    QTest.keyClicks(page.sheet._what, text)


def test_that_each_person_has_their_own_sheet_and_nobody_has_one_too(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    write(sheet_page(opened), "Of Anna")
    assert sheet_of(opened, "") == ("", "")
    write(sheet_page(opened), "Of nobody")
    assert sheet_of(opened, "Carl Coordinator") == ("", "Carl Coordinator")
    write(sheet_page(opened), "Of Carl")
    assert sheet_of(opened, "Anna Berg") == ("Of Anna", "Anna Berg")
    assert sheet_of(opened, "Carl Coordinator") == ("Of Carl", "Carl Coordinator")
    assert sheet_of(opened, "") == ("Of nobody", "")


def test_that_another_person_finds_an_empty_sheet_after_a_restart(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    write(sheet_page(opened), "Of Anna")
    sign_in(opened, "")
    opened.host.close()
    again = open_on(desk)
    assert sheet_of(again, "Carl Coordinator") == ("", "Carl Coordinator")
    assert sheet_of(again, "") == ("", "")
    assert sheet_of(again, "Anna Berg") == ("Of Anna", "Anna Berg")


def test_that_one_throws_away_only_ones_own(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    write(sheet_page(opened), "Of Anna")
    sign_in(opened, "Carl Coordinator")
    write(sheet_page(opened), "Of Carl")
    sign_in(opened, "")
    assert sheet_of(opened, "Carl Coordinator")[0] == "Of Carl"
    back = opened.told[-1]
    assert back.button == "Throw it away" and back.action is not None
    sign_in(opened, "Anna Berg")
    sheet_page(opened)
    back.action()
    assert [draft.values["what_happened"] for draft in drafts(opened)] == ["Of Anna"]
    assert sheet_page(opened).sheet._what.text() == "Of Anna"


def test_that_a_report_without_a_name_is_held_for_who_writes_it_and_never_on_disk(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(page, "Somebody is afraid")
    page.sheet._nameless.click()
    assert sheet_of(opened, "Carl Coordinator") == ("", "Carl Coordinator")
    assert drafts(opened) == []
    assert not is_anonymous(page)
    assert sheet_of(opened, "Anna Berg") == ("Somebody is afraid", "")
    assert is_anonymous(page)
    page._keeping.timeout.emit()
    assert drafts(opened) == []


def test_that_a_name_taken_away_does_not_come_back_with_the_text(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(page, "Somebody is afraid")
    page.sheet._name.clear()
    assert sheet_of(opened, "") == ("", "")
    assert sheet_of(opened, "Anna Berg") == ("Somebody is afraid", "")
    assert is_anonymous(page)


def test_that_sending_leaves_the_draft_of_another(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    write(sheet_page(opened), "Of Anna")
    sign_in(opened, "Carl Coordinator")
    page = sheet_page(opened)
    write(page, "Of Carl")
    page._keep_draft()
    page.sheet.send_requested.emit()
    opened.until(lambda: desk.register.queries.inbox())
    opened.settle()
    assert [draft.values["what_happened"] for draft in drafts(opened)] == ["Of Anna"]
    assert sheet_of(opened, "Anna Berg")[0] == "Of Anna"


def test_that_what_cannot_be_kept_on_disk_is_not_lost_by_locking(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    write(page, "Of Anna")
    page._keeping.stop()
    folder = opened.window.session.services.data_dir / "drafts"
    folder.write_text("not a folder")
    assert sheet_of(opened, "Carl Coordinator")[0] == ""
    assert sheet_of(opened, "Anna Berg")[0] == "Of Anna"


def test_that_one_goes_on_writing_behind_the_text_that_came_back(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    write(sheet_page(opened), "The press did")
    opened.host.close()
    page = sheet_page(open_on(desk))
    write(page, " not stop.")
    assert page.sheet._what.text() == "The press did not stop."
