"""What somebody has in hand, on every engine."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.domain.directory import ChangePerson, ChangeSettings
from incident_desk.usecases.load import Load, TeamLoad, load_of, team_load, teams
from tests.factories import Desk


def test_that_hours_are_added_up_without_what_is_put_off_or_concluded(own_desk: Desk) -> None:
    desk = own_desk
    person = desk.person("Anna Berg")
    assert load_of(desk.register.queries, person) == Load(0, 0, 0.0, 0)
    this, stated, off = (desk.new("prioritisation") for _ in range(3))
    desk.new("containment")  # nobody said how long it takes
    desk.new("signed")  # concluded: its four hours are over
    desk.do(stated, c.ChangeFields({"workload": 4.5}))
    put_off = {"deferral": "put_off", "deferral_reason": "No hands", "review_date": "2090-01-01"}
    desk.do(off, c.ChangeFields({"workload": 40, **put_off}))
    assert load_of(desk.register.queries, person, this) == Load(3, 1, 4.5, 1)


def unit(desk: Desk, name: str, team: str) -> str:
    desk.do(desk.person(name), ChangePerson(name, {"unit": team}))
    return desk.person(name)


def test_that_a_team_is_who_has_the_same_department_and_its_hours_are_stated(own_desk: Desk) -> None:
    desk = own_desk
    anna, maria = desk.person("Anna Berg"), desk.person("Maria Manager")
    assert team_load(desk.register.queries, anna) is None
    for name in ("Anna Berg", "Maria Manager"):
        unit(desk, name, "Quality")
    this, other, hers = (desk.new("prioritisation") for _ in range(3))
    desk.do(this, c.ChangeFields({"workload": 5}))
    desk.do(other, c.ChangeFields({"workload": 3}))
    desk.do(hers, c.ChangeFields({"workload": 10, "responsible": maria}))
    assert team_load(desk.register.queries, anna, this) == TeamLoad("Quality", None, Load(2, 0, 13.0, 0))
    desk.do(None, ChangeSettings({"capacity": {"Quality": 14}}))
    found = team_load(desk.register.queries, maria, this)
    assert found is not None
    assert (found.team, found.hours, found.load.hours) == ("Quality", 14, 13.0)
    assert teams(desk.register.queries.people()) == ["Quality"]


def test_that_a_review_date_that_has_come_puts_it_in_hand_again(own_desk: Desk) -> None:
    desk = own_desk
    record = desk.new("prioritisation")
    off = {"deferral": "put_off", "deferral_reason": "No hands", "review_date": "2026-01-02"}
    desk.do(record, c.ChangeFields({"workload": 2, **off}))
    assert load_of(desk.register.queries, desk.person("Anna Berg")) == Load(1, 0, 2.0, 0)
