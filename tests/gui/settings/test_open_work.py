"""Who leaves, or is away, has their open work listed, and somebody else takes it over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.commands import AddItem, ChangeFields
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.settings.people_section import PeopleSection
from tests.factories import Desk
from tests.gui.settings.conftest import Opened

Open = Callable[[Desk], Opened]


@pytest.fixture
def of_carl(desk: Desk) -> list[str]:
    """Two open incidents that Carl leads, and one of somebody else in which he owes a measure."""
    led = [desk.new("identification"), desk.new("containment")]
    for incident in led:
        desk.do(incident, ChangeFields({"responsible": "Carl Coordinator"}))
    other = desk.new("containment")
    desk.do(other, AddItem("measures", {"what": "Look at it", "owner": "Carl Coordinator", "check_by": "2026-12-01"}))
    return [*led, other]


def at_carl(desk: Desk, opened: Opened) -> PeopleSection:
    section = opened.section(PeopleSection)
    section.list.mark(desk.person("Carl Coordinator"))
    opened.until(lambda: section.open_work.state.text())
    return section


def leads(desk: Desk, incident: str) -> str:
    responsible = desk.record(incident).values["responsible"]
    return next(person.name for person in desk.register.queries.people() if person.id == responsible)


def test_that_open_work_is_listed_also_of_somebody_taken_off_the_lists(
    desk: Desk, settings_of: Open, of_carl: list[str]
) -> None:
    opened = settings_of(desk)
    section = at_carl(desk, opened)
    for _ in range(2):
        assert section.open_work.state.text() == "Open incidents: 2. Still owed in incidents: 1."
        lines = section.open_work.list.lines.lines
        assert [line.incident for line in lines] == [of_carl[1], of_carl[0], of_carl[2]]
        assert [line.note for line in lines] == ["Containment", "Identification", "Measure"]
        if section.retire.words == "Take off the lists":
            section.retire.click()
            opened.until(lambda: section.retire.words == "Restore to the lists")
    section.list.mark(desk.person("Otto Auditor"))
    opened.until(lambda: section.open_work.state.text() == "Otto Auditor has nothing open.")
    assert not section.open_work.give.isVisible()


def test_that_somebody_else_takes_over_and_it_can_be_taken_back(
    desk: Desk, settings_of: Open, of_carl: list[str]
) -> None:
    opened = settings_of(desk)
    part = at_carl(desk, opened).open_work
    assert not part.give.isEnabled()
    QTest.keyClicks(part.to.edits()[0], "mar")
    QTest.keyClick(part.to.edits()[0], Qt.Key.Key_Return)
    part.give.click()
    opened.until(lambda: leads(desk, of_carl[0]) == "Maria Manager")
    opened.until(lambda: part.state.text() == "Still owed in incidents: 1.")
    assert leads(desk, of_carl[1]) == "Maria Manager"
    opened.until(lambda: opened.around.told)
    said = opened.around.told[-1]
    assert said.text == "2 incidents are with Maria Manager now."
    assert said.action is not None
    said.action()
    opened.until(lambda: leads(desk, of_carl[0]) == leads(desk, of_carl[1]) == "Carl Coordinator")
    opened.until(lambda: part.state.text().startswith("Open incidents: 2."))


def test_that_giving_over_can_be_stopped_and_is_not_lost_by_closing(
    desk: Desk, settings_of: Open, of_carl: list[str]
) -> None:
    opened = settings_of(desk)
    part = at_carl(desk, opened).open_work
    part.to.set_chosen(desk.person("Maria Manager"))
    part.to.id_chosen.emit(desk.person("Maria Manager"))
    orders = part._orders
    with desk.register.write():  # it waits, so that there is time to stop it
        part.give.click()
        opened.until(orders.working.isVisible)
        assert not part.give.isEnabled()
        assert not opened.around.window.close()
        orders.working.stop_button.click()
    opened.around.settle()
    assert opened.around.told[-1].text == "Stopped. Nothing was changed."
    assert leads(desk, of_carl[0]) == leads(desk, of_carl[1]) == "Carl Coordinator"
    assert part.give.isEnabled() and orders.working.isHidden()


def test_that_who_closes_the_window_is_led_to_what_still_runs(
    desk: Desk, settings_of: Open, of_carl: list[str]
) -> None:
    opened = settings_of(desk)
    part = at_carl(desk, opened).open_work
    part.to.set_chosen(desk.person("Maria Manager"))
    part.to.id_chosen.emit(desk.person("Maria Manager"))
    with desk.register.write():
        part.give.click()
        opened.page.show_section("pc")
        opened.around.window.show_page("board")
        assert not opened.around.window.close()
        assert opened.around.window.page is opened.page
        assert part._orders.working.isVisible()
        part._orders.working.stop_button.click()
    opened.around.settle()


def test_that_a_line_leads_to_its_incident(desk: Desk, settings_of: Open, of_carl: list[str]) -> None:
    opened = settings_of(desk)
    part = at_carl(desk, opened).open_work
    part.list.setCurrentIndex(part.list.lines.index(0, 0))
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    opened.around.settle()
    page = opened.around.window.page
    assert isinstance(page, IncidentPage)


def test_that_who_may_not_lead_cannot_give_it_over(desk: Desk, settings_of: Open, of_carl: list[str]) -> None:
    opened = settings_of(desk.acting_as("Rosa Reporter"))
    part = at_carl(desk, opened).open_work
    assert part.state.isVisible()
    assert not part.give.isVisible()
    assert not part.row.isVisible()
