"""Who and what is over its limit after an incident arrived, on every engine."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import Step
from incident_desk.usecases.crowding import Crowding, crowding
from tests.factories import Desk


def test_that_a_column_and_a_person_are_over_by_what_is_open_and_in_hand(own_desk: Desk) -> None:
    desk = own_desk
    here = [desk.new("containment") for _ in range(3)]
    desk.new("signed")
    queries = desk.register.queries
    assert crowding(queries, here[0], {}) is None
    assert crowding(queries, here[0], {"containment": 3, "person": 3, "reaction": 1}) is None
    assert crowding(queries, here[0], {"containment": 2, "person": 1}) == Crowding(Step.CONTAINMENT, 1, "Anna Berg", 2)
    off = {"deferral": "put_off", "deferral_reason": "No hands", "review_date": "2090-01-01"}
    desk.do(here[1], c.ChangeFields(off))
    assert crowding(queries, here[0], {"containment": 3, "person": 1}) == Crowding(Step.CONTAINMENT, 0, "Anna Berg", 1)


def test_that_a_concluded_one_crowds_nobody(own_desk: Desk) -> None:
    signed = own_desk.new("signed")
    own_desk.new("conclusion")
    own_desk.new("conclusion")
    assert crowding(own_desk.register.queries, signed, {"conclusion": 1, "person": 1}) is None
