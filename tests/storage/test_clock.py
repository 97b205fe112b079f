"""Time in the register: the server's own, in microseconds, and never backwards within a chain."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.support.uuid7 import uuid7
from tests.factories import Desk, make_register

SECOND = 1_000_000


def times(desk: Desk, incident: str) -> list[int]:
    return [entry.recorded_at for entry in desk.register.queries.entries(incident)]


def test_that_an_entry_is_recorded_at_the_present_moment(desk: Desk) -> None:
    before = time.time_ns() // 1000
    (recorded,) = times(desk, desk.new())
    assert before - SECOND <= recorded <= time.time_ns() // 1000 + SECOND


def test_that_a_clock_that_went_back_does_not_turn_a_chain_round(desk: Desk) -> None:
    """Written through the same door as everything else, with the clock of two days ago."""
    incident = desk.new("containment")
    last = times(desk, incident)[-1]
    with desk.register.write() as work:
        record = work.lock("incident", [incident])[incident]
        op_id, earlier = uuid7(), last - 2 * 86_400 * SECOND
        record = work.append(record, [EntryDraft("noted", {"text": "x"})], None, op_id, earlier)
        work.append(record, [EntryDraft("noted", {"text": "y"})], None, op_id, last + 5)
        work.commit(op_id, {})
    assert times(desk, incident)[-2:] == [last, last + 5]
    assert desk.record(incident).changed_at == last + 5
    assert desk.breaks() == []


@pytest.mark.parametrize("jump", [timedelta(days=-2), timedelta(days=10)])
def test_that_the_clock_of_a_pc_may_jump(sqlite_desk: Desk, jump: timedelta) -> None:
    desk, incident = sqlite_desk, sqlite_desk.new("containment")
    with time_machine.travel(datetime.now(UTC) + jump, tick=True):
        desk.do(incident, c.AddNote("after the jump"))
        other = desk.new()
    desk.do(incident, c.AddNote("set right again"))
    recorded = times(desk, incident)
    assert recorded == sorted(recorded)
    assert (recorded[-1] - recorded[-3] >= 10 * 86_400 * SECOND) == (jump.days > 0)
    assert (times(desk, other)[0] < recorded[0]) == (jump.days < 0)
    desk.register.take_head()
    assert desk.breaks() == []


def test_that_a_number_carries_the_year_of_the_registers_zone(sqlite_address: str) -> None:
    with time_machine.travel(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), tick=False):
        register = make_register(sqlite_address)
        with register.write() as work:
            assert work.now() == 1_798_759_800 * SECOND
        register.close()


def test_that_numbers_begin_anew_each_year_of_the_zone(sqlite_desk: Desk) -> None:
    numbers = []
    for moment in ("2030-12-31T22:59:59", "2030-12-31T23:00:01", "2031-06-01T12:00:00", "2030-06-01T12:00:00"):
        with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=UTC), tick=False):
            numbers.append(sqlite_desk.do(None, c.RecordIncident({"title": "x"})).number)
    assert numbers == ["MAIN-2030-0001", "MAIN-2031-0001", "MAIN-2031-0002", "MAIN-2030-0002"]
    assert sqlite_desk.breaks() == []
