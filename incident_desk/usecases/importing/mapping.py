"""What the columns of a sheet mean: decided once, kept in a file, used again for the next sheet of that kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from incident_desk.domain.commands import IMPORT_PLACES
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.directory import check_zone
from incident_desk.domain.errors import Refused
from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.usecases.importing.dates import DATE_ORDERS, DateOrder
from incident_desk.usecases.importing.list_cells import SPLITS, Split
from incident_desk.usecases.names import Names

LEAVE_OUT, NEW, REFUSE = "leave_out", "new", "refuse"
OTHERS = (LEAVE_OUT, NEW, REFUSE)
"""What becomes of words that nobody gave a meaning: left out (they stay in the row as it stood), added to the register
as a place, category, person or piece of equipment, or refused, so that the row is listed."""
CREATED = (FieldKind.PLACE, FieldKind.CATEGORY, FieldKind.SUBCATEGORY, FieldKind.PERSON, FieldKind.EQUIPMENT)
IN_WORDS = (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO, *CREATED)
SEVERAL = (FieldKind.CHOICES, FieldKind.EQUIPMENT)  # in one cell
_MOST_COLUMNS = {
    FieldKind.TIME: 3,  # a day, its hour, and whether that is before or after noon
    **dict.fromkeys((FieldKind.NUMBER, FieldKind.DATE, FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.PERSON), 1),
    **dict.fromkeys((FieldKind.CATEGORY, FieldKind.SUBCATEGORY), 1),
}
"""Of texts, places and what may be several, any number of columns can be put together."""
CLOSED_ON = "closed_on"  # read like a time; not a field of the record
DECIMAL_SIGNS = (",", ".")


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where one field is read from. Several columns are put together, as a date and its hour are.

    `words` gives words of the sheet their meaning: a code, the name of a place, a category or a person; "" leaves the
    word out.
    """

    columns: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    others: str = REFUSE

    def meaning(self, word: str) -> str | None:
        """What a word was given as its meaning, or None."""
        wanted = folded(word)
        return next((meaning for each, meaning in self.words.items() if folded(each) == wanted), None)


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where the lines of one list are read from, and what parts them within a cell."""

    columns: tuple[str, ...]
    split: Split = "guessed"


@dataclass(frozen=True, slots=True)
class Closed:
    """Which rows were closed: those whose column holds one of the words; without words those where it holds any."""

    column: str
    words: tuple[str, ...] = ()

    def holds(self, text: str) -> bool:
        return bool(text.strip()) and (not self.words or folded(text) in {folded(word) for word in self.words})


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """The meaning of a sheet of incidents. An empty `zone` is the register's; where rows have zones of their own, they
    say them under `zone_column`. `lists` by the keys of `SHEET_LISTS`."""

    fields: Mapping[str, FieldSource]
    fixed: Mapping[str, str] = field(default_factory=dict)  # field key -> the same text for every row
    key: tuple[str, ...] = ()  # the columns that name a row
    closed: Closed | None = None
    into: str = "identification"
    closed_into: str = "conclusion"
    date_order: DateOrder = "dmy"
    zone: str = ""
    zone_column: str = ""
    midnight_unknown: bool = False
    decimal_sign: str = "."
    separator: str = ","  # between several choices in one cell
    lists: Mapping[str, ListSource] = field(default_factory=dict)
    every_row: bool = False  # also headings that come again, sums, words above a group of rows

    def columns(self) -> frozenset[str]:
        """Every column that the mapping reads."""
        used = {column for read in (self.fields, self.lists) for source in read.values() for column in source.columns}
        alone = {self.closed.column if self.closed else "", self.zone_column} - {""}
        return frozenset(used | set(self.key) | alone)

    def with_source(self, key: str, source: FieldSource | None) -> SheetMapping:
        """The mapping with another source of one field; None: the field is not read."""
        rest = {each: old for each, old in self.fields.items() if each != key}
        return replace(self, fields=rest if source is None else {**rest, key: source})

    def with_list(self, key: str, source: ListSource) -> SheetMapping:
        """The mapping with another source of one list."""
        return replace(self, lists={**self.lists, key: source})


class MappingFiles(Protocol):
    """Mappings kept in files. Reading and writing raise SurroundingsFailed."""

    def read(self, path: Path) -> SheetMapping: ...

    def write(self, path: Path, mapping: SheetMapping, keep: Iterable[Path] = ()) -> None:
        """Refused where it would replace a register or one of the files in `keep`."""
        ...

    def remembered(self, heading: Sequence[str]) -> SheetMapping | None:
        """What was decided on this PC for the last sheet with these headings."""
        ...

    def remember(self, heading: Sequence[str], mapping: SheetMapping) -> None: ...


def folded(word: str) -> str:
    """Words that differ in case and blanks alone are the same."""
    return " ".join(word.casefold().split())


def check_mapping(mapping: SheetMapping, heading: Sequence[str], names: Names) -> None:
    """Raises Refused for a mapping that does not fit this sheet or this register."""
    missing = sorted(mapping.columns() - set(heading))
    if missing:
        raise Refused("import_column_missing", value=", ".join(missing), options=", ".join(heading))
    for key in (*mapping.fields, *mapping.fixed):
        if key != CLOSED_ON and names.field(key) is None:
            raise Refused("field_unknown", key)
    for key in mapping.lists:
        if key not in SHEET_LISTS:
            raise Refused("list_unknown", key, value=key[:60])
    if not {"what_happened", "title"} & {*mapping.fields, *mapping.fixed}:
        raise Refused("import_without_text")
    if mapping.zone:
        check_zone(mapping.zone)
    _check_columns(mapping, names)
    _check_choices(mapping)


def _check_columns(mapping: SheetMapping, names: Names) -> None:
    """No column is named that would not be read."""
    for key, source in mapping.fields.items():
        declared = names.field(key)
        most = _MOST_COLUMNS.get(declared.kind if declared else FieldKind.TIME)
        if most is not None and len(source.columns) > most:
            raise Refused("import_columns_several", key, value=" + ".join(source.columns), count=most)


def _check_choices(mapping: SheetMapping) -> None:
    for key, value, options in (
        ("into", mapping.into, IMPORT_PLACES), ("closed_into", mapping.closed_into, IMPORT_PLACES),
        ("date_order", mapping.date_order, DATE_ORDERS), ("decimal_sign", mapping.decimal_sign, DECIMAL_SIGNS),
        *((f"{key}.others", source.others, OTHERS) for key, source in mapping.fields.items()),
        *((f"{key}.split", lines.split, SPLITS) for key, lines in mapping.lists.items()),
    ):  # fmt: skip
        if value not in options:
            raise Refused("choice_unknown", key, value=value[:40], options=list(options))


def may_be_new(declared: Field) -> bool:
    """Whether an unknown word can be added to the register."""
    return declared.kind in CREATED
