"""Looking, filtering, sorting and choosing in the register table of the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import STATUS_NAMES, Status
from incident_desk.gui.register import taking_out
from incident_desk.gui.register.column_chooser import ColumnChooser
from incident_desk.gui.register.kept_table import USUAL
from incident_desk.gui.register.name_popover import NamePopover
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.pills import FilterPill
from tests.factories import Desk
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]
Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def chips(shown: Shown) -> list[str]:
    return [pill.text() for pill in shown.page.filters.findChildren(FilterPill) if pill.active]


def test_that_the_newest_record_stands_on_top_and_is_previewed(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    assert shown.titles == ["Cable cut", "Alarm silent", "Bolt loose"]
    assert shown.keys == list(USUAL)
    assert shown.page.count.text() == "3 incidents"
    assert shown.page.table.hasFocus()
    shown.opened.until(lambda: shown.page.preview._shown is not None)
    assert shown.page.preview._shown is not None
    assert shown.page.preview._shown.row.id == three[2]


def test_that_a_typed_filter_shows_what_fits_and_says_how_many(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    line = shown.page.filters.line
    line.setFocus()
    QTest.keyClicks(line, "step: containment")
    QTest.keyClick(line, Key.Key_Return)
    shown.opened.until(lambda: shown.page.count.text() == "1 of 3 incidents")
    assert shown.titles == ["Alarm silent"]
    assert len(chips(shown)) == 1


def test_that_what_is_not_understood_is_said_below_the_line(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.type_filter("nonsense: 7")
    assert shown.page.filters._problem.isVisible()
    assert "nonsense" in shown.page.filters._problem.text()


def test_that_the_cross_of_a_chip_and_clear_take_conditions_away(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.type_filter("step: containment cable")
    assert shown.titles == []
    chip = next(pill for pill in shown.page.filters.findChildren(FilterPill) if pill.active)
    QTest.keyClick(chip, Key.Key_Delete)
    shown.opened.settle()
    assert shown.page.filters.line.text() == "cable"
    assert shown.titles == ["Cable cut"]
    QTest.mouseClick(shown.page.filters._clear, Qt.MouseButton.LeftButton)
    shown.opened.settle()
    assert len(shown.titles) == 3


def test_that_a_button_writes_its_condition_in_the_place_of_the_one_before(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    filters = shown.page.filters
    by_words = dict(filters._steps())
    filters._put(by_words["Containment"])
    shown.opened.settle()
    assert shown.titles == ["Alarm silent"]
    filters._put(by_words["Reaction"])
    shown.opened.settle()
    assert shown.titles == ["Cable cut"]
    assert len(chips(shown)) == 1


def test_that_the_button_of_a_long_list_offers_its_values_while_one_types(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    line = shown.page.filters.line
    line.ask_for("Place")
    assert line.hasFocus()
    assert line._list.isVisible()
    QTest.keyClicks(line, "ward")
    QTest.keyClick(line, Key.Key_Down)
    QTest.keyClick(line, Key.Key_Return)
    shown.opened.settle()
    assert "Ward 3" in line.text()
    assert len(shown.titles) == 3


def test_that_a_filter_nothing_fits_says_so_and_offers_to_clear_it(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.type_filter("zzzzz")
    assert shown.page._unfit.isVisible()
    assert not shown.page.table.isVisible()
    assert shown.page._unfit.button is not None
    QTest.mouseClick(shown.page._unfit.button, Qt.MouseButton.LeftButton)
    shown.opened.settle()
    assert len(shown.titles) == 3


def test_that_an_empty_register_says_what_to_do(desk: Desk, show: Show) -> None:
    shown = show(desk)
    assert shown.page._none.isVisible()
    assert shown.page._none.button is not None
    QTest.mouseClick(shown.page._none.button, Qt.MouseButton.LeftButton)
    assert shown.opened.window.page.key == "report"
    shown.opened.show("register")
    assert shown.page._none.other is not None
    QTest.mouseClick(shown.page._none.other, Qt.MouseButton.LeftButton)
    assert shown.opened.window.page.key == "import"


def test_that_a_click_on_a_heading_sorts_and_a_second_one_turns_it_round(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    head = shown.page.table.head
    title = shown.keys.index("title") + 1
    middle = QPoint(head.sectionViewportPosition(title) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    shown.opened.settle()
    assert shown.titles == ["Alarm silent", "Bolt loose", "Cable cut"]
    assert head.sortIndicatorSection() == title
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    shown.opened.settle()
    assert shown.titles == ["Cable cut", "Bolt loose", "Alarm silent"]


def test_that_headings_are_sorted_moved_and_widened_from_the_keyboard(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    table = shown.page.table
    table.head.setFocus()
    QTest.keyClick(table.head, Key.Key_Right)
    QTest.keyClick(table.head, Key.Key_Space)
    shown.opened.settle()
    assert table.order.column == "title"
    before = table.head.sectionSize(2)
    QTest.keyClick(table.head, Key.Key_Right, SHIFT)
    assert table.head.sectionSize(2) > before
    QTest.keyClick(table.head, Key.Key_Left, CTRL)
    shown.opened.until(lambda: shown.keys[:2] == ["title", "number"])
    QTest.keyClick(table.head, Key.Key_Down)
    assert table.hasFocus()


def test_that_columns_order_widths_and_density_are_there_again_for_the_same_person_only(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    table = shown.page.table
    table.show_columns(["title", "number", "detected_by"])
    shown.page._set_density(True)
    table.head.resizeSection(2, 222)
    table._sort(table.columns[0], False)
    shown.opened.settle()
    kept = shown.page._kept
    shown.opened.until(lambda: kept.current.widths)
    assert kept.current.columns == ("title", "number", "detected_by")
    assert (kept.current.order, kept.current.descending, kept.current.comfortable) == ("title", False, True)
    assert round(kept.current.widths["number"] * shown.page.theme.scale) == 222
    shown.opened.window.session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    shown.opened.settle()
    assert shown.keys == list(USUAL)
    assert table.order.column == "opened"


def test_that_a_column_of_other_fields_is_read_with_its_page(desk: Desk, show: Show) -> None:
    desk.new("containment", fields={"detected_by": "staff"})
    shown = show(desk)
    shown.page.table.show_columns(["number", "detected_by"])
    shown.opened.settle()
    assert shown.page.table.rows.index(0, 2).data() == "Staff"


def test_that_the_chooser_shows_hides_and_moves_columns(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    QTest.mouseClick(shown.page.tools.columns, Qt.MouseButton.LeftButton)
    chooser = shown.page.findChild(ColumnChooser)
    assert chooser is not None
    assert chooser.list.hasFocus()
    QTest.keyClick(chooser.list, Key.Key_Space)
    assert shown.keys[0] == "title"
    QTest.keyClick(chooser.list, Key.Key_Space)
    QTest.keyClick(chooser.list, Key.Key_Down, ALT)
    assert shown.keys[:2] == ["title", "number"]
    chooser.sought.setText("catego")
    shown_names = [chooser.list.item(n).text() for n in range(chooser.list.count()) if not chooser.list.isRowHidden(n)]
    assert "Category" in shown_names and "Title" not in shown_names
    QTest.keyClick(chooser.list, Key.Key_Escape)
    assert chooser.isHidden()


def test_that_rows_are_chosen_by_boxes_keys_and_all_at_once(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    table = shown.page.table
    assert table.chosen() == [(0, 0)] and not shown.page.chosen.isVisible()
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    assert table.chosen() == [(0, 1)]
    assert shown.page.chosen._count.text() == "2 selected"
    box = QPoint(12, table.rowViewportPosition(0) + 6)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert table.chosen() == [(1, 1)]
    assert shown.page.chosen.isVisible()
    QTest.keyClick(table, Key.Key_A, CTRL)
    assert table.chosen() == [(0, 2)]
    QTest.keyClick(table, Key.Key_Escape)
    assert table.chosen() == []
    assert not shown.page.chosen.isVisible()


def test_that_home_and_end_go_to_the_first_and_last_record(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    table = shown.page.table
    QTest.keyClick(table, Key.Key_End)
    assert table.current_row() == 2
    QTest.keyClick(table, Key.Key_Home, SHIFT)
    assert table.chosen() == [(0, 2)]


def test_that_rows_are_copied_with_headings_and_no_text_becomes_a_formula(
    desk: Desk, show: Show, qapp: QApplication
) -> None:
    desk.new("containment", fields={"title": "=HYPERLINK(evil)\tand more"})
    desk.new("inbox", fields={"title": "Plain"})
    shown = show(desk)
    shown.page.table.show_columns(["number", "title", "opened"])
    QTest.keyClick(shown.page.table, Key.Key_A, CTRL)
    QTest.keyClick(shown.page.table, Key.Key_C, CTRL)
    shown.opened.settle()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Number", "Title", "Opened"]
    assert [line[1] for line in lines[1:]] == ["Plain", "'=HYPERLINK(evil) and more"]
    assert all(len(line[2]) == len("2026-11-12 08:00") for line in lines[1:])
    assert shown.opened.told[-1].text == "2 records copied, to be pasted into a spreadsheet."


def test_that_too_many_at_once_are_refused_in_words(
    desk: Desk, three: list[str], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_out, "MOST_COPIED", 2)
    monkeypatch.setattr(taking_out, "MOST_PRINTED", 2)
    shown = show(desk)
    QTest.keyClick(shown.page.table, Key.Key_A, CTRL)
    QTest.keyClick(shown.page.table, Key.Key_C, CTRL)
    assert "At most 2 records can be copied" in shown.opened.told[-1].text
    shown.page.act("print")
    assert "At most 2 records can be printed" in shown.opened.told[-1].text


def test_that_return_opens_the_record_and_going_back_finds_the_table_as_it_was(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    shown.type_filter("step: containment")
    QTest.keyClick(shown.page.table, Key.Key_Return)
    shown.opened.until(lambda: shown.opened.window.page.key == "incident")
    assert shown.opened.window.page.record == three[1]  # type: ignore[attr-defined]  # the incident page has it
    shown.opened.settle()
    shown.opened.window.go_back()
    shown.opened.settle()
    assert shown.titles == ["Alarm silent"]
    shown.opened.until(shown.page.table.hasFocus)


def test_that_space_shows_the_record_beside_the_table_and_hides_it(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    assert shown.page.preview.isVisible()
    QTest.keyClick(shown.page.table, Key.Key_Space)
    assert not shown.page.preview.isVisible()
    shown.opened.window.resize(1280, 800)
    QTest.keyClick(shown.page.table, Key.Key_Space)
    assert shown.page.preview.isVisible()
    QTest.keyClick(shown.page.table, Key.Key_Escape)
    assert not shown.page.preview.isVisible()


def test_that_a_filter_is_saved_found_in_the_side_bar_renamed_moved_and_deleted(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    shown.type_filter("cable")
    shown.page._save_filter()
    popover = shown.page.findChild(NamePopover)
    assert popover is not None
    popover.field.setText("<b>Cables</b> & more")
    QTest.keyClick(popover.field, Key.Key_Return)
    shown.type_filter("")
    saved = shown.opened.window.shelf.shown
    assert saved is not None
    button = saved.buttons[0]
    assert button.saved.name == "<b>Cables</b> & more"
    shown.opened.show("board")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    shown.opened.settle()
    assert shown.titles == ["Cable cut"]
    assert button.here
    shown.page._kept.save_filter("Second", "alarm")
    saved.buttons[1].setFocus()
    QTest.keyClick(saved.buttons[1], Key.Key_Up, ALT)
    assert [each.saved.name for each in saved.buttons] == ["Second", "<b>Cables</b> & more"]
    QTest.keyClick(saved.buttons[0], Key.Key_Delete)
    assert [each.saved.text for each in saved.buttons] == ["cable"]
    undo = shown.opened.told[-1].action
    assert undo is not None
    undo()
    assert [each.saved.name for each in saved.buttons] == ["Second", "<b>Cables</b> & more"]


def test_that_a_name_that_is_there_already_takes_the_place_of_the_older_filter(desk: Desk, show: Show) -> None:
    shown = show(desk)
    shown.page._kept.save_filter("Urgent", "priority: high")
    shown.page._kept.save_filter("Urgent", "priority: critical")
    assert [each.text for each in shown.page._kept.current.filters] == ["priority: critical"]


def test_that_settings_that_cannot_be_read_give_the_usual_table(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    kept = shown.page._kept
    kept._settings.change(register_tables={kept._key: '{"columns": 7}'})
    assert kept.current.columns == ()
    shown.page.table.show_kept()
    assert shown.keys == list(USUAL)


def test_that_another_persons_change_shows_in_its_row_at_once(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    desk.acting_as("Carl Coordinator").do(three[1], c.ChangeFields({"title": "Alarm loud again"}))
    shown.opened.until(lambda: "Alarm loud again" in shown.titles)
    assert shown.titles[1] == "Alarm loud again"


def test_that_rows_that_would_move_are_offered_and_nothing_jumps(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.page.table.go_to(1)
    newest = desk.acting_as("Carl Coordinator").new("inbox", fields={"title": "Door stuck"})
    shown.opened.until(shown.page.newer.isVisible)
    assert shown.page.newer.words.startswith("1 change")
    assert shown.titles == ["Cable cut", "Alarm silent", "Bolt loose"]
    QTest.mouseClick(shown.page.newer, Qt.MouseButton.LeftButton)
    shown.opened.until(lambda: len(shown.titles) == 4)
    assert shown.place_of(newest) == 0
    assert shown.page.table.current_row() == 2  # the record that was current still is
    assert not shown.page.newer.isVisible()


def test_that_what_changed_while_another_page_was_shown_is_there_without_asking(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    shown.opened.show("board")
    desk.do(None, c.RecordIncident({"what_happened": "A window broke", "title": "Window broken", "kind": "hazard"}))
    shown.opened.until(lambda: shown.page.presenter._stale)
    shown.opened.show("register")
    shown.opened.until(lambda: len(shown.titles) == 4)
    assert not shown.page.newer.isVisible()


def test_that_the_menu_of_the_rows_has_what_can_be_done(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    QTest.keyClick(shown.page.table, Key.Key_A, CTRL)
    shown.page.table.menu_requested.emit(QPoint(400, 300))
    menu = next(each for each in shown.page.findChildren(QMenu) if each.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Open", "Copy", "Print record ...", "Print list of 3 records ..."]
    menu.close()


def test_that_a_letter_never_searches_a_million_rows(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    QTest.keyClicks(shown.page.table, "bolt")
    assert shown.page.table.current_row() == 0


def test_that_the_preview_of_a_void_record_names_no_step(desk: Desk, show: Show) -> None:
    void = desk.new("containment")
    desk.do(void, c.VoidIncident("written by mistake"))
    shown = show(desk)
    shown.type_filter("status: void")
    preview = shown.page.preview
    shown.opened.until(lambda: preview._shown is not None)
    told = [label.text() for label in preview.findChildren(PlainLabel)]
    assert str(STATUS_NAMES[Status.VOID]["en"]) in told
    assert not [each for each in told if "since" in each]
