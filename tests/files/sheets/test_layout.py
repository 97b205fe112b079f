"""Where the table stands, in sheets too long to be written for a test."""

from __future__ import annotations

from itertools import chain, repeat

import pytest

from incident_desk.files.sheets.layout import MOST_ROWS, Layout, Record, letters, survey, table_rows
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
    assert layout.heading == ("a", "Column AA", "b")


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
