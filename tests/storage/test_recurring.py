"""Incidents that come again, on each engine: alike by category and place or by equipment, and close in time."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain.equipment import AddEquipment
from incident_desk.domain.recurrence import USUAL, Recurrence
from incident_desk.usecases.knowledge.around import read_around
from tests.factories import Desk

_DAY = 86_400_000_000


@pytest.fixture
def desk(own_desk: Desk) -> Desk:
    return own_desk


def again(desk: Desk, incident: str, rules: tuple[Recurrence, ...] = USUAL) -> tuple[str, set[str]] | None:
    found = read_around(desk.register.queries, desk.record(incident), rules).again
    return None if found is None else (found.rule.by, {row.id for row in found.incidents})


def on(desk: Desk, days: int, **fields: object) -> str:
    """An incident that came up some days after the first."""
    before = desk.submitter.clock
    desk.submitter.clock = lambda: 1_800_000_000_000_000 + days * _DAY
    incident = desk.do(None, c.RecordIncident({"title": "Pump stopped", **fields}, accept=True)).id
    desk.submitter.clock = before
    return incident


def test_that_three_of_a_category_at_a_place_within_a_month_come_again(desk: Desk) -> None:
    alike = {"subcategory": "device.pump", "place": "WARD3"}
    first, second = on(desk, 0, **alike), on(desk, 20, **alike)
    assert again(desk, first) is None
    on(desk, 25, subcategory="device.pump", place="PRESS")
    on(desk, 25, subcategory="medication.dose", place="WARD3")
    assert again(desk, first) is None
    third = on(desk, 30, **alike)
    assert again(desk, second) == ("category_and_place", {first, second, third})
    far = on(desk, 100, **alike)
    assert again(desk, far) is None
    desk.do(third, c.VoidIncident("A test"))
    assert again(desk, second) is None


def test_that_the_same_equipment_comes_again_wherever_it_stands(desk: Desk) -> None:
    desk.do(None, AddEquipment("Pump", asset="A-1"))
    desk.do(None, AddEquipment("Lamp", asset="A-2"))
    first = on(desk, 0, equipment=["A-2", "A-1"], place="WARD3")
    second, third = on(desk, 3, equipment=["A-1"], place="PRESS"), on(desk, 9, equipment=["A-1"])
    on(desk, 9, equipment=["A-2"])
    assert again(desk, first) == ("equipment", {first, second, third})
    assert again(desk, first, (Recurrence("equipment", 4, 30),)) is None
    assert again(desk, first, (Recurrence("equipment", 3, 8),)) is None
    assert again(desk, first, ()) is None


def test_that_what_belongs_to_a_problem_is_not_proposed_again(desk: Desk) -> None:
    alike = {"subcategory": "device.pump", "place": "WARD3"}
    first, second, third = (on(desk, day, **alike) for day in range(3))
    desk.do(None, k.OpenKnowledge("improvement", {"title": "Better pumps"}, (first,)))
    assert again(desk, first) is not None
    desk.do(None, k.OpenKnowledge("problem", {"title": "Pumps stop"}, (first,)))
    assert again(desk, first) is None
    assert again(desk, second) == ("category_and_place", {first, second, third})
