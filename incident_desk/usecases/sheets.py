"""What a sheet is once it was read: plain headings and rows, whichever program wrote the file.

The reading itself is done in `files/sheets`, in a process of its own; use cases know these shapes only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from incident_desk.usecases.ports import Progress  # which names rows of sheets itself

Cell = None | bool | int | float | str | datetime.date | datetime.datetime | datetime.time | datetime.timedelta


class ReadingStopped(Exception):
    """The caller's `progress` asked to stop; nothing was read to the end."""


ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "iso8859-2", "cp1251", "cp1253",
    "cp1254", "cp850", "mac-roman", "cp932", "gb18030",
)  # fmt: skip
"""Ways to write letters, by the names that Python has for them."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How text becomes cells: one of `ENCODINGS`, and one of , ; tab | or "" where it is to be found out."""

    encoding: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class SheetHead:
    """One sheet of a file: its rows below the heading that hold anything, and the columns that do."""

    name: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file at first sight. `form` is what was guessed of text, None for workbooks."""

    path: Path
    kind: str  # csv, xlsx, xlsb, xls or ods, by what is in it, whatever its name says
    form: CsvForm | None
    sheets: tuple[SheetHead, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as wide as the heading. Cells of text files are text; whole numbers of workbooks are int.

    Headings are unlike each other: an empty one is called "C", as its column is, a second one "Date (2)". The last
    `surplus` of them stand for cells that few rows have beyond the end of the heading: such rows are likely shifted.
    """

    name: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]  # the row's number as a spreadsheet program shows it, for each of `rows`
    surplus: int = 0
    others: tuple[str, ...] = ()  # other sheets of the file that hold anything, where none was asked for by its name
    above: tuple[str, ...] = ()  # what stands above the heading, line by line: titles, who printed it
    form: CsvForm | None = None  # of a text file
    alone: tuple[tuple[str, tuple[int, ...]], ...] = ()  # columns, lines: formulas without what they give, so empty
    second: tuple[str, ...] = ()  # what the second row of a heading in two rows says


class SheetReader(Protocol):
    """Each method raises SurroundingsFailed (trouble.sheet_...) or ReadingStopped, and changes nothing."""

    def look(self, path: Path, progress: Progress | None = None) -> SheetFile: ...

    def read(
        self,
        path: Path,
        sheet: str | None = None,
        form: CsvForm | None = None,
        progress: Progress | None = None,
    ) -> Sheet:
        """The named sheet, or the one with most rows; the text form is guessed where none is given."""
        ...

    def batches(
        self,
        path: Path,
        sheet: str | None = None,
        form: CsvForm | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Sheet]:
        """The same in parts of some thousand rows, with one heading, for sheets that need not be held whole.

        There is at least one part, empty where the sheet has no rows.
        """
        ...
