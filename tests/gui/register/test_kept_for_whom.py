"""What a person does to the table and the filters: kept once, for that person, and nothing more than was meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from incident_desk.gui.register.column_chooser import ColumnList
from incident_desk.gui.register.name_popover import NamePopover
from incident_desk.gui.register.saved_filters import SavedFilters
from incident_desk.usecases.acting import REPORTER_ONLY
from incident_desk.usecases.register.columns import all_columns
from tests.factories import Desk
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]
Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def column_list(shown: Shown) -> tuple[ColumnList, list[list[str]]]:
    told: list[list[str]] = []
    columns = ColumnList(shown.page.theme, shown.page)
    columns.show_columns(shown.keys, all_columns(shown.page.session.names))
    columns.chosen.connect(told.append)
    columns.show()
    return columns, told


def keys_in_sight(columns: ColumnList) -> list[str]:
    return [columns.item(n).text() for n in range(columns.count()) if not columns.item(n).isHidden()]


def saved_filters(shown: Shown) -> SavedFilters:
    saved = shown.opened.window.shelf.shown
    assert saved is not None
    return saved


def becomes(shown: Shown, desk: Desk, name: str) -> None:
    shown.page.session.set_actor(desk.acting_as(name).submitter.actor)
    shown.opened.settle()


def test_that_a_drag_is_kept_once_when_the_hand_rests(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    kept, head = shown.page._kept, shown.page.table.head
    for width in range(200, 210):
        head.resizeSection(1, width)
    assert kept.current.widths == {}
    shown.opened.until(lambda: round(kept.current.widths.get("number", 0) * shown.page.theme.scale) == 209)


def test_that_a_drag_is_kept_where_the_page_is_left_at_once(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.page.table.head.resizeSection(1, 209)
    shown.page.table.stop()
    assert set(shown.page._kept.current.widths) == {"number"}


def test_that_a_press_on_a_column_tells_nothing_and_the_release_ticks_once(
    desk: Desk, three: list[str], show: Show
) -> None:
    columns, told = column_list(show(desk))
    middle = columns.visualItemRect(columns.item(1)).center()
    QTest.mousePress(columns.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told == []
    QTest.mouseRelease(columns.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(told) == 1 and "title" not in told[0]
    assert columns.item(1).flags() & Qt.ItemFlag.ItemIsUserCheckable  # a screen reader says that it can be ticked
    box = columns.visualItemRect(columns.item(2)).topLeft() + columns.visualItemRect(columns.item(2)).center() / 4
    QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert len(told) == 2


def test_that_a_column_moves_past_the_next_one_in_sight(desk: Desk, three: list[str], show: Show) -> None:
    columns, _ = column_list(show(desk))
    columns.show_only("re")
    before = keys_in_sight(columns)
    places = [n for n in range(columns.count()) if not columns.item(n).isHidden()]
    n = next(n for n in range(len(places)) if places[n + 1] - places[n] > 1)  # others stand between, out of sight
    columns.setCurrentRow(places[n])
    QTest.keyClick(columns, Key.Key_Down, ALT)
    assert keys_in_sight(columns) == [*before[:n], before[n + 1], before[n], *before[n + 2 :]]
    QTest.keyClick(columns, Key.Key_Up, ALT)
    assert keys_in_sight(columns) == before


def test_that_undo_of_a_deleted_filter_never_reaches_another_person(desk: Desk, show: Show) -> None:
    shown = show(desk)
    kept, saved = shown.page._kept, saved_filters(shown)
    kept.save_filter("Mine", "cable")
    QTest.keyClick(saved.buttons[0], Key.Key_Delete)
    undo = shown.opened.told[-1].action
    assert undo is not None
    becomes(shown, desk, "Carl Coordinator")
    undo()
    assert kept.current.filters == ()


def test_that_renaming_ends_with_the_person(desk: Desk, show: Show) -> None:
    shown = show(desk)
    kept, saved = shown.page._kept, saved_filters(shown)
    kept.save_filter("Mine", "cable")
    QTest.keyClick(saved.buttons[0], Key.Key_F2)
    [popover] = shown.opened.window.findChildren(NamePopover)
    assert popover.isVisible()
    becomes(shown, desk, "Carl Coordinator")
    assert not any(each.isVisible() for each in shown.opened.window.findChildren(NamePopover))


def test_that_a_filter_is_renamed_wherever_it_stands_by_then(desk: Desk, show: Show) -> None:
    shown = show(desk)
    kept = shown.page._kept
    kept.save_filter("First", "cable")
    kept.save_filter("Second", "alarm")
    first, second = kept.current.filters
    kept.move_filter(second, -1)
    kept.rename_filter(first, "Cables")
    assert [each.name for each in kept.current.filters] == ["Second", "Cables"]
    kept.take_filter_away(first)  # it has another name by now
    assert len(kept.current.filters) == 2


def test_that_copy_without_a_choice_takes_the_current_row(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.page.table.go_to(1)
    shown.page.table.clear_choice()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(shown.page.table, Key.Key_C, CTRL)
    shown.opened.settle()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert "Alarm silent" in lines[1]


def test_that_mine_is_offered_only_to_somebody(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    mine = shown.page.filters._pills[-1]
    assert mine.isVisible()
    shown.page.session.set_actor(REPORTER_ONLY)
    shown.opened.settle()
    assert mine.isHidden()
    becomes(shown, desk, "Carl Coordinator")
    assert mine.isVisible()
