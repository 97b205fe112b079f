"""Fields keep exactly what was typed or pasted, or refuse it with a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField, LineField, ProseField


def paste(field: LineField | ProseField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.paste()


def test_that_a_line_refuses_forty_thousand_characters_with_a_sentence(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page)
    said: list[str] = []
    field.refused.connect(said.append)
    field.setText("kept")
    field.setCursorPosition(4)
    paste(field, "x" * 40_000)
    assert field.text() == "kept"
    assert said == ["That would be 40,004 characters; 500 fit here. The text is as it was before."]


def test_that_a_stored_text_longer_than_the_limit_is_shown_whole(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page, limit=500)
    field.setText("y" * 40_000)
    assert len(field.text()) == 40_000


def test_that_pasted_lines_are_joined_and_keep_every_word(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page)
    paste(field, "Pump\r\nward 3\n\nnight\n")
    assert field.text() == "Pump ward 3 night"
    field.setCursorPosition(4)
    paste(field, " 7\nin")
    assert field.text() == "Pump 7 in ward 3 night"
    assert field.cursorPosition() == len("Pump 7 in")


def test_that_a_full_line_still_takes_deletions(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page, limit=3)
    page.show()
    QTest.keyClicks(field, "abcd")
    assert field.text() == "abc"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "ab"


def test_that_a_narrative_is_plain_text(theme: Theme, page: QWidget) -> None:
    field = ProseField(theme, page)
    rich = QMimeData()
    rich.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    rich.setText("bold")
    field.insertFromMimeData(rich)
    assert field.text() == "bold"
    only_rich = QMimeData()
    only_rich.setHtml("<b>no words</b>")
    field.insertFromMimeData(only_rich)
    assert "<" not in field.text()


def test_that_a_narrative_keeps_what_qt_would_change(theme: Theme, page: QWidget) -> None:
    field = ProseField(theme, page)
    written = "10\u00a0mg\n\tindented  twice\n<b>x</b> & 😀"
    field.set_text(written)
    assert field.text() == written
    assert field.toPlainText() != written  # the reason for text()


def test_that_a_narrative_refuses_what_is_too_long(theme: Theme, page: QWidget) -> None:
    field = ProseField(theme, page, limit=10)
    page.show()
    said: list[str] = []
    field.refused.connect(said.append)
    paste(field, "x" * 11)
    assert field.text() == ""
    QTest.keyClicks(field, "abcdefghijk")
    assert field.text() == "abcdefghij"
    assert len(said) == 2
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "abcdefghij"
    field.selectAll()
    paste(field, "y" * 10)
    assert field.text() == "y" * 10


def test_that_tab_leaves_a_narrative(theme: Theme, page: QWidget, opened: Callable[[QWidget], QWidget]) -> None:
    first, second = ProseField(theme, page), LineField(theme, page)
    opened(page)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert first.text() == ""


def test_that_a_narrative_grows_with_its_text_and_then_scrolls(theme: Theme, page: QWidget) -> None:
    field = ProseField(theme, page, rows=3)
    page.show()
    empty = field.sizeHint().height()
    field.set_text("\n".join("line" for _ in range(5)))
    five = field.sizeHint().height()
    field.set_text("\n".join("line" for _ in range(500)))
    many = field.sizeHint().height()
    assert empty < five < many < 3.2 * empty


def test_that_nothing_is_chosen_before_somebody_chooses(theme: Theme, page: QWidget) -> None:
    field = ChoiceField([("a", "First"), ("b", "R&D <b>")], theme, page, placeholder="Choose")
    page.show()
    assert field.code() is None
    chosen: list[object] = []
    field.code_chosen.connect(chosen.append)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.code() == "b"
    assert field.currentText() == "R&D <b>"
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert chosen == ["a", "b", None]
    assert field.code() is None


def test_that_the_wheel_changes_no_choice(theme: Theme, page: QWidget) -> None:
    field = ChoiceField([("a", "First"), ("b", "Second")], theme, page)
    field.set_code("a")
    nothing, middle = QPoint(), QPointF(5, 5)
    wheel = QWheelEvent(
        middle, middle, nothing, QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.wheelEvent(wheel)
    assert field.code() == "a"
    assert not wheel.isAccepted()


def test_that_a_code_no_longer_offered_stays_readable(theme: Theme, page: QWidget) -> None:
    field = ChoiceField([("a", "First")], theme, page)
    field.set_code("old", "Formerly offered")
    assert field.code() == "old"
    assert field.currentText() == "Formerly offered"


def test_that_a_choice_too_long_for_its_field_ends_in_an_ellipsis(theme: Theme, page: QWidget) -> None:
    words = "Taking the sample or making the picture"
    field = ChoiceField([("a", words), ("b", "Yes")], theme, page)
    field.resize(160, 32)
    page.show()
    field.set_code("a")
    cut = field.grab().toImage()
    assert words in field.toolTip()
    field.resize(600, 32)
    whole = field.grab().toImage()
    assert field.toolTip() == ""
    assert cut.copy(12, 0, 60, 32) == whole.copy(12, 0, 60, 32)
    field.set_code("b")
    field.resize(160, 32)
    field.grab()
    assert field.toolTip() == ""
