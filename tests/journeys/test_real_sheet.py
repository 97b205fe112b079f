"""A sheet as works keep them, with all its faults, comes in through `apply` with its texts unchanged.

The sheet is made here: 425 rows shaped like a published one (odd headings, a column without one, line breaks inside
quotes, double blanks, zero-width characters, near-duplicates, dates without an hour).
"""

from __future__ import annotations

import csv
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from incident_desk.storage.register import open_register
from tests.journeys.program import Program

ROWS = 425
HEADINGS = ["", "Data", "Countries", "Industry Sector", "Genre", "Critical Risk", "Description"]
WHAT = ("the grinding disc", "a hose of the pump", "the ladder", "the drill rod", "a sling", "the lid of the mixer")
DID = ("slipped", "came loose", "broke", "fell", "turned by itself", "jammed")
WHERE = ("left hand", "face", "right foot", "shoulder", "back")
FAULTS = (
    "{}  with two blanks",
    "{}\nAnd a second line.",
    "{}\n\nAfter an empty line;  and two blanks.",
    'He said "stop" and {}',
    "area of \u200b\u200bthe left foot, {}",
    "{} at 45 ºC, nível +170, ½ inch",
    "'{}'",
    '""{}"", 12" pipe',
    "{}\tafter a tab",
    "{};{},{}",
    "=SUM(A1) {}",
    "{} 100 % <b>sure</b> & {{name}}",
    "\ufeff{}",
    "{} \\n not a line \\",
    "{}",
)
RISKS = ("Others", "Pressed", "Manual Tools", "\nNot applicable", "Vehicles and  Mobile Equipment", "Fall", "")


def _rows() -> list[dict[str, str]]:
    chance = random.Random(425)
    rows: list[dict[str, str]] = []
    for n in range(ROWS):
        day = date(2016, 1, 1) + timedelta(days=n)
        plain = f"{chance.choice(WHAT)} {chance.choice(DID)} and touched the {chance.choice(WHERE)} of a worker"
        if n % 25 == 24:
            plain = rows[-1]["Description"]  # a near-duplicate, as sheets have them
        description = FAULTS[n % len(FAULTS)].replace("{}", plain).replace("{{", "{").replace("}}", "}")
        values = (str(n), f"{day:%d-%m-%Y} 00:00", "Country_01", "Metals ", "Male", RISKS[n % 7], description)
        rows.append(dict(zip(HEADINGS, values, strict=True)))
    return rows


def _written_and_read(path: Path) -> list[dict[str, str]]:
    """Through a real CSV file, so that the texts are what a spreadsheet would hand on."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS)
        writer.writeheader()
        writer.writerows(_rows())
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _order(row: dict[str, str]) -> dict[str, Any]:
    """The few lines of script that a user writes."""
    day, month, year = row["Data"].split(" ")[0].split("-")
    fields = {
        "what_happened": row["Description"],
        "occurred": f"{year}-{month}-{day}",
        "place_detail": f"{row['Countries']}, {row['Industry Sector']}",
        "contributing": row["Critical Risk"],
    }
    return {"command": "RecordIncident", "fields": fields}


@pytest.mark.slow
def test_that_425_rows_come_in_as_reports_with_their_texts_unchanged(desk: Program, tmp_path: Path) -> None:
    register = tmp_path / "works.register"
    assert desk("new", str(register), "--pack", "factory", "--site", "HALDEN", "--zone", "America/Lima").status == 0
    works = desk.at(register)
    rows = _written_and_read(tmp_path / "sheet.csv")
    orders = tmp_path / "orders.jsonl"
    orders.write_text("".join(json.dumps(_order(row)) + "\n" for row in rows), encoding="utf-8")
    answer = works("apply", str(orders))
    assert (answer.status, answer.err) == (0, "")
    assert len(answer.lines) == ROWS
    assert [line["number"][-4:] for line in answer.lines] == [f"{n:04d}" for n in range(1, ROWS + 1)]
    assert works("info", "--json").json["inbox"] == ROWS
    assert works("verify").status == 0
    _texts_are_unchanged(register, [line["id"] for line in answer.lines], rows)
    _one_is_shown_and_found(works, answer.lines[1]["number"], rows[1])


def _texts_are_unchanged(register: Path, ids: list[str], rows: list[dict[str, str]]) -> None:
    opened = open_register(str(register))
    try:
        for incident, row in zip(ids, rows, strict=True):
            record = opened.queries.record("incident", incident)
            assert record is not None
            assert record.values["what_happened"] == row["Description"]
            assert record.values.get("contributing", "") == row["Critical Risk"]
            assert record.values["place_detail"] == f"{row['Countries']}, {row['Industry Sector']}"
            assert record.values["occurred"]["precision"] == "date"  # a day without an hour is not midnight
            assert 0 < len(record.values["title"]) <= 100
            assert "\n" not in record.values["title"]
    finally:
        opened.close()


def _one_is_shown_and_found(works: Program, number: str, row: dict[str, str]) -> None:
    assert works("show", number, "--json").json["fields"]["what_happened"] == row["Description"]
    found = works("search", "second line", "--json").json
    assert number in [each["number"] for each in found]
