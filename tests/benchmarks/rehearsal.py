"""What the program writes, told to the driver again.

The program carries an order out, is refused at the commit, and leaves no trace but what it told the driver. Told the
same, on the very connection that the program writes with, the bare driver writes the same rows: that is the floor. So
one copy of a register is enough for both, and whoever comes first does not warm it for the other: the program's own
turn is rehearsed as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import Database

Statement = tuple[str, Sequence[Any]]
"""Text, and the values of each time it is carried out."""

_TELL = sqlite.tell
_ASKS = ("SELECT", "PRAGMA", "BEGIN")


class _Refused(Exception):
    pass


def rehearsed(database: Database, work: Callable[[], object]) -> list[Statement]:
    """Does the work but for the commit, and gives what the driver was told to write."""
    told: list[Statement] = []

    def note(statement: str, rows: Sequence[Any]) -> None:
        if not statement.lstrip().upper().startswith(_ASKS):
            told.append((statement, rows))

    def listen(_c: object, _k: object, statement: str, values: Any, _x: object, several: bool) -> None:
        note(statement, values if several else [values])

    def overhear(connection: sa.Connection, text: str, rows: Sequence[Any] = ((),)) -> Any:
        note(text, rows)
        return _TELL(connection, text, rows)

    def refuse(connection: sa.Connection) -> None:
        raw: Any = connection.connection.driver_connection
        raw.execute("ROLLBACK")  # SQLAlchemy takes the transaction for ended
        raise _Refused

    sa.event.listen(database.writer, "before_cursor_execute", listen)
    sa.event.listen(database.writer, "commit", refuse)
    sqlite.tell = overhear
    try:
        work()
    except _Refused:
        return told
    finally:
        sqlite.tell = _TELL
        sa.event.remove(database.writer, "before_cursor_execute", listen)
        sa.event.remove(database.writer, "commit", refuse)
    raise RuntimeError("the work was to end in a commit")


@contextmanager
def driver_of(database: Database) -> Iterator[Any]:
    """The driver's connection on which the program writes, where nothing else was written at the same time."""
    with database.writer.connect() as connection:
        yield connection.connection.driver_connection


def tell(driver: Any, statements: Sequence[Statement]) -> None:
    for statement, rows in statements:
        if len(rows) > 1:
            driver.executemany(statement, rows)
        else:
            driver.execute(statement, rows[0]).fetchall()
