"""A published sheet of 425 accidents comes in complete by what the program guessed. It is no part of the project."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.sheets import Sheet
from tests.importing.tables import Imports, with_cell

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "industrial_accidents.csv"
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the published sheet does not lie beside the project")
ROWS = 425


@pytest.fixture
def sheet() -> Sheet:
    return WorkerReader().read(FILE)


def stories() -> list[str]:
    """As Python's own reader gives them."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [row["Description"] for row in csv.DictReader(file)]


def test_that_text_date_and_levels_are_guessed(imports: Imports, sheet: Sheet) -> None:
    found = imports.guess(sheet)
    read = {key: source.columns for key, source in found.fields.items()}
    assert read["what_happened"] == ("Description",)
    assert read["occurred"] == ("Data",)
    assert read["actual_column"] == ("Accident Level",)
    assert read["potential_column"] == ("Potential Accident Level",)
    assert (found.date_order, found.midnight_unknown, found.key) == ("dmy", True, sheet.heading[:1])


def test_that_all_of_it_comes_in_unchanged_and_again_nothing(imports: Imports, sheet: Sheet) -> None:
    imports.take_in(sheet, source="accidents.csv")
    records = imports.records()
    assert [record["what_happened"] for record in records] == [text.replace("\r\n", "\n") for text in stories()]
    assert {record["occurred"]["precision"] for record in records} == {"date"}
    assert Counter(record["year"] for record in records) == {2016: 285, 2017: 140}
    assert len({record["place"] for record in records}) == 3
    assert imports.plan(sheet).here == ROWS
    changed = imports.plan(with_cell(sheet, 6, "Accident Level", "IV"), source="accidents.csv")
    assert (changed.here, len(changed.changed), len(changed.changed[0].edits)) == (ROWS - 1, 1, 1)
    assert imports.desk.breaks() == []


def test_that_equal_rows_are_kept_without_the_numbers(imports: Imports, sheet: Sheet) -> None:
    bare = Sheet(sheet.name, sheet.heading[1:], tuple(row[1:] for row in sheet.rows), sheet.lines)
    guessed: SheetMapping = imports.guess(bare)
    assert guessed.key == ()
    imports.take_in(bare, guessed)
    assert len(imports.ids()) == ROWS
    assert imports.plan(bare, guessed).here == ROWS
