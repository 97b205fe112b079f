"""Statements as a driver takes them, made once: to compile one again, or to look it up, takes longer than to run it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    text: str
    places: tuple[Place, ...]
    _get: Callable[[Mapping[str, Any]], tuple[Any, ...]] | None = field(init=False)  # where every value is the row's
    _processed: tuple[tuple[int, Process], ...] = field(init=False)

    def __post_init__(self) -> None:
        names = tuple(name for name, _, _ in self.places if name is not None)
        alone = len(names) == len(self.places) > 1  # as nearly always; of one name it gives no tuple
        object.__setattr__(self, "_get", itemgetter(*names) if alone else None)
        processed = tuple((n, process) for n, (_, process, _) in enumerate(self.places) if process is not None)
        object.__setattr__(self, "_processed", processed)

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the driver is given for one row. Raises KeyError where the row lacks a value."""
        if self._get is None:
            return tuple([
                own if name is None else row[name] if process is None else process(row[name])
                for name, process, own in self.places
            ])  # fmt: skip
        given = self._get(row)
        if not self._processed:
            return given
        values = list(given)
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
def prepared(statement: sa.Executable, dialect: sa.Dialect, names: tuple[str, ...] = ()) -> Prepared:
    """For a statement that is built once and kept. `names`: of the values that each row to be written brings."""
    assert isinstance(statement, sa.ClauseElement)
    compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
    assert isinstance(compiled, SQLCompiler)
    return Prepared(str(compiled), tuple(_place(compiled.binds[name], dialect) for name in compiled.positiontup or ()))


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
