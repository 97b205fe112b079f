"""Which cells say the same, and which heading took the place of which."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from incident_desk.usecases.importing.row_texts import Row
from incident_desk.usecases.importing.same_cells import Cells
from tests.importing.tables import mapping

MEANT = replace(mapping(occurred="Date", what_happened="What", cost="Cost"), date_order="dmy", decimal_sign=",")
CELLS = Cells(MEANT, ("No", "Date", "What", "Cost", "Room", "New"), ("Cost",), "Europe/Berlin", {})


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("No", "0012", "12"), ("No", "12", "12.0"), ("Date", "13.01.2024", "2024-01-13"),
        ("Date", "13.01.2024", "2024-01-13 00:00"), ("What", "09:05", "9:05:00"), ("What", "WAHR", "true"), ("Time", "09:33 PM", "21:33"),
        ("Cost", "1,50", "1.5"), ("Cost", "1.500", "1500"), ("Room", " 1.10", "1.10 "),
    ],
)  # fmt: skip
def test_that_a_program_may_have_written_one_for_the_other(column: str, old: str, new: str) -> None:
    assert CELLS.same(column, old, new)


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("Room", "1.10", "1.1"), ("Room", "1,10", "1.10"), ("Room", "1.000", "1"), ("Cost", "1.500", "1,5"),
        ("Cost", "1.500", "1"), ("Date", "13.01.2024", "2024-01-14"), ("Date", "13.01.2024", "13/01/2024 10:00"),
        ("No", "12", "-12"), ("What", "no", ""), ("What", "Fall", "fall"), ("Time", "09:33 PM", "09:33"), ("Time", "9:05", "9:50"),
    ],
)  # fmt: skip
def test_that_a_correction_is_one(column: str, old: str, new: str) -> None:
    assert not CELLS.same(column, old, new)


def row(**cells: str) -> Row:
    return tuple(cells.items())


def test_that_a_heading_is_followed_where_different_cells_show_it() -> None:
    pairs = [(row(No=str(n), Old=f"Ward {n % 2}"), row(No=str(n), New=f"Ward {n % 2}")) for n in range(6)]
    assert CELLS.renames(pairs) == {"Old": "New"}
    alike = [(row(No=str(n), Old="no"), row(No=str(n), New="no")) for n in range(6)]
    assert CELLS.renames(alike) == {}
    few = [(row(Old=f"Ward {n}"), row(New=f"Ward {n if n < 2 else 9}")) for n in range(6)]
    assert CELLS.renames(few) == {}


def test_that_many_headings_of_many_rows_take_no_time() -> None:
    def day(n: int) -> str:
        return f"{n % 28 + 1:02}.{n % 12 + 1:02}.20{n % 20 + 10}"

    old = [tuple((f"Old {c}", day(n + 7 * c)) for c in range(40)) for n in range(5_000)]
    new = [tuple((f"New {c}", day(n + 7 * c)) for c in range(40)) for n in range(5_000)]
    cells = Cells(MEANT, [f"New {c}" for c in range(40)], (), "Europe/Berlin", {})
    began = time.process_time()
    assert len(cells.renames(list(zip(old, new, strict=True)))) == 40
    assert time.process_time() - began < 6
