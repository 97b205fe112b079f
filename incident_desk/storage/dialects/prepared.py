"""Statements as a driver takes them, made once: to compile one again, or to look it up, takes longer than to run it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
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

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the driver is given for one row. Raises KeyError where the row lacks a value."""
        return tuple(
            [
                own if name is None else row[name] if process is None else process(row[name])
                for name, process, own in self.places
            ]
        )


@lru_cache(maxsize=512)
def prepared(statement: sa.Executable, dialect: sa.Dialect, names: tuple[str, ...] = ()) -> Prepared:
    """For a statement that is built once and kept. `names`: of the values that each row to be written brings."""
    assert isinstance(statement, sa.ClauseElement)
    compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
    assert isinstance(compiled, SQLCompiler)
    return Prepared(str(compiled), tuple(_place(compiled.binds[name], dialect) for name in compiled.positiontup or ()))


def _place(bound: sa.BindParameter[Any], dialect: sa.Dialect) -> Place:
    process: Process | None = bound.type.dialect_impl(dialect).bind_processor(dialect)
    if bound.required:
        return bound.key, process, None
    return None, None, process(bound.value) if process else bound.value
