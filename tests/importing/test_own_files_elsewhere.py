"""What this program wrote means the same in another register: its hours, what its records are, and who they are."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain.commands import MarkNotReportable, VoidIncident
from incident_desk.files.exporting.write import write_export
from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, content_of
from incident_desk.usecases.export.kept import kept_text
from incident_desk.usecases.importing.own_files import as_written, own_mapping, zones_of
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.list_incidents import iso
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.wording import Wording
from tests.factories import open_desk
from tests.files.exporting.test_sheets import AS_CSV, FROM_CSV, OFFICE, through_office
from tests.importing.tables import STORY, Imports, mapping, table, with_cell

FORMATS = [ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.JSONL]
TIMES: dict[str, Any] = {
    "occurred": "2026-07-01T10:00", "discovered": {"at": "2026-07-01T11:00", "precision": "about"},
    "reported": {"earliest": "2026-07-01T11:00", "latest": "2026-07-02T12:00", "precision": "between"},
}  # fmt: skip


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Imports]:
    """A register of another place, where another hour is told."""
    with open_desk(str(tmp_path / "other.register"), zone="America/New_York") as desk:
        yield Imports(desk)


def exported(imports: Imports, folder: Path, format_: ExportFormat, language: str = "en") -> Path:
    queries = imports.desk.register.queries
    wording = Wording(Texts(language), read_names(queries))
    complete = format_ is not ExportFormat.JSONL
    content, _ = content_of(queries, Export(format_, IncidentFilter(), complete=complete), wording)
    target = io.BytesIO()
    write_export(format_, content, target)
    path = folder / f"out {language}.{format_}"
    path.write_bytes(target.getvalue())
    return path


def read(path: Path) -> Sheet:
    return as_written(WorkerReader().read(path))


def planned(imports: Imports, sheet: Sheet, source: str = "out") -> ImportPlan:
    names = read_names(imports.desk.register.queries)
    return imports.plan(sheet, own_mapping(sheet.heading, names, zones_of(sheet)), source)


def taken_in(imports: Imports, sheet: Sheet) -> ImportPlan:
    plan = planned(imports, sheet)
    assert plan.bad == ()
    imports.run(plan)
    return plan


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_that_a_moment_is_the_same_moment_in_another_zone(
    imports: Imports, other: Imports, tmp_path: Path, format_: ExportFormat, language: str
) -> None:
    imports.desk.new(fields=TIMES)
    sheet = read(exported(imports, tmp_path, format_, language))
    assert not taken_in(other, sheet).zone_unsaid
    (mine,), (theirs,) = imports.records(), other.records()
    for key in TIMES:
        assert theirs[key] == mine[key], key
    assert planned(other, sheet).here == planned(imports, sheet).here == 1
    back = read(exported(other, tmp_path, format_, language))
    with open_desk(str(tmp_path / "third.register")) as desk:
        taken_in(third := Imports(desk), back)
        assert third.records()[0]["occurred"] == mine["occurred"]


def test_that_a_sheet_that_does_not_say_its_zone_comes_in_and_that_is_told(
    imports: Imports, other: Imports, tmp_path: Path
) -> None:
    imports.desk.new(fields=TIMES)
    sheet = read(exported(imports, tmp_path, ExportFormat.CSV))
    at = sheet.heading.index("Times are those of")
    old = replace(
        sheet, heading=(*sheet.heading[:at], *sheet.heading[at + 1 :]),
        rows=tuple((*row[:at], *row[at + 1 :]) for row in sheet.rows),
    )  # fmt: skip
    assert planned(other, old).zone_unsaid
    assert not planned(imports, old).zone_unsaid  # its own rows
    assert planned(imports, old).here == 1


def below(first: Sheet, second: Sheet) -> Sheet:
    """Two sheets put together by hand."""
    rows = (*first.rows, *second.rows)
    return replace(first, rows=rows, lines=tuple(range(2, len(rows) + 2)))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
def test_that_rows_of_two_sites_in_one_sheet_each_keep_their_zone(
    imports: Imports, other: Imports, tmp_path: Path, format_: ExportFormat, turned: bool
) -> None:
    imports.desk.new(fields=TIMES)
    other.desk.new(fields=TIMES)
    sheets = []
    for each, folder in ((imports, tmp_path / "a"), (other, tmp_path / "b")):
        folder.mkdir()
        sheets.append(read(exported(each, folder, format_)))
    sheet = below(*reversed(sheets)) if turned else below(*sheets)
    for here in (imports, other):
        assert planned(here, sheet).counts() == {"rows": 2, "new": 1, "here": 1, "changed": 0, "bad": 0}
    with open_desk(str(tmp_path / "third.register"), zone="Asia/Tokyo") as desk:
        taken_in(third := Imports(desk), sheet)
        found = [[record[key] for key in TIMES] for record in third.records()]
    wanted = [[each.records()[0][key] for key in TIMES] for each in (imports, other)]
    assert found == (wanted[::-1] if turned else wanted)


def test_that_one_zone_that_there_is_not_is_told_of_its_row(imports: Imports, other: Imports, tmp_path: Path) -> None:
    imports.desk.new(fields=TIMES)
    imports.desk.new(fields={"what_happened": STORY})
    sheet = with_cell(read(exported(imports, tmp_path, ExportFormat.CSV)), 1, "Times are those of", "Mars/Olympus")
    for here in (imports, other):
        problems = [(each.line, each.code) for each in planned(here, sheet).problems]
        assert problems == [(3, "zone_unknown")]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("format_", "way"),
    [(ExportFormat.CSV, (FROM_CSV, "--convert-to", "xlsx")), (ExportFormat.XLSX, ("--convert-to", AS_CSV))],
)
def test_that_a_sheet_that_libreoffice_saved_brings_nothing_in_twice(
    imports: Imports, other: Imports, tmp_path: Path, format_: ExportFormat, way: tuple[str, ...]
) -> None:
    imports.desk.new(fields=TIMES)
    imports.desk.new("inbox", fields={"what_happened": STORY})
    path = exported(imports, tmp_path, format_)
    saved = read(through_office(tmp_path, path, *way))
    taken_in(other, read(path))
    assert planned(other, saved, "saved").counts()["here"] == 2
    assert planned(imports, saved, "saved").counts()["here"] == 2
    with open_desk(str(tmp_path / "third.register"), zone="Asia/Tokyo") as desk:
        taken_in(third := Imports(desk), saved)
        assert {each.get("occurred", {}).get("earliest") for each in third.records()} == {"2026-07-01T08:00:00Z", None}
        assert planned(third, read(path)).counts()["here"] == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_that_records_are_elsewhere_what_they_are_here(
    imports: Imports, other: Imports, tmp_path: Path, format_: ExportFormat
) -> None:
    desk = imports.desk
    desk.do(desk.new(fields={"title": "Void"}), VoidIncident("Recorded twice"))
    desk.do(desk.new("inbox", fields={"title": "Not ours"}), MarkNotReportable("No incident"))
    desk.new("inbox", fields={"title": "Nobody said it"}, anonymous=True)
    desk.new("signed", fields={"title": "Signed"})
    plan = taken_in(other, read(exported(imports, tmp_path, format_)))
    found = {each["title"]: (each["status"], bool(each.get("anonymous"))) for each in other.records()}
    assert found == {"Nobody said it": ("inbox", True), "Signed": ("concluded", False)}
    assert len(plan.set_aside) == 2
    assert other.desk.breaks() == []


def test_that_each_format_and_language_knows_the_others_rows(imports: Imports, other: Imports, tmp_path: Path) -> None:
    imports.desk.new("reaction", fields=TIMES)
    imports.take_in(table("Nr|Text|Colour", f"007|{STORY}|blue"), replace(mapping(what_happened="Text"), key=("Nr",)))
    sheets = [read(exported(imports, tmp_path, each, language)) for each in FORMATS for language in ("en", "de")]
    taken_in(other, sheets[0])
    for sheet in sheets:
        assert planned(other, sheet).counts()["here"] == planned(imports, sheet).counts()["here"] == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_that_a_changed_cell_is_one_edit_in_every_format(
    imports: Imports, tmp_path: Path, format_: ExportFormat
) -> None:
    imports.desk.new(fields={"place_detail": "room 1"})
    sheet = read(exported(imports, tmp_path, format_))
    column = "fields.place_detail" if format_ is ExportFormat.JSONL else "Exact place"
    (changed,) = planned(imports, with_cell(sheet, 0, column, "room 7")).changed
    assert [(edit.field, edit.new) for edit in changed.edits if hasattr(edit, "new")] == [("place_detail", "room 7")]


# --- rows of old lists ---------------------------------------------------------------------------------


def test_that_the_row_of_an_old_list_travels_over_every_hop(imports: Imports, other: Imports, tmp_path: Path) -> None:
    sheet = table("Nr|Text|Note: by hand", f"007|{STORY}|one \\ two")
    imports.take_in(with_cell(sheet, 0, "Note: by hand", "one \\ two\nthree: four"), mapping(what_happened="Text"))
    said = f"Nr: 007\nText: {STORY}\nNote\\: by hand: one \\\\ two\\nthree: four"
    for format_, heading in ((ExportFormat.CSV, "Row of the old list"), (ExportFormat.JSONL, "record.kept")):
        first = read(exported(imports, tmp_path, format_))
        assert first.rows[0][first.heading.index(heading)] == said
        if not other.ids():
            taken_in(other, first)
        second = read(exported(other, tmp_path, format_))
        assert second.rows[0][second.heading.index(heading)] == said


def test_that_a_row_reads_back_from_one_cell() -> None:
    """A line each; what would part it is written otherwise."""
    assert kept_text(json.dumps([["A:b\\", "1\n2"], ["C", ": x"]])) == "A\\:b\\\\: 1\\n2\nC: : x"
    assert kept_text(None) == ""


# --- objects, one a line -------------------------------------------------------------------------------


def test_that_objects_name_who_and_where(imports: Imports, other: Imports, tmp_path: Path) -> None:
    imports.desk.new(fields={"place": "Ward 3"})
    line = json.loads(exported(imports, tmp_path, ExportFormat.JSONL).read_text("utf-8").splitlines()[0])
    assert line["named"][line["fields"]["place"]] == "Ward 3"
    taken_in(other, read(tmp_path / "out en.jsonl"))
    places = {place.id: place.name for place in other.desk.register.queries.places()}
    assert places[other.records()[0]["place"]] == "Ward 3"


def test_that_an_old_row_was_recorded_now_and_opened_then(imports: Imports, tmp_path: Path) -> None:
    meant = mapping(what_happened="Text", occurred="Date", closed_on="Closed")
    imports.take_in(table("Text|Date|Closed", f"{STORY}|12.03.2016|01.02.2017"), meant)
    line = json.loads(exported(imports, tmp_path, ExportFormat.JSONL).read_text("utf-8").splitlines()[0])
    assert (line["opened_at"], line["concluded_at"]) == ("2016-03-11T23:00:00Z", "2017-01-31T23:00:00Z")
    assert line["fields"]["concluded_at"] == line["concluded_at"]
    entry = imports.desk.register.queries.entries(imports.ids()[0])[0]
    assert line["recorded_at"] == iso(entry.recorded_at)


@pytest.mark.parametrize("text", ['{"number": "A", "id": "x"', '{"number": "A", "id": "x"}\n', '{"a": 1}\n'])
def test_that_other_lines_are_told_apart_or_damaged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(text)
    with pytest.raises(SurroundingsFailed, match=r"sheet_(damaged|unknown_kind)"):
        WorkerReader().read(path)


def test_that_zeros_that_a_spreadsheet_took_off_are_no_change(imports: Imports, tmp_path: Path) -> None:
    imports.desk.new(fields={"place_detail": "0060"})
    sheet = read(exported(imports, tmp_path, ExportFormat.CSV))
    assert planned(imports, with_cell(sheet, 0, "Exact place", 60)).here == 1
    assert len(planned(imports, with_cell(sheet, 0, "Exact place", 600)).changed) == 1
