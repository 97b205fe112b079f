"""Records found by words, by people, by places, and by all of them together."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.usecases.find_records import find_records
from tests.factories import Desk


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
        ("manager lamp hall", []),
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
