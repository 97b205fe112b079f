"""The popover lies on its page, keeps the keyboard inside, and gives it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.popover_place import place_beside
from tests.gui.conftest import focused

Open = Callable[[QWidget], QWidget]
PAGE = QRect(0, 0, 1000, 700)


@pytest.fixture
def page(theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    return made


@pytest.fixture
def before(page: QWidget, theme: Theme) -> LineField:
    return LineField(theme, page)


@pytest.fixture
def popover(page: QWidget, before: LineField, theme: Theme, opened: Open) -> Popover:
    made = Popover("Move card", theme, page)
    made.body.addWidget(LineField(theme, made))
    made.body.addWidget(Button("Move card", theme, made))
    opened(page)
    before.setFocus()
    made.open_at(QRect(100, 100, 200, 100))
    return made


def test_that_it_is_no_window_and_takes_the_focus(popover: Popover, page: QWidget) -> None:
    assert not popover.isWindow()
    assert popover.parent() is page
    assert isinstance(focused(), LineField)
    assert popover.isAncestorOf(focused())


def test_that_escape_closes_and_gives_the_focus_back(popover: Popover, before: LineField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert before.hasFocus()


def test_that_tab_stays_inside(popover: Popover) -> None:
    seen = []
    for _ in range(4):
        seen.append(type(focused()).__name__)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert seen == ["LineField", "Button", "LineField", "Button"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(focused(), Button)


def test_that_it_stays_on_its_page_when_the_page_shrinks(popover: Popover, page: QWidget, qtbot: QtBot) -> None:
    page.resize(600, 300)
    qtbot.waitUntil(lambda: page.rect().contains(popover.geometry()))


def test_that_it_scrolls_where_the_page_is_too_low(page: QWidget, theme: Theme, opened: Open) -> None:
    popover = Popover("Long", theme, page)
    for number in range(40):
        popover.body.addWidget(Button(f"Button {number}", theme, popover))
    opened(page)
    popover.open_at(QRect(10, 10, 50, 50))
    assert page.rect().contains(popover.geometry())
    for _ in range(39):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    last = focused()
    assert isinstance(last, Button)
    assert last.words == "Button 39"
    assert popover.rect().contains(last.mapTo(popover, last.rect().center()))


@pytest.mark.parametrize(
    ("anchor", "side"),
    [
        (QRect(100, 300, 100, 50), "left"),  # room at the right: the tail points left
        (QRect(850, 300, 100, 50), "right"),
        (QRect(50, 100, 900, 50), "top"),
        (QRect(0, 0, 1000, 690), ""),  # the page is all anchor: no tail
    ],
)
def test_that_it_goes_where_there_is_room(anchor: QRect, side: str) -> None:
    place = place_beside(anchor, 340, 300, PAGE, 12)
    assert place.side == side
    assert PAGE.contains(place.rect)


def test_that_the_tail_points_at_what_it_is_about() -> None:
    anchor = QRect(100, 500, 100, 50)
    place = place_beside(anchor, 340, 300, PAGE, 12)
    assert place.rect.top() + place.tip == pytest.approx(anchor.center().y(), abs=1)
