"""Every way to write letters that is offered is read; two bytes a letter are known without the mark that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import ENCODINGS, CsvForm

TEXTS = {
    "cp1251": "Лампа", "cp1253": "λάμπα", "cp1254": "ışık", "cp1250": "źródło", "iso8859-2": "źródło", "cp850": "Tür",
    "mac-roman": "Tür", "cp932": "ランプ", "gb18030": "点滴", "utf-16-le": "ランプ", "utf-16-be": "Лампа",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_that_a_file_is_read_as_somebody_says(reader: WorkerReader, tmp_path: Path, encoding: str) -> None:
    path, text = tmp_path / "list.csv", TEXTS.get(encoding, "Tür")
    path.write_bytes(f"Nr;Text\r\n1;{text}\r\n2;{text}\r\n".encode(encoding))
    sheet = reader.read(path, form=CsvForm(encoding, ""))
    assert sheet.rows == (("1", text), ("2", text))
    assert sheet.form == CsvForm(encoding, ";")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The lamp fell", "ランプが落ちた、誰も怪我をしなかった", "Лампа упала в коридоре"])
def test_that_two_bytes_a_letter_are_known_without_their_mark(
    reader: WorkerReader, tmp_path: Path, encoding: str, text: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"Nr;Text\r\n1;{text}\r\n2;{text}\r\n".encode(encoding))
    assert reader.look(path).form == CsvForm(encoding, ";")
    assert reader.read(path).rows[1] == ("2", text)


def test_that_letters_that_cannot_be_so_are_refused(reader: WorkerReader, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Nr;Text\r\n1;Tür auf\r\n2;übel\r\n".encode("cp1252"))
    with pytest.raises(SurroundingsFailed, match="sheet_other_letters"):
        reader.read(path, form=CsvForm("utf-8", ";"))


def test_that_what_stands_above_the_headings_is_kept(reader: WorkerReader, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    title = "sep=;\nWard 3 incidents 2019;;\n;;\nPrinted by Ada;;\n"
    rows = "".join(f"{n};{n}.3.2019;Lamp {n}\n" for n in range(1, 9))
    path.write_text(f"{title}Nr;Day;Text\n{rows}", encoding="utf-8")
    sheet = reader.read(path)
    assert sheet.heading == ("Nr", "Day", "Text")
    assert sheet.above == ("Ward 3 incidents 2019", "Printed by Ada")
