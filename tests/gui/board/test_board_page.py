"""The board on a real register: cards, moves by drop and by keys, the guided move, other people's changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from incident_desk.domain.commands import ChangeFields, MoveToStep
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.board.board_page import BoardPage
from incident_desk.gui.board.guided_move import GuidedMove
from incident_desk.gui.messages import Tone
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def board(opened: OpenWindow) -> BoardPage:
    page = opened.show("board")
    assert isinstance(page, BoardPage)
    return page


def ids(page: BoardPage, step: Step) -> list[str]:
    return [card.id for card in page.columns[step].list.cards.cards]


def test_that_each_open_incident_has_its_card_in_the_column_of_its_step(desk: Desk, open_on: Open) -> None:
    stages = [step.key for step in Step]
    made = {stage: desk.new(stage) for stage in stages}
    desk.new("inbox")
    page = board(open_on(desk))
    assert {stage: ids(page, Step[stage.upper()]) for stage in stages} == {stage: [made[stage]] for stage in stages}


def test_that_a_drop_moves_the_card_when_its_gate_is_met(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    page.columns[Step.CONTAINMENT].list.dropped.emit(incident)
    opened.until(lambda: ids(page, Step.CONTAINMENT) == [incident])
    assert desk.record(incident).values["step"] == Step.CONTAINMENT
    assert opened.told[-1].tone is Tone.GOOD
    assert opened.told[-1].button == "Undo"


def test_that_undo_in_the_message_bar_puts_the_card_back(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    page.columns[Step.CONTAINMENT].list.dropped.emit(incident)
    opened.until(lambda: opened.told and ids(page, Step.CONTAINMENT) == [incident])
    action = opened.told[-1].action
    assert action is not None
    action()
    opened.until(lambda: ids(page, Step.IDENTIFICATION) == [incident])
    assert desk.record(incident).values["step"] == Step.IDENTIFICATION


def test_that_a_drop_before_the_gate_is_met_asks_for_exactly_what_is_missing(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = board(opened)
    page.columns[Step.PRIORITISATION].list.dropped.emit(incident)
    opened.until(lambda: page.findChildren(GuidedMove))
    guide = page.findChildren(GuidedMove)[0]
    opened.until(guide.isVisible)
    assert desk.record(incident).values["step"] == Step.CONTAINMENT
    assert guide._needs == ("extent_stated", "measure_or_none_needed")


def test_that_escape_puts_the_card_back_and_nothing_is_written(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    before = desk.position(incident)
    opened = open_on(desk)
    page = board(opened)
    page.columns[Step.PRIORITISATION].list.dropped.emit(incident)
    opened.until(lambda: page.findChildren(GuidedMove) and page.findChildren(GuidedMove)[0].isVisible())
    QTest.keyClick(page.findChildren(GuidedMove)[0], Qt.Key.Key_Escape)
    opened.until(lambda: not any(guide.isVisible() for guide in page.findChildren(GuidedMove)))
    assert desk.position(incident) == before


def test_that_a_card_is_carried_to_the_next_step_by_keys_alone(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    cards = page.columns[Step.IDENTIFICATION].list
    cards.setFocus()
    cards.go_to(incident)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(cards, key)
    opened.until(lambda: ids(page, Step.CONTAINMENT) == [incident])


def test_that_a_carried_card_put_back_by_escape_stays(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    cards = page.columns[Step.IDENTIFICATION].list
    cards.go_to(incident)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        QTest.keyClick(cards, key)
    opened.settle()
    assert ids(page, Step.IDENTIFICATION) == [incident]
    assert page._carrying.card is None


def test_that_a_colleagues_change_appears_by_itself(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    desk.do(incident, ChangeFields({"title": "Changed by a colleague"}))
    opened.until(lambda: page._card(incident) and page._card(incident).row.title == "Changed by a colleague")  # type: ignore[union-attr]  # checked just before
    desk.do(incident, MoveToStep("containment"))
    opened.until(lambda: ids(page, Step.CONTAINMENT) == [incident])


def test_that_cards_say_number_title_priority_and_step(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment", fields={"title": "<b>x</b> & co"})
    page = board(open_on(desk))
    card = page._card(incident)
    assert card is not None
    number = desk.record(incident).values["number"]
    assert card.spoken.startswith(f"{number}, <b>x</b> & co, priority Not set, step Containment")


def test_that_the_card_model_keeps_the_rules_of_item_models(desk: Desk, open_on: Open) -> None:
    made = [desk.new("identification") for _ in range(4)]
    opened = open_on(desk)
    page = board(opened)
    model: QAbstractItemModel = page.columns[Step.IDENTIFICATION].list.cards
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.do(made[1], MoveToStep("containment"))
    desk.do(made[2], ChangeFields({"title": "Another title"}))
    opened.until(lambda: model.rowCount() == 3)
    assert tester.model() is model


def test_that_an_empty_board_says_where_new_reports_are(desk: Desk, open_on: Open) -> None:
    desk.new("inbox")
    opened = open_on(desk)
    page = board(opened)
    opened.until(page._empty.isVisible)
    assert page._first.isHidden()


def test_that_the_board_of_an_empty_register_says_how_to_begin(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = board(opened)
    opened.until(page._first.isVisible)
    assert page._empty.isHidden()
    assert page._first.other is not None and page._first.button is not None
    assert page._first.other.words == "Bring in your old sheet"
    QTest.mouseClick(page._first.other, Qt.MouseButton.LeftButton)
    assert opened.window.page.key == "import"
    opened.window.show_page("board")
    QTest.mouseClick(page._first.button, Qt.MouseButton.LeftButton)
    assert opened.window.page.key == "report"


def put_off(desk: Desk, incident: str, days: int) -> str:
    zone = ZoneInfo(desk.register.queries.settings().zone)
    day = (datetime.now(zone).date() + timedelta(days=days)).isoformat()
    desk.do(incident, ChangeFields({"deferral": "put_off", "deferral_reason": "No hands", "review_date": day}))
    return incident


def test_that_what_waits_until_a_day_is_faded_and_says_so_below_the_others(desk: Desk, open_on: Open) -> None:
    waits = put_off(desk, desk.new("reaction"), 1)  # rated, and so above the others
    desk.do(waits, MoveToStep("prioritisation", reason="Looked at again"))
    back = put_off(desk, desk.new("prioritisation"), 0)
    plain = desk.new("prioritisation")
    page = board(open_on(desk))
    assert ids(page, Step.PRIORITISATION)[2] == waits
    cards = {incident: page._card(incident) for incident in (waits, back, plain)}
    assert {incident: card.put_off for incident, card in cards.items() if card} == {
        waits: True, back: False, plain: False,
    }  # fmt: skip
    card = cards[waits]
    assert card is not None
    assert card.open_for == "until tomorrow"
    assert card.spoken.endswith("put off until tomorrow")


def test_that_the_board_becomes_one_list_that_says_why_each_stands_where_it_stands(desk: Desk, open_on: Open) -> None:
    waits = put_off(desk, desk.new("prioritisation", fields={"title": "Waits"}), 5)
    calm = desk.new("containment", fields={"title": "Calm"})
    felt = desk.new("identification", fields={"title": "Felt", "effect_now": "No lift", "people_affected": "4"})
    opened = open_on(desk)
    page = board(opened)
    QTest.mouseClick(page._filters.ranked, Qt.MouseButton.LeftButton)
    opened.until(lambda: page.ranked and len(page.ranked.lines.lines) == 3)
    shown = page.ranked
    assert shown is not None
    why = shown.lines.lines[2].why
    assert why.startswith("Put off until ")
    tester = QAbstractItemModelTester(shown.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [(line.row.id, line.why) for line in shown.lines.lines] == [
        (felt, "Priority Not set; felt now; 4 people"), (calm, "Priority Not set"), (waits, why),
    ]  # fmt: skip
    assert page._sideways.isHidden()
    number = desk.record(felt).values["number"]
    assert shown.lines.spoken(shown.lines.lines[0]).startswith(f"{number}, Felt, Priority Not set; felt now")
    shown.setCurrentIndex(shown.lines.index(1))
    desk.do(calm, ChangeFields({"effect_now": "Half the ward is dark", "people_affected": "30"}))
    opened.until(lambda: shown.lines.lines[0].row.id == calm)
    assert shown.currentIndex().row() == 0
    assert tester.model() is shown.lines
    QTest.mouseClick(page._filters.ranked, Qt.MouseButton.LeftButton)
    opened.until(lambda: not page._sideways.isHidden() and shown.isHidden())


def test_that_enter_opens_the_incident_of_a_ranked_line(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = board(opened)
    QTest.mouseClick(page._filters.ranked, Qt.MouseButton.LeftButton)
    opened.until(lambda: page.ranked and page.ranked.lines.lines)
    assert page.ranked is not None
    asked: list[str] = []
    page.open_incident_requested.connect(asked.append)
    page.ranked.setFocus()
    page.ranked.setCurrentIndex(page.ranked.lines.index(0))
    QTest.keyClick(page.ranked, Qt.Key.Key_Return)
    assert asked == [incident]


def test_that_a_card_over_the_limit_is_said_when_it_arrives_and_stops_nobody(desk: Desk, open_on: Open) -> None:
    desk.do(None, ChangeSettings({"limits": {"containment": 1, "person": 1}}))
    desk.new("containment")
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened)
    head = page.columns[Step.CONTAINMENT].head
    assert head.accessibleName() == "Containment, 1 of 1"
    page.columns[Step.CONTAINMENT].list.dropped.emit(incident)
    opened.until(lambda: incident in ids(page, Step.CONTAINMENT) and opened.told)
    number = desk.record(incident).values["number"]
    assert opened.told[-1].text == (
        f"{number} moved to Containment. Containment is now 1 over its limit. Anna Berg now has 1 in hand over the limit."
    )
    assert opened.told[-1].button == "Undo"
    opened.until(lambda: head.over == 1)


def test_that_the_limit_of_a_column_is_held_against_all_its_cards(desk: Desk, open_on: Open) -> None:
    desk.do(None, ChangeSettings({"limits": {"containment": 5}}))
    desk.new("containment")
    opened = open_on(desk)
    page = board(opened)
    page._filters._mine.choice_requested.emit()
    opened.until(lambda: page.columns[Step.CONTAINMENT].head.accessibleName() == "Containment, 1")
