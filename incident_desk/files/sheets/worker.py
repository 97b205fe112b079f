"""What the process that parses sheets answers.

{"do": "look" | "read", "path": ..., "sheet": ..., "form": [encoding, delimiter] | null}
{"at": [done, of]}, {"file": ...}, {"head": ...}, {"rows": ..., "lines": ...}, {"end": true}, {"refused": ...}
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from incident_desk.files.sheets.delimited import Told
from incident_desk.files.sheets.layout import Layout, survey, table_rows
from incident_desk.files.sheets.opening import OpenFile, Table, open_file
from incident_desk.files.worker import serving
from incident_desk.files.worker.serving import Answer, Send
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import CsvForm

BATCH_ROWS = 2_000
_BATCH_CELLS = 50_000
_BATCH_TEXT = 1_000_000  # characters


def serve(megabytes: int) -> int:
    return serving.serve(megabytes, carry_out, "sheet_damaged")


def carry_out(request: Answer, send: Send) -> None:
    path = Path(request["path"])
    form = CsvForm(*request["form"]) if request["form"] else None
    try:
        file = open_file(path, form)
        if request["do"] == "look":
            _look(path, file, send)
        else:
            _read(path, file, request["sheet"], send)
    except MemoryError as error:
        raise SurroundingsFailed("sheet_too_large", name=path.name) from error
    except FileNotFoundError as error:
        raise SurroundingsFailed("file_missing", name=path.name) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SurroundingsFailed("sheet_not_opened", name=path.name) from error


def _look(path: Path, file: OpenFile, send: Send) -> None:
    heads = []
    for name in file.names:
        table = file.table(name)
        layout = survey(table.records(_teller(send, file.size)), path.name, table.first_column)
        heads.append((name, layout.rows, len(layout.columns)) if layout else (name, 0, 0))
    if not any(columns for _, _, columns in heads):
        raise SurroundingsFailed("sheet_empty", name=path.name)
    form = [file.form.encoding, file.form.delimiter] if file.form else None
    send({"file": {"kind": file.kind, "form": form, "sheets": heads}})


def _read(path: Path, file: OpenFile, wanted: str | None, send: Send) -> None:
    """Two passes: which columns hold anything, and which sheet is the list, is known only at the end of the first."""
    if wanted is not None and wanted not in file.names:
        raise SurroundingsFailed("sheet_not_in_file", name=path.name, sheet=wanted)
    told = _teller(send, 2 * file.size)
    filled: dict[str, Layout] = {}
    for name in (wanted,) if wanted is not None else file.names:
        table = file.table(name)
        layout = survey(table.records(told), path.name, table.first_column)
        if len(file.names) > 1:
            told(0)  # a sign of life: several long sheets take long
        if layout:
            filled[name] = layout
    if not filled:
        raise SurroundingsFailed("sheet_empty", name=path.name)
    name = _list_of(filled, file.hidden)
    layout = filled.pop(name)
    head = {
        "name": name, "heading": layout.heading, "second": layout.second, "above": layout.above, "rows": layout.rows,
        "surplus": layout.surplus,
    }  # fmt: skip
    form = [file.form.encoding, file.form.delimiter] if file.form else None
    table = file.table(name)
    alone = [(heading, lines) for heading, lines in _formulas_alone(table, layout).items()]
    send({"head": {**head, "others": list(filled), "form": form, "alone": alone}})
    _send_rows(table, layout, send)


def _formulas_alone(table: Table, layout: Layout) -> dict[str, list[int]]:
    """By heading the lines in which a formula stands without what it gives."""
    headings = {table.first_column + n: name for n, name in zip(layout.columns, layout.heading, strict=True)}
    found: dict[str, list[int]] = {}
    for row, columns in sorted(table.alone().items()):
        for column in sorted(columns & headings.keys()) if row > layout.heading_at else ():
            found.setdefault(headings[column], []).append(row + 1)
    return found


def _list_of(filled: Mapping[str, Layout], hidden: Collection[str]) -> str:
    """The sheet with most rows. A cover or a page of advice has one column; what is hidden is seldom meant."""

    def likely(name: str) -> tuple[bool, bool, int]:
        layout = filled[name]
        return len(layout.columns) > 1 and layout.rows > 0, name not in hidden, layout.rows

    return max(filled, key=likely)


def _send_rows(table: Table, layout: Layout, send: Send) -> None:
    rows: list[Any] = []
    lines: list[int] = []
    text = 0
    for line, record in table_rows(table.records(lambda _: None), layout):
        row, length = table.pack(record)
        text += length
        rows.append(row)
        lines.append(line)
        if len(rows) == BATCH_ROWS or text > _BATCH_TEXT or len(rows) * len(row) > _BATCH_CELLS:
            send({"rows": rows, "lines": lines})
            rows, lines, text = [], [], 0
    send({"rows": rows, "lines": lines, "end": True})


def _teller(send: Send, of: int) -> Told:
    return lambda done: send({"at": [done, of]})
