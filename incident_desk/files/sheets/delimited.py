"""Tables kept as text: which letters and which sign between the cells a file uses, and its records."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from incident_desk.files.sheets.cells import UNREADABLE
from incident_desk.files.sheets.unmarked import LOOKED_AT, utf16_without_mark
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import ENCODINGS, CsvForm

DELIMITERS = (",", ";", "\t", "|")
_ANY_BYTES = frozenset({"cp1252", "cp1250", "iso8859-2", "cp1251", "cp1253", "cp1254", "cp850", "mac-roman"})
"""Ways to write letters in which any bytes are some letters."""
LONGEST_CELL = 1_000_000  # characters; more is a quotation mark that nobody closed
LONGEST_LINE = 8_000_000
_GUESSED_FROM = 200  # records
_BLOCK = 1 << 20
_CUT_OFF = "sheets.cut_off"
_CUT = ("unexpected end of data", "truncated data", "incomplete multibyte sequence")

Told = Callable[[int], None]  # how many bytes of the file were read


def _tolerate_cut_end(error: UnicodeError) -> tuple[str, int]:
    """A file may end within a letter, half copied; what is wrong before its end is wrong."""
    if isinstance(error, UnicodeDecodeError) and error.reason in _CUT:
        return UNREADABLE, error.end
    raise error


codecs.register_error(_CUT_OFF, _tolerate_cut_end)


def guess(path: Path, encoding: str = "") -> CsvForm:
    """How a file is written; `encoding` where somebody said it."""
    encoding = encoding or _encoding_of(path)
    try:
        with path.open("rb") as file:
            sample = "".join(_sample_lines(_decoded(file, encoding)))
    except UnicodeDecodeError as error:
        raise SurroundingsFailed("sheet_other_letters", name=path.name) from error
    return CsvForm(encoding, _delimiter_of(sample))


def records(path: Path, form: CsvForm, told: Told) -> Iterator[list[str]]:
    """Every record, blank ones as well, so that counting them gives the row that spreadsheet programs show."""
    if form.encoding not in ENCODINGS or form.delimiter not in DELIMITERS:
        raise ValueError(form)
    csv.field_size_limit(LONGEST_CELL)
    row = 0
    try:
        with path.open("rb") as file:
            lines = _Lines(file, form.encoding, told)
            for row, record in enumerate(csv.reader(lines, delimiter=form.delimiter), 1):  # noqa: B007  # told below
                yield record
                if not lines.ended:
                    lines.of_record.clear()
            _refuse_open_quote(lines.of_record, form, path, row)
    except csv.Error as error:
        code = "sheet_quote_open" if lines.quote_open else "sheet_cell_too_long"
        raise SurroundingsFailed(code, name=path.name, row=row + 1) from error
    except UnicodeDecodeError as error:
        raise SurroundingsFailed("sheet_other_letters", name=path.name) from error


class _Lines:
    """The lines of a file, those of the last record kept: only they can be cut off."""

    def __init__(self, file: BinaryIO, encoding: str, told: Told) -> None:
        self._file, self._text, self._told = file, _decoded(file, encoding), told
        self._told_at = _BLOCK
        self.of_record: list[str] = []
        self.ended = False

    @property
    def quote_open(self) -> bool:
        return sum(line.count('"') for line in self.of_record) % 2 == 1

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if len(line) >= LONGEST_LINE:
            self.of_record.append(line)
            raise csv.Error("line too long")
        if not line:
            self.ended = True
            raise StopIteration
        if "\0" in line:
            line = line.replace("\0", UNREADABLE)
        self.of_record.append(line)
        if (at := self._file.tell()) >= self._told_at:
            self._told(at)
            self._told_at = at + _BLOCK
        return line


def _refuse_open_quote(last: list[str], form: CsvForm, path: Path, row: int) -> None:
    """The last record is read once more by the strict rules, which alone say that it ended within quotes."""
    try:
        list(csv.reader(last, delimiter=form.delimiter, strict=True))
    except csv.Error as error:
        if str(error) == "unexpected end of data":
            raise SurroundingsFailed("sheet_quote_open", name=path.name, row=row) from error


def _decoded(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Windows gives cp1252 to any bytes, so the five it leaves open must not stop a file. So do its like."""
    errors = "replace" if encoding in _ANY_BYTES else _CUT_OFF
    return io.TextIOWrapper(file, encoding, errors, newline=None)


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if unmarked := utf16_without_mark(head):
        return unmarked
    try:
        with path.open("rb") as file:
            text = _decoded(file, "utf-8")
            while text.read(_BLOCK):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _sample_lines(file: io.TextIOWrapper) -> Iterator[str]:
    left = _BLOCK
    while left > 0 and (line := file.readline(left)):
        yield line
        left -= len(line)


def _delimiter_of(sample: str) -> str:
    said = sample[:6].lower()
    if said.startswith("sep=") and said[4:5] in DELIMITERS:  # Excel writes it and obeys it
        return said[4]
    scores = {delimiter: _consistency(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] else DELIMITERS[0]


def _consistency(sample: str, delimiter: str) -> float:
    """How much the records agree on a number of columns; more columns agree less by chance."""
    csv.field_size_limit(LONGEST_CELL)
    widths: list[int] = []
    try:
        reader = csv.reader(io.StringIO(sample), delimiter=delimiter)
        widths += (len(record) for record in islice(filter(any, reader), _GUESSED_FROM))
    except csv.Error:
        pass  # what was read before the cell that does not end still counts
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    width, count = several.most_common(1)[0]
    return (count / len(widths)) ** 2 * (20 + min(width, 20))
