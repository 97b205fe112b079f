"""An import takes in every row or none, says what stood in the sheet and nothing else, and never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from incident_desk.domain.commands import VoidIncident
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.keys_here import pairs_by_key
from incident_desk.usecases.importing.known import as_it_stood, told_apart
from incident_desk.usecases.importing.mapping import LEAVE_OUT, NEW, Closed, FieldSource
from incident_desk.usecases.importing.plan import plan_import
from incident_desk.usecases.importing.row_texts import SheetRow, rows_of
from incident_desk.usecases.rows import ImportedRow
from tests.importing.tables import STORY, Imports, mapping, table

LIST = table(
    "Nr|Datum|Station|Text|Stand|Extra",
    f"7|12.03.2016|Ward 3|{STORY}|zu|blue",
    f"8|31.12.2016 23:30|Ward 9|{STORY} b|offen|",
    f"9||Ward 9|{STORY} c|zu|green",
)
MEANT = replace(
    mapping(old_number="Nr", occurred="Datum", place="Station", what_happened="Text"),
    key=("Nr",), closed=Closed("Stand", ("zu",)),
)  # fmt: skip
MEANT = MEANT.with_source("place", FieldSource(("Station",), others=NEW))


def test_that_rows_become_incidents_that_say_what_the_sheet_says(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    imports.take_in(LIST, MEANT)
    first, second, third = imports.records()
    assert (first["number"], second["number"]) == ("WARD3-2016-0001", "MAIN-2016-0001")
    assert (first["old_number"], first["imported_line"], first["imported_from"]) == ("7", 2, "old list.csv")
    assert [tuple(cell) for cell in first["imported_row"]] == [
        ("Nr", "7"), ("Datum", "12.03.2016"), ("Station", "Ward 3"), ("Text", STORY), ("Stand", "zu"), ("Extra", "blue"),
    ]  # fmt: skip
    assert first["occurred"]["precision"] == "date"
    assert second["occurred"]["earliest"] == "2016-12-31T22:30:00Z"
    assert "occurred" not in third
    assert not {"discovered", "reported", "responsible", "category", "priority"} & first.keys()
    assert imports.desk.breaks() == []


def test_that_old_incidents_stand_among_those_of_their_time(imports: Imports) -> None:
    imports.desk.new()
    imports.take_in(LIST, MEANT)
    opened = [imports.desk.record(each).opened_at for each in imports.ids()]
    assert opened[1] < opened[2] < opened[0]
    assert imports.records()[3]["year"] == imports.records()[0]["year"]  # the row that says no day came up now


def test_that_the_old_number_is_found(imports: Imports) -> None:
    imports.take_in(table("No|Text", f"ZX-4711|{STORY}"), mapping(old_number="No", what_happened="Text"))
    (found,) = imports.desk.register.queries.search("ZX-4711")
    assert found.row.id == imports.ids()[0]


def test_that_an_open_row_begins_with_everything_still_to_be_completed(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    record = imports.records()[1]
    assert (record["status"], record["step"]) == ("open", 1)
    assert record["missing"] == ["discovered", "category", "responsible"]
    assert record["title_made"] is True


def test_that_a_closed_row_comes_in_concluded_and_says_that_no_step_was_recorded(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    record = imports.records()[0]
    assert (record["status"], record["step"], record["steps_not_recorded"]) == ("concluded", 5, True)
    assert "missing" not in record
    assert "concluded_at" not in record  # the sheet does not say when
    assert not [key for key in record if key.startswith("step.")]


def test_that_the_day_of_closing_closes_a_row(imports: Imports) -> None:
    sheet = table("Text|Zu am", f"{STORY}|01.02.2017", f"{STORY} b|")
    imports.take_in(sheet, mapping(what_happened="Text", closed_on="Zu am"))
    first, second = imports.records()
    assert (first["status"], second["status"]) == ("concluded", "open")
    assert first["concluded_at"] == 1_485_903_600_000_000  # the first of February in Berlin


def test_that_rows_may_wait_in_the_inbox(imports: Imports) -> None:
    imports.take_in(LIST, replace(MEANT, into="inbox", closed_into="inbox"))
    assert {record["status"] for record in imports.records()} == {"inbox"}
    assert len(imports.desk.register.queries.inbox()) == 3


def test_that_the_same_sheet_again_is_here_already(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    imports.take_in(LIST, MEANT)
    for source in ("old list.csv", "the same under another name.xlsx"):
        plan = imports.plan(LIST, MEANT, source)
        assert plan.counts() == {"rows": 3, "new": 0, "here": 3, "changed": 0, "bad": 0}
    assert imports.run(plan).imported == 0
    assert len(imports.ids()) == 3


def test_that_equal_rows_without_a_number_are_told_apart_by_their_count(imports: Imports) -> None:
    twice = table("Text", STORY, STORY, f"{STORY} b")
    imports.take_in(twice, mapping(what_happened="Text"))
    assert len(imports.ids()) == 3
    assert imports.plan(twice, mapping(what_happened="Text")).here == 3
    thrice = table("Text", STORY, STORY, STORY)
    assert imports.plan(thrice, mapping(what_happened="Text")).counts()["new"] == 1


def test_that_the_same_numbers_of_another_list_are_other_incidents(imports: Imports) -> None:
    imports.take_in(LIST, MEANT, "2016.csv")
    other = table(
        "Nr|Datum|Station|Text|Stand|Extra", *(f"{n}|12.03.2017|Ward 3|{STORY} {n}|offen|" for n in (7, 8, 9))
    )
    plan = imports.plan(other, MEANT, "2017.csv")
    assert plan.counts()["new"] == 3
    imports.run(plan)
    assert imports.plan(LIST, MEANT, "2016.csv").here == 3
    assert imports.plan(other, MEANT, "2017.csv").here == 3


def test_that_a_list_that_grew_brings_in_its_new_rows_alone(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    grown = replace(LIST, rows=(*LIST.rows, ("10", None, None, "One more", None, None)), lines=(2, 3, 4, 5))
    plan = imports.plan(grown, MEANT, "grown.csv")
    assert plan.counts() == {"rows": 4, "new": 1, "here": 3, "changed": 0, "bad": 0}


def known_rows(rows: Sequence[SheetRow], here: Sequence[ImportedRow], source: str) -> dict[str, ImportedRow]:
    """What is chosen by the keys alone, of rows that tell the same letter by letter or not at all."""

    def found(keys: Sequence[str]) -> list[ImportedRow]:
        return [each for each in here if each.key in keys]

    pairs = pairs_by_key(rows, lambda row: (row.key,), found, as_it_stood)
    chosen = told_apart(pairs, rows, source, ("Nr",), lambda name: False).chosen
    return {key: pair.each for key, pair in chosen.items()}


def test_that_what_was_erased_does_not_come_in_again() -> None:
    (row,) = rows_of(table("Nr|Text", f"1|{STORY}"), ("Nr",))
    erased = ImportedRow("id", "MAIN-2016-0001", row.key, "old list.csv", None)
    assert known_rows([row], [erased], "old list.csv") == {row.key: erased}


def test_that_erased_rows_of_one_list_hide_no_row_of_another() -> None:
    """The same number stands in both; nobody can tell any more what stood beside it."""
    rows = rows_of(table("Nr|Text", *(f"{n}|{STORY} {n}" for n in range(5))), ["Nr"])
    erased = [ImportedRow(f"id {n}", f"MAIN-2016-000{n}", row.key, "list A.csv", None) for n, row in enumerate(rows)]

    assert known_rows(rows, erased, "list B.csv") == {}
    assert len(known_rows(rows, erased, "list A.csv")) == 5
    known = [erased[0]._replace(row=rows[0].row), *erased[1:]]  # this one proves that B is A under another name
    assert len(known_rows(rows, known, "list B.csv")) == 5
    known = [erased[0]._replace(row=(("Nr", "0"), ("Text", "Another"))), *erased[1:]]
    assert known_rows(rows, known, "list B.csv") == {}


def test_that_an_erased_row_known_by_its_content_does_not_come_in_again_under_another_name() -> None:
    (row,) = rows_of(table("Nr|Text", f"1|{STORY}"), [])
    erased = ImportedRow("id", "MAIN-2016-0001", row.key, "list A.csv", None)
    assert known_rows([row], [erased], "list B.csv") == {row.key: erased}


def test_that_a_void_incident_does_not_come_in_again(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    imports.desk.do(imports.ids()[1], VoidIncident("A test"))
    assert imports.plan(LIST, MEANT).here == 3


# --- what cannot come in -----------------------------------------------------------------------------

BAD = table("Nr|Datum|Text", f"1|12.03.2016|{STORY}", f"2|12.03.2998|{STORY}", "3|12.03.2016|",
            f"4|12.03.2999|{STORY}")  # fmt: skip
BAD_MEANT = replace(mapping(occurred="Datum", what_happened="Text"), key=("Nr",))


def test_that_each_bad_row_is_named_with_line_column_value_and_reason(imports: Imports) -> None:
    plan = imports.plan(BAD, BAD_MEANT)
    assert [(each.line, each.column, each.value, each.code) for each in plan.problems] == [
        (3, "Datum", "12.03.2998", "time_ahead"), (4, "Text", "", "report_empty"),
        (5, "Datum", "12.03.2999", "time_ahead"),
    ]  # fmt: skip
    assert plan.counts() == {"rows": 4, "new": 1, "here": 0, "changed": 0, "bad": 3}


def test_that_bad_rows_stop_the_import_unless_they_are_left_out(imports: Imports) -> None:
    plan = imports.plan(BAD, BAD_MEANT)
    with pytest.raises(Refused, match="import_rows_bad"):
        imports.run(plan)
    assert imports.ids() == []
    assert imports.run(plan, skip_bad=True).imported == 1
    assert len(imports.ids()) == 1


def test_that_a_word_without_a_meaning_is_refused_left_out_or_given_one(imports: Imports) -> None:
    sheet = table("Text|Category", f"{STORY}|Dragons")
    source = FieldSource(("Category",))
    meant = mapping(what_happened="Text").with_source("category", source)
    assert [each.code for each in imports.plan(sheet, meant).problems] == ["word_unknown"]
    left = imports.plan(sheet, meant.with_source("category", replace(source, others=LEAVE_OUT)))
    assert (len(left.new), left.unknown[0].word, left.unknown[0].rows) == (1, "Dragons", 1)
    given = meant.with_source("category", replace(source, words={"dragons": "Device"}))
    imports.run(imports.plan(sheet, given))
    assert imports.records()[0]["category"] == "device"


def test_that_a_mapping_must_fit_the_sheet(imports: Imports) -> None:
    for meant, code in (
        (mapping(what_happened="Tale"), "import_column_missing"), (mapping(occurred="Text"), "import_without_text"),
        (mapping(what_happened="Text", nonsense="Nr"), "field_unknown"),
        (replace(mapping(what_happened="Text"), into="bin"), "choice_unknown"),
        (replace(mapping(what_happened="Text"), zone="Mars"), "zone_unknown"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=code):
            imports.plan(LIST, meant)


# --- what the sheet brings along ---------------------------------------------------------------------


def test_that_places_people_and_categories_are_made_once_for_all_rows(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    sheet = table("Text|Ort|Wer|Art|Unterart", f"{STORY}|Roof|Zoe Zorn|Weather|Storm", f"{STORY} b|roof|Zorn, Zoe|Device|Robot",
                  f"{STORY} c|Ward 3|Anna Berg|weather|storm")  # fmt: skip
    meant = mapping(what_happened="Text")
    for key, column in (("place", "Ort"), ("responsible", "Wer"), ("category", "Art"), ("subcategory", "Unterart")):
        meant = meant.with_source(key, FieldSource((column,), others=NEW))
    meant = meant.with_source("responsible", FieldSource(("Wer",), {"Zorn, Zoe": "Zoe Zorn"}, NEW))
    plan = imports.plan(sheet, meant)
    assert {(each.word.word, each.rows) for each in plan.new_things()} == {
        ("Roof", 2), ("Zoe Zorn", 2), ("Weather", 2), ("Storm", 2), ("Robot", 1),
    }  # fmt: skip
    imports.run(plan)
    first, second, third = imports.records()
    assert first["place"] == second["place"] != third["place"]
    assert first["responsible"] == second["responsible"] == imports.desk.person("Zoe Zorn")
    assert (first["category"], third["category"], second["category"]) == ("weather", "weather", "device")
    assert first["subcategory"] == third["subcategory"]
    assert first["subcategory"].startswith("weather.")
    assert second["subcategory"] == "device.robot"
    assert imports.plan(sheet, meant).new_things() == ()
    assert imports.desk.breaks() == []


def test_that_a_stated_severity_is_kept_and_no_priority_is_made_of_it(imports: Imports) -> None:
    meant = mapping(what_happened="Text").with_source("actual_column", FieldSource(("How bad",), {"IV": "4"}))
    imports.take_in(table("Text|How bad", f"{STORY}|IV"), meant)
    (record,) = imports.records()
    assert (record["actual_column"], record["matrix"]) == ("4", "five_by_five 2")
    assert not {"priority", "suggested_priority", "actual_score"} & record.keys()


def test_that_a_stated_priority_says_where_it_comes_from(imports: Imports) -> None:
    meant = mapping(what_happened="Text", priority="Prio")
    imports.take_in(table("Text|Prio", f"{STORY}|High"), meant)
    (record,) = imports.records()
    assert (record["priority"], record["priority_reason"]) == ("high", "Stated in the old list")


# --- all or nothing ----------------------------------------------------------------------------------


def test_that_an_import_that_is_stopped_leaves_nothing(imports: Imports) -> None:
    many = table("Text|Ort", *(f"{STORY} {n}|Roof" for n in range(450)))
    meant = mapping(what_happened="Text").with_source("place", FieldSource(("Ort",), others=NEW))
    plan = imports.plan(many, meant)
    asked: list[tuple[int, int]] = []

    def stop_late(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 400

    with pytest.raises(Refused, match="stopped"):
        imports.run(plan, progress=stop_late)
    assert asked == [(200, 450), (400, 450)]
    assert imports.ids() == []
    assert "Roof" not in {place.name for place in imports.desk.register.queries.places()}
    assert imports.desk.register.queries.counters() == {}
    assert imports.desk.breaks() == []
    done = imports.run(plan)
    assert (done.imported, done.first[-4:], done.last[-4:]) == (450, "0001", "0450")


def test_that_planning_can_be_stopped(imports: Imports) -> None:
    with pytest.raises(Refused, match="stopped"):
        plan_import(imports.desk.register, imports.desk.submitter.actor, LIST, "x", MEANT, lambda done, of: False)


def test_that_the_same_order_again_imports_nothing_more(imports: Imports) -> None:
    plan, op_id = imports.plan(LIST, MEANT), imports.desk.submitter.new_id()
    once = imports.run(plan, op_id=op_id)
    again = imports.run(plan, op_id=op_id)
    assert again.done.repeated
    assert (again.first, again.last) == (once.first, once.last)
    assert len(imports.ids()) == 3


def test_that_who_comes_second_is_told(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    mine, theirs = imports.plan(LIST, MEANT), imports.plan(LIST, MEANT)
    imports.run(theirs)
    with pytest.raises(Refused, match="import_meanwhile"):
        imports.run(mine)
    assert len(imports.ids()) == 3


def test_that_a_reporter_imports_nothing(imports: Imports) -> None:
    plan = imports.plan(LIST, MEANT)
    reporter = Imports(imports.desk.acting_as("Rosa Reporter"))
    assert {each.code for each in reporter.plan(LIST, MEANT).problems} == {"not_allowed"}
    with pytest.raises(Refused, match="not_allowed"):
        reporter.run(plan)
    assert imports.ids() == []


def test_that_one_op_stands_behind_all_of_it(imports: Imports) -> None:
    op_id = imports.desk.submitter.new_id()
    imports.run(imports.plan(LIST, MEANT), op_id=op_id)
    entries = [entry for each in imports.ids() for entry in imports.desk.register.queries.entries(each)]
    assert {(entry.kind, entry.op_id) for entry in entries} == {("imported", op_id)}
    assert len(entries) == 3


def test_that_a_row_with_more_cells_than_headings_is_listed(imports: Imports) -> None:
    sheet = table("Date|What|Kind|Column D", f"12.03.2016|{STORY}|fall|", f"13.03.2016|{STORY}|and more|cut")
    meant = mapping(occurred="Date", what_happened="What")
    plan = imports.plan(replace(sheet, surplus=1), meant)
    assert [(row.line, row.code) for row in plan.problems] == [(3, "more_cells")]
    assert (len(plan.new), len(imports.plan(sheet, meant).new)) == (1, 2)
    imports.run(imports.plan(sheet, meant))
    assert imports.plan(replace(sheet, surplus=1), meant).here == 2


@pytest.mark.parametrize(
    "last", ["Total: 2||", "Summe||", "Gesamt 1.204||", "sum||7", "Printed by J. Smith 4 Jan 2024||"]
)
def test_that_a_total_at_the_end_is_left_out_and_told(imports: Imports, last: str) -> None:
    meant = mapping(occurred="Date", what_happened="What")
    plan = imports.plan(table("Date|What|Cost", f"12.03.2016|{STORY}|7", last), meant)
    assert (plan.others.totals, plan.counts()) == ((3,), {"rows": 1, "new": 1, "here": 0, "changed": 0, "bad": 0})


@pytest.mark.parametrize("last", ["Total loss||", f"Total|{STORY}|", "|Total|", "Total||7|8|ill", "Summer||"])
def test_that_a_row_that_only_resembles_a_total_is_not(imports: Imports, last: str) -> None:
    meant = mapping(occurred="Date", what_happened="What")
    heading = "Date|What|Cost" + "|More|Most" * (last.count("|") > 2)
    for rows in ([f"12.03.2016|{STORY}|7", last], ["Total||", f"12.03.2016|{STORY}|7"]):
        padded = [row + "|" * (heading.count("|") - row.count("|")) for row in rows]
        plan = imports.plan(table(heading, *padded), meant)
        assert (plan.others.totals, plan.rows) == ((), 2)


def test_that_a_heading_without_rows_is_refused(imports: Imports) -> None:
    with pytest.raises(Refused, match="import_no_rows"):
        imports.plan(table("Date|What"), mapping(what_happened="What"))
