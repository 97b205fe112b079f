"""The check step tells how dates, hours and numbers are read wherever the sheet leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.factories import Desk
from tests.files.sheets.making import xlsx
from tests.gui.conftest import OpenWindow
from tests.gui.importing.test_check_step import brought_in, checked
from tests.gui.importing.test_import_page import read, rows_of

Open = Callable[[Desk], OpenWindow]
STORY = "The pump stood still for a while and nobody noticed"


def test_that_words_in_place_of_days_and_numbers_are_told_and_cost_no_row(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened, path = open_on(desk), tmp_path / "words.csv"
    days = ["unbekannt", "12.03.2021", "KW 12", "unbekannt", "13.03.2021"]
    rows = "".join(f"{n};{day};{STORY} {n};1.500;16.0{n}.2021\n" for n, day in enumerate(days, 1))
    path.write_text(f"No;Date;What happened;Cost;Date closed\n{rows}8;;{STORY};;ongoing\n9;;{STORY} 9;;ongoing\n")
    page = checked(opened, path)
    notes = page.check.facts.reading
    assert notes.isVisible()
    assert notes.told.text().splitlines() == [
        "Occurred: 3 cells are no date and stay in the row as they stood: unbekannt (2), KW 12 (1)",
        "Closed on: 2 cells name no day that was; their rows come in open: ongoing (2)",
    ]
    assert notes.doubts.text().startswith("“1.500” is read as 1,500. No row shows")
    assert page.next.isEnabled()


def test_that_a_sheet_without_doubts_says_nothing(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened, path = open_on(desk), tmp_path / "plain.csv"
    path.write_text(f"No;Date;What happened\n1;12.03.2021;{STORY}\n2;13.03.2021;{STORY} again\n")
    page = checked(opened, path)
    assert not page.check.facts.reading.isVisible()


def test_that_formulas_without_what_they_give_and_zones_are_told(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    alone = ('s="0"', "<f>A2&amp;B2</f><v></v>")
    path = xlsx(tmp_path / "a.xlsx", ["No", "Date", "Time (UTC)", "What happened", "Action taken"],
                *([n, f"1{n}.03.2021", "10:00", f"{STORY} {n}", alone] for n in range(1, 5)))  # fmt: skip
    opened = open_on(desk)
    page = brought_in(opened, path)
    told = page.check.facts.reading.doubts.text()
    assert told.startswith("Action taken: what 4 formulas give is not in the file")
    assert "Time (UTC): the hours count in UTC, as the heading says." in told
    first = next(iter(rows_of(desk)))
    assert str(desk.record(first.id).values["occurred"]["earliest"]).endswith("T10:00:00Z")


def test_that_headings_in_two_rows_are_told(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened, path = open_on(desk), tmp_path / "two.csv"
    rows = [f"{n};0{n}.02.2021;0{n}.03.2021;{STORY} {n}" for n in range(1, 7)]
    path.write_text("\n".join(["No;Date;;Description", ";Incident;Reported;", *rows]), encoding="utf-8")
    page = read(opened, path)
    told = "The headings were read from two rows; the second one says: Incident | Reported."
    assert page.file.notes.told.text().startswith(told)
