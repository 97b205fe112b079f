"""What the papers for the day hold, read from a real register on every engine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.values import from_micros
from incident_desk.support.texts import Texts
from incident_desk.usecases import day_papers
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.list_incidents import filter_of
from incident_desk.usecases.names import read_names
from incident_desk.usecases.overview_paper import Overview
from incident_desk.usecases.papers import Emphasis
from incident_desk.usecases.wording import Wording
from tests.factories import Desk


def day_paper(desk: Desk, kind: str, department: str | None = None, language: str = "en") -> Overview:
    names = read_names(desk.register.queries)
    wanted = filter_of({"department": department}, names)
    return DAY_PAPERS[kind](desk.register.queries, Wording(Texts(language), names), wanted)


def rows(paper: Overview, title: str) -> list[tuple[str, ...]]:
    (table,) = [table for table in paper.tables if table.title == title]
    return [row.cells for row in table.rows]


def at(desk: Desk, **ahead: float) -> str:
    return (from_micros(desk.register.queries.clock()) + timedelta(**ahead)).astimezone(UTC).isoformat()


def test_that_a_handover_tells_what_is_open_in_force_and_promised(own_desk: Desk) -> None:
    desk = own_desk
    waits, led = desk.new("inbox"), desk.new("containment", fields={"title": "The pump ran on"})
    desk.do(
        led, c.AddItem("measures", {"what": "Pump out of use", "check_by": at(desk, hours=5)}),
        c.AddItem("promises", {"what": "The family", "at": at(desk, hours=1)}),
        c.AddItem("actions", {"what": "Far away", "kind": "corrective", "due": "2090-01-01"}),
    )  # fmt: skip
    lifted = desk.new("containment", fields={"title": "Over"})
    desk.do(lifted, c.AddItem("measures", {"what": "Lifted long ago", "lifted": at(desk)}))
    paper = day_paper(desk, "handover")
    numbers = {desk.record(each).values["number"] for each in (led, lifted)}
    assert {row[0] for row in rows(paper, "Open incidents")} == numbers  # the inbox is not open yet
    assert waits not in numbers
    assert [row[0] for row in rows(paper, "Temporary measures in force")] == ["Pump out of use"]
    assert [row[0] for row in rows(paper, "Promised updates")] == ["The family"]
    assert rows(paper, "Actions due within a day") == []
    assert paper.signatures is not None and len(paper.signatures.boxes) == 2


def test_that_a_morning_list_marks_what_is_overdue_and_ends_at_72_hours(own_desk: Desk) -> None:
    desk = own_desk
    desk.new("inbox", fields={"title": "Came in the night"})
    led = desk.new("containment")
    desk.do(
        led, c.AddItem("measures", {"what": "Look at it", "check_by": at(desk, hours=-1)}),
        c.AddItem("obligations", {"whom": "Soon", "due": at(desk, hours=71)}),
        c.AddItem("obligations", {"whom": "Later", "due": at(desk, hours=73)}),
        c.AddItem("questions", {"what": "Which bed"}),
    )  # fmt: skip
    paper = day_paper(desk, "morning")
    assert [row[1] for row in rows(paper, "Reports in the inbox")] == ["Came in the night"]
    assert [row[0] for row in rows(paper, "Duties to report within 72 hours")] == ["Soon"]
    assert [row[0] for row in rows(paper, "Questions without an answer")] == ["Which bed"]
    (table,) = [table for table in paper.tables if table.title == "Measures past their check"]
    assert [(row.cells[0], row.emphasis) for row in table.rows] == [("Look at it", Emphasis.ALERT)]
    assert table.rows[0].cells[-1].endswith(", overdue")


def test_that_what_was_put_off_until_today_is_back_and_what_waits_longer_is_not(own_desk: Desk) -> None:
    desk = own_desk
    today = datetime.now(UTC).date()
    for days, title in ((0, "Today"), (30, "Next month")):
        record = desk.new("prioritisation", fields={"title": title})
        day = (today + timedelta(days=days)).isoformat()
        desk.do(record, c.ChangeFields({"deferral": "put_off", "deferral_reason": "No hands", "review_date": day}))
    assert [row[1] for row in rows(day_paper(desk, "morning"), "Put off until today")] == ["Today"]
    assert {row[1] for row in rows(day_paper(desk, "agenda"), "Put off")} == {"Today", "Next month"}


def test_that_a_handover_of_one_place_tells_nothing_of_another(own_desk: Desk) -> None:
    desk = own_desk
    here, there = desk.new("containment"), desk.new("containment", fields={"place": "Press hall"})
    for record, what in ((here, "Ours"), (there, "Theirs")):
        desk.do(record, c.AddItem("measures", {"what": what}))
    ward = next(each.id for each in desk.register.queries.places() if each.name == "Ward 3")
    paper = day_paper(desk, "handover", ward)
    assert [row[0] for row in rows(paper, "Temporary measures in force")] == ["Ours"]
    assert len(rows(paper, "Open incidents")) == 1
    assert "Ward 3" in paper.definition


def test_that_the_contact_sheet_tells_everybody_who_is_there(own_desk: Desk) -> None:
    people = rows(day_paper(own_desk, "contacts", language="de"), "Personen")
    assert {row[0] for row in people} == {each.name for each in own_desk.register.queries.people() if each.active}


def test_that_what_comes_first_is_told_with_its_reasons(own_desk: Desk) -> None:
    desk = own_desk
    calm = desk.new("containment", fields={"title": "Calm"})
    felt = desk.new("containment", fields={"title": "Felt", "effect_now": "No lift", "people_affected": "12 visitors"})
    late = desk.new("containment", fields={"title": "Late"})
    desk.do(late, c.AddItem("measures", {"what": "Look at it", "check_by": at(desk, hours=-3)}))
    off = desk.new("prioritisation", fields={"title": "Off"})
    desk.do(off, c.ChangeFields({"deferral": "put_off", "deferral_reason": "No hands", "review_date": "2090-01-01"}))
    found = rows(day_paper(desk, "ranked"), "In this order")
    assert [row[1] for row in found] == ["Late", "Felt", "Calm", "Off"]
    assert found[0][4].startswith("overdue by 3 h")
    assert found[1][4] == "Not set, felt now, 12 people"
    assert found[3][4].startswith("put off")
    assert calm and felt


def test_that_a_paper_that_looked_at_part_of_it_says_so(own_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = own_desk
    record = desk.new("containment")
    for n in range(3):
        desk.do(record, c.AddItem("measures", {"what": f"Measure {n}"}))
    assert "looked at" not in day_paper(desk, "handover").definition
    monkeypatch.setattr(day_papers, "_MOST_LINES", 3)
    assert "Only the 3 open lines" in day_paper(desk, "handover").definition
