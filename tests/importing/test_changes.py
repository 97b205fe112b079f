"""What changed in a row since it came in is offered edit by edit, taken only when somebody takes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain.commands import ChangeFields, MoveToStep
from incident_desk.domain.errors import EditConflict
from incident_desk.usecases.importing.changes import CellChange, FieldEdit
from incident_desk.usecases.importing.mapping import NEW, FieldSource
from incident_desk.usecases.undo import undo
from tests.importing.tables import STORY, Imports, mapping, table, with_cell

LIST = table("Nr|Station|Text|Colour", f"1|Ward 3|{STORY}|blue", f"2|Press hall|{STORY} b|red")
MEANT = replace(mapping(place="Station", what_happened="Text"), key=("Nr",))
MEANT = MEANT.with_source("place", FieldSource(("Station",), others=NEW))


@pytest.fixture
def imported(imports: Imports) -> Imports:
    imports.take_in(LIST, MEANT)
    return imports


def test_that_a_changed_cell_is_one_edit(imported: Imports) -> None:
    plan = imported.plan(with_cell(LIST, 1, "Text", "Another story"), MEANT)
    assert plan.counts() == {"rows": 2, "new": 0, "here": 1, "changed": 1, "bad": 0}
    (changed,) = plan.changed
    assert changed.cells == (CellChange("Text", f"{STORY} b", "Another story"),)
    assert changed.edits == (FieldEdit("what_happened", f"{STORY} b", "Another story"),)
    assert changed.incident == imported.ids()[1]


def test_that_it_is_taken_only_when_somebody_takes_it(imported: Imports) -> None:
    sheet = with_cell(LIST, 1, "Text", "Another story")
    plan = imported.plan(sheet, MEANT)
    assert imported.run(plan).taken == 0
    assert imported.records()[1]["what_happened"] == f"{STORY} b"
    assert imported.run(plan, take=[plan.changed[0].incident]).taken == 1
    assert imported.records()[1]["what_happened"] == "Another story"
    assert imported.records()[0]["what_happened"] == STORY
    assert imported.plan(sheet, MEANT).counts()["here"] == 2
    assert imported.desk.breaks() == []


def test_that_a_cell_that_no_field_reads_is_kept_as_it_stands_now(imported: Imports) -> None:
    sheet = with_cell(LIST, 0, "Colour", "green")
    plan = imported.plan(sheet, MEANT)
    assert (plan.changed[0].cells, plan.changed[0].edits) == ((CellChange("Colour", "blue", "green"),), ())
    imported.run(plan, take=imported.ids())
    assert ["Colour", "green"] in imported.records()[0]["imported_row"]


def test_that_an_emptied_cell_empties_the_field(imported: Imports) -> None:
    plan = imported.plan(with_cell(LIST, 0, "Station", None), MEANT)
    imported.run(plan, take=imported.ids())
    assert "place" not in imported.records()[0]
    assert imported.records()[0]["missing"][1] == "place"


def test_that_a_new_place_in_a_changed_cell_is_made(imported: Imports) -> None:
    plan = imported.plan(with_cell(LIST, 0, "Station", "Roof"), MEANT)
    imported.run(plan, take=imported.ids())
    roof = next(place for place in imported.desk.register.queries.places() if place.name == "Roof")
    assert imported.records()[0]["place"] == roof.id


def test_that_only_what_changed_in_the_sheet_is_offered(imported: Imports) -> None:
    """What somebody wrote here meanwhile stays, unless the sheet says something new about the same."""
    imported.desk.do(imported.ids()[0], ChangeFields({"place": "Press hall"}))
    assert imported.plan(LIST, MEANT).here == 2
    plan = imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT)
    assert [edit.field for edit in plan.changed[0].edits] == ["what_happened"]


def test_that_what_says_the_same_already_needs_no_edit(imported: Imports) -> None:
    imported.desk.do(imported.ids()[0], ChangeFields({"what_happened": "Another story"}))
    plan = imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT)
    assert (len(plan.changed), plan.changed[0].edits) == (1, ())


def test_that_a_concluded_record_says_why_it_takes_no_change(imports: Imports) -> None:
    meant = replace(MEANT, into="conclusion")
    imports.take_in(LIST, meant)
    plan = imports.plan(with_cell(LIST, 0, "Text", "Another story"), meant)
    refused = plan.changed[0].refused
    assert refused is not None
    assert refused.code == "locked_by_sign_off"


def test_that_a_record_that_changed_after_the_look_is_looked_at_again(imported: Imports) -> None:
    plan = imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT)
    imported.desk.do(imported.ids()[0], ChangeFields({"what_happened": "Mine"}))
    with pytest.raises(EditConflict):
        imported.run(plan, take=imported.ids())
    assert imported.records()[0]["what_happened"] == "Mine"


def test_that_taken_changes_can_be_taken_back_and_an_import_cannot(imported: Imports) -> None:
    plan, op_id = imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT), imported.desk.submitter.new_id()
    imported.run(plan, take=imported.ids(), op_id=op_id)
    submitter, first = imported.desk.submitter, imported.ids()[0]
    undo(submitter, first, op_id, submitter.new_id())
    assert imported.records()[0]["what_happened"] == STORY
    assert len(imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT).changed) == 1


def test_that_a_row_without_a_number_that_changed_is_another_row(imports: Imports) -> None:
    meant = replace(MEANT, key=())
    imports.take_in(LIST, meant)
    counts = imports.plan(with_cell(LIST, 0, "Colour", "green"), meant).counts()
    assert counts == {"rows": 2, "new": 1, "here": 1, "changed": 0, "bad": 0}


def test_that_an_imported_incident_can_be_led_on(imported: Imports) -> None:
    """It goes its way like any other."""
    first = imported.ids()[0]
    imported.desk.do(first, ChangeFields({"discovered": "2026-11-12", "subcategory": "device.pump",
                                          "responsible": "Anna Berg"}))  # fmt: skip
    assert "missing" not in imported.records()[0]
    imported.desk.do(first, MoveToStep("containment"))
    assert imported.records()[0]["step"] == 2
