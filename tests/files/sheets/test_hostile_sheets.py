"""Files made to harm, or broken on the way: each is refused in words, in time, and the next one is read."""

from __future__ import annotations

import os
import struct
import time
import zipfile
import zlib
from collections.abc import Iterable
from itertools import chain, repeat
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.usecases.errors import SurroundingsFailed
from tests.files.sheets.conftest import Refusal
from tests.files.sheets.making import (
    SHEET_1,
    around,
    cell,
    ods_parts,
    ods_row,
    ods_text,
    pack,
    sheet_xml,
    xlsx,
    xlsx_parts,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["Date", "What"], ["today", "fall"]]
FEW_SECONDS = 30


@pytest.fixture(autouse=True)
def in_time(reader: WorkerReader, tmp_path: Path) -> object:
    """Whatever a test asked, the reader reads the next file."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < 2 * FEW_SECONDS  # looked at and read
    assert reader.read(xlsx(tmp_path / "next.xlsx", *ROWS)).rows == (("today", "fall"),)


def test_that_one_far_cell_takes_no_room(reader: WorkerReader, tmp_path: Path) -> None:
    far = f'<row r="1048576">{cell(16383, 1048576, "x")}</row>'
    path = pack(tmp_path / "far.xlsx", xlsx_parts({"A": around(far, "A1:XFD1048576")}))
    sheet = reader.read(path)
    assert (sheet.heading, sheet.rows) == (("x",), ())


def test_that_two_cells_in_far_corners_are_refused(refusal: Refusal, tmp_path: Path) -> None:
    corners = f'<row r="1">{cell(0, 1, "x")}</row><row r="1048576">{cell(16383, 1048576, "x")}</row>'
    assert refusal(pack(tmp_path / "far.xlsx", xlsx_parts({"A": around(corners)}))) == "sheet_too_large"
    side = f'<row r="1">{cell(0, 1, "x")}{cell(16383, 1, "x")}</row>'
    path = pack(tmp_path / "wide.xlsx", xlsx_parts({"A": around(side)}))
    with WorkerReader() as reader:
        assert reader.read(path).heading == ("x", "x (2)")  # two columns that hold anything, whatever lies between


def test_that_a_dimension_that_lies_takes_no_room(reader: WorkerReader, tmp_path: Path) -> None:
    path = pack(tmp_path / "lie.xlsx", xlsx_parts({"A": sheet_xml(ROWS, "A1:XFD1048576")}))
    assert reader.read(path).rows == (("today", "fall"),)


@pytest.mark.parametrize("repeated", [(1_048_576, 16_384), (50_000, 1000)])
def test_that_a_cell_repeated_without_end_is_refused(
    refusal: Refusal, tmp_path: Path, repeated: tuple[int, int]
) -> None:
    rows, columns = repeated
    bomb = ods_row(ods_text("x" * 50, columns), repeated=rows)
    assert refusal(pack(tmp_path / "bomb.ods", ods_parts(bomb))) == "sheet_too_large"


def test_that_more_columns_than_a_register_needs_are_refused(refusal: Refusal, tmp_path: Path) -> None:
    assert refusal(xlsx(tmp_path / "a.xlsx", ["x"] * 1001)) == "sheet_too_wide"


def test_that_an_entry_packed_a_thousandfold_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    parts = xlsx_parts({"A": sheet_xml(ROWS)})
    parts["xl/sharedStrings.xml"] = b" " * 60_000_000
    assert refusal(pack(tmp_path / "bomb.xlsx", parts)) == "sheet_too_large"


def test_that_a_bomb_that_lies_about_its_size_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    """The package says that the texts are small; unpacking them shows the truth, to the process alone."""
    begin = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
    strings = chain([begin], repeat(b"x" * 1_000_000, 600))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    related = b'<Relationship Id="s" Type="' + kind + b'" Target="sharedStrings.xml"/></Relationships>'
    parts = xlsx_parts({"A": sheet_xml(ROWS)})
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", related)
    path = pack(tmp_path / "bomb.xlsx", parts)
    _put_in(path, "xl/sharedStrings.xml", strings)
    assert refusal(path) in {"sheet_too_large", "sheet_damaged"}


def _put_in(path: Path, name: str, content: Iterable[bytes]) -> None:
    """Adds a packed entry whose size is given as a thousand bytes, instead of the empty one of that name."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = b"".join(map(packer.compress, content)) + packer.flush()
    with zipfile.ZipFile(path) as package:
        others = {part.filename: package.read(part) for part in package.infolist() if part.filename != name}
    with zipfile.ZipFile(path, "w") as package:
        for other, kept in others.items():
            package.writestr(other, kept)
        package.writestr(name, packed)  # stored, and then called deflated
    data = bytearray(path.read_bytes())
    for signature, method, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = data.rindex(signature)
        struct.pack_into("<H", data, at + method, 8)
        struct.pack_into("<I", data, at + size, 1000)
    path.write_bytes(data)


def test_that_a_crowd_of_parts_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    parts = xlsx_parts({"A": sheet_xml(ROWS)}) | {f"xl/media/{n}.png": b"" for n in range(20_001)}
    assert refusal(pack(tmp_path / "crowd.xlsx", parts)) == "sheet_too_large"


def test_that_big_pictures_are_not_unpacked(reader: WorkerReader, tmp_path: Path) -> None:
    parts = xlsx_parts({"A": sheet_xml(ROWS)}) | {"xl/media/1.bmp": b"\0" * 100_000_000}
    assert len(reader.read(pack(tmp_path / "a.xlsx", parts)).rows) == 1


def test_that_names_within_xml_are_not_multiplied(refusal: Refusal, tmp_path: Path) -> None:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        sheet_xml([["&amp;l9;"], ["x"]])
        .replace("&amp;amp;", "&")
        .replace("?>", f'?><!DOCTYPE worksheet [<!ENTITY l0 "lol">{names}]>', 1)
    )
    assert "&l9;" in bomb
    assert refusal(pack(tmp_path / "bomb.xlsx", xlsx_parts({"A": bomb}))) == "sheet_damaged"


def test_that_no_other_file_is_read_for_a_sheet(reader: WorkerReader, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("canary")
    xml = (
        sheet_xml([["Date", "&amp;e;"]])
        .replace("&amp;amp;", "&")
        .replace("?>", f'?><!DOCTYPE worksheet [<!ENTITY e SYSTEM "{secret.as_uri()}">]>', 1)
    )
    with pytest.raises(SurroundingsFailed) as caught:
        reader.read(pack(tmp_path / "xxe.xlsx", xlsx_parts({"A": xml})))
    assert caught.value.code == "sheet_damaged"


def test_that_xml_without_end_within_itself_is_refused_or_read(reader: WorkerReader, tmp_path: Path) -> None:
    deep = around("<row>" * 200_000)
    try:
        reader.read(pack(tmp_path / "deep.xlsx", xlsx_parts({"A": deep})))
    except SurroundingsFailed as failure:
        assert failure.code in {"sheet_damaged", "sheet_empty"}


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.999])
def test_that_half_a_workbook_is_refused(refusal: Refusal, tmp_path: Path, share: float) -> None:
    path = xlsx(tmp_path / "half.xlsx", *ROWS)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert refusal(path) == "sheet_damaged"


def test_that_a_sheet_cut_within_its_xml_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    parts = xlsx_parts({"A": sheet_xml(ROWS)})
    parts[SHEET_1] = parts[SHEET_1][: len(parts[SHEET_1]) * 2 // 3]
    assert refusal(pack(tmp_path / "half.xlsx", parts)) == "sheet_damaged"


def test_that_a_workbook_without_its_sheets_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    parts = xlsx_parts({"A": sheet_xml(ROWS)})
    del parts[SHEET_1]
    assert refusal(pack(tmp_path / "none.xlsx", parts)) in {"sheet_damaged", "sheet_empty"}
    assert refusal(pack(tmp_path / "empty.xlsx", xlsx_parts({"A": sheet_xml([])}))) == "sheet_empty"


def test_that_a_password_is_named(refusal: Refusal, tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4000))
    assert refusal(path) == "sheet_has_password"
    parts = ods_parts(ods_row(ods_text("x")))
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        b"</manifest:manifest>",
        b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        b'<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>',
    )
    parts["content.xml"] = os.urandom(2000)
    assert refusal(pack(tmp_path / "locked.ods", parts)) == "sheet_has_password"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n" + bytes(200), b"\xff\xd8\xff\xe0" + bytes(200), bytes(range(256)) * 40,
        b"<html><table><tr><td>1</td></tr></table></html>", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>',
        b"{\\rtf1 text}", OLE + bytes(2000), b"\x1f\x8b" + bytes(range(200)),
        b'{"id":"1","number":"MAIN-2026-0001"}\n{"id":"2"}\n', b'[{"id": 1}, {"id": 2}]',
    ],
    ids=["pdf", "png", "jpeg", "bytes", "html", "xml", "rtf", "ole", "gzip", "json lines", "json"],
)  # fmt: skip
def test_that_what_is_no_table_is_refused(refusal: Refusal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert refusal(path) == "sheet_unknown_kind"


def test_that_packages_of_other_programs_are_refused(refusal: Refusal, tmp_path: Path) -> None:
    for name, parts in {
        "text.docx": {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"},
        "text.odt": ods_parts("") | {"mimetype": b"application/vnd.oasis.opendocument.text"},
    }.items():
        assert refusal(pack(tmp_path / name, parts)) == "sheet_unknown_kind"


def test_that_a_file_that_is_not_there_or_is_a_folder_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == "file_missing"
    (tmp_path / "folder.csv").mkdir()
    assert refusal(tmp_path / "folder.csv") == "sheet_not_opened"
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv") == "sheet_not_opened"


def test_that_a_line_without_end_is_refused(refusal: Refusal, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"x" * 20_000_000)
    assert refusal(path) == "sheet_cell_too_long"
    path.write_bytes(b'Ref,Story\n1,"' + b"x" * 5_000_000 + b'"\n2,short\n')
    assert refusal(path) == "sheet_cell_too_long"
    path.write_bytes(b'"' + b"x" * 20_000_000)
    assert refusal(path) == "sheet_quote_open"
