"""The message bar: one at a time, trouble first, good news leaves by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.messages import Message, Messages, Tone
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets import message_bar
from incident_desk.gui.widgets.message_bar import MessageBar

Open = Callable[[QWidget], QWidget]


@pytest.fixture
def bar(theme: Theme, page: QWidget, opened: Open) -> MessageBar:
    made = MessageBar(theme, page)
    made.resize(800, 60)
    opened(page)
    return made


def text(bar: MessageBar) -> str:
    return bar.message.text if bar.message else ""


def test_that_the_bar_is_hidden_while_there_is_nothing_to_say(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.show_message(Message(Tone.INFO, "Hello"))
    assert not bar.isHidden()
    bar.close_message()
    assert bar.isHidden()


def test_that_trouble_comes_before_what_is_shown_and_counts_what_waits(bar: MessageBar) -> None:
    bar.show_message(Message(Tone.WARNING, "Care"))
    bar.show_message(Message(Tone.INFO, "News"))
    bar.show_message(Message(Tone.TROUBLE, "Trouble"))
    assert text(bar) == "Trouble"
    assert "2 more" in [label.text() for label in bar.findChildren(QLabel)]
    seen = [text(bar)]
    while bar.message is not None:
        bar.close_message()
        seen.append(text(bar))
    assert seen == ["Trouble", "Care", "News", ""]


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


def test_that_the_button_acts_once_and_closes_the_message(bar: MessageBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show_message(Message(Tone.GOOD, "Moved", "Undo", lambda: done.append("undone")))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert done == ["undone"]
    assert bar.message is None


def test_that_escape_inside_closes_the_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Message(Tone.TROUBLE, "Trouble", "Try again"))
    qtbot.keyClick(bar.findChildren(QPushButton)[0], Qt.Key.Key_Escape)
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
