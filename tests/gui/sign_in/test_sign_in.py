"""Who is at this PC: names, secrets, and what somebody who said neither can see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from incident_desk.domain.directory import AddPerson, ChangePerson
from incident_desk.gui.models.people_model import PeopleModel
from incident_desk.gui.report.report_page import ReportPage
from incident_desk.gui.sign_in.sign_in_page import SignInPage
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import REPORTER_ONLY
from incident_desk.usecases.secrets import set_secret
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.hostile import TEXTS

Open = Callable[[Desk], OpenWindow]
SECRET = "correct horse battery"


def give_secret(desk: Desk, name: str) -> None:
    set_secret(desk.register, desk.submitter.actor, desk.person(name), SECRET, uuid7())


def had_many_tries(desk: Desk, person: str) -> None:
    """So many that the next wrong one is followed by the longest wait, which no slow machine sits out."""
    with desk.register.write() as work:
        work.set_attempts(person, 20, 0)
        work.commit(uuid7(), {})


def locked(opened: OpenWindow) -> SignInPage:
    opened.window.lock()
    opened.settle()
    assert isinstance(opened.window.page, SignInPage)
    return opened.window.page


def access_kinds(desk: Desk) -> list[tuple[str, str | None]]:
    chain = desk.register.queries.chain_of("access")
    return [(entry.kind, entry.actor) for entry in desk.register.queries.entries(chain)]


def names_in(page: SignInPage) -> list[str]:
    return [person.name for person in page.list.people.lines]


def test_that_a_name_is_enough_where_no_secret_is_set(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = locked(opened)
    QTest.keyClicks(page.filter, "car")
    assert names_in(page) == ["Carl Coordinator"]
    QTest.keyClick(page.filter, Qt.Key.Key_Return)
    carl = desk.person("Carl Coordinator")
    opened.until(lambda: opened.window.session.actor.id == carl)
    opened.until(lambda: ("signed_in", carl) in access_kinds(desk))
    assert opened.window.page.key == "board"
    register = desk.register.queries.settings().register_id
    assert opened.host.settings.current.last_person[register] == carl


def test_that_somebody_comes_back_to_where_they_were(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.show("settings")
    page = locked(opened)
    assert page.list.marked() == desk.person("Anna Berg")
    QTest.keyClick(page.filter, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "settings")
    assert opened.window.session.actor.name == "Anna Berg"


def test_that_a_secret_is_asked_and_a_wrong_one_says_so(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    maria = desk.person("Maria Manager")
    page.list.person_taken.emit(maria)
    assert page.secret.isVisible()
    assert opened.window.session.actor == REPORTER_ONLY
    QTest.keyClicks(page.secret, "wrong")
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    opened.until(lambda: page.secret_row.wrong)
    assert page.secret_row.wrong == "Name and password do not fit together. Try again."
    assert page.secret.text() == ""
    QTest.keyClicks(page.secret, SECRET)
    page.go.click()
    opened.until(lambda: opened.window.session.actor.id == maria)
    opened.until(lambda: ("signed_in", maria) in access_kinds(desk))
    register = desk.register.queries.settings().register_id
    assert register not in opened.host.settings.current.last_person
    assert page.secret.text() == ""


def test_that_after_several_wrong_ones_the_wait_is_told(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    maria = desk.person("Maria Manager")
    page.list.person_taken.emit(maria)
    had_many_tries(desk, maria)
    page.secret.setText("wrong")
    page.go.click()
    opened.until(lambda: page.secret_row.wrong)
    assert page.secret_row.wrong == "Name and password do not fit together. Try again."
    page.secret.setText(SECRET)
    page.go.click()
    opened.until(lambda: page.secret_row.wrong.startswith("Too many tries. Wait "))
    assert opened.window.session.actor == REPORTER_ONLY


def test_that_walking_on_takes_the_secret_line_away(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    page.list.person_taken.emit(desk.person("Maria Manager"))
    page.secret.setText("half a sec")
    page.list.mark(desk.person("Otto Auditor"))
    assert not page.secret.isVisible()
    assert page.secret.text() == ""


def test_that_nothing_of_the_record_can_be_reached_while_nobody_is_signed_in(desk: Desk, open_on: Open) -> None:
    record = desk.new("containment")
    opened = open_on(desk)
    opened.window.session.messages.trouble("WARD3-2026-0001 did not move.")
    locked(opened)
    window = opened.window
    assert not window.side_bar.isVisible()
    assert not window.head.isVisible()
    assert window.message_bar.message is None
    for key in ("board", "inbox", "settings"):
        window.show_page(key)
        assert window.page.key == "sign_in"
    window.show_page("incident", record)
    assert window.page.key == "sign_in"
    for action in ("go_board", "go_settings", "search", "palette", "print", "undo", "back"):
        window.actions_of_window[action].trigger()
        assert window.page.key == "sign_in"
        assert not window.head.isVisible()


def test_that_anybody_can_report_without_signing_in(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = locked(opened)
    page.report.click()
    assert opened.window.page.key == "report"
    assert not opened.window.side_bar.isVisible()
    opened.window.go_back()
    assert opened.window.page.key == "sign_in"


def test_that_what_was_typed_is_kept_when_the_window_locks(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    report = opened.show("report")
    assert isinstance(report, ReportPage)
    QTest.keyClicks(report.sheet._what, "The press did not stop.")
    page = locked(opened)
    kept = report._drafts.find(desk.person("Anna Berg"))
    assert kept is not None
    assert kept["what_happened"] == "The press did not stop."
    assert report.sheet.is_empty, "nobody else sees it"
    QTest.keyClick(page.filter, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page is report)
    assert report.sheet.values()["what_happened"] == "The press did not stop."


def test_that_people_who_left_are_not_offered(desk: Desk, open_on: Open) -> None:
    otto = desk.person("Otto Auditor")
    desk.do(otto, ChangePerson("x", {"active": False}))
    page = locked(open_on(desk))
    assert "Otto Auditor" not in names_in(page)
    assert names_in(page) == sorted(names_in(page))


def test_that_a_new_colleague_appears_at_once(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = locked(opened)
    desk.do(None, AddPerson("Zoë Neu"))
    opened.until(lambda: "Zoë Neu" in names_in(page))
    QTest.keyClicks(page.filter, "zoe")
    assert names_in(page) == ["Zoë Neu"]


@pytest.mark.parametrize("name", ["<b>x</b>", "&amp; R&D", "\u202egnp.exe", "مريض سقط", "a" * 400])
def test_that_a_strange_name_is_shown_as_it_is(desk: Desk, open_on: Open, name: str) -> None:
    desk.do(None, AddPerson(name))
    opened = open_on(desk)
    page = locked(opened)
    assert name in names_in(page)
    page.list.person_taken.emit(desk.person(name))
    opened.until(lambda: opened.window.session.actor.name == name)


def test_that_the_list_is_a_sound_model(desk: Desk, qapp: object) -> None:
    owner = QWidget()
    model = PeopleModel(owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people = desk.register.queries.people()
    model.show(people)
    model.show(people[1:])
    model.show([])
    assert model.rowCount() == 0
    tester.deleteLater()
    owner.deleteLater()


def test_that_everything_one_can_reach_has_a_name(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    page = locked(open_on(desk))
    page.list.person_taken.emit(desk.person("Maria Manager"))
    reached = [
        part for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]  # fmt: skip
    assert len(reached) >= 5
    assert [part for part in reached if not part.accessibleName()] == []
    assert page.secret.accessibleName() == "Password of Maria Manager"


def test_that_searching_takes_any_text(desk: Desk, open_on: Open) -> None:
    page = locked(open_on(desk))
    for text in (text for text in TEXTS if "म" not in text):  # Qt warns of this script in every line it is typed in
        page.filter.setText(text[:200])
        assert set(names_in(page)) <= {
            "Anna Berg",
            "Carl Coordinator",
            "Maria Manager",
            "Otto Auditor",
            "Rosa Reporter",
        }


@pytest.mark.parametrize("zoom", [80, 100, 150, 250])
def test_that_the_page_never_asks_for_more_room_than_a_low_screen_has(zoom: int, desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    page._guide.show_sentence("This is the demo. Choose Carl Coordinator to look round as coordinator. " * 3)
    page.list.person_taken.emit(desk.person("Maria Manager"))
    opened.window.theme.set_zoom(zoom)
    opened.settle()
    assert page.minimumSizeHint().height() <= opened.window.theme.px(300)
    assert page.secret.isVisible()


def test_that_large_text_leaves_the_window_as_high_as_it_was(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    opened.window.resize(1024, 640)
    page.list.person_taken.emit(desk.person("Maria Manager"))
    opened.until(lambda: opened.window.height() == 640)
    for action in ("larger", "larger", "larger", "larger", "larger", "usual_size"):
        opened.window.actions_of_window[action].trigger()
        opened.settle()
        opened.qtbot.wait(20)
        assert opened.window.height() == 640


def test_that_who_types_a_password_sees_its_line_with_large_text(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    opened.window.resize(1024, 640)
    opened.window.theme.set_zoom(250)
    opened.qtbot.wait(50)  # laid out anew
    page.list.person_taken.emit(desk.person("Maria Manager"))
    opened.until(lambda: page.secret.visibleRegion().boundingRect() == page.secret.rect())


def test_that_the_button_stands_beside_the_password_with_large_text_too(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Maria Manager")
    opened = open_on(desk)
    page = locked(opened)
    page.list.person_taken.emit(desk.person("Maria Manager"))
    opened.window.theme.set_zoom(150)
    opened.qtbot.wait(50)  # laid out anew
    line, button = page.secret, page.go
    apart = line.mapTo(page, line.rect().center()).y() - button.mapTo(page, button.rect().center()).y()
    assert abs(apart) <= 3


def test_that_the_list_gives_way_before_the_sheet_scrolls(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = locked(opened)
    row = page.list.sizeHintForRow(0)
    opened.window.resize(1024, 900)
    opened.until(lambda: page.list.height() > 6 * row)
    opened.window.resize(1024, 440)
    opened.until(lambda: page.list.height() < 5 * row)
    assert page._scroll.verticalScrollBar().maximum() == 0
    opened.window.resize(1024, 300)
    opened.until(lambda: page._scroll.verticalScrollBar().maximum() > 0)
    assert page.list.height() >= 3 * row
