"""Rows as plain tuples in the order of their columns, for work that reads a whole register.

The driver is asked directly where it can be (`stored`), with statements that are made once; ids come as text from each
engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.field_values import Key, Row
from incident_desk.storage.types import Id, id_text


@lru_cache(maxsize=2048)
def _text(stored: Any) -> Any:
    """An id as text. People, places and ops come again and again."""
    return id_text(stored) if stored.__class__ is bytes else stored


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement, and which of its columns are ids."""

    query: sa.Select[Any]
    key: int = 1  # how many columns from the left are the primary key
    ids: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        columns = enumerate(self.query.selected_columns)
        object.__setattr__(self, "ids", tuple(n for n, column in columns if isinstance(column.type, Id)))

    def rows(self, connection: sa.Connection, dialect: ModuleType, values: Mapping[str, Any]) -> Iterable[Row]:
        found = dialect.stored(connection, self.query, values)
        if not found or not self.ids:
            return map(tuple, found)
        columns: list[Iterable[Any]] = list(zip(*found, strict=True))
        for n in self.ids:
            columns[n] = map(_text, columns[n])
        return zip(*columns, strict=True)

    def by_key(self, rows: Iterable[Row]) -> dict[Key, Row]:
        """Each under its primary key."""
        kept = list(rows)
        return dict(zip(map(itemgetter(slice(self.key)), kept), kept, strict=True))


def whole_bind(name: str) -> sa.BindParameter[int]:
    """A number of a chain that a statement is given."""
    return sa.bindparam(name, type_=t.chain.c.no.type)


def between(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Of the chains from `first` to `last`."""
    return sa.and_(column >= whole_bind("first"), column <= whole_bind("last"))
