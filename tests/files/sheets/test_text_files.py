"""CSV as the world writes it: read right at first sight, each row with the number a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import CsvForm
from tests.files.sheets.conftest import Refusal

HEADING = ("Datum", "Ort", "Beschreibung")
ROWS = (
    ("01.02.2024 08:30", "Küche", "Fett, heiß; 2,5 l\nauf dem Boden"),
    ("02.02.2024 00:00", "Prüfstand", 'Er rief "Halt", dann – nichts'),
    ("03.02.2024 12:00", "Lager", "Palette | 3,5 t; gekippt"),
)


def written(path: Path, encoding: str, delimiter: str, line_end: str = "\r\n") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows([HEADING, *ROWS])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_letters_and_delimiter_are_guessed(
    reader: WorkerReader, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = written(tmp_path / "alt.csv", encoding, delimiter)
    file = reader.look(path)
    assert (file.kind, file.form) == ("csv", CsvForm(encoding, delimiter))
    assert [(head.name, head.rows, head.columns) for head in file.sheets] == [("alt", 3, 3)]
    sheet = reader.read(path)
    assert (sheet.name, sheet.heading, sheet.rows) == ("alt", HEADING, ROWS)
    assert sheet.lines == (2, 3, 4)


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
def test_that_every_kind_of_line_end_is_one_row_and_one_break(
    reader: WorkerReader, tmp_path: Path, line_end: str
) -> None:
    path = written(tmp_path / "alt.csv", "utf-8", ";", line_end)
    path.write_bytes(path.read_bytes().replace(b"l\nauf", b"l" + line_end.encode() + b"auf"))
    assert reader.read(path).rows == ROWS


def text_file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a, b\tb\tc\n1,5\t2\t3\n2,5\t3\t4\n", "\t"),  # a comma in every row
        ("Accidents 2016, all sites\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", ";"),
        ('"a";"b"\n"x, y";"z"\n"u, v";"w"\n', ";"),
        ("sep=;\na,b;c\nd,e;f\n", ";"),
        ("name\nKitchen\nStore\n", ","),
        ("a,b\n" + "x;y;z,1\n" * 3 + "u,2\n" * 20, ","),
    ],
)
def test_that_the_delimiter_that_gives_even_columns_wins(
    reader: WorkerReader, tmp_path: Path, text: str, delimiter: str
) -> None:
    form = reader.look(text_file(tmp_path, text)).form
    assert form is not None
    assert form.delimiter == delimiter


def test_that_the_form_somebody_chose_is_obeyed(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, "a;b,c\n1;2,3\n".encode("cp1252"))
    assert reader.read(path, form=CsvForm("cp1252", ",")).rows == (("1;2", "3"),)
    path = text_file(tmp_path, "a;b\nKüche;1\n".encode("cp1252"))
    with pytest.raises(SurroundingsFailed) as caught:
        reader.read(path, form=CsvForm("utf-8", ";"))
    assert caught.value.code == "sheet_other_letters"


def test_that_cells_are_given_as_they_are(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b,c\n'=1+1, 007 ,\n0.10,1e5,TRUE\n")
    assert reader.read(path).rows == (("'=1+1", " 007 ", None), ("0.10", "1e5", "TRUE"))


def test_that_rows_have_the_width_of_the_widest_and_the_number_people_see(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Register\n\na,b,\n1\n,,\n"x\ny",2,3,4\n\n5,6\n')
    sheet = reader.read(path)
    assert sheet.heading == ("a", "b", "C", "D")
    assert sheet.rows == (("1", None, None, None), ("x\ny", "2", "3", "4"), ("5", "6", None, None))
    assert sheet.lines == (4, 6, 8)


def test_that_a_form_above_the_table_is_not_its_heading(reader: WorkerReader, tmp_path: Path) -> None:
    table = "Date,Place,What,Level,State,By\n" + "1.2.,Kitchen,Fall,low,open,A\n" * 3
    sheet = reader.read(text_file(tmp_path, "Site:,Ward 3,Year:,,,\n" + table))
    assert sheet.heading == ("Date", "Place", "What", "Level", "State", "By")
    assert sheet.lines == (3, 4, 5)


def test_that_what_no_register_can_keep_is_shown_as_unreadable(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, b"a,b\nx\0y,\x81\xfc\n")  # neither UTF-8 nor, strictly, cp1252
    assert reader.read(path).rows == (("x\ufffdy", "\ufffdü"),)


def test_that_a_letter_cut_in_two_at_the_end_changes_no_other(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b\nKüche,größer\nx,ü".encode()[:-1])
    assert reader.read(path).rows == (("Küche", "größer"), ("x", "\ufffd"))


@pytest.mark.parametrize(
    ("text", "row"),
    [('a,b\n1,2\n3,"cut off\nin the middle', 3), ('a,b\n1,"' + "x\n" * 600_000, 2), ('a,b\n1,"', 2)],
    ids=["cut", "swallows all", "bare"],
)
def test_that_a_quote_nobody_closes_is_refused_with_its_row(
    reader: WorkerReader, tmp_path: Path, text: str, row: int
) -> None:
    with pytest.raises(SurroundingsFailed) as caught:
        reader.read(text_file(tmp_path, text))
    assert (caught.value.code, caught.value.facts) == ("sheet_quote_open", {"name": "sheet.csv", "row": row})


def test_that_a_cell_too_long_is_refused_for_its_length(reader: WorkerReader, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsFailed) as caught:
        reader.read(text_file(tmp_path, 'a,b\n1,"2"\n3,' + "x" * 3_000_000))
    assert (caught.value.code, caught.value.facts) == ("sheet_cell_too_long", {"name": "sheet.csv", "row": 3})


def test_that_a_row_with_a_separator_too_many_is_told_and_kept(reader: WorkerReader, tmp_path: Path) -> None:
    sheet = reader.read(text_file(tmp_path, "Date,What,Kind\n1.2.2024,Fall,x\n2.2.2024,Fall, head hit,y\n"))
    assert (sheet.heading, sheet.surplus) == (("Date", "What", "Kind", "D"), 1)
    assert sheet.rows[1] == ("2.2.2024", "Fall", " head hit", "y")


def test_that_stray_quotes_within_cells_stop_nothing(reader: WorkerReader, tmp_path: Path) -> None:
    path = text_file(tmp_path, 'a,b\n5" pipe,"x"y\n1,"z"')
    assert reader.read(path).rows == (('5" pipe', "xy"), ("1", "z"))


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"\xef\xbb\xbf", b",,,\n,,\n", b"\0" * 5000])
def test_that_a_file_without_anything_is_refused(refusal: Refusal, tmp_path: Path, content: bytes) -> None:
    assert refusal(text_file(tmp_path, content)) == "sheet_empty"


def test_that_two_hundred_columns_are_read_and_a_thousand_and_one_are_refused(
    reader: WorkerReader, refusal: Refusal, tmp_path: Path
) -> None:
    wide = ",".join(f"h{n}" for n in range(200)) + "\n" + ",".join(map(str, range(200))) + "\n"
    assert reader.read(text_file(tmp_path, wide)).rows == (tuple(map(str, range(200))),)
    assert refusal(text_file(tmp_path, ",".join(["x"] * 1001) + "\n")) == "sheet_too_wide"
    assert len(reader.read(text_file(tmp_path, ",".join(["x"] * 1000) + "," * 500)).heading) == 1000
