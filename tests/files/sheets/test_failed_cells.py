"""What a spreadsheet shows where a formula failed is read as it stands there, and nothing else of the sheet moves."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from tests.files.sheets.making import Given, around, ods_parts, ods_row, ods_text, pack, sheet_xml, xlsx, xlsx_parts

FAILED = ('t="e"', "<f>1/0</f><v>#DIV/0!</v>")
NO_NAME = ('s="0" t="e"', "<f>nosuch(&quot;&lt;x&quot;)</f><v>#NAME?</v>")
ODS_FAILED = (
    '<table:table-cell office:value-type="string" office:string-value="" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
)


def rows(path: Path, sheet: str | None = None) -> list[tuple[object, ...]]:
    return list(WorkerReader().read(path, sheet).rows)


def test_that_an_error_of_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ["Nr", "Text", "Cost"], [1, "one", FAILED], [NO_NAME, "two", 5])
    assert rows(path) == [(1, "one", "#DIV/0!"), ("#NAME?", "two", 5)]


def test_that_each_tab_has_its_own_errors(tmp_path: Path) -> None:
    heading = ["Nr", "Text"]
    tabs = {"One & two": sheet_xml([heading, [1, "a"], [2, "b"]]), "Three": sheet_xml([heading, [3, FAILED], [4, "d"]])}
    path = pack(tmp_path / "a.xlsx", xlsx_parts(tabs))
    assert rows(path, "One & two") == [(1, "a"), (2, "b")]
    assert rows(path, "Three") == [(3, "#DIV/0!"), (4, "d")]


def test_that_a_table_that_begins_further_in_keeps_its_places(tmp_path: Path) -> None:
    empty: list[Given] = [None, None, None]
    path = xlsx(
        tmp_path / "a.xlsx", empty, empty, [None, None, "Nr", "Text"], [None, None, 1, FAILED], [None, None, 2, "b"]
    )
    assert rows(path) == [(1, "#DIV/0!"), (2, "b")]


def test_that_an_error_beside_a_block_of_other_cells_is_found(tmp_path: Path) -> None:
    """The parts of a sheet are looked through block by block."""
    body: list[list[Given]] = [
        ["Nr", "Text"],
        *([n, f"a story of some length {n}"] for n in range(40_000)),
        [1, FAILED],
    ]
    for n in range(5, 40_000, 997):
        body[n] = [n, FAILED]
    found = [row[1] for row in rows(xlsx(tmp_path / "a.xlsx", *body))]
    assert found.count("#DIV/0!") == len(range(5, 40_000, 997)) + 1
    assert found[4] == "#DIV/0!"


def test_that_an_error_of_an_open_document_is_read_as_it_is_shown(tmp_path: Path) -> None:
    sheet = (
        ods_row(ods_text("Nr"), ods_text("Text"), ods_text("Cost"))
        + ods_row(ods_text("1"), ods_text("x", 2), repeated=3)
        + ods_row(ods_text("2"), ods_text("y"), ODS_FAILED)
    )
    assert rows(pack(tmp_path / "a.ods", ods_parts(sheet)))[3] == ("2", "y", "#REF!")


@pytest.mark.parametrize("attributes", ['t="e"', "t='e' r='B2'"])
def test_that_a_cell_that_does_not_say_where_it_stands_moves_no_other(tmp_path: Path, attributes: str) -> None:
    body = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nr</t></is></c><c r="B1" t="inlineStr"><is><t>Text</t></is></c></row>'
    body += f'<row r="2"><c r="A2"><v>1</v></c><c {attributes}><v>#N/A</v></c></row>'
    found = rows(pack(tmp_path / "a.xlsx", xlsx_parts({"S": around(body)})))
    assert found[0][0] == 1
    assert found[0][1] in (None, "#N/A")


# --- workbooks of the old kind -----------------------------------------------------------------------

SECTOR, END, FREE, TABLE = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls_cell(row: int, column: int, given: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    match given:
        case ("error", int() as code):
            return record(0x0205, place + bytes([code, 1]))
        case ("yes",):
            return record(0x0205, place + bytes([1, 0]))
        case ("formula", int() as code):
            return record(0x0006, place + bytes([2, 0, code, 0, 0, 0, 255, 255]) + bytes(8))
        case int():
            return record(0x0203, place + struct.pack("<d", given))
    text = str(given).encode("utf-16-le")
    return record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)


def xls(path: Path, *table: list[object]) -> Path:
    """A workbook of one sheet, in the least file system that holds one."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    cells = b"".join(xls_cell(r, c, given) for r, row in enumerate(table) for c, given in enumerate(row))
    name = struct.pack("<BB", 4, 0) + "Müll".encode("latin-1")
    head = len(record(0x0809, begin)) + len(record(0x0085, bytes(6) + name)) + len(record(0x000A))
    sheet = record(0x0085, struct.pack("<IH", head, 0) + name)
    book = record(0x0809, begin) + sheet + record(0x000A)
    chart = record(0x0809, begin) + xls_cell(0, 0, ("error", 7)) + record(0x000A)
    book += record(0x0809, begin) + chart + cells + record(0x000A)
    book = book.ljust(max(4096, -(-len(book) // SECTOR) * SECTOR), b"\0")
    count = len(book) // SECTOR
    chain = [TABLE, END, *range(3, count + 2), END]
    chain += [FREE] * (SECTOR // 4 - len(chain))
    head_bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head_bytes += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return _written(path, head_bytes, chain, book)


def _written(path: Path, head: bytes, chain: list[int], book: bytes) -> Path:
    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        letters = name.encode("utf-16-le")
        links = struct.pack("<III", FREE, FREE, child)
        return (
            letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1) + links + bytes(36)
            + struct.pack("<II", start, size) + bytes(4)
        )  # fmt: skip

    directory = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 2, len(book)) + bytes(256)
    path.write_bytes(head + struct.pack(f"<{len(chain)}I", *chain) + directory + book)
    return path


def test_that_an_error_of_an_old_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["Nr", "Text", "Cost"], [1, "one", ("error", 0x07)], [2, "two", ("formula", 0x17)], [3, "three", ("yes",)],
        *([n, f"a longer story {n}", n] for n in range(4, 90)),
    ]  # fmt: skip
    found = rows(xls(tmp_path / "a.xls", *table))
    assert found[:4] == [(1, "one", "#DIV/0!"), (2, "two", "#REF!"), (3, "three", True), (4, "a longer story 4", 4)]
    assert not [row for row in found[2:] if str(row[2]).startswith("#")]


# --- formulas without what they give -----------------------------------------------------------------

ALONE = ('s="0"', "<f>B2&amp;C2</f><v></v>")


@pytest.mark.parametrize(
    "content",
    ["<f>A1</f>", "<f>A1</f><v/>", "<f>A1</f><v></v>", '<f t="shared" si="0"/>', '<f t="shared" si="0"/><v />'],
)
def test_that_a_formula_without_what_it_gives_is_told(tmp_path: Path, content: str) -> None:
    heading: list[Given] = [None, "Nr", "Text", "Story"]
    path = xlsx(tmp_path / "a.xlsx", heading, [None, 1, "one", ('s="0"', content)], [None, 2, "two", "told"])
    sheet = WorkerReader().read(path)
    assert sheet.rows == ((1, "one", None), (2, "two", "told"))
    assert sheet.alone == (("Story", (2,)),)


def test_that_each_column_tells_its_lines(tmp_path: Path) -> None:
    rows: list[list[Given]] = [[n, f"told {n}", "x", ALONE, ALONE if n % 2 else 5] for n in range(4)]
    body: list[list[Given]] = [["Title"], ["Nr", "Told", "Who", "Text", "Cost"], *rows]
    sheet = WorkerReader().read(xlsx(tmp_path / "a.xlsx", *body))
    assert sheet.alone == (("Text", (3, 4, 5, 6)), ("Cost", (4, 6)))


def test_that_a_formula_that_gave_something_is_none(tmp_path: Path) -> None:
    """An empty text is something, and so is an error."""
    given = [("", "<f>1+1</f><v>2</v>"), ('t="str"', "<f>A1</f><v></v>"), FAILED, ('t="str"', "<f>A1</f><v>x</v>")]
    sheet = WorkerReader().read(xlsx(tmp_path / "a.xlsx", ["Nr", "A", "B", "C", "D"], [1, *given], [2, 3, 4, 5, 6]))
    assert sheet.alone == ()
    assert sheet.rows[0] == (1, 2, None, "#DIV/0!", "x")


def test_that_formulas_of_another_tab_are_of_no_interest(tmp_path: Path) -> None:
    tabs = {"One": sheet_xml([["Nr", "Text"], [1, "a"], [2, "b"]]), "Two": sheet_xml([["Nr", "Text"], [1, ALONE]])}
    path = pack(tmp_path / "a.xlsx", xlsx_parts(tabs))
    assert WorkerReader().read(path, "One").alone == ()
    assert WorkerReader().read(path, "Two").alone == (("Text", (2,)),)
