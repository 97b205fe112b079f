"""Buttons say what they say, are as wide as their words, and Enter presses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.flow import FlowRow


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_keys_press_a_button(weight: Weight, key: Qt.Key, theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    button = Button("Move card", theme, page, weight=weight)
    page.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_that_an_ampersand_is_shown_and_is_no_shortcut(theme: Theme, page: QWidget) -> None:
    button = Button("R&D <b>x</b>", theme, page)
    assert button.shortcut().isEmpty()
    assert button.words == button.accessibleName() == "R&D <b>x</b>"
    assert button.text() == "R&&D <b>x</b>"


@pytest.mark.parametrize("zoom", [80, 100, 200, 250])
@pytest.mark.parametrize("fit", list(Fit))
def test_that_a_button_is_as_wide_as_its_words(zoom: int, fit: Fit, theme: Theme, page: QWidget) -> None:
    theme.set_zoom(zoom)
    button = Button("Maßnahme vorübergehend aufheben", theme, page, icon="shield-off", fit=fit)
    page.show()
    button.resize(button.sizeHint())
    button.grab()
    assert button.toolTip() == ""
    words = button.fontMetrics().horizontalAdvance(button.words)
    assert button.sizeHint().width() >= words + theme.px(16) + 2 * theme.u


def test_that_a_button_without_room_tells_its_words_in_the_tool_tip(theme: Theme, page: QWidget) -> None:
    button = Button("Maßnahme <vorübergehend> aufheben", theme, page)
    page.show()
    button.resize(button.minimumSizeHint())
    button.grab()
    assert "Maßnahme <vorübergehend> aufheben" in button.toolTip()


def test_that_an_icon_button_has_a_name_and_a_tool_tip(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    button = IconButton("x", "Close", theme, page)
    assert button.accessibleName() == "Close"
    assert "Close" in button.toolTip()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


@pytest.mark.parametrize("weight", list(Weight))
def test_that_the_focus_can_be_seen(weight: Weight, theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    button, other = Button("Save", theme, page, weight=weight), Button("Other", theme, page)
    other.move(200, 0)
    page.show()
    page.activateWindow()
    other.setFocus()
    without = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without


def test_that_a_row_of_buttons_goes_on_in_the_next_line(theme: Theme, page: QWidget) -> None:
    row = FlowRow(theme, page)
    buttons = [Button(f"Button number {n}", theme, row) for n in range(4)]
    row.add(*buttons)
    page.show()
    wide, narrow = row.sizeHint().width(), buttons[0].sizeHint().width() + 4
    assert row.heightForWidth(wide) < row.heightForWidth(narrow)
    row.resize(narrow, row.heightForWidth(narrow))
    assert len({button.y() for button in buttons}) == 4
    assert buttons[-1].geometry().bottom() <= row.height()
