"""A column of an old list that names equipment: known pieces are taken, unknown ones are offered for creation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.domain.commands import ChangeFields
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.importing.mapping import LEAVE_OUT, NEW, REFUSE, FieldSource, SheetMapping
from incident_desk.usecases.importing.words import NewWord
from tests.equipment import equipment, two_pumps
from tests.importing.tables import STORY, Imports, table, with_cell
from tests.importing.test_own_files import written

OLD = table("What happened|Device", f"{STORY}|A-4711, sn200", f"{STORY} again|Bed 9, A-4711", f"{STORY} now|bed 9")


def mapped(others: str) -> SheetMapping:
    columns = {"what_happened": FieldSource(("What happened",)), "equipment": FieldSource(("Device",), {}, others)}
    return SheetMapping(columns)


def test_that_known_pieces_are_taken_and_unknown_ones_are_made_once(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    first, second = two_pumps(imports.desk)
    plan = imports.plan(OLD, mapped(NEW))
    assert [(word.word, word.rows) for word in plan.unknown] == [("Bed 9", 2)]
    assert [type(each) for each in plan.new[1].fields["equipment"]] == [NewWord, str]
    imports.run(plan)
    (bed,) = [row for row in equipment(imports.desk).values() if row.name == "Bed 9"]
    assert [values["equipment"] for values in imports.records()] == [[first, second], [bed.id, first], [bed.id]]
    assert imports.plan(OLD, mapped(NEW)).counts()["here"] == 3


def test_that_unknown_pieces_are_left_out_or_listed_as_was_decided(imports: Imports) -> None:
    first, _ = two_pumps(imports.desk)
    refused = imports.plan(OLD, mapped(REFUSE))
    assert {(problem.line, problem.code) for problem in refused.problems} == {(3, "word_unknown"), (4, "word_unknown")}
    imports.take_in(OLD, mapped(LEAVE_OUT))
    assert imports.records()[1]["equipment"] == [first]
    assert "equipment" not in imports.records()[2]


def test_that_a_changed_row_may_name_a_new_piece(imports: Imports) -> None:
    first, _ = two_pumps(imports.desk)
    keyed = replace(mapped(NEW), key=("What happened",))
    imports.take_in(OLD, keyed)
    plan = imports.plan(with_cell(OLD, 0, "Device", "A-4711, Lamp"), keyed)
    imports.run(plan, take=[plan.changed[0].incident])
    (lamp,) = [row for row in equipment(imports.desk).values() if row.name == "Lamp"]
    assert imports.records()[0]["equipment"] == [first, lamp.id]


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_our_own_export_brings_equipment_back(imports: Imports, tmp_path: Path, language: str) -> None:
    first, second = two_pumps(imports.desk)
    incident = imports.desk.new("identification")
    imports.desk.do(incident, ChangeFields({"equipment": [first, second]}))
    sheet = written(imports, tmp_path, ExportFormat.CSV, language)
    assert imports.plan(sheet).counts() == {"rows": 1, "new": 0, "here": 1, "changed": 0, "bad": 0}
    column = next(name for name in sheet.heading if name in {"Equipment involved", "Beteiligte Geräte"})
    plan = imports.plan(with_cell(sheet, 0, column, "Infusion pump (A-4712)"))
    imports.run(plan, take=[plan.changed[0].incident])
    assert imports.records()[0]["equipment"] == [second]
