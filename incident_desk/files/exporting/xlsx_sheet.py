"""XLSX, streamed: rows become XML and go straight into the zip file, so a million of them take no memory.

Texts are strings inside their cells and never formulas; characters that XML cannot hold are written the way the
format spells them (`_x0001_`), and so is a text that looks spelt like that.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any, BinaryIO

from incident_desk.domain.errors import Refused
from incident_desk.files.exporting import xlsx_parts as parts
from incident_desk.files.exporting.remembered import Remembered
from incident_desk.usecases.export.content import Cell, CellKind, CellPage, Sheet

MOST_ROWS = 1_048_575  # below the headings
MOST_UNITS = 32_767  # of UTF-16 in one cell
_LEVEL = 1  # of compressing: 6 takes three times as long for files a quarter smaller
_LARGE = 20_000_000  # cells; more may pass 2 GiB, which takes a zip file of the kind that older programs do not read
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")
_NO_XML = b"\xef\xbf"  # how U+FFFE and U+FFFF begin
_TO_SPELL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Cells = Callable[[Iterable[Any]], list[str]]
"""From the cells of a column to XML."""

_EMPTY = "<c/>"
_START, _KEPT, _END = '<c t="inlineStr"><is><t>', '<c t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
_HEADING = _START.replace("<c ", '<c s="1" ')


def write_xlsx(sheet: Sheet, file: BinaryIO) -> None:
    if sheet.count > MOST_ROWS:
        raise Refused("export_too_many_rows", count=sheet.count, most=MOST_ROWS)
    columns, rows = len(sheet.columns), sheet.count + 1
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in (
            ("[Content_Types].xml", parts.CONTENT_TYPES), ("_rels/.rels", parts.RELATIONS),
            ("xl/workbook.xml", parts.workbook(sheet.name, columns, rows)),
            ("xl/_rels/workbook.xml.rels", parts.WORKBOOK_RELATIONS), ("xl/styles.xml", parts.STYLES),
        ):  # fmt: skip
            with archive.open(name, "w") as part:
                part.write(content.encode())
        with archive.open(parts.SHEET_PATH, "w", force_zip64=rows * columns > _LARGE) as part:
            part.write(parts.sheet_head(sheet.columns).encode())
            headings = "".join(f"{_HEADING}{_escaped(_spelt(column.heading))}{_END}" for column in sheet.columns)
            part.write(f"<row>{headings}</row>".encode())
            kinds = [column.kind for column in sheet.columns]
            for page in sheet.pages:
                _must_fit(sheet, page)
                _add(part, _rows(kinds, page))
            part.write(parts.sheet_end(columns, rows).encode())


def _must_fit(sheet: Sheet, page: CellPage) -> None:
    """Programs that open the file cut longer texts off, or call it damaged."""
    for column, cells in zip(sheet.columns, page, strict=True):
        if column.kind is not CellKind.TEXT or max(map(len, cells), default=0) <= MOST_UNITS // 2:  # type: ignore[arg-type]  # texts
            continue
        for row, text in enumerate(cells):
            size = len(str(text).encode("utf-16-le")) // 2
            if size > MOST_UNITS:
                name = page[sheet.named_by][row]
                raise Refused("export_text_too_long", name=name, column=column.heading, size=size, most=MOST_UNITS)


def _add(part: IO[bytes], data: bytes) -> None:
    try:
        part.write(data)
    except RuntimeError as error:  # of zipfile, beyond 2 GiB: few incidents with texts as long as they can be
        raise Refused("export_too_large") from error


def _rows(kinds: Sequence[CellKind], page: Sequence[Sequence[Cell]]) -> bytes:
    columns = [_WAYS[kind](column) for kind, column in zip(kinds, page, strict=True)]
    rows = "</row><row>".join(map("".join, zip(*columns, strict=True)))
    return f"<row>{rows}</row>".encode() if page[0] else b""


def _text(text: str) -> str:
    """Blanks at the ends of a text are lost unless the cell says that they count."""
    start = _KEPT if text[:1].isspace() or text[-1:].isspace() else _START
    return f"{start}{_escaped(text)}{_END}" if text else _EMPTY


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _spelt(text: str) -> str:
    return _TO_SPELL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _holds_what_to_spell(text: str) -> bool:
    data = text.encode()
    return "_x" in text or _NO_XML in data or len(data.translate(None, _CONTROLS)) != len(data)


def _texts(column: Iterable[str]) -> list[str]:
    """What is to be spelt or escaped is rare, so it is looked for in all of them at once."""
    cells = list(column)
    whole = "".join(cells)
    if _holds_what_to_spell(whole):
        cells = list(map(_spelt, cells))
    if "&" in whole or "<" in whole or ">" in whole:
        return list(map(_text, cells))
    return [f"{_START}{text}{_END}" if text and text.strip() == text else _text(text) for text in cells]


def _plain(column: Iterable[str]) -> list[str]:
    return [f"{_START}{text}{_END}" if text else _EMPTY for text in column]


def _numbers(column: Iterable[float | None]) -> list[str]:
    return [_EMPTY if number is None else f"<c><v>{number}</v></c>" for number in column]


_label = Remembered(lambda text: _text(_spelt(text)))
_WAYS: dict[CellKind, Cells] = {
    CellKind.PLAIN: _plain,
    CellKind.LABEL: lambda column: [_label[text] for text in column],
    CellKind.TEXT: _texts,
    CellKind.NUMBER: _numbers,
}
