"""Statements as a driver takes them, made once: to compile one again, or to look it up, takes longer than to run it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]
Place = tuple[str | None, Process | None, Any]
"""The name of a value and what turns it into what is stored, or no name and what the statement brings itself."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Asks, with one set of values."""

    text: str
    places: tuple[Place, ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the driver is given. Raises KeyError where a value is lacking."""
        return tuple([
            own if name is None else row[name] if process is None else process(row[name])
            for name, process, own in self.places
        ])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes rows that come as tuples, most often in the very order in which the driver takes them."""

    text: str
    places: tuple[Place, ...]
    names: tuple[str, ...]  # of the values of a row
    _own: tuple[Any, ...] = field(init=False)
    _arranged: Callable[[tuple[Any, ...]], tuple[Any, ...]] | None = field(init=False)  # of a row and what it lacks
    _processed: tuple[tuple[int, Process], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Raises ValueError where the rows lack a value."""
        own = tuple(value for name, _, value in self.places if name is None)
        owned = iter(range(len(self.names), len(self.names) + len(own)))
        order = [next(owned) if name is None else self.names.index(name) for name, _, _ in self.places]
        processed = tuple((n, process) for n, (_, process, _) in enumerate(self.places) if process is not None)
        object.__setattr__(self, "_own", own)
        object.__setattr__(self, "_arranged", None if order == list(range(len(self.names))) else itemgetter(*order))
        object.__setattr__(self, "_processed", processed)

    def rows(self, rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
        """What the driver is given for them."""
        if self._arranged is not None:
            rows = [self._arranged(row + self._own) for row in rows]
        return [self._as_stored(row) for row in rows] if self._processed else rows

    def _as_stored(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for n, process in self._processed:
            values[n] = process(values[n])
        return tuple(values)


@dataclass(frozen=True, slots=True)
class Named:
    """As drivers of servers take it: with names in its text."""

    text: str
    places: tuple[tuple[str, Place], ...]

    def values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        return {
            written: own if name is None else row[name] if process is None else process(row[name])
            for written, (name, process, own) in self.places
        }


@lru_cache(maxsize=512)
def prepared(statement: sa.Executable, dialect: sa.Dialect) -> Prepared:
    """For a statement that is built once and kept."""
    return Prepared(*_by_position(statement, dialect, ()))


@lru_cache(maxsize=512)
def writing(statement: sa.Executable, dialect: sa.Dialect, names: tuple[str, ...]) -> Writing:
    """For a statement that is built once and kept. `names`: of the values that each row to be written brings."""
    return Writing(*_by_position(statement, dialect, names), names)


def _by_position(
    statement: sa.Executable, dialect: sa.Dialect, names: tuple[str, ...]
) -> tuple[str, tuple[Place, ...]]:
    assert isinstance(statement, sa.ClauseElement)
    compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
    assert isinstance(compiled, SQLCompiler)
    return str(compiled), tuple(_place(compiled.binds[name], dialect) for name in compiled.positiontup or ())


@lru_cache(maxsize=512)
def named(statement: sa.Executable, dialect: sa.Dialect) -> Named:
    """For a statement that is built once and kept."""
    assert isinstance(statement, sa.ClauseElement)
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    return Named(str(compiled), tuple((name, _place(bound, dialect)) for name, bound in compiled.binds.items()))


def _place(bound: sa.BindParameter[Any], dialect: sa.Dialect) -> Place:
    process: Process | None = bound.type.dialect_impl(dialect).bind_processor(dialect)
    if bound.required:
        return bound.key, process, None
    return None, None, process(bound.value) if process else bound.value
