"""What this program wrote comes back as it was: nothing new, nothing changed, and one changed cell is one edit."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from incident_desk.domain.commands import ChangeFields, RatePriority, VoidIncident
from incident_desk.files.exporting.write import write_export
from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, content_of
from incident_desk.usecases.importing.own_files import as_written, is_own, own_mapping
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.wording import Wording
from tests.factories import open_desk
from tests.importing.tables import Imports, with_cell

HOSTILE: Mapping[str, object] = {
    "title": "=SUM(A1:A9)", "what_happened": "+1 line\n-and another\n'quoted'; and, more \"of it\"",
    "immediate_action": "'=quoted already", "place_detail": "@room", "occurred": {"at": "2026-11-11T07:15", "precision": "about"},
    "discovered": {"earliest": "2026-11-11T07:15", "latest": "2026-11-11T09:00", "precision": "between"},
    "reported": {"precision": "unknown"}, "subcategory": "device.pump", "device.hours": 3.5,
}  # fmt: skip


def written(imports: Imports, folder: Path, format_: ExportFormat, language: str) -> Sheet:
    """The sheet of a complete export, read as a file that came from outside."""
    queries = imports.desk.register.queries
    wording = Wording(Texts(language), read_names(queries))
    content, _ = content_of(queries, Export(format_, IncidentFilter(), complete=True), wording)
    target = io.BytesIO()
    write_export(format_, content, target)
    path = folder / f"out.{format_}"
    path.write_bytes(target.getvalue())
    return as_written(WorkerReader().read(path))


@pytest.fixture
def filled(imports: Imports) -> Imports:
    imports.desk.new("reaction", fields=HOSTILE)
    imports.desk.new("signed", fields={"title": "The second"})
    imports.desk.new(
        kind="good_catch", fields={"title": "The third", "weakness": ["system", "skill"], "detected_by": "audit"}
    )
    return imports


@pytest.mark.parametrize("format_", [ExportFormat.CSV, ExportFormat.XLSX])
@pytest.mark.parametrize("language", ["en", "de"])
def test_that_nothing_is_new_and_nothing_changed(
    filled: Imports, tmp_path: Path, format_: ExportFormat, language: str
) -> None:
    sheet = written(filled, tmp_path, format_, language)
    assert is_own(sheet.heading)
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    plan = filled.plan(sheet, mapping)
    assert plan.counts() == {"rows": 3, "new": 0, "here": 3, "changed": 0, "bad": 0}


def test_that_a_changed_cell_is_one_edit_that_can_be_taken(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    row = next(n for n, cells in enumerate(sheet.rows) if "=SUM(A1:A9)" in cells)
    plan = filled.plan(with_cell(sheet, row, "Exact place", "room 7"), mapping)
    assert [(edit.field, edit.old, edit.new) for edit in plan.changed[0].edits] == [("place_detail", "@room", "room 7")]
    filled.run(plan, take=[plan.changed[0].incident])
    assert filled.desk.record(plan.changed[0].incident).values["place_detail"] == "room 7"
    assert filled.desk.breaks() == []


def test_that_an_old_export_takes_nothing_back(filled: Imports, tmp_path: Path) -> None:
    """What changed here after the export is no change of the sheet."""
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    first = filled.ids()[0]
    filled.desk.do(first, ChangeFields({"place_detail": "room 9"}), RatePriority("1", "1", "1", "1"))
    assert filled.plan(sheet, mapping).here == 3
    row = next(n for n, cells in enumerate(sheet.rows) if "=SUM(A1:A9)" in cells)
    plan = filled.plan(with_cell(sheet, row, "Title", "A better one"), mapping)
    assert [edit.field for edit in plan.changed[0].edits] == ["title"]


def test_that_a_cell_that_says_nothing_possible_is_named(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    plan = filled.plan(with_cell(sheet, 0, "Place", "Atlantis"), mapping)
    assert [(each.line, each.column, each.value, each.code) for each in plan.problems] == [
        (2, "Place", "Atlantis", "place_unknown")
    ]


def test_that_a_signed_record_takes_no_edit(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    status = sheet.heading.index("Stands")
    row = next(n for n, cells in enumerate(sheet.rows) if cells[status] == "Concluded")
    plan = filled.plan(with_cell(sheet, row, "Title", "Another"), mapping)
    assert plan.changed[0].refused is not None


def test_that_another_register_takes_the_rows_as_new_with_their_numbers(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "de")
    with open_desk(str(tmp_path / "other.register")) as desk:
        other = Imports(desk)
        mapping = own_mapping(sheet.heading, read_names(desk.register.queries))
        other.take_in(sheet, mapping)
        mine, theirs = filled.records(), {each["title"]: each for each in other.records()}
        for record in mine:
            copy = theirs[record["title"]]
            assert copy["old_number"] == record["number"]
            assert copy["what_happened"] == record["what_happened"]
            for key in ("occurred", "discovered", "reported", "place_detail", "subcategory", "weakness"):
                assert copy.get(key) == record.get(key), key
        assert other.plan(sheet, mapping).here == 3
        assert desk.breaks() == []


@pytest.mark.parametrize("format_", [ExportFormat.CSV, ExportFormat.XLSX])
@pytest.mark.parametrize("language", ["en", "de"])
def test_that_what_was_concluded_stays_concluded_on_its_day(
    filled: Imports, tmp_path: Path, format_: ExportFormat, language: str
) -> None:
    filled.desk.do(filled.ids()[2], VoidIncident("Recorded twice"))
    sheet = written(filled, tmp_path, format_, language)
    with open_desk(str(tmp_path / "other.register")) as desk:
        other = Imports(desk)
        other.take_in(sheet, own_mapping(sheet.heading, read_names(desk.register.queries)))
        theirs = {each["title"]: each for each in other.records()}
        signed, mine = theirs["The second"], next(each for each in filled.records() if each["title"] == "The second")
        assert (signed["status"], signed["step"], signed["steps_not_recorded"]) == ("concluded", 5, True)
        assert signed["concluded_at"] == mine["concluded_at"] // 60_000_000 * 60_000_000  # a sheet tells minutes
        assert theirs["=SUM(A1:A9)"]["status"] == "open"
        assert "concluded_at" not in theirs["=SUM(A1:A9)"]
        assert "The third" not in theirs  # a void record is no incident elsewhere either
        again = other.plan(sheet, own_mapping(sheet.heading, read_names(desk.register.queries)))
        assert (again.here, again.rows, len(again.set_aside)) == (2, 2, 1)


def test_that_one_incident_twice_in_our_own_sheet_is_named(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    twice = replace(sheet, rows=(*sheet.rows, sheet.rows[0]), lines=(*sheet.lines, 99))
    assert [(each.line, each.code, each.facts) for each in filled.plan(twice, mapping).problems] == [
        (99, "key_twice", {"first": sheet.lines[0]})
    ]


@pytest.mark.parametrize(
    ("column", "text"),
    [("Stands", "Void"), ("Step", "Containment"), ("Number", "MAIN-2026-9999"), ("Opened", "2020-01-01 10:00")],
)
@pytest.mark.parametrize("later", [False, True])
def test_that_what_the_program_keeps_is_told_and_not_taken(
    filled: Imports, tmp_path: Path, column: str, text: str, *, later: bool
) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    row = next(n for n, cells in enumerate(sheet.rows) if "=SUM(A1:A9)" in cells)
    if later:
        filled.desk.do(filled.ids()[0], ChangeFields({"place_detail": "room 9"}))
    changed = with_cell(with_cell(sheet, row, column, text), row, "Title", "A better one")
    (found,) = filled.plan(changed, mapping).changed
    refused = {change.cells[0].column: change.refused and change.refused.code for change in found.changes}
    assert refused == {"Title": None, column: "column_of_program"}
    filled.run(filled.plan(changed, mapping), take=filled.ids())
    assert filled.desk.record(found.incident).values["title"] == "A better one"


def test_that_a_position_of_thousands_of_digits_is_none(filled: Imports, tmp_path: Path) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    assert filled.plan(with_cell(sheet, 0, "Entries", "9" * 5_000), mapping).here == 3


@pytest.mark.parametrize("text", ["{d:%d.%m.%Y %H:%M}", "{d:%m/%d/%Y %I:%M %p}", "{d:%Y-%m-%d %H:%M:%S}"])
def test_that_a_day_that_a_spreadsheet_wrote_anew_is_no_change(filled: Imports, tmp_path: Path, text: str) -> None:
    sheet = written(filled, tmp_path, ExportFormat.CSV, "en")
    mapping = own_mapping(sheet.heading, read_names(filled.desk.register.queries))
    recorded = datetime.fromisoformat(str(sheet.rows[0][sheet.heading.index("Opened")]))
    assert filled.plan(with_cell(sheet, 0, "Opened", text.format(d=recorded)), mapping).here == 3
