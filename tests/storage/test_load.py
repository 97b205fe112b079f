"""What somebody has in hand, on every engine."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.usecases.load import Load, load_of
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
