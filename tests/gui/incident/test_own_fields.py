"""The site's own fields on the page of an incident: in their section, at the gate, and readable when retired."""

from __future__ import annotations

from PySide6.QtTest import QTest

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.field_editing import AddField, RetireField
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.incident.needs import missing_by_section
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage
from tests.gui.incident.test_moves import missing, press_next
from tests.own_fields import DECLARED, OWN_FIELDS

MACHINE = AddField("Machine number", "text", "identification", "place")
NEEDED = AddField("Machine number", "text", "identification", "place", needed=True)


def section_of(shown: OpenPage, key: str) -> str:
    return next(each.section.key for each in shown.page.form.sections for form in each.forms() if key in form.cells)


def test_that_each_stands_in_its_section(desk: Desk, open_incident: OpenIncident) -> None:
    desk.do(None, *OWN_FIELDS)
    shown = open_incident(desk, desk.new("conclusion"))
    for step in Step:
        shown.page.look_at(step)
        shown.settle()
        for field in DECLARED:
            if field.step is step:
                assert section_of(shown, field.key) == field.section


def test_that_what_is_typed_is_saved(desk: Desk, open_incident: OpenIncident) -> None:
    desk.do(None, MACHINE)
    shown = open_incident(desk, desk.new("identification"))
    shown.write("site.machine_number", "Press 7b")
    shown.leave_field()
    shown.settle()
    assert shown.values["site.machine_number"] == "Press 7b"
    assert shown.page.presenter.view is not None
    assert shown.page.presenter.view.lines[-1].what == "wrote Machine number"


def test_that_a_needed_one_is_missing_in_its_section_and_asked_for_at_the_gate(
    desk: Desk, open_incident: OpenIncident
) -> None:
    record = desk.new("identification")
    desk.do(None, NEEDED)
    shown = open_incident(desk, record)
    view = shown.page.presenter.view
    assert view is not None
    assert missing_by_section(view, Step.IDENTIFICATION) == {"place": ["site.machine_number"]}
    assert shown.form_of("site.machine_number").cells["site.machine_number"].row._missing
    press_next(shown)
    popover = missing(shown)
    (form,) = [form for asked in popover.forms for form in asked._forms]
    assert list(form.cells) == ["site.machine_number"]
    QTest.keyClicks(form.cells["site.machine_number"].editor.widget, "Press 7b")
    popover.go.click()
    shown.until(lambda: desk.record(record).values["step"] == 2)
    assert desk.record(record).values["site.machine_number"] == "Press 7b"


def test_that_a_field_that_is_added_meanwhile_comes_and_nothing_typed_goes(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("identification"))
    shown.write("place_detail", "by the door")
    desk.do(None, MACHINE)
    shown.page.session.bus.directories_changed.emit()
    shown.until(lambda: any("site.machine_number" in form.cells for form in shown.page.form.forms()))
    shown.settle()
    assert shown.form_of("place_detail").cells["place_detail"].editor.value() == "by the door"
    shown.until(lambda: shown.values.get("place_detail") == "by the door")


def test_that_a_retired_one_is_shown_only_where_something_stands_in_it(desk: Desk, open_incident: OpenIncident) -> None:
    desk.do(None, MACHINE)
    with_it, without = desk.new("identification"), desk.new("identification")
    desk.do(with_it, ChangeFields({"site.machine_number": "Press 7b"}))
    desk.do(None, RetireField("site.machine_number"))
    shown = open_incident(desk, with_it)
    assert shown.form_of("site.machine_number").cells["site.machine_number"].editor.value() == "Press 7b"
    shown = open_incident(desk, without)
    assert not any("site.machine_number" in form.cells for form in shown.page.form.forms())
