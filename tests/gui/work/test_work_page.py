"""My work on a real register: what is owed, ticking it done, what waits for one, the number in the side bar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from incident_desk.domain import commands as c
from incident_desk.gui.board.board_page import BoardPage
from incident_desk.gui.clock import Moments, system_clock
from incident_desk.gui.messages import Tone
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.work.owed import Owed
from incident_desk.gui.work.work_page import WorkPage
from incident_desk.support.drafts import DraftStore
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def in_days(days: float) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def owe(desk: Desk, list_key: str, stage: str = "reaction", **fields: Any) -> str:
    """The id of a record with one line that Anna Berg owes."""
    incident = desk.new(stage)
    values = {"owner": desk.person("Anna Berg"), **fields}
    desk.do(incident, c.AddItem(list_key, values))
    return incident


def action(desk: Desk, what: str, due: int | None = None, **fields: Any) -> str:
    when = {} if due is None else {"due": day(due)}
    return owe(desk, "actions", what=what, kind="corrective", **when, **fields)


def work(opened: OpenWindow) -> WorkPage:
    page = opened.show("work")
    assert isinstance(page, WorkPage)
    return page


def lines(page: WorkPage, panel: str) -> list[Owed]:
    return page.panels[panel].list.owed.lines


def whats(page: WorkPage, panel: str) -> list[str]:
    return [line.what for line in lines(page, panel)]


def test_that_ones_own_actions_stand_there_the_late_one_first(desk: Desk, open_on: Open) -> None:
    action(desk, "Not due for long", due=9)
    action(desk, "Late", due=-2)
    action(desk, "Of a colleague", owner=desk.person("Maria Manager"))
    page = work(open_on(desk))
    assert whats(page, "actions") == ["Late", "Not due for long"]
    late, later = lines(page, "actions")
    assert late.when.endswith(" overdue")
    assert late.haste is Haste.OVERDUE
    assert later.when in ("in 8 d", "in 9 d")  # midnight may pass while it is looked at
    assert later.haste is Haste.IN_HAND


@pytest.mark.parametrize("due", [-1, -2, -9])
def test_that_my_work_the_board_and_the_record_say_alike_how_late_an_action_is(
    due: int, desk: Desk, open_on: Open
) -> None:
    incident = action(desk, "Late", due=due)
    opened = open_on(desk)
    (owed,) = lines(work(opened), "actions")
    board = opened.show("board")
    assert isinstance(board, BoardPage)
    opened.until(lambda: board._card(incident))
    card = board._card(incident)
    assert card is not None
    assert card.deadline is not None
    moments = Moments(system_clock(), opened.window.session.wording)
    assert card.row.next_due is not None
    left = moments.left(card.row.next_due, 0)
    assert owed.when == card.deadline.countdown == left.words


def test_that_everybodys_work_names_the_owner_and_puts_ones_own_first(desk: Desk, open_on: Open) -> None:
    action(desk, "Of a colleague", due=-3, owner=desk.person("Maria Manager"))
    action(desk, "My own", due=5)
    opened = open_on(desk)
    page = work(opened)
    assert whats(page, "actions") == ["My own"]
    page.whose.edits()[1].click()  # type: ignore[attr-defined]  # a button
    opened.until(lambda: whats(page, "actions") == ["My own", "Of a colleague"])
    assert lines(page, "actions")[1].below.startswith("Maria Manager")


def test_that_space_ticks_an_action_done_now_and_the_message_can_take_it_back(desk: Desk, open_on: Open) -> None:
    incident = action(desk, "Glue the label", due=1)
    opened = open_on(desk)
    page = work(opened)
    before = datetime.now(UTC) - timedelta(minutes=1)
    QTest.keyClick(page.panels["actions"].list, Qt.Key.Key_Space)
    opened.until(lambda: not lines(page, "actions"))
    done = desk.record(incident).of("actions")[0].values["done"]
    assert done["precision"] == "exact"
    assert done["zone"] == "Europe/Berlin"
    assert before <= datetime.fromisoformat(done["earliest"]) <= datetime.now(UTC)
    assert opened.told[-1].text == "Done: Glue the label"
    undo = opened.told[-1].action
    assert undo is not None
    undo()
    opened.until(lambda: whats(page, "actions") == ["Glue the label"])
    assert "done" not in desk.record(incident).of("actions")[0].values
    assert not page.panels["actions"].list.owed.is_ticked(lines(page, "actions")[0].key)


def test_that_a_click_on_the_box_ticks_and_one_on_the_line_opens(desk: Desk, open_on: Open) -> None:
    first = action(desk, "Tick me", due=1)
    second = action(desk, "Open me", due=2)
    opened = open_on(desk)
    page = work(opened)
    view = page.panels["actions"].list
    box = view.visualRect(view.owed.index(0)).topLeft() + QPoint(opened.window.theme.px(14), opened.window.theme.px(18))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    opened.until(lambda: whats(page, "actions") == ["Open me"])
    assert "done" in desk.record(first).of("actions")[0].values
    requested: list[str] = []
    page.open_incident_requested.connect(requested.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.owed.index(0)).center())
    assert requested == [second]


def test_that_a_refused_tick_is_taken_off_and_said(desk: Desk, open_on: Open) -> None:
    incident = action(desk, "Locked meanwhile", due=1)
    opened = open_on(desk)
    page = work(opened)
    line = lines(page, "actions")[0]
    desk.do(incident, c.VoidIncident("Made as a test"))
    page.panels["actions"].list.ticked.emit(line)
    opened.until(lambda: opened.told)
    assert opened.told[-1].tone is Tone.WARNING
    opened.until(lambda: not page.panels["actions"].list.owed.is_ticked(line.key))


def test_that_a_tick_does_not_overwrite_when_a_colleague_says_it_was_done(desk: Desk, open_on: Open) -> None:
    incident = action(desk, "Glue the label", due=1)
    opened = open_on(desk)
    page = work(opened)
    opened.window.session.bus._timer.stop()  # the page has not heard of it yet
    item = desk.record(incident).of("actions")[0].id
    desk.acting_as("Carl Coordinator").do(incident, c.ChangeItem(item, {"done": "2026-11-12T08:31"}))
    theirs = desk.record(incident).of("actions")[0].values["done"]
    page.panels["actions"].list.ticked.emit(lines(page, "actions")[0])
    opened.until(lambda: opened.told)
    assert opened.told[-1].tone is Tone.WARNING
    opened.until(lambda: not lines(page, "actions"))
    assert desk.record(incident).of("actions")[0].values["done"] == theirs


def test_that_return_opens_the_record_of_the_current_line(desk: Desk, open_on: Open) -> None:
    incident = owe(desk, "measures", "containment", what="Pump out of use", check_by=in_days(-1))
    opened = open_on(desk)
    page = work(opened)
    requested: list[str] = []
    page.open_incident_requested.connect(requested.append)
    view = page.panels["measures"].list
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert requested == [incident]


def test_that_an_overdue_measure_is_said_in_words_and_cannot_be_ticked(desk: Desk, open_on: Open) -> None:
    owe(desk, "measures", "containment", what="Pump out of use", check_by=in_days(-0.1))
    page = work(open_on(desk))
    line = lines(page, "measures")[0]
    assert line.haste is Haste.OVERDUE
    assert line.when.endswith("overdue")
    assert "overdue" in line.spoken
    assert not line.tickable


def test_that_a_promise_due_soon_says_the_minutes(desk: Desk, open_on: Open) -> None:
    owe(desk, "promises", "containment", what="Ward 3", at=in_days(10 / 1440))
    page = work(open_on(desk))
    line = lines(page, "promises")[0]
    assert line.when in {"in 9 min", "in 10 min"}
    assert line.haste is Haste.SOON
    assert page.counts.accessibleName().startswith("Nothing overdue, 1 promise")


def test_that_a_duty_has_a_ring_and_is_marked_as_sent_in_place(desk: Desk, open_on: Open) -> None:
    incident = owe(desk, "obligations", whom="Device authority", what="First report", due=in_days(2))
    opened = open_on(desk)
    page = work(opened)
    cell = page.duties.cells[0]
    assert "Device authority" in cell.findChild(type(cell._ring)).accessibleName()  # type: ignore[union-attr]  # there
    QTest.mouseClick(cell.sent, Qt.MouseButton.LeftButton)
    opened.until(page.duties.isHidden)
    assert "met" in desk.record(incident).of("obligations")[0].values


def test_that_a_record_waits_for_the_signature_of_ones_role_until_it_is_given(desk: Desk, open_on: Open) -> None:
    incident = desk.new("ready")
    opened = open_on(desk.acting_as("Carl Coordinator"))
    page = work(opened)
    number = desk.record(incident).values["number"]
    assert whats(page, "waiting") == [f"Sign off {number}"]
    assert "record waits for your sign-off" in page.counts.accessibleName()
    desk.acting_as("Carl Coordinator").do(incident, c.SignOff("author"))
    opened.until(lambda: not lines(page, "waiting"))


@pytest.mark.parametrize(("person", "asked"), [("Maria Manager", 1), ("Otto Auditor", 0), ("Rosa Reporter", 0)])
def test_that_only_roles_of_needed_signatures_are_asked(desk: Desk, open_on: Open, person: str, asked: int) -> None:
    desk.new("ready")
    assert len(lines(work(open_on(desk.acting_as(person))), "waiting")) == asked


def test_that_a_record_that_lacks_more_than_signatures_asks_for_none(desk: Desk, open_on: Open) -> None:
    desk.new("conclusion")
    assert lines(work(open_on(desk)), "waiting") == []


def test_that_a_question_waits_for_who_leads_the_record(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    desk.do(incident, c.AddItem("questions", {"what": "Which pump?", "due": day(-1)}))
    page = work(open_on(desk))
    assert whats(page, "waiting") == ["Question: Which pump?"]
    assert "1 question to answer" in page.counts.accessibleName()
    assert "Nothing overdue" not in page.counts.accessibleName()


def test_that_a_question_of_another_does_not_wait_for_me(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    desk.do(incident, c.AddItem("questions", {"what": "Which pump?"}))
    page = work(open_on(desk.acting_as("Carl Coordinator")))
    assert lines(page, "waiting") == []


def test_that_ones_own_draft_leads_back_to_the_report_sheet(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    session = opened.window.session
    drafts = DraftStore(session.services.data_dir)
    register = session.names.settings.register_id
    drafts.keep(register, "report", session.actor.id or "", {"what_happened": "Slip at the door\nnobody hurt"})
    drafts.keep(register, "incident 1", desk.person("Maria Manager"), {"fields": {"cause": "x"}})
    page = work(opened)
    assert whats(page, "waiting") == ["Your draft: Slip at the door"]
    gone: list[str] = []
    page.go_requested.connect(gone.append)
    QTest.keyClick(page.panels["waiting"].list, Qt.Key.Key_Return)
    assert gone == ["report"]


def test_that_the_side_bar_counts_what_is_overdue_before_the_page_was_shown(desk: Desk, open_on: Open) -> None:
    action(desk, "Late", due=-2)
    action(desk, "In time", due=2)
    opened = open_on(desk)
    opened.until(lambda: opened.window.side_bar._buttons["work"].accessibleName() == "My work, 1")


def test_that_nothing_owed_is_good_news(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = work(opened)
    assert page.counts.accessibleName() == "Nothing overdue"
    assert page.panels["actions"].nothing.isVisible()
    assert not page.panels["actions"].list.isVisible()
    assert not page.panels["follow_ups"].isVisible()


def test_that_a_long_list_is_shown_whole_on_demand(desk: Desk, open_on: Open) -> None:
    incident = desk.new("reaction")
    owner = desk.person("Anna Berg")
    for number in range(9):
        desk.do(incident, c.AddItem("actions", {"what": f"Action {number}", "kind": "corrective", "owner": owner}))
    opened = open_on(desk)
    page = work(opened)
    panel = page.panels["actions"]
    assert panel.list.owed.rowCount() == 6
    assert panel.more.words == "Show all 9"
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert panel.list.owed.rowCount() == 9
    assert panel.list.height() >= 9 * panel.list.sizeHintForRow(0)


def test_that_a_colleagues_change_appears_and_the_current_line_stays(desk: Desk, open_on: Open) -> None:
    action(desk, "First", due=1)
    action(desk, "Second", due=2)
    opened = open_on(desk)
    page = work(opened)
    view = page.panels["actions"].list
    view.setCurrentIndex(view.owed.index(1))
    action(desk, "Before both", due=0)
    opened.until(lambda: len(lines(page, "actions")) == 3)
    current = view.current()
    assert current is not None
    assert current.what == "Second"


def test_that_a_reporter_sees_but_cannot_tick(desk: Desk, open_on: Open) -> None:
    action(desk, "Mine", due=1, owner=desk.person("Rosa Reporter"))
    page = work(open_on(desk.acting_as("Rosa Reporter")))
    assert [line.tickable for line in lines(page, "actions")] == [False]


def test_that_hostile_words_are_shown_as_they_are(desk: Desk, open_on: Open) -> None:
    text = "<b>x</b> & \u202eabc"
    action(desk, text, due=1)
    page = work(open_on(desk))
    assert whats(page, "actions") == [text]
    tip = page.panels["actions"].list.owed.data(page.panels["actions"].list.owed.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in str(tip)


def test_that_the_model_keeps_the_rules_of_item_models(desk: Desk, open_on: Open) -> None:
    action(desk, "One", due=1)
    opened = open_on(desk)
    page = work(opened)
    model = page.panels["actions"].list.owed
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    action(desk, "Two", due=2)
    opened.until(lambda: model.rowCount() == 2)
    model.tick(model.lines[0].key, True)
    assert tester.model() is model


@pytest.mark.parametrize(("width", "across"), [(1500, 3), (860, 2), (600, 1)])
def test_that_panels_stand_in_as_many_columns_as_there_is_room_for(
    desk: Desk, open_on: Open, width: int, across: int
) -> None:
    opened = open_on(desk)
    page = work(opened)
    opened.window.resize(width, 800)
    opened.until(lambda: len(lefts(page)) == across)


def lefts(page: WorkPage) -> set[int]:
    return {panel.mapTo(page, QPoint(0, 0)).x() for key, panel in page.panels.items() if key != "follow_ups"}


@pytest.mark.parametrize("everybody", [False, True])
def test_that_what_was_put_off_waits_for_who_leads_it_from_its_review_date_on(
    everybody: bool, desk: Desk, open_on: Open
) -> None:
    zone = ZoneInfo(desk.register.queries.settings().zone)
    anna, maria = desk.person("Anna Berg"), desk.person("Maria Manager")
    for title, days, leads in (
        ("Today", 0, anna), ("Long ago", -40, anna), ("Tomorrow", 1, anna), ("Of a colleague", -1, maria),
    ):  # fmt: skip
        record = desk.new("prioritisation", fields={"title": title})
        back = (datetime.now(zone).date() + timedelta(days=days)).isoformat()
        put_off = {"deferral": "put_off", "deferral_reason": "No hands", "review_date": back}
        desk.do(record, c.ChangeFields({"responsible": leads, **put_off}))
    opened = open_on(desk)
    page = work(opened)
    if everybody:
        page.whose.edits()[1].click()  # type: ignore[attr-defined]  # a button
    told = ["Long ago", *(["Of a colleague"] if everybody else []), "Today"]
    opened.until(lambda: whats(page, "waiting") == [f"Decide again: {title}" for title in told])
    assert lines(page, "waiting")[-1].when == "today"


def test_that_it_waits_no_longer_once_it_is_decided_again(desk: Desk, open_on: Open) -> None:
    record = desk.new("prioritisation")
    put_off = {"deferral": "put_off", "deferral_reason": "No hands", "review_date": "2026-01-02"}
    desk.do(record, c.ChangeFields(put_off))
    opened = open_on(desk)
    page = work(opened)
    assert len(whats(page, "waiting")) == 1
    desk.do(record, c.ChangeFields({"deferral": "start_now"}))
    opened.until(lambda: not whats(page, "waiting"))
