"""CSV and XLSX: what was written is what csv.reader, calamine and LibreOffice read, whatever somebody typed."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.errors import Refused
from incident_desk.files.exporting import xlsx_sheet
from incident_desk.files.exporting.write import write_export
from incident_desk.usecases.export.content import ExportFormat, Lines, Sheet
from incident_desk.usecases.export.guard import GUARDED_ID_HEADING, guarded, unguarded
from tests.files.exporting.sheets import COLUMNS, Row, as_csv, as_xlsx, read_csv, read_xlsx, sheet_of, written
from tests.hostile import LINES, TEXTS

NONCHARACTERS = "\ufffe\uffff"  # calamine gives them as the file spells them
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00" + NONCHARACTERS), max_size=40),
    st.sampled_from([text for text in TEXTS if len(text) < 1000]),
    st.from_regex(r"'*[=+\-@\t\n][a-z]{0,3}|_x[0-9A-F]{4}_?", fullmatch=True),
)
NUMBERS = st.none() | st.floats(-1e15, 1e15).map(lambda number: round(number, 3))
ROWS = st.lists(st.tuples(st.uuids().map(str), TEXT, TEXT, NUMBERS), max_size=20)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "=cmd|'/C calc'!A0", "-2+3+cmd|' /C calc'!A0",
            "'=1", "''@x", "'", "'quoted'")  # fmt: skip


@given(ROWS)
def test_that_csv_reads_back_as_it_was(rows: list[Row]) -> None:
    assert read_csv(written(ExportFormat.CSV, rows)) == as_csv(rows)


@given(ROWS)
def test_that_xlsx_reads_back_as_it_was(rows: list[Row]) -> None:
    assert read_xlsx(written(ExportFormat.XLSX, rows)) == as_xlsx(rows)


@given(st.text("=+-@\t\r\n'ab ", max_size=6))
def test_that_every_guarded_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t\r\n")


@pytest.mark.parametrize("text", FORMULAS)
def test_that_no_text_is_a_formula(text: str) -> None:
    rows: list[Row] = [("1", text, text, -5)]
    cells = list(csv.reader(io.StringIO(written(ExportFormat.CSV, rows).decode("utf-8-sig"), newline="")))[1]
    assert all(cell[0] not in "=+-@\t\r\n" for cell in cells[1:3])
    assert cells[3] == "-5"  # a number is one, and stays it
    with zipfile.ZipFile(io.BytesIO(written(ExportFormat.XLSX, rows))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count('t="inlineStr"') == len(COLUMNS) + 3
    assert read_xlsx(written(ExportFormat.XLSX, rows))[0][1] == text


def test_that_every_cell_of_a_csv_file_is_quoted_and_its_head_says_that_it_is_guarded() -> None:
    content = written(ExportFormat.CSV, [("1", 'say "x"', "", None)])
    assert content.startswith(b"\xef\xbb\xbf" + f'"{GUARDED_ID_HEADING}","What happened"'.encode())
    assert content.endswith(b'"1","say ""x""","",""\r\n')


@pytest.mark.parametrize("text", [*TEXTS, *LINES[2:], "wort " * 200_000, "\x01\x02\x0b\x1f\x7f", "_x0041_"])
def test_that_texts_that_break_careless_programs_go_whole(text: str) -> None:
    rows: list[Row] = [("1", text, text[:100], 1.5)]
    assert read_csv(written(ExportFormat.CSV, rows)) == as_csv(rows)
    if len(text) <= xlsx_sheet.MOST_UNITS:
        assert read_xlsx(written(ExportFormat.XLSX, rows)) == as_xlsx(rows)


def test_that_an_empty_list_is_a_sheet_with_headings_alone() -> None:
    assert read_csv(written(ExportFormat.CSV, [])) == []
    assert read_xlsx(written(ExportFormat.XLSX, [])) == []


def test_that_the_headings_stay_in_sight_and_every_column_has_a_filter() -> None:
    with zipfile.ZipFile(io.BytesIO(written(ExportFormat.XLSX, [("1", "a", "b", None)] * 3))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        workbook = archive.read("xl/workbook.xml").decode()
    assert '<pane ySplit="1" topLeftCell="A2"' in sheet
    assert '<autoFilter ref="A1:D4"/>' in sheet
    assert "$A$1:$D$4" in workbook
    assert re.findall(r'width="(\d+)"', sheet) == ["20", "40", "20", "10"]


@pytest.mark.parametrize("text", [" a", "a ", "a\n", "\ta"])
def test_that_blanks_at_the_ends_are_said_to_count(text: str) -> None:
    """Excel drops them otherwise; the readers here do not."""
    with zipfile.ZipFile(io.BytesIO(written(ExportFormat.XLSX, [("1", text, "b", None)]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert f'<t xml:space="preserve">{text}</t>' in sheet
    assert "<t>b</t>" in sheet


def test_that_noncharacters_do_not_break_the_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(written(ExportFormat.XLSX, [("1", f"a{NONCHARACTERS}b", "", None)]))) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert "a_xFFFE__xFFFF_b" in "".join(root.itertext())


def test_that_a_sheet_knows_how_much_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheet, "MOST_ROWS", 2)
    rows: list[Row] = [("1", "a", "b", None)] * 3
    with pytest.raises(Refused, match="export_too_many_rows"):
        written(ExportFormat.XLSX, rows)
    assert len(read_csv(written(ExportFormat.CSV, rows))) == 3


def test_that_a_sheet_beyond_two_gigabytes_would_be_marked_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheet, "_LARGE", 3)
    rows: list[Row] = [("1", "a", "b", 2.0)]
    assert read_xlsx(written(ExportFormat.XLSX, rows)) == as_xlsx(rows)


def test_that_content_of_another_kind_is_not_written() -> None:
    with pytest.raises(TypeError):
        write_export(ExportFormat.CSV, Lines(iter([])), io.BytesIO())


# --- LibreOffice ------------------------------------------------------------------------------------

AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
FROM_CSV = "--infilter=CSV:44,34,76,1,,0,true"  # every quoted cell is text
OFFICE = shutil.which("soffice")
# What a spreadsheet itself does not keep: line ends other than \n, noncharacters, texts of more than 32,767 letters.
KEPT = [text for text in (*TEXTS, *FORMULAS, "\x01\x02", " a ", "0042", "1e5", "TRUE", "2026-11-12", "1,5")
        if "\r" not in text and len(text) < 30_000]  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Path]:
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    yield tmp_path


def through_office(folder: Path, source: Path, *arguments: str) -> Path:
    assert OFFICE is not None
    target = folder / "out"
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *arguments,
         "--outdir", str(target), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return next(iter(target.iterdir()))


def test_that_libreoffice_saves_our_xlsx_as_it_was(office: Path) -> None:
    rows: list[Row] = [(str(n), text, text, n / 4) for n, text in enumerate(KEPT)]
    (office / "own.xlsx").write_bytes(written(ExportFormat.XLSX, rows))
    saved = through_office(office, office / "own.xlsx", "--convert-to", AS_CSV)
    with saved.open(newline="", encoding="utf-8-sig") as file:
        found = list(csv.reader(file))[1:]
    assert [row[:3] for row in found] == [row[:3] for row in as_csv(rows)]
    assert [float(row[3]) for row in found] == [row[3] for row in rows]


def test_that_libreoffice_saves_our_csv_as_it_was(office: Path) -> None:
    rows: list[Row] = [(str(n), text, text, None) for n, text in enumerate(KEPT)]
    (office / "own.csv").write_bytes(written(ExportFormat.CSV, rows))
    saved = through_office(office, office / "own.csv", FROM_CSV, "--convert-to", "xlsx")
    found = read_xlsx(saved.read_bytes())
    assert [[unguarded(str(cell)) for cell in row[:3]] for row in found] == [list(row[:3]) for row in rows]


def test_that_pages_are_asked_for_one_by_one() -> None:
    """What is written does not wait in memory for the rest."""
    asked: list[int] = []
    sheet = sheet_of([("1", "a", "b", None)] * 20)

    def counted() -> Iterator[object]:
        for n, page in enumerate(sheet.pages):
            assert file.tell() > 0 or not n
            asked.append(n)
            yield page

    file = io.BytesIO()
    write_export(ExportFormat.CSV, Sheet(sheet.name, sheet.columns, counted(), sheet.count), file)  # type: ignore[arg-type]  # the same pages
    assert asked == [0, 1, 2]


@pytest.mark.parametrize("sign", ["a", "\U0001f600"])
def test_that_a_text_longer_than_a_cell_is_refused_and_named(sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    fits = sign * (xlsx_sheet.MOST_UNITS // units)
    rows: list[Row] = [("one", "short", "", 1), ("two", fits, "", 1)]
    assert read_xlsx(written(ExportFormat.XLSX, rows)) == as_xlsx(rows)
    rows.append(("three", fits + sign, "", 1))
    with pytest.raises(Refused) as refused:
        written(ExportFormat.XLSX, rows)
    assert (refused.value.code, refused.value.facts["name"]) == ("export_text_too_long", "three")
    assert refused.value.facts["column"] == "What happened"
    assert read_csv(written(ExportFormat.CSV, rows)) == as_csv(rows)
