"""A part of the page that has gone while its order waited hears nothing of it; the order is carried out all the same."""

from __future__ import annotations

from incident_desk.domain.commands import AddItem
from incident_desk.domain.vocabulary import Step
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def save_measure(shown: OpenPage, what: str) -> None:
    part = shown.list_part("measures")
    part.begin_adding()
    form = part.form
    assert form is not None
    part._order([AddItem("measures", {"what": what})])


def test_that_a_line_is_saved_though_another_step_is_looked_at(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    with desk.register.write():
        save_measure(shown, "Pump out of use")
        shown.page.look_at(Step.IDENTIFICATION)
    shown.until(lambda: shown.stored.of("measures"))
    shown.settle()
    assert shown.window.told == []


def test_that_a_line_that_is_refused_then_says_so_in_the_message_bar(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    with desk.register.write():
        save_measure(shown, "")
        shown.page.look_at(Step.IDENTIFICATION)
    shown.until(lambda: shown.window.told)
    assert not shown.stored.of("measures")


def test_that_somebody_else_takes_nothing_back_by_the_key(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.page.presenter.order([AddItem("measures", {"what": "Pump out of use"})])
    shown.until(lambda: shown.stored.of("measures"))
    shown.settle()
    anna = shown.page.session.actor
    shown.page.session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    shown.settle()
    shown.page.act("undo")
    assert shown.window.told[-1].text == "There is nothing of yours to take back on this record."
    shown.page.session.set_actor(anna)
    shown.settle()
    shown.page.act("undo")
    shown.until(lambda: not shown.stored.of("measures"))
