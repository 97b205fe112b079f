"""A menu is made when it is asked for, tells what it is of, and goes when it closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.widgets.menu import Menu
from tests.gui.conftest import in_front
from tests.gui.kit.conftest import page, theme, theme_of_the_kit  # noqa: F401  fixtures


def test_that_each_entry_says_its_words_and_does_its_own(page: QWidget) -> None:  # noqa: F811  the fixture
    done: list[str] = []
    menu = Menu("Records", page)
    menu.add("Open", lambda: done.append("open"), usual=True)
    menu.add("Fire & water", lambda: done.append("filter"), checked=True)
    menu.add("Other", lambda: done.append("other"), checked=False)
    menu.add("Save", lambda: done.append("save"), enabled=False)
    usual, on, off, grey = menu.actions()
    assert menu.accessibleName() == "Records" and menu.defaultAction() is usual
    assert on.text() == "Fire && water"  # no letter of it is a key
    assert [each.isCheckable() for each in menu.actions()] == [False, True, True, False]
    assert on.isChecked() and not off.isChecked() and not grey.isEnabled()
    for action in menu.actions():
        action.trigger()
    assert done == ["open", "filter", "other"]


def test_that_it_opens_below_what_asked_and_goes_when_it_closes(page: QWidget, qtbot: QtBot) -> None:  # noqa: F811
    button = QPushButton("More", page)
    button.move(20, 10)
    page.resize(300, 200)
    page.show()
    in_front(page, qtbot)
    menu = Menu("More", page)
    menu.add("Open", lambda: None)
    menu.open_below(button)
    assert menu.isVisible() and menu.pos() == button.mapToGlobal(QPoint(0, button.height()))
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not page.findChildren(Menu)
