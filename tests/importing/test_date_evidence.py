"""A sheet's own dates say which number is the day, whatever was decided for the sheet before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.usecases.importing.dates import DateOrder
from incident_desk.usecases.importing.guessing.date_evidence import evidence_in
from incident_desk.usecases.importing.opening import OpenedSheet, Origin, open_sheet
from tests.importing.tables import Imports, mapping


@pytest.mark.parametrize(
    ("texts", "fitting", "proved"),
    [
        ("03/04/2024 13/09/2024", ("dmy", "ymd"), True),
        ("03/04/2024 09/13/2024", ("mdy",), True),
        ("03/04/2024 05/06/2024", ("dmy", "mdy", "ymd"), False),
        ("13/09/2024 09/13/2024", (), False),
        ("2024-03-04 05/05/2024 nonsense", ("dmy", "mdy", "ymd"), True),
        ("03.04.2024 05.06.24", ("dmy", "mdy", "ymd"), True),
        ("13-02-21 14-03-21", ("dmy", "ymd"), False),
        ("", ("dmy", "mdy", "ymd"), True),
    ],
)
def test_that_dates_prove_their_order_or_do_not(texts: str, fitting: tuple[str, ...], proved: bool) -> None:
    found = evidence_in(texts.split())
    assert (found.fitting, found.proved) == (fitting, proved)


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
