"""The response plan on the page: ticked with a key, taken back, exchanged when the category becomes another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.gui.incident.plan_part import PlanPart, StepRow
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def _led_by_a_plan(desk: Desk) -> str:
    record = desk.new("containment")
    desk.do(record, c.ChangeFields({"plan": "dose.1"}))
    return record


def _plan(page: OpenPage) -> PlanPart:
    (part,) = page.page.findChildren(PlanPart)
    return part


def _row(page: OpenPage, step: str) -> StepRow:
    return _plan(page).rows[step]


def test_that_a_step_is_ticked_by_the_space_bar_and_says_who(desk: Desk, open_incident: OpenIncident) -> None:
    page = open_incident(desk, _led_by_a_plan(desk))
    assert _plan(page).progress.text() == "0 of 2 steps done"
    QTest.keyClick(_row(page, "stop").box, Qt.Key.Key_Space)
    page.until(lambda: page.stored.of("plan_steps"))
    page.until(lambda: "Anna Berg" in _row(page, "stop").beside.text())
    assert _plan(page).progress.text() == "1 of 2 steps done"
    assert "Anna Berg" in _row(page, "stop").box.accessibleDescription()


def test_that_a_tick_is_taken_back_and_stays_in_the_journal(desk: Desk, open_incident: OpenIncident) -> None:
    record = _led_by_a_plan(desk)
    desk.do(record, c.TickPlan("stop"))
    page = open_incident(desk, record)
    QTest.keyClick(_row(page, "stop").box, Qt.Key.Key_Space)
    page.until(lambda: not page.stored.of("plan_steps"))
    page.until(lambda: not _row(page, "stop").box.isChecked())


def test_that_an_open_step_says_whose_it_is_and_how_long_is_left(desk: Desk, open_incident: OpenIncident) -> None:
    page = open_incident(desk, _led_by_a_plan(desk))
    assert _row(page, "call").beside.text().startswith("Leads the response, ")
    assert _row(page, "stop").beside.text() == "At the place"


def test_that_the_plan_of_another_category_is_offered_and_what_is_ticked_stays(
    desk: Desk, open_incident: OpenIncident
) -> None:
    record = desk.new("containment")
    desk.do(record, c.ChangeFields({"category": "medication", "subcategory": None}))
    page = open_incident(desk, record)
    page.until(lambda: page.values.get("plan") == "dose.1")
    assert not _plan(page).take_over.isVisible()
    desk.do(record, c.TickPlan("stop"), c.ChangeFields({"plan": None}))
    page.until(lambda: _plan(page).take_over.isVisible())
    assert "Wrong dose, version 1" in _plan(page).other.text()
    assert [row.box.text() for row in _plan(page).rows.values()] == ["Stop it"]  # done by the earlier plan
    _plan(page).take_over.click()
    page.until(lambda: page.values.get("plan") == "dose.1")
    page.until(lambda: _plan(page).progress.text() == "1 of 2 steps done")


def test_that_a_colleagues_tick_of_the_same_step_is_told(desk: Desk, open_incident: OpenIncident) -> None:
    record = _led_by_a_plan(desk)
    page = open_incident(desk, record)
    desk.do(record, c.TickPlan("stop"))
    QTest.keyClick(_row(page, "stop").box, Qt.Key.Key_Space)
    page.until(lambda: _row(page, "stop").box.isChecked() and page.stored.of("plan_steps"))
    assert len(page.stored.of("plan_steps")) == 1
