"""Every column the register table can show: those of each record, and any field that is declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.fields import CORE
from incident_desk.domain.text import Text
from incident_desk.usecases.names import Names


class ColumnKind(StrEnum):
    """How a cell is painted and set: what is a number or a time stands in its own way."""

    STEPS = "steps"  # five boxes, from status and step
    NUMBER = "number"  # the record's number
    TEXT = "text"
    CODE = "code"  # one or several words of a declared list
    PRIORITY = "priority"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"  # an instant, or a time as people stated it
    DAY = "day"
    COUNT = "count"  # a number, to the right
    SHARE = "share"  # so many of so many
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Column:
    """`width_hint` is in characters. `extra`: its values come by `Listing.extra`, not with the row.

    `shown`: one of those that a person sees who has not chosen any.
    """

    key: str
    label: Text
    kind: ColumnKind
    width_hint: int
    sortable: bool = True
    shown: bool = False
    extra: bool = False


K = ColumnKind


def _declared(key: str, kind: ColumnKind, width: int, *, shown: bool = False, extra: bool = False) -> Column:
    return Column(key, CORE[key].label, kind, width, shown=shown, extra=extra)


COLUMNS: tuple[Column, ...] = (
    Column("steps", Text("Steps", "Schritte"), K.STEPS, 9, shown=True),
    Column("number", Text("Number", "Nummer"), K.NUMBER, 18, shown=True),
    _declared("title", K.TEXT, 40, shown=True),
    _declared("priority", K.PRIORITY, 12, shown=True),
    _declared("place", K.PLACE, 22, shown=True),
    Column("department", Text("Department", "Abteilung"), K.PLACE, 18),
    _declared("category", K.CODE, 18, shown=True),
    _declared("subcategory", K.CODE, 20),
    _declared("responsible", K.PERSON, 18, shown=True),
    Column("status", Text("Stands", "Stand"), K.CODE, 16),
    _declared("occurred", K.TIME, 18),
    _declared("discovered", K.TIME, 18),
    Column("opened", Text("Opened", "Eröffnet"), K.TIME, 18, shown=True),
    _declared("reported", K.TIME, 18, extra=True),
    Column("changed", Text("Last change", "Letzte Änderung"), K.TIME, 18),
    Column("concluded", Text("Concluded", "Abgeschlossen"), K.TIME, 18),
    Column("next_due", Text("Next due", "Nächste Fälligkeit"), K.TIME, 18, shown=True),
    Column("missing", Text("Still to be completed", "Noch zu ergänzen"), K.COUNT, 8),
    Column("measures", Text("Measures in force", "Geltende Sofortmaßnahmen"), K.COUNT, 8),
    Column("actions", Text("Actions done", "Maßnahmen erledigt"), K.SHARE, 8),
    _declared("review_date", K.DAY, 12),
    _declared("kind", K.CODE, 14),
    _declared("detected_by", K.CODE, 16, extra=True),
    Column("anonymous", Text("Reported without a name", "Ohne Namen gemeldet"), K.YES_NO, 8),
)
COLUMN = {column.key: column for column in COLUMNS}

_OF_FIELD: dict[FieldKind, tuple[ColumnKind, int]] = {
    FieldKind.TEXT: (K.TEXT, 24),
    FieldKind.CHOICE: (K.CODE, 16),
    FieldKind.CHOICES: (K.CODE, 20),
    FieldKind.YES_NO: (K.YES_NO, 8),
    FieldKind.TIME: (K.TIME, 18),
    FieldKind.DATE: (K.DAY, 12),
    FieldKind.NUMBER: (K.COUNT, 10),
    FieldKind.PERSON: (K.PERSON, 18),
    FieldKind.PLACE: (K.PLACE, 22),
    FieldKind.EQUIPMENT: (K.CODE, 24),
}
"""Kinds of fields that fit into a cell. Narratives do not."""


def all_columns(names: Names) -> tuple[Column, ...]:
    """`COLUMNS`, then a column for each other short field of the core and of the pack, its questions included."""
    return (*COLUMNS, *_of_fields(names))


def column_of(key: str, names: Names) -> Column | None:
    """The column of a key, None where none is declared any more."""
    return COLUMN.get(key) or next((each for each in _of_fields(names) if each.key == key), None)


def _of_fields(names: Names) -> Iterator[Column]:
    for field in names.pack.all_fields():
        if field.key not in COLUMN and field.kind in _OF_FIELD:
            kind, width = _OF_FIELD[field.kind]
            yield Column(field.key, field.label, kind, width, extra=True)
