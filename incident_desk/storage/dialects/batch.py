"""Statements of a server that the driver itself is told: those that travel together, and pages that are read.

SQLAlchemy prepares each that needs no answer of its own as for any other execution; only the last step, the way to the
server, is put off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from incident_desk.storage.dialects.prepared import named

T = TypeVar("T")


class Statement(NamedTuple):
    """A statement that is built once and kept, and the rows that it is carried out with."""

    what: sa.Executable
    names: tuple[str, ...]
    """Of the values of a row, in their order."""
    rows: Sequence[tuple[Any, ...]]


Prepared = tuple[str, list[Any]]  # as the driver takes it: text, and the values of each execution

_HELD = "incident_desk_held"


def listen(engine: sa.Engine) -> None:
    """From now on this engine can put statements off."""
    sa.event.listen(engine, "do_execute", _hold_one)
    sa.event.listen(engine, "do_executemany", _hold_many)


def prepared(connection: sa.Connection, statements: Sequence[Statement]) -> list[Prepared]:
    held: list[Prepared] = []
    for what, names, rows in statements:
        named_rows = [dict(zip(names, row, strict=True)) for row in rows]
        connection.execute(what, named_rows, execution_options={_HELD: held})
    return held


def answered(connection: sa.Connection, ask: Callable[[], T]) -> T:
    """What the driver answers; its errors as SQLAlchemy tells them, and a connection that is lost is not used again."""
    dialect = connection.dialect
    base = dialect.loaded_dbapi.Error
    try:
        return ask()
    except base as error:
        if dialect.is_disconnect(error, connection.connection.driver_connection, None):
            connection.invalidate(error)
        raise sa.exc.DBAPIError.instance(None, None, error, base, dialect=dialect) from error
    except UnicodeDecodeError as error:
        raise spoilt_words(base) from error


def spoilt_words(base: type[Exception]) -> sa.exc.DBAPIError:
    """SQLite quotes what is damaged, and its driver stumbles over the quotation."""
    return sa.exc.DatabaseError(None, None, base("malformed"))


def stored(connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any], **how: Any) -> list[Any]:
    """Rows of a statement that is built once and kept, as the driver brings them; `how` is the driver's own."""
    ready = named(query, connection.dialect)
    raw: Any = connection.connection.driver_connection

    def ask() -> list[Any]:
        with raw.cursor() as cursor:
            cursor.execute(ready.text, ready.values(values), **how)
            return list(cursor.fetchall())

    return answered(connection, ask)


def _hold_one(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
    return _hold(statement, [parameters], context)


def _hold_many(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
    return _hold(statement, list(parameters), context)


def _hold(statement: str, parameters: list[Any], context: Any) -> bool:
    held = context.execution_options.get(_HELD)
    if held is None:
        return False
    held.append((statement, parameters))
    return True
