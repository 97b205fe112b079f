"""A row of the sheet read as an incident: field values, where it lands, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from incident_desk.domain.commands import Command, ImportIncident
from incident_desk.domain.context import Actor, Context, RecordNumber
from incident_desk.domain.decisions import tried
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.directory import check_zone
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.domain.text import Text
from incident_desk.domain.values import StatedTime
from incident_desk.domain.vocabulary import Kind
from incident_desk.usecases.importing.cells import CellReader
from incident_desk.usecases.importing.dates import NotRead, ReadInPart
from incident_desk.usecases.importing.left_cells import LEFT, left_cell, not_closed_yet, of_closing, tells_closing
from incident_desk.usecases.importing.list_reading import read_lists
from incident_desk.usecases.importing.mapping import CLOSED_ON, FieldSource, SheetMapping
from incident_desk.usecases.importing.problems import RowProblem, of_refusal
from incident_desk.usecases.importing.row_texts import SheetRow
from incident_desk.usecases.importing.state_words import says_closed, says_still_open
from incident_desk.usecases.importing.words import KnownWords, Made, NewWord, new_words, resolved
from incident_desk.usecases.names import Names

_CLOSED_FIELD = replace(CORE["reported"], key=CLOSED_ON, label=Text("Closed on", "Abgeschlossen am"))
CONCLUSION = "conclusion"
Problems = tuple[RowProblem, ...]
_STANDS_IN = "00000000-0000-7000-8000-000000000000"  # for what is not made yet, while a row is tried


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says. `fields` may hold `NewWord` where the register gets something new."""

    source: SheetRow
    fields: Mapping[str, Any]
    into: str
    closed: Any
    problems: tuple[RowProblem, ...]
    remarks: tuple[RowProblem, ...] = ()  # cells that could be read in part: the row comes in, they stay as they stood
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by the key of the list the words of its lines
    anonymous: bool = False  # as a register said that wrote the row

    def new_words(self) -> Iterator[NewWord]:
        for value in self.fields.values():
            yield from new_words(value)

    def command(self, sheet: str, made: Made) -> ImportIncident:
        """The order that takes it in. `made`: ids and keys of what was new."""
        fields = {key: resolved(value, made) for key, value in self.fields.items()}
        kind = str(fields.pop("kind", None) or Kind.INCIDENT)
        row = self.source
        return ImportIncident(
            fields, sheet, row.line, row.key, row.row, kind, self.into, self.closed, self.lists, self.anonymous
        )


class RowReader:
    """Reads the rows of one sheet by one mapping, and tries each as the register would take it."""

    def __init__(self, mapping: SheetMapping, names: Names, actor: Actor, now: int) -> None:
        self._mapping = mapping
        self._known, self._zone = KnownWords(names), mapping.zone or names.settings.zone
        self._cells: dict[str, CellReader] = {}  # by the zone of their times
        self._declared = {key: _declared(key, names) for key in {**mapping.fixed, **mapping.fields}}
        number = RecordNumber(names.settings.site_code, 2000, 1)
        self._context = Context(
            now, self._zone, actor, names.pack, names.pack_version, names.settings.language,
            lambda: _STANDS_IN, number, {*names.people, _STANDS_IN}, {*names.places, _STANDS_IN},
            {*names.equipment, _STANDS_IN},
        )  # fmt: skip

    def read(self, row: SheetRow) -> ReadRow:
        """What the row says, tried as the register would take it."""
        read = self.said(row)
        problems = () if read.problems else self._tried(read)
        return replace(read, problems=problems) if problems else read

    def said(self, row: SheetRow) -> ReadRow:
        """What the row says."""
        try:
            cells = self._cells_in(self.zone_of(row) or self._zone)
        except Refused as refused:
            problem = of_refusal(row.line, self._mapping.zone_column, self.zone_of(row), refused)
            return ReadRow(row, {}, "", None, (problem,))
        fields, problems, remarks = self._fields_of(row, cells)
        closed, status = fields.pop(CLOSED_ON, None), self._mapping.closed
        is_closed = closed is not None or (status is not None and status.holds(row.text(status.column)))
        is_closed = is_closed or any(tells_closing(remark) and says_closed(remark.value) for remark in remarks)
        into = self._mapping.closed_into if is_closed else self._mapping.into
        remarks = tuple(of_closing(remark, closed=is_closed) for remark in remarks)
        lists, too_long = read_lists(row, self._mapping) if self._mapping.lists else ({}, ())
        return ReadRow(row, fields, into, closed, problems, (*remarks, *too_long), lists)

    def columns_of(self, key: str) -> frozenset[str]:
        """The columns that a field or a list is read from."""
        source = self._mapping.fields.get(key) or self._mapping.lists.get(key)
        return frozenset(source.columns) if source else frozenset()

    def zone_of(self, row: SheetRow) -> str:
        """The zone that a row says its times are of, "" where it says none."""
        return row.text(self._mapping.zone_column).strip() if self._mapping.zone_column else ""

    def closing_columns(self) -> frozenset[str]:
        """The columns that tell whether and when a row was closed."""
        column = {self._mapping.closed.column} if self._mapping.closed else frozenset[str]()
        return self.columns_of(CLOSED_ON) | column

    def _fields_of(self, row: SheetRow, reader: CellReader) -> tuple[dict[str, Any], Problems, Problems]:
        """The fields that a row states, what in it could not be read, and what was read in part."""
        texts, said = dict(row.row), dict[str, Any]()
        problems, remarks = list[RowProblem](), list[RowProblem]()
        for key, declared in self._declared.items():
            cells, is_fixed = self._cells_of(key, texts)
            try:
                said[key] = reader.read(declared, self._mapping.fields.get(key, FieldSource(())), cells)
            except ReadInPart as part:
                problem = _problem(row.line, cells, part)
                if key == CLOSED_ON and says_still_open(problem.value):
                    remarks.append(not_closed_yet(problem))
                else:
                    said[key] = part.value
                    remarks.append(problem)
            except (NotRead, Refused) as reason:
                problem = _problem(row.line, cells, reason)
                if isinstance(reason, NotRead) and declared.kind in LEFT and not is_fixed:
                    remarks.append(left_cell(declared, problem))
                else:
                    problems.append(problem)
        if self._lies_ahead(said.get(CLOSED_ON)):
            del said[CLOSED_ON]
            remarks.append(not_closed_yet(_problem(row.line, self._cells_of(CLOSED_ON, texts)[0], NotRead("no_date"))))
        fields = {key: value for key, value in said.items() if value is not None}
        try:
            return _with_category(fields), tuple(problems), tuple(remarks)
        except NotRead as reason:
            problems.append(_problem(row.line, self._cells_of("subcategory", texts)[0], reason))
            return fields, tuple(problems), tuple(remarks)

    def _lies_ahead(self, closed: Any) -> bool:
        earliest = StatedTime.from_json(closed).earliest if closed is not None else None
        return earliest is not None and earliest.timestamp() * 1_000_000 > self._context.now

    def _cells_of(self, key: str, texts: Mapping[str, str]) -> tuple[list[tuple[str, str]], bool]:
        """The cells of a field with their headings, and whether the same is given for every row that says nothing."""
        source = self._mapping.fields.get(key)
        cells = [(column, texts.get(column, "")) for column in source.columns] if source else []
        if key in self._mapping.fixed and not any(text.strip() for _, text in cells):
            return [(key, self._mapping.fixed[key])], True
        return cells, False

    def _cells_in(self, zone: str) -> CellReader:
        """Raises Refused for a zone that there is not."""
        if zone not in self._cells:
            check_zone(zone)
            self._cells[zone] = CellReader(replace(self._mapping, zone=zone), self._known, zone)
        return self._cells[zone]

    def refusal_of(self, record: Record, command: Command) -> Refused | None:
        """Why a record cannot take a command now, None where it can."""
        try:
            tried(record, command, self._context)
        except Refused as refused:
            return refused
        return None

    def _tried(self, read: ReadRow) -> tuple[RowProblem, ...]:
        """What the register itself would refuse: a time that lies ahead, a text that is too long."""
        command = read.command("sheet", stand_ins(read.new_words()))
        refused = self.refusal_of(Record(_STANDS_IN, CHAIN_KIND), command)
        if refused is None:
            return ()
        source = self._mapping.fields.get(refused.field or "")
        columns = source.columns if source else ()
        value = next((read.source.text(column) for column in columns if read.source.text(column)), "")
        return (of_refusal(read.source.line, ", ".join(columns), value, refused),)


def stand_ins(words: Iterable[NewWord]) -> Made:
    """While a row is tried, places, people, equipment to be made have an id that stands in; categories are left out."""
    return {word.identity: _STANDS_IN for word in words if word.kind in _BY_ID}


_BY_ID = (FieldKind.PLACE, FieldKind.PERSON, FieldKind.EQUIPMENT)


def _declared(key: str, names: Names) -> Field:
    found = _CLOSED_FIELD if key == CLOSED_ON else names.field(key)
    if found is None:
        raise Refused("field_unknown", key)
    return found


def _problem(line: int, cells: list[tuple[str, str]], reason: NotRead | Refused) -> RowProblem:
    stated = [(column, text) for column, text in cells if text.strip()]
    column, value = ", ".join(column for column, _ in stated), " ".join(text for _, text in stated)
    if isinstance(reason, Refused):
        return of_refusal(line, column, value, reason)
    return RowProblem(line, column, value, reason.code)


def _with_category(fields: dict[str, Any]) -> dict[str, Any]:
    """A new subcategory belongs to the category of its row. A known one names its own, whatever the row says."""
    category, sub = fields.get("category"), fields.get("subcategory")
    if isinstance(sub, NewWord):
        parent = category.word if isinstance(category, NewWord) else category
        if parent is None:
            raise NotRead("subcategory_alone")
        fields["subcategory"] = replace(sub, parent=parent)
    elif (
        sub is not None and category is not None and not (isinstance(category, str) and sub.startswith(f"{category}."))
    ):
        fields["category"] = sub.partition(".")[0]
    return fields
