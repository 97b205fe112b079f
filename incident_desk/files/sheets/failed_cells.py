"""Cells whose formula failed, or was never worked out. calamine gives them as empty; what the spreadsheet shows there,
or that it shows something that the file does not hold, is found in the file.

A file without such cells is only searched for their mark, which costs little more than unpacking it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from typing import IO
from xml.parsers import expat

from incident_desk.files.sheets.failed_cells_xls import of_xls
from incident_desk.files.sheets.layout import MOST_COLUMNS

Failed = Mapping[int, Mapping[int, str]]
"""By row and column, counted from 0, what the spreadsheet shows."""

_TROUBLE = (
    zipfile.BadZipFile, LookupError, ValueError, EOFError, OSError, zlib.error, expat.ExpatError,
    struct.error,
)  # fmt: skip
_BLOCK = 1 << 20
_OVERLAP = 4096  # a cell with its formula may lie across two blocks
_MOST = 100_000  # cells; whoever has more of them knows it
_XLSX_MARK = re.compile(rb"""\bt=["']e["']""")
_XLSX_CELL = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*>"""
    rb"""(?:(?!</(?:\w+:)?c>).){0,3000}?<(?:\w+:)?v>([^<]{1,40})<""",
    re.DOTALL,
)
_FORMULA_MARK = re.compile(rb"<(?:\w+:)?f[\s/>]")
_FORMULA_ALONE = re.compile(
    rb"""<(?:\w+:)?c\b(?![^>]{0,300}\bt=["']str["'])[^>]{0,300}?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]{0,300}>\s*"""
    rb"""<(?:\w+:)?f\b(?:[^>]{0,300}/>|[^>]{0,300}>[^<]{0,9000}</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)  # of type str an empty text is what the formula gave
_SHEET = re.compile(r"""<(?:\w+:)?sheet\b[^>]*>""")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ODS_MARK = re.compile(rb"""value-type=["']error["']""")
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "


def failed_cells(path: Path, kind: str, sheet: str) -> Failed:
    """Those of one sheet. None are found in xlsb, which keeps them in a form of its own."""
    try:
        if kind == "xls":
            return _by_place(of_xls(path.read_bytes(), sheet))
        with zipfile.ZipFile(path) as package:
            of_kind = {"xlsx": _of_xlsx, "ods": _of_ods}.get(kind)
            return _by_place(of_kind(package, sheet)) if of_kind else {}
    except _TROUBLE:
        return {}  # calamine reads on where this cannot, and says itself what is wrong with the file


def formulas_alone(path: Path, kind: str, sheet: str) -> Mapping[int, frozenset[int]]:
    """By row the columns, from 0, in which a formula stands without what it gives: a program wrote the workbook and
    left the working out to the spreadsheet. Others than xlsx always hold it."""
    if kind != "xlsx":
        return {}
    found: dict[int, set[int]] = {}
    try:
        with zipfile.ZipFile(path) as package, package.open(_part_of(package, sheet)) as part:
            for block in _blocks_with(part, _FORMULA_MARK):
                for letters, row in _FORMULA_ALONE.findall(block):
                    found.setdefault(int(row) - 1, set()).add(_column(letters))
                if len(found) > _MOST:
                    break
    except _TROUBLE:
        return {}
    return {row: frozenset(columns) for row, columns in found.items()}


def _by_place(cells: Iterator[tuple[int, int, str]]) -> Failed:
    found: dict[int, dict[int, str]] = {}
    for n, (row, column, text) in enumerate(cells):
        if n == _MOST:
            break
        found.setdefault(row, {})[column] = text
    return found


# --- xlsx --------------------------------------------------------------------------------------------


def _of_xlsx(package: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int, str]]:
    with package.open(_part_of(package, sheet)) as part:
        for block in _blocks_with(part, _XLSX_MARK):
            for letters, row, text in _XLSX_CELL.findall(block):
                yield int(row) - 1, _column(letters), unescape(text.decode())


def _part_of(package: zipfile.ZipFile, sheet: str) -> str:
    listed = _elements(_SHEET, package.read("xl/workbook.xml"))
    own = [value for each in listed if each.get("name") == sheet for key, value in each.items() if key[-3:] == ":id"]
    related = _elements(_RELATION, package.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in related}
    return normpath(join("/xl", targets[own[0]]))[1:]


def _elements(pattern: re.Pattern[str], content: bytes) -> list[dict[str, str]]:
    """The attributes of each element found."""
    found = pattern.findall(content.decode())
    return [{name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(each)} for each in found]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1


def _blocks_with(part: IO[bytes], mark: re.Pattern[bytes]) -> Iterator[bytes]:
    """Blocks of a part in which the mark stands, each with the end of the one before."""
    before = b""
    while block := part.read(_BLOCK):
        if mark.search(whole := before + block):
            yield whole
        before = block[-_OVERLAP:]


# --- ods ---------------------------------------------------------------------------------------------


def _of_ods(package: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int, str]]:
    with package.open("content.xml") as part:
        if next(_blocks_with(part, _ODS_MARK), None) is None:
            return
    with package.open("content.xml") as part:
        reader = _OdsReader(sheet)
        while block := part.read(_BLOCK):
            reader.feed(block)
            yield from reader.found
            reader.found.clear()


class _OdsReader:
    """Counts rows and cells of one sheet, of which a file may say that they repeat."""

    def __init__(self, sheet: str) -> None:
        self._sheet, self._inside = sheet, False
        self._row = self._column = 0
        self._rows = self._columns = 1  # how often the present one repeats
        self._failed, self._text = False, ""
        self.found: list[tuple[int, int, str]] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.EntityDeclHandler = self._said, self._refuse
        self._parser = parser

    def feed(self, block: bytes) -> None:
        self._parser.Parse(block, False)

    def _refuse(self, *_: object) -> None:
        raise ValueError("a sheet that declares entities")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == _TABLE + "table":
            self._inside = attributes.get(_TABLE + "name") == self._sheet
            self._row = 0
        elif name == _TABLE + "table-row":
            self._rows, self._column = int(attributes.get(_TABLE + "number-rows-repeated", 1)), 0
        elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self._columns = int(attributes.get(_TABLE + "number-columns-repeated", 1))
            self._failed = self._inside and any(
                key.endswith(" value-type") and value == "error" for key, value in attributes.items()
            )
            self._text = ""

    def _said(self, text: str) -> None:
        if self._failed and len(self._text) < 40:
            self._text += text

    def _end(self, name: str) -> None:
        if name == _TABLE + "table":
            self._inside = False
        elif name == _TABLE + "table-row":
            self._row += self._rows
        elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            if self._failed and self._text.strip() and self._column < MOST_COLUMNS:
                self.found.append((self._row, self._column, self._text.strip()))
            self._failed = False
            self._column += self._columns
