"""What people call things: persons, places, categories and options by id, name, code or number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.usecases.acting import REPORTER_ONLY, actor_named
from incident_desk.usecases.names import Names
from incident_desk.usecases.references import (
    category_key,
    option_code,
    person_id,
    place_id,
    resolve_fields,
    subcategory_key,
)
from incident_desk.usecases.resolving import incident_id, resolve
from tests.domain.names import NAMES, ROOM
from tests.factories import ANNA, PACK, PRESS, WARD, Desk, an_id, make_register, open_desk

PEOPLE = list(NAMES.people.values())
NAMESAKE = replace(PEOPLE[1], id=an_id(81), name="anna berg")
LEFT = replace(NAMESAKE, active=False)
ROOM_IN_THE_HALL = replace(NAMES.places[ROOM], id=an_id(53), path=("Press hall", "Room 312"))
PLACES = list(NAMES.places.values())


def refusal(attempt: Callable[[], object]) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refused) as caught:
        attempt()
    return caught.value.code, caught.value.facts


@pytest.mark.parametrize("called", [ANNA.id, "Anna Berg", " anna BERG "])
def test_that_a_person_is_found_by_id_or_name(called: str) -> None:
    assert person_id(called, PEOPLE) == ANNA.id


def test_that_of_two_namesakes_the_one_still_here_is_meant() -> None:
    assert person_id("Anna Berg", [*PEOPLE, LEFT]) == ANNA.id
    assert person_id("Anna Berg", [LEFT]) == LEFT.id
    assert person_id(NAMESAKE.id, [*PEOPLE, NAMESAKE]) == NAMESAKE.id
    assert refusal(lambda: person_id("Anna Berg", [*PEOPLE, NAMESAKE])) == (
        "person_ambiguous", {"value": "Anna Berg", "count": 2},
    )  # fmt: skip
    assert refusal(lambda: person_id("x" * 99, PEOPLE)) == ("person_unknown", {"value": "x" * 60})


@pytest.mark.parametrize(
    ("called", "place"),
    [
        (WARD, WARD), ("WARD3", WARD), ("ward 3", WARD), ("Main house, Ward 3", WARD), ("Press hall", PRESS),
        ("Room 312", ROOM), ("Ward 3, Room 312", ROOM), ("main house, ward 3, room 312", ROOM),
    ],
)  # fmt: skip
def test_that_a_place_is_found_by_id_code_name_or_path(called: str, place: str) -> None:
    assert place_id(called, PLACES) == place


def test_that_a_place_of_two_names_wants_its_department() -> None:
    both = [*PLACES, ROOM_IN_THE_HALL]
    assert refusal(lambda: place_id("room 312", both)) == ("place_ambiguous", {"value": "room 312", "count": 2})
    assert place_id("Press hall, Room 312", both) == ROOM_IN_THE_HALL.id
    gone = [replace(place, active=False) for place in PLACES]
    assert refusal(lambda: place_id(WARD, gone)) == ("place_unknown", {"value": WARD})
    assert refusal(lambda: place_id("", PLACES)) == ("place_unknown", {"value": ""})


def test_that_categories_and_options_are_found_in_both_languages() -> None:
    assert [category_key(called, PACK) for called in ("device", "Device", "gerät", "nothing")] == [
        "device", "device", "device", "nothing",
    ]  # fmt: skip
    assert [subcategory_key(called, PACK) for called in ("device.pump", "PUMPE", "nothing")] == [
        "device.pump", "device.pump", "nothing",
    ]  # fmt: skip
    spread = NAMES.field("could_spread")
    assert spread is not None
    assert [option_code(called, spread) for called in ("wider", "Ja, an andere Orte", "nothing")] == [
        "wider", "wider", "nothing",
    ]  # fmt: skip


def test_that_fields_are_resolved_by_their_kind_and_others_left_alone() -> None:
    given = {
        "place": "Ward 3", "responsible": "Anna Berg", "category": "Gerät", "subcategory": "Pumpe",
        "kind": "Near miss", "title": "Ward 3", "workload": 5, "unknown": "x", "reporter": " ", "detected_by": None,
    }  # fmt: skip
    declared = {key: field for key in given if (field := NAMES.field(key))}
    assert resolve_fields(given, declared, NAMES) == {
        **given, "place": WARD, "responsible": ANNA.id, "category": "device", "subcategory": "device.pump",
        "kind": "near_miss",
    }  # fmt: skip


# --- in a register -------------------------------------------------------------------------------


@pytest.fixture
def desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk


def test_that_every_command_takes_names(desk: Desk) -> None:
    names, queries = desk.submitter.names(), desk.register.queries
    anna, ward = desk.person("Anna Berg"), place_id("Ward 3", names.places.values())
    incident = desk.new("containment")
    number = desk.record(incident).values["number"]
    cases: list[tuple[c.Command, c.Command]] = [
        (c.RecordIncident({"place": "Ward 3"}), c.RecordIncident({"place": ward})),
        (c.ChangeFields({"responsible": "Anna Berg"}), c.ChangeFields({"responsible": anna})),
        (c.MoveToStep("reaction", {"place": "WARD3"}), c.MoveToStep("reaction", {"place": ward})),
        (c.AddItem("actions", {"owner": "Anna Berg"}), c.AddItem("actions", {"owner": anna})),
        (c.ChangeItem("x", {"owner": "Anna Berg"}), c.ChangeItem("x", {"owner": anna})),
        (c.AddItem("nothing", {"owner": "Anna Berg"}), c.AddItem("nothing", {"owner": anna})),
        (c.AcceptReport("Anna Berg"), c.AcceptReport(anna)),
        (c.AcceptReport(), c.AcceptReport()),
        (c.JoinReport(number), c.JoinReport(incident)),
        (d.AddPlace("A", "Ward 3"), d.AddPlace("A", ward)),
        (d.ChangePlace("A", {"parent": "Ward 3"}), d.ChangePlace("A", {"parent": ward})),
        (d.ChangePlace("A", {"parent": None}), d.ChangePlace("A", {"parent": None})),
        (c.AddNote("x"), c.AddNote("x")),
    ]
    for given, resolved in cases:
        assert resolve(given, names, queries) == resolved


@pytest.mark.parametrize("reference", ["NONE-2026-0001", "", an_id(5), "\ud800", "a\x00b", "x" * 10_000, "%", "1"])
def test_that_an_unknown_number_is_refused(desk: Desk, reference: str) -> None:
    assert refusal(lambda: incident_id(reference, desk.register.queries)) == (
        "record_unknown_number", {"value": reference[:60]},
    )  # fmt: skip


def test_that_an_incident_is_found_by_number_and_by_any_form_of_its_id(desk: Desk) -> None:
    incident = desk.new()
    number = desk.record(incident).values["number"]
    for reference in (number, f" {number} ", incident, incident.upper(), incident.replace("-", "")):
        assert incident_id(reference, desk.register.queries) == incident
    assert desk.register.queries.find_incident(desk.person("Anna Berg")) is None


def test_that_nobody_needs_a_name_until_there_is_a_list_of_people(sqlite_address: str) -> None:
    register = make_register(sqlite_address)
    empty = Names(register.queries.settings(), PACK, "1", {}, {})
    assert actor_named(None, empty) is NOBODY
    assert refusal(lambda: actor_named("Anna Berg", empty)) == ("person_unknown", {"value": "Anna Berg"})
    register.close()


def test_that_with_a_list_of_people_who_is_unnamed_may_only_report(desk: Desk) -> None:
    names = desk.submitter.names()
    assert actor_named(None, names) is REPORTER_ONLY
    actor = actor_named("maria manager", names)
    assert (actor.name, [str(role) for role in actor.roles]) == ("Maria Manager", ["manager"])
    maria = desk.person("Maria Manager")
    desk.do(maria, d.ChangePerson(maria, {"active": False}))
    assert refusal(lambda: actor_named("Maria Manager", desk.submitter.names())) == (
        "person_left", {"value": "Maria Manager"},
    )  # fmt: skip
