"""Sheets for tests, and what other programs read in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from python_calamine import CalamineWorkbook

from incident_desk.files.exporting.write import write_export
from incident_desk.usecases.export.content import Cell, CellKind, ExportFormat, Sheet, SheetColumn
from incident_desk.usecases.export.guard import ID_HEADING, is_guarded, unguarded

COLUMNS = (
    SheetColumn(ID_HEADING, CellKind.PLAIN, 20),
    SheetColumn("What happened", CellKind.TEXT, 40),
    SheetColumn("Category", CellKind.LABEL, 20),
    SheetColumn("Hours", CellKind.NUMBER, 10),
)
Row = tuple[str, str, str, float | None]


def sheet_of(rows: Sequence[Row], page: int = 7) -> Sheet:
    """The rows in pages of a few."""
    pages: list[list[list[Cell]]] = [
        [list(column) for column in zip(*rows[first : first + page], strict=True)]
        for first in range(0, len(rows), page)
    ]
    return Sheet("Incidents", COLUMNS, iter(pages), len(rows))


def written(format_: ExportFormat, rows: Sequence[Row]) -> bytes:
    file = io.BytesIO()
    write_export(format_, sheet_of(rows), file)
    return file.getvalue()


def read_csv(content: bytes) -> list[list[str]]:
    """As csv.reader gives it, guarded texts as they were; the headings aside."""
    csv.field_size_limit(1 << 30)
    first, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert is_guarded(first[0])
    return [[unguarded(cell) for cell in row] for row in rows]


def read_xlsx(content: bytes) -> list[list[object]]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [list(row) for row in rows[1:]]


def as_csv(rows: Sequence[Row]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def as_xlsx(rows: Sequence[Row]) -> list[list[object]]:
    """Every number of an XLSX file is a float."""
    return [["" if cell is None else float(cell) if isinstance(cell, int) else cell for cell in row] for row in rows]
