"""A sheet's own dates say which number is the day, whatever was decided for the sheet before it."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.usecases.importing.dates import DateOrder, TimeReading, read_day
from incident_desk.usecases.importing.guessing.columns import date_order
from incident_desk.usecases.importing.guessing.date_evidence import evidence_in
from incident_desk.usecases.importing.opening import OpenedSheet, Origin, open_sheet
from incident_desk.usecases.importing.row_texts import texts_of
from tests.importing.tables import Imports, mapping, sheet_of


@pytest.mark.parametrize(
    ("texts", "fitting", "proved"),
    [
        ("03/04/2024 13/09/2024", ("dmy", "ymd"), True),
        ("03/04/2024 09/13/2024", ("mdy",), True),
        ("03/04/2024 05/06/2024", ("dmy", "mdy", "ymd"), False),
        ("13/09/2024 09/13/2024", (), False),
        ("2024-03-04 05/05/2024 nonsense", ("dmy", "mdy", "ymd"), True),
        ("03.04.2024 05.06.24", ("dmy", "ymd"), True),
        ("13-02-21 14-03-21", ("dmy", "ymd"), True),
        ("24/04/22", ("dmy", "ymd"), True),
        ("04/24/22 05/01/21", ("mdy",), True),
        ("21-04-03 22-04-17", ("dmy", "ymd"), False),
        ("99-04-13 98-11-02", ("ymd",), True),
        (" ".join(f"{n}/04/22" for n in range(1, 26)) + " 31/04/24", ("dmy", "ymd"), True),
        ("", ("dmy", "mdy", "ymd"), True),
    ],
)
def test_that_dates_prove_their_order_or_do_not(texts: str, fitting: tuple[str, ...], proved: bool) -> None:
    found = evidence_in(texts.split())
    assert (found.fitting, found.proved) == (fitting, proved)


_YEAR_FIRST = "%y-%m-%d"  # three of them may well be days of years close together, and nobody else writes so
WRITTEN: dict[DateOrder, tuple[str, ...]] = {
    "dmy": ("%d.%m.%y", "%d.%m.%Y", "%d/%m/%y", "%d/%m/%Y", "%d-%m-%y"),
    "mdy": ("%m/%d/%y", "%m/%d/%Y", "%m-%d-%y"),
    "ymd": ("%Y-%m-%d", "%Y/%m/%d", _YEAR_FIRST),
}


def lists(count: int) -> Iterator[tuple[str, list[datetime.date]]]:
    """Ways to write dates, each with the days of an unsorted list, long or short, of one year or of many."""
    ways, chance = [way for each in WRITTEN.values() for way in each], random.Random(7)
    for n in range(count):
        way, first, years = (
            ways[n % len(ways)],
            datetime.date(chance.randint(1999, 2023), 1, 1),
            chance.choice([1, 3, 8]),
        )
        rows = chance.choice([20, 60] if way == _YEAR_FIRST else [3, 12, 60])
        yield way, [first + datetime.timedelta(days=chance.randrange(365 * years)) for _ in range(rows)]


def test_that_the_order_of_unsorted_lists_is_right_or_told() -> None:
    """And no list with dots or with a year of four digits leaves a doubt."""
    told = 0
    for way, days in lists(240):
        sheet = sheet_of(["Nr", "Datum"], [(str(n), day.strftime(way)) for n, day in enumerate(days)])
        order = date_order(sheet.heading, texts_of(sheet))
        evidence = evidence_in(day.strftime(way) for day in days)
        reading = TimeReading(order, "UTC")
        right = [read_day(day.strftime(way), reading) for day in days if order in evidence.fitting] == days
        assert right or not evidence.proved, (way, order, days)
        assert evidence.proved or not ("." in way or way.startswith("%Y")), (way, days)
        told += not evidence.proved
    assert told < 240 // 3


def test_that_a_list_with_dots_is_read_day_first_by_whatever_order(imports: Imports, tmp_path: Path) -> None:
    found = opened(imports, tmp_path, "01.09.22 08.03.21 05.12.23 02.04.21", "mdy")
    assert (found.mapping.date_order, found.order_unproved) == ("dmy", False)
    assert read_day("01.09.22", TimeReading("ymd", "UTC")) == datetime.date(2022, 9, 1)


def opened(imports: Imports, folder: Path, dates: str, remembered: DateOrder | None = None) -> OpenedSheet:
    """A sheet with these dates, where a mapping with that order was decided for an earlier one."""
    services = wire(folder / "data", "en")
    rows = "".join(f"{date},It fell {n}\n" for n, date in enumerate(dates.split()))
    (folder / "list.csv").write_text(f"Date,Description\n{rows}", encoding="utf-8")
    if remembered:
        given = replace(mapping(occurred="Date", what_happened="Description"), date_order=remembered)
        services.mapping_files().remember(("Date", "Description"), given)
    return open_sheet(services, imports.desk.register, folder / "list.csv")


def test_that_a_day_above_12_beats_what_was_remembered(imports: Imports, tmp_path: Path) -> None:
    found = opened(imports, tmp_path, "13/09/2024 04/09/2024", "mdy")
    assert (found.origin, found.mapping.date_order, found.order_unproved) == (Origin.REMEMBERED, "dmy", False)


def test_that_what_was_remembered_stands_where_nothing_contradicts_it(imports: Imports, tmp_path: Path) -> None:
    found = opened(imports, tmp_path, "03/04/2024 05/06/2024", "mdy")
    assert (found.origin, found.mapping.date_order, found.order_unproved) == (Origin.REMEMBERED, "mdy", True)


def test_that_a_guess_says_when_no_date_proves_it(imports: Imports, tmp_path: Path) -> None:
    assert opened(imports, tmp_path, "03/04/2024 05/06/2024").order_unproved
    assert not opened(imports, tmp_path, "03/04/2024 05/16/2024").order_unproved
