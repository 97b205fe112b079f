"""The sheet of a guided move: what it refuses is said beside its field, over what was typed, as often as one tries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from incident_desk.domain.commands import AcceptReport, ChangeFields
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.board.board_page import BoardPage
from incident_desk.gui.board.guided_move import GuidedMove
from incident_desk.gui.forms.form_cell import FormCell
from incident_desk.gui.language import install_language
from incident_desk.gui.messages import Message, Tone
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.pick_field import PickField
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused

Open = Callable[[Desk], OpenWindow]


def without_category(desk: Desk) -> str:
    """A record that only misses its category."""
    report = desk.new("inbox")
    desk.do(report, AcceptReport(desk.person("Anna Berg")), ChangeFields({"title": "Pump ran too fast"}))
    return report


def carried(opened: OpenWindow, incident: str, step: Step) -> GuidedMove:
    """The sheet that opens where a card is dropped too early, filled and with its first field at hand."""
    page = opened.show("board")
    assert isinstance(page, BoardPage)
    opened.until(lambda: page._card(incident))
    page.columns[step].list.dropped.emit(incident)
    opened.until(lambda: page._guide is not None and page._guide._form is not None and page._guide.isVisible())
    opened.settle()
    assert page._guide is not None
    return page._guide


def cell(guide: GuidedMove, key: str) -> FormCell:
    return next(each for each in guide.findChildren(FormCell) if each.editor.field.key == key)


def press(opened: OpenWindow, within: QWidget, words: str) -> None:
    button = next(each for each in within.findChildren(Button) if each.words == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.settle()


def pick_and_line(guide: GuidedMove, key: str) -> tuple[PickField, QLineEdit]:
    """A field to choose in, and the line of it one types into."""
    pick = cell(guide, key).editor.widget
    assert isinstance(pick, PickField)
    line = pick.edits()[0]
    assert isinstance(line, QLineEdit)
    return pick, line


def test_that_a_refused_move_is_said_at_its_field_six_times_over(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    incident = without_category(desk)
    guide = carried(opened, incident, Step.CONTAINMENT)
    category = cell(guide, "category")
    pick, line = pick_and_line(guide, "category")
    for number in range(6):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, f"drug error {number}")
        QTest.keyClick(line, Qt.Key.Key_Return)
        press(opened, guide, "Move card")
        opened.until(lambda: category.row.wrong)
        opened.window.message_bar.show_message(Message(Tone.TROUBLE, f"The disk is full, {number}. " * 9, "Try again"))
        opened.qtbot.wait(30)
        assert guide.isVisible()
        assert line.text() == f"drug error {number}"
        assert line.hasFocus()
        assert pick.list_open
        opened.window.message_bar.close_message()
    assert [told for told in opened.told if told.tone is Tone.WARNING] == []
    assert desk.record(incident).values["step"] == Step.IDENTIFICATION


def test_that_nothing_filled_in_is_said_at_the_first_field_and_what_is_typed_stays(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    incident = desk.new("containment")
    guide = carried(opened, incident, Step.PRIORITISATION)
    cell(guide, "what").editor.set_value("Pump taken away")
    QTest.keyClicks(cell(guide, "what").editor.widget, ", and labelled")
    press(opened, guide, "Move card")
    areas = cell(guide, "extent_areas")
    opened.until(lambda: areas.row.wrong)
    assert areas.row.wrong == "Still needed: Extent: what and who is affected"
    assert areas.isAncestorOf(focused())
    assert cell(guide, "what").editor.value() == "Pump taken away, and labelled"
    assert cell(guide, "what").row.wrong == ""


def test_that_an_empty_category_is_asked_for_at_its_field(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    guide = carried(opened, without_category(desk), Step.CONTAINMENT)
    press(opened, guide, "Move card")
    category = cell(guide, "category")
    opened.until(lambda: category.row.wrong)
    assert category.row.wrong == "Still needed: Category"
    assert category.isAncestorOf(focused())


def test_that_enter_in_a_line_moves_the_card(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    incident = without_category(desk)
    guide = carried(opened, incident, Step.CONTAINMENT)
    _, line = pick_and_line(guide, "category")
    QTest.keyClicks(line, "device")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.until(lambda: desk.record(incident).values["step"] == Step.CONTAINMENT)
    opened.settle()


def test_that_what_a_colleague_wrote_meanwhile_is_not_written_over(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    incident = desk.new("containment")
    guide = carried(opened, incident, Step.PRIORITISATION)
    cell(guide, "extent_areas").editor.set_value("My ward")
    QTest.keyClicks(cell(guide, "extent_areas").editor.widget, "s")
    cell(guide, "what").editor.set_value("Pump taken away")
    QTest.keyClicks(cell(guide, "what").editor.widget, ", and labelled")
    desk.acting_as("Maria Manager").do(incident, ChangeFields({"extent_areas": "Her wards"}))
    opened.settle()
    press(opened, guide, "Move card")
    assert desk.record(incident).values["extent_areas"] == "Her wards"
    assert desk.record(incident).values["step"] == Step.CONTAINMENT
    assert guide.isVisible()
    assert "My ward" in str(cell(guide, "extent_areas").editor.value()), "what was typed stays"
    press(opened, guide, "Move card")  # it was said; pressed once more it is meant
    opened.until(lambda: desk.record(incident).values["step"] == Step.PRIORITISATION)
    assert "My ward" in desk.record(incident).values["extent_areas"]


def test_that_an_answer_that_comes_while_the_card_still_hangs_on_the_mouse_stays(desk: Desk, open_on: Open) -> None:
    """The register may refuse a move before the hand has quite let go."""
    opened = open_on(desk)
    incident = without_category(desk)
    page = opened.show("board")
    assert isinstance(page, BoardPage)
    opened.until(lambda: page._card(incident))
    cards = page.columns[Step.IDENTIFICATION].list
    cards.lifted.emit(incident)
    page.columns[Step.CONTAINMENT].list.dropped.emit(incident)
    opened.until(lambda: page._guide is not None and page._guide.isVisible())
    cards.lifted.emit("")
    opened.settle()
    assert page._guide is not None
    assert page._guide.isVisible()
    cards.lifted.emit(incident)
    assert page._guide is None


def not_inside(guide: GuidedMove) -> list[str]:
    """The parts of the sheet that reach over its edge."""
    room = guide._scroll.viewport().width()
    parts = [each for each in guide._inside.findChildren(QWidget) if each.isVisible() and not each.isWindow()]
    return [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in parts if each.mapTo(guide._inside, each.rect().bottomRight()).x() >= room
    ]  # fmt: skip


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("speech", ["en", "de"])
def test_that_everything_stays_inside_the_sheet_of_a_manager(
    zoom: int, speech: str, desk: Desk, open_on: Open, qapp: QApplication
) -> None:
    report = desk.new("inbox", fields={"discovered": None})
    desk.do(report, AcceptReport(desk.person("Anna Berg")), ChangeFields({"title": "Pump ran too fast"}))
    opened = open_on(desk)
    opened.window.theme.set_zoom(zoom)
    try:
        install_language(qapp, speech)
        guide = carried(opened, report, Step.CONTAINMENT)
        opened.until(lambda: len([each for each in guide.findChildren(Button) if each.isVisible()]) >= 3)
        for width in (1440, 1024, 800):
            opened.window.resize(width, 800)
            opened.qtbot.wait(30)
            assert not_inside(guide) == [], width
    finally:
        install_language(qapp, "en")
