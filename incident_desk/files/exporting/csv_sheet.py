"""CSV for spreadsheets: UTF-8 with a byte order mark, every cell quoted, no text that is taken for a formula.

Quoted by hand: joining whole columns takes half the time of csv.writer, which looks at every character.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

from incident_desk.files.exporting.remembered import Remembered
from incident_desk.usecases.export.content import Cell, CellKind, Sheet
from incident_desk.usecases.export.guard import GUARDED_ID_HEADING, ID_HEADING, SUSPECT, guarded

Quotable = Callable[[Iterable[Any]], Sequence[str]]
"""From the cells of a column to what stands between the quotes."""


def write_csv(sheet: Sheet, file: BinaryIO) -> None:
    file.write(codecs.BOM_UTF8)
    headings = [GUARDED_ID_HEADING if each.heading == ID_HEADING else each.heading for each in sheet.columns]
    file.write(_rows([_texts] * len(headings), [[heading] for heading in headings]))
    ways = [_WAYS[column.kind] for column in sheet.columns]
    for page in sheet.pages:
        file.write(_rows(ways, page))


def _rows(ways: Sequence[Quotable], page: Sequence[Sequence[Cell]]) -> bytes:
    columns = [quotable(column) for quotable, column in zip(ways, page, strict=True)]
    rows = '"\r\n"'.join(map('","'.join, zip(*columns, strict=True)))
    return f'"{rows}"\r\n'.encode() if page[0] else b""


def _quotable(text: str) -> str:
    return guarded(text).replace('"', '""')


def _texts(column: Iterable[str]) -> list[str]:
    return [text if text[:1] not in SUSPECT and '"' not in text else _quotable(text) for text in column]


_label = Remembered(_quotable)
_WAYS: dict[CellKind, Quotable] = {
    CellKind.PLAIN: list,
    CellKind.LABEL: lambda column: [_label[text] for text in column],
    CellKind.TEXT: _texts,
    CellKind.NUMBER: lambda column: ["" if number is None else str(number) for number in column],
}
