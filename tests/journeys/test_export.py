"""Exports by the command line: what went in comes out, as a sheet, as lines, as a calendar."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.journeys.program import Program

TEXTS = ["The pump ran too fast.", "=1+1", 'Zeile eins\nZeile zwei, "zitiert"', "سقط المريض", "👩‍👩‍👧 fell"]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("furnished")
    desk = Program(folder / "data").at(folder / "ward.register")
    assert desk("new", str(desk.register), "--pack", "hospital", "--site", "STB", "--zone", "Europe/Berlin").status == 0
    reports = [{"command": "RecordIncident", "fields": {"what_happened": text, "place": "ICU"}} for text in TEXTS]
    assert desk.apply(reports).status == 0
    return desk


def test_that_lines_hold_every_description_unchanged(furnished: Program, tmp_path: Path) -> None:
    answer = furnished("export", str(tmp_path / "all.jsonl"), "--format", "jsonl")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"Wrote {len(TEXTS)} incidents into {tmp_path / 'all.jsonl'}.\n"
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").split("\n")[:-1]]
    assert [line["fields"]["what_happened"] for line in lines] == TEXTS[::-1]
    assert all(line["number"] and line["id"] and line["status"] == "inbox" for line in lines)


def test_that_standard_output_holds_the_file_alone(furnished: Program) -> None:
    lines = furnished("export", "-", "--format", "jsonl").lines
    assert [line["number"] for line in furnished("list", "--json").json] == [line["number"] for line in lines]


def test_that_a_sheet_opens_elsewhere(furnished: Program, tmp_path: Path) -> None:
    chosen = ("--columns", "what_happened,place")
    assert furnished("export", str(tmp_path / "a.csv"), *chosen).status == 0
    assert furnished("export", "--out", str(tmp_path / "a.xlsx"), *chosen).status == 0
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Incident Desk id, guarded", "Number", "Entries", "What happened", "Place"]
    assert [row[3].removeprefix("'") for row in rows[1:]] == TEXTS[::-1]
    sheet = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[3] for row in sheet] == ["What happened", *TEXTS[::-1]]


def test_that_a_sheet_speaks_the_language_that_was_asked_for(furnished: Program) -> None:
    german = Program(furnished.data_dir, furnished.register, "de")
    (row, *_) = csv.DictReader(io.StringIO(german("export", "-", "--format", "csv").out.lstrip("\ufeff")))
    assert (row["Stand"], row["Art"]) == ("Im Eingang", "Zwischenfall")


def test_that_the_filters_are_those_of_the_list(furnished: Program) -> None:
    assert furnished("export", "-", "--format", "jsonl", "--status", "open").out == ""
    assert len(furnished("export", "-", "--format", "jsonl", "--department", "ICU").lines) == len(TEXTS)


def test_that_a_calendar_goes_to_standard_output(furnished: Program) -> None:
    answer = furnished("export", "-", "--format", "ics")
    assert answer.out.startswith("BEGIN:VCALENDAR")
    assert answer.out.rstrip().endswith("END:VCALENDAR")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "FILE"),
        (("list.txt",), "--format"),
        (("-", "--format", "xlsx"), "xlsx"),
        (("list.csv", "--columns", "nosuch"), "nosuch"),
        (("due.ics", "--complete"), "ics"),
        (("/nosuch/folder/list.csv",), "/nosuch/folder/list.csv"),
    ],
)
def test_that_what_cannot_be_is_told_in_a_sentence(
    furnished: Program, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    answer = Program(furnished.data_dir, furnished.register, folder=tmp_path)("export", *arguments)
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_that_no_register_is_written_over(furnished: Program, tmp_path: Path) -> None:
    register = str(furnished.register)
    for arguments in (("export", register, "--format", "csv"), ("report", "list", "--out", register)):
        answer = furnished(*arguments)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == f"{register} is a register, or belongs to one. It stays as it is; choose another name.\n"
    assert furnished("verify").status == 0


def test_that_two_targets_are_one_too_many(furnished: Program, tmp_path: Path) -> None:
    one, other = str(tmp_path / "a.csv"), str(tmp_path / "b.csv")
    answer = furnished("export", one, "--out", other)
    assert (answer.status, answer.err) == (1, f"The file is named twice: {one} and {other}. Name it once.\n")
    assert list(tmp_path.iterdir()) == []
