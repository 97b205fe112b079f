"""Hours in columns of their own: with AM or PM beside them, in the zone of their heading, from when to when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.usecases.importing.zones import HeadingZone, heading_zones
from tests.factories import open_desk
from tests.files.sheets.making import xlsx
from tests.importing.tables import STORY, Imports, table
from tests.journeys.program import Program


@pytest.fixture
def works(tmp_path: Path) -> Program:
    program = Program(tmp_path / "data", language="en")
    register = tmp_path / "works.register"
    assert program("new", str(register), "--pack", "factory", "--site", "HALDEN", "--zone", "Europe/Berlin").status == 0
    return program.at(register)


def hours(imports: Imports) -> list[str]:
    """Of each incident when it occurred, in UTC."""
    return [record["occurred"]["earliest"][11:16] for record in imports.records()]


@pytest.mark.parametrize("heading", ["AM/PM", "", "Half", "Vor-/Nachmittag"])
def test_that_half_days_join_the_hour_beside_them(imports: Imports, heading: str) -> None:
    sheet = table(
        f"No|Date|Time|{heading}|Description", f"1|13.01.2024|2:30|PM|{STORY}", f"2|14.01.2024|9:00|am|{STORY} b"
    )
    plan = imports.take_in(sheet)
    assert plan.mapping.fields["occurred"].columns[:2] == ("Date", "Time")
    assert len(plan.mapping.fields["occurred"].columns) == 3
    assert hours(imports) == ["13:30", "08:00"]


def test_that_a_half_day_without_an_hour_leaves_the_day(imports: Imports) -> None:
    sheet = table("No|Date|Time|Description", f"1|13.01.2024|am|{STORY}", f"2|14.01.2024|09:15|{STORY} b")
    plan = imports.plan(sheet)
    assert [row.fields["occurred"]["earliest"][:10] for row in plan.new] == ["2024-01-12", "2024-01-14"]
    assert [remark.code for remark in plan.remarks] == ["hour_kept"]


def test_that_half_days_join_a_day_with_its_hour(imports: Imports) -> None:
    sheet = table("No|Date|AM/PM|Description", f"1|13.01.2024 2:30|PM|{STORY}", f"2|14.01.2024 9:00|AM|{STORY} b")
    imports.take_in(sheet)
    assert hours(imports) == ["13:30", "08:00"]


def test_that_a_word_of_another_column_is_no_half_day(imports: Imports) -> None:
    sheet = table("No|Date|Time|Ward|Description", f"1|13.01.2024|2:30|PM|{STORY}", f"2|14.01.2024|9:00|ICU|{STORY} b")
    assert imports.plan(sheet).mapping.fields["occurred"].columns == ("Date", "Time")


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Time (UTC)", ["10:00", "23:30"]), ("Uhrzeit (MEZ)", ["09:00", "22:30"]), ("Time", ["08:00", "21:30"]),
        ("Uhrzeit (MEZ/MESZ)", ["08:00", "21:30"]), ("Time CET/CEST", ["08:00", "21:30"]),
        ("Uhrzeit (MEZ bzw. MESZ)", ["08:00", "21:30"]), ("Time (GMT/BST)", ["09:00", "22:30"]),
        ("Local time (UTC-5 / UTC-4)", ["08:00", "21:30"]), ("Time (UTC+1/+2)", ["08:00", "21:30"]),
        ("Time (CET or EST)", ["08:00", "21:30"]), ("Time (UTC+01:00)", ["09:00", "22:30"]),
        ("Time (UTC/GMT)", ["10:00", "23:30"]), ("Time CET (UTC+1)", ["09:00", "22:30"]),
    ],
)  # fmt: skip
def test_that_the_heading_of_hours_gives_their_zone(imports: Imports, heading: str, found: list[str]) -> None:
    sheet = table(f"No|Date|{heading}|Description", f"1|13.07.2024|10:00|{STORY}", f"2|14.07.2024|23:30|{STORY} b")
    imports.take_in(sheet)
    assert hours(imports) == found
    assert {record["occurred"]["zone"] for record in imports.records()} == {"Europe/Berlin"}


@pytest.mark.parametrize(
    ("heading", "vague"),
    [
        ("Local time (UTC-5 / UTC-4)", "UTC-5 / UTC-4"),
        ("Time (UTC+1/+2)", "UTC+1 / +2"),
        ("Time (EST/EDT)", "EST / EDT"),
    ],
)
def test_that_two_zones_in_a_heading_are_told(imports: Imports, heading: str, vague: str) -> None:
    plan = imports.plan(table(f"No|Date|{heading}|Description", f"1|13.07.2024|10:00|{STORY}"))
    assert list(heading_zones(plan.mapping, plan.names)) == [HeadingZone(heading, "Europe/Berlin", vague)]


def test_that_winter_and_summer_in_a_heading_are_one_zone_wherever_the_register_is(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "far.register"), zone="Asia/Tokyo") as desk:
        far = Imports(desk)
        rows = (f"1|13.07.2024|10:00|{STORY}", f"2|13.01.2024|10:00|{STORY} b")
        plan = far.take_in(table("No|Date|Uhrzeit (MEZ/MESZ)|Description", *rows))
        assert hours(far) == ["08:00", "09:00"]
        assert [each.zone for each in heading_zones(plan.mapping, plan.names)] == ["Europe/Berlin"]


@pytest.mark.parametrize("text", ["10:00-10:00", "10 - 10 Uhr", "von 10:00 bis 10:00", "10:00 – 10:00 h"])
def test_that_from_ten_to_ten_is_at_ten(imports: Imports, text: str) -> None:
    imports.take_in(table("No|Date|Time|Description", f"1|13.07.2024|{text}|{STORY}"))
    (record,) = imports.records()
    assert (record["occurred"]["precision"], hours(imports)) == ("exact", ["08:00"])


def test_that_spans_of_hours_and_days_run_together_are_guessed(imports: Imports) -> None:
    sheet = table("No|Date|Time|Description", f"1|20240713|10:00 - 11:30|{STORY}", f"2|20240714|9-10 Uhr|{STORY} b")
    imports.take_in(sheet)
    assert [record["occurred"]["precision"] for record in imports.records()] == ["between", "between"]
    assert hours(imports) == ["08:00", "07:00"]


TOLD = {
    "en": ("  Time (UTC): the hours count in UTC, as the heading says",
           "  some rows show the day first, others the month; look at the dates that could be both"),
    "de": ("  Time (UTC): die Uhrzeiten gelten in UTC, wie die Überschrift sagt",
           "  manche Zeilen zeigen zuerst den Tag, andere den Monat; prüfen Sie die Daten, die beides sein können"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_the_command_tells_zones_and_mixed_orders(works: Program, tmp_path: Path, language: str) -> None:
    sheet = tmp_path / "list.csv"
    days = ["13/01/2024", "01/14/2024", "02/03/2024"]
    rows = "".join(f"{n},{day},10:00,It fell from the shelf {n}\n" for n, day in enumerate(days))
    sheet.write_text(f"No,Date,Time (UTC),What happened\n{rows}")
    told = replace(works, language=language)("import", str(sheet), "--preview").out.splitlines()
    assert set(TOLD[language]) <= set(told)


def test_that_the_command_tells_zones_that_are_several(works: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("No,Date,Time (EST),What happened\n1,13/01/2024,10:00,It fell\n2,14/01/2024,11:00,It broke\n")
    told = works("import", str(sheet), "--preview").out.splitlines()
    assert "  Time (EST): EST can be several zones; the hours count in Europe/Berlin, --zone says another" in told


def test_that_the_command_tells_hours_that_clocks_skip(works: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Nr;Datum;Was ist passiert\n1;31.03.2024 02:30;Es brannte\n2;27.10.2024 02:30;Es fiel um\n")
    told = works("import", str(sheet))
    assert "The day is taken over. That hour was skipped when the clocks went forward." in told.out
    assert "That hour came twice when the clocks went back. It counts as between the two." in told.out
    kept = [dict(works("show", number, "--json").json["fields"])["occurred"]["precision"]
            for number in ("HALDEN-2024-0001", "HALDEN-2024-0002")]  # fmt: skip
    assert kept == ["date", "between"]


def test_that_the_command_tells_formulas_without_what_they_give(works: Program, tmp_path: Path) -> None:
    alone = ('s="0"', "<f>A2&amp;B2</f><v></v>")
    path = xlsx(tmp_path / "a.xlsx", ["No", "Date", "What happened", "Action taken"],
                *([n, f"1{n}.03.2021", f"It fell from the shelf {n}", alone] for n in range(1, 5)))  # fmt: skip
    told = works("import", str(path), "--preview")
    assert (
        "Action taken: the file does not hold what 4 formulas give, so nothing is read there (lines 2, 3, 4, 5)."
        in (told.out)
    )
    assert works("import", str(path), "--preview", "--json").json["formulas_alone"] == {"Action taken": [2, 3, 4, 5]}
