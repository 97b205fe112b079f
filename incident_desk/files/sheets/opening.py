"""One door to every kind of file: the names of its sheets, and the records of each, as often as asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from incident_desk.files.sheets import delimited
from incident_desk.files.sheets.cells import Wire, clean, pack, pack_text
from incident_desk.files.sheets.delimited import Told
from incident_desk.files.sheets.failed_cells import Failed
from incident_desk.files.sheets.kinds import kind_of
from incident_desk.files.sheets.layout import Record
from incident_desk.usecases.sheets import CsvForm


@dataclass(frozen=True, slots=True)
class Table:
    """`records` begins with the first record each time it is called. `first_column` is that of their first cell.

    `alone`: by row the columns of the sheet, from 0, in which a formula stands without what it gives.
    """

    records: Callable[[Told], Iterable[Record]]
    pack: Callable[[Record], tuple[Sequence[Wire], int]]
    first_column: int = 0
    alone: Callable[[], Mapping[int, frozenset[int]]] = dict


@dataclass(frozen=True, slots=True)
class OpenFile:
    """`table` may take long: a workbook parses a sheet whole. `size` is what `Told` counts up to, 0 if it does not."""

    kind: str
    form: CsvForm | None
    names: tuple[str, ...]
    size: int
    table: Callable[[str], Table]
    hidden: frozenset[str] = frozenset()  # those of the names that a spreadsheet program does not show


def open_file(path: Path, form: CsvForm | None) -> OpenFile:
    kind = kind_of(path)
    if kind == "csv":
        known = form if form and form.delimiter else delimited.guess(path, form.encoding if form else "")
        text = Table(lambda told: delimited.records(path, known, told), pack_text)
        return OpenFile(kind, known, (clean(path.stem),), path.stat().st_size, lambda name: text)
    if kind == "jsonl":
        from incident_desk.files.sheets import own_lines

        lines = Table(lambda told: own_lines.records(path, told), pack)
        return OpenFile(kind, None, (clean(path.stem),), path.stat().st_size, lambda name: lines)
    from incident_desk.files.sheets.workbooks import Workbook

    book = Workbook(path, kind)

    def table(name: str) -> Table:
        sheet, failed = book.sheet(name), book.failed_cells(name)
        first = sheet.start[1] if sheet.start else 0
        return Table(
            lambda told: _with_failed(sheet.iter_rows(), failed, first), pack, first, lambda: book.formulas_alone(name)
        )

    return OpenFile(kind, None, book.names, 0, table, book.hidden)


def _with_failed(rows: Iterable[Record], failed: Failed, first_column: int) -> Iterable[Record]:
    """The rows with what the spreadsheet shows where a formula failed."""
    return _filled_in(rows, failed, first_column) if failed else rows


def _filled_in(rows: Iterable[Record], failed: Failed, first_column: int) -> Iterator[Record]:
    for n, row in enumerate(rows):
        texts = {column - first_column: text for column, text in failed.get(n, {}).items() if column >= first_column}
        width = max(len(row), *(column + 1 for column in texts)) if texts else 0
        filled = [*row, *[""] * (width - len(row))] if texts else row
        yield [texts.get(column, cell) for column, cell in enumerate(filled)] if texts else row
