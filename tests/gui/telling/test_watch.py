"""What tells who somebody is in a narrative is marked while it is written; nothing is enforced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from incident_desk.domain.anonymising import GAP
from incident_desk.gui.report.report_page import ReportPage
from incident_desk.gui.telling.watch import TellingWatch
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def _report(opened: OpenWindow) -> ReportPage:
    page = opened.show("report")
    assert isinstance(page, ReportPage)
    return page


def _marked(watch: TellingWatch) -> list[str]:
    """What is underlined in the editor, as it is painted."""
    waves = [each for each in watch.field.extraSelections()
             if each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline]  # fmt: skip
    return [each.cursor.selectedText() for each in waves]


def _press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_a_name_is_marked_and_left_out(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    watch = _report(opened).sheet.watch
    QTest.keyClicks(watch.field, "The bed was wet. ")
    opened.settle()
    assert not watch.isVisible()
    QTest.keyClicks(watch.field, "Mrs Tarrant slipped")
    opened.until(watch.isVisible)
    assert (watch.passages, _marked(watch)) == (["Tarrant"], ["Tarrant"])
    assert watch.note.text() == "This tells who somebody is: “Tarrant”."
    _press(watch.leave_out)
    opened.until(lambda: not watch.isVisible())
    assert watch.field.text() == f"The bed was wet. Mrs {GAP} slipped"
    QTest.keyClick(watch.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert watch.field.text() == "The bed was wet. Mrs Tarrant slipped"


def test_that_what_may_stay_is_not_asked_about_again(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    watch = _report(opened).sheet.watch
    watch.field.set_text("Mrs Tarrant slipped")
    opened.until(watch.isVisible)
    _press(watch.may_stay)
    assert (watch.isVisible(), _marked(watch)) == (False, [])
    QTest.keyClicks(watch.field, "TARRANT, phone 030 1234567. ")
    opened.until(watch.isVisible)
    assert watch.passages == ["030 1234567"]
    assert "Mrs Tarrant slipped" in watch.field.text()


def test_that_one_of_several_is_left_out_by_a_menu(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    watch = _report(opened).sheet.watch
    watch.field.set_text("😀 Mrs Tarrant, born 12.03.1950, a.b@c.org, 030 1234567, Frau Lindt, Tarrant")
    opened.until(watch.isVisible)
    assert watch.note.text().endswith("“a.b@c.org” and 2 more.")
    _press(watch.leave_out)
    menu = watch.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words == ["All of them", "Tarrant", "12.03.1950", "a.b@c.org", "030 1234567", "Lindt"]
    menu.actions()[1].trigger()
    expected = f"😀 Mrs {GAP}, born 12.03.1950, a.b@c.org, 030 1234567, Frau Lindt, {GAP}"
    assert watch.field.text() == expected
    menu.close()
