"""Where secrets are typed: dots, and a word where Caps Lock seems to be on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.secret_field import SecretField
from tests.gui.conftest import in_front

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[SecretField]:
    window = QWidget()
    column = QVBoxLayout(window)
    secret = SecretField(theme, window)
    column.addWidget(secret)
    window.resize(320, 120)
    qtbot.addWidget(window)
    window.show()
    in_front(window, qtbot)
    secret.setFocus()
    yield secret


def typed(field: SecretField, text: str, modifier: Qt.KeyboardModifier) -> bool:
    """Whether the word stands there after these letters. QTest sends the letters as they are given."""
    QTest.keyClicks(field, text, modifier)
    return field.warning.isVisible()


@pytest.mark.parametrize(
    ("text", "modifier", "warned"),
    [
        ("a", NONE, False),
        ("A", NONE, True),
        ("Ä", NONE, True),
        ("7", NONE, False),
        ("A", SHIFT, False),
    ],
)
def test_that_caps_lock_is_told_by_the_letters(
    field: SecretField, text: str, modifier: Qt.KeyboardModifier, *, warned: bool
) -> None:
    assert typed(field, text, modifier) is warned
    assert field.text() == text
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_that_the_word_goes_with_caps_lock_and_with_the_keyboard(field: SecretField) -> None:
    assert typed(field, "AB", NONE)
    assert field.textMargins().right() > field.warning.width()
    assert field.rect().contains(field.warning.geometry())
    assert not typed(field, "c", NONE)
    assert typed(field, "D", NONE)
    QTest.keyClick(field, Qt.Key.Key_CapsLock)
    assert not field.warning.isVisible()
    assert typed(field, "E", NONE)
    field.clearFocus()
    assert not field.warning.isVisible()
    assert field.text() == "ABcDE"
