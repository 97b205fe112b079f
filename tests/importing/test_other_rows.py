"""Rows that are no incidents stay out, each with proof, and come in where somebody wants every row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.importing.other_rows import OtherRows
from incident_desk.usecases.sheets import Sheet
from tests.importing.tables import STORY, Imports, table

HEADING = "Nr.|Datum|Bereich|Beschreibung|Schaden|Kosten"
LIST = table(
    HEADING, "Januar 2024|||||", f"1|02.01.2024|Werk 2|{STORY}|schwer|99", f"2|05.01.2024|Werk 2|{STORY} b|leicht|7",
    "||||Zwischensumme|106", HEADING, "Februar 2024|||||", f"3|02.02.2024|Werk 2|{STORY} c|leicht|8",
    "||||Zwischensumme|8", HEADING, "--|||||", "Gesamtsumme|||||114", "Stand: 01.04.2024|||||", "gez. Meier|||||",
)  # fmt: skip


def row_of(imports: Imports, row: str, heading: str = HEADING) -> OtherRows:
    """What becomes of a row below two incidents."""
    cells = [f"{n}|0{n}.02.2024|Werk 2|{STORY} {n}|leicht|{n}" for n in (1, 2)]
    return imports.plan(table(heading, *cells, row)).others


def test_that_a_printed_list_comes_in_without_what_is_no_incident(imports: Imports) -> None:
    plan = imports.plan(LIST)
    assert plan.counts() == {"rows": 3, "new": 3, "here": 0, "changed": 0, "bad": 0}
    assert plan.others == OtherRows((5, 9, 12, 13, 14), (6, 10), (2, 7), (11,))
    assert plan.others.by_sort() == {"headings": (6, 10), "groups": (2, 7), "empty": (11,)}


def test_that_they_spoil_no_guess(imports: Imports) -> None:
    found = imports.guess(LIST)
    assert found.fields["actual_column"].words == {"schwer": "4", "leicht": "2"}
    assert {word.word for word in imports.plan(LIST, found).unknown} == {"Werk 2"}


@pytest.mark.parametrize(
    ("row", "sort"),
    [
        ("|||Page totals|3|7", "totals"), ("Total März 2024|||||12", "totals"), ("Summe:|||||12", "totals"),
        ("||||Sub-total|12", "totals"),
        ("|Total falls||||3", "totals"), ("Summe Stürze:|||||12", "totals"), ("Number of incidents: 20|||||", "totals"),
        ("Anzahl der Unfälle|||||2", "totals"), ("n = 20|||||", "totals"), ("Signed: A. Berg|||||", "totals"), ("März|||||", "groups"), ("Q1/2024|||||", "groups"), ("KW 12|||||", "groups"),
        ("\ufffd\ufffd|||||", "empty"), ("-|-||||-", "empty"),
        (HEADING, "headings"), ("nr.|DATUM||||", "headings"),
    ],
)  # fmt: skip
def test_that_a_row_is_left_out_with_proof(imports: Imports, row: str, sort: str) -> None:
    assert getattr(row_of(imports, row), sort) == (4,)


@pytest.mark.parametrize(
    "row",
    [
        "3|||||", "|03.02.2024||||", "||Werk 3|||", "|||Sturz||", "3|||Total||", "3||Summe|Sturz||7", "|||Total||7",
        "Ward 3|||||", "|Station Nord||||", "Datum|||||", "3|||Beschreibung||", "A-3|||||7", "Summer|||||7", "Total loss|||||7", "|Total collapse of a rack||||3", "Number of the pump|||||7", "2024|||||",
    ],
)  # fmt: skip
def test_that_an_incident_with_little_text_is_none_of_these(imports: Imports, row: str) -> None:
    cells = [*(f"A-{n}|0{n}.02.2024|Werk 2|{STORY} {n}|leicht|{n}" for n in (1, 2)), row]
    plan = imports.plan(table(HEADING, *cells, f"A-9|09.02.2024|Werk 2|{STORY} 9|leicht|9"))
    assert (plan.others, plan.rows) == (OtherRows(), 4)


@pytest.mark.parametrize("words", [("Ward 3", "Ward 5"), ("Ward 3", "Ward 3"), ("Montage", "Lager")])
def test_that_words_alone_where_numbers_stand_are_groups(imports: Imports, words: tuple[str, str]) -> None:
    rows = [f"{n}|0{n}.02.2024|Werk 2|{STORY} {n}|leicht|{n}" for n in range(1, 5)]
    sheet = table(HEADING, f"{words[0]}|||||", *rows[:2], f"{words[1]}|||||", *rows[2:])
    assert imports.plan(sheet).others == OtherRows(groups=(2, 5))


def test_that_a_cell_far_below_is_no_incident(imports: Imports) -> None:
    sheet = table("Nr|Datum|Text", f"1|02.03.2024|{STORY}", "x||", "y||")
    assert imports.plan(replace(sheet, lines=(2, 900, 1_048_576))).others == OtherRows(far=(900, 1_048_576))
    assert imports.plan(replace(sheet, rows=sheet.rows[:2], lines=(2, 3))).others == OtherRows()


def test_that_a_list_of_single_cells_is_kept(imports: Imports) -> None:
    sheet = table("Nr|Datum|Text|Notiz", *(f"||| note {n}" for n in range(3)), f"1|02.03.2024|{STORY}|")
    assert imports.plan(sheet).others == OtherRows()


@pytest.fixture
def every_row(imports: Imports) -> tuple[Sheet, SheetMapping]:
    return LIST, replace(imports.guess(LIST), every_row=True)


def test_that_every_row_comes_in_where_somebody_says_so(
    imports: Imports, every_row: tuple[Sheet, SheetMapping]
) -> None:
    plan = imports.plan(*every_row)
    assert (plan.others, plan.rows) == (OtherRows(), len(LIST.rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_each_sort_has_its_sentence(language: str) -> None:
    for sort in ("headings", "groups", "empty", "far"):
        one, many = (Texts(language).count(f"import.left_out_{sort}", n, lines="12") for n in (1, 3))
        assert (one.endswith("12)."), many.count("3")) == (True, 1)
