"""The register page in a narrow or low window: the line in which one types keeps its room, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from incident_desk.gui.register.column_chooser import ColumnChooser
from incident_desk.gui.widgets.buttons import Button
from tests.factories import Desk
from tests.gui.conftest import stand_still
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]


def in_size(shown: Shown, width: int, height: int, zoom: int = 100) -> None:
    shown.page.theme.set_zoom(zoom)
    window, wanted = shown.opened.window, QSize(width, height)

    def fits() -> bool:
        """What is folded away gives its room back later, and the window may then be smaller."""
        window.resize(wanted)
        stand_still(window)
        return window.size() == wanted

    shown.opened.until(fits)
    shown.opened.settle()


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


@pytest.mark.parametrize(("width", "height", "zoom"), [(800, 600, 100), (1024, 768, 100), (1280, 800, 200)])
def test_that_the_line_keeps_its_room(
    width: int, height: int, zoom: int, desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    in_size(shown, width, height, zoom)
    page = shown.page
    shown.opened.until(lambda: page.filters.line.width() >= page.theme.px(290))
    assert page.tools.height() < 2 * page.tools.saved.height()
    assert page.tools.more.isVisible()
    assert "Find duplicates" in page.tools.more.accessibleDescription()


def test_that_a_wide_window_has_no_menu(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    assert not shown.page.tools.more.isVisible()
    in_size(shown, 800, 600)
    in_size(shown, 1600, 900)
    tools = shown.page.tools
    shown.opened.until(lambda: not tools.more.isVisible())
    assert all(each.isVisible() for each in (tools.columns, tools.duplicates, tools.bring_in, tools.hand_out))


def test_that_the_menu_has_what_is_folded_away(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    in_size(shown, 1024, 768)
    tools = shown.page.tools
    assert words(tools.more_menu()) == ["Find duplicates", "Bring in ...", "Hand out ..."]
    in_size(shown, 800, 600)
    menu = tools.more_menu()
    assert words(menu)[:3] == ["Columns", "More room between the rows", "Preview beside the table (Space)"]
    assert menu.accessibleName() == "More"
    room = menu.actions()[1]
    assert room.isCheckable() and not room.isChecked()
    room.trigger()
    assert shown.page._kept.current.comfortable
    asked: list[str] = []
    for signal in (tools.duplicates_requested, tools.bring_in_requested, tools.hand_out_requested):
        signal.connect(lambda: asked.append(""))
    for action in menu.actions()[3:]:
        action.trigger()
    assert len(asked) == 3


def test_that_the_menu_is_reached_by_keyboard(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    in_size(shown, 800, 600)
    tools = shown.page.tools
    tools.saved.setFocus()
    QTest.keyClick(tools.saved, Qt.Key.Key_Tab)
    assert tools.more.hasFocus()
    QTest.keyClick(tools.more, Qt.Key.Key_Return)
    menu = next(each for each in tools.findChildren(QMenu) if each.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    chooser = shown.page.findChild(ColumnChooser)
    assert chooser is not None and chooser.isVisible()
    assert tools.place_of(tools.columns) is tools.more  # it points to the button whose menu had it


def test_that_conditions_are_added_in_a_low_window(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    in_size(shown, 1280, 740, 200)
    filters = shown.page.filters
    shown.opened.until(filters._more.isVisible)
    assert not any(pill.isVisible() for pill in filters._pills)
    filters._more.choice_requested.emit()
    menu = next(each for each in filters.findChildren(QMenu) if each.isVisible())
    assert words(menu)[:4] == ["Priority", "Step", "Time", "Place"]
    overdue = next(action for action in menu.actions() if action.text() == "Overdue")
    overdue.trigger()
    shown.opened.settle()
    assert filters.line.text() == "overdue: yes"
    menu.close()
    in_size(shown, 1280, 900)
    shown.opened.until(filters._pills[0].isVisible)
    assert not filters._more.isVisible()


def test_that_what_came_from_old_lists_is_offered_where_anything_did(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    filters = shown.page.filters
    assert not filters._pills[-2].isVisible()
    filters._offer_imported(True)
    assert filters._pills[-2].isVisible()
    filters._pills[-2].choice_requested.emit()
    shown.opened.settle()
    assert filters.line.text() == "old list: yes"
    assert shown.titles == []
    assert [each.words for each in shown.page.findChildren(Button) if each.words == "Clear filter"]
