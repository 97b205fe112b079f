"""Equipment is taken by three letters or by a hand scanner, one piece after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.equipment import ChangeEquipment
from incident_desk.domain.fields import CORE
from incident_desk.gui.forms.editors import make_editor
from incident_desk.gui.forms.equipment_editor import EquipmentEditor, EquipmentField
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.names import read_names
from tests.equipment import GTIN, add, equipment, two_pumps
from tests.factories import Desk


@pytest.fixture(scope="module")
def pumps(desk: Desk) -> tuple[str, str]:
    add(desk, "Bed", asset="B-1")
    return two_pumps(desk)


class Shown:
    """The editor on a page, and how often somebody edited it."""

    def __init__(self, session: Session, theme: Theme, sheet: QWidget) -> None:
        made = make_editor(CORE["equipment"], session, theme, sheet)
        assert isinstance(made, EquipmentEditor)
        assert isinstance(made.widget, EquipmentField)
        self.editor, self.field = made, made.widget
        layout = sheet.layout()
        assert layout is not None
        layout.addWidget(self.field)
        line = self.field.pick.edits()[0]
        assert isinstance(line, QLineEdit)
        self.line, self.edits = line, 0
        made.edited.connect(self._count)
        self.line.setFocus()

    def _count(self) -> None:
        self.edits += 1

    def scan(self, code: str) -> None:
        QTest.keyClicks(self.line, code)
        QTest.keyClick(self.line, Qt.Key.Key_Return)


@pytest.fixture
def shown(pumps: tuple[str, str], desk: Desk, session: Session, theme: Theme, sheet: QWidget) -> Iterator[Shown]:
    session._take_names(read_names(desk.register.queries))
    yield Shown(session, theme, sheet)


@pytest.mark.parametrize(
    "code", ["A-4711", "a-4711", "SN100", f"(01){GTIN}(17)261231(10)L77(21)SN100", f"01{GTIN}1726123110L7721SN100"]
)
def test_that_a_scanned_number_takes_its_piece_at_once(shown: Shown, pumps: tuple[str, str], code: str) -> None:
    shown.scan(code)
    assert shown.editor.value() == [pumps[0]]
    assert (shown.line.text(), shown.edits > 0) == ("", True)
    assert not shown.field.pick.list_open
    shown.scan("A-4712")
    shown.scan("A-4711")  # once more
    assert shown.editor.value() == list(pumps)


def test_that_three_letters_offer_what_begins_like_them(shown: Shown, pumps: tuple[str, str]) -> None:
    QTest.keyClicks(shown.line, "inf")
    assert [pick.text for pick in shown.field.pick._shown] == ["Infusion pump", "Infusion pump"]
    assert "A-4712" in shown.field.pick._shown[1].detail
    QTest.keyClick(shown.line, Qt.Key.Key_Down)
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.editor.value() == [pumps[1]]


def test_that_a_number_of_several_pieces_offers_them(shown: Shown, pumps: tuple[str, str]) -> None:
    shown.scan(f"(01){GTIN}(10)L77")
    assert shown.editor.value() == [f"(01){GTIN}(10)L77"]  # not understood yet
    assert [pick.id for pick in shown.field.pick._shown] == list(pumps)
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.editor.value() == [pumps[0]]


def test_that_what_fits_nothing_is_said_and_kept(shown: Shown) -> None:
    problems: list[str] = []
    shown.field.problem_found.connect(problems.append)
    shown.scan("X-9")
    assert shown.editor.value() == ["X-9"]
    assert problems[-1] == "This is not on the list. Choose one of the list, or empty the field."


def test_that_a_piece_is_taken_away(shown: Shown, pumps: tuple[str, str]) -> None:
    shown.editor.set_value(list(pumps))
    assert shown.edits == 0
    shown.field._lines[0].leave.click()
    assert (shown.editor.value(), shown.edits) == ([pumps[1]], 1)
    shown.field._lines[0].leave.click()
    assert shown.editor.value() is None


def test_that_it_can_be_read_without_being_changed(shown: Shown, pumps: tuple[str, str]) -> None:
    shown.editor.set_value(list(pumps))
    shown.editor.set_read_only(True)
    assert [line.words.text() for line in shown.field._lines] == ["Infusion pump", "Infusion pump"]
    assert shown.field._lines[0].detail.text() == f"A-4711, SN SN100, lot L77, UDI {GTIN}, Agila, Ward 3, Room 312"
    assert not any(line.leave.isVisible() for line in shown.field._lines)
    assert not shown.field.pick.isVisible()
    shown.editor.set_read_only(False)
    assert shown.field.pick.isVisible()


def test_that_it_follows_the_list(shown: Shown, desk: Desk, session: Session, pumps: tuple[str, str]) -> None:
    shown.editor.set_value([pumps[1]])
    desk.do(pumps[1], ChangeEquipment(pumps[1], {"name": "Old pump", "active": False}))
    session._take_names(read_names(desk.register.queries))
    session.names_changed.emit()
    assert not equipment(desk)[pumps[1]].active
    assert shown.field._lines[0].words.text() == "Old pump"
    QTest.keyClicks(shown.line, "old")
    assert shown.field.pick._shown == []  # what is not in use is not offered
    desk.do(pumps[1], ChangeEquipment(pumps[1], {"name": "Infusion pump", "active": True}))
