"""One card looks chosen, before and after a move, and the keyboard stays with it; what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incident_desk.domain.commands import MoveToStep
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.board.board_page import BoardPage
from incident_desk.gui.board.card_menu import CardMenu
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def board(opened: OpenWindow, cards: int) -> BoardPage:
    page = opened.show("board")
    assert isinstance(page, BoardPage)
    opened.until(lambda: sum(len(column.list.cards.cards) for column in page.columns.values()) == cards)
    return page


def chosen(page: BoardPage) -> list[str]:
    """The ids of all cards that look chosen."""
    lists = [column.list for column in page.columns.values()]
    return [each.cards.card(index).id for each in lists for index in each.selectionModel().selectedIndexes()]


def press(opened: OpenWindow, page: BoardPage, step: Step, incident: str) -> QPoint:
    cards = page.columns[step].list
    row = cards.cards.row_of(incident)
    assert row is not None
    place = cards.visualRect(cards.cards.index(row)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return place


def test_that_pressing_cards_of_several_columns_leaves_one_chosen(desk: Desk, open_on: Open) -> None:
    first, second = desk.new("identification"), desk.new("containment")
    opened = open_on(desk)
    page = board(opened, 2)
    press(opened, page, Step.IDENTIFICATION, first)
    press(opened, page, Step.CONTAINMENT, second)
    assert chosen(page) == [second]
    press(opened, page, Step.IDENTIFICATION, first)
    assert chosen(page) == [first]


def test_that_one_press_only_marks_and_two_open(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened, 1)
    place = press(opened, page, Step.IDENTIFICATION, incident)
    assert opened.window.page is page
    cards = page.columns[Step.IDENTIFICATION].list
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.window.page.key == "incident"
    opened.settle()


def test_that_enter_opens_the_card_that_was_pressed(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = board(opened, 1)
    press(opened, page, Step.IDENTIFICATION, incident)
    QTest.keyClick(page.columns[Step.IDENTIFICATION].list, Qt.Key.Key_Return)
    assert opened.window.page.key == "incident"
    opened.settle()


def test_that_a_moved_card_stays_in_sight_chosen_and_has_the_keyboard(desk: Desk, open_on: Open) -> None:
    for _ in range(9):
        desk.new("containment")
    moved, left = desk.new("identification"), desk.new("identification")
    opened = open_on(desk)
    page = board(opened, 11)
    press(opened, page, Step.IDENTIFICATION, moved)
    page.columns[Step.CONTAINMENT].list.dropped.emit(moved)
    target = page.columns[Step.CONTAINMENT].list
    opened.until(lambda: target.holds(moved))
    opened.settle()
    row = target.cards.row_of(moved)
    assert row is not None
    assert target.viewport().rect().contains(target.visualRect(target.cards.index(row)).center())
    assert chosen(page) == [moved]
    assert target.hasFocus()
    assert target.currentIndex().row() == row
    assert left not in chosen(page)


def test_that_the_keyboard_follows_the_card_back_when_the_move_is_taken_back(desk: Desk, open_on: Open) -> None:
    moved, _ = desk.new("identification"), desk.new("identification")
    opened = open_on(desk)
    page = board(opened, 2)
    press(opened, page, Step.IDENTIFICATION, moved)
    page.columns[Step.CONTAINMENT].list.dropped.emit(moved)
    opened.until(lambda: page.columns[Step.CONTAINMENT].list.hasFocus())
    undo = opened.told[-1].action
    assert undo is not None
    undo()
    opened.until(lambda: page.columns[Step.IDENTIFICATION].list.hasFocus())
    assert chosen(page) == [moved]


def test_that_a_colleagues_move_marks_no_other_card(desk: Desk, open_on: Open) -> None:
    taken, mine = desk.new("identification"), desk.new("containment")
    desk.new("identification")
    opened = open_on(desk)
    page = board(opened, 3)
    press(opened, page, Step.IDENTIFICATION, taken)
    press(opened, page, Step.CONTAINMENT, mine)
    desk.do(taken, MoveToStep("containment"))
    opened.until(lambda: page.columns[Step.CONTAINMENT].list.holds(taken))
    assert chosen(page) == [mine]
    assert page.columns[Step.CONTAINMENT].list.hasFocus()


def test_that_tab_into_a_column_marks_its_card_alone(desk: Desk, open_on: Open) -> None:
    first, second = desk.new("identification"), desk.new("containment")
    opened = open_on(desk)
    page = board(opened, 2)
    press(opened, page, Step.IDENTIFICATION, first)
    page.columns[Step.CONTAINMENT].list.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen(page) == [second]


def words(menu: CardMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def test_that_the_menu_key_asks_for_the_menu_of_the_marked_card(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = board(opened, 1)
    cards = page.columns[Step.CONTAINMENT].list
    press(opened, page, Step.CONTAINMENT, incident)
    asked: list[str] = []
    cards.menu_requested.disconnect(page._on_menu_requested)  # a menu needs a real screen
    cards.menu_requested.connect(lambda record, place: asked.append(record))
    here = QPoint(0, 0)
    QApplication.sendEvent(cards, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, cards.mapToGlobal(here)))
    QApplication.sendEvent(
        cards, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, cards.height() - 2), here)
    )
    assert asked == [incident]


def test_that_the_menu_offers_what_can_be_done_with_the_card(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = board(opened, 1)
    card = page._card(incident)
    assert card is not None
    menu = page.menu_of(card)
    ways = ["Move to Prioritisation ...", "Move back to Identification ..."]
    assert words(menu) == ["Open", *ways, "Print record ..."]
    menu.actions()[-1].trigger()
    assert opened.window.page.key == "papers"
    opened.settle()


def test_that_the_menu_of_a_short_route_names_its_own_next_step(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification", kind="good_catch")
    opened = open_on(desk)
    page = board(opened, 1)
    card = page._card(incident)
    assert card is not None
    menu = page.menu_of(card)
    assert words(menu) == ["Open", "Move to Conclusion ...", "Print record ..."]
    menu.actions()[2].trigger()
    opened.until(lambda: page.columns[Step.CONCLUSION].list.holds(incident))
    opened.settle()


def test_that_a_card_says_in_its_tool_tip_how_it_opens(desk: Desk, open_on: Open) -> None:
    desk.new("containment", fields={"title": "A & <b>B</b>"})
    page = board(open_on(desk), 1)
    cards = page.columns[Step.CONTAINMENT].list.cards
    tip = str(cards.data(cards.index(0), Qt.ItemDataRole.ToolTipRole))
    assert "A & <b>B</b>" in tip
    assert not Qt.mightBeRichText(tip), "shown as it stands"
    assert "2 missing" in tip
    assert "Double-click or Enter opens it" in tip
