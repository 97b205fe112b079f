"""The list of equipment in the settings: added, changed, found by its numbers, not offered any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.equipment import ChangeEquipment
from incident_desk.gui.settings.equipment_section import EquipmentSection
from incident_desk.gui.widgets.pick_field import PickField
from tests.equipment import GTIN, add, equipment, two_pumps
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, field_of, line_of

Open = Callable[[Desk], Opened]


@pytest.fixture
def pumps(desk: Desk) -> tuple[str, str]:
    add(desk, "Bed", asset="B-1")
    return two_pumps(desk)


def shown(section: EquipmentSection) -> list[str]:
    nodes = section.tree.nodes
    found = [nodes.node(nodes.index(row, 0)) for row in range(nodes.rowCount())]
    return [f"{node.name} {node.note}" for node in found if node]


def test_that_a_piece_is_added_with_its_numbers(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    assert (section.none.isVisible(), section.tree.isVisible(), section.add.isVisible()) == (True, False, False)
    assert section.none.button is not None
    section.none.button.click()
    form = section.editor.form
    for key, words in (("name", "Defibrillator"), ("asset", "D-1"), ("serial", "S/9"), ("udi", GTIN)):
        QTest.keyClicks(line_of(form, key), words)
    field_of(form, "place", PickField).set_chosen(
        next(each.id for each in desk.register.queries.places() if each.name == "Ward 3")
    )
    section.editor.save.click()
    opened.until(lambda: shown(section) == ["Defibrillator D-1"])
    (made,) = equipment(desk).values()
    assert (made.name, made.asset, made.serial, made.udi, made.active) == ("Defibrillator", "D-1", "S/9", GTIN, True)
    assert made.place is not None
    assert opened.told[-1] == "Defibrillator added."
    opened.until(lambda: section.tree.marked() == made.id)
    assert (section.none.isVisible(), section.tree.isVisible(), section.add.isVisible()) == (False, True, True)


def test_that_an_empty_list_leads_to_the_import(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    went: list[str] = []
    opened.page.sheet_requested.connect(went.append)
    assert section.none.other is not None
    section.none.other.click()
    assert went == ["equipment"]


def test_that_who_may_not_change_an_empty_list_is_offered_nothing(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Rosa Reporter")).section(EquipmentSection)
    assert section.nothing.isVisible()
    assert not any(part.isVisible() for part in (section.none, section.add, section.tree, section.finder))


def test_that_a_piece_is_changed_and_a_taken_number_is_said_at_its_field(
    desk: Desk, settings_of: Open, pumps: tuple[str, str]
) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    section.tree.mark(pumps[1])
    line = line_of(section.editor.form, "asset")
    line.setText("a-4711")
    section.editor.form.edited.emit()
    section.editor.save.click()
    row = section.editor.form.rows["asset"]
    opened.until(lambda: row.wrong)
    assert row.wrong == ('The asset number "a-4711" belongs to Infusion pump. Each piece of equipment has its own.')
    line.setText("A-9")
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: equipment(desk)[pumps[1]].asset == "A-9")


def test_that_the_list_is_narrowed_while_one_types(desk: Desk, settings_of: Open, pumps: tuple[str, str]) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    assert shown(section) == ["Bed B-1", "Infusion pump A-4711", "Infusion pump A-4712"]
    assert section.count.text() == "3 pieces"
    QTest.keyClicks(section.finder, "inf sn2")
    assert section.count.text() == "3 pieces"  # not anew at every key
    opened.until(lambda: section.count.text() == "1 of 3")
    assert shown(section) == ["Infusion pump A-4712"]
    section.finder.selectAll()
    QTest.keyClicks(section.finder, "room")
    opened.until(lambda: shown(section) == ["Infusion pump A-4711"])


def test_that_a_piece_is_found_by_what_it_is_called_now(desk: Desk, settings_of: Open, pumps: tuple[str, str]) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    QTest.keyClicks(section.finder, "ventil")
    opened.until(lambda: section.count.text() == "0 of 3")
    desk.do(pumps[0], ChangeEquipment(pumps[0], {"name": "Ventilator"}))
    opened.until(lambda: shown(section) == ["Ventilator A-4711"])


def test_that_a_scanned_label_marks_its_piece(desk: Desk, settings_of: Open, pumps: tuple[str, str]) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    QTest.keyClicks(section.finder, f"(01){GTIN}(21)SN200")
    QTest.keyClick(section.finder, Qt.Key.Key_Return)
    assert (section.tree.marked(), section.finder.text(), len(shown(section))) == (pumps[1], "", 3)
    QTest.keyClicks(section.finder, "X-1")
    QTest.keyClick(section.finder, Qt.Key.Key_Return)
    assert opened.told[-1] == "No piece of equipment has this number."


def test_that_a_piece_is_not_offered_any_more_and_comes_back(
    desk: Desk, settings_of: Open, pumps: tuple[str, str]
) -> None:
    opened = settings_of(desk)
    section = opened.section(EquipmentSection)
    section.tree.mark(pumps[0])
    section.retire.click()
    opened.until(lambda: section.retire.words == "Offer it again")
    assert not equipment(desk)[pumps[0]].active
    section.retire.click()
    opened.until(lambda: section.retire.words == "Stop offering it")


def test_that_who_may_not_change_it_can_read_it(desk: Desk, settings_of: Open, pumps: tuple[str, str]) -> None:
    opened = settings_of(desk.acting_as("Rosa Reporter"))
    section = opened.section(EquipmentSection)
    assert line_of(section.editor.form, "name").text() == "Bed"
    assert not any(part.isVisible() for part in (section.add, section.retire, section.editor.save))
