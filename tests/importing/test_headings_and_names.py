"""What stands in the headings of a sheet, or in the name of its file, does no harm where it is written again."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from incident_desk.support.texts import Texts
from incident_desk.usecases.importing.bad_rows import bad_rows_csv, without_reasons
from incident_desk.usecases.importing.opening import source_name
from incident_desk.usecases.names import read_names
from incident_desk.usecases.wording import Wording
from tests.importing.tables import STORY, Imports, mapping, sheet_of, table
from tests.journeys.program import Program

FORMULA = '=HYPERLINK("http://far.example")'


def test_that_no_heading_of_bad_rows_is_a_formula_and_mended_they_are_as_they_were(imports: Imports) -> None:
    sheet = sheet_of(["Text", FORMULA, "'=quoted"], [[STORY, "12", "a"], [None, "=1+1", "b"]])
    plan = imports.plan(sheet, mapping(what_happened="Text"))
    wording = Wording(Texts("en"), read_names(imports.desk.register.queries))
    heading, row = csv.reader(io.StringIO(bad_rows_csv(plan, wording).decode("utf-8-sig")))
    assert heading[:3] == ["Text", f"'{FORMULA}", "''=quoted"]
    mended = without_reasons(sheet_of(heading, [row]))
    assert (mended.heading, mended.rows) == (sheet.heading, (("", "=1+1", "b"),))


def test_that_a_list_has_a_name_that_can_be_stored() -> None:
    sheet = table("Text", STORY)
    assert source_name(Path("bad\udcffname.csv"), sheet) == "bad\N{REPLACEMENT CHARACTER}name.csv, Sheet1"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_that_a_file_whose_name_is_no_text_comes_in(tmp_path: Path) -> None:
    program, path = Program(tmp_path / "data", language="en"), tmp_path / "bad\udcffname.csv"
    path.write_text(f"What happened\n{STORY}\n", encoding="utf-8")
    register = tmp_path / "works.register"
    assert program("new", str(register), "--pack", "factory", "--site", "HALDEN").status == 0
    works = program.at(register)
    assert works("import", str(path), "--json").json["new"] == 1
    assert works("import", str(path), "--json").json["here"] == 1
