"""Which row is which incident where numbers were given anew, nothing says when, or much tells the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.finding import list_name
from incident_desk.usecases.importing.known import Pair, Way, told_apart
from incident_desk.usecases.importing.likeness import Likeness
from incident_desk.usecases.importing.mapping import FieldSource, SheetMapping
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.importing.reading import RowReader
from incident_desk.usecases.importing.row_texts import rows_of
from incident_desk.usecases.importing.same_cells import Cells
from incident_desk.usecases.importing.stories_here import Stories
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import ImportedRow
from incident_desk.usecases.sheets import Sheet
from tests.importing.tables import STORY, Imports, mapping, sheet_of, table, with_cell
from tests.importing.test_known import BARE, LOG, MEANT, as_workbook, counts, renamed, with_column

NUMBERED = replace(mapping(what_happened="What", occurred="When"), key=("No",))
UNNUMBERED = replace(NUMBERED, key=())
HEADING = "No|What|When|Ward"


def of_numbers(*stories: str, first: int = 1) -> Sheet:
    """A list that counts its rows on."""
    return table(HEADING, *(f"{n}|{told_on(story)}|Ward {story[-1]}" for n, story in enumerate(stories, first)))


def told_on(story: str) -> str:
    """Day and ward go with the story, whatever its number."""
    return f"{story}|{story[-2:]}.03.2024"


def told(first: int, last: int) -> list[str]:
    return [f"{STORY}, case {n:02}" for n in range(first, last + 1)]


def incidents_of(plan: ImportPlan) -> list[str]:
    """The incident of each row that has one."""
    return [known.each.incident for known in plan.finder.known().rows.values()]


def test_that_a_row_put_in_the_middle_is_new_and_moves_no_other(imports_anywhere: Imports) -> None:
    imports = imports_anywhere
    imports.take_in(of_numbers(*told(1, 6)), NUMBERED)
    before = imports.ids()
    grown = of_numbers(*told(1, 4), "A visitor was bitten by a dog in the garden 25", *told(5, 6))
    plan = imports.plan(grown, NUMBERED)
    assert counts(plan) == (1, 4, 2)
    assert [row.fields["what_happened"][-2:] for row in plan.new] == ["25"]
    assert [(row.incident, {cell.column for cell in row.cells}) for row in plan.changed] == [
        (before[4], {"No"}), (before[5], {"No"})
    ]  # fmt: skip
    assert [(each.other, each.taken) for each in plan.numbers_here] == [(1, False)]
    imports.run(plan)
    corrected = imports.plan(with_cell(grown, 4, "What", "A visitor was bitten by a cat in the garden 25"), NUMBERED)
    assert [(row.incident, len(row.changes)) for row in corrected.changed][:1] == [(imports.ids()[6], 1)]
    assert (len(corrected.new), corrected.numbers_here) == (0, ())
    assert len(imports.plan(grown, NUMBERED).new) == 0
    assert len(set(incidents_of(imports.plan(grown, NUMBERED)))) == 7


def test_that_rows_that_moved_up_are_known_where_one_was_taken_out(imports: Imports) -> None:
    imports.take_in(of_numbers(*told(1, 8)), NUMBERED)
    plan = imports.plan(of_numbers(*told(1, 4), *told(6, 8)), NUMBERED)
    assert len(plan.new) == 0
    assert incidents_of(plan) == [*imports.ids()[:4], *imports.ids()[5:]]


def test_that_a_row_that_moved_is_known_though_it_was_corrected(imports: Imports) -> None:
    imports.take_in(of_numbers(*told(1, 6)), NUMBERED)
    grown = of_numbers(*told(1, 4), "A visitor was bitten by a dog in the garden 25", *told(5, 6))
    moved = with_cell(grown, 5, "Ward", "Ward X")
    assert [row.source.line for row in imports.plan(moved, NUMBERED).new] == [6]


def test_that_another_ward_that_tells_the_same_in_a_form_of_words_loses_no_row(imports: Imports) -> None:
    form = "Fell in the corridor without an injury, nothing further was done"
    imports.take_in(table(HEADING, *(f"{n}|{form}|0{n}.03.2024|Ward A" for n in (1, 2, 3))), NUMBERED, "a.csv")
    other = table(HEADING, *(f"{n}|{form}|0{n + 1}.03.2024|Ward B" for n in (1, 2, 3)))
    assert counts(imports.plan(other, NUMBERED, "b.csv")) == (3, 0, 0)


def test_that_the_next_number_with_the_same_words_of_the_same_day_is_another_incident(imports: Imports) -> None:
    row = "Fell in the corridor without an injury, nothing further was done|01.03.2024|Ward A"
    imports.take_in(table(HEADING, *(f"{n}|{row}" for n in (1, 2, 3))), NUMBERED, "list.csv")
    assert counts(imports.plan(table(HEADING, f"4|{row}", f"5|{row}"), NUMBERED, "list.csv")) == (2, 0, 0)


@pytest.mark.parametrize(("first", "second"), [("A1", "a1"), ("0012", "12")])
def test_that_another_spelling_of_a_number_takes_no_incident_that_has_its_row(
    imports: Imports, first: str, second: str
) -> None:
    meant, fall, fire = NUMBERED, f"{first}|Fall|01.03.2024|A", f"{second}|Fire|02.03.2024|A"
    imports.take_in(table(HEADING, fall), meant)
    plan = imports.plan(table(HEADING, fall, fire), meant)
    assert counts(plan) == (1, 1, 0)
    for source in ("old list.csv", "other.csv"):
        assert counts(imports.plan(table(HEADING, fire), meant, source)) == (1, 0, 0)


@pytest.mark.parametrize("when", ["unbekannt", "unknown", ""])
@pytest.mark.parametrize("story", [STORY, "Fall"])
def test_that_a_row_that_says_no_day_is_known_in_its_list(imports: Imports, when: str, story: str) -> None:
    sheet = table("What|When|Ward", *(f"{story}|{when}|Ward {n}" for n in range(3)), f"{STORY}|01.03.2024|Ward 4")
    imports.take_in(sheet, UNNUMBERED)
    assert counts(imports.plan(with_column(sheet, "Nurse", "x"), UNNUMBERED)) == (0, 0, 4)
    assert counts(imports.plan(sheet, UNNUMBERED, "other.csv")) == (0, 4, 0)
    mixed = replace(sheet, rows=sheet.rows[::-1])
    assert counts(imports.plan(mixed, UNNUMBERED)) == (0, 4, 0)


def test_that_the_rows_of_a_list_of_a_few_words_are_not_those_of_another_list(imports: Imports) -> None:
    imports.take_in(table("What|When|Ward", "Fall|unknown|Ward 1"), UNNUMBERED, "a.csv")
    assert counts(imports.plan(table("What|When|Ward|Nurse", "Fall|unknown|Ward 1|x"), UNNUMBERED, "b.csv")) == (
        1,
        0,
        0,
    )


def test_that_a_few_rows_of_a_long_list_are_found(imports: Imports) -> None:
    rows = [(f"{STORY}, {n}", f"{n % 28 + 1:02}.{n % 12 + 1:02}.2023", f"Ward {n % 7}") for n in range(1_500)]
    imports.take_in(sheet_of(["What", "When", "Ward"], rows[1:10]), UNNUMBERED, "first weeks.csv")
    whole = with_column(sheet_of(["What", "When", "Ward"], rows), "Nurse", "x")
    plan = imports.plan(whole, UNNUMBERED, "year.csv")
    assert (counts(plan), plan.told_here) == ((1_491, 0, 9), 9)


def test_that_a_list_of_more_than_five_thousand_rows_without_a_day_comes_in_once(imports: Imports) -> None:
    sheet = sheet_of(["What", "Ward"], [(f"{STORY}, case {n}", f"Ward {n % 9}") for n in range(5_100)])
    meant = mapping(what_happened="What")
    imports.take_in(sheet, meant)
    assert len(imports.plan(with_column(sheet, "Nurse", "x"), meant).new) == 0


def test_that_the_rows_of_a_list_with_a_long_name_are_found_by_it(imports_anywhere: Imports) -> None:
    name = f"{'Übersicht der Ereignisse und Beinahe-Ereignisse ' * 4}2024, Wohnbereich 3.xlsx"
    sheet = table("What|Ward", f"{STORY}|A", f"{STORY} b|B")
    plan = imports_anywhere.take_in(sheet, mapping(what_happened="What"), name)
    assert plan.source == list_name(name)
    assert plan.source.endswith("Wohnbereich 3.xlsx")
    assert len(plan.source.encode()) <= 90
    again = imports_anywhere.plan(with_column(sheet, "Nurse", "x"), mapping(what_happened="What"), name)
    assert len(again.new) == 0


@pytest.mark.parametrize("when", ["2024", "03/2024", "05.03.2024"])
def test_that_many_equal_stories_of_one_time_are_as_many_incidents(imports: Imports, when: str) -> None:
    story = "Fell in the corridor without an injury, nothing further was done"
    rows = [(story, when, f"Ward {n % 5}", f"Nurse {n % 30}") for n in range(400)]
    sheet = sheet_of(["What", "When", "Ward", "Nurse"], rows)
    imports.take_in(sheet, UNNUMBERED)
    grown = replace(sheet, rows=(*sheet.rows[::-1], rows[0]), lines=(*sheet.lines, 999))
    more = with_column(grown, "Cost", "5")
    plan = imports.plan(more, UNNUMBERED)
    assert counts(plan) == (1, 0, 400)
    assert {cell.column for row in plan.changed for cell in row.cells} == {"Cost"}


def test_that_of_many_of_one_year_one_is_known_though_its_title_is_another_now(imports: Imports) -> None:
    sheet = sheet_of(["What", "When"], [(f"{STORY}, case {n}", "2024") for n in range(40)])
    imports.take_in(sheet, UNNUMBERED)
    imports.desk.do(imports.ids()[7], ChangeFields({"title": "A better one"}))
    assert counts(imports.plan(with_column(sheet, "Cost", "5"), UNNUMBERED)) == (0, 0, 40)


def test_that_the_same_list_brought_in_meanwhile_in_another_spelling_is_noticed(imports: Imports) -> None:
    mine, theirs = imports.plan(LOG, MEANT, "log.csv"), imports.plan(as_workbook(LOG), MEANT, "log.xlsx")
    other = imports.plan(of_numbers(*told(1, 3)), NUMBERED, "of another ward.csv")
    imports.run(theirs)
    with pytest.raises(Refused, match="import_meanwhile"):
        imports.run(mine)
    assert imports.run(other).imported == 3


def test_that_another_list_gets_a_name_that_no_list_has(imports: Imports) -> None:
    stories = [f"{word} {n:02}" for word in ("Fall", "Fire") for n in (1, 2, 3, 4)]
    imports.take_in(of_numbers(*stories[:4]), NUMBERED, "a.csv")
    imports.take_in(of_numbers(*told(1, 4), first=50), NUMBERED, "a.csv (2)")
    moved = [f"{word} {n:02}" for n, word in enumerate(("Flood", "Frost", "Fumes", "Fever"), 11)]
    plan = imports.plan(of_numbers(*moved), NUMBERED, "a.csv")
    assert (counts(plan), plan.source) == ((4, 0, 0), "a.csv (3)")


@pytest.mark.parametrize("meant", [MEANT, BARE])
def test_that_a_column_of_one_word_is_not_taken_for_one_that_is_gone(imports: Imports, meant: SheetMapping) -> None:
    imports.take_in(with_column(LOG, "Police", "no"), meant)
    plan = imports.plan(with_column(LOG, "Injury", "no"), meant)
    assert counts(plan) == (0, 0, 6)
    assert {cell.column for row in plan.changed for cell in row.cells} == {"Injury"}


def test_that_a_corrected_cell_is_a_change_though_it_looks_like_a_number_written_anew(imports: Imports) -> None:
    imports.take_in(with_column(LOG, "Room", "1.10"), MEANT)
    for text, changed in (("1.1", 6), ("01.10", 6), ("1.10", 0)):
        assert counts(imports.plan(with_column(LOG, "Room", text), MEANT)) == (0, 6 - changed, changed)


@pytest.mark.parametrize("key", [("Ref",), ()])
@pytest.mark.parametrize(("hour", "left"), [("14.30", "14.3"), ("14.00", "14"), ("9.20", "9.2")])
def test_that_an_hour_that_a_program_took_for_a_number_is_the_same(
    imports: Imports, key: tuple[str, ...], hour: str, left: str
) -> None:
    meant = replace(MEANT, fields={**MEANT.fields, "occurred": FieldSource(("Date", "Hour"))}, key=key)
    imports.take_in(with_column(LOG, "Hour", hour), meant)
    assert counts(imports.plan(with_column(LOG, "Hour", left), meant, "log.xlsx")) == (0, 6, 0)


@pytest.mark.parametrize(("old", "new", "changed"), [("1.500", "1,5", 6), ("1,50", "1.5", 0), ("1.500", "1500", 0)])
def test_that_a_sum_of_money_is_compared_as_it_is_read(imports: Imports, old: str, new: str, changed: int) -> None:
    meant = replace(MEANT, decimal_sign=",").with_source("cost", mapping(cost="Cost").fields["cost"])
    imports.take_in(with_column(LOG, "Cost", old), meant)
    assert counts(imports.plan(with_column(LOG, "Cost", new), meant)) == (0, 6 - changed, changed)


def test_that_a_story_under_another_heading_is_found_though_it_is_short(imports: Imports) -> None:
    sheet = table("What|When|Ward", "Fall|01.03.2024|A", "Fire|01.03.2024|B", "Fall|02.03.2024|A")
    imports.take_in(sheet, UNNUMBERED)
    meant = mapping(what_happened="Text", occurred="Day")
    anew = renamed(renamed(sheet, "What", "Text"), "When", "Day")
    assert len(imports.plan(anew, meant, "b.csv").new) == 0
    other = table("Text|Day|Ward", "Fall|01.03.2024|B")
    assert len(imports.plan(other, meant, "b.csv").new) == 1


def test_that_a_day_under_another_heading_is_that_on_which_it_came_up(imports: Imports) -> None:
    sheet = table("What|When|Ward", *(f"{STORY}|0{n}.03.2024|A" for n in (1, 2, 3)))
    imports.take_in(sheet, UNNUMBERED)
    anew = with_column(renamed(renamed(sheet, "What", "Text"), "When", "Day"), "Cost", "5")
    assert len(imports.plan(anew, mapping(what_happened="Text", occurred="Day"), "b.csv").new) == 0


def test_that_no_incident_is_chosen_for_two_rows_and_no_row_twice() -> None:
    first, second = rows_of(table("What", f"{STORY} a", f"{STORY} b"), ())
    here = [ImportedRow(f"id {n}", f"MAIN-{n}", "content x 1", "a.csv", first.row) for n in range(2)]
    pairs = [Pair(first, here[0], True), Pair(second, here[0], True, Way.STORY), Pair(first, here[1], True, Way.STORY)]
    for given in (pairs, pairs[::-1]):
        chosen = told_apart(given, (first, second), "a.csv", (), lambda name: False).chosen
        assert chosen == {first.key: pairs[0]}
    unlike = [pair._replace(alike=False) for pair in pairs]
    assert told_apart(unlike, (first, second), "a.csv", (), lambda name: False).chosen == {first.key: unlike[0]}


def test_that_a_month_with_the_numbers_of_the_last_is_new_though_a_row_was_carried_over(imports: Imports) -> None:
    imports.take_in(of_numbers(*told(1, 9)), NUMBERED, "list.csv")
    march = of_numbers(f"{STORY}, case 09", *[f"Something else of {n}" for n in range(11, 19)])
    plan = imports.plan(march, NUMBERED, "list.csv")
    assert counts(plan)[0] == 8
    assert [(each.same, each.other, each.taken) for each in plan.numbers_here] == [(1, 8, False)]


def test_that_a_crowd_that_tells_one_story_is_not_compared_each_with_each(imports: Imports) -> None:
    names, queries = read_names(imports.desk.register.queries), imports.desk.register.queries
    story = "Fell in the corridor without an injury, nothing further was done"
    sheet = sheet_of(["What", "When", "Ward"], [(story, "2024", f"Ward {n % 5}") for n in range(300)])
    imports.take_in(sheet, UNNUMBERED)
    rows = rows_of(with_column(sheet, "Cost", "5"), ())
    cells = Cells(UNNUMBERED, (*sheet.heading, "Cost"), (), "Europe/Berlin", {})
    likeness = Likeness(UNNUMBERED, RowReader(UNNUMBERED, names, NOBODY, queries.clock()), cells)
    found = Stories(queries, likeness, rows, []).found("old list.csv", None)
    assert len({pair.row.key for pair in found}) == 300
    assert len(found) < 1_000


def test_that_looking_up_tells_how_far_it_is_and_can_be_stopped(imports: Imports) -> None:
    imports.take_in(LOG, MEANT)
    told: list[tuple[int, int]] = []

    def until(last: int) -> Progress:
        def tell(done: int, of: int) -> bool:
            told.append((done, of))
            return len(told) < last

        return tell

    def plan(last: int) -> ImportPlan:
        told.clear()
        sheet = with_column(LOG, "Nurse", "x")
        return plan_import(imports.desk.register, imports.desk.submitter.actor, sheet, "x.csv", BARE, until(last))

    plan(99)
    assert told == sorted(told)
    assert {of for _, of in told} == {2 * len(LOG.rows)}
    looked_up = len([done for done, of in told if 2 * done < of])
    assert looked_up >= 3
    for last in range(1, looked_up + 1):
        with pytest.raises(Refused, match="stopped"):
            plan(last)
        assert len(told) == last
