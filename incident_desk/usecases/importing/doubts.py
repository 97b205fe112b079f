"""What is told of the rows of a sheet before they come in: numbers that name two of them or none, and failed cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incident_desk.usecases.importing.cells import is_error
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.importing.row_texts import SheetRow


@dataclass(frozen=True, slots=True)
class KeyTwice:
    """What should name one row and stands in several: they are told apart by what else stands in them."""

    columns: tuple[str, ...]
    value: str
    lines: tuple[int, ...]


def _number(row: SheetRow, columns: Sequence[str]) -> tuple[str, ...]:
    """What names the row by the columns of the key; nothing where one of them is empty."""
    texts = dict(row.row)
    found = tuple(" ".join(texts.get(column, "").split()) for column in columns)
    return found if all(found) else ()


def without_key(rows: Sequence[SheetRow], columns: tuple[str, ...]) -> tuple[int, ...]:
    """Lines of rows that no number names though the sheet has a column of numbers."""
    return tuple(row.line for row in rows if columns and not _number(row, columns))


def keys_twice(rows: Sequence[SheetRow], columns: tuple[str, ...]) -> tuple[KeyTwice, ...]:
    lines: dict[tuple[str, ...], list[int]] = {}
    for row in rows if columns else ():
        lines.setdefault(_number(row, columns), []).append(row.line)
    return tuple(
        KeyTwice(columns, ", ".join(number), tuple(found)) for number, found in lines.items() if number and found[1:]
    )


def failed_cells(rows: Sequence[SheetRow]) -> tuple[RowProblem, ...]:
    """Cells that hold an error of the spreadsheet program. They say nothing, and are kept as they stand."""
    return tuple(
        RowProblem(row.line, column, text, "error_of_sheet")
        for row in rows
        for column, text in row.row
        if text[0] in "#E" and is_error(text)
    )
