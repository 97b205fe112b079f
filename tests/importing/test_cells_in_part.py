"""A cell that can be read in part, or not at all, costs no row: what stands there is kept and told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.support.texts import Texts
from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.mapping import FieldSource
from incident_desk.usecases.names import read_names
from incident_desk.usecases.wording import Wording
from tests.importing.tables import STORY, Imports, mapping, sheet_of, table

LIST = table(
    "Nr|Day|Hour|Text|Hours lost",
    f"1|12.03.2016|08:30|{STORY}|2",
    f"2|13.03.2016|in the evening|{STORY} b|2-3 h",
    f"3|14.03.2016|25:00|{STORY} c|",
)
MEANT = mapping(what_happened="Text").with_source("occurred", FieldSource(("Day", "Hour")))
MEANT = MEANT.with_source("downtime", FieldSource(("Hours lost",)))


def said(imports: Imports, plan_of: tuple[object, ...], language: str) -> list[str]:
    wording = Wording(Texts(language), read_names(imports.desk.register.queries))
    return [said_problem(each, wording) for each in plan_of]  # type: ignore[arg-type]  # remarks of a plan


def test_that_an_hour_that_cannot_be_read_leaves_the_day(imports: Imports) -> None:
    plan = imports.take_in(LIST, MEANT)
    assert [record["occurred"]["precision"] for record in imports.records()] == ["exact", "date", "date"]
    assert ["Hour", "in the evening"] in imports.records()[1]["imported_row"]
    assert [(each.line, each.column, each.code) for each in plan.remarks] == [
        (3, "Day, Hour", "hour_kept"), (3, "Hours lost", "number_range"), (4, "Day, Hour", "hour_kept"),
    ]  # fmt: skip
    assert imports.plan(LIST, MEANT).here == 3


def test_that_a_range_is_no_number_and_is_told_in_one_sentence(imports: Imports) -> None:
    plan = imports.take_in(LIST, MEANT)
    assert [record.get("downtime") for record in imports.records()] == [2, None, None]
    assert said(imports, plan.remarks, "en")[1] == (
        "Hours lost: “2-3 h”. This says from where to where, not one number. It stays as it stands there."
    )
    assert said(imports, plan.remarks, "de")[0].startswith("Day, Hour: „13.03.2016 in the evening“. Der Tag wird")


@pytest.mark.parametrize("text", ["12.03.2016 abends", "12.03.2016, ca. 10-11 Uhr", "Sa 12.03.2016 (night)",
                                  "12.03.2016 25:00", "12. März 2016 nachmittags"])  # fmt: skip
def test_that_a_day_with_its_hour_in_words_is_a_day(imports: Imports, text: str) -> None:
    imports.take_in(table("When|Text", f"{text}|{STORY}"), mapping(occurred="When", what_happened="Text"))
    (record,) = imports.records()
    assert (record["occurred"]["precision"], record["occurred"]["earliest"]) == ("date", "2016-03-11T23:00:00Z")


@pytest.mark.parametrize("text", ["12.03.2016 - 14.03.2016", "12.03.2016 or 13.03.", "31.02.2016 abends", "abends"])
def test_that_what_is_no_one_day_is_not_read(imports: Imports, text: str) -> None:
    plan = imports.plan(table("When|Text", f"{text}|{STORY}"), mapping(occurred="When", what_happened="Text"))
    assert [(each.code, each.value) for each in plan.remarks] == [("no_date", text)]
    assert "occurred" not in plan.new[0].fields


def test_that_a_column_of_hours_is_read_though_some_say_it_in_words(imports: Imports) -> None:
    hours = ["08:30", "12:15", "night", "17:00", "unknown", "06:45", "early", "14:10"]
    rows = [(f"{n}.03.2021", hour, f"{STORY} {n}") for n, hour in enumerate(hours, 1)]
    found = imports.guess(sheet_of(["Date", "Time", "What happened"], rows))
    assert found.fields["occurred"].columns == ("Date", "Time")
    worded = sheet_of(["Date of event", "What happened"], [(f"{day} {hour}", text) for day, hour, text in rows])
    plan = imports.plan(worded)
    assert (len(plan.new), len(plan.remarks)) == (8, 3)


# --- errors of the spreadsheet -----------------------------------------------------------------------


def test_that_an_error_says_nothing_is_kept_and_told(imports: Imports) -> None:
    sheet = table("Nr|Day|Text|Cost|Sort", f"1|#REF!|{STORY}|#DIV/0!|#N/A", f"2|1.2.2020|{STORY} b|5|", "3||#NAME?|7|")
    meant = replace(mapping(occurred="Day", what_happened="Text", cost="Cost", category="Sort"), key=("Nr",))
    plan = imports.plan(sheet, meant)
    assert [(each.line, each.column, each.value) for each in plan.errors] == [
        (2, "Day", "#REF!"), (2, "Cost", "#DIV/0!"), (2, "Sort", "#N/A"), (4, "Text", "#NAME?"),
    ]  # fmt: skip
    assert [(each.line, each.code) for each in plan.problems] == [(4, "report_empty")]
    imports.run(plan, skip_bad=True)
    first = imports.records()[0]
    assert not {"occurred", "cost", "category"} & first.keys()
    assert ["Cost", "#DIV/0!"] in first["imported_row"]


@pytest.mark.parametrize("text", ["#DIV/0!", "#WERT!", "#BEZUG!", "#NV", "Err:502", "#SPILL!", "#NAME?"])
def test_that_errors_of_any_program_are_known(imports: Imports, text: str) -> None:
    plan = imports.plan(table("Text|Cost", f"{STORY}|{text}"), mapping(what_happened="Text", cost="Cost"))
    assert (len(plan.errors), len(plan.new)) == (1, 1)


@pytest.mark.parametrize("text", ["#1", "Error: pump", "#pump!", "E", "#"])
def test_that_what_people_write_is_no_error(imports: Imports, text: str) -> None:
    plan = imports.plan(table("Text|Machine", f"{STORY}|{text}"), mapping(what_happened="Text", place_detail="Machine"))
    assert plan.errors == ()
    assert plan.new[0].fields["place_detail"] == text
