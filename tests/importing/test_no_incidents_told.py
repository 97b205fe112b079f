"""The command says what it leaves out, what it only guesses, and what the columns of lists of people and places are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.importing.tables import STORY
from tests.journeys.program import Program

REPEATED = f"No,Date,What happened\n1,13.02.2021,{STORY}\nNo,Date,What happened\n2,14.02.2021,{STORY} b\nMarch 2021,,\n"


@pytest.fixture
def works(tmp_path: Path) -> Program:
    program = Program(tmp_path / "data", language="en")
    register = tmp_path / "works.register"
    assert program("new", str(register), "--pack", "factory", "--site", "HALDEN").status == 0
    return program.at(register)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Left out: 1 row repeats the headings (line 3).",
                "Left out: 1 row holds one word above the rows of a group (line 5).",
                "--every-row reads such rows as incidents all the same."]),
        ("de", ["Weggelassen: 1 Zeile wiederholt die Überschriften (Zeile 3).",
                "Weggelassen: 1 Zeile enthält ein einzelnes Wort über den Zeilen einer Gruppe (Zeile 5).",
                "--every-row liest auch solche Zeilen als Vorgänge."]),
    ],
)  # fmt: skip
def test_that_what_is_left_out_is_named(works: Program, tmp_path: Path, language: str, said: list[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(REPEATED, encoding="utf-8")
    told = replace(works, language=language)("import", str(path), "--preview")
    assert (told.status, set(said) - set(told.out.splitlines())) == (0, set())
    assert works("import", str(path), "--preview", "--json").json["no_incidents"] == {"headings": [3], "groups": [5]}
    every = works("import", str(path), "--preview", "--every-row", "--json").json
    assert (every["no_incidents"], every["rows"]) == ({}, 4)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "  Admitted is read as: Occurred. It holds days, but its heading does not say what of"),
        ("de", "  Admitted wird gelesen als: Ereignet. Dort stehen Tage, aber die Überschrift sagt nicht, wovon"),
    ],
)
def test_that_a_day_by_its_contents_alone_is_told(works: Program, tmp_path: Path, language: str, said: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Admitted,Description\n13.02.2021,{STORY}\n14.02.2021,{STORY} b\n", encoding="utf-8")
    assert said in replace(works, language=language)("import", str(path), "--preview").out.splitlines()
    assert works("import", str(path), "--preview", "--json").json["date_by_content"] == "Admitted"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["  Surname -> Name", "  First name -> First name", "  Ward -> Department", "  not read: E-mail"]),
        ("de", ["  Surname -> Name", "  First name -> Vorname", "  Ward -> Abteilung", "  nicht gelesen: E-mail"]),
    ],
)
def test_that_the_columns_of_a_list_are_shown(works: Program, tmp_path: Path, language: str, said: list[str]) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("Surname;First name;Ward;E-mail\nMüller;Anna;Ward 3;a@x.org\n", encoding="utf-8")
    told = replace(works, language=language)("import", str(path), "--as-list", "people", "--preview")
    assert told.out.splitlines()[:4] == said


@pytest.mark.parametrize(
    ("language", "unknown", "new"),
    [
        ("en", "  1 place is not here yet: Ward 3. --new-places adds it.", "  1 place that is added: Ward 3"),
        ("de", "  1 Ort ist noch nicht hier: Ward 3. --new-places legt ihn an.", "  1 Ort wird angelegt: Ward 3"),
    ],
)
def test_that_places_can_be_added_with_a_list(
    works: Program, tmp_path: Path, language: str, unknown: str, new: str
) -> None:
    path = tmp_path / "pumps.csv"
    path.write_text("Device,Serial number,Location\nPump,S1,Ward 3\nPump,S2,Ward 3\n", encoding="utf-8")
    said = replace(works, language=language)
    told = said("import", str(path), "--as-list", "equipment", "--preview")
    assert (told.status, unknown in told.out.splitlines()) == (1, True)
    done = said("import", str(path), "--as-list", "equipment", "--new-places")
    assert (done.status, new in done.out.splitlines()) == (0, True)


def test_that_levels_of_places_are_shown(works: Program, tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("Building,Floor,Room\nHouse A,1,12\n", encoding="utf-8")
    told = works("import", str(path), "--as-list", "places")
    assert told.out.splitlines()[0] == "  Building > Floor > Room -> places that lie in one another"
    assert "Added 3, changed 0." in told.out
