"""What comes first in a register: who waits until a day, and when that day is over, on every engine."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.values import from_micros, micros
from incident_desk.domain.vocabulary import Status
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.putting_off import review_days, waiting
from incident_desk.usecases.ranked import ranked
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests.factories import Desk

ANY = IncidentFilter()


def in_order(desk: Desk, where: IncidentFilter = ANY) -> list[tuple[str, str]]:
    """(title, why) of each."""
    queries = desk.register.queries
    found = ranked(queries, Wording(Texts("en"), read_names(queries)), where)
    return [(each.row.title, each.why) for each in found]


def put_off(desk: Desk, title: str, day: str) -> str:
    record = desk.new("prioritisation", fields={"title": title})
    desk.do(record, c.ChangeFields({"deferral": "put_off", "deferral_reason": "No hands", "review_date": day}))
    return record


def a_day(desk: Desk, days: int) -> str:
    zone = ZoneInfo(desk.register.queries.settings().zone)
    return (from_micros(desk.register.queries.clock()).astimezone(zone).date() + timedelta(days=days)).isoformat()


def test_that_on_its_review_date_it_is_back_among_the_others_and_before_that_it_is_last(own_desk: Desk) -> None:
    desk = own_desk
    put_off(desk, "Tomorrow", a_day(desk, 1))
    put_off(desk, "Today", a_day(desk, 0))
    desk.new("prioritisation", fields={"title": "Never put off"})
    told = in_order(desk)
    assert [title for title, _ in told] == ["Today", "Never put off", "Tomorrow"]
    assert [why.startswith("Put off until") for _, why in told] == [False, False, True]


def test_that_what_was_begun_after_all_waits_for_no_day_that_still_stands_there(own_desk: Desk) -> None:
    desk = own_desk
    begun = put_off(desk, "Begun", "2090-01-01")
    desk.do(begun, c.ChangeFields({"deferral": "start_now"}))
    assert desk.record(begun).values["review_date"] == "2090-01-01"
    assert not in_order(desk)[0][1].startswith("Put off until")


@pytest.mark.parametrize(("hour", "waits"), [("23:59", True), ("00:00", False)])
def test_that_the_day_begins_in_the_zone_of_the_register(hour: str, waits: bool, own_desk: Desk) -> None:
    desk = own_desk
    queries, zone = desk.register.queries, desk.register.queries.settings().zone
    record = put_off(desk, "Until the third", "2090-12-03")
    day = "2090-12-02" if waits else "2090-12-03"
    now = micros(datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZoneInfo(zone)))
    rows = queries.board(ANY)
    assert list(waiting(queries, rows, now, zone)) == ([record] if waits else [])
    assert list(review_days(queries, rows)) == [record]


def test_that_only_what_is_open_and_asked_for_is_ranked(own_desk: Desk) -> None:
    desk = own_desk
    desk.new("containment", fields={"title": "Here"})
    desk.new("containment", fields={"title": "There", "place": "Press hall"})
    desk.new("signed", fields={"title": "Over"})
    there = frozenset(each.id for each in desk.register.queries.places() if each.name == "Press hall")
    assert [title for title, _ in in_order(desk, IncidentFilter(places=there))] == ["There"]
    assert in_order(desk, IncidentFilter(statuses=frozenset({Status.CONCLUDED}))) == []
