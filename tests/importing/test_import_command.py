"""The command line imports a list from first to last, in one call."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.files.sheets.making import pack, sheet_xml, xlsx_parts
from tests.journeys.program import Program

ROWS = "Nr;Datum;Station;Was ist passiert;Status\n1;12.03.2016;Dach;Die Lampe fiel;zu\n2;13.03.2016;Dach;Es brannte;offen\n"


@pytest.fixture
def works(tmp_path: Path) -> Program:
    program = Program(tmp_path / "data", language="en")
    register = tmp_path / "works.register"
    assert program("new", str(register), "--pack", "factory", "--site", "HALDEN", "--zone", "Europe/Berlin").status == 0
    return program.at(register)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(ROWS, encoding="cp1252")
    return path


def test_that_a_list_comes_in_and_again_is_here(works: Program, sheet: Path, tmp_path: Path) -> None:
    saved = tmp_path / "meaning.toml"
    dry = works("import", str(sheet), "--dry-run", "--save-mapping", str(saved), "--format", "json")
    assert (dry.status, dry.err, dry.json["new"]) == (0, "", 2)
    assert works("info", "--json").json["incidents"] == 0
    told = works("import", str(sheet), "--mapping", str(saved), "--closed", "Status=zu")
    assert (told.status, told.err) == (0, "")
    assert "Rows: 2. New: 2. Already here: 0. Changed: 0. Cannot come in: 0." in told.out
    assert "Numbers HALDEN-2016-0001 to HALDEN-2016-0002." in told.out
    shown = works("show", "HALDEN-2016-0001", "--json").json
    assert (shown["status"], shown["fields"]["old_number"], shown["place"]) == ("concluded", "1", "Dach")
    assert "its steps are not recorded" in works("show", "HALDEN-2016-0001").out
    again = works("import", str(sheet), "--format", "json").json
    assert (again["mapping"], again["new"], again["here"]) == ("remembered", 0, 2)
    assert works("verify").status == 0


def test_that_a_changed_cell_is_shown_and_taken_when_asked(works: Program, sheet: Path) -> None:
    works("import", str(sheet))
    sheet.write_text(ROWS.replace("Es brannte", "Es brannte sehr"), encoding="utf-8")
    shown = works("import", str(sheet))
    assert "Line 3, HALDEN-2016-0002: Was ist passiert: “Es brannte” -> “Es brannte sehr”" in shown.out
    assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Es brannte"
    assert works("import", str(sheet), "--changes", "take", "--format", "json").json["done"]["taken"] == 1
    assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Es brannte sehr"


def test_that_bad_rows_are_listed_written_out_and_mended(works: Program, sheet: Path, tmp_path: Path) -> None:
    sheet.write_text(ROWS.replace("13.03.2016", "=31.02.2016"), encoding="utf-8")
    bad = tmp_path / "bad.csv"
    told = works("import", str(sheet), "--bad-rows", str(bad))
    assert told.status == 1
    assert "Line 3: Datum: “=31.02.2016”. This is no date that can be read for certain." in told.out
    assert told.err.startswith("1 rows cannot come in as they are, so nothing was imported.")
    assert works("info", "--json").json["incidents"] == 0
    with bad.open(encoding="utf-8-sig", newline="") as file:
        heading, row = csv.reader(file)
    assert (heading[-2:], row[1], row[-2]) == (["Line of the sheet", "Why it did not come in"], "'=31.02.2016", "3")
    assert works("import", str(sheet), "--skip-bad").status == 0
    bad.write_text(bad.read_text(encoding="utf-8-sig").replace("'=31.02.2016", "13.03.2016"), encoding="utf-8")
    mended = works("import", str(bad), "--format", "json").json
    assert (mended["mapping"], mended["new"], mended["bad"]) == ("remembered", 1, 0)
    assert works("import", str(sheet), "--format", "json").json["bad"] in (0, 1)


def test_that_what_is_no_incident_is_told(works: Program, sheet: Path) -> None:
    sheet.write_text(ROWS + "Summe: 2;;;;\n", encoding="utf-8")
    told = works("import", str(sheet), "--dry-run")
    assert (told.status, told.err) == (0, "")
    assert "Line 4 looks like a total and is left out." in told.out
    assert works("import", str(sheet), "--dry-run", "--format", "json").json["totals"] == [4]
    sheet.write_text(ROWS + "3;14.03.2016;Dach;Sturz; Kopf;zu\n", encoding="utf-8")
    told = works("import", str(sheet), "--dry-run")
    assert "Line 4: The row has more cells than headings." in told.out
    sheet.write_text(ROWS.splitlines()[0], encoding="utf-8")
    empty = works("import", str(sheet))
    assert (empty.status, empty.out) == (1, "")
    assert empty.err.startswith("There are no rows below the heading.")


def test_that_the_tab_read_is_named(works: Program, tmp_path: Path) -> None:
    cells = [row.split(";") for row in ROWS.splitlines()]
    tabs = {"Deckblatt": sheet_xml([["Firma", "Werk"]]), "Unfälle 2024": sheet_xml(cells)}
    book = pack(tmp_path / "a.xlsx", xlsx_parts(tabs))
    told = works("import", str(book), "--dry-run")
    assert told.out.startswith("Read from the tab Unfälle 2024; not read: Deckblatt.")
    assert "not read" not in works("import", str(book), "--dry-run", "--sheet", "Unfälle 2024").out


def test_that_people_and_places_come_in(works: Program, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("Name,Code,Kind\nRoof,ROOF,department\n", encoding="utf-8")
    assert "Added 1, changed 0." in works("import", str(places), "--as-list", "places").out
    people = tmp_path / "people.csv"
    people.write_text("Name,Role\nZoe Zorn,Administrator\nOtto,King\n", encoding="utf-8")
    told = works("import", str(people), "--as-list", "people", "--format", "json")
    assert (told.status, told.json["bad"], told.json["written"]) == (1, 1, False)
    assert works("import", str(people), "--as-list", "people", "--skip-bad").status == 0
    assert works("info", "--json").json["people"] == 1
    nobody = works("import", str(places), "--as-list", "places")
    assert (nobody.status, nobody.out) == (1, "")
    assert "Zoe Zorn" in nobody.err


def test_that_what_cannot_be_is_said(works: Program, sheet: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("intoo = 'inbox'\n", encoding="utf-8")
    for arguments, said in (
        (("nothing.csv",), "nothing.csv"), ((str(sheet), "--mapping", str(wrong)), "Line 1 of wrong.toml"),
        ((str(sheet), "--closed", "Zustand=zu"), "The sheet has no column Zustand."),
        ((str(sheet), "--zone", "Mars"), "Mars"), ((str(sheet), "--sheet", "None such"), "None such"),
    ):  # fmt: skip
        answer = works("import", *arguments)
        assert (answer.status, answer.out) == (1, ""), arguments
        assert said in answer.err
        assert "Traceback" not in answer.err
    assert json.loads(works("info", "--json").out)["incidents"] == 0
