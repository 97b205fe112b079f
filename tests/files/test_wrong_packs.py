"""A wrong pack is refused in one sentence per problem that names the line and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.domain.packs.problems import PackProblem, PackProblems
from incident_desk.files.packs import LARGEST, MOST_SHOWN, load_pack, read_pack_file
from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.usecases.errors import SurroundingsFailed

SOUND = """\
format = 1
id = "small"
version = 1
name = { en = "Small", de = "Klein" }
description = { en = "For tests", de = "Für Tests" }

[[categories]]
key = "device"
name = { en = "Device", de = "Gerät" }
subcategories = [
  { key = "pump", name = { en = "Pump", de = "Pumpe" } },
  { key = "bed", name = { en = "Bed", de = "Bett" } },
]

[[categories.questions]]
key = "alarm"
kind = "choice"
label = { en = "Alarm", de = "Alarm" }
options = [{ code = "loud", label = { en = "Loud", de = "Laut" } }]

[[categories.questions]]
key = "hours"
kind = "number"
label = { en = "Hours", de = "Stunden" }
unit = { en = "hours", de = "Stunden" }

[[identifiers]]
key = "badge"
name = { en = "Badge", de = "Ausweis" }
pattern = '[0-9]{4}'
check = "luhn"
after = ["badge"]

[[places]]
key = "main"
kind = "site"
name = { en = "Main house", de = "Haupthaus" }

[[places]]
key = "ward"
parent = "main"
kind = "department"
code = "WARD3"
name = { en = "Ward", de = "Station" }

[[gates]]
step = "identification"
needs = ["title", "place"]

[[routes]]
kinds = ["good_catch"]
steps = ["identification", "conclusion"]

[matrix]
id = "two"
version = 1
row_axis = { en = "How likely", de = "Wahrscheinlichkeit" }
column_axis = { en = "How bad", de = "Schwere" }
rows = [
  { code = "1", label = { en = "Rare", de = "Selten" } },
  { code = "2", label = { en = "Often", de = "Oft" } },
]
columns = [{ code = "1", label = { en = "Slight", de = "Leicht" } }]
cells = [
  [1],
  [2],
]
bands = [
  { priority = "low", minimum = 1, maximum = 1 },
  { priority = "high", minimum = 2, maximum = 2 },
]

[[messages]]
key = "staff"
audience = { en = "Staff", de = "Personal" }
subject = { en = "{title}", de = "{title}" }
body.en = '''
Seen at {place}:

{what_happened}'''
body.de = '''
Bemerkt in {place}:

{what_happened}'''

[[sign_offs]]
key = "author"
role = "coordinator"
meaning = { en = "I wrote this", de = "Von mir geschrieben" }
needed = true

[choices]
detected_by = [{ code = "staff", label = { en = "Staff", de = "Personal" } }]
"""

# What is written, what somebody writes instead, the code, and a piece of the line and the key that are named.
WRONG: dict[str, tuple[str, str, str, str, str]] = {
    "an unknown key": (
        "version = 1\nname",
        'version = 1\ncolour = "red"\nname',
        "key_unknown", "colour =", "colour",
    ),
    "a misspelt key": (
        'parent = "main"',
        'parrent = "main"',
        "key_unknown", "parrent", "places.ward.parrent",
    ),
    "a missing key": (
        'id = "small"\n',
        "",
        "key_missing", "format", "id",
    ),
    "a missing key of a row": (
        'kind = "site"\n',
        "",
        "key_missing", "[[places]]", "places.main.kind",
    ),
    "a text for a number": (
        "version = 1\nname",
        'version = "1"\nname',
        "number_expected", "version", "version",
    ),
    "yes for a number": (
        "version = 1\nname",
        "version = true\nname",
        "number_expected", "version", "version",
    ),
    "a number for a text": (
        'code = "WARD3"',
        "code = 3",
        "text_expected", "code = 3", "places.ward.code",
    ),
    "a text for yes or no": (
        "needed = true",
        'needed = "yes"',
        "yes_no_expected", "needed", "sign_offs.author.needed",
    ),
    "a text for a list": (
        'needs = ["title", "place"]',
        'needs = "title"',
        "list_expected", "needs", "gates.identification.needs",
    ),
    "a list for a group": (
        'name = { en = "Ward", de = "Station" }',
        'name = ["Ward"]',
        "wording_expected", "name = [", "places.ward.name",
    ),
    "a newer format": (
        "format = 1",
        "format = 2",
        "format_newer", "format", "format",
    ),
    "no German": (
        ', de = "Bett"',
        "",
        "wording_missing_de", '"bed"', "categories.device.subcategories.bed.name.de",
    ),
    "an empty German wording": (
        'de = "Bett"',
        'de = " "',
        "wording_missing_de", '"bed"', "categories.device.subcategories.bed.name.de",
    ),
    "no English": (
        'en = "Bed", ',
        "",
        "wording_missing_en", '"bed"', "categories.device.subcategories.bed.name.en",
    ),
    "a key twice": (
        'key = "bed"',
        'key = "pump"',
        "key_twice", 'en = "Bed"', "categories.device.subcategories.pump.key",
    ),
    "a question twice": (
        'key = "hours"',
        'key = "alarm"',
        "key_twice", 'key = "alarm"\nkind = "number"', "categories.device.questions.alarm.key",
    ),
    "a name twice": (
        'en = "Bed"',
        'en = "pump"',
        "name_twice", '"bed"', "categories.device.subcategories.bed.name.en",
    ),
    "a key with capital letters": (
        'key = "bed"',
        'key = "Bed"',
        "key_form", 'key = "Bed"', "categories.device.subcategories.Bed.key",
    ),
    "a list's name as category": (
        'key = "device"',
        'key = "actions"',
        "key_reserved", '"actions"', "categories.actions.key",
    ),
    "an unknown kind of question": (
        'kind = "choice"',
        'kind = "colour"',
        "value_unknown", '"colour"', "categories.device.questions.alarm.kind",
    ),
    "no answers to choose": (
        'options = [{ code = "loud", label = { en = "Loud", de = "Laut" } }]\n',
        "",
        "options_missing", '[[categories.questions]]\nkey = "alarm"', "categories.device.questions.alarm.options",
    ),
    "answers where none are chosen": (
        'kind = "choice"',
        'kind = "text"',
        "options_unwanted", "options", "categories.device.questions.alarm.options",
    ),
    "a unit without a number": (
        'kind = "number"',
        'kind = "text"',
        "unit_unwanted", "unit", "categories.device.questions.hours.unit",
    ),
    "an unknown step": (
        'step = "identification"',
        'step = "finding"',
        "value_unknown", "step", "gates.finding.step",
    ),
    "an unknown need": (
        '["title", "place"]',
        '["title", "colour"]',
        "need_unknown", "needs", "gates.identification.needs.2",
    ),
    "an unknown kind of record": (
        '["good_catch"]',
        '["disaster"]',
        "value_unknown", "kinds", "routes.1.kinds.1",
    ),
    "a route that turns back": (
        '["identification", "conclusion"]',
        '["conclusion", "identification"]',
        "route_form", "steps", "routes.1.steps",
    ),
    "a pattern with an open bracket": (
        "pattern = '[0-9]{4}'",
        "pattern = '([0-9]{4}'",
        "pattern_form", "pattern", "identifiers.badge.pattern",
    ),
    "a pattern that finds nothing at all": (
        "pattern = '[0-9]{4}'",
        "pattern = '[0-9]*'",
        "pattern_form", "pattern", "identifiers.badge.pattern",
    ),
    "check digits that nobody knows": (
        'check = "luhn"',
        'check = "moon"',
        "value_unknown", "moon", "identifiers.badge.check",
    ),
    "an unknown role": (
        'role = "coordinator"',
        'role = "director"',
        "value_unknown", "role", "sign_offs.author.role",
    ),
    "a place below nothing": (
        'parent = "main"',
        'parent = "annex"',
        "parent_unknown", "parent", "places.ward.parent",
    ),
    "a unit code in small letters": (
        '"WARD3"',
        '"ward3"',
        "unit_code_form", "ward3", "places.ward.code",
    ),
    "a unit code that is too long": (
        '"WARD3"',
        '"WARDTHREE"',
        "unit_code_form", "WARDTHREE", "places.ward.code",
    ),
    "a row of the matrix too few": (
        "  [2],\n",
        "",
        "matrix_rows", "cells", "matrix.cells",
    ),
    "a number of the matrix too many": (
        "  [2],\n",
        "  [2, 2],\n",
        "matrix_columns", "  [2, 2]", "matrix.cells.2",
    ),
    "a score without a band": (
        "minimum = 2, maximum = 2",
        "minimum = 3, maximum = 9",
        "band_gap", "bands", "matrix.bands",
    ),
    "bands that overlap": (
        "minimum = 2",
        "minimum = 1",
        "band_overlap", '"high"', "matrix.bands.high.minimum",
    ),
    "an unknown priority": (
        'priority = "high"',
        'priority = "urgent"',
        "value_unknown", '"urgent"', "matrix.bands.urgent.priority",
    ),
    "an unknown placeholder": (
        "Seen at {place}",
        "Seen at {place} {ward}",
        "placeholder_unknown", "body.en", "messages.staff.body.en",
    ),
    "a placeholder in one language": (
        "Bemerkt in {place}",
        "Bemerkt",
        "placeholder_in_one", "body.de", "messages.staff.body.de",
    ),
    "an open bracket": (
        "Seen at {place}",
        "Seen at {place",
        "placeholder_broken", "body.en", "messages.staff.body.en",
    ),
    "a choice the rules read": (
        "detected_by",
        "test_result",
        "key_unknown", "test_result", "choices.test_result",
    ),
    "a quotation mark too few": (
        'id = "small"',
        'id = "small',
        "syntax_quote", "id =", "id",
    ),
    "a key written twice": (
        "version = 1\nname",
        "version = 1\nversion = 2\nname",
        "syntax_twice", "version = 2", "version",
    ),
    "an equals sign too few": (
        'role = "coordinator"',
        'role "coordinator"',
        "syntax_equals", "role", "sign_offs.1.role",
    ),
}  # fmt: skip


def written(folder: Path, text: str | bytes, name: str = "small.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems_of(path: Path) -> tuple[PackProblem, ...]:
    with pytest.raises(PackProblems) as found:
        read_pack_file(path)
    return found.value.problems


def said(path: Path, language: str) -> list[str]:
    """What the person reads: a sentence about the file, then one line for each problem."""
    with pytest.raises(SurroundingsFailed) as refused:
        load_pack(path)
    return Texts(language).say(f"trouble.{refused.value.code}", **refused.value.facts).splitlines()


def test_that_the_pack_of_these_tests_is_sound(tmp_path: Path) -> None:
    pack, data = load_pack(written(tmp_path, SOUND))
    assert pack.id == data["id"] == "small"


@pytest.mark.parametrize("name", WRONG)
def test_that_what_is_wrong_is_named_with_line_and_key(name: str, tmp_path: Path) -> None:
    before, after, code, on_line, key = WRONG[name]
    assert SOUND.count(before) == 1
    text = SOUND.replace(before, after)
    line = text[: text.index(on_line)].count("\n") + 1
    path = written(tmp_path, text)

    assert [problem.code for problem in problems_of(path)] == [code] * len(problems_of(path))
    _, first, *_ = said(path, "en")
    assert first.startswith(f"small.toml, line {line}: ")
    assert f'"{key}"' in first
    assert said(path, "de")[1].startswith(f"small.toml, Zeile {line}: ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRONG)
def test_that_each_problem_is_one_sentence(name: str, language: str, tmp_path: Path) -> None:
    before, after, *_ = WRONG[name]
    path = written(tmp_path, SOUND.replace(before, after))
    _, *lines = said(path, language)
    assert len(lines) == len(problems_of(path))
    assert all(line.endswith(".") and "{where}" not in line for line in lines)


def test_that_all_problems_come_at_once_and_from_top_to_bottom(tmp_path: Path) -> None:
    text = SOUND.replace('"WARD3"', '"ward3"').replace("format = 1", "format = 9").replace('"author"', '"Author"')
    found = problems_of(written(tmp_path, text))
    assert [problem.code for problem in found] == ["format_newer", "unit_code_form", "key_form"]
    assert [int(problem.facts["line"]) for problem in found] == sorted(int(p.facts["line"]) for p in found)


def test_that_a_long_list_is_cut_and_says_so(tmp_path: Path) -> None:
    unknown = "".join(f"extra{number} = 1\n" for number in range(MOST_SHOWN + 7))
    lines = said(written(tmp_path, unknown + SOUND), "en")
    assert len(lines) == 1 + MOST_SHOWN + 1
    assert lines[-1].startswith("7 more")


def test_that_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND.encode("latin-1"))
    line = SOUND[: SOUND.index("ü")].count("\n") + 1
    assert said(path, "en")[1].startswith(f"small.toml, line {line}: a letter")


def test_that_the_mark_some_editors_put_first_does_no_harm(tmp_path: Path) -> None:
    assert load_pack(written(tmp_path, b"\xef\xbb\xbf" + SOUND.encode()))[0].id == "small"


def test_that_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    text = SOUND.replace('"WARD3"', '"ward3"').replace("\n", "\r\n")
    (problem,) = problems_of(written(tmp_path, text))
    assert problem.facts["line"] == str(text[: text.index("ward3")].count("\n") + 1)


def test_that_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(written(tmp_path, b"#" * (LARGEST + 1)))] == ["file_too_large"]


def test_that_brackets_without_end_are_refused(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(written(tmp_path, "a = " + "[" * 50_000))] == ["syntax_bracket"]


def test_that_an_unknown_name_lists_the_packs_there_are() -> None:
    with pytest.raises(SurroundingsFailed) as refused:
        load_pack("hospitals")
    assert refused.value.code == "pack_missing"
    assert "hospital, general" in str(refused.value.facts["options"])


def test_that_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsFailed) as refused:
        load_pack(str(tmp_path / "none.toml"))
    assert (refused.value.code, Path(str(refused.value.facts["name"])).name) == ("file_missing", "none.toml")
