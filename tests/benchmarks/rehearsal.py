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

from incident_desk.storage.engine import Database

Statement = tuple[str, Any, bool]
"""Text, values, whether there are several rows of them."""

_ASKS = ("SELECT", "PRAGMA", "BEGIN")


class _Refused(Exception):
    pass


def rehearsed(database: Database, work: Callable[[], object]) -> list[Statement]:
    """Does the work but for the commit, and gives what the driver was told to write."""
    told: list[Statement] = []

    def listen(_c: object, _k: object, statement: str, values: Any, _x: object, several: bool) -> None:
        if not statement.lstrip().upper().startswith(_ASKS):
            told.append((statement, values, several))

    def refuse(connection: sa.Connection) -> None:
        raw: Any = connection.connection.driver_connection
        raw.execute("ROLLBACK")  # SQLAlchemy takes the transaction for ended
        raise _Refused

    sa.event.listen(database.writer, "before_cursor_execute", listen)
    sa.event.listen(database.writer, "commit", refuse)
    try:
        work()
    except _Refused:
        return told
    finally:
        sa.event.remove(database.writer, "before_cursor_execute", listen)
        sa.event.remove(database.writer, "commit", refuse)
    raise RuntimeError("the work was to end in a commit")


@contextmanager
def driver_of(database: Database) -> Iterator[Any]:
    """The driver's connection on which the program writes, where nothing else was written at the same time."""
    with database.writer.connect() as connection:
        yield connection.connection.driver_connection


def tell(driver: Any, statements: Sequence[Statement]) -> None:
    for statement, values, several in statements:
        if several and isinstance(values[0], tuple):  # not so where one statement brings many rows
            driver.executemany(statement, values)
        else:
            driver.execute(statement, values).fetchall()
