"""Looking for records that tell of the same event, and joining them, in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from incident_desk.domain import commands as c
from incident_desk.gui.duplicates import duplicates_page
from incident_desk.gui.duplicates.common_words import common_words, spans_of
from incident_desk.gui.duplicates.duplicates_page import DuplicatesPage
from incident_desk.gui.duplicates.pair_view import Joining
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.widgets.record_facts import RecordFacts
from incident_desk.usecases.acting import acting_as
from incident_desk.usecases.duplicates import Duplicates, find_duplicates
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.submission import Done, Submission, Submitter
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused

Open = Callable[[Desk], OpenWindow]
Key = Qt.Key
FALL = "Patient found on the floor beside the bed at night, the call bell was out of reach"
SAME_FALL = "Night round: patient on the floor beside the bed, call bell out of reach"
PUMP = "The infusion pump ran at ten times the rate that was set on it"
SAME_PUMP = "The infusion pump ran at ten times the rate set on it, alarm silent"


def told(desk: Desk, text: str, stage: str = "identification") -> str:
    return desk.new(stage, fields={"what_happened": text, "title": text[:30]})


def number(desk: Desk, incident: str) -> str:
    return str(desk.record(incident).values["number"])


def shown(opened: OpenWindow) -> DuplicatesPage:
    page = opened.show("duplicates")
    assert isinstance(page, DuplicatesPage)
    opened.settle()
    return page


def click(opened: OpenWindow, widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # any widget
    opened.settle()


def both(page: DuplicatesPage) -> list[str]:
    """The names of the two papers as a screen reader says them."""
    return [paper.accessibleName() for paper in page.view.papers]


def test_that_a_pair_stands_side_by_side_with_its_common_words_marked(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    told(desk, PUMP)
    opened = open_on(desk)
    page = shown(opened)
    assert both(page) == [f"{number(desk, one)}, {FALL[:30]}", f"{number(desk, other)}, {SAME_FALL[:30]}"]
    assert page.found.text().startswith("1 pair")
    left, right = (paper.narrative for paper in page.view.papers)
    assert left is not None
    assert right is not None
    marked = [selection.cursor.selectedText() for selection in right.extraSelections()]
    assert marked == ["Night", "patient", "floor", "beside", "call", "bell", "reach"]
    assert left.toPlainText() == FALL
    assert page.list.hasFocus()


def test_that_the_papers_say_when_each_was_opened(desk: Desk, open_on: Open) -> None:
    told(desk, FALL)
    told(desk, SAME_FALL)
    for paper in shown(open_on(desk)).view.papers:
        facts = {each[0]: each[1] for each in paper.findChildren(RecordFacts)[0].facts}
        assert facts["Opened"].startswith("today ")
        assert "Recorded" not in facts


def test_that_the_later_one_is_joined_into_the_older_and_the_message_leads_there(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    opened = open_on(desk)
    page = shown(opened)
    assert page.view.join.words == f"Join into {number(desk, one)}"
    QTest.keyClicks(page.view.reason, "the same fall")
    click(opened, page.view.join)
    assert desk.record(other).values["joined_to"] == one
    assert desk.register.queries.entries(other)[-1].data["reason"] == "the same fall"
    assert opened.told[-1].text == f"{number(desk, other)} is joined into {number(desk, one)}."
    assert page.none.isVisible()
    assert not page.view.isVisible()
    action = opened.told[-1].action
    assert action is not None
    action()
    opened.settle()
    assert isinstance(opened.window.page, IncidentPage)
    assert opened.window.page.record == one


def test_that_another_one_can_be_chosen_to_go_on(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    opened = open_on(desk)
    page = shown(opened)
    assert page.view.tiles is not None
    click(opened, page.view.tiles.findChildren(QRadioButton)[1])
    assert page.view.join.words == f"Join into {number(desk, other)}"
    click(opened, page.view.join)
    assert desk.record(one).values["joined_to"] == other


def test_that_the_open_one_goes_on_where_the_other_waits_in_the_inbox(desk: Desk, open_on: Open) -> None:
    waiting, led = told(desk, FALL, "inbox"), told(desk, SAME_FALL)
    page = shown(open_on(desk))
    assert page.view.tiles is None
    assert not page.view.which.isVisible()
    assert page.view.join.words == f"Join into {number(desk, led)}"
    assert page.list.pairs.lines[0].earlier.id == waiting


def test_that_keys_are_enough(desk: Desk, open_on: Open) -> None:
    pairs = [(told(desk, FALL), told(desk, SAME_FALL)), (told(desk, PUMP), told(desk, SAME_PUMP))]
    opened = open_on(desk)
    page = shown(opened)
    first = page.list.current()
    QTest.keyClick(page.list, Key.Key_Down)
    opened.settle()
    second = page.list.current()
    assert second is not None
    assert second != first
    QTest.keyClick(page.list, Key.Key_Return)
    assert isinstance(focused(), QRadioButton)
    QTest.keyClick(focused(), Key.Key_Right)
    assert page.view.join.words == f"Join into {second.later.number}"
    page.view.join.setFocus()
    QTest.keyClick(focused(), Key.Key_Return)
    opened.settle()
    assert desk.record(second.earlier.id).values["joined_to"] == second.later.id
    assert page.list.hasFocus()
    assert page.list.current() == first
    assert len(pairs) == 2


def test_that_two_stay_two_until_the_window_is_closed(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    positions = desk.position(one), desk.position(other)
    opened = open_on(desk)
    page = shown(opened)
    click(opened, page.view.apart)
    assert page.none.isVisible()
    click(opened, page.again)
    assert page.none.isVisible()
    assert (desk.position(one), desk.position(other)) == positions


def test_that_nothing_found_is_said(desk: Desk, open_on: Open) -> None:
    told(desk, FALL)
    page = shown(open_on(desk))
    assert page.none.isVisible()
    assert not page.list.isVisible()
    assert not page.working.isVisible()


def test_that_a_pair_goes_when_a_colleague_settles_it(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    opened = open_on(desk)
    page = shown(opened)
    desk.do(other, c.JoinReport(one))
    opened.until(page.none.isVisible)


def test_that_a_signed_one_is_told_before_it_is_tried(desk: Desk, open_on: Open) -> None:
    signed = told(desk, FALL, "ready")
    told(desk, SAME_FALL)
    desk.do(signed, c.SignOff("author"))
    page = shown(open_on(desk))
    assert not page.view.join.isEnabled()
    assert page.view.note.text().startswith("One of them is signed.")
    assert page.view.apart.isEnabled()


def test_that_what_was_chosen_and_typed_stays_when_a_colleague_changes_one_of_them(desk: Desk, open_on: Open) -> None:
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    told(desk, PUMP)
    told(desk, SAME_PUMP)
    opened = open_on(desk)
    page = shown(opened)
    assert page.view.tiles is not None
    while page.view.papers[0].accessibleName() != f"{number(desk, one)}, {FALL[:30]}":
        QTest.keyClick(page.list, Key.Key_Down)
        opened.settle()
    click(opened, page.view.tiles.findChildren(QRadioButton)[1])
    QTest.keyClicks(page.view.reason, "the same")
    desk.do(one, c.ChangeFields({"title": "Another title"}))
    opened.until(lambda: page.view.papers[0].accessibleName() == f"{number(desk, one)}, Another title")
    assert page.view.join.words == f"Join into {number(desk, other)}"
    assert page.view.reason.text() == "the same"
    opened.show("register")
    shown(opened)
    assert page.view.join.words == f"Join into {number(desk, other)}"
    page.list.setCurrentIndex(page.list.pairs.index(1 - page.list.currentIndex().row()))
    opened.settle()
    assert page.view.reason.text() == ""


def test_that_it_can_be_joined_after_the_register_did_not_answer(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And pressed twice it is sent once."""
    one, other = told(desk, FALL), told(desk, SAME_FALL)
    opened = open_on(desk)
    page = shown(opened)
    sent: list[Joining] = []
    page.view.join_requested.connect(sent.append)

    def fails(self: Submitter, submission: Submission) -> Done:
        raise SurroundingsFailed("server_unreachable")

    with monkeypatch.context() as patch:
        patch.setattr(Submitter, "submit", fails)
        page.view.reason.setFocus()
        QTest.keyClick(page.view.reason, Key.Key_Return)
        QTest.keyClick(page.view.reason, Key.Key_Return)
        assert not page.view.join.isEnabled()
        opened.settle()
    assert len(sent) == 1
    click(opened, page.view.join)
    assert desk.record(other).values["joined_to"] == one


def test_that_the_two_in_sight_stay_two_and_not_those_just_marked(desk: Desk, open_on: Open) -> None:
    for text in (FALL, SAME_FALL, PUMP, SAME_PUMP):
        told(desk, text)
    opened = open_on(desk)
    page = shown(opened)
    first = page.list.current()
    assert first is not None
    page.list.setCurrentIndex(page.list.pairs.index(1))
    page.view.apart.click()  # before the papers of the second stand there
    opened.settle()
    assert first not in page.list.pairs.lines
    assert len(page.list.pairs.lines) == 1


def test_that_only_a_coordinator_may_join(desk: Desk, open_on: Open) -> None:
    told(desk, FALL)
    told(desk, SAME_FALL)
    opened = open_on(desk)
    page = shown(opened)
    names = desk.submitter.names()
    opened.window.session.set_actor(acting_as(names.people[desk.person("Maria Manager")]))
    assert not page.view.join.isVisible()
    assert not page.view.apart.isVisible()
    assert page.view.note.text() == "A coordinator can join them."


def test_that_how_far_it_is_is_said_and_it_can_be_stopped(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(desk, FALL)
    told(desk, SAME_FALL)
    look = find_duplicates
    went_on: list[bool] = []

    def slowly(queries: Queries, progress: Progress) -> Duplicates:
        while progress(4200, 52310):
            pass
        went_on.append(True)
        return look(queries)

    monkeypatch.setattr(duplicates_page, "find_duplicates", slowly)
    opened = open_on(desk)
    opened.window.show_page("duplicates")
    page = opened.window.page
    assert isinstance(page, DuplicatesPage)
    opened.until(lambda: page.looked_at.text() == "4,200 of 52,310 looked at")
    assert page.working.stop_button.hasFocus()
    click(opened, page.working.stop_button)
    assert went_on == [True]
    assert not page.working.isVisible()
    assert opened.told[-1].text == "Stopped. What was found until then is shown."
    assert len(page.list.pairs.lines) == 1


def test_that_it_is_reached_by_a_key_from_everywhere(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.actions_of_window["go_duplicates"].trigger()
    assert isinstance(opened.window.page, DuplicatesPage)
    opened.settle()


def test_that_words_are_marked_where_they_stand() -> None:
    text = "😀 The Pump, the pump: Müller"
    words = common_words(text, "a PUMP of mueller or Muller")
    assert words == {"pump", "muller"}
    assert spans_of(text, words) == [(7, 4), (17, 4), (23, 6)]
