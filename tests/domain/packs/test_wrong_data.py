"""Single mistakes in a pack: each is named once, by its code and at its place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.problems import PackProblem, PackProblems, Path
from incident_desk.domain.vocabulary import Step
from incident_desk.support.texts import Texts
from tests.factories import PACK_DATA, gate, text

ABSENT = object()
MESSAGE = {
    "key": "staff",
    "audience": text("Staff", "Personal"),
    "subject": text("{number}: {title}"),
    "body": text("At {place}\nby {responsible}", "In {place}\ndurch {responsible}"),
}
OPTION = {"code": "staff", "label": text("Staff", "Personal")}
# Everything a pack may hold, so that a change anywhere in it can be tried.
FULL: dict[str, Any] = copy.deepcopy(PACK_DATA) | {
    "format": 1,
    "messages": [MESSAGE],
    "choices": {"detected_by": [OPTION]},
}


def changed(path: Path, value: object) -> dict[str, Any]:
    """The full pack with one value exchanged, added or taken out."""
    data: Any = copy.deepcopy(FULL)
    inner = data
    for part in path[:-1]:
        inner = inner[part]
    if value is ABSENT:
        del inner[path[-1]]
    elif isinstance(inner, list) and path[-1] == len(inner):
        inner.append(value)
    else:
        inner[path[-1]] = value
    return data  # type: ignore[no-any-return]  # a dict as FULL is, with parts of any kind


def problems_of(data: dict[str, Any]) -> tuple[PackProblem, ...]:
    with pytest.raises(PackProblems) as found:
        read_pack(data, KNOWN_NEEDS)
    return found.value.problems


DEVICE, SERIAL, MODE = ("categories", 0), ("categories", 0, "questions", 0), ("categories", 0, "questions", 4)
STATION = {"name": text("Station", "Wache"), "kind": "place"}
IN_WARD = {**STATION, "key": "stand", "parent": "ward"}
# What is changed and to what; the code of the one problem, and where it is seen if not at the change.
WRONG: dict[str, tuple[Path, object, str, Path | None]] = {
    "no id": (("id",), ABSENT, "key_missing", None),
    "an id with capitals": (("id",), "Hospital", "key_form", None),
    "a version in words": (("version",), "one", "number_expected", None),
    "a version that is true": (("version",), True, "number_expected", None),
    "a version below one": (("version",), 0, "number_expected", None),
    "a newer format": (("format",), 2, "format_newer", None),
    "a key nobody knows": (("colour",), "red", "key_unknown", None),
    "a name without wordings": (("name",), "Hospital", "wording_expected", None),
    "no German": ((*DEVICE, "name", "de"), ABSENT, "wording_missing_de", None),
    "blank German": ((*DEVICE, "name", "de"), " ", "wording_missing_de", None),
    "no English": ((*DEVICE, "name", "en"), ABSENT, "wording_missing_en", None),
    "a third language": ((*DEVICE, "name", "fr"), "Appareil", "key_unknown", None),
    "a wording of two lines": ((*DEVICE, "name", "en"), "De\nvice", "one_line_expected", None),
    "a wording that is a number": ((*DEVICE, "name", "en"), 3, "text_expected", None),
    "no categories": (("categories",), [], "list_empty", None),
    "categories that are no list": (("categories",), {"device": {}}, "list_expected", None),
    "a category that is a word": (("categories", 2), "device", "table_expected", None),
    "a category twice": (("categories", 1, "key"), "device", "key_twice", None),
    "a category named like another": (("categories", 1, "name", "de"), "gerät", "name_twice", None),
    "a category called like a list": ((*DEVICE, "key"), "measures", "key_reserved", None),
    "no subcategories": ((*DEVICE, "subcategories"), [], "list_empty", None),
    "a subcategory twice": ((*DEVICE, "subcategories", 1, "key"), "pump", "key_twice", None),
    "a subcategory of the same name elsewhere": (
        ("categories", 1, "subcategories", 0, "name", "en"), "PUMP", "name_twice", None,
    ),
    "a question twice": ((*MODE, "key"), "serial", "key_twice", None),
    "a kind of question nobody knows": ((*SERIAL, "kind"), "colour", "value_unknown", None),
    "a kind that only the program asks": ((*SERIAL, "kind"), "subcategory", "value_unknown", None),
    "a choice without options": ((*MODE, "options"), ABSENT, "options_missing", None),
    "a choice with none to choose": ((*MODE, "options"), [], "list_empty", None),
    "options of a text": ((*SERIAL, "options"), [OPTION], "options_unwanted", None),
    "an option twice": ((*MODE, "options", 1, "code"), "auto", "key_twice", None),
    "an option retired by a word": ((*MODE, "options", 1, "retired"), "yes", "yes_no_expected", None),
    "a unit of a text": ((*SERIAL, "unit"), text("ml"), "unit_unwanted", None),
    "a place twice": (("places", 2, "key"), "ward", "key_twice", None),
    "a parent that is not there": (("places", 2, "parent"), "attic", "parent_unknown", None),
    "a parent further down": (("places", 1, "parent"), "press", "parent_unknown", None),
    "a place in itself": (("places", 2, "parent"), "room", "parent_unknown", None),
    "a kind of place nobody knows": (("places", 2, "kind"), "planet", "value_unknown", None),
    "a unit code in small letters": (("places", 1, "code"), "ward3", "unit_code_form", None),
    "a unit code too long": (("places", 1, "code"), "INTENSIVE", "unit_code_form", None),
    "a unit code twice": (("places", 3, "code"), "WARD3", "unit_code_twice", None),
    "a step nobody knows": (("gates", 1, "step"), "containmint", "value_unknown", None),
    "a need nobody knows": (("gates", 1, "needs", 0), "extend_stated", "need_unknown", None),
    "a need that is a number": (("gates", 1, "needs", 0), 7, "need_unknown", None),
    "a kind of record nobody knows": (("gates", 5, "kinds", 0), "accident", "value_unknown", None),
    "a priority nobody knows": (("gates", 6, "priorities", 0), "urgent", "value_unknown", None),
    "a gate without needs": (("gates", 0, "needs"), ABSENT, "key_missing", None),
    "two gates for all": (("gates", 7), gate("reaction", "cause"), "rule_twice", ("gates", 7, "step")),
    "two gates for one kind": (
        ("gates", 7), gate("conclusion", "lesson", kinds=["hazard"]), "rule_twice", ("gates", 7, "step"),
    ),
    "nobody who signs": (("sign_offs",), [], "nobody_signs", ("gates", 4, "needs")),
    "a role nobody has": (("sign_offs", 0, "role"), "boss", "value_unknown", None),
    "a signature twice": (("sign_offs", 1, "key"), "author", "key_twice", None),
    "a route that goes back": (("routes", 0, "steps", 0), "conclusion", "route_form", ("routes", 0, "steps")),
    "a route that ends early": (("routes", 0, "steps", 1), "reaction", "route_form", ("routes", 0, "steps")),
    "a route to nowhere": (("routes", 0, "steps"), [], "list_empty", None),
    "two routes for one kind": (
        ("routes", 2), {"kinds": ["hazard"], "steps": ["identification", "conclusion"]}, "rule_twice",
        ("routes", 2, "steps"),
    ),
    "no matrix": (("matrix",), ABSENT, "key_missing", None),
    "a row of numbers too few": (("matrix", "cells", 4), ABSENT, "matrix_rows", ("matrix", "cells")),
    "a number too few": (("matrix", "cells", 4, 4), ABSENT, "matrix_columns", ("matrix", "cells", 4)),
    "a score in words": (("matrix", "cells", 0, 0), "one", "number_expected", None),
    "a level twice": (("matrix", "rows", 1, "code"), "1", "key_twice", None),
    "a band twice": (("matrix", "bands", 1, "priority"), "low", "key_twice", None),
    "a band for no priority": (("matrix", "bands", 0, "priority"), "not_set", "value_unknown", None),
    "bands that overlap": (("matrix", "bands", 1, "minimum"), 3, "band_overlap", None),
    "a score without a band": (("matrix", "bands", 3, "maximum"), 24, "band_gap", ("matrix", "bands")),
    "a placeholder nobody fills": (
        ("messages", 0, "subject"), text("{patient}"), "placeholder_unknown", ("messages", 0, "subject", "en"),
    ),
    "a curly bracket too many": (
        ("messages", 0, "subject", "de"), "{title", "placeholder_broken", None,
    ),
    "a placeholder that reaches into things": (
        ("messages", 0, "subject", "de"), "{number}: {title!r}", "placeholder_broken", None,
    ),
    "a placeholder in one language": (
        ("messages", 0, "subject", "de"), "{number}", "placeholder_in_one", None,
    ),
    "a message twice": (("messages", 1), MESSAGE, "key_twice", ("messages", 1, "key")),
    "a choice the program's rules depend on": (("choices", "deferral"), [OPTION], "key_unknown", None),
    "a choice of no field": (("choices", "weather"), [OPTION], "key_unknown", None),
}  # fmt: skip
TWICE_SAID = {"a placeholder nobody fills"}  # in both languages


@pytest.mark.parametrize("name", WRONG)
def test_that_what_is_wrong_is_named_where_it_stands(name: str) -> None:
    path, value, code, seen_at = WRONG[name]
    problems = problems_of(changed(path, value))
    assert (problems[0].code, problems[0].path) == (code, seen_at or path)
    assert len(problems) == 1 + (name in TWICE_SAID)


@pytest.mark.parametrize("name", WRONG)
def test_that_there_is_a_sentence_for_each_problem(name: str) -> None:
    path, value, *_ = WRONG[name]
    for problem in problems_of(changed(path, value)):
        facts = {**problem.facts, "name": "own.toml", "line": "7"}
        for language in ("en", "de"):
            assert Texts(language).say(f"packs.{problem.code}", **facts).startswith("own.toml, ")


def test_that_everything_wrong_is_named_in_one_reading() -> None:
    data = changed(("version",), "one")
    del data["name"]["de"]
    data["gates"][0]["step"] = "start"
    data["matrix"]["bands"] = []
    codes = [problem.code for problem in problems_of(data)]
    assert sorted(codes) == ["list_empty", "number_expected", "value_unknown", "wording_missing_de"]


def test_that_what_looks_alike_is_offered() -> None:
    (problem,) = problems_of(changed(("gates", 1, "needs", 0), "extend_stated"))
    assert problem.facts["options"].split(", ")[0] == "extent_stated"
    (problem,) = problems_of(changed(("gates", 1, "needs", 0), "zzz"))
    assert set(problem.facts["options"].split(", ")) == KNOWN_NEEDS


@pytest.mark.parametrize("key", LISTS)
def test_that_no_category_is_called_like_a_list(key: str) -> None:
    assert [problem.code for problem in problems_of(changed((*DEVICE, "key"), key))] == ["key_reserved"]


def test_that_placeholders_and_needs_are_those_handed_in() -> None:
    data = changed(("messages", 0, "subject"), text("{shift}"))
    everything = frozenset({"shift", "place", "responsible"})
    assert read_pack(data, KNOWN_NEEDS, everything).messages[0].subject.en == "{shift}"
    with pytest.raises(PackProblems) as found:
        read_pack(FULL, KNOWN_NEEDS - {"test_passed"})
    assert [problem.path for problem in found.value.problems] == [("gates", 3, "needs", 2)]


def test_that_a_sound_pack_has_all_its_parts() -> None:
    pack = read_pack(FULL, KNOWN_NEEDS)
    device = pack.categories[0]
    assert [sub.key for sub in device.subcategories] == ["device.pump", "device.monitor"]
    mode = pack.field("device.mode")
    assert mode is not None
    assert (mode.kind, mode.step, mode.section) == (FieldKind.CHOICE, Step.IDENTIFICATION, "category_questions")
    assert [(option.code, option.label.de, option.retired) for option in mode.options] == [
        ("auto", "Auto", False), ("manual", "Manual", False),
    ]  # fmt: skip
    assert [(place.key, place.parent, place.code) for place in pack.places[:2]] == [
        ("main", None, ""), ("ward", "main", "WARD3"),
    ]  # fmt: skip
    assert [sign_off.needed for sign_off in pack.sign_offs] == [True, True, False]
    assert pack.messages[0].body.de == "In {place}\ndurch {responsible}"
    assert pack.matrix.cells[4] == (5, 10, 15, 20, 25)


def test_that_what_may_be_left_out_may_be_left_out() -> None:
    data = copy.deepcopy(FULL)
    for key in ("format", "places", "routes", "messages", "choices"):
        del data[key]
    for category in data["categories"]:
        category.pop("questions")
    pack = read_pack(data, KNOWN_NEEDS)
    assert (pack.places, pack.routes, pack.messages, pack.choices) == ((), (), (), {})
    assert pack.all_questions() == ()


def test_that_a_place_may_stand_under_any_place_above_it() -> None:
    data = changed(("places", 4), IN_WARD)
    assert read_pack(data, KNOWN_NEEDS).places[4].parent == "ward"
