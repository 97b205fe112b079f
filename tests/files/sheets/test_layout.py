"""Where the table stands, in sheets too long to be written for a test."""

from __future__ import annotations

import datetime
from itertools import chain, repeat

import pytest

from incident_desk.files.column_letters import letters
from incident_desk.files.sheets.layout import MOST_ROWS, Layout, Record, survey, table_rows
from incident_desk.usecases.errors import SurroundingsFailed

ROW = ["a", "b"]


def test_that_any_number_of_blank_rows_may_stand_above() -> None:
    blank: Record = ["", None, "  "]
    records: list[Record] = [*[blank] * 5000, ["", "Date", "What"], ["", "x", "y"]]
    layout = survey(records, "a.csv")
    assert layout == Layout(5000, (1, 2), ("Date", "What"), 1)
    assert list(table_rows(records, layout)) == [(5002, ["x", "y"])]


def test_that_columns_left_out_before_the_first_are_counted_in_names() -> None:
    layout = survey([["a", "", "b"], ["x", "y", "z"], ["x", "y", "z"]], "a.xlsx", first_column=25)
    assert layout is not None
    assert layout.heading == ("a", "AA", "b")


def test_that_columns_are_lettered_as_spreadsheets_do() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 701, 702, 16383)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]


@pytest.mark.slow
def test_that_two_million_rows_are_the_end() -> None:
    whole = survey(chain([ROW], repeat(ROW, MOST_ROWS)), "a.csv")
    assert whole is not None
    assert whole.rows == MOST_ROWS
    with pytest.raises(SurroundingsFailed) as caught:
        survey(chain([ROW], repeat(ROW, MOST_ROWS + 1)), "a.csv")
    assert (caught.value.code, caught.value.facts) == ("sheet_too_long", {"name": "a.csv", "limit": MOST_ROWS})


HEADLESS: list[list[Record]] = [
    [["01.02.2024", "Fall"], ["03.02.2024", "Cut"]],
    [["1", "Fall"], ["2", "Cut"], ["3", "Burn"]],
    [[datetime.date(2024, 2, 1), "Fall", "Ward"], [datetime.date(2024, 2, 3), "Cut", "Ward"]],
    [["12 March 2024 14:30", "Fall", ""], ["Mo, 13.03.24", "Cut", "x"]],
]


@pytest.mark.parametrize("records", HEADLESS)
def test_that_a_sheet_without_headings_loses_no_row(records: list[Record]) -> None:
    titled: list[Record] = [["Our list", "", ""], *records]
    for above, sheet in enumerate((records, titled)):
        layout = survey(sheet, "a.csv")
        assert layout is not None
        assert (layout.heading[:2], layout.rows) == (("A", "B"), len(records))
        assert [line for line, _ in table_rows(sheet, layout)] == [n + above for n in range(1, len(records) + 1)]


@pytest.mark.parametrize("first", [["01.02.2024", "Fall"], ["1", "", "", "Fall"]])
def test_that_a_first_row_that_says_little_is_none_to_lose(first: list[str]) -> None:
    rows = [[f"0{n}.02.2024", "Cut", "Ward", "x", "y", "z"] for n in range(2, 9)]
    if first[0] == "1":
        rows = [[str(n), *row] for n, row in enumerate(rows, 2)]
    for above, sheet in enumerate(([first, *rows], [["Our list"], first, *rows])):
        layout = survey(sheet, "a.csv")
        assert layout is not None
        assert [line for line, _ in table_rows(sheet, layout)] == [n + above for n in range(1, 9)]


@pytest.mark.parametrize(
    "heading",
    [
        ["Date", "What"], ["Date 01.02.2024", "What"], ["2023", "2024"], ["1", "2"], ["What", "01.02.2024"],
        ["Nr", "What"], ["dd.mm.yyyy", "What"], ["Since 1.1.2024 the day on which it came up", "What"], ["2024", "What"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("rows", [[["01.02.2024", "Fall"], ["03.02.2024", "Cut"]], [["2", "Fall"], ["3", "Cut"]]])
def test_that_a_heading_stays_a_heading(heading: list[str], rows: list[list[str]]) -> None:
    layout = survey([heading, *rows], "a.csv")
    assert layout is not None
    assert (layout.heading, layout.rows) == (tuple(heading), 2)


def test_that_few_rows_wider_than_the_heading_are_told_from_many() -> None:
    narrow, wide = ["x", "y"], ["x", "y", "z"]
    for rows, surplus in (([narrow, wide], 1), ([wide, wide, narrow], 0), ([narrow, [*narrow, " "]], 0)):
        layout = survey([["A", "B"], *rows], "a.csv")
        assert layout is not None
        assert (layout.surplus, len(layout.heading)) == (surplus, 3 if wide in rows else 2)


TWO_ROWS = [["No", "Date", "", "Description"], ["", "Incident", "Reported", ""], ["1", "02.01.2024", "03.01.2024", "Fall"],
            ["2", "05.01.2024", "06.01.2024", "Cut"], ["3", "07.01.2024", "08.01.2024", "Burn"]]  # fmt: skip


def test_that_a_heading_in_two_rows_is_read_as_one() -> None:
    layout = survey(TWO_ROWS, "a.xlsx")
    assert layout == Layout(
        1, (0, 1, 2, 3), ("No", "Date Incident", "Date Reported", "Description"), 3, second=("Incident", "Reported")
    )
    assert next(table_rows(TWO_ROWS, layout)) == (3, TWO_ROWS[2])


def test_that_words_under_one_heading_of_a_person_and_a_measure_are_headings() -> None:
    records: list[Record] = [
        ["No", "Date", "", "Person", "", "Measure", "", "Story"],
        ["", "Incident", "Reported", "Name", "Job", "What", "Until", ""],
        ["1", "02.01.2024", "03.01.2024", "Ada Lang", "Nurse", "A handrail was mounted in the corridor", "05.01.2024", "Fall"],
        ["2", "05.01.2024", "06.01.2024", "Bo Kurz", "Cook", "The knives lie in a box with a lid now", "", "Cut"],
    ]  # fmt: skip
    layout = survey(records, "a.xlsx")
    assert layout is not None
    assert layout.heading == (
        "No", "Date Incident", "Date Reported", "Person Name", "Person Job", "Measure What", "Measure Until", "Story",
    )  # fmt: skip
    assert layout.rows == 2


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        (["Date", "What", "", "Cost"], ["unknown", "Fall in corridor", "note", ""]),
        (["Date", "", "What", "", "Cost"], ["unknown", "night", "Fall in corridor", "note", ""]),
        (["Date", "What", "Ward", "", "Cost"], ["unknown", "Fall in corridor", "3", "note", ""]),
        (["Date", "", "What", "Cost", "Ward"], ["unknown", "unknown", "Fall", "", ""]),
        (["What", "", "Date", "Ward"], ["Fall in corridor", "note", "unknown", ""]),
    ],
)
def test_that_a_first_row_whose_day_is_a_word_is_not_lost(heading: list[str], first: list[str]) -> None:
    at = {name: n for n, name in reversed(list(enumerate(heading)))}
    rows: list[Record] = []
    for n in range(1, 5):
        row = [""] * len(heading)
        row[at["Date"]], row[at["What"]] = f"0{n}.02.2024", f"The resident fell in the corridor, time {n}"
        rows.append(row)
    layout = survey([heading, first, *rows], "a.csv")
    assert layout is not None
    assert (layout.rows, layout.second) == (5, ())


GROUPS: list[Record] = [
    ["Patient", "Event", "", "Result"],
    ["Case", "Date", "Description", "Grade"],
    ["101", "01.06.2024", "Wrong drop given at noon", "low"],
    ["102", "03.06.2024", "Bed rail was left open", "none"],
]


def test_that_names_of_groups_stand_above_the_heading() -> None:
    layout = survey([["Events of June", "", "", ""], *GROUPS], "a.xlsx")
    assert layout is not None
    assert (layout.heading, layout.rows) == (("Case", "Date", "Description", "Grade"), 2)
    assert layout.above == ("Events of June", "Patient Event Result")


@pytest.mark.parametrize("first", [
    ["103", "unknown", "Fall", "low"], ["new", "unknown", "Fall", "low"], ["new", "soon", "", "low"],
    ["new", "soon", "Fall", "low"],
])  # fmt: skip
def test_that_a_first_row_under_a_heading_with_a_gap_is_kept(first: list[str]) -> None:
    layout = survey([GROUPS[0], first, *GROUPS[2:]], "a.xlsx")
    assert layout is not None
    assert (layout.heading[0], layout.rows) == ("Patient", 3)


@pytest.mark.parametrize("word", ["unknown", "n/a"])
def test_that_a_word_that_stands_in_its_column_again_is_no_heading(word: str) -> None:
    rows: list[Record] = [*TWO_ROWS[2:], *TWO_ROWS[2:], *TWO_ROWS[2:], ["10", word, "08.01.2024", "Slip"]]
    layout = survey([TWO_ROWS[0], ["", word, "later", ""], *rows], "a.csv")
    assert layout is not None
    assert (layout.rows, layout.second) == (11, ())


@pytest.mark.parametrize(
    "second",
    [
        ["1", "unknown", "later", "Fall"], ["first", "unknown", "later", "Fall"], ["", "unknown", "", "Fall"], ["1", "02.01.2024", "n/a", ""],
        ["", "A patient slipped on the wet floor of the ward and hurt her knee", "later", ""],
    ],
)  # fmt: skip
def test_that_a_row_that_may_be_data_is_no_heading(second: list[str]) -> None:
    layout = survey([TWO_ROWS[0], second, *TWO_ROWS[2:]], "a.csv")
    assert layout is not None
    assert (layout.heading[1:3], layout.rows) == (("Date", "C"), 4)
