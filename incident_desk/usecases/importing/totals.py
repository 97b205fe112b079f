"""Lines at the end of a list that sum it up or say who printed it: no incidents, as their first word says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.importing.row_texts import SheetRow

_TOTAL = re.compile(
    r"(?:(?:grand\s+|sub)?totals?|sum|(?:gesamt|zwischen)?summe|gesamt|insgesamt)\s*:?\s*[\d.,' ]*"
    r"|(?:printed|exported)\s+(?:by|on)\b.*|(?:aus)?gedruckt\s+(?:von|am)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def without_totals(
    rows: Sequence[SheetRow], heading: Sequence[str], mapping: SheetMapping
) -> tuple[list[SheetRow], tuple[int, ...]]:
    """The rows of incidents, and the lines of the others."""
    stories = {
        column for key in ("what_happened", "title") if key in mapping.fields for column in mapping.fields[key].columns
    }
    end = len(rows)
    while end and _is_total(rows[end - 1], len(heading), stories):
        end -= 1
    return list(rows[:end]), tuple(row.line for row in rows[end:])


def _is_total(row: SheetRow, columns: int, stories: set[str]) -> bool:
    """Whether little stands in the row, nothing of it tells what happened, and it begins like a total."""
    mostly_empty = 2 * (len(row.row) - 1) < columns
    tells = any(column in stories for column, _ in row.row)
    return mostly_empty and not tells and _TOTAL.fullmatch(row.row[0][1].strip()) is not None
