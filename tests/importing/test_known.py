"""Who a row is: the same file saved otherwise brings nothing in twice, and another list hides behind no numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.sheets import Cell, Sheet
from tests.importing.tables import STORY, Imports, mapping, sheet_of, table, with_cell

DAYS = ("13/01/2024", "14/02/2024", "15/03/2024", "16/04/2024", "17/05/2024", "18/06/2024")
LOG = sheet_of(
    ["Ref", "Date", "Description", "Ward"],
    [(f"00{10 + n}", day, f"{STORY}, case {n}", f"Ward {'AC'[n % 2]}") for n, day in enumerate(DAYS)],
)
MEANT = replace(mapping(occurred="Date", what_happened="Description"), key=("Ref",), date_order="dmy")
BARE = replace(MEANT, key=())


def with_column(sheet: Sheet, name: str, text: str) -> Sheet:
    return replace(sheet, heading=(*sheet.heading, name), rows=tuple((*row, text) for row in sheet.rows))


def renamed(sheet: Sheet, old: str, new: str) -> Sheet:
    return replace(sheet, heading=tuple(new if name == old else name for name in sheet.heading))


def without(sheet: Sheet, column: str) -> Sheet:
    at = sheet.heading.index(column)
    rows = tuple((*row[:at], *row[at + 1 :]) for row in sheet.rows)
    return replace(sheet, heading=(*sheet.heading[:at], *sheet.heading[at + 1 :]), rows=rows)


def as_workbook(sheet: Sheet) -> Sheet:
    """As a spreadsheet program saves it: numbers are numbers, days are days."""

    def saved(cell: Cell) -> Cell:
        text = str(cell)
        if text.isdecimal():
            return int(text)
        return f"{text[6:]}-{text[3:5]}-{text[:2]}" if text[2:3] == "/" else cell

    return replace(sheet, rows=tuple(tuple(map(saved, row)) for row in sheet.rows))


def counts(plan: ImportPlan) -> tuple[int, int, int]:
    return len(plan.new), plan.here, len(plan.changed)


@pytest.mark.parametrize("meant", [MEANT, BARE])
def test_that_a_workbook_of_the_same_file_is_here_already(imports_anywhere: Imports, *, meant: object) -> None:
    given = MEANT if meant is MEANT else BARE
    imports_anywhere.take_in(LOG, given)
    assert counts(imports_anywhere.plan(as_workbook(LOG), given, "log.xlsx")) == (0, 6, 0)


@pytest.mark.parametrize("source", ["log 2023.csv", "log 2024.csv"])
def test_that_a_new_column_is_offered_and_doubles_nothing(imports: Imports, source: str) -> None:
    for meant in (MEANT, BARE):
        if not imports.ids():
            imports.take_in(LOG, meant, "log 2023.csv")
        plan = imports.plan(with_column(LOG, "Cost", "5"), meant, source)
        assert counts(plan) == (0, 0, 6)
        assert {cell.column for row in plan.changed for cell in row.cells} == {"Cost"}
        assert imports.run(plan).taken == 0


def test_that_a_row_without_a_number_is_known_by_what_it_tells_and_that_is_said(imports: Imports) -> None:
    imports.take_in(LOG, BARE)
    plan = imports.plan(with_column(without(LOG, "Ref"), "Nurse", "x"), BARE, "another name.csv")
    assert (counts(plan), plan.told_here) == ((0, 0, 6), 6)
    assert imports.plan(LOG, BARE).told_here == 0


@pytest.mark.parametrize(("old", "new"), [("Ward", "Department"), ("Ref", "Number"), ("Description", "Story")])
def test_that_another_word_for_a_heading_changes_nothing(imports: Imports, old: str, new: str) -> None:
    imports.take_in(LOG, MEANT)
    meant = mapping(occurred="Date", what_happened="Story" if new == "Story" else "Description")
    meant = replace(meant, key=("Number" if new == "Number" else "Ref",))
    assert counts(imports.plan(renamed(LOG, old, new), meant, "renamed.csv")) == (0, 6, 0)


def test_that_a_column_that_is_gone_empties_no_cell_and_stays_as_it_stood(imports: Imports) -> None:
    imports.take_in(LOG, MEANT)
    narrow = without(LOG, "Ward")
    assert counts(imports.plan(narrow, MEANT)) == (0, 6, 0)
    imports.run(imports.plan(with_cell(narrow, 0, "Description", "Another story"), MEANT), take=imports.ids())
    first = imports.records()[0]
    assert (first["what_happened"], dict(first["imported_row"])["Ward"]) == ("Another story", "Ward A")


def test_that_a_changed_story_of_a_renumbered_workbook_is_a_change(imports: Imports) -> None:
    imports.take_in(LOG, MEANT)
    plan = imports.plan(with_cell(as_workbook(LOG), 2, "Description", "Another story"), MEANT, "log.xlsx")
    assert counts(plan) == (0, 5, 1)
    assert [cell.column for cell in plan.changed[0].cells] == ["Description"]


def test_that_another_ward_with_the_same_numbers_is_another_list(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    imports.take_in(LOG, MEANT, "incidents.csv")
    other = replace(LOG, rows=tuple((ref, day, f"b {text}", "Ward B") for ref, day, text, _ in LOG.rows))
    plan = imports.plan(other, MEANT, "incidents.csv")
    assert (counts(plan), plan.source) == ((6, 0, 0), "incidents.csv (2)")
    (doubt,) = plan.numbers_here
    assert (doubt.source, doubt.same, doubt.other, doubt.taken) == ("incidents.csv", 0, 6, False)
    assert doubt.brought_in > 0
    imports.run(plan)
    for sheet in (LOG, other):
        assert counts(imports.plan(sheet, MEANT, "incidents.csv")) == (0, 6, 0)
        assert imports.plan(sheet, MEANT, "incidents.csv").numbers_here == ()
    grown = replace(other, rows=(*other.rows, ("0099", "01/11/2024", "New", "Ward B")), lines=(*other.lines, 99))
    assert imports.take_in(grown, MEANT, "incidents.csv").source == "incidents.csv (2)"
    changed = imports.plan(with_cell(other, 3, "Description", "Another story"), MEANT, "incidents.csv")
    assert [row.incident for row in changed.changed] == [imports.ids()[9]]
    assert imports.desk.breaks() == []


def test_that_rows_that_tell_the_same_are_here_and_the_others_are_told_of(imports: Imports) -> None:
    imports.take_in(LOG, MEANT, "2023.csv")
    rows = [*LOG.rows[:2], *((ref, "01/12/2024", f"b {text}", "Ward B") for ref, _, text, _ in LOG.rows[2:])]
    plan = imports.plan(replace(LOG, rows=tuple(rows)), MEANT, "2024.csv")
    assert counts(plan) == (4, 2, 0)
    assert [(each.source, each.same, each.other, each.taken) for each in plan.numbers_here] == [
        ("2023.csv", 2, 4, False)
    ]  # fmt: skip
    imports.run(plan)
    assert len(imports.ids()) == 10


def test_that_short_stories_of_one_day_in_two_places_are_two_incidents(imports: Imports) -> None:
    meant = replace(mapping(occurred="Date", what_happened="What", place_detail="Where"), date_order="dmy")
    heading = "Date|What|Where|Nurse"
    meant = meant.with_source("place", replace(meant.fields["place_detail"], others="new"))
    imports.take_in(table(heading, "13/01/2024|Fall|Bay 1|x"), meant)
    assert counts(imports.plan(table(heading, "13/01/2024|Fall|Bay 2|x"), meant, "other.csv")) == (1, 0, 0)
    assert counts(imports.plan(table(heading, "13/01/2024|Fall|Bay 1|y"), meant, "other.csv")) == (1, 0, 0)
    assert counts(imports.plan(table(heading + "|Cost", "13/01/2024|Fall|Bay 1|x|5"), meant, "other.csv"))[0] == 0
    assert counts(imports.plan(table(heading, "14/01/2024|Fall|Bay 1|y"), meant, "other.csv")) == (1, 0, 0)


def test_that_a_row_that_came_in_is_known_though_its_title_is_another_now(imports: Imports) -> None:
    from incident_desk.domain.commands import ChangeFields

    imports.take_in(LOG, BARE)
    imports.desk.do(imports.ids()[0], ChangeFields({"title": "A better one"}))
    assert counts(imports.plan(with_column(LOG, "Cost", "5"), BARE)) == (0, 0, 6)


def test_that_rows_without_a_day_are_known_within_their_own_list(imports_anywhere: Imports) -> None:
    meant = mapping(what_happened="Description")
    undated = without(without(LOG, "Date"), "Ref")
    imports_anywhere.take_in(undated, meant)
    assert counts(imports_anywhere.plan(with_column(undated, "Cost", "5"), meant)) == (0, 0, 6)
    assert counts(imports_anywhere.plan(renamed(undated, "Ward", "Unit"), meant)) == (0, 6, 0)


def test_that_two_rows_without_a_story_are_two_incidents(imports: Imports) -> None:
    meant = replace(mapping(occurred="Date", what_happened="What", title="Title"), date_order="dmy")
    first, second = (table("Date|Title|What|Ward", f"05.01.2024|{title}||Wohnbereich 3 Erdgeschoss")
                     for title in ("Sturz im Flur", "Brand in der Küche"))  # fmt: skip
    imports.take_in(first, meant, "old.csv")
    assert counts(imports.plan(second, meant, "new.csv")) == (1, 0, 0)
    assert counts(imports.plan(with_column(first, "Shift", "night"), meant, "new.csv")) == (0, 0, 1)


def test_that_another_month_of_numbers_and_stories_is_no_correction(imports: Imports) -> None:
    meant = replace(mapping(what_happened="What"), key=("No",))
    february, march = (table("No|What", *(f"{n}|{STORY} in {month}, {n}" for n in range(1, 9)))
                       for month in ("February", "March"))  # fmt: skip
    imports.take_in(february, meant, "list.csv")
    plan = imports.plan(march, meant, "list.csv")
    assert (counts(plan), len(plan.numbers_here)) == ((8, 0, 0), 1)


@pytest.mark.parametrize("meant", [MEANT, BARE])
def test_that_rows_missing_since_are_told(imports_anywhere: Imports, *, meant: object) -> None:
    given = MEANT if meant is MEANT else BARE
    imports_anywhere.take_in(LOG, given)
    shorter = sheet_of(LOG.heading, LOG.rows[:2] + LOG.rows[3:5])
    plan = imports_anywhere.plan(shorter, given)
    assert (counts(plan), plan.missing.count) == ((0, 4, 0), 2)
    assert imports_anywhere.plan(LOG, given).missing.count == 0


def test_that_a_story_written_anew_without_number_is_told_as_missing(imports: Imports) -> None:
    bare = without(LOG, "Ref")
    imports.take_in(bare, BARE)
    plan = imports.plan(with_cell(bare, 2, "Description", "The tablets of another person were given at night"), BARE)
    assert (counts(plan), plan.missing.count) == ((1, 5, 0), 1)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Description", f"{STORY}, case 2, and nobody was told"),
        ("Description", STORY.replace("silent", "silnt") + ", case 2"),
        ("Ward", "Ward B"),
        ("Ward", ""),
    ],
)
def test_that_one_cell_corrected_is_offered_where_nothing_numbers_the_rows(
    imports_anywhere: Imports, column: str, text: str
) -> None:
    bare = without(LOG, "Ref")
    imports_anywhere.take_in(bare, BARE)
    plan = imports_anywhere.plan(with_cell(bare, 2, column, text), BARE)
    assert (counts(plan), plan.missing.count) == ((0, 5, 1), 0)


def test_that_of_two_that_may_have_been_corrected_into_one_none_is(imports: Imports) -> None:
    bare = without(LOG, "Ref")
    day, _, ward = bare.rows[2]
    imports.take_in(sheet_of(bare.heading, [*bare.rows, (day, f"{STORY}, case 2 b", ward)]), BARE)
    both = sheet_of(bare.heading, [*bare.rows[:2], (day, f"{STORY}, case 2 c", ward), *bare.rows[3:]])
    plan = imports.plan(both, BARE)
    assert (counts(plan), plan.missing.count) == ((1, 5, 0), 2)


def test_that_another_incident_of_that_day_is_no_correction(imports: Imports) -> None:
    bare = without(LOG, "Ref")
    imports.take_in(bare, BARE)
    day, _, ward = bare.rows[2]
    other = "A visitor slipped on the wet floor in front of the lift and hurt the left wrist"
    plan = imports.plan(sheet_of(bare.heading, [*bare.rows[:2], (day, other, ward), *bare.rows[3:]]), BARE)
    assert (counts(plan), plan.missing.count) == ((1, 5, 0), 1)


def test_that_nothing_is_missing_from_a_list_that_was_never_here(imports: Imports) -> None:
    imports.take_in(LOG, MEANT)
    other = replace(
        LOG, rows=tuple((f"X{row[0]}", *row[1:2], f"Forklift {row[0]} hit a rack", row[3]) for row in LOG.rows)
    )
    plan = imports.plan(other, MEANT, "forklifts.csv")
    assert (len(plan.new), plan.missing.count) == (6, 0)


def log_of(*rows: tuple[str, str, str]) -> Sheet:
    return sheet_of(["Date", "Description", "Ward"], rows)


@pytest.mark.parametrize(
    "rows",
    [
        # It happens again: the day tells the incidents apart.
        [("13/01/2024", STORY, "A"), ("14/02/2024", STORY, "A"), ("15/03/2024", STORY, "A")],
        [("13/01/2024", STORY, "A"), ("14/02/2024", f"{STORY} there", "A"), ("15/03/2024", "Cut finger", "A")],
    ],
)
def test_that_what_happens_again_is_no_correction_of_a_day(imports: Imports, rows: list[tuple[str, str, str]]) -> None:
    imports.take_in(log_of(*rows), BARE)
    later = log_of(*rows[1:], ("16/04/2024", rows[0][1], "A"))
    plan = imports.plan(later, BARE)
    assert (counts(plan), plan.missing.count) == ((1, 2, 0), 1)


def test_that_a_row_that_fits_two_incidents_corrects_neither(imports: Imports) -> None:
    others = [("01/02/2024", f"{STORY}, first", "A"), ("02/02/2024", f"{STORY}, second", "B")]
    by_story, by_day = ("13/01/2024", f"{STORY} agan", "A"), ("14/01/2024", f"{STORY} again", "A")
    imports.take_in(log_of(*others, by_story, by_day), BARE)
    new = ("13/01/2024", f"{STORY} again", "A")
    plan = imports.plan(log_of(*others, new), BARE)
    assert (counts(plan), plan.missing.count, plan.corrected) == ((1, 2, 0), 2, 0)
    plan = imports.plan(log_of(*others, by_day, new), BARE)
    assert (counts(plan), plan.missing.count, plan.corrected) == ((0, 3, 1), 0, 1)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Forklift 12 hit rack 7 in aisle 3 while turning", "Forklift 4 hit rack 19 in aisle 5 while turning"),
        ("Oil on floor", "Oil on the upper floor caught fire while the hose was welded"),
        (
            "Mr Meyer fell out of his bed at night and hurt his left hip",
            "Mr Schulz fell out of his bed at night and hurt his left hip",
        ),
    ],
)
def test_that_another_story_of_the_day_is_no_correction(imports: Imports, before: str, now: str) -> None:
    others = [("01/02/2024", f"{STORY}, first", "A"), ("02/02/2024", f"{STORY}, second", "B")]
    imports.take_in(log_of(*others, ("13/01/2024", before, "A")), BARE)
    plan = imports.plan(log_of(*others, ("13/01/2024", now, "A")), BARE)
    assert (counts(plan), plan.missing.count) == ((1, 2, 0), 1)


def test_that_two_departments_may_call_their_lists_the_same(imports: Imports) -> None:
    ours = log_of(*((day, f"{STORY}, case {n}", "Paint") for n, day in enumerate(DAYS)))
    theirs = log_of(
        (DAYS[0], f"{STORY}, case 0", "Press"),
        *((day, f"Press {n} stood still", "Press") for n, day in enumerate(DAYS)),
    )
    imports.take_in(ours, BARE, "incidents.csv")
    plan = imports.take_in(theirs, BARE, "incidents.csv")
    assert (counts(plan), plan.missing.count, plan.source) == ((7, 0, 0), 0, "incidents.csv (2)")
    for sheet in (ours, theirs):
        again = imports.plan(sheet, BARE, "incidents.csv")
        assert (again.here, again.missing.count) == (len(sheet.rows), 0)


def test_that_a_short_story_of_one_day_proves_nothing_where_the_rest_differs(imports: Imports) -> None:
    heading = ["Date", "Description", "Who", "How bad", "Foreman"]
    imports.take_in(sheet_of(heading, [("04/03/2025", "Cut finger", "Anna", "Low", "Jon Dee")]), BARE)
    other = sheet_of(heading, [("04/03/2025", "Cut finger", "Ben", "High", "Ewa Nowak")])
    for source in ("", "workshop_b.csv"):
        plan = imports.plan(other, BARE, *filter(None, [source]))
        assert (counts(plan), plan.told_here) == ((1, 0, 0), 0)
    mended = sheet_of(heading, [("04/03/2025", "Cut finger", "Anna", "High", "Jon Dee")])
    assert counts(imports.plan(mended, BARE)) == (1, 0, 0)


def test_that_a_renamed_list_is_compared_with_what_came_from_it(imports: Imports) -> None:
    bare = without(LOG, "Ref")
    imports.take_in(bare, BARE)
    mended = with_cell(bare, 2, "Description", f"{STORY}, case 2, and nobody was told")
    plan = imports.plan(sheet_of(mended.heading, mended.rows[:5]), BARE, "log (1).csv")
    assert (counts(plan), plan.missing.count, plan.corrected) == ((0, 4, 1), 1, 1)
