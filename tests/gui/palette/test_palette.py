"""The command palette and the list of shortcuts, by keys in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui.actions import SPECS
from incident_desk.gui.key_caps import caps_of, spoken_keys
from incident_desk.gui.palette import CommandModel, CommandPalette, commands_of
from incident_desk.gui.shortcut_list import ShortcutList, ShortcutRow, groups_of
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_palette(opened: OpenWindow) -> CommandPalette:
    opened.window.actions_of_window["palette"].trigger()
    palette = opened.window.aids.popover
    assert isinstance(palette, CommandPalette)
    opened.until(palette.box.hasFocus)
    return palette


def lying_over(opened: OpenWindow) -> QWidget | None:
    """Asked anew each time: an action between two questions changes the answer."""
    return opened.window.aids.popover


def texts(palette: CommandPalette) -> list[str]:
    return [command.text for command in palette.model_of_commands.lines]


def test_that_the_palette_lists_every_other_command_of_the_window(desk: Desk, open_on: Open) -> None:
    palette = open_palette(open_on(desk))
    assert [each.key for each in palette.model_of_commands.lines] == [s.key for s in SPECS if s.key != "palette"]


def test_that_a_few_letters_and_return_run_a_command(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    palette = open_palette(opened)
    QTest.keyClicks(palette.box, "inb")
    assert texts(palette) == ["Inbox"]
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert opened.window.page.key == "inbox"
    assert not palette.isVisible()


def test_that_words_fit_in_any_order_by_their_beginnings(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    palette = open_palette(opened)
    QTest.keyClicks(palette.box, "per lock")
    assert texts(palette) == ["Lock, or change person"]
    QTest.keyClicks(palette.box, " zebra")
    assert texts(palette) == []
    assert palette._nothing.isVisible()
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_that_the_arrows_walk_round_while_the_focus_stays_in_the_box(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    palette = open_palette(opened)
    QTest.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    for _ in range(2):
        QTest.keyClick(palette.box, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(SPECS) - 2
    assert palette.box.hasFocus()


def test_that_escape_closes_it_and_the_focus_goes_back(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.head.focus_search()
    before = QApplication.focusWidget()
    palette = open_palette(opened)
    QTest.keyClicks(palette.box, "x")
    QTest.keyClick(palette.box, Qt.Key.Key_Escape)
    assert palette.isVisible()  # the first one empties the box
    QTest.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before
    assert opened.window.aids.popover is None


def test_that_the_same_keys_open_and_close(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    open_palette(opened)
    opened.window.actions_of_window["palette"].trigger()
    assert lying_over(opened) is None
    opened.window.actions_of_window["shortcuts"].trigger()
    assert isinstance(lying_over(opened), ShortcutList)
    open_palette(opened)


def test_that_another_page_takes_the_palette_away(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    open_palette(opened)
    opened.show("inbox")
    assert opened.window.aids.popover is None


def test_that_who_has_not_signed_in_gets_no_palette(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.session.set_actor(desk.submitter.actor.__class__(None, "", frozenset()))
    opened.window.actions_of_window["palette"].trigger()
    assert opened.window.aids.popover is None


def test_that_the_list_names_every_action_with_its_keys(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.actions_of_window["shortcuts"].trigger()
    shown = opened.window.aids.popover
    assert isinstance(shown, ShortcutList)
    spoken = {row.accessibleName() for row in shown.findChildren(ShortcutRow)}
    for spec, action in opened.window.actions_of_window.all():
        assert f"{action.text()}: {spoken_keys(spec.shortcut)}" in spoken
    assert "Accept the report: A" in spoken
    assert "Lift the card, put it down: Space" in spoken
    QTest.keyClick(shown.close_button, Qt.Key.Key_Escape)
    assert opened.window.aids.popover is None


def test_that_no_two_actions_share_their_keys() -> None:
    keys = [spec.shortcut for spec in SPECS]
    assert len(set(keys)) == len(keys)


def test_that_every_group_of_actions_has_a_heading(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    listed = [each.text for group in groups_of(opened.window.actions_of_window) for each in group.shortcuts]
    assert {action.text() for _, action in opened.window.actions_of_window.all()} <= set(listed)


@pytest.mark.parametrize(
    ("shortcut", "caps"),
    [
        ("Ctrl+K", ("Ctrl", "K")),
        ("Ctrl+Shift+P", ("Ctrl", "Shift", "P")),
        ("Ctrl++", ("Ctrl", "+")),
        ("Ctrl+-", ("Ctrl", "-")),
        ("+", ("+",)),
        ("Alt+Left", ("Alt", "←")),
        ("F6", ("F6",)),
        ("Space", ("Space",)),
    ],
)
def test_that_keys_are_told_apart(qapp: QApplication, shortcut: str, caps: tuple[str, ...]) -> None:
    assert caps_of(shortcut) == caps


def test_that_an_arrow_has_a_name_for_the_ear(qapp: QApplication) -> None:
    assert spoken_keys("Alt+Left") == "Alt Left"


def test_that_the_model_keeps_the_rules_of_item_models(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    model = CommandModel(opened.window)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.put(commands_of(opened.window.actions_of_window))
    model.put([])
    assert tester.model() is model
