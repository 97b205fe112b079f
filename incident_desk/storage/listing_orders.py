"""What each order of the register table means in the database.

keyset  a time or the number, which have an index: pages are found by the key of the row before (`listing_keys`)
groups  codes, names and small numbers: few different ones, whose records follow each other newest first
sorted  other numbers and days: the database puts all of them in order
worded  texts: they are put in order by `listing_text`
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Kind, Status
from incident_desk.storage import tables as t
from incident_desk.storage.directories import ShownNames
from incident_desk.storage.field_values import ValueKind
from incident_desk.storage.listing_conditions import COLUMNS, I
from incident_desk.storage.listing_text import order_key
from incident_desk.storage.types import id_bytes
from incident_desk.usecases.register.order import OPENED, Order

KEYSETS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    OPENED: (I.opened_at, I.no),
    "occurred": (I.occurred_earliest, I.no),
    "changed": (I.changed_at, I.no),
    "next_due": (I.next_due, I.no),
    "concluded": (I.concluded_at, I.no),
    "number": (I.unit, I.year, I.serial),
}
NULLABLE = frozenset({"occurred", "next_due", "concluded"})
Rank = Callable[[Any], Hashable]
"""By what the groups of a column are put in order: from what is stored to something that compares."""
_VALUE = t.field_value.alias("ordered_by")
_LATER = {Status.CONCLUDED: 6, Status.NOT_REPORTABLE: 7, Status.JOINED: 8, Status.VOID: 9}
_STANDS = sa.case(
    (I.status == str(Status.INBOX), 0),
    *((I.status == str(status), rank) for status, rank in _LATER.items()),
    else_=I.step,
)


@dataclass(frozen=True, slots=True)
class Groups:
    """The records of one value of `by` follow each other, newest first."""

    by: sa.ColumnElement[Any]
    rank: Rank
    of_field: str | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Equal ones follow each other by row number, the way the order runs."""

    by: tuple[sa.ColumnElement[Any], ...]
    of_field: str | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """As `Sorted`."""

    by: sa.ColumnElement[Any]
    of_field: str | None = None


Plan = Groups | Sorted | Worded


@dataclass(frozen=True, slots=True)
class Known:
    """What an order by names needs to know."""

    names: ShownNames
    pack: Pack


def plan(order: Order, known: Known) -> Plan:
    """How all records of a filter come into an order. A column that is not known any more orders nothing."""
    if order.column in KEYSETS:
        return Sorted(tuple(column for column in KEYSETS[order.column] if column is not I.no))
    groups = _groups(order, known)
    if order.column in groups:
        return groups[order.column]
    match order.column:
        case "discovered" | "reported":
            return Sorted((COLUMNS[order.column],))
        case "title":
            return Worded(I.title)
        case "review_date":
            return Sorted((I.review_date,))
    field = known.pack.field(order.column)
    return _of_field(field, order.language, known) if field is not None else Sorted((I.opened_at,))


def _groups(order: Order, known: Known) -> Mapping[str, Groups]:
    pack, language = known.pack, order.language
    category = {each.key: each.name[language] for each in pack.categories}
    subcategory = {each.key: each.name[language] for whole in pack.categories for each in whole.subcategories}
    place = {stored: name for stored, (_, name, _) in known.names.of_place.items()}
    department = {stored: f"{name}\0{place[stored]}" for stored, (_, _, name) in known.names.of_place.items()}
    person = {stored: name for stored, (_, name) in known.names.of_person.items()}
    detected = pack.field("detected_by")
    return {
        "steps": Groups(_STANDS, _itself), "status": Groups(_STANDS, _itself),
        "priority": Groups(I.priority, _itself), "missing": Groups(I.missing, _itself),
        "measures": Groups(I.measures_in_force, _itself), "actions": Groups(I.actions_done, _itself),
        "anonymous": Groups(I.anonymous, _itself), "kind": Groups(I.kind, _listed(list(map(str, Kind)))),
        "place": Groups(I.place, _named(place)), "department": Groups(I.place, _named(department)),
        "category": Groups(I.category, _named(category)), "subcategory": Groups(I.subcategory, _named(subcategory)),
        "responsible": Groups(I.responsible, _named(person)),
        "detected_by": Groups(I.detected_by, _listed(_codes(detected))),
    }  # fmt: skip


def _of_field(field: Field, language: str, known: Known) -> Plan:
    """Of a field that stands in `field_value`: of several values the first counts."""
    value = _VALUE.c
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES:
            return Groups(value.text, _listed(_codes(field)), field.key)
        case FieldKind.YES_NO:
            return Groups(value.number, _itself, field.key)
        case FieldKind.PERSON:
            names = {stored: name for stored, (_, name) in known.names.of_person.items()}
            return Groups(value.text, _of_id(_named(names)), field.key)
        case FieldKind.PLACE:
            names = {stored: name for stored, (_, name, _) in known.names.of_place.items()}
            return Groups(value.text, _of_id(_named(names)), field.key)
        case FieldKind.EQUIPMENT:
            return Groups(value.text, _named(known.names.of_equipment), field.key)
        case FieldKind.NUMBER:
            return Sorted((value.number,), of_field=field.key)
        case FieldKind.TIME:
            return Sorted((value.earliest,), of_field=field.key)
        case FieldKind.DATE:
            return Sorted((value.text,), of_field=field.key)
        case _:
            return Worded(value.text, field.key)


def source(plan: Plan) -> sa.FromClause:
    """The records, with the value of the field beside them that they are put in order by."""
    if plan.of_field is None:
        return t.incident
    value = _VALUE.c
    same = (value.incident == I.no, value.key == plan.of_field, value.line == 0, value.ordinal <= 1)
    return t.incident.outerjoin(_VALUE, sa.and_(*same, value.kind != ValueKind.ERASED))


def _codes(field: Field | None) -> list[str]:
    return [option.code for option in field.options] if field else []


def _itself(stored: Any) -> Hashable:
    return int(stored)


def _named(names: Mapping[Any, str]) -> Rank:
    """By name, and where two have one name each by itself."""
    return lambda stored: (order_key(names.get(stored) or str(stored)), str(stored))


def _listed(codes: list[str]) -> Rank:
    """As they are declared, then what is declared no more."""
    place = {code: n for n, code in enumerate(codes)}
    return lambda stored: (place.get(stored, len(codes)), str(stored))


def _of_id(rank: Rank) -> Rank:
    return lambda text: rank(id_bytes(text))
