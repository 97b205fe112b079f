"""Statements of a server that need no answer of their own, gathered so that they travel together.

SQLAlchemy prepares each as for any other execution; only the last step, the way to the server, is put off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

Statement = tuple[sa.Executable, list[dict[str, Any]]]
Prepared = tuple[str, list[Any]]  # as the driver takes it: text, and the values of each execution

_HELD = "incident_desk_held"


def listen(engine: sa.Engine) -> None:
    """From now on this engine can put statements off."""
    sa.event.listen(engine, "do_execute", _hold_one)
    sa.event.listen(engine, "do_executemany", _hold_many)


def prepared(connection: sa.Connection, statements: Sequence[Statement]) -> list[Prepared]:
    held: list[Prepared] = []
    for statement, rows in statements:
        connection.execute(statement, rows, execution_options={_HELD: held})
    return held


def answered(connection: sa.Connection, ask: Callable[[], list[int]]) -> list[int]:
    """What the driver answers; its errors as SQLAlchemy tells them."""
    base = connection.dialect.loaded_dbapi.Error
    try:
        return ask()
    except base as error:
        raise sa.exc.DBAPIError.instance(None, None, error, base, dialect=connection.dialect) from error


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
