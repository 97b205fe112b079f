"""Tiles, tick boxes, radio buttons and pills can all be worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile

Open = Callable[[QWidget], QWidget]
TILES = (
    Tile("incident", "Incident", "something went wrong", "bandage"),
    Tile("near_miss", "Near miss", "it nearly went wrong", "hand-stop"),
    Tile("hazard", "R&D <b>", "it could go wrong", "alert-triangle"),
)
LONG = "Krankenhausinfektionsschutzbeauftragtenversammlung & Rindfleischetikettierungsüberwachung"


def test_that_arrow_keys_go_from_tile_to_tile(theme: Theme, opened: Open) -> None:
    tiles = ChoiceTiles(TILES, theme, None)
    chosen: list[str] = []
    tiles.code_chosen.connect(chosen.append)
    opened(tiles)
    assert tiles.code() is None
    tiles.edits()[0].setFocus()
    QTest.keyClick(tiles.edits()[0], Qt.Key.Key_Space)
    QTest.keyClick(tiles.edits()[0], Qt.Key.Key_Right)
    QTest.keyClick(tiles.edits()[1], Qt.Key.Key_Right)
    assert chosen[0] == "incident"
    assert tiles.code() == "hazard"
    assert tiles.edits()[2].hasFocus()


def test_that_enter_takes_a_tile(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    tiles = ChoiceTiles(TILES, theme, None)
    opened(tiles)
    with qtbot.waitSignal(tiles.code_chosen) as told:
        QTest.keyClick(tiles.edits()[1], Qt.Key.Key_Return)
    assert told.args == ["near_miss"]


def test_that_a_choice_of_tiles_can_be_taken_back(theme: Theme) -> None:
    tiles = ChoiceTiles(TILES, theme, None)
    tiles.set_code("hazard")
    tiles.set_code(None)
    assert tiles.code() is None


def test_that_tiles_name_the_question_they_answer(theme: Theme) -> None:
    tiles = ChoiceTiles(TILES, theme, None)
    tiles.take_label("What is it?")
    assert [tile.accessibleName() for tile in tiles.edits()][2] == "What is it?: R&D <b>"


def test_that_narrow_tiles_stand_below_each_other(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    tiles = ChoiceTiles(TILES, theme, None)
    tiles.resize(900, 100)
    opened(tiles)
    assert len({tile.y() for tile in tiles.edits()}) == 1
    tiles.resize(200, 400)
    qtbot.waitUntil(lambda: len({tile.y() for tile in tiles.edits()}) == 3)


def test_that_words_beside_a_mark_wrap_and_stay_literal(theme: Theme, opened: Open) -> None:
    box = TickBox(LONG, theme, None)
    opened(box)
    assert box.accessibleName() == LONG
    assert box.shortcut().isEmpty()
    assert box.heightForWidth(150) > 3 * box.heightForWidth(1500)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_that_a_click_on_the_words_ticks_the_box(theme: Theme, opened: Open) -> None:
    box = TickBox("Patient looked after", theme, None)
    opened(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2))
    assert box.isChecked()


def test_that_a_tick_can_be_seen_in_light_and_dark(theme: Theme, opened: Open) -> None:
    box = TickBox("", theme, None)
    opened(box)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        box.setChecked(False)
        empty = box.grab().toImage()
        box.setChecked(True)
        assert box.grab().toImage() != empty


def test_that_a_pill_asks_for_a_choice_and_is_cleared_by_delete(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    pill = FilterPill("Priority: all", theme, None, opens=True)
    opened(pill)
    with qtbot.waitSignal(pill.choice_requested):
        QTest.keyClick(pill, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(pill.clear_requested):
        QTest.keyClick(pill, Qt.Key.Key_Delete)
    pill.set_value("Priority: R&D <b>")
    assert pill.accessibleName() == "Priority: R&D <b>"
    assert "Delete" in pill.accessibleDescription()
    with qtbot.waitSignal(pill.clear_requested):
        QTest.keyClick(pill, Qt.Key.Key_Delete)


def test_that_the_cross_clears_and_the_rest_opens_again(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    pill = FilterPill("Priority: all", theme, None, opens=True)
    pill.set_value("Priority: High")
    opened(pill)
    middle = pill.height() // 2
    with qtbot.waitSignal(pill.clear_requested):
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(theme.px(16), middle))
    with qtbot.waitSignal(pill.choice_requested):
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(pill.width() - 10, middle))
    with qtbot.waitSignal(pill.choice_requested):
        QTest.keyClick(pill, Qt.Key.Key_Space)


def test_that_a_pill_without_a_menu_switches_off_wherever_it_is_pressed(
    theme: Theme, opened: Open, qtbot: QtBot
) -> None:
    pill = FilterPill("Mine", theme, None, icon="user")
    opened(pill)
    with qtbot.waitSignal(pill.choice_requested):
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    pill.set_value("Mine")
    with qtbot.waitSignal(pill.clear_requested):
        QTest.keyClick(pill, Qt.Key.Key_Space)
