"""MariaDB 10.11 and newer, by PyMySQL; sessions run at READ COMMITTED and lock first."""

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

# As in pymysql.constants.CLIENT, which is not imported before a server is asked for. Rows that an UPDATE finds as it
# wants them count too, and several statements may travel together: values are never part of their text unescaped.
_FOUND_ROWS, _MULTI_STATEMENTS = 1 << 1, 1 << 16
CONNECT_ARGS: dict[str, Any] = {
    "connect_timeout": 5,
    "charset": "utf8mb4",
    "client_flag": _FOUND_ROWS | _MULTI_STATEMENTS,
    "init_command": "SET SESSION sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO', "
    "time_zone='+00:00', innodb_lock_wait_timeout=20",
}
FOR_UPDATE = True
LOCKS_WHAT_IT_JOINS = True  # it knows no FOR UPDATE OF
COUNTS_COMMITS = False  # `changes` can miss a commit that was begun earlier
UPGRADES_WHOLE = False  # each change of a table stands by itself, and an upgrade may have ended after any
WRITE_ANEW = "OPTIMIZE TABLE {}"  # so that old rows are nowhere in its file, nor their words in its index

# SYSDATE(6): a session cannot set it back, as it can UTC_TIMESTAMP by SET timestamp
_NOW = sa.text("SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', SYSDATE(6))")
_NEXT = sa.text(
    "INSERT INTO counter (unit, year, last) VALUES (:unit, :year, 1) "
    "ON DUPLICATE KEY UPDATE last = last + 1 RETURNING last"
)


def now(connection: sa.Connection) -> int:
    """The server's clock: microseconds UTC (the session's zone is +00:00)."""
    return int(connection.execute(_NOW).scalar_one())


def begin(connection: sa.Connection) -> int:
    """Begins a transaction and brings the server's clock. MariaDB begins it with the first statement."""
    connection.begin()
    return now(connection)


_PACKET = 4 << 20  # characters sent at once; servers refuse more than 16 MiB unless they are told otherwise


def send(connection: sa.Connection, statements: Sequence[batch.Statement]) -> list[int]:
    """Carries them out in one round trip, or in a few where they are large. Gives how many rows each touched."""
    held = batch.prepared(connection, statements)
    cursor: Any = connection.connection.cursor()

    def ask() -> list[int]:
        texts = [(n, cursor.mogrify(text, row)) for n, (text, rows) in enumerate(held) for row in rows]
        counts = [0] * len(held)
        for together in _packets(texts):
            cursor.execute(";".join(text for _, text in together))
            counts[together[0][0]] += cursor.rowcount
            for n, _ in together[1:]:
                cursor.nextset()
                counts[n] += cursor.rowcount
        return counts

    return batch.answered(connection, ask)


def _packets(texts: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    together: list[tuple[int, str]] = []
    size = 0
    for each in texts:
        if together and size + len(each[1]) > _PACKET:
            yield together
            together, size = [], 0
        together.append(each)
        size += len(each[1])
    if together:
        yield together


def next_number(connection: sa.Connection, unit: str, year: int) -> RecordNumber:
    return RecordNumber(unit, year, connection.execute(_NEXT, {"unit": unit, "year": year}).scalar_one())


_LOCK = sa.text("SELECT GET_LOCK(concat('incident_desk.', md5(database())), 5)")
_UNLOCK = sa.text("DO RELEASE_LOCK(concat('incident_desk.', md5(database())))")


@contextmanager
def making(engine: sa.Engine) -> Iterator[None]:
    """Only one program at a time makes tables here."""
    with engine.connect() as connection:
        if connection.execute(_LOCK).scalar() != 1:
            raise SurroundingsFailed("register_busy", name=str(engine.url.database))
        try:
            yield
        finally:
            connection.execute(_UNLOCK)


_CHANGES = sa.text("SELECT coalesce(max(changed_at), 0) FROM chain")


def changes(connection: sa.Connection) -> int:
    return int(connection.execute(_CHANGES).scalar_one())


def searching() -> ModuleType:
    from incident_desk.storage.dialects import mariadb_search

    return mariadb_search


def stored(
    connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any], *, by_value: bool = False
) -> list[Any]:
    return batch.stored(connection, query, values)


def interrupt(reader: sa.Engine, raw: Any) -> None:
    """Breaks off what the driver's connection carries out: only another connection can."""
    with reader.connect() as another:
        another.exec_driver_sql(f"KILL QUERY {int(raw.thread_id())}")


def copy_to(connection: sa.Connection, target: Path) -> None:
    raise SurroundingsFailed("backup_on_server")


def structure_problems(connection: sa.Connection) -> list[str]:
    return []
