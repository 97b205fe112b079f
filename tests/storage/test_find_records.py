"""Records found by words, by people, by places, and by all of them together, on each engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.find_records import (
    NamedKind,
    count_records,
    find_records,
    named_like,
)
from incident_desk.usecases.rows import Narrowed
from tests.factories import Desk


@pytest.fixture
def desk(own_desk: Desk) -> Desk:
    return own_desk


@pytest.fixture
def records(desk: Desk) -> dict[str, str]:
    """Three records: a pump in a room of Ward 3, a lamp in the press hall, a pump that Carl leads."""
    room = desk.new("identification", fields={"what_happened": "The pump stopped"})
    desk.do(room, c.ChangeFields({"place": "Ward 3, Room 312"}))
    hall = desk.new("identification", fields={"what_happened": "A lamp fell"})
    desk.do(hall, c.ChangeFields({"place": "Press hall", "responsible": "Maria Manager"}))
    carl = desk.new("identification", fields={"what_happened": "The pump was loud"})
    desk.do(carl, c.ChangeFields({"place": "Press hall", "responsible": "Carl Coordinator"}))
    return {"room": room, "hall": hall, "carl": carl}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pump", ["carl", "room"]),
        ("lamp", ["hall"]),
        ("carl", ["carl"]),
        ("coord carl", ["carl"]),
        ("ward", ["carl", "hall", "room"]),  # all numbers begin with WARD3
        ("room pump", ["room"]),
        ("312", ["room"]),
        ("press", ["carl", "hall"]),
        ("main house", ["carl", "hall", "room"]),
        ("pump press", ["carl"]),
        ("maria pump", []),
        ("manager lamp hall", ["hall"]),
        ("zebra", []),
        ("ward zebra", []),
    ],
)
def test_that_every_word_must_occur_in_text_or_name(
    desk: Desk, records: dict[str, str], text: str, expected: list[str]
) -> None:
    found = find_records(desk.register.queries, desk.submitter.names(), text, 50)
    assert [each.row.id for each in found] == [records[name] for name in expected]


def test_that_a_limit_keeps_the_newest(desk: Desk, records: dict[str, str]) -> None:
    found = find_records(desk.register.queries, desk.submitter.names(), "pump", 1)
    assert [each.row.id for each in found] == [records["carl"]]


def test_that_accents_and_capitals_of_names_do_not_matter(desk: Desk, records: dict[str, str]) -> None:
    found = find_records(desk.register.queries, desk.submitter.names(), "CÁRL", 50)
    assert [each.row.id for each in found] == [records["carl"]]


def test_that_a_place_with_another_name_is_found_by_that_at_once(desk: Desk, records: dict[str, str]) -> None:
    hall = next(place for place in desk.register.queries.places() if place.name == "Press hall")
    desk.do(hall.id, d.ChangePlace(hall.id, {"name": "Zeppelin shed"}))
    assert ids(desk, "zepp") == [records["carl"], records["hall"]]
    assert ids(desk, "press pump") == []


def test_that_a_reporter_and_the_owner_of_a_line_are_found_by_name(desk: Desk) -> None:
    owned = desk.new("reaction", fields={"what_happened": "A lamp fell"})
    desk.do(owned, c.ChangeFields({"responsible": "Carl Coordinator"}))
    assert ids(desk, "maria lamp") == []
    desk.do(owned, c.AddItem("actions", {"what": "Glue it", "kind": "corrective", "owner": "Maria Manager"}))
    assert ids(desk, "maria lamp") == [owned]
    (found,) = find_records(desk.register.queries, desk.submitter.names(), "maria lamp", 9)
    assert (found.where, found.snippet) == ("actions.owner", "Maria Manager")
    desk.do(owned, c.RemoveItem(desk.record(owned).of("actions")[0].id))
    assert ids(desk, "maria lamp") == []


def ids(desk: Desk, text: str, narrowed: Narrowed = Narrowed()) -> list[str]:  # noqa: B008  frozen
    found = find_records(desk.register.queries, desk.submitter.names(), text, 50, narrowed=narrowed)
    return [each.row.id for each in found]


def test_that_files_lessons_and_lines_are_found_and_told_apart(desk: Desk) -> None:
    incident = desk.new("conclusion", fields={"what_happened": "A lamp fell"})
    attach_bytes(desk.submitter, incident, b"x", uuid7(), name="Xylophone plan.pdf")
    desk.do(incident, c.ChangeFields({"lesson": "Quokkas do not climb"}))
    desk.do(incident, c.AddItem("people", {"name": "Ludmila Vance", "role": "witness"}))
    names = desk.submitter.names()
    for text, where in (("xylo", "attachments.name"), ("quokka", "lesson"), ("vance", "people.name")):
        (found,) = find_records(desk.register.queries, names, text, 9)
        assert (found.row.id, found.where) == (incident, where)
    assert find_records(desk.register.queries, names, "application octet", 9) == []


def test_that_all_of_a_place_are_those_of_everything_inside(desk: Desk, records: dict[str, str]) -> None:
    names = desk.submitter.names()
    (house,) = named_like("main house", names, 9)
    assert house.kind is NamedKind.PLACE
    assert set(ids(desk, "", Narrowed(about=house.ids))) == set(records.values())
    (ward,) = named_like("ward 3", names, 9)
    assert ids(desk, "", Narrowed(about=ward.ids)) == [records["room"]]
    assert ids(desk, "pump", Narrowed(about=ward.ids)) == [records["room"]]
    assert ids(desk, "lamp", Narrowed(about=ward.ids)) == []
    assert [each.name for each in named_like("carl", names, 9)] == ["Carl Coordinator"]
    assert named_like("", names, 9) == []


def test_that_pages_follow_each_other_without_gap_or_repeat_and_are_counted(desk: Desk) -> None:
    made = [desk.new("inbox", fields={"what_happened": f"A lamp fell {n} times", "title": "It fell"}) for n in range(9)]
    parts = [desk.new("inbox", fields={"what_happened": "x", "title": f"Clampdown {n}"}) for n in range(4)]
    names, queries = desk.submitter.names(), desk.register.queries
    for ranked in (False, True):
        seen: list[str] = []
        last = None
        while page := find_records(queries, names, "lamp", 2, ranked=ranked, after=last):
            last = page[-1]
            seen += [each.row.id for each in page]
        assert seen[9:] == parts[::-1]
        assert sorted(seen[:9]) == sorted(made)
        assert ranked or seen[:9] == made[::-1]
    assert count_records(queries, names, "lamp") == 13
    assert queries.count_found("lamp", most=5) == 6
    assert queries.count_found("lamp", most=11) == 12


def test_that_what_is_found_can_be_narrowed_to_a_step_and_to_days(desk: Desk) -> None:
    here = desk.new("containment", fields={"what_happened": "A lamp fell"})
    there = desk.new("reaction", fields={"what_happened": "A lamp fell"})
    row = desk.register.queries.row(there)
    assert row is not None
    open_ones = Narrowed(statuses=frozenset({Status.OPEN}))
    for text in ("lamp", "", "amp"):
        assert ids(desk, text, open_ones) == [there, here]
        assert ids(desk, text, replace(open_ones, steps=frozenset({Step.CONTAINMENT}))) == [here]
        assert ids(desk, text, replace(open_ones, since=row.opened_at)) == [there]
