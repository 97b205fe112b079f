"""XLSX and ODS: values as they were stored, whatever the file is called."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import SheetHead
from tests.files.sheets.making import ods_parts, ods_row, ods_text, pack, sheet_xml, xlsx, xlsx_parts

HEADING = ("When", "What", "How many")


def test_that_each_kind_of_value_comes_as_what_it_is(reader: WorkerReader, tmp_path: Path) -> None:
    values = [
        ('s="1"', "<v>45000</v>"), ('s="2"', "<v>45000.5</v>"), ('s="3"', "<v>0.25</v>"), ('s="4"', "<v>1.5</v>"),
        True, 42, 2.5, ('t="str"', "<v>Grüße&#13;\nan alle</v>"), ('t="str"', "<f>A1&amp;A2</f><v>worked out</v>"), ("", "<f>1+1</f><v>2</v>"),
        ('t="str"', "<v>a_x0000_b</v>"), ("", "<v>1e999</v>"), None, ('t="e"', "<v>#REF!</v>"),
    ]  # fmt: skip
    path = xlsx(tmp_path / "a.xlsx", [f"h{n}" for n in range(len(values))], values)
    assert reader.read(path).rows == (
        (
            datetime.date(2023, 3, 15), datetime.datetime(2023, 3, 15, 12), datetime.time(6), datetime.timedelta(1.5),
            True, 42, 2.5, "Grüße\nan alle", "worked out", 2, "a\ufffdb", "inf", None, "#REF!",
        ),
    )  # fmt: skip
    row = reader.read(path).rows[0]
    assert [type(row[n]) for n in (0, 1, 4, 5)] == [datetime.date, datetime.datetime, bool, int]


def test_that_the_table_is_found_where_it_stands(reader: WorkerReader, tmp_path: Path) -> None:
    nothing = (None,) * 5
    rows = [
        nothing, (None, "Accidents of 2023"), nothing,
        (None, "Date", "Date", None, "How\nmany"), (None, "Mon", "x", None, 1), nothing, (None, "Tue", None, "y", 2),
    ]  # fmt: skip
    sheet = reader.read(xlsx(tmp_path / "a.xlsx", *rows))
    assert sheet.heading == ("Date", "Date (2)", "D", "How many")
    assert sheet.rows == (("Mon", "x", None, 1), ("Tue", None, "y", 2))
    assert sheet.lines == (5, 7)


def test_that_all_sheets_are_named_and_the_first_with_rows_is_read(reader: WorkerReader, tmp_path: Path) -> None:
    sheets = {
        "Lists": sheet_xml([["Level"], ["low"]]),
        "Empty": sheet_xml([]),
        "R&D": sheet_xml([HEADING, ["today", "fall", 1]]),
    }
    path = pack(tmp_path / "a.xlsm", {**xlsx_parts(sheets, hidden=["Lists"]), "xl/vbaProject.bin": b"macros"})
    file = reader.look(path)
    assert (file.kind, file.form) == ("xlsx", None)
    assert file.sheets == (SheetHead("Empty", 0, 0), SheetHead("R&D", 1, 3), SheetHead("Lists", 1, 1))
    assert reader.read(path).name == "R&D"
    assert reader.read(path, "Lists").rows == (("low",),)
    for name, code in (("Empty", "sheet_empty"), ("Other", "sheet_not_in_file")):
        with pytest.raises(SurroundingsFailed) as caught:
            reader.read(path, name)
        assert caught.value.code == code


def test_that_the_sheet_with_most_rows_is_read_and_the_others_are_named(reader: WorkerReader, tmp_path: Path) -> None:
    few, many = [["Firma", "Werk"], ["Jahr", "2024"]], [HEADING, *[["today", "fall", n] for n in range(3)]]
    advice, codes = [[f"Line {n}"] for n in range(9)], [[f"c{n}", f"word {n}"] for n in range(9)]
    tabs: dict[str, Sequence[Sequence[object]]] = {
        "Deckblatt": few,
        "Hinweise": advice,
        "Leer": [],
        "Codes": codes,
        "Unfälle 2024": many,
    }
    sheets = {name: sheet_xml(rows) for name, rows in tabs.items()}
    path = pack(tmp_path / "a.xlsx", xlsx_parts(sheets, hidden=["Codes"]))
    sheet = reader.read(path)
    assert (sheet.name, sheet.heading, len(sheet.rows)) == ("Unfälle 2024", HEADING, 3)
    assert sheet.others == ("Deckblatt", "Hinweise", "Codes")
    assert reader.read(path, "Deckblatt").others == ()


def test_that_ods_is_read(reader: WorkerReader, tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2024-02-01"><text:p>1.2.</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
    rows = ods_row(*map(ods_text, HEADING)) + ods_row(day, ods_text("Sturz"), number) + ods_row("", repeated=1_000_000)
    path = pack(tmp_path / "a.ods", ods_parts(rows))
    assert reader.look(path).kind == "ods"
    sheet = reader.read(path)
    assert (sheet.name, sheet.heading, sheet.lines) == ("Register", HEADING, (2,))
    ((when, *rest),) = sheet.rows
    assert rest == ["Sturz", 7]
    assert str(when).startswith("2024-02-01")


def test_that_a_file_is_what_is_in_it(reader: WorkerReader, tmp_path: Path) -> None:
    assert reader.look(xlsx(tmp_path / "a.csv", HEADING, ["a", "b", 1])).kind == "xlsx"
    assert reader.look(pack(tmp_path / "b.xlsx", ods_parts(ods_row(ods_text("a"), ods_text("b"))))).kind == "ods"
    text = tmp_path / "c.xlsx"
    text.write_bytes(b"a;b\n1;2\n")
    assert reader.read(text).rows == (("1", "2"),)


def test_that_two_hundred_columns_are_read(reader: WorkerReader, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [f"h{n}" for n in range(200)], list(range(200)))
    assert reader.read(path).rows == (tuple(range(200)),)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (["A", "A", "A"], ("A", "A (2)", "A (3)")),
        (["A", "A (2)", "A"], ("A", "A (2)", "A (3)")),
        (["A", None, "B"], ("A", "B", "B (2)")),
        (["  two \n words ", 2019, 2.5], ("two words", "2019", "2.5")),
    ],
)
def test_that_headings_differ(
    reader: WorkerReader, tmp_path: Path, wanted: list[object], given: tuple[str, ...]
) -> None:
    path = xlsx(tmp_path / "a.xlsx", wanted, ["x", 1, 2], ["y", 1, 2])
    assert reader.read(path).heading == given
