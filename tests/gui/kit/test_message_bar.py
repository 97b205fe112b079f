"""The message bar: one at a time, trouble first, good news leaves by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.messages import Message, Messages, Tone
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets import message_bar
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.message_bar import MessageBar

Open = Callable[[QWidget], QWidget]


@pytest.fixture
def bar(theme: Theme, page: QWidget, opened: Open) -> MessageBar:
    made = MessageBar(theme, page)
    made.resize(800, 60)
    opened(page)
    return made


def over_pages(theme: Theme, page: QWidget) -> tuple[MessageBar, QStackedWidget]:
    """The bar over a page of two, in a window of 800 x 400."""
    page.resize(800, 400)
    pages = QStackedWidget(page)
    pages.addWidget(QWidget())
    pages.addWidget(QWidget())
    QVBoxLayout(page).addWidget(pages)
    bar = MessageBar(theme, page)
    bar.lie_over(pages)
    return bar, pages


def text(bar: MessageBar) -> str:
    return bar.message.text if bar.message else ""


def test_that_the_bar_is_hidden_while_there_is_nothing_to_say(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.show_message(Message(Tone.INFO, "Hello"))
    assert not bar.isHidden()
    bar.close_message()
    assert bar.isHidden()


def test_that_the_newest_is_seen_at_once_and_only_trouble_waits_below_it(bar: MessageBar) -> None:
    bar.show_message(Message(Tone.WARNING, "Care"))
    bar.show_message(Message(Tone.TROUBLE, "Trouble"))
    bar.show_message(Message(Tone.WARNING, "Another care"))
    bar.show_message(Message(Tone.TROUBLE, "Worse"))
    bar.show_message(Message(Tone.GOOD, "Moved", "Undo"))
    assert "2 more" in [label.text() for label in bar.findChildren(QLabel)]
    seen = [text(bar)]
    while bar.message is not None:
        bar.close_message()
        seen.append(text(bar))
    assert seen == ["Moved", "Worse", "Trouble", ""]


def test_that_the_same_trouble_waits_only_once(bar: MessageBar) -> None:
    for _ in range(3):
        bar.show_message(Message(Tone.TROUBLE, "The disk is full"))
    bar.close_message()
    assert bar.message is None


def test_that_a_warning_goes_with_its_page_and_trouble_stays(theme: Theme, page: QWidget, opened: Open) -> None:
    bar, pages = over_pages(theme, page)
    opened(page)
    bar.show_message(Message(Tone.TROUBLE, "Trouble"))
    bar.show_message(Message(Tone.WARNING, "Care"))
    pages.setCurrentIndex(1)
    assert text(bar) == "Trouble"
    pages.setCurrentIndex(0)
    assert text(bar) == "Trouble"


def test_that_the_bar_lies_over_the_foot_of_the_window_and_moves_nothing(
    theme: Theme, page: QWidget, opened: Open, qtbot: QtBot
) -> None:
    bar, pages = over_pages(theme, page)
    opened(page)
    before = pages.geometry()
    bar.show_message(Message(Tone.WARNING, "Care " * 60, "Do it"))
    qtbot.wait(50)
    assert pages.geometry() == before
    assert page.rect().contains(bar.geometry())
    assert bar.geometry().top() > pages.geometry().center().y()
    page.resize(500, 300)
    qtbot.wait(50)
    assert page.rect().contains(bar.geometry())


def test_that_a_sentence_stays_on_one_line_while_there_is_room(theme: Theme, page: QWidget, opened: Open) -> None:
    bar, _ = over_pages(theme, page)
    opened(page)
    bar.show_message(Message(Tone.GOOD, "WARD3-2026-0001 moved to Containment, as was wished for by the ward."))
    label = next(each for each in bar.findChildren(PlainLabel) if each.text().startswith("WARD3"))
    assert label.height() < 2 * theme.metrics("body-strong").height()


def test_that_a_press_on_the_bar_leaves_the_focus_where_one_writes(theme: Theme, page: QWidget, opened: Open) -> None:
    bar, pages = over_pages(theme, page)
    line = LineField(theme, pages.widget(0))
    opened(page)
    line.setFocus()
    bar.show_message(Message(Tone.GOOD, "Moved", "Undo"))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "Undo")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    assert bar.message is None


def test_that_good_news_leaves_by_itself_and_trouble_stays(bar: MessageBar, qtbot: QtBot) -> None:
    assert message_bar.GOOD_NEWS_LEAVES_AFTER == 6_000
    bar._leaving.setInterval(20)
    bar.show_message(Message(Tone.GOOD, "Saved"))
    qtbot.waitUntil(lambda: bar.message is None)
    bar.show_message(Message(Tone.TROUBLE, "The disk is full"))
    assert not bar._leaving.isActive()


def test_that_good_news_gives_way_and_is_not_shown_again(bar: MessageBar) -> None:
    bar.show_message(Message(Tone.GOOD, "Saved"))
    bar.show_message(Message(Tone.GOOD, "Moved"))
    assert text(bar) == "Moved"
    bar.close_message()
    assert bar.message is None


def test_that_the_button_acts_once_and_closes_the_message(bar: MessageBar) -> None:
    done: list[str] = []
    bar.show_message(Message(Tone.GOOD, "Moved", "Undo", lambda: done.append("undone")))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "Undo")
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert done == ["undone"]
    assert bar.message is None


def test_that_escape_inside_closes_the_message(bar: MessageBar) -> None:
    bar.show_message(Message(Tone.TROUBLE, "Trouble", "Try again"))
    QTest.keyClick(bar.findChildren(QPushButton)[0], Qt.Key.Key_Escape)
    assert bar.message is None


def test_that_markup_in_a_message_is_literal_and_the_bar_has_its_name(bar: MessageBar) -> None:
    bar.show_message(Message(Tone.INFO, "<b>x</b> & y"))
    assert bar.accessibleName() == "<b>x</b> & y"
    assert "<b>x</b> & y" in [label.text() for label in bar.findChildren(QLabel)]


def test_that_the_one_door_for_messages_reaches_the_bar(bar: MessageBar) -> None:
    messages = Messages(bar)
    messages.told.connect(bar.show_message)
    messages.trouble("The register cannot be reached.")
    assert text(bar) == "The register cannot be reached."
