"""What is handed to the writers in `files/exporting`: plain cells, lines and due dates, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any

Cell = str | int | float | None
"""Text is never None: what is not stated is "". A number that is not stated is None."""

CellPage = Sequence[Sequence[Cell]]
"""Some records, column by column: what turns values into cells and cells into bytes works on whole columns."""


class ExportFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    ICS = "ics"

    @property
    def is_sheet(self) -> bool:
        return self in {ExportFormat.CSV, ExportFormat.XLSX}


class CellKind(Enum):
    """What a writer has to expect in the cells of a column."""

    PLAIN = "plain"  # letters, digits and signs of the program's own: ids, times. Nothing in them needs care
    LABEL = "label"  # one of a few texts, which somebody wrote into a pack or a list of names
    TEXT = "text"  # whatever somebody wrote
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    heading: str
    kind: CellKind
    width: int  # in characters


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with one heading row. `count` is how many records its pages hold, `named_by` which of its columns names
    a record to people."""

    name: str
    columns: tuple[SheetColumn, ...]
    pages: Iterator[CellPage]
    count: int
    named_by: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Objects, one a line."""

    objects: Iterator[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class DueDate:
    """One thing that is due. A day is a whole day; a moment is aware, UTC. `sequence` grows with every change."""

    uid: str
    summary: str
    description: str
    due: date | datetime
    changed: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class Calendar:
    name: str
    entries: Iterator[DueDate]


Content = Sheet | Lines | Calendar
