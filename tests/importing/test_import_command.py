"""The command line imports a list from first to last, in one call."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
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
    dry = works("import", str(sheet), "--preview", "--save-mapping", str(saved), "--json")
    assert (dry.status, dry.err, dry.json["new"]) == (0, "", 2)
    assert works("info", "--json").json["incidents"] == 0
    told = works("import", str(sheet), "--mapping", str(saved), "--closed", "Status=zu")
    assert (told.status, told.err) == (0, "")
    assert "Rows: 2. New: 2. Already here: 0. Changed: 0. Cannot come in: 0." in told.out
    assert "Numbers HALDEN-2016-0001 to HALDEN-2016-0002." in told.out
    shown = works("show", "HALDEN-2016-0001", "--json").json
    assert (shown["status"], shown["fields"]["old_number"], shown["place"]) == ("concluded", "1", "Dach")
    assert "its steps are not recorded" in works("show", "HALDEN-2016-0001").out
    again = works("import", str(sheet), "--json").json
    assert (again["mapping"], again["new"], again["here"]) == ("remembered", 0, 2)
    assert works("verify").status == 0


def test_that_a_changed_cell_is_shown_and_taken_when_asked(works: Program, sheet: Path) -> None:
    works("import", str(sheet))
    sheet.write_text(ROWS.replace("Es brannte", "Es brannte sehr"), encoding="utf-8")
    shown = works("import", str(sheet))
    assert "Line 3, HALDEN-2016-0002: Was ist passiert: “Es brannte” -> “Es brannte sehr”" in shown.out
    assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Es brannte"
    assert works("import", str(sheet), "--changes", "take", "--json").json["done"]["taken"] == 1
    assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Es brannte sehr"


def test_that_what_was_changed_here_is_left_and_named(works: Program, sheet: Path) -> None:
    works("import", str(sheet))
    order = {"command": "ChangeFields", "incident": "HALDEN-2016-0002", "fields": {"what_happened": "Only smoke"}}
    assert works.apply([order]).status == 0
    sheet.write_text(ROWS.replace("Es brannte", "Es brannte sehr"), encoding="utf-8")
    seen = "Line 3, HALDEN-2016-0002: Was ist passiert: “Only smoke” -> “Es brannte sehr”"
    said = "Line 3, HALDEN-2016-0002: changed here since; the sheet said “Es brannte” before"
    how = "What was changed here since stays; only --take LINE:COLUMN takes the cell of the sheet over."
    for asked in (["--preview"], ["--changes", "take"], ["--take", "3"]):
        told = works("import", str(sheet), *asked).out.splitlines()
        assert {seen, said, how} <= set(told)
        assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Only smoke"
    [row] = works("import", str(sheet), "--preview", "--json").json["changes"]
    assert row["cells"] == [{"column": "Was ist passiert", "old": "Es brannte", "new": "Es brannte sehr",
                             "can_be_taken": True, "changed_here": True, "here": "Only smoke"}]  # fmt: skip
    done = works("import", str(sheet), "--changes", "take", "--take", "3:Was ist passiert").out
    assert "changes taken: 1" in done and seen not in done
    assert works("show", "HALDEN-2016-0002", "--json").json["fields"]["what_happened"] == "Es brannte sehr"


def test_that_the_numbers_of_each_year_are_told(works: Program, sheet: Path) -> None:
    sheet.write_text(ROWS + "3;13.03.2017;Dach;Es brannte wieder;offen\n", encoding="utf-8")
    told = works("import", str(sheet)).out.splitlines()
    assert "Numbers HALDEN-2016-0001 to HALDEN-2016-0002, HALDEN-2017-0001." in told
    sheet.write_text("Datum;Was ist passiert\n12.03.2018;Ein Rohr brach im Keller\n", encoding="utf-8")
    done = works("import", str(sheet), "--json").json["done"]
    assert done["numbers"] == [{"first": "HALDEN-2018-0001", "last": "HALDEN-2018-0001"}]


def test_that_bad_rows_are_listed_written_out_and_mended(works: Program, sheet: Path, tmp_path: Path) -> None:
    sheet.write_text(ROWS.replace("13.03.2016;Dach", "12.03.2999;=Dach"), encoding="utf-8")
    bad = tmp_path / "bad.csv"
    told = works("import", str(sheet), "--bad-rows", str(bad))
    assert told.status == 1
    assert "Line 3: Datum: “12.03.2999”. " in told.out
    assert told.err.startswith("Nothing was imported. Rows that cannot come in as they are: 1.")
    assert works("info", "--json").json["incidents"] == 0
    with bad.open(encoding="utf-8-sig", newline="") as file:
        heading, row = csv.reader(file)
    assert (heading[-2:], row[2], row[-2]) == (["Line of the sheet", "Why it did not come in"], "'=Dach", "3")
    assert works("import", str(sheet), "--skip-bad").status == 0
    bad.write_text(bad.read_text(encoding="utf-8-sig").replace("12.03.2999", "13.03.2016"), encoding="utf-8")
    mended = works("import", str(bad), "--json").json
    assert (mended["mapping"], mended["new"], mended["bad"]) == ("remembered", 1, 0)
    assert works("import", str(sheet), "--json").json["bad"] in (0, 1)


def test_that_what_is_no_incident_is_told(works: Program, sheet: Path) -> None:
    sheet.write_text(ROWS + "Summe: 2;;;;\n", encoding="utf-8")
    told = works("import", str(sheet), "--preview")
    assert (told.status, told.err) == (0, "")
    assert "Line 4 looks like a total and is left out." in told.out
    assert works("import", str(sheet), "--preview", "--json").json["totals"] == [4]
    sheet.write_text(ROWS + "3;14.03.2016;Dach;Sturz; Kopf;zu\n", encoding="utf-8")
    told = works("import", str(sheet), "--preview")
    assert "Line 4: The row has more cells than headings." in told.out
    sheet.write_text(ROWS.splitlines()[0], encoding="utf-8")
    empty = works("import", str(sheet))
    assert (empty.status, empty.out) == (1, "")
    assert empty.err.startswith("There are no rows below the heading.")


def test_that_the_tab_read_is_named(works: Program, tmp_path: Path) -> None:
    cells = [row.split(";") for row in ROWS.splitlines()]
    tabs = {"Deckblatt": sheet_xml([["Firma", "Werk"]]), "Unfälle 2024": sheet_xml(cells)}
    book = pack(tmp_path / "a.xlsx", xlsx_parts(tabs))
    told = works("import", str(book), "--preview")
    assert told.out.startswith("Read from the tab Unfälle 2024; not read: Deckblatt.")
    assert "not read" not in works("import", str(book), "--preview", "--sheet", "Unfälle 2024").out


DOUBTS = (
    "Nr;Datum;Uhrzeit;Was ist passiert;Status;SAC;Ausfallzeit;Ort;Farbe\n"
    "1;12.03.2016;abends;Die Lampe fiel;offen;1;2-3 h;Dach;#WERT!\n"
    "2;13.03.2016;08:30;Es brannte im Keller;offen;2;4;Dach;rot\n"
    "2;14.03.2016;09:30;Der Aufzug blieb stecken;offen;3;5;Dach;rot\n"
    ";15.03.2016;10:30;Das Wasser lief aus;offen;4;1;Dach;blau\n"
)


def test_that_every_doubt_is_said(works: Program, sheet: Path) -> None:
    sheet.write_text(DOUBTS, encoding="utf-8")
    told = works("import", str(sheet), "--preview")
    assert (told.status, told.err) == (0, "")
    for line in (
        "  How bad it was: 1 is read as the worst, which no row proves; --one-is least turns it round",
        "2 stands more than once under Nr, in lines 3, 4. These rows are told apart by what else they say.",
        "1 row has nothing under Nr and is known by what it says: line 5.",
        "Line 2: Ausfallzeit: “2-3 h”. This says from where to where, not one number. It stays as it stands there.",
        "1 cell holds an error of the spreadsheet and says nothing; it stays as it stands there: line 2, Farbe, #WERT!.",
        "  new in the register: Dach (Place, 4 rows)",
    ):  # fmt: skip
        assert line in told.out.splitlines()
    found = works("import", str(sheet), "--preview", "--json").json
    assert (found["scales_unproved"], found["without_number"]) == (["actual_column"], [5])
    assert found["twice"] == [{"number": "2", "lines": [3, 4]}]
    assert [each["code"] for each in found["read_in_part"]] == ["number_range", "hour_kept"]
    assert [(each["line"], each["value"]) for each in found["errors"]] == [(2, "#WERT!")]


def test_that_odd_letters_and_lines_above_the_headings_are_said(works: Program, sheet: Path) -> None:
    text = ROWS.replace("Dach", "Крыша").replace("Die Lampe fiel", "Лампа упала").replace("ist", "")
    sheet.write_bytes(f"Ward 3 incidents 2019;;;;\n{text}".encode("cp1251"))
    told = works("import", str(sheet), "--preview")
    assert "Left out above the headings: Ward 3 incidents 2019\n" in told.out
    assert (
        "3 cells hold letters that nobody writes, such as “Êðûøà”. --letters reads the file in another way." in told.out
    )
    assert works("import", str(sheet), "--preview", "--json").json["odd_letters"]["cells"] == 3
    assert works("import", str(sheet), "--letters", "cp1251").status == 0
    shown = works("show", "HALDEN-2016-0001", "--json").json
    assert (shown["fields"]["what_happened"], shown["place"]) == ("Лампа упала", "Крыша")
    assert works("import", str(sheet), "--letters", "cp1251", "--json").json["odd_letters"] is None


def test_that_what_cannot_be_taken_is_said_when_all_was_asked_for(works: Program, sheet: Path) -> None:
    works("import", str(sheet), "--closed", "Status=zu,offen")
    sheet.write_text(ROWS.replace("Es brannte", "Es brannte sehr"), encoding="utf-8")
    told = works("import", str(sheet), "--closed", "Status=zu,offen", "--changes", "take")
    assert "Line 3, HALDEN-2016-0002: Was ist passiert: “Es brannte” -> “Es brannte sehr”" in told.out
    assert "Line 3, HALDEN-2016-0002: HALDEN-2016-0002 is " in told.out


def test_that_lines_of_a_list_are_shown_one_below_the_other(works: Program, sheet: Path, tmp_path: Path) -> None:
    rows = (
        ROWS.replace("Status", "Korrekturmaßnahmen").replace(";zu", ';"Neue Lampe\nNetz"').replace("offen", "Wand, neu")
    )
    sheet.write_text(rows, encoding="utf-8")
    saved = tmp_path / "meaning.toml"
    told = works("import", str(sheet), "--preview", "--save-mapping", str(saved))
    assert "Korrekturmaßnahmen -> Actions: Corrective\n    3 entries from 2 rows, such as:" in told.out
    assert "      - Neue Lampe\n      - Netz\n    still to be completed there: Owner, Due\n" in told.out
    saved.write_text(saved.read_text(encoding="utf-8").replace('"guessed"', '"commas"'), encoding="utf-8")
    shown = works("import", str(sheet), "--mapping", str(saved), "--json").json["lists"]["actions.corrective"]
    assert (shown["split"], shown["lines"], shown["first"]) == ("commas", 4, ["Neue Lampe", "Netz"])
    assert works("import", str(sheet), "--mapping", str(saved)).status == 0
    actions = works("show", "HALDEN-2016-0002", "--json").json["actions"]
    assert [each["what"] for each in actions] == ["Wand", "neu"]
    assert works("import", str(sheet), "--json").json["here"] == 2


def test_that_a_scale_is_turned_round_when_asked(works: Program, sheet: Path) -> None:
    sheet.write_text(DOUBTS, encoding="utf-8")
    assert "    1 = Catastrophic" in works("import", str(sheet), "--preview").out.splitlines()
    other = works("import", str(sheet), "--preview", "--one-is", "least").out.splitlines()
    assert "    1 = Negligible" in other
    assert not [line for line in other if "no row proves" in line]


def test_that_one_cell_of_a_changed_row_is_taken_and_the_other_offered_again(works: Program, sheet: Path) -> None:
    assert works("import", str(sheet), "--closed", "Status=zu").status == 0
    sheet.write_text(ROWS.replace("Es brannte;offen", "Es brannte sehr;zu"), encoding="cp1252")
    offered = works("import", str(sheet), "--preview").out
    assert "closed in the sheet since; taken over, it is concluded, its steps not recorded" in offered
    assert works("import", str(sheet), "--take", "3:status").status == 0
    shown = works("show", "HALDEN-2016-0002", "--json").json
    assert (shown["status"], shown["fields"]["what_happened"]) == ("concluded", "Es brannte")
    for wrong in ("4", "3:Datum", "x"):
        answer = works("import", str(sheet), "--take", wrong)
        assert (answer.status, answer.err.startswith(f"Nothing changed at {wrong}.")) == (1, True)


def test_that_a_sheet_of_many_columns_is_told_in_short(works: Program, sheet: Path) -> None:
    names = ["Nr", "Datum", "Was ist passiert", *(f"Merkmal {n}" for n in range(197))]
    cells = ["1", "12.03.2016", "Die Lampe fiel", *(f"Wert {n}" for n in range(197))]
    sheet.write_text("\n".join(";".join(each) for each in (names, cells)), encoding="utf-8")
    told = works("import", str(sheet))
    kept = next(line for line in told.out.splitlines() if "kept as it stood" in line)
    assert kept.endswith("Merkmal 11 and 185 more")
    assert "Number HALDEN-2016-0001." in told.out.splitlines()
    shown = works("show", "HALDEN-2016-0001").out
    assert "    Merkmal 196: Wert 196" in shown.splitlines()


@pytest.mark.parametrize(("language", "said"), [("en", "Left out: 1 row."), ("de", "Weggelassen: 1 Zeile.")])
def test_that_one_is_one(works: Program, sheet: Path, language: str, said: str) -> None:
    sheet.write_text(ROWS.replace("13.03.2016", "12.03.2999"), encoding="utf-8")
    assert said in replace(works, language=language)("import", str(sheet), "--skip-bad").out.splitlines()


def test_that_people_and_places_come_in(works: Program, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("Name,Code,Kind\nRoof,ROOF,department\n", encoding="utf-8")
    assert "Added 1, changed 0." in works("import", str(places), "--as-list", "places").out
    people = tmp_path / "people.csv"
    people.write_text("Name,Role\nZoe Zorn,Administrator\nOtto,King\n", encoding="utf-8")
    told = works("import", str(people), "--as-list", "people", "--json")
    assert (told.status, told.json["bad"], told.json["written"]) == (1, 1, False)
    assert works("import", str(people), "--as-list", "people", "--skip-bad").status == 0
    assert works("info", "--json").json["people"] == 1
    nobody = works("import", str(places), "--as-list", "places")
    assert (nobody.status, nobody.out) == (1, "")
    assert "Zoe Zorn" in nobody.err


def test_that_bad_rows_of_a_list_are_written_out_and_mended(works: Program, tmp_path: Path) -> None:
    places, bad = tmp_path / "places.csv", tmp_path / "bad.csv"
    places.write_text("Name,Part of\nRoof,Atlantis\nTower,\n", encoding="utf-8")
    told = works("import", str(places), "--as-list", "places", "--skip-bad", "--bad-rows", str(bad))
    assert told.status == 0
    assert f"{bad}" in told.out
    heading, row = csv.reader(bad.read_text(encoding="utf-8-sig").splitlines())
    assert (heading[:2], row[:3]) == (["Name", "Part of"], ["Roof", "Atlantis", "2"])
    assert "Atlantis" in row[3]
    bad.write_text(bad.read_text(encoding="utf-8-sig").replace("Roof,Atlantis", "Roof,Tower"), encoding="utf-8")
    assert works("import", str(bad), "--as-list", "places", "--json").json["new"] == 1


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


def test_that_neither_the_sheet_nor_the_register_is_written_over(works: Program, sheet: Path) -> None:
    sheet.write_text(ROWS.replace("13.03.2016", "gestern"), encoding="utf-8")
    before, register = sheet.read_bytes(), Path(works.register or "")
    for option in ("--bad-rows", "--save-mapping"):
        told = works("import", str(sheet), "--preview", option, str(sheet))
        assert (told.status, told.out) == (1, "")
        assert told.err == f"{sheet} is the sheet that is being read. It stays as it is; choose another name.\n"
        told = works("import", str(sheet), "--preview", option, str(register))
        assert told.err == f"{register} is a register, or belongs to one. It stays as it is; choose another name.\n"
    assert sheet.read_bytes() == before
    assert works("info", "--json").json["incidents"] == 0
