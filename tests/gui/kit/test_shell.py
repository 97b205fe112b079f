"""Side bar, status line and search box: the frame round every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.gui.widgets.side_bar import NavEntry, SideBar
from incident_desk.gui.widgets.status_line import StatusLine, StatusPart

Open = Callable[[QWidget], QWidget]
ENTRIES = (
    NavEntry("board", "Board", "layout-kanban"),
    NavEntry("inbox", "R&D <b>", "inbox"),
    NavEntry("settings", "Settings", "settings", at_bottom=True),
)


@pytest.fixture
def bar(theme: Theme, opened: Open) -> SideBar:
    made = SideBar(ENTRIES, theme, None)
    made.set_register("St Brigid’s <b>Hospital</b>", "on this PC")
    made.resize(made.sizeHint().width(), 600)
    opened(made)
    return made


def button(bar: SideBar, name: str) -> QAbstractButton:
    return next(found for found in bar.findChildren(QAbstractButton) if found.accessibleName().startswith(name))


def test_that_pages_are_asked_for_by_key(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.page_requested) as told:
        QTest.keyClick(button(bar, "R&D <b>"), Qt.Key.Key_Return)
    assert told.args == ["inbox"]


def test_that_a_report_can_be_filed_from_everywhere(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.report_requested):
        QTest.keyClick(button(bar, "Report an incident"), Qt.Key.Key_Space)
    with qtbot.waitSignal(bar.register_requested):
        QTest.keyClick(button(bar, "Register St Brigid’s <b>Hospital</b>, on this PC"), Qt.Key.Key_Space)


def test_that_down_walks_from_page_to_page(bar: SideBar, qtbot: QtBot) -> None:
    first = button(bar, "Board")
    first.setFocus()
    with qtbot.assertNotEmitted(bar.page_requested):  # one walks without leaving the page
        QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is button(bar, "R&D")
    QTest.keyClick(button(bar, "R&D"), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is first


def test_that_only_the_page_one_is_on_is_marked(bar: SideBar) -> None:
    bar.set_current("inbox")
    assert [b.accessibleName() for b in bar.findChildren(QAbstractButton) if b.isChecked()] == ["R&D <b>"]
    bar.set_current("a record")
    assert not [b for b in bar.findChildren(QAbstractButton) if b.isChecked()]


def test_that_a_count_is_spoken_and_survives_the_narrow_bar(bar: SideBar, theme: Theme) -> None:
    bar.set_count("inbox", 3, urgent=True)
    assert button(bar, "R&D").accessibleName() == "R&D <b>, 3"
    wide = bar.sizeHint().width()
    bar.set_narrow(True)
    assert bar.sizeHint().width() == theme.px(56) < wide
    assert "R&amp;D &lt;b&gt;, 3" in button(bar, "R&D").toolTip()
    assert button(bar, "Report an incident").isVisible()
    bar.set_narrow(False)
    assert bar.sizeHint().width() == wide


def test_that_the_status_line_says_facts_in_order_and_drops_empty_ones(theme: Theme, opened: Open) -> None:
    line = StatusLine(theme, None)
    line.set_part("backup", StatusPart("Last backup today 06:00"), at_right=True)
    line.set_part("who", StatusPart("Amina <b>", "user"))
    line.set_part("saved", StatusPart("All changes saved", "circle-check", "ok"))
    line.resize(1200, 28)
    opened(line)
    shown = sorted((w for w in line.findChildren(QWidget) if w.isVisible()), key=lambda w: w.x())
    assert [w.accessibleName() for w in shown] == ["Amina <b>", "All changes saved", "Last backup today 06:00"]
    line.set_part("saved", StatusPart(""))
    assert line.text("saved") == ""
    assert line.text("who") == "Amina <b>"


def test_that_a_narrow_status_line_keeps_its_facts_in_tool_tips(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    line = StatusLine(theme, None)
    line.set_part("register", StatusPart("The register of a <very> long name on this computer", "database"))
    line.resize(150, 28)
    opened(line)
    part = next(w for w in line.findChildren(QWidget) if w.accessibleName())
    qtbot.waitUntil(lambda: "<very>" in part.toolTip())


def test_that_the_search_box_searches_empties_and_leaves(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    box = SearchBox(theme, None, placeholder="Find a number, word, person or place", shortcut="Ctrl+K")
    opened(box)
    assert box.accessibleName() == "Find a number, word, person or place"
    QTest.keyClicks(box, "pump")
    with qtbot.waitSignal(box.search_requested) as told:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert told.args == ["pump"]
    with qtbot.waitSignal(box.list_requested):
        QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
