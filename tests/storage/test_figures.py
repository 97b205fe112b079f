"""Counts for figures, on every engine, held against incidents whose months are known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.domain.values import micros
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.insights import Insight, read_insights
from incident_desk.usecases.list_incidents import filter_of
from incident_desk.usecases.names import read_names
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, commands_to


def in_month(desk: Desk, year: int, month: int, stage: str = "identification", **fields: str) -> str:
    minute = [micros(datetime(year, month, 10, tzinfo=UTC))]

    def clock() -> int:
        minute[0] += 60_000_000
        return minute[0]

    then = Submitter(desk.register, uuid7, desk.submitter.actor, clock)
    day = f"{year}-{month:02}-01"
    return Desk(desk.register, then, desk.address).new(stage, fields={"discovered": day, **fields})


def insights(desk: Desk, last: date = date(2025, 12, 1)) -> dict[str, Insight]:
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    return {each.kind: each for each in read_insights(desk.register.queries, wording, 12, last)}


def test_that_incidents_are_counted_in_the_month_they_came_up(own_desk: Desk) -> None:
    desk = own_desk
    for month, count in ((1, 2), (3, 1), (12, 3)):
        for _ in range(count):
            in_month(desk, 2025, month)
    in_month(desk, 2024, 12)  # before
    in_month(desk, 2026, 1)  # after
    rows = {row[0]: row[1] for row in insights(desk)["trend"].rows}
    assert rows == {f"2025-{n:02}": {1: "2", 3: "1", 12: "3"}.get(n, "0") for n in range(1, 13)}


def test_that_what_is_set_aside_never_counts(own_desk: Desk) -> None:
    desk = own_desk
    counted = in_month(desk, 2025, 5)
    desk.do(in_month(desk, 2025, 5), c.VoidIncident("A test"))
    desk.do(in_month(desk, 2025, 5, "inbox"), c.MarkNotReportable("No incident"))
    found = insights(desk)
    assert {row[0]: row[1] for row in found["trend"].rows}["2025-05"] == "1"
    assert found["categories"].rows == (("Device", "1", "100%"),)
    assert counted


def test_that_what_is_open_is_what_was_plus_what_came_less_what_went(own_desk: Desk) -> None:
    desk = own_desk
    in_month(desk, 2024, 11)  # open since then
    in_month(desk, 2025, 2)
    in_month(desk, 2025, 2, "signed")  # concluded in its month
    rows = {row[0]: row[1:] for row in insights(desk)["open"].rows}
    assert rows["2025-01"] == ("0", "0", "1")
    assert rows["2025-02"] == ("2", "1", "2")
    assert rows["2025-12"] == ("0", "0", "2")


def test_that_the_same_at_the_same_place_three_times_in_a_month_is_told(own_desk: Desk) -> None:
    desk = own_desk
    for _ in range(3):
        in_month(desk, 2025, 7)
    for month in (8, 8, 9):
        in_month(desk, 2025, month)
    found = insights(desk)["recurrence"]
    assert [row[0] for row in found.rows] == ["2025-07"]
    (behind,) = found.behind.values()
    assert desk.register.queries.count(behind) == 3


@pytest.mark.parametrize("kind", ["trend", "categories", "places"])
def test_that_behind_each_number_stand_as_many_incidents(own_desk: Desk, kind: str) -> None:
    desk = own_desk
    for month, place in ((1, "Ward 3"), (1, "Press hall"), (4, "Ward 3"), (12, "Ward 3")):
        in_month(desk, 2025, month, place=place)
    desk.do(in_month(desk, 2025, 4), c.VoidIncident("A test"))  # neither counted nor led to
    found = insights(desk)[kind]
    column = 1
    for key, row in zip(found.keys, found.rows, strict=True):
        assert desk.register.queries.count(found.behind[key]) == int(row[column]), (kind, key)


def test_that_the_report_of_a_period_is_about_whole_months_that_are_over(own_desk: Desk) -> None:
    desk = own_desk
    in_month(desk, 2025, 3)
    names = read_names(desk.register.queries)
    wording = Wording(Texts("de"), names)
    wanted = filter_of({"since": "2025-01-01", "until": "2025-06-15"}, names)
    paper = DAY_PAPERS["period"](desk.register.queries, wording, wanted)
    assert paper.definition.startswith("Von 2025-01 bis 2025-06.")
    trend = paper.tables[0]
    assert [row.cells[:2] for row in trend.rows][2] == ("2025-03", "1")
    assert paper.charts[0].values[2].value == 1


@pytest.mark.parametrize("days", [("2019-01-01", "2025-06-01"), ("2025-06-01", "2025-03-01"), ("2090-01-01", None)])
def test_that_a_period_of_no_or_of_too_many_months_is_refused(own_desk: Desk, days: tuple[str, str | None]) -> None:
    names = read_names(own_desk.register.queries)
    wanted = filter_of({"since": days[0], "until": days[1]}, names)
    with pytest.raises(Refused) as caught:
        DAY_PAPERS["period"](own_desk.register.queries, Wording(Texts("en"), names), wanted)
    assert caught.value.code == "period_months"


HOUR = 3_600_000_000  # microseconds


def led(desk: Desk, *stages: tuple[str, int]) -> str:
    """An incident of 10 May 2025, led to each stage so many hours after eight o'clock."""
    begun, done, incident = micros(datetime(2025, 5, 10, 8, tzinfo=UTC)), 0, None
    for stage, hours in stages:
        orders = commands_to(stage, place="Ward 3", responsible="Anna Berg", fields={"discovered": "2025-05-01"})
        now = begun + hours * HOUR
        then = Submitter(desk.register, uuid7, desk.submitter.actor, partial(int, now))
        later = Desk(desk.register, then, desk.address)
        first = orders[done:] if incident else orders[:1]
        incident = later.do(incident, *first).id
        if done == 0:
            later.do(incident, *orders[1:])
        done = len(orders)
    assert incident is not None
    return incident


def test_that_the_time_in_each_step_is_that_between_entering_and_leaving_it(own_desk: Desk) -> None:
    # Identification from 0 (accepted with the report) to 2: 2 h; Containment to 5: 3 h; Prioritisation to 6: 1 h;
    # Reaction to 30: 24 h; Conclusion to the last signature at 40: 10 h. The second one took twice as long in each.
    hours = (0, 2, 5, 6, 30, 40)
    stages = ("identification", "containment", "prioritisation", "reaction", "conclusion", "signed")
    led(own_desk, *zip(stages, hours, strict=True))
    led(own_desk, *((stage, 2 * hour) for stage, hour in zip(stages, hours, strict=True)))
    led(own_desk, *zip(stages[:3], hours[:3], strict=True))  # not concluded, and so not counted
    # type 7 of two values a and 2a: the middle 1.5a, three quarters 1.75a
    assert insights(own_desk)["steps"].rows == (
        ("Identification", "3 h", "3 h 30 min", "2"),
        ("Containment", "4 h 30 min", "5 h 15 min", "2"),
        ("Prioritisation", "1 h 30 min", "1 h 45 min", "2"),
        ("Reaction", "1 d 12 h", "1 d 18 h", "2"),
        ("Conclusion", "15 h", "17 h 30 min", "2"),
    )


def test_that_what_was_opened_again_is_told_apart(own_desk: Desk) -> None:
    desk = own_desk
    in_month(desk, 2025, 5, "signed")
    again = in_month(desk, 2025, 5, "signed")
    minute = micros(datetime(2025, 6, 1, tzinfo=UTC))
    then = Desk(desk.register, Submitter(desk.register, uuid7, desk.submitter.actor, lambda: minute), desk.address)
    then.do(again, c.ReopenIncident("The cause was another"))
    assert insights(desk)["duration"].definition.startswith("Of 1 incidents concluded in these months, 0 of them")
    then.do(again, c.SignOff("author"), c.SignOff("manager"))
    assert insights(desk)["duration"].definition.startswith("Of 2 incidents concluded in these months, 1 of them")
