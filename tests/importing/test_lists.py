"""A column that holds measures, actions, people becomes lines of the incident's lists; a repeat doubles none of them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain.commands import AddItem, ChangeItem, RemoveItem
from incident_desk.domain.decisions.listing import differences
from incident_desk.domain.errors import Refused
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.importing.changes import ListEdit
from incident_desk.usecases.importing.list_facts import lists_told
from incident_desk.usecases.importing.mapping import ListSource
from incident_desk.usecases.importing.own_files import own_mapping
from incident_desk.usecases.names import read_names
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.undo import undo
from tests.importing.tables import STORY, Imports, mapping, table, with_cell
from tests.importing.test_own_files import written

LIST = table(
    "Nr|Text|Measures|Actions|Witnesses",
    f"1|{STORY}|Floor cleaned; Sign put up|1. Mend the lift 2. Test the alarm|Ada Moss; Ben Noll",
    f"2|{STORY} b|Doors closed|Call the maker, tell the team|",
)
LISTS = {
    "measures": ListSource(("Measures",)),
    "actions.corrective": ListSource(("Actions",)),
    "people.witness": ListSource(("Witnesses",)),
}
MEANT = replace(mapping(what_happened="Text"), key=("Nr",), lists=LISTS)


def lines(imports: Imports, at: int, key: str) -> list[dict[str, Any]]:
    return [dict(item.values) for item in imports.desk.record(imports.ids()[at]).of(key)]


def words(imports: Imports, at: int, key: str = "measures") -> list[str]:
    return [line["what"] for line in lines(imports, at, key)]


@pytest.fixture
def imported(imports: Imports) -> Imports:
    imports.take_in(LIST, MEANT)
    return imports


def changed(imports: Imports, column: str, text: str | None) -> Sheet:
    sheet = with_cell(LIST, 0, column, text)
    plan = imports.plan(sheet, MEANT)
    assert plan.counts() == {"rows": 2, "new": 0, "here": 1, "changed": 1, "bad": 0}
    imports.run(plan, take=imports.ids())
    assert imports.plan(sheet, MEANT).here == 2
    assert imports.desk.breaks() == []
    return sheet


def test_that_a_cell_becomes_lines(imports_anywhere: Imports) -> None:
    imports_anywhere.take_in(LIST, MEANT)
    assert lines(imports_anywhere, 0, "measures") == [{"what": "Floor cleaned"}, {"what": "Sign put up"}]
    assert lines(imports_anywhere, 0, "actions") == [
        {"what": "Mend the lift", "kind": "corrective"}, {"what": "Test the alarm", "kind": "corrective"},
    ]  # fmt: skip
    assert lines(imports_anywhere, 0, "people") == [
        {"name": "Ada Moss", "role": "witness"}, {"name": "Ben Noll", "role": "witness"},
    ]  # fmt: skip
    assert words(imports_anywhere, 1, "actions") == ["Call the maker, tell the team"]
    assert imports_anywhere.desk.breaks() == []


def test_that_the_same_sheet_is_here_already(imported: Imports) -> None:
    assert imported.plan(LIST, MEANT).counts()["here"] == 2


def test_that_a_comma_parts_lines_where_somebody_says_so(imports: Imports) -> None:
    meant = MEANT.with_list("actions.corrective", ListSource(("Actions",), "commas"))
    imports.take_in(LIST, meant)
    assert words(imports, 1, "actions") == ["Call the maker", "tell the team"]


def test_that_a_changed_cell_is_one_edit_that_doubles_nothing(imported: Imports) -> None:
    sheet = with_cell(LIST, 0, "Measures", "Floor cleaned; Signs put up; Team told")
    (row,) = imported.plan(sheet, MEANT).changed
    old, new = ("Floor cleaned", "Sign put up"), ("Floor cleaned", "Signs put up", "Team told")
    assert row.edits == (ListEdit("measures", old, new),)
    assert words(imported, 0) == ["Floor cleaned", "Sign put up"]
    changed(imported, "Measures", "Floor cleaned; Signs put up; Team told")
    assert words(imported, 0) == ["Floor cleaned", "Signs put up", "Team told"]


def test_that_a_line_keeps_what_was_written_to_it_here(imported: Imports) -> None:
    record = imported.desk.record(imported.ids()[0])
    sign = record.of("measures")[1]
    imported.desk.do(record.id, ChangeItem(sign.id, {"owner_name": "Ada Moss"}))
    changed(imported, "Measures", "Floor cleaned; Sign put up and lit")
    assert lines(imported, 0, "measures")[1] == {"what": "Sign put up and lit", "owner_name": "Ada Moss"}


def test_that_a_line_goes_with_the_sheet_unless_somebody_works_on_it_here(imported: Imports) -> None:
    record = imported.desk.record(imported.ids()[0])
    imported.desk.do(record.id, ChangeItem(record.of("measures")[1].id, {"owner_name": "Ada Moss"}))
    changed(imported, "Measures", None)
    assert words(imported, 0) == ["Sign put up"]


def test_that_another_order_changes_no_line(imported: Imports) -> None:
    assert imported.plan(with_cell(LIST, 0, "Measures", "Sign put up; Floor cleaned"), MEANT).here == 2


def test_that_a_line_that_is_here_already_does_not_come_twice(imported: Imports) -> None:
    imported.desk.do(imported.ids()[0], AddItem("measures", {"what": "Team told"}))
    assert imported.plan(with_cell(LIST, 0, "Measures", "Floor cleaned; Sign put up; Team told"), MEANT).here == 2
    changed(imported, "Measures", "Floor cleaned; Sign put up; Team told; Lamp hung")
    assert words(imported, 0) == ["Floor cleaned", "Sign put up", "Team told", "Lamp hung"]


def reworded(imported: Imports) -> None:
    """Somebody writes the second measure anew, here."""
    record = imported.desk.record(imported.ids()[0])
    imported.desk.do(record.id, ChangeItem(record.of("measures")[1].id, {"what": "Sign hung up"}))


def test_that_a_line_changed_here_is_left_unless_somebody_names_it(imported: Imports) -> None:
    reworded(imported)
    sheet = with_cell(LIST, 0, "Measures", "Floor cleaned; Sign put up and lit; Team told")
    plan = imported.plan(sheet, MEANT)
    (change,) = plan.changed[0].changes
    assert change.changed_here and isinstance(change.edits[0], ListEdit)
    assert change.edits[0].here == ("Floor cleaned", "Sign hung up")
    assert imported.run(plan, take=imported.ids()).taken == 0
    assert words(imported, 0) == ["Floor cleaned", "Sign hung up"]
    imported.run(plan, take=[(imported.ids()[0], change.key)])
    assert words(imported, 0) == ["Floor cleaned", "Sign put up and lit", "Team told"]
    assert imported.plan(sheet, MEANT).here == 2


def test_that_a_line_written_anew_in_both_is_nothing_to_take(imported: Imports) -> None:
    reworded(imported)
    assert imported.plan(with_cell(LIST, 0, "Measures", "Floor cleaned; Sign hung up"), MEANT).here == 2
    sheet = with_cell(LIST, 0, "Measures", "Floor cleaned; Sign hung up; Team told")
    assert not imported.plan(sheet, MEANT).changed[0].changes[0].changed_here
    changed(imported, "Measures", "Floor cleaned; Sign hung up; Team told")
    assert words(imported, 0) == ["Floor cleaned", "Sign hung up", "Team told"]


def test_that_a_line_taken_off_here_does_not_come_back_in_other_words(imported: Imports) -> None:
    record = imported.desk.record(imported.ids()[0])
    imported.desk.do(record.id, RemoveItem(record.of("measures")[1].id))
    plan = imported.plan(with_cell(LIST, 0, "Measures", "Floor cleaned; Sign put up and lit"), MEANT)
    assert imported.run(plan, take=imported.ids()).taken == 0
    assert words(imported, 0) == ["Floor cleaned"]


def test_that_a_line_taken_off_here_does_not_come_back(imported: Imports) -> None:
    record = imported.desk.record(imported.ids()[0])
    imported.desk.do(record.id, RemoveItem(record.of("measures")[0].id))
    changed(imported, "Measures", "Floor cleaned; Sign put up; Team told")
    assert words(imported, 0) == ["Sign put up", "Team told"]


def test_that_lines_taken_over_can_be_taken_back(imported: Imports) -> None:
    sheet, submitter = with_cell(LIST, 0, "Measures", "Sign put up; Team told"), imported.desk.submitter
    op_id = submitter.new_id()
    imported.run(imported.plan(sheet, MEANT), take=imported.ids(), op_id=op_id)
    undo(submitter, imported.ids()[0], op_id, submitter.new_id())
    assert sorted(words(imported, 0)) == ["Floor cleaned", "Sign put up"]
    assert len(imported.plan(sheet, MEANT).changed) == 1


def test_that_a_text_too_long_for_a_line_stays_as_it_stood_and_is_told(imports: Imports) -> None:
    plan = imports.take_in(with_cell(LIST, 0, "Measures", "Long " * 120), MEANT)
    assert [(each.line, each.column, each.code) for each in plan.remarks] == [(2, "Measures", "line_too_long")]
    assert words(imports, 0) == []
    assert ["Measures", "Long " * 120] in imports.records()[0]["imported_row"]


def test_that_what_nobody_stated_is_told(imports: Imports) -> None:
    plan = imports.plan(LIST, MEANT)
    told = {each.key: each for each in lists_told(plan)}
    assert (told["measures"].lines, told["measures"].rows, told["measures"].open_lines) == (3, 2, 3)
    assert [field.key for field in told["actions.corrective"].lacking] == ["owner", "due"]
    assert told["people.witness"].lacking == ()
    closed = lists_told(imports.plan(LIST, replace(MEANT, into="conclusion")))
    assert {each.lacking for each in closed} == {()}


def test_that_lists_are_known_by_their_headings(imports: Imports) -> None:
    sheet = table("Nr|Text|Corrective actions|Zeugen|Informed", f"1|{STORY}|Lamp out; Lamp in|Ada|yes",
                  f"2|{STORY} b|Doors closed|Ben|no")  # fmt: skip
    assert imports.guess(sheet).lists == {
        "actions.corrective": ListSource(("Corrective actions",)), "people.witness": ListSource(("Zeugen",)),
    }  # fmt: skip


def test_that_a_list_that_there_is_not_is_refused(imports: Imports) -> None:
    with pytest.raises(Refused, match="list_unknown"):
        imports.plan(LIST, replace(MEANT, lists={"people.wizard": ListSource(("Witnesses",))}))
    with pytest.raises(Refused, match="choice_unknown"):
        imports.plan(LIST, MEANT.with_list("measures", ListSource(("Measures",), "stars")))  # type: ignore[arg-type]  # out of a file
    with pytest.raises(Refused, match="import_column_missing"):
        imports.plan(LIST, MEANT.with_list("measures", ListSource(("Nothing",))))


def test_that_our_own_export_of_it_is_here_and_touches_no_line(imported: Imports, tmp_path: Path) -> None:
    before = [imported.desk.record(incident).items for incident in imported.ids()]
    sheet = written(imported, tmp_path, ExportFormat.CSV, "en")
    plan = imported.plan(sheet, own_mapping(sheet.heading, read_names(imported.desk.register.queries)))
    assert plan.counts() == {"rows": 2, "new": 0, "here": 2, "changed": 0, "bad": 0}
    assert [imported.desk.record(incident).items for incident in imported.ids()] == before


def test_that_many_lines_written_anew_are_compared_by_place() -> None:
    old = [f"Measure {n}: " + "the handrail is mounted " * 6 for n in range(200)]
    new = [f"Step {n}: " + "a ramp is to be built " * 6 for n in range(200)]
    started = time.process_time()
    assert list(differences(old, new)) == list(zip(old, new, strict=True))
    assert list(differences(old, new[:-1]))[-1] == ("", new[-2])
    assert time.process_time() - started < 0.5


def test_that_few_lines_written_anew_are_known_by_what_they_resemble() -> None:
    old, new = ["Mount the handrail", "Train the staff"], ["Train all staff", "Mount the handrail now", "Check it"]
    assert list(differences(old, new)) == [
        ("Mount the handrail", "Mount the handrail now"), ("Train the staff", "Train all staff"), ("", "Check it"),
    ]  # fmt: skip
