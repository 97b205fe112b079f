"""The packs that come with the program: complete, in both languages, with gates for every record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.messages import PLACEHOLDERS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Kind, Priority, Role, Step
from incident_desk.files.packs import load_pack, pack_names

SECTORS = ("hospital", "factory")
FULL = {
    Step.IDENTIFICATION: ("title", "what_happened", "discovered", "place", "category", "responsible"),
    Step.CONTAINMENT: ("extent_stated", "measure_or_none_needed"),
    Step.PRIORITISATION: ("priority_rated", "workload_stated", "deferral_decided"),
    Step.REACTION: ("cause_stated", "actions_settled", "test_passed"),
    Step.CONCLUSION: ("summary", "review_written", "obligations_settled", "signed_off"),
}
LIGHT = {
    Step.IDENTIFICATION: ("title", "what_happened", "discovered", "place", "category"),
    Step.CONCLUSION: ("summary",),
}
SLIGHT = (Priority.LOW, Priority.NOT_SET)


def is_light(kind: Kind, priority: Priority) -> bool:
    return kind is Kind.GOOD_CATCH or (kind in (Kind.HAZARD, Kind.NEAR_MISS) and priority in SLIGHT)


def wordings(data: object) -> Iterator[Mapping[str, str]]:
    """Every pair of wordings in plain data."""
    if isinstance(data, dict) and data.keys() & {"en", "de"}:
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from wordings(value)


@pytest.fixture(params=pack_names())
def shipped(request: pytest.FixtureRequest) -> tuple[Pack, dict[str, Any]]:
    return load_pack(request.param)


def test_that_the_sectors_of_the_program_are_there() -> None:
    assert set(pack_names()) == {*SECTORS, "general"}
    assert pack_names()[-1] == "general"


def test_that_a_pack_is_named_like_its_file() -> None:
    assert {name: load_pack(name)[0].id for name in pack_names()} == {name: name for name in pack_names()}


def test_that_a_pack_survives_the_register_that_keeps_it_as_json(shipped: tuple[Pack, dict[str, Any]]) -> None:
    pack, data = shipped
    assert read_pack(json.loads(json.dumps(data)), KNOWN_NEEDS) == pack


@pytest.mark.parametrize("name", SECTORS)
def test_that_a_sector_has_enough_categories_and_questions(name: str) -> None:
    pack, _ = load_pack(name)
    assert len(pack.categories) >= 12
    assert sum(len(category.subcategories) for category in pack.categories) >= 60
    assert all(2 <= len(category.questions) <= 6 for category in pack.categories)
    assert all(category.help for category in pack.categories)


@pytest.mark.parametrize("name", SECTORS)
def test_that_a_sector_has_places_with_codes(name: str) -> None:
    places = load_pack(name)[0].places
    departments = [place for place in places if place.kind == "department"]
    assert [place.kind for place in places if place.parent is None] == ["site"]
    assert len(departments) >= 8
    assert all(department.code for department in departments)
    for department in departments:
        assert sum(place.parent == department.key for place in places) >= 2, department.key


def test_that_a_hospital_has_its_usual_units() -> None:
    codes = {place.code for place in load_pack("hospital")[0].places}
    assert codes >= {"WARD3", "WARD5", "ICU", "ER", "PHARM", "LAB", "RAD", "MAT", "THEA"}


def test_that_a_pump_that_runs_too_fast_can_be_told() -> None:
    pack, _ = load_pack("hospital")
    assert pack.subcategory("device.infusion_pump")
    keys = {question.key for question in pack.questions("device")}
    assert keys >= {f"device.{key}" for key in ("type", "serial", "set_value", "measured_value", "alarm")}


def test_that_both_languages_are_complete(shipped: tuple[Pack, dict[str, Any]]) -> None:
    found = list(wordings(shipped[1]))
    assert len(found) > 100
    assert all(each.keys() == {"en", "de"} and each["en"].strip() and each["de"].strip() for each in found)


def test_that_the_german_is_not_the_english_copied(shipped: tuple[Pack, dict[str, Any]]) -> None:
    long = [each for each in wordings(shipped[1]) if " " in each["en"] and "{" not in each["en"]]
    assert [each["en"] for each in long if each["en"] == each["de"]] == []


def test_that_wordings_are_those_of_the_house(shipped: tuple[Pack, dict[str, Any]]) -> None:
    said = " ".join(" ".join(each.values()) for each in wordings(shipped[1])).casefold()
    for word in ("please", "successful", "invalid", "!", "bitte", "erfolgreich", "ungültig"):
        assert word not in said, word


@pytest.mark.parametrize("priority", Priority)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", pack_names())
def test_that_gates_and_route_fit_kind_and_priority(name: str, kind: Kind, priority: Priority) -> None:
    pack, _ = load_pack(name)
    wanted = LIGHT if is_light(kind, priority) else FULL
    assert pack.route(kind, priority) == tuple(wanted)
    assert {step: pack.gate(step, kind, priority).needs for step in wanted} == wanted


def test_that_every_cell_of_the_matrix_gives_a_priority(shipped: tuple[Pack, dict[str, Any]]) -> None:
    matrix = shipped[0].matrix
    given = [[matrix.priority(score) for score in row] for row in matrix.cells]
    assert {priority for row in given for priority in row} <= set(Priority) - {Priority.NOT_SET}
    # The last column is the worst consequence, the first row the most likely: never less urgent that way.
    for row in given:
        assert row == sorted(row, key=lambda priority: -priority.rank)
    for column in zip(*given, strict=True):
        assert list(column) == sorted(column, key=lambda priority: priority.rank)


@pytest.mark.parametrize("name", SECTORS)
def test_that_a_sector_rates_five_by_five(name: str) -> None:
    matrix = load_pack(name)[0].matrix
    for row in matrix.rows:
        for column in matrix.columns:
            assert matrix.score(row.code, column.code) == int(row.code) * int(column.code)
    bands = {band.priority: (band.minimum, band.maximum) for band in matrix.bands}
    assert bands == {
        Priority.LOW: (1, 3), Priority.MEDIUM: (4, 6), Priority.HIGH: (8, 12), Priority.CRITICAL: (15, 25),
    }  # fmt: skip


@pytest.mark.parametrize("name", SECTORS)
def test_that_author_and_manager_sign_and_a_second_person_may(name: str) -> None:
    signed = [(each.key, each.role, each.needed) for each in load_pack(name)[0].sign_offs]
    assert signed == [
        ("author", Role.COORDINATOR, True), ("second", Role.COORDINATOR, False), ("manager", Role.MANAGER, True),
    ]  # fmt: skip
    assert all((each.after, each.other_than) == (("author",), ("author",)) for each in load_pack(name)[0].sign_offs[1:])


def test_that_every_message_can_be_filled_in(shipped: tuple[Pack, dict[str, Any]]) -> None:
    pack, _ = shipped
    facts = {name: f"<{name}>" for name in PLACEHOLDERS}
    for message in pack.messages:
        for text in (message.subject, message.body):
            assert all("{" not in wording.format(**facts) for wording in text.values())


@pytest.mark.parametrize("name", SECTORS)
def test_that_a_sector_has_words_for_those_concerned(name: str) -> None:
    assert len(load_pack(name)[0].messages) >= 6


def test_that_answers_can_be_chosen(shipped: tuple[Pack, dict[str, Any]]) -> None:
    pack, _ = shipped
    for question in pack.all_questions():
        if question.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
            assert len(question.options) >= 2, question.key


def test_that_a_pack_says_who_detected_in_its_own_words(shipped: tuple[Pack, dict[str, Any]]) -> None:
    assert "other" in {option.code for option in shipped[0].options("detected_by")}
