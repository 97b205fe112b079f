"""Which way numbers count is not guessed in silence: where no word says it, it is told as a guess and can be turned."""

from __future__ import annotations

import pytest

from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.importing.scales import turned, unproved_scales, with_one_as, worst_first
from incident_desk.usecases.names import Names, read_names
from tests.importing.tables import STORY, Imports, sheet_of

DATES = ["01.02.2021", "13.02.2021", "14.03.2021", "15.04.2021", "16.05.2021"]


def guessed(imports: Imports, heading: str, *levels: str) -> tuple[SheetMapping, Names]:
    rows = [(day, f"{STORY} {n}", levels[n % len(levels)]) for n, day in enumerate(DATES)]
    sheet = sheet_of(["Date", "What happened", heading], rows)
    return imports.guess(sheet), read_names(imports.desk.register.queries)


@pytest.mark.parametrize(
    ("heading", "levels", "worst"),
    [
        ("SAC", ["1", "2", "3", "4"], True), ("Severity Assessment Code", ["4", "1", "2", "3"], True),
        ("SAC", ["SAC 1", "SAC 2", "SAC 3"], True), ("Severity", ["1", "2", "3", "5"], False),
        ("Schweregrad", ["Stufe 1", "Stufe 2", "Stufe 4"], False), ("Severity", ["I", "II", "III", "IV"], False),
    ],
)  # fmt: skip
def test_that_bare_numbers_are_in_doubt(imports: Imports, heading: str, levels: list[str], worst: bool) -> None:
    mapping, names = guessed(imports, heading, *levels)
    assert unproved_scales(mapping, names) == ("actual_column",)
    assert worst_first(mapping, "actual_column", names) is worst


@pytest.mark.parametrize(
    ("heading", "levels", "worst"),
    [
        ("SAC", ["SAC 1 (death)", "SAC 2 (major)", "SAC 4 minor"], True),
        ("SAC", ["1 - no harm", "2 - minor", "4 - catastrophic"], False),
        ("Severity", ["1 catastrophic", "2 major", "3 moderate", "4"], True),
        ("Schweregrad", ["1: leicht", "2: mittel", "3: schwer"], False),
    ],
)  # fmt: skip
def test_that_words_beside_the_numbers_prove_it(imports: Imports, heading: str, levels: list[str], worst: bool) -> None:
    mapping, names = guessed(imports, heading, *levels)
    assert unproved_scales(mapping, names) == ()
    assert worst_first(mapping, "actual_column", names) is worst


@pytest.mark.parametrize("levels", [["minor", "major"], ["leicht", "schwer", "mittel"]])
def test_that_words_are_in_no_doubt(imports: Imports, levels: list[str]) -> None:
    assert unproved_scales(*guessed(imports, "Severity", *levels)) == ()


def test_that_likelihoods_in_numbers_are_in_doubt_as_well(imports: Imports) -> None:
    assert unproved_scales(*guessed(imports, "Likelihood", "1", "2", "3", "4", "5")) == ("actual_row",)


def test_that_a_scale_is_turned_round_and_back(imports: Imports) -> None:
    mapping, names = guessed(imports, "Severity", "1", "2", "3", "4", "5")
    other = turned(mapping, "actual_column", names)
    assert {word: (mapping.fields["actual_column"].words[word], code)
            for word, code in other.fields["actual_column"].words.items()} == {
        "1": ("1", "5"), "2": ("2", "4"), "3": ("3", "3"), "4": ("4", "2"), "5": ("5", "1"),
    }  # fmt: skip
    assert worst_first(other, "actual_column", names)
    assert turned(other, "actual_column", names) == mapping
    assert with_one_as(mapping, names, worst=True) == other
    assert with_one_as(mapping, names, worst=False) == mapping


@pytest.mark.parametrize(
    ("heading", "levels", "codes"),
    [
        ("Severity", ["1", "2", "3"], {"1": "1", "2": "3", "3": "5"}),
        ("Schweregrad", ["1", "2", "3", "4"], {"1": "1", "2": "2", "3": "4", "4": "5"}),
        ("Severity", ["1", "2"], {"1": "1", "2": "2"}),
        ("Severity (1-5)", ["1", "2", "3"], {"1": "1", "2": "2", "3": "3"}),
        ("Severity (0-4)", ["0", "1", "4"], {"0": "1", "1": "2", "4": "5"}),
        ("Schwere (0-4)", ["1", "2", "4"], {"1": "2", "2": "3", "4": "5"}),
        ("Severity", ["0", "1", "2", "3"], {"0": "1", "1": "2", "2": "4", "3": "5"}),
        ("Severity (1=worst)", ["1", "2", "3"], {"1": "5", "2": "3", "3": "1"}),
        ("Schwere (1 = am schlimmsten)", ["1", "2", "5"], {"1": "5", "2": "4", "5": "1"}),
        ("Schweregrad", ["1: leicht", "2: mittel", "3: schwer"], {"1: leicht": "2", "2: mittel": "3", "3: schwer": "4"}),
        ("SAC", ["1", "2", "3", "4"], {"1": "5", "2": "4", "3": "2", "4": "1"}),
    ],
)  # fmt: skip
def test_that_a_scale_spans_the_levels_of_the_pack(
    imports: Imports, heading: str, levels: list[str], codes: dict[str, str]
) -> None:
    mapping, _ = guessed(imports, heading, *levels)
    assert dict(mapping.fields["actual_column"].words) == codes


@pytest.mark.parametrize(
    ("heading", "worst"),
    [
        ("Severity (1=worst)", True), ("Severity (1 = highest)", True), ("Severity (1-5, 5 = worst)", False),
        ("Severity 1 (low) to 5 (high)", False), ("Schwere (1 = am schlimmsten)", True), ("SAC (1 = minor)", False),
        ("Schwere (1 = leicht)", False), ("Gravité (1 = très grave)", True), ("Severity (5 = no harm)", True),
    ],
)  # fmt: skip
def test_that_a_heading_that_says_it_proves_it(imports: Imports, heading: str, worst: bool) -> None:
    mapping, names = guessed(imports, heading, "1", "2", "3", "4", "5")
    assert unproved_scales(mapping, names) == ()
    assert worst_first(mapping, "actual_column", names) is worst


def test_that_words_beside_the_numbers_say_more_than_the_heading(imports: Imports) -> None:
    mapping, names = guessed(imports, "Severity (1 = worst)", "1 - no harm", "2 - minor", "4 - catastrophic")
    assert (unproved_scales(mapping, names), worst_first(mapping, "actual_column", names)) == ((), False)


@pytest.mark.parametrize(
    "heading",
    ["Severity (0-4)", "Schwere", "Severity (1=high, 5=high)", "Severity (3 = high)", "Severity (2 = low)",
     "Severity (1 = moderate)"],
)  # fmt: skip
def test_that_a_heading_that_leaves_it_open_proves_nothing(imports: Imports, heading: str) -> None:
    assert unproved_scales(*guessed(imports, heading, "1", "2", "3")) == ("actual_column",)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["Minor (first aid)", "Major: fracture", "Moderate - sprain"], {"Minor (first aid)": "2", "Major: fracture": "4",
                                                                        "Moderate - sprain": "3"}),
        (["Severe harm", "Minor injury", "No harm"], {"Severe harm": "4", "Minor injury": "2", "No harm": "1"}),
        (["leichte Verletzung", "schwerer Schaden"], {"leichte Verletzung": "2", "schwerer Schaden": "4"}),
        (["minor", "major", "Light duty"], {"minor": "2", "major": "4"}),
        (["Muy baja", "Baja", "Media", "Alta", "Muy grave"], {"Muy baja": "1", "Baja": "2", "Media": "3", "Alta": "4",
                                                              "Muy grave": "5"}),
        (["Sans gravité", "Bénin", "Grave", "Très grave"], {"Sans gravité": "1", "Bénin": "2", "Grave": "4",
                                                            "Très grave": "5"}),
        (["Lieve", "Molto lieve", "Gravissimo", "Non grave"], {"Lieve": "2", "Molto lieve": "1", "Gravissimo": "5"}),
        (["Licht", "Zeer ernstig", "Ernstig"], {"Licht": "2", "Zeer ernstig": "5", "Ernstig": "4"}),
        (["4 - Low", "1 - Critical", "2 - High"], {"4 - Low": "2", "1 - Critical": "5", "2 - High": "4"}),
    ],
)  # fmt: skip
def test_that_words_are_levels_where_all_of_them_is_known(
    imports: Imports, words: list[str], codes: dict[str, str]
) -> None:
    mapping, _ = guessed(imports, "Severity", *words)
    assert dict(mapping.fields["actual_column"].words) == codes
