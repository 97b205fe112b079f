"""PostgreSQL 14 and newer, by psycopg 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.context import RecordNumber
from incident_desk.storage.dialects import batch
from incident_desk.usecases.errors import SurroundingsFailed

CONNECT_ARGS: dict[str, Any] = {"connect_timeout": 5, "application_name": "incident-desk"}
FOR_UPDATE = True
LOCKS_WHAT_IT_JOINS = False
COUNTS_COMMITS = False  # `changes` can miss a commit that was begun earlier
UPGRADES_WHOLE = True  # an upgrade is there whole or not at all
WRITE_ANEW = "VACUUM (FULL) {}"  # a table, so that old rows are nowhere in its file

_NOW = sa.text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
_NEXT = sa.text(
    "INSERT INTO counter AS c (unit, year, last) VALUES (:unit, :year, 1) "
    "ON CONFLICT (unit, year) DO UPDATE SET last = c.last + 1 RETURNING last"
)


def now(connection: sa.Connection) -> int:
    """The server's clock: microseconds UTC."""
    return int(connection.execute(_NOW).scalar_one())


_BEGIN = (
    "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '20s'; "
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
)


def begin(connection: sa.Connection) -> int:
    """Begins a transaction and brings the server's clock, in one round trip: psycopg's own BEGIN takes one."""
    connection.execution_options(isolation_level="AUTOCOMMIT").begin()
    cursor: Any = connection.connection.cursor()

    def ask() -> list[int]:
        cursor.execute(_BEGIN)
        while cursor.nextset():
            pass
        return [int(cursor.fetchone()[0])]

    return batch.answered(connection, ask)[0]


def send(connection: sa.Connection, statements: Sequence[batch.Statement]) -> list[int]:
    """Carries them out in one round trip. Gives how many rows each touched."""
    held = batch.prepared(connection, statements)
    raw: Any = connection.connection.driver_connection

    def ask() -> list[int]:
        cursors = [raw.cursor() for _ in held]
        with raw.pipeline():
            for cursor, (statement, rows) in zip(cursors, held, strict=True):
                cursor.executemany(statement, rows)
        return [cursor.rowcount for cursor in cursors]

    return batch.answered(connection, ask)


def next_number(connection: sa.Connection, unit: str, year: int) -> RecordNumber:
    serial = connection.execute(_NEXT, {"unit": unit, "year": year}).scalar_one()
    return RecordNumber(unit, year, serial)


_WAIT = sa.text("SET LOCAL lock_timeout = '5s'")
_LOCK = sa.text("SELECT pg_advisory_xact_lock(:key)")
_LOCK_KEY = 0x494E4344  # "INCD"


@contextmanager
def making(engine: sa.Engine) -> Iterator[None]:
    """Only one program at a time makes tables here; the lock ends with its transaction."""
    with engine.connect() as connection:
        connection.execute(_WAIT)
        connection.execute(_LOCK, {"key": _LOCK_KEY})
        yield


_CHANGES = sa.text("SELECT coalesce(max(changed_at), 0) FROM chain")


def changes(connection: sa.Connection) -> int:
    return int(connection.execute(_CHANGES).scalar_one())


def searching() -> ModuleType:
    from incident_desk.storage.dialects import postgresql_search

    return postgresql_search


def stored(
    connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any], *, by_value: bool = False
) -> list[Any]:
    """`by_value`: the plan depends on them. A statement asked often is prepared, and then planned for any value: of a
    search all matches would be gathered and sorted, where the newest fifty of a common word are at hand."""
    return batch.stored(connection, query, values, **({"prepare": False} if by_value else {}))


_CANCEL_SECONDS = 2.0


def interrupt(reader: sa.Engine, raw: Any) -> None:
    """Breaks off what the driver's connection carries out, by a connection of its own."""
    base = reader.dialect.loaded_dbapi.Error
    try:
        raw.cancel_safe(timeout=_CANCEL_SECONDS)
    except base as error:
        raise sa.exc.DBAPIError.instance(None, None, error, base, dialect=reader.dialect) from error


def copy_to(connection: sa.Connection, target: Path) -> None:
    raise SurroundingsFailed("backup_on_server")


def structure_problems(connection: sa.Connection) -> list[str]:
    return []
