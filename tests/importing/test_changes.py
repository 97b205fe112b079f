"""What changed in a row since it came in is offered edit by edit, taken only when somebody takes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain.commands import ChangeFields, MoveToStep, RatePriority
from incident_desk.domain.errors import EditConflict
from incident_desk.support.texts import Texts
from incident_desk.usecases.importing.changes import CellChange, FieldEdit
from incident_desk.usecases.importing.mapping import NEW, Closed, FieldSource
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.names import read_names
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.undo import undo
from incident_desk.usecases.wording import Wording
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


def test_that_what_says_the_same_already_is_not_offered(imported: Imports) -> None:
    imported.desk.do(imported.ids()[0], ChangeFields({"what_happened": "Another\nstory"}))
    sheet = with_cell(LIST, 0, "Text", "Another story")
    assert imported.plan(sheet, MEANT).counts() == {"rows": 2, "new": 0, "here": 2, "changed": 0, "bad": 0}
    (change,) = imported.plan(with_cell(sheet, 0, "Colour", "green"), MEANT).changed[0].changes
    assert [cell.column for cell in change.cells] == ["Colour"]
    imported.run(imported.plan(with_cell(sheet, 0, "Colour", "green"), MEANT), take=imported.ids())
    assert ["Text", "Another story"] in imported.records()[0]["imported_row"]  # noted with it


# --- what was changed here since ---------------------------------------------------------------------


def test_that_what_somebody_wrote_here_is_left_unless_it_is_named(imported: Imports) -> None:
    first = imported.ids()[0]
    imported.desk.do(first, ChangeFields({"what_happened": "Mine"}))
    sheet = with_cell(with_cell(LIST, 0, "Text", "Another story"), 0, "Station", "Roof")
    plan = imported.plan(sheet, MEANT)
    story = next(change for change in plan.changed[0].changes if change.key == "what_happened")
    assert story.edits == (FieldEdit("what_happened", "Mine", "Another story", changed_here=True),)
    assert [change.changed_here for change in plan.changed[0].changes] == [False, True]
    assert imported.run(plan, take=[first]).taken == 1
    assert imported.records()[0]["what_happened"] == "Mine"
    assert "place" in imported.records()[0]
    (left,) = imported.plan(sheet, MEANT).changed[0].changes  # offered again
    assert (left.key, left.changed_here, left.refused) == ("what_happened", True, None)
    assert imported.run(imported.plan(sheet, MEANT), take=[(first, left.key)]).taken == 1
    assert imported.records()[0]["what_happened"] == "Another story"
    assert imported.plan(sheet, MEANT).here == 2


def test_that_what_was_emptied_here_is_changed_here(imported: Imports) -> None:
    imported.desk.do(imported.ids()[0], ChangeFields({"place": None}))
    (change,) = imported.plan(with_cell(LIST, 0, "Station", "Roof"), MEANT).changed[0].changes
    assert change.changed_here


def test_that_a_day_and_a_level_changed_here_are_left(imports: Imports) -> None:
    sheet = table("Nr|Day|Hour|Text|Worst", f"1|12.03.2016|08:30|{STORY}|2")
    meant = replace(mapping(what_happened="Text", actual_column="Worst"), key=("Nr",))
    meant = meant.with_source("occurred", FieldSource(("Day", "Hour")))
    imports.take_in(sheet, meant)
    first = imports.ids()[0]
    later = with_cell(with_cell(sheet, 0, "Hour", "09:30"), 0, "Worst", "3")
    assert not any(change.changed_here for change in imports.plan(later, meant).changed[0].changes)
    imports.desk.do(first, ChangeFields({"occurred": "2016-03-11"}))
    imports.desk.do(first, RatePriority("1", "4", "1", "4"))
    changes = imports.plan(later, meant).changed[0].changes
    assert {change.key: change.changed_here for change in changes} == {"occurred": True, "actual_column": True}
    assert imports.run(imports.plan(later, meant), take=[first]).taken == 0


def test_that_what_the_sheet_filled_by_another_meaning_is_not_changed_here(imported: Imports) -> None:
    """A field that came in empty, because its column meant nothing then."""
    meant = MEANT.with_source("immediate_action", FieldSource(("Colour",)))
    (change,) = imported.plan(with_cell(LIST, 0, "Colour", "green"), meant).changed[0].changes
    assert change.edits and not change.changed_here


def test_that_what_is_back_as_the_sheet_said_it_is_not_changed_here(imported: Imports) -> None:
    for text in ("Mine", STORY):
        imported.desk.do(imported.ids()[0], ChangeFields({"what_happened": text}))
    (change,) = imported.plan(with_cell(LIST, 0, "Text", "Another story"), MEANT).changed[0].changes
    assert not change.changed_here


def test_that_the_title_made_from_the_text_goes_with_it(imported: Imports) -> None:
    imported.desk.do(imported.ids()[1], ChangeFields({"title": "A title of ours"}))
    sheet = with_cell(with_cell(LIST, 0, "Text", "Another story"), 1, "Text", "A third story")
    imported.run(imported.plan(sheet, MEANT), take=imported.ids())
    first, second = imported.records()
    assert (first["title"], first["title_made"]) == ("Another story", True)
    assert (second["title"], second["what_happened"]) == ("A title of ours", "A third story")


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


def test_that_a_row_without_a_number_is_another_row_where_it_tells_something_else(imports: Imports) -> None:
    meant = replace(MEANT, key=())
    imports.take_in(LIST, meant)
    counts = imports.plan(with_cell(LIST, 0, "Colour", "green"), meant).counts()
    assert counts == {"rows": 2, "new": 0, "here": 1, "changed": 1, "bad": 0}
    counts = imports.plan(with_cell(LIST, 0, "Text", "Another story"), meant).counts()
    assert counts == {"rows": 2, "new": 1, "here": 1, "changed": 0, "bad": 0}


def test_that_an_imported_incident_can_be_led_on(imported: Imports) -> None:
    """It goes its way like any other."""
    first = imported.ids()[0]
    imported.desk.do(first, ChangeFields({"discovered": "2026-11-12", "subcategory": "device.pump",
                                          "responsible": "Anna Berg"}))  # fmt: skip
    assert "missing" not in imported.records()[0]
    imported.desk.do(first, MoveToStep("containment"))
    assert imported.records()[0]["step"] == 2


# --- cell by cell ------------------------------------------------------------------------------------

WIDE = table("Nr|Day|Hour|Station|Text|Colour", f"1|12.03.2016|08:30|Ward 3|{STORY}|blue")
WIDE_MEANT = MEANT.with_source("occurred", FieldSource(("Day", "Hour")))
MORE = {"Day": "13.03.2016", "Hour": "09:30", "Station": "Ward 4", "Text": "Another story", "Colour": "green"}


def widened() -> Sheet:
    sheet = WIDE
    for column, text in MORE.items():
        sheet = with_cell(sheet, 0, column, text)
    return sheet


def test_that_each_cell_is_taken_or_left_by_itself_and_what_was_left_is_offered_again(imports: Imports) -> None:
    imports.take_in(WIDE, WIDE_MEANT)
    plan = imports.plan(widened(), WIDE_MEANT)
    changed = plan.changed[0]
    assert [[cell.column for cell in change.cells] for change in changed.changes] == [
        ["Day", "Hour"], ["Station"], ["Text"], ["Colour"],
    ]  # fmt: skip
    by_field = {change.edits[0].field if change.edits else "": change.key for change in changed.changes}
    done = imports.run(plan, take=[(changed.incident, by_field["what_happened"]), (changed.incident, by_field[""])])
    record = imports.records()[0]
    assert (done.taken, record["what_happened"]) == (1, "Another story")
    assert record["occurred"]["earliest"] == "2016-03-12T07:30:00Z"
    assert [text for column, text in record["imported_row"] if column in ("Day", "Hour", "Colour")] == [
        "12.03.2016", "08:30", "green",
    ]  # fmt: skip
    left = imports.plan(widened(), WIDE_MEANT).changed[0]
    assert [[cell.column for cell in change.cells] for change in left.changes] == [["Day", "Hour"], ["Station"]]
    imports.run(imports.plan(widened(), WIDE_MEANT), take=imports.ids())
    assert imports.plan(widened(), WIDE_MEANT).here == 1
    assert imports.desk.breaks() == []


def test_that_only_what_is_taken_adds_a_place(imports: Imports) -> None:
    imports.take_in(WIDE, WIDE_MEANT)
    plan = imports.plan(with_cell(with_cell(WIDE, 0, "Station", "Roof"), 0, "Text", "Another story"), WIDE_MEANT)
    imports.run(plan, take=[(plan.changed[0].incident, "what_happened")])
    assert "Roof" not in {place.name for place in imports.desk.register.queries.places()}


def test_that_one_cell_that_cannot_be_taken_leaves_the_others(imports: Imports) -> None:
    imports.take_in(LIST, replace(MEANT, fixed={"title": "A title"}))
    meant = MEANT.with_source("title", FieldSource(("Colour",)))
    plan = imports.plan(with_cell(with_cell(LIST, 0, "Colour", None), 0, "Text", "Another story"), meant)
    changed = plan.changed[0]
    assert {change.key: change.refused.code if change.refused else "" for change in changed.changes} == {
        "what_happened": "", "title": "title_empty",
    }  # fmt: skip
    assert changed.refused is None
    imports.run(plan, take=imports.ids())
    assert (imports.records()[0]["what_happened"], imports.records()[0]["title"]) == ("Another story", "A title")


def test_that_a_category_and_its_subcategory_are_taken_together(imports: Imports) -> None:
    sheet = table("Nr|Text|Kind|Sort", f"1|{STORY}|Device|Pump")
    pack = imports.desk.register.queries.pack()[0]
    first, second = [category for category in pack.offered if category.offered][:2]
    sheet = with_cell(with_cell(sheet, 0, "Kind", first.name["en"]), 0, "Sort", first.offered[0].key)
    meant = replace(mapping(what_happened="Text", category="Kind", subcategory="Sort"), key=("Nr",))
    imports.take_in(sheet, meant)
    moved = with_cell(with_cell(sheet, 0, "Kind", second.name["en"]), 0, "Sort", second.offered[0].key)
    (change,) = imports.plan(moved, meant).changed[0].changes
    assert {edit.field for edit in change.edits} == {"category", "subcategory"}


# --- rows that were closed since ---------------------------------------------------------------------

CASES = table("Nr|Text|State|Closed on", f"1|{STORY}|open|", f"2|{STORY} b|open|")
CASES_MEANT = replace(
    mapping(what_happened="Text", closed_on="Closed on"), key=("Nr",), closed=Closed("State", ("closed",))
)
SHUT = with_cell(with_cell(CASES, 0, "State", "closed"), 0, "Closed on", "01.02.2017")


def test_that_a_row_closed_since_is_offered_and_concluded(imports: Imports) -> None:
    imports.take_in(CASES, CASES_MEANT)
    plan = imports.plan(SHUT, CASES_MEANT)
    (change,) = plan.changed[0].changes
    assert (change.closes, [cell.column for cell in change.cells], change.edits) == (True, ["State", "Closed on"], ())
    assert imports.run(plan).taken == 0
    assert imports.records()[0]["status"] == "open"
    imports.run(plan, take=[(plan.changed[0].incident, change.key)])
    record, other = imports.records()
    assert (record["status"], record["step"], record["steps_not_recorded"]) == ("concluded", 5, True)
    assert record["concluded_at"] == 1_485_903_600_000_000
    assert "missing" not in record
    assert not [key for key in record if key.startswith("step.")]
    assert other["status"] == "open"
    assert imports.plan(SHUT, CASES_MEANT).here == 2
    assert imports.desk.breaks() == []
    said = journal_lines(
        imports.desk.register.queries.entries(imports.ids()[0]),
        Wording(Texts("en"), read_names(imports.desk.register.queries)),
    )
    assert said[-1].what == "took over from the old list that it is closed; its steps are not recorded"


def test_that_a_closing_comes_with_what_else_changed(imports: Imports) -> None:
    imports.take_in(CASES, CASES_MEANT)
    imports.run(imports.plan(with_cell(SHUT, 0, "Text", "Another story"), CASES_MEANT), take=imports.ids())
    record = imports.records()[0]
    assert (record["status"], record["what_happened"]) == ("concluded", "Another story")


def test_that_a_report_in_the_inbox_is_concluded_too(imports: Imports) -> None:
    imports.take_in(CASES, replace(CASES_MEANT, into="inbox"))
    imports.run(imports.plan(SHUT, replace(CASES_MEANT, into="inbox")), take=imports.ids())
    assert imports.records()[0]["status"] == "concluded"


def test_that_an_incident_that_was_led_on_here_is_not_concluded_by_the_sheet(imported: Imports) -> None:
    meant = replace(MEANT, closed=Closed("Colour", ("grey",)))
    first = imported.ids()[0]
    imported.desk.do(first, ChangeFields({"discovered": "2026-11-12", "subcategory": "device.pump",
                                          "responsible": "Anna Berg"}))  # fmt: skip
    imported.desk.do(first, MoveToStep("containment"))
    (change,) = imported.plan(with_cell(LIST, 0, "Colour", "grey"), meant).changed[0].changes
    assert (change.closes, change.refused and change.refused.code) == (True, "led_on_here")


def test_that_a_row_closed_after_its_incident_was_concluded_says_nothing_new(imports: Imports) -> None:
    imports.take_in(CASES, CASES_MEANT)
    imports.run(imports.plan(SHUT, CASES_MEANT), take=imports.ids())
    again = with_cell(SHUT, 0, "Closed on", None)
    plan = imports.plan(with_cell(again, 0, "State", "open"), CASES_MEANT)
    assert plan.changed[0].refused is not None
    assert plan.changed[0].refused.code == "locked_by_sign_off"
