"""Reading plain data strictly, whatever stands anywhere in them. Single mistakes: test_wrong_data.py."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import CHANGEABLE, read_pack
from incident_desk.domain.packs.problems import PackProblem, PackProblems, Path, spoken
from incident_desk.support.texts import LANGUAGES, Texts
from tests.factories import PACK_DATA, question, text

MESSAGE = {"key": "staff", "audience": text("Staff"), "subject": text("{title}"), "body": text("At {place}")}
DATA: dict[str, Any] = {
    "format": 1,
    **PACK_DATA,
    "messages": [MESSAGE],
    "identifiers": [
        {
            "key": "badge",
            "name": text("Badge"),
            "pattern": "[0-9]{4}",
            "check": "luhn",
            "after": ["badge"],
            "not_after": ["lot"],
            "of_things": True,
            "retired": False,
        }
    ],
    "choices": {"detected_by": [{"code": "staff", "label": text("Staff")}]},
}


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(DATA)
    change(data)
    return data


def problems(data: Any) -> tuple[PackProblem, ...]:
    with pytest.raises(PackProblems) as found:
        read_pack(data, KNOWN_NEEDS)
    return found.value.problems


def found_in(data: Any) -> list[tuple[str, Path]]:
    return [(problem.code, problem.path) for problem in problems(data)]


def paths_in(data: object, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    parts: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in parts:
        yield from paths_in(value, (*path, part))


def at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


PATHS = sorted(paths_in(DATA), key=str)


@given(st.sampled_from(PATHS), st.sampled_from([None, 3.5, -1, [], {}, [[]], [None], {"x": None}, object()]))
def test_that_no_wrong_value_gets_through_or_breaks_the_reading(path: Path, value: object) -> None:
    def put(data: dict[str, Any]) -> None:
        at(data, path[:-1])[path[-1]] = value

    try:
        read_pack(changed(put), KNOWN_NEEDS)
    except PackProblems as found:
        named = any(each.path[: len(path)] == path for each in found.problems)
        assert named or value in (None, [], {})  # a rule for all records may meet another one
    else:
        assert value in (None, [], {})  # what may be left out, or hold nothing


@given(st.sampled_from(PATHS), st.sampled_from(LANGUAGES))
def test_that_every_problem_has_its_sentence(path: Path, language: str) -> None:
    def take_away(data: dict[str, Any]) -> None:
        del at(data, path[:-1])[path[-1]]

    try:
        read_pack(changed(take_away), KNOWN_NEEDS)
    except PackProblems as found:
        for each in found.problems:
            sentence = Texts(language).say(f"packs.{each.code}", name="x.toml", line="1", **each.facts)
            assert sentence.startswith("x.toml, ")
            assert each.facts["where"] in sentence


@given(st.sampled_from([path for path in PATHS if isinstance(path[-1], str)]))
def test_that_an_unknown_key_is_never_overlooked(path: Path) -> None:
    def add(data: dict[str, Any]) -> None:
        at(data, path[:-1])["colour"] = "red"

    *beside, _ = path
    assert found_in(changed(add)) == [("key_unknown", (*beside, "colour"))]


@pytest.mark.parametrize("data", [None, [], "pack", 3])
def test_that_something_else_than_a_table_is_refused(data: object) -> None:
    assert ("table_expected", ()) in found_in(data)


def test_that_a_question_of_two_categories_may_have_the_same_key() -> None:
    more = changed(lambda data: data["categories"][1]["questions"].append(question("serial", "text")))
    pack = read_pack(more, KNOWN_NEEDS)
    assert pack.field("device.serial") and pack.field("medication.serial")


@pytest.mark.parametrize("wording", ["{}", "{0}", "{title!r}", "{title:>9}", "{title.en}", "{title[0]}"])
def test_that_a_placeholder_cannot_reach_further_than_its_fact(wording: str) -> None:
    reaching = changed(lambda data: data["messages"][0].update(subject=text(wording)))
    assert {code for code, _ in found_in(reaching)} <= {"placeholder_unknown", "placeholder_broken"}


def test_that_the_answers_the_rules_read_stay_as_they_are() -> None:
    assert {"kind", "priority", "deferral", "test_result", "actual_row"}.isdisjoint(CHANGEABLE)
    assert "detected_by" in CHANGEABLE


def test_that_a_path_is_said_with_the_keys_of_its_rows() -> None:
    path: Path = ("categories", 0, "questions", 3, "options", 1, "label")
    assert spoken(path, DATA) == "categories.device.questions.alarms.options.sound.label"
    assert spoken(("matrix", "cells", 1, 2), DATA) == "matrix.cells.2.3"
    assert spoken(("nowhere", 4), DATA) == "nowhere.5"


def test_that_a_pack_of_the_register_reads_the_same_again() -> None:
    assert read_pack(json.loads(json.dumps(DATA)), KNOWN_NEEDS) == read_pack(DATA, KNOWN_NEEDS)
