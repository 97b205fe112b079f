"""Incidents by the hundred thousand: pages of columns as the driver gives them, with no object for each incident.

A key is a column of `incident` or the key of a field in `field_value`; who asks need not know which. Everything here
reads on one connection, which should be that of a snapshot: a page takes several statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Priority
from incident_desk.storage import incident_queries as iq
from incident_desk.storage import tables as t
from incident_desk.storage.directories import ShownNames
from incident_desk.storage.engine import Database
from incident_desk.storage.field_values import ValueKind
from incident_desk.storage.projection import TIMES, record_of
from incident_desk.storage.types import FixedBytes, Id, id_bytes, id_text
from incident_desk.usecases.export.pages import ColumnPage, DueLine
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

_V = t.field_value.c
_FEW = 24  # so many keys are looked up one by one; of more, every value of an incident is read
_ENDS = ("earliest", "latest", "precision", "zone")
_PRIORITIES = {priority.rank: None if priority is Priority.NOT_SET else str(priority) for priority in Priority}
_CONVERTED: dict[str, Callable[[Any], Any]] = {
    "priority": _PRIORITIES.__getitem__,
    "anonymous": lambda stored: True if stored else None,
}

Keys = tuple[str, ...]


def page(
    connection: sa.Connection, database: Database, keys: Keys, wanted: IncidentFilter,
    after: tuple[int, int] | None, limit: int,
) -> ColumnPage:  # fmt: skip
    """Newest first; `after` is `last` of the page before."""
    query, values = iq.newest(wanted, after, limit, database.name)
    rows = database.dialect.stored(connection, _of_columns(query, keys), values)
    return _page(connection, database, keys, rows)


def page_of(connection: sa.Connection, database: Database, keys: Keys, incidents: Sequence[str]) -> ColumnPage:
    """These incidents in their order, each once; one that is not there is left out."""
    wanted = list(dict.fromkeys(map(id_bytes, incidents)))
    query = _with_ids(len(wanted))
    rows = database.dialect.stored(connection, _of_columns(query, (*keys, "id")), _numbered(wanted))
    at = 2 + _names((*keys, "id")).index("id")
    found = {bytes(row[at]): row for row in rows}
    return _page(connection, database, keys, [found[each] for each in wanted if each in found])


def whole(connection: sa.Connection, numbers: Sequence[int], names: ShownNames) -> list[tuple[IncidentRow, Record]]:
    """The incidents of these row numbers, in their order: as lists show them, and whole."""
    asked = {"numbers": list(numbers)}
    shown = {row.no: row for row in iq.incident_rows(connection.execute(iq.BY_NUMBERS, asked), names)}
    rows: dict[int, Any] = {row["no"]: row for row in connection.execute(_WHOLE, asked).mappings()}
    items = _by_incident(connection.execute(_ITEMS, asked).mappings())
    values = _by_incident(connection.execute(_VALUES, asked).mappings())
    return [(shown[no], record_of(rows[no], items.get(no, ()), values.get(no, ()))) for no in numbers]


def due_lines(connection: sa.Connection, numbers: Sequence[int]) -> list[DueLine]:
    """What is still owed in these incidents and has a due date, as it lies on their lists."""
    rows = connection.execute(_DUE, {"numbers": list(numbers)})
    return [DueLine(row.incident, row.list, row.id, row.what or "", row.owner, row.due) for row in rows]


_MANY: sa.BindParameter[Any] = sa.bindparam("numbers", expanding=True)
_WHOLE = sa.select(t.incident).where(t.incident.c.no.in_(_MANY))
_ITEMS = sa.select(t.item).where(t.item.c.incident.in_(_MANY)).order_by(
    t.item.c.incident, t.item.c.list, t.item.c.ordinal
)  # fmt: skip
_VALUES = sa.select(t.field_value).where(_V.incident.in_(_MANY)).order_by(_V.incident, _V.key, _V.line, _V.ordinal)
_DUE = (
    sa.select(t.item.c.incident, t.item.c.list, t.item.c.id, t.item.c.what, t.item.c.owner, t.item.c.due)
    .where(t.item.c.incident.in_(_MANY), t.item.c.state == "open", t.item.c.due.is_not(None))
    .order_by(t.item.c.incident, t.item.c.due, t.item.c.list, t.item.c.ordinal)
)


def _by_incident(rows: Any) -> dict[int, list[Mapping[str, Any]]]:
    return {no: list(each) for no, each in groupby(rows, key=itemgetter("incident"))}


# --- statements ------------------------------------------------------------------------------------


def _names(keys: Keys) -> list[str]:
    """The columns of `incident` that these keys need."""
    found: list[str] = []
    for key in keys:
        found += [f"{key}_{end}" for end in _ENDS] if key in TIMES else [key] if key in t.incident.c else []
    return list(dict.fromkeys(found))


def _stored_columns(keys: Keys) -> list[sa.ColumnElement[Any]]:
    """Values as they are stored: nothing of SQLAlchemy's touches them one by one."""
    return [sa.type_coerce(t.incident.c[name], sa.types.NullType()) for name in _names(keys)]


@lru_cache(maxsize=64)
def _of_columns(query: sa.Select[Any], keys: Keys) -> sa.Select[Any]:
    return query.with_only_columns(t.incident.c.no, t.incident.c.opened_at, *_stored_columns(keys))


@lru_cache(maxsize=16)
def _with_ids(count: int) -> sa.Select[Any]:
    ids = [sa.bindparam(f"n_{n}", type_=FixedBytes(16)) for n in range(count)]
    return sa.select(t.incident.c.no).join(t.chain, t.chain.c.no == t.incident.c.no).where(t.chain.c.id.in_(ids))


@lru_cache(maxsize=16)
def _values_of(count: int, keys: Keys) -> sa.Select[Any]:
    numbers = [sa.bindparam(f"n_{n}", type_=sa.BigInteger()) for n in range(count)]
    query = sa.select(
        _V.incident, _V.key, _V.ordinal, _V.kind, _V.text, _V.number, _V.earliest, _V.latest
    ).where(_V.incident.in_(numbers), _V.line == sa.literal_column("0"))  # fmt: skip
    if keys:
        query = query.where(_V.key.in_([sa.literal(key) for key in keys]))
    return query.order_by(_V.incident, _V.key, _V.line, _V.ordinal)


def _numbered(values: Sequence[Any]) -> dict[str, Any]:
    return {f"n_{n}": value for n, value in enumerate(values)}


# --- from rows to columns ---------------------------------------------------------------------------


def _page(connection: sa.Connection, database: Database, keys: Keys, rows: Sequence[Sequence[Any]]) -> ColumnPage:
    names = _names(keys)
    if not rows:
        return ColumnPage((), (), dict.fromkeys(keys, ()))
    numbers, opened, *stored = list(zip(*rows, strict=True))[: len(names) + 2]
    columns = dict(_converted(keys, dict(zip(names, stored, strict=True)), len(numbers)))
    others = tuple(key for key in keys if key not in TIMES and key not in t.incident.c)
    if others:
        _fill(connection, database, columns, others, numbers)
    return ColumnPage(numbers, opened, columns)


def _converted(keys: Keys, stored: Mapping[str, Sequence[Any]], count: int) -> Iterator[tuple[str, Sequence[Any]]]:
    for key in keys:
        if key in TIMES:
            ends = zip(*(stored[f"{key}_{end}"] for end in _ENDS), strict=True)
            yield key, [stated if stated[2] is not None else None for stated in ends]
        elif key not in t.incident.c:
            yield key, [None] * count
        elif isinstance(t.incident.c[key].type, Id):
            known: dict[bytes | None, str | None] = {value: id_text(value) for value in set(stored[key]) if value}
            yield key, [known.get(value) for value in stored[key]]
        elif key in _CONVERTED:
            yield key, list(map(_CONVERTED[key], stored[key]))
        else:
            yield key, stored[key]


def _fill(
    connection: sa.Connection, database: Database, columns: dict[str, Any], keys: Keys, numbers: Sequence[int]
) -> None:
    """Puts the values of `field_value` into their columns."""
    query = _values_of(len(numbers), keys if len(keys) <= _FEW else ())
    place = {no: at for at, no in enumerate(numbers)}
    wanted = {key: columns[key] for key in keys}
    for no, key, ordinal, kind, text, number, earliest, latest in database.dialect.stored(
        connection, query, _numbered(numbers)
    ):
        column = wanted.get(key)
        if column is None:
            continue
        if ordinal:
            column[place[no]] = [*(column[place[no]] or ()), text]
        else:
            column[place[no]] = text if kind == "text" else _value(kind, text, number, earliest, latest)


def _value(kind: str, text: str | None, number: float | None, earliest: int | None, latest: int | None) -> Any:
    match ValueKind(kind):
        case ValueKind.NUMBER:
            return number if text is None else int(text)
        case ValueKind.YES_NO:
            return bool(number)
        case ValueKind.TIME:
            precision, zone = (text or "").split(" ", 1)
            return earliest, latest, precision, zone
        case ValueKind.ERASED:
            return ERASED
        case _:
            return text
