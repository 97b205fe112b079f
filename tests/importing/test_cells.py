"""One cell for one field: read as the mapping says, or named."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.cells import CellReader
from incident_desk.usecases.importing.dates import (
    NotRead,
    ReadInPart,
    TimeReading,
    day_beside_words,
    read_clock,
    read_day,
    read_time,
)
from incident_desk.usecases.importing.mapping import FieldSource, check_mapping
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.row_texts import cell_text, rows_of
from incident_desk.usecases.importing.words import KnownWords, NewWord
from incident_desk.usecases.names import read_names
from tests.importing.tables import Imports, mapping, sheet_of


@pytest.mark.parametrize(
    ("text", "sign", "found"),
    [("17", ".", 17), ("1.5", ".", 1.5), ("1,5", ",", 1.5), ("1.234", ",", 1234), ("1.234", ".", 1.234),
     ("1,234.50", ",", 1234.5), ("1.234,50", ".", 1234.5), ("1 234,5", ",", 1234.5), ("1.234.567", ".", 1234567),
     ("€ 80,00", ",", 80.0), ("3 h", ".", 3), ("12 days", ".", 12), ("-4", ".", -4), ("1'200.5", ".", 1200.5)],
)  # fmt: skip
def test_that_numbers_are_read(text: str, sign: str, found: float) -> None:
    assert read_number(text, sign) == found


@pytest.mark.parametrize("text", ["", "about x", "3-", "3-x", "3-4-5", "1,2,3", "x", "1.23.4", "12 apples"])
def test_that_what_is_no_number_is_not_read(text: str) -> None:
    with pytest.raises(NotRead, match="number_not_read"):
        read_number(text, ".")


@pytest.mark.parametrize("text", ["3-4", "2-3 h", "2 to 3 hours", "1,5 – 2 Std.", "10 bis 12 Tage", "100-1.200 EUR"])
def test_that_from_where_to_where_is_no_one_number(text: str) -> None:
    with pytest.raises(ReadInPart, match="number_range"):
        read_number(text, ",")


@pytest.mark.parametrize("text", ["5" + " " * 900_000 + "x", "9" * 5_000, "9" * 400 + ".5", "1 " * 400_000])
def test_that_a_long_text_is_no_number_at_once(text: str) -> None:
    began = time.perf_counter()
    with pytest.raises(NotRead, match="number_not_read"):
        read_number(text, ".")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("text", ["12.03.2016 " + "1 " * 50_000, "12" + " -" * 50_000, "1. " * 30_000])
def test_that_a_long_text_is_no_time_at_once(text: str) -> None:
    began, reading_ = time.perf_counter(), TimeReading("dmy", "UTC")
    assert day_beside_words(text, reading_) is None
    for read in (partial(read_time, text, reading_), partial(read_day, text, reading_), partial(read_clock, text)):
        with pytest.raises(NotRead):
            read()
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "found"),
    [("ca. 5", 5), ("about 10", 10), ("etwa 1.200,50 €", 1200.5), ("~ 3 Tage", 3), ("approx. 2,5 h", 2.5)],
)
def test_that_about_so_much_is_read_and_told(text: str, found: float) -> None:
    with pytest.raises(ReadInPart, match="number_about") as part:
        read_number(text, ",")
    assert part.value.value == found


@pytest.mark.parametrize(
    ("text", "sign", "found"),
    [("12.500,-", ",", 12500), ("12.500,-", ".", 12500), ("12'500.-", ",", 12500), ("CHF 200.--", ".", 200),
     ("350,— €", ".", 350), ("0.500", ",", 0.5), ("0,125", ".", 0.125)],
)  # fmt: skip
def test_that_a_dash_stands_for_no_decimals_and_no_thousand_begins_with_0(text: str, sign: str, found: float) -> None:
    assert read_number(text, sign) == found


def reading(imports: Imports, key: str, *texts: str, source: FieldSource | None = None, **mapped: Any) -> Any:
    names = read_names(imports.desk.register.queries)
    reader = CellReader(replace(mapping(what_happened="T"), **mapped), KnownWords(names), "Europe/Berlin")
    declared = names.field(key)
    assert declared is not None
    return reader.read(declared, source or FieldSource(("A", "B")), [(f"C{n}", text) for n, text in enumerate(texts)])


def test_that_words_are_looked_up_in_both_languages(imports: Imports) -> None:
    assert reading(imports, "detected_by", "Personal") == "staff"
    assert reading(imports, "detected_by", " STAFF ") == "staff"
    assert reading(imports, "solved_by_measure", "Ja") is True
    assert reading(imports, "solved_by_measure", "no") is False
    assert reading(imports, "weakness", "Process; Kenntnisse;system", separator=";") == ["process", "skill", "system"]
    assert reading(imports, "category", "gerät") == "device"
    assert reading(imports, "subcategory", "Device / Pump") == "device.pump"
    assert reading(imports, "responsible", "Berg, Anna") == imports.desk.person("Anna Berg")
    assert reading(imports, "place", "WARD3") == reading(imports, "place", "Main house, Ward 3")


def test_that_a_text_of_one_line_takes_its_lines_together(imports: Imports) -> None:
    assert reading(imports, "place_detail", "\nroom 7\nbed 2 ", "by the window") == "room 7 bed 2, by the window"


def test_that_a_story_stays_as_it_is_and_several_say_where_they_stood(imports: Imports) -> None:
    assert reading(imports, "what_happened", " as\n it  is ") == " as\n it  is "
    assert reading(imports, "what_happened", "one", "", "two") == "C0: one\nC2: two"


def test_that_a_day_and_its_hour_come_together(imports: Imports) -> None:
    found = reading(imports, "occurred", "12.03.2021", "8:30 PM")
    assert (found["earliest"], found["precision"]) == ("2021-03-12T19:30:00Z", "exact")
    assert reading(imports, "occurred", "12.03.2021", "")["precision"] == "date"
    assert reading(imports, "occurred", "2021-03-12 00:00", "1899-12-30 08:30")["earliest"] == "2021-03-12T07:30:00Z"
    with pytest.raises(ReadInPart, match="hour_kept") as part:
        reading(imports, "occurred", "12.03.2021", "early")
    assert part.value.value["precision"] == "date"


@pytest.mark.parametrize(
    ("hour", "half", "found"),
    [("2:30", "PM", "13:30"), ("12:15", "am", "23:15"), ("2:30", "nachmittags", "13:30"), ("1899-12-30 02:30", "p.m.", "13:30"),
     ("9:00", "vorm.", "08:00")],
)  # fmt: skip
def test_that_before_or_after_noon_may_stand_in_a_third_column(
    imports: Imports, hour: str, half: str, found: str
) -> None:
    read = reading(imports, "occurred", "12.03.2021", hour, half)
    assert (read["earliest"][11:16], read["precision"]) == (found, "exact")
    with pytest.raises(ReadInPart, match="hour_kept"):
        reading(imports, "occurred", "12.03.2021", "14:30", half)


def test_that_half_a_day_joins_a_day_with_its_hour_and_says_nothing_alone(imports: Imports) -> None:
    assert reading(imports, "occurred", "12.03.2021 2:30", "PM")["earliest"] == "2021-03-12T13:30:00Z"
    with pytest.raises(ReadInPart, match="hour_kept"):
        reading(imports, "occurred", "12.03.2021", "", "PM")


def test_that_a_third_column_that_says_something_else_leaves_the_day(imports: Imports) -> None:
    with pytest.raises(ReadInPart, match="hour_kept"):
        reading(imports, "occurred", "12.03.2021", "08:30", "09:15")


def test_that_two_columns_say_from_when_to_when_and_the_end_of_the_day(imports: Imports) -> None:
    span = reading(imports, "occurred", "12.03.2021", "10:00 - 11:30")
    assert (span["earliest"], span["latest"]) == ("2021-03-12T09:00:00Z", "2021-03-12T10:30:00Z")
    assert reading(imports, "occurred", "12.03.2021", "24:00")["earliest"] == "2021-03-12T23:00:00Z"
    zoned = reading(imports, "occurred", "12.03.2021", "10:00 GMT")
    assert (zoned["earliest"], zoned["zone"]) == ("2021-03-12T10:00:00Z", "Europe/Berlin")


def test_that_two_hours_that_differ_are_none(imports: Imports) -> None:
    with pytest.raises(ReadInPart, match="hour_kept") as part:
        reading(imports, "occurred", "01.02.2024 14:30", "09:15")
    assert part.value.value["precision"] == "date"
    assert reading(imports, "occurred", "01.02.2024 09:15", "09:15")["precision"] == "exact"


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [("downtime", "3 h", 3), ("downtime", "3 Stunden", 3), ("days_lost", "8 Tage", 8), ("cost", "80 €", 80),
     ("downtime", "3 days", None), ("days_lost", "8 hours", None), ("cost", "3 h", None), ("downtime", "€ 3", None)],
)  # fmt: skip
def test_that_a_number_has_the_unit_of_its_field_or_none(
    imports: Imports, key: str, text: str, found: int | None
) -> None:
    if found is not None:
        assert reading(imports, key, text) == found
    else:
        with pytest.raises(NotRead, match="number_not_read"):
            reading(imports, key, text)


@pytest.mark.parametrize(("key", "most"), [("cost", 1), ("review_date", 1), ("detected_by", 1), ("reporter", 1),
                                           ("category", 1), ("occurred", 3), ("closed_on", 3)])  # fmt: skip
def test_that_no_column_is_named_that_would_not_be_read(imports: Imports, key: str, most: int) -> None:
    names, columns = read_names(imports.desk.register.queries), ("A", "B", "C", "D")
    fits = mapping(what_happened="T").with_source(key, FieldSource(columns[:most]))
    check_mapping(fits, ("T", *columns), names)
    with pytest.raises(Refused, match="import_columns_several"):
        check_mapping(fits.with_source(key, FieldSource(columns[: most + 1])), ("T", *columns), names)


def test_that_an_hour_without_a_day_is_named(imports: Imports) -> None:
    with pytest.raises(NotRead):
        reading(imports, "occurred", "", "08:30")


def test_that_a_new_word_keeps_its_spelling_and_a_long_one_is_no_name(imports: Imports) -> None:
    new = FieldSource(("A",), others="new")
    assert reading(imports, "place", " North   wing ", source=new) == NewWord(FieldKind.PLACE, "North wing")
    with pytest.raises(NotRead, match="name_too_long"):
        reading(imports, "place", "x" * 121, source=new)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), ("a\nb", "a\nb"), (17, "17"), (1.5, "1.5"), (True, "true"), (datetime.date(2021, 3, 12), "2021-03-12"),
     (datetime.datetime(2021, 3, 12, 8, 30), "2021-03-12 08:30"), (datetime.time(8, 30, 5), "08:30:05"),
     (datetime.datetime(2021, 3, 12, 8, 29, 59, 999_999), "2021-03-12 08:30"),
     (datetime.timedelta(hours=30, minutes=5), "30:05")],
)  # fmt: skip
def test_that_a_cell_has_one_text(cell: Any, text: str) -> None:
    assert cell_text(cell) == text


def test_that_a_row_is_known_by_its_number_whatever_else_changes() -> None:
    def keys(rows: list[list[str | None]], *columns: str) -> list[str]:
        return [row.key for row in rows_of(sheet_of(["Nr", "Text"], rows), columns)]

    assert keys([["1", "a"]], "Nr") == keys([[" 1 ", "b"]], "Nr")
    assert keys([["1", "a"], ["2", "a"]], "Nr")[0] != keys([["2", "a"]], "Nr")[0]
    assert keys([["1", "a"]])[0] != keys([["1", "b"]])[0]
    same = keys([["1", "a"], ["1", "a"], [None, None], ["1", "a"]])
    assert len(same) == len(set(same)) == 3
    assert keys([[None, "a"]], "Nr")[0].startswith("content ")
