"""A workbook as it grows over the years: tabs, a total, doubtful dates, bare levels, a number given twice, an error."""

from __future__ import annotations

from pathlib import Path

from tests.files.sheets.making import Given, pack, sheet_xml, xlsx_parts

HEADING = ("No", "Date", "Time", "Ward", "What happened", "Severity", "State")
ROWS = 24


def odd_workbook(folder: Path) -> Path:
    """The tab 2023 has most rows: 24 incidents and a line that sums them up. No day in it is above 12."""
    last_year: list[tuple[Given, ...]] = [("No", "Date", "What happened")]
    last_year += [(n, f"{n + 12}.03.2022", f"Thing {n} broke and was mended by the porter") for n in range(1, 8)]
    contacts: list[tuple[Given, ...]] = [("Name",), ("Ida",)]
    tabs = {"2023": [HEADING, *map(_row, range(1, ROWS + 1)), _TOTAL], "2022": last_year, "Contacts": contacts}
    return pack(folder / "list of the ward.xlsx", xlsx_parts({name: sheet_xml(rows) for name, rows in tabs.items()}))


_TOTAL: tuple[Given, ...] = ("Total", None, None, None, None, None, "24")


def _row(n: int) -> tuple[Given, ...]:
    """Line n + 1: row 7 has the number of row 6, row 12 has none, the hour of row 5 is no hour."""
    number = {7: 6, 12: None}.get(n, n)
    level: Given = ('t="e"', "<v>#DIV/0!</v>") if n == 9 else n % 3 + 1
    story = f"A patient slipped on the wet floor near room {n} and was helped up at once"
    return (
        number, f"{n % 12 + 1:02}/{n * 5 % 12 + 1:02}/2023", "early" if n == 5 else "08:30", f"Ward {n % 3 + 1}", story,
        level, "closed" if n % 2 else "open",
    )  # fmt: skip
