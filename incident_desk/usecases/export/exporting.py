"""Exports: incidents out of the register into a file, whole or not at all, as of one moment, and told in the log."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.usecases.access import log_access
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.export.columns import FIRST, ExportColumn, chosen, columns_of
from incident_desk.usecases.export.content import (
    Calendar,
    CellPage,
    Content,
    ExportFormat,
    Lines,
    Sheet,
    SheetColumn,
)
from incident_desk.usecases.export.due_dates import KEYS, due_dates
from incident_desk.usecases.export.lines import Namer
from incident_desk.usecases.export.pages import ColumnPage
from incident_desk.usecases.files_out import writing_out
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import Progress, Queries, Register
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services
from incident_desk.usecases.show_incident import without_journal
from incident_desk.usecases.wording import Wording

PAGE = 500

Chosen = IncidentFilter | tuple[str, ...]
"""Every incident that fits, newest first; or these, by their ids, in this order."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is wanted. `columns` (keys) and `complete` are for sheets: lines and due dates have a form of their own."""

    format: ExportFormat
    incidents: Chosen
    columns: tuple[str, ...] = ()  # none: those of a list
    complete: bool = False  # every declared field instead


@dataclass(frozen=True, slots=True)
class Exported:
    """How many incidents were looked at for the file, and which file it is."""

    incidents: int
    sha256: str


def export_to_file(
    services: Services, register: Register, actor: Actor, export: Export, wording: Wording, target: Path,
    progress: Progress | None = None,
) -> Exported:  # fmt: skip
    """Raises Refused, `stopped` among them, or SurroundingsFailed; a file that stood there before stays then."""
    with writing_out(target) as file:
        return _logged(services, register, actor, export, file, wording, progress)


def export_to_stream(
    services: Services, register: Register, actor: Actor, export: Export, wording: Wording, stream: BinaryIO,
    progress: Progress | None = None,
) -> Exported:  # fmt: skip
    """As `export_to_file`: nothing goes down the stream before all of it is there."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(tempfile.TemporaryFile())
            exported = _logged(services, register, actor, export, file, wording, progress)
            file.seek(0)
        except OSError as error:
            raise SurroundingsFailed("file_not_written", name=tempfile.gettempdir()) from error
        shutil.copyfileobj(file, stream)
    return exported


def _logged(
    services: Services, register: Register, actor: Actor, export: Export, file: BinaryIO, wording: Wording,
    progress: Progress | None,
) -> Exported:  # fmt: skip
    """Writes the file, then that it was written: no file leaves the program without its entry."""
    with register.snapshot() as queries:
        own = Wording(wording.texts, read_names(queries))
        content, reading = content_of(queries, export, own, progress)
        services.write_export(export.format, content, file)
    exported = Exported(reading.done, _sha256(file))
    facts = {"format": str(export.format), "incidents": exported.incidents, "sha256": exported.sha256}
    log_access(register, services.new_id, actor, "exported", facts)
    pin_head(register, services.data_dir)
    return exported


def _sha256(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()


def content_of(
    queries: Queries, export: Export, wording: Wording, progress: Progress | None = None
) -> tuple[Content, Reading]:
    """What the writers are given, which is read while they write, and how far that reading is."""
    if (export.columns or export.complete) and not export.format.is_sheet:
        raise Refused("export_columns_of_sheets", format=export.format)
    reading = Reading(queries, export.incidents, progress)
    return _CONTENTS[export.format](queries, export, reading, wording), reading


class Reading:
    """Reads the incidents page by page and tells how far it is. Raises Refused when asked to stop."""

    def __init__(self, queries: Queries, incidents: Chosen, progress: Progress | None) -> None:
        self._queries, self._incidents, self._progress = queries, incidents, progress
        self.count = len(incidents) if isinstance(incidents, tuple) else queries.count(incidents)
        self.done = 0

    def pages(self, keys: tuple[str, ...]) -> Iterator[ColumnPage]:
        self._tell()
        for page in self._read(keys):
            yield page
            self.done += len(page.numbers)
            self._tell()

    def _read(self, keys: tuple[str, ...]) -> Iterator[ColumnPage]:
        if isinstance(self._incidents, tuple):
            for first in range(0, len(self._incidents), PAGE):
                yield self._queries.columns_of(keys, self._incidents[first : first + PAGE])
            return
        after = None
        while (page := self._queries.columns(keys, self._incidents, after, PAGE)).numbers:
            yield page
            after = page.last

    def _tell(self) -> None:
        if self._progress is not None and not self._progress(self.done, self.count):
            raise Refused("stopped")


def _sheet(queries: Queries, export: Export, reading: Reading, wording: Wording) -> Content:
    assert wording.names is not None
    columns = chosen(columns_of(wording.names, wording.texts), export.columns, complete=export.complete)
    headed = tuple(SheetColumn(each.heading[wording.language], each.kind, each.width) for each in columns)
    return Sheet(wording.texts.say("export.sheet"), headed, _cells(reading, columns), reading.count,
                 FIRST.index("number"))  # fmt: skip


def _cells(reading: Reading, columns: tuple[ExportColumn, ...]) -> Iterator[CellPage]:
    keys = tuple(dict.fromkeys(column.source for column in columns))
    for page in reading.pages(keys):
        yield [column.tell(page.columns[column.source]) for column in columns]


def _lines(queries: Queries, export: Export, reading: Reading, wording: Wording) -> Content:
    assert wording.names is not None
    return Lines(_objects(queries, reading, wording.names))


def _objects(queries: Queries, reading: Reading, names: Names) -> Iterator[Mapping[str, Any]]:
    namer = Namer(names)
    for page in reading.pages(("id",)):
        recorded = queries.recorded(page.numbers)
        for row, record in queries.whole(page.numbers):
            yield {**without_journal(row, record, names, recorded[row.no]), "named": namer.named(record.values)}


def _calendar(queries: Queries, export: Export, reading: Reading, wording: Wording) -> Content:
    entries = (due for page in reading.pages(KEYS) for due in due_dates(page, queries, wording))
    return Calendar(wording.texts.say("export.calendar"), entries)


_CONTENTS: Mapping[ExportFormat, Callable[[Queries, Export, Reading, Wording], Content]] = {
    ExportFormat.CSV: _sheet,
    ExportFormat.XLSX: _sheet,
    ExportFormat.JSONL: _lines,
    ExportFormat.ICS: _calendar,
}
