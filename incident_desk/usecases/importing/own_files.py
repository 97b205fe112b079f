"""Sheets that our own export wrote: known by their first heading, and by the id of each row.

What was written reads back to what was meant, so a row is compared with the incident it came from. A record may have
gone on since it was exported: then it is compared as it stood at the position that the row names, and only what
differs from that was changed in the sheet.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from incident_desk.domain.decisions.importing import OPENED_AT
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.directory import check_zone
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record, fold
from incident_desk.domain.values import micros, normalise
from incident_desk.domain.vocabulary import STATUS_NAMES, Status
from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.usecases.export.columns import ExportColumn, columns_of
from incident_desk.usecases.export.guard import ID_HEADING, is_guarded, unguarded
from incident_desk.usecases.export.headings import FACT, FIELD, MANY, ZONE
from incident_desk.usecases.importing.changes import CellChange, Change, ChangedRow, FieldEdit, Group, grouped
from incident_desk.usecases.importing.dates import DATE_ORDERS, DateOrder, NotRead, TimeReading, read_time
from incident_desk.usecases.importing.mapping import (
    CLOSED_ON,
    IN_WORDS,
    LEAVE_OUT,
    NEW,
    Closed,
    FieldSource,
    SheetMapping,
    folded,
)
from incident_desk.usecases.importing.problems import RowProblem, of_refusal
from incident_desk.usecases.importing.reading import ReadRow, RowReader
from incident_desk.usecases.importing.row_texts import SheetRow
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.sheets import Sheet

_POSITION = "position"
_ZONE_HEADINGS = frozenset(folded(ZONE[language]) for language in LANGUAGES)
_MINUTE = 60_000_000
_LONGEST_POSITION = 9  # digits
_ONLY_TOLD = ("number", "status", "step", "opened", "concluded", "anonymous", "kept")
_INBOX = "inbox"
_SET_ASIDE = frozenset({Status.VOID, Status.NOT_REPORTABLE, Status.JOINED})


def is_own(heading: Sequence[str]) -> bool:
    return bool(heading) and (heading[0].strip() == ID_HEADING or is_guarded(heading[0]))


def as_written(sheet: Sheet) -> Sheet:
    """The sheet without the guards against formulas that our own export put before texts."""
    if not sheet.heading or not is_guarded(sheet.heading[0]):
        return sheet
    rows = tuple(tuple(unguarded(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows)
    return replace(sheet, heading=(ID_HEADING, *sheet.heading[1:]), rows=rows)


def zones_of(sheet: Sheet) -> tuple[str, ...]:
    """The time zones of the registers that wrote the sheet, as it says them: several where sheets were put together."""
    column = _zone_column(sheet.heading)
    at = sheet.heading.index(column) if column else None
    said = (str(row[at]).strip() for row in sheet.rows if row[at]) if at is not None else ()
    return tuple(dict.fromkeys(filter(None, said)))


def _zone_column(heading: Sequence[str]) -> str:
    return next((name for name in heading if folded(name) in _ZONE_HEADINGS), "")


def own_mapping(heading: Sequence[str], names: Names, zones: Sequence[str] = ()) -> SheetMapping:
    """For rows of another register: each column is the field whose heading it has. `zones`: those of their times, by
    row where there are several; a row that says none is of the first."""
    sources = {}
    for name, column in _columns(heading, names).items():
        if column.field is not None:
            others = NEW if column.field.kind is FieldKind.PLACE else LEAVE_OUT
            sources[column.field.key] = FieldSource((name,), {}, others if column.field.kind in IN_WORDS else "refuse")
    facts = _all(heading, names)
    numbers = [name for name, column in facts.items() if column.key in ("number", "old_number")]
    sources["old_number"] = FieldSource(tuple(numbers))
    concluded = [name for name, column in facts.items() if column.key == "concluded"]
    if concluded:
        sources[CLOSED_ON] = FieldSource(tuple(concluded))
    status = next((name for name, column in facts.items() if column.key == "status"), None)
    closed = Closed(status, tuple(STATUS_NAMES[Status.CONCLUDED].values())) if status else None
    return SheetMapping(
        sources, key=(heading[0],), closed=closed, date_order="ymd", zone=next(iter(zones), ""),
        zone_column=_zone_column(heading) if len(zones) > 1 else "", separator=MANY.strip(),
    )  # fmt: skip


def _all(heading: Sequence[str], names: Names) -> dict[str, ExportColumn]:
    """By the headings of the sheet the columns they name."""
    known = _known(names)
    return {name: known[folded(name)] for name in heading if folded(name) in known}


def _known(names: Names) -> dict[str, ExportColumn]:
    """By what they are called, folded, every column, in whichever language and whichever format."""
    known = {
        folded(column.heading[language]): column
        for language in LANGUAGES
        for column in columns_of(names, Texts(language)).values()
    }
    for key, column in columns_of(names, Texts("en")).items():
        known[f"{FIELD if column.field else FACT}{folded(key)}"] = column
    return known


def called_here(heading: Sequence[str], names: Names) -> dict[str, str]:
    """By every heading under which we write a column, folded, the one that it has in this sheet."""
    here = {column.key: name for name, column in _all(heading, names).items()}
    return {every: here[column.key] for every, column in _known(names).items() if column.key in here}


def _columns(heading: Sequence[str], names: Names) -> dict[str, ExportColumn]:
    return {name: column for name, column in _all(heading, names).items() if column.read is not None}


@dataclass(frozen=True, slots=True)
class _Written:
    """How a register in one zone writes: by the headings of the sheet the columns that are read back and those that
    only tell, and every column in either language."""

    zone: str
    read: Mapping[str, ExportColumn]
    only_told: Mapping[str, ExportColumn]
    languages: Sequence[Mapping[str, ExportColumn]]

    def says(self, column: ExportColumn, value: Any, text: str) -> bool:
        """Whether the cell says what is kept, as either language writes it. A spreadsheet loses blanks at the ends, and
        zeros before a number."""
        told = [str(_cell(columns[column.key], value)).strip() for columns in self.languages]
        said = text.strip()
        bare = said.lstrip("0") if said.isdecimal() else None
        return said in told or (bare is not None and bare in [each.lstrip("0") for each in told if each.isdecimal()])

    def is_moment(self, value: Any, text: str) -> bool:
        """Whether a cell says the minute that is kept, as a spreadsheet program may write it when it saves a sheet."""
        return any(self._minute(text, order) == value // _MINUTE for order in DATE_ORDERS if isinstance(value, int))

    def _minute(self, text: str, order: DateOrder) -> int | None:
        with suppress(NotRead):
            earliest = read_time(text, TimeReading(order, self.zone)).earliest
            return micros(earliest) // _MINUTE if earliest else None
        return None

    def value(self, column: ExportColumn, text: str) -> Any:
        """What a cell says. Raises Refused."""
        if not text.strip() or column.read is None or column.field is None:
            return None
        return normalise(column.field, column.read(text), self.zone)


class OwnRows:
    """Compares rows of our own export with the incidents they came from."""

    def __init__(self, queries: Queries, names: Names, heading: Sequence[str], reader: RowReader, zone: str) -> None:
        """`zone`: that of the times in rows that say none, "" for the register's."""
        self._queries, self._reader, self._id = queries, reader, heading[0]
        self._names, self._heading, self._zone = names, heading, zone or names.settings.zone
        self._written: dict[str, _Written] = {}  # by zone
        told = {column.key: name for name, column in _all(heading, names).items()}
        self._position, self._status, self._anonymous = (
            told.get(key, "") for key in (_POSITION, "status", "anonymous")
        )

    def incident_of(self, row: SheetRow) -> Record | None:
        """The incident a row came from, None where it is of another register."""
        text = row.text(self._id).strip()
        try:
            return self._queries.record("incident", str(uuid.UUID(text)))
        except ValueError:
            return None

    def is_set_aside(self, row: SheetRow) -> bool:
        """Whether the register that wrote the row counts it among its incidents no more: void, not reportable, joined
        to another. It is no incident here either."""
        return any(self._stands(row, status) for status in _SET_ASIDE)

    def as_it_was(self, read: ReadRow) -> ReadRow:
        """A row of another register where it was there: in the inbox, without a name."""
        into = _INBOX if self._stands(read.source, Status.INBOX) else read.into
        said = folded(read.source.text(self._anonymous)) if self._anonymous else ""
        yes = {folded(Texts(language).say("wording.yes")) for language in LANGUAGES}
        return replace(read, into=into, anonymous=said in yes)

    def _stands(self, row: SheetRow, status: Status) -> bool:
        names = STATUS_NAMES[status].values()
        return bool(self._status) and folded(row.text(self._status)) in map(folded, names)

    def compare(self, row: SheetRow, record: Record) -> ReadRow | ChangedRow | None:
        """None: nothing changed. A `ReadRow` has problems."""
        try:
            written = self._written_in(self._reader.zone_of(row) or self._zone)
        except Refused as refused:
            return ReadRow(row, {}, "", None, (of_refusal(row.line, "", self._reader.zone_of(row), refused),))
        then = self._as_exported(row, record)
        cells: dict[str, CellChange] = {}
        groups: list[Group] = []
        problems: list[RowProblem] = []
        for name, column in written.read.items():
            text, key = row.text(name), column.source
            if written.says(column, then.values.get(key), text):
                continue
            try:
                value = written.value(column, text)
            except Refused as refused:
                problems.append(of_refusal(row.line, name, text, refused))
                continue
            if value not in (then.values.get(key), record.values.get(key)):
                cells[name] = CellChange(name, self._told(column, then.values.get(key)), text)
                here, before = record.values.get(key), then.values.get(key)
                groups.append((key, frozenset([name]), (FieldEdit(key, here, value, here != before),)))
        if problems:
            return ReadRow(row, {}, "", None, tuple(problems))
        changes = (*grouped(cells, groups), *self._not_taken_back(row, then, written))
        return self._changed(row, record, changes) if changes else None

    def _not_taken_back(self, row: SheetRow, then: Record, written: _Written) -> Iterator[Change]:
        """What somebody wrote over what the program keeps by itself."""
        for name, column in written.only_told.items():
            value = then.opened_at if column.source == OPENED_AT else then.values.get(column.source)
            if not written.says(column, value, row.text(name)) and not written.is_moment(value, row.text(name)):
                cell = CellChange(name, self._told(column, value), row.text(name))
                yield Change(name, (cell,), refused=Refused("column_of_program", value=name))

    def _changed(self, row: SheetRow, record: Record, changes: tuple[Change, ...]) -> ChangedRow:
        read = ReadRow(row, {}, "", None, ())
        number = str(record.values.get("number", ""))
        changed = ChangedRow(read, record.id, number, record.position, changes, own=True)
        return changed.tried(lambda command: self._reader.refusal_of(record, command))

    def _as_exported(self, row: SheetRow, record: Record) -> Record:
        text = row.text(self._position).strip() if self._position else ""
        if not text.isdecimal() or len(text) > _LONGEST_POSITION or not 0 < int(text) < record.position:
            return record
        entries = [entry for entry in self._queries.entries(record.id) if entry.position <= int(text)]
        return fold(Record(record.id, record.kind), entries)

    def _written_in(self, zone: str) -> _Written:
        """Raises Refused for a zone that there is not."""
        if zone not in self._written:
            check_zone(zone)
            names = replace(self._names, settings=replace(self._names.settings, zone=zone))
            headed, languages = _all(self._heading, names), [columns_of(names, Texts(each)) for each in LANGUAGES]
            only_told = {name: column for name, column in headed.items() if column.key in _ONLY_TOLD}
            self._written[zone] = _Written(zone, _columns(self._heading, names), only_told, languages)
        return self._written[zone]

    def _told(self, column: ExportColumn, value: Any) -> str:
        return str(_cell(column, value))


def _cell(column: ExportColumn, value: Any) -> Any:
    cell = column.tell([_stored(column.field, value)])[0]
    return "" if cell is None else cell


def _stored(field: Field | None, value: Any) -> Any:
    """A value as pages of the register have it: times as their parts."""
    if field is None or field.kind is not FieldKind.TIME or not isinstance(value, Mapping):
        return value
    ends = [
        None if value[end] is None else micros(datetime.fromisoformat(value[end])) for end in ("earliest", "latest")
    ]
    return (*ends, value["precision"], value["zone"])
