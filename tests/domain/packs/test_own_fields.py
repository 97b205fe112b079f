"""Fields that a pack's file declares for any step: read whole, and each mistake named once at its place."""

from __future__ import annotations

import copy
from pathlib import Path as FilePath
from typing import Any

import pytest

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.fields import ASKED_KINDS, ROOMS, USUAL_ROOM, rooms_in
from incident_desk.domain.packs.problems import PackProblem, PackProblems, Path
from incident_desk.domain.vocabulary import Step
from incident_desk.files.packs import load_pack
from incident_desk.support.resources import resource
from incident_desk.usecases.errors import SurroundingsFailed
from tests.factories import PACK_DATA, gate, named, question, text

FIELDS: list[dict[str, Any]] = [
    {**question("shift", "choice", "early", "late"), "step": "identification", "section": "times", "needed": True},
    {**question("lost", "number"), "step": "reaction", "unit": text("hours", "Stunden"), "help": text("about", "etwa")},
    {**question("old", "text"), "step": "conclusion", "retired": True, "personal": False},
]
FULL = copy.deepcopy(PACK_DATA) | {"fields": FIELDS}


def changed(path: Path, value: object) -> dict[str, Any]:
    data: Any = copy.deepcopy(FULL)
    inner = data
    for part in path[:-1]:
        inner = inner[part]
    if isinstance(inner, list) and path[-1] == len(inner):
        inner.append(value)
    else:
        inner[path[-1]] = value
    return data  # type: ignore[no-any-return]  # a dict as FULL is


def problems_of(data: dict[str, Any]) -> tuple[PackProblem, ...]:
    with pytest.raises(PackProblems) as found:
        read_pack(data, KNOWN_NEEDS)
    return found.value.problems


def test_that_the_fields_of_a_pack_are_read_whole() -> None:
    shift, lost, old = read_pack(FULL, KNOWN_NEEDS).fields
    assert (shift.key, shift.kind, shift.step, shift.section) == (
        "site.shift", FieldKind.CHOICE, Step.IDENTIFICATION, "times",
    )  # fmt: skip
    assert [option.code for option in shift.options] == ["early", "late"]
    assert (shift.needed, shift.retired, shift.personal) == (True, False, False)
    assert (lost.step, lost.section, lost.unit["de"], lost.help["de"]) == (Step.REACTION, "cause", "Stunden", "etwa")
    assert (old.retired, old.personal) == (True, False)


def test_that_a_gate_may_name_a_field_of_the_site() -> None:
    gates = [*PACK_DATA["gates"], gate("reaction", "site.lost", kinds=["hazard"])]
    assert read_pack({**FULL, "gates": gates}, KNOWN_NEEDS).gates[-1].needs == ("site.lost",)


SHIFT: Path = ("fields", 0)
SITE = {
    **named("site", "Site", "Gelände"),
    "subcategories": [named("gate", "Gate", "Tor")],
    "questions": [question("shift", "text")],
}
WRONG: dict[str, tuple[Path, object, str, Path]] = {
    "a kind nobody knows": ((*SHIFT, "kind"), "colour", "value_unknown", (*SHIFT, "kind")),
    "a kind that is not asked": ((*SHIFT, "kind"), "category", "value_unknown", (*SHIFT, "kind")),
    "a step nobody knows": ((*SHIFT, "step"), "sixth", "value_unknown", (*SHIFT, "step")),
    "a section of another step": ((*SHIFT, "section"), "cause", "value_unknown", (*SHIFT, "section")),
    "a section of questions": ((*SHIFT, "section"), "category_questions", "value_unknown", (*SHIFT, "section")),
    "a key with capitals": ((*SHIFT, "key"), "Shift", "key_form", (*SHIFT, "key")),
    "a key twice": (("fields", 1, "key"), "shift", "key_twice", ("fields", 1, "key")),
    "the key of a question": (("categories", 2), SITE, "key_twice", (*SHIFT, "key")),
    "the label of the program": ((*SHIFT, "label", "de"), "Titel", "name_twice", (*SHIFT, "label", "de")),
    "a label twice": (("fields", 1, "label", "en"), "shift", "name_twice", ("fields", 1, "label", "en")),
    "one answer": ((*SHIFT, "options"), FIELDS[0]["options"][:1], "options_few", (*SHIFT, "options")),
    "one answer left": ((*SHIFT, "options", 0, "retired"), True, "options_few", (*SHIFT, "options")),
    "answers to a text": (("fields", 2, "options"), FIELDS[0]["options"], "options_unwanted", ("fields", 2, "options")),
    "a unit of a choice": ((*SHIFT, "unit"), text("hours"), "unit_unwanted", (*SHIFT, "unit")),
    "needed in words": ((*SHIFT, "needed"), "yes", "yes_no_expected", (*SHIFT, "needed")),
    "a word nobody knows": ((*SHIFT, "colour"), "red", "key_unknown", (*SHIFT, "colour")),
    "too many": (
        ("fields",), [{**question(f"q{n}", "text"), "step": "reaction"} for n in range(51)], "fields_too_many",
        ("fields",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_that_a_mistake_is_named_once_and_at_its_place(case: str) -> None:
    path, value, code, where = WRONG[case]
    assert [(problem.code, problem.path) for problem in problems_of(changed(path, value))] == [(code, where)]


def test_that_the_label_of_a_retired_field_is_free() -> None:
    again = {**question("old_2", "yes_no"), "label": FIELDS[2]["label"], "step": "conclusion"}
    assert len(read_pack(changed(("fields", 3), again), KNOWN_NEEDS).fields) == 4


def test_that_a_file_with_fields_is_read_and_a_wrong_one_names_line_and_key(tmp_path: FilePath) -> None:
    pack = resource("packs", "general.toml").read_text(encoding="utf-8")
    label = '{ en = "Alarm on", de = "Alarm an" }'
    field = f'\n[[fields]]\nkey = "alarm"\nkind = "yes_no"\nstep = "identification"\nlabel = {label}\n'
    file = tmp_path / "own.toml"
    file.write_text(pack + field, encoding="utf-8")
    assert [each.key for each in load_pack(file)[0].fields] == ["site.alarm"]
    file.write_text(pack + field + 'section = "cause"\n', encoding="utf-8")
    with pytest.raises(SurroundingsFailed) as caught:
        load_pack(file)
    line = (pack + field).count("\n") + 1
    told = str(caught.value.facts["problems_en"])
    assert told.startswith(f'own.toml, line {line}: "fields.alarm.section" does not know "cause"')


def test_that_the_manual_names_every_kind_and_every_section() -> None:
    manual = (FilePath(__file__).parents[3] / "docs" / "packs.md").read_text(encoding="utf-8")
    for word in (*ASKED_KINDS, *ROOMS):
        assert f"`{word}`" in manual, word
    for step, section in USUAL_ROOM.items():
        (row,) = [line for line in manual.splitlines() if line.startswith(f"| `{step.key}` |")]
        assert [word.strip("`* ") for word in row.split("|")[2].split(",")] == rooms_in(step)
        assert f"**`{section}`**" in row
