"""What every listing does alike: rows of a statement with their names, ids, extra columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import incident_queries as iq
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database
from incident_desk.storage.field_values import place_value, time_json
from incident_desk.storage.listing_conditions import COLUMNS, I
from incident_desk.storage.projection import TIMES
from incident_desk.storage.reading import Reader
from incident_desk.usecases.rows import IncidentRow

V = t.field_value.c
_BATCH = 128  # numbers in a statement: that many or more, in whole batches, so that there are few different statements
_TIME_PARTS = ("earliest", "latest", "precision", "zone")
_IN_ROW = frozenset({*COLUMNS, *TIMES})


@dataclass(frozen=True, slots=True)
class Source:
    """Where listings read. `rows` carries out a statement on `iq.LIST_COLUMNS`."""

    reader: Reader
    database: Database
    rows: Callable[[sa.Select[Any], Mapping[str, Any]], list[IncidentRow]]

    def stored(self, query: sa.Select[Any], values: Mapping[str, Any]) -> list[Any]:
        return self.reader.call(lambda connection: self.database.dialect.stored(connection, query, values))

    def of_numbers(self, numbers: Sequence[int]) -> list[IncidentRow]:
        """The rows of these numbers in their order; those that are gone are not among them."""
        if not numbers:
            return []
        found = {row.no: row for row in self.rows(_rows(_places(len(numbers))), _bound(numbers))}
        return [found[no] for no in numbers if no in found]

    def extra_values(self, rows: Sequence[IncidentRow], keys: Sequence[str]) -> dict[tuple[int, str], Any]:
        if not rows:
            return {}
        numbers = [row.no for row in rows]
        in_row = tuple(key for key in keys if key in _IN_ROW)
        found = self._values(numbers, tuple(key for key in keys if key not in _IN_ROW))
        if in_row:
            found |= self._columns(numbers, in_row)
        return found

    def _values(self, numbers: Sequence[int], keys: tuple[str, ...]) -> dict[tuple[int, str], Any]:
        if not keys:
            return {}
        of_record: dict[int, dict[str, Any]] = {}
        for row in self.stored(_values(keys, _places(len(numbers))), _bound(numbers)):
            named = dict(zip(_VALUE_PARTS, row, strict=True))
            place_value(of_record.setdefault(named["incident"], {}), named["key"], named)
        return {(no, key): value for no, values in of_record.items() for key, value in values.items()}

    def _columns(self, numbers: Sequence[int], keys: tuple[str, ...]) -> dict[tuple[int, str], Any]:
        found: dict[tuple[int, str], Any] = {}
        for no, *row in self.reader.all(_columns(keys, _places(len(numbers))), _bound(numbers)):
            values = iter(row)
            for key in keys:
                parts = [next(values) for _ in (_TIME_PARTS if key in TIMES else (key,))]
                if parts[-1] is not None:
                    found[no, key] = time_json(*parts) if key in TIMES else parts[0]
        return found


_VALUE_PARTS = ("incident", "key", "ordinal", "kind", "text", "number", "earliest", "latest")


def _places(count: int) -> int:
    return -(-count // _BATCH) * _BATCH


def _bound(numbers: Sequence[int]) -> dict[str, int]:
    """Filled up with the last one."""
    filled = [*numbers, *[numbers[-1]] * (_places(len(numbers)) - len(numbers))]
    return {f"no_{n}": no for n, no in enumerate(filled)}


def _among(column: sa.ColumnElement[Any], places: int) -> sa.ColumnElement[bool]:
    return column.in_([sa.bindparam(f"no_{n}", type_=column.type) for n in range(places)])


@lru_cache(maxsize=16)
def _rows(places: int) -> sa.Select[Any]:
    return iq.LIST.where(_among(I.no, places))


@lru_cache(maxsize=64)
def _values(keys: tuple[str, ...], places: int) -> sa.Select[Any]:
    parts: list[Any] = [sa.type_coerce(V[name], sa.types.NullType()) for name in _VALUE_PARTS]
    named = V.key.in_([sa.literal(key, V.key.type) for key in keys])
    return sa.select(*parts).where(_among(V.incident, places), named, V.line == 0).order_by(
        V.incident, V.key, V.ordinal
    )  # fmt: skip


@lru_cache(maxsize=64)
def _columns(keys: tuple[str, ...], places: int) -> sa.Select[Any]:
    parts: list[sa.ColumnElement[Any]] = []
    for key in keys:
        parts += [I[f"{key}_{end}"] for end in _TIME_PARTS] if key in TIMES else [COLUMNS[key]]
    return sa.select(I.no, *parts).where(_among(I.no, places))
