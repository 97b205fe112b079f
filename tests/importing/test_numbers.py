"""Rows are known by their number. Where a number stands twice or is missing, that is told, and no row is lost or doubled."""

from __future__ import annotations

from dataclasses import replace

from incident_desk.usecases.importing.doubts import KeyTwice
from tests.importing.tables import STORY, Imports, mapping, table, with_cell

LIST = table("Nr|Text|Colour", f"1|{STORY}|blue", f"2|{STORY} b|red", f"2|{STORY} c|red", f"|{STORY} d|green")
MEANT = replace(mapping(old_number="Nr", what_happened="Text"), key=("Nr",))


def test_that_a_number_that_stands_twice_is_told_and_its_rows_come_in(imports: Imports) -> None:
    plan = imports.take_in(LIST, MEANT)
    assert plan.twice == (KeyTwice(("Nr",), "2", (3, 4)),)
    assert plan.without_key == (5,)
    assert [record["what_happened"] for record in imports.records()] == [
        STORY,
        f"{STORY} b",
        f"{STORY} c",
        f"{STORY} d",
    ]
    assert imports.plan(LIST, MEANT).counts() == {"rows": 4, "new": 0, "here": 4, "changed": 0, "bad": 0}


def test_that_a_column_of_numbers_names_rows_though_one_stands_twice(imports: Imports) -> None:
    rows = [f"{n}|{STORY} {n}" for n in range(1, 30)] + [f"29|{STORY} again"]
    for heading in ("Incident number|Text", "|Text"):
        plan = imports.plan(table(heading, *rows))
        assert plan.mapping.key == (plan.heading[0],)
        assert [(each.value, each.lines) for each in plan.twice] == [("29", (30, 31))]


def test_that_equal_rows_with_one_number_all_come_in_once(imports: Imports) -> None:
    twice = table("Nr|Text", f"1|{STORY}", f"1|{STORY}")
    imports.take_in(twice, MEANT)
    assert len(imports.ids()) == 2
    assert imports.plan(twice, MEANT).here == 2


def test_that_a_row_stays_known_when_another_takes_its_number(imports: Imports) -> None:
    imports.take_in(table("Nr|Text", f"1|{STORY}", f"2|{STORY} b"), MEANT)
    for rows in ((f"1|{STORY}", f"1|{STORY} new", f"2|{STORY} b"), (f"1|{STORY} new", f"1|{STORY}", f"2|{STORY} b")):
        plan = imports.plan(table("Nr|Text", *rows), MEANT)
        assert plan.counts() == {"rows": 3, "new": 1, "here": 2, "changed": 0, "bad": 0}
        assert plan.new[0].fields["what_happened"] == f"{STORY} new"


def test_that_a_row_stays_known_when_the_other_of_its_number_is_gone(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    mended = with_cell(LIST, 2, "Nr", "3")
    plan = imports.plan(mended, MEANT)
    assert plan.twice == ()
    assert (plan.here, len(plan.new)) == (3, 1)
    assert plan.new[0].fields["old_number"] == "3"


def test_that_a_row_that_gets_its_number_later_is_the_same_row(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    plan = imports.plan(with_cell(LIST, 3, "Nr", "4"), MEANT)
    assert plan.counts() == {"rows": 4, "new": 0, "here": 3, "changed": 1, "bad": 0}
    assert [(edit.field, edit.new) for edit in plan.changed[0].edits] == [("old_number", "4")]
    imports.run(plan, take=[plan.changed[0].incident])
    assert imports.plan(with_cell(LIST, 3, "Nr", "4"), MEANT).here == 4


def test_that_a_list_that_came_in_without_numbers_is_known_by_them_afterwards(imports: Imports) -> None:
    imports.take_in(LIST, replace(MEANT, key=()))
    assert imports.plan(LIST, MEANT).here == 4


def test_that_a_changed_row_among_those_of_one_number_is_never_taken_for_the_other(imports: Imports) -> None:
    imports.take_in(LIST, MEANT)
    plan = imports.plan(with_cell(LIST, 1, "Colour", "pink"), MEANT)
    assert (plan.here, len(plan.new), [row.incident for row in plan.changed]) == (3, 0, [imports.ids()[1]])
