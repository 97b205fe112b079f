"""Places and categories: a tree at the left, the marked line's form at the right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget

from incident_desk.domain.directory import AddPlace
from incident_desk.gui.settings.categories_section import CategoriesSection
from incident_desk.gui.settings.places_section import PlacesSection
from incident_desk.gui.settings.tree_model import Node, NodeRole, TreeModel
from incident_desk.gui.widgets.pick_field import PickField
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, field_of, line_of

Open = Callable[[Desk], Opened]
STRANGE = ("<b>x</b> & y", "&amp;", "\u202egnp.exe", "a\u00a0b  c", "x" * 400)


def places(desk: Desk) -> dict[str, str]:
    return {place.name: place.id for place in desk.register.queries.places()}


# --- places --------------------------------------------------------------------------------------


def test_that_a_place_is_added_below_what_is_marked(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    section.tree.mark(places(desk)["Ward 3"])
    section.add.click()
    form = section.editor.form
    assert field_of(form, "parent", PickField).chosen() == places(desk)["Ward 3"]
    QTest.keyClicks(line_of(form, "name"), "Room 313")
    section.editor.save.click()
    opened.until(lambda: section.tree.marked() == places(desk).get("Room 313"))
    (made,) = [place for place in desk.register.queries.places() if place.name == "Room 313"]
    assert (made.parent, made.kind, made.unit) == (places(desk)["Ward 3"], "place", "WARD3")
    assert opened.told[-1] == "Room 313 added."


def test_that_a_place_is_renamed_coded_and_moved(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    room = places(desk)["Room 312"]
    section.tree.mark(room)
    form = section.editor.form
    line_of(form, "name").setText("Room 400")
    line_of(form, "code").setText("r400")
    field_of(form, "parent", PickField).set_chosen(places(desk)["Press hall"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: "Room 400" in places(desk))
    (place,) = [place for place in desk.register.queries.places() if place.id == room]
    assert (place.name, place.code, place.parent) == ("Room 400", "R400", places(desk)["Press hall"])


def test_that_a_place_cannot_be_put_into_itself(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    section.tree.mark(places(desk)["Main house"])
    offered = [pick.text for _, pick in section._parent._picks]
    assert offered == []
    section._parent.set_picks([])
    section._parent.set_chosen(places(desk)["Room 312"], "Room 312")
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows["parent"].wrong)
    assert section.editor.form.rows["parent"].wrong == (
        "That would put the place inside itself. Choose another place above it."
    )


def test_that_a_place_is_not_offered_any_more_and_can_come_back(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    hall = places(desk)["Press hall"]
    section.tree.mark(hall)
    assert section.retire.words == "Stop offering it"
    section.retire.click()
    opened.until(lambda: section.retire.words == "Offer it again")
    assert not next(place.active for place in desk.register.queries.places() if place.id == hall)
    section.retire.click()
    opened.until(lambda: section.retire.words == "Stop offering it")


def test_that_a_coordinator_may_change_places_and_a_reporter_not(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Carl Coordinator")).section(PlacesSection)
    assert section.add.isVisible()
    assert section.who_may.text() == ""


def test_that_a_manager_reads_places_and_hears_who_may_change_them(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Maria Manager")).section(PlacesSection)
    assert not section.add.isVisible()
    assert not section.retire.isVisible()
    assert not section.editor.save.isVisible()
    assert section.who_may.text() == "Anna Berg, Carl Coordinator can change this."


def test_that_typing_in_one_line_is_still_there_after_a_look_at_another(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    ward, hall = places(desk)["Ward 3"], places(desk)["Press hall"]
    section.tree.mark(ward)
    QTest.keyClicks(line_of(section.editor.form, "name"), " north")
    section.tree.mark(hall)
    assert line_of(section.editor.form, "name").text() == "Press hall"
    section.tree.mark(ward)
    assert line_of(section.editor.form, "name").text() == "Ward 3 north"
    assert section.editor.save.isEnabled()
    section.editor.back.click()
    assert line_of(section.editor.form, "name").text() == "Ward 3"


@pytest.mark.parametrize("name", STRANGE)
def test_that_a_strange_name_stands_in_the_tree_as_it_is(desk: Desk, settings_of: Open, name: str) -> None:
    desk.do(None, AddPlace(name, "Ward 3"))
    section = settings_of(desk).section(PlacesSection)
    index = section.tree.nodes.index_of(places(desk)[name])
    assert index.data(NodeRole.NODE).name == name
    section.tree.mark(places(desk)[name])
    assert line_of(section.editor.form, "name").text() == name


def test_that_the_tree_is_walked_with_the_keyboard(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    section.tree.setFocus()
    section.tree.mark(places(desk)["Main house"])
    QTest.keyClick(section.tree, Qt.Key.Key_Down)
    assert section.tree.marked() == places(desk)["Press hall"]
    assert line_of(section.editor.form, "name").text() == "Press hall"


# --- categories ----------------------------------------------------------------------------------


def test_that_a_category_and_a_subcategory_are_added(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(CategoriesSection)
    section.add.click()
    form = section.editor.form
    QTest.keyClicks(line_of(form, "name"), "Parking")
    QTest.keyClicks(line_of(form, "first"), "Barrier")
    section.editor.save.click()
    opened.until(lambda: section.tree.marked() == "parking")
    section.add_below.click()
    assert not line_of(form, "first").isVisible()
    QTest.keyClicks(line_of(form, "name"), "Ticket")
    section.editor.save.click()
    opened.until(lambda: section.tree.marked() == "parking.ticket")
    pack = desk.register.queries.pack()[0]
    assert [sub.key for sub in pack.categories[-1].subcategories] == ["parking.barrier", "parking.ticket"]


def test_that_a_category_is_renamed_in_the_language_of_the_window(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(CategoriesSection)
    section.tree.mark("device.pump")
    line_of(section.editor.form, "name").setText("Infusion pump")
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(
        lambda: (
            (found := desk.register.queries.pack()[0].subcategory("device.pump"))
            and found.name["en"] == "Infusion pump"
        )
    )
    found = desk.register.queries.pack()[0].subcategory("device.pump")
    assert found is not None
    assert found.name["de"] == "Pumpe"


def test_that_a_name_that_is_taken_is_refused_at_its_field(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(CategoriesSection)
    section.add.click()
    QTest.keyClicks(line_of(section.editor.form, "name"), "Medication")
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows["name"].wrong)
    assert section.editor.form.rows["name"].wrong == (
        'Another category is called "Medication" already. Choose a name of its own.'
    )
    assert line_of(section.editor.form, "name").text() == "Medication"


def test_that_a_category_is_retired_and_the_last_one_stays(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(CategoriesSection)
    section.tree.mark("device")
    section.retire.click()
    opened.until(lambda: section.retire.words == "Offer it again")
    assert [category.key for category in desk.register.queries.pack()[0].offered] == ["medication"]
    section.tree.mark("medication")
    section.retire.click()
    opened.until(lambda: opened.told[-1] == "One category must stay on offer. Add another one first.")
    assert [category.key for category in desk.register.queries.pack()[0].offered] == ["medication"]


def test_that_only_administrators_change_categories(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Carl Coordinator")).section(CategoriesSection)
    assert not section.add.isVisible()
    assert not section.add_below.isVisible()
    assert section.who_may.text() == "Anna Berg can change this."


# --- the model -----------------------------------------------------------------------------------


def test_that_the_tree_is_a_sound_model(qapp: object) -> None:
    owner = QWidget()
    model = TreeModel(owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    leaves = tuple(Node(f"a.{n}", f"Leaf {n}") for n in range(3))
    assert model.show_nodes([Node("a", "A", "note", True, leaves), Node("b", "B", offered=False)])
    assert not model.show_nodes([Node("a", "A", "note", True, leaves), Node("b", "B", offered=False)])
    index = model.index_of("a.2")
    assert (index.row(), index.parent().data(), model.rowCount(index.parent())) == (2, "A", 3)
    assert model.index_of("b").data(Qt.ItemDataRole.AccessibleTextRole) == "B, not offered"
    model.show_nodes([])
    assert not model.index_of("a").isValid()
    tester.deleteLater()
    owner.deleteLater()


def test_that_enter_saves_a_place(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    section.tree.mark(places(desk)["Ward 3"])
    name = line_of(section.editor.form, "name")
    QTest.keyClick(name, Qt.Key.Key_Return)
    opened.around.settle()
    assert opened.told == [], "nothing was changed, so there is nothing to save"
    QTest.keyClicks(name, "a")
    QTest.keyClick(name, Qt.Key.Key_Return)
    opened.until(lambda: "Ward 3a" in places(desk))
    opened.around.settle()
    assert opened.told == ["Place saved."]


def test_that_the_example_of_a_code_fits_every_kind_of_house(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk).section(PlacesSection)
    hints = {label.text() for label in section.editor.form.rows["code"].findChildren(QLabel)}
    assert "such as W3 or HALL1" in hints


def test_that_one_turns_back_from_a_new_place(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PlacesSection)
    section.tree.mark(places(desk)["Ward 3"])
    section.add.click()
    assert section.editor.back.words == "Cancel"
    section.editor.back.click()
    assert line_of(section.editor.form, "name").text() == "Ward 3"
    assert section.editor.back.words == "Discard changes"
    assert "New place" not in places(desk)
