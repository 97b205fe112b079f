"""SQLite, by the driver of sqlcipher3 (a current SQLite), or by the standard library with a rollback journal.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database (WAL-reset bug), so WAL needs 3.51.3 or newer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.context import RecordNumber
from incident_desk.storage import keys
from incident_desk.storage.dialects import batch
from incident_desk.storage.dialects.prepared import prepared, writing
from incident_desk.support.register_files import DATABASE, salt_of
from incident_desk.usecases.errors import SurroundingsFailed

APPLICATION_ID = 0x494E4344  # "INCD"
WAL_SAFE_SINCE = (3, 51, 3)
SECURE_DELETE_SINCE = (3, 42)
OLD_INDEX = 4  # format of a search index that was never deleted from thoroughly
BUSY_SECONDS = 5.0
ENCRYPTED_KIB = 32_768  # of pages kept in memory: to read one again costs working out what stands on it
FOR_UPDATE = False  # BEGIN IMMEDIATE holds the only write lock
LOCKS_WHAT_IT_JOINS = False
COUNTS_COMMITS = True  # `changes` misses no commit of anyone else
UPGRADES_WHOLE = True  # an upgrade is there whole or not at all


@cache
def driver() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # has no stubs
    except ImportError:
        import sqlite3

        return sqlite3
    module: ModuleType = dbapi2
    return module


def encrypts() -> bool:
    """Whether encrypted registers can be opened: the SQLite of the standard library cannot."""
    return driver().__name__.startswith("sqlcipher3")


def connector(path: Path, key: str | None, *, read_only: bool) -> Callable[[], Any]:
    """A function that opens one connection with every pragma set and read back where it may fail silently."""

    def connect() -> Any:
        mode = "ro" if read_only else "rw"
        # Without rights in its folder a file can only be read as one that nobody writes. While somebody does,
        # the newest entries stand in the log beside it, and reading past that log would show an older register.
        file = path.resolve()
        nobody_writes = read_only and not file.with_name(f"{file.name}-wal").exists()
        uri = f"{file.as_uri()}?mode={mode}" + ("&immutable=1" if nobody_writes else "")
        connection = driver().connect(
            uri,
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            if key is not None:
                unlock(connection, key)
            _check_index(connection, path.name)
            _configure(connection, read_only)
            if key is not None:
                connection.execute(f"PRAGMA cache_size=-{ENCRYPTED_KIB}")
        except UnicodeDecodeError as error:  # SQLite names what is spoilt in the letters of the file
            connection.close()
            raise driver().DatabaseError("database disk image is malformed") from error
        except BaseException:  # whatever stopped it, the file is not kept open
            connection.close()
            raise
        return connection

    return connect


def key_for(path: Path) -> str | None:
    """What opens the file; None where it is not encrypted.

    Asked before the file is connected to: to open and close it later would take off the locks of this process on it.
    """
    if not encrypts() and salt_of(path) is not None:
        raise SurroundingsFailed("encryption_not_here", name=path.name)
    return keys.key_for(path)


def unlock(connection: Any, key: str) -> None:
    """First, that a wrong key writes no lines of its own on standard error."""
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f'PRAGMA key="{key}"')


def fits(path: Path, key: str) -> bool:
    """Whether an encrypted file opens with that key."""
    try:
        connection = connector(path, key, read_only=True)()
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except driver().DatabaseError as error:
        if _IS_NONE in str(error):
            return False
        raise
    return True


_IS_NONE = "file is not a database"


def _check_index(connection: Any, name: str) -> None:
    """A search index that a newer SQLite cleaned thoroughly cannot be used by one before 3.42."""
    if driver().sqlite_version_info >= SECURE_DELETE_SINCE:
        return
    try:
        version = connection.execute("SELECT v FROM search_fts_config WHERE k = 'version'").fetchone()
    except driver().OperationalError:  # no such table yet
        return
    if version is not None and version[0] > OLD_INDEX:
        raise SurroundingsFailed("register_newer", name=name)


def _configure(connection: Any, read_only: bool) -> None:
    # An older SQLite does not let triggers write the search index while it trusts no schema.
    trusted = "OFF" if driver().sqlite_version_info >= WAL_SAFE_SINCE else "ON"
    for pragma in (
        f"trusted_schema={trusted}", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON", "secure_delete=ON",
        "synchronous=FULL", "temp_store=MEMORY",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    if read_only:
        return
    wanted = "wal" if driver().sqlite_version_info >= WAL_SAFE_SINCE else "delete"
    got = connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0]
    if got != wanted:
        raise SurroundingsFailed("journal_mode", wanted=wanted, got=got)


def making(engine: sa.Engine) -> AbstractContextManager[None]:
    """Nobody else has a file that was made a moment ago."""
    return nullcontext()


def create_file(path: Path) -> None:
    """An empty file that is marked as a register before anything else is in it.

    Raises FileExistsError where something is: of two programs that make the same file, one has made it.
    """
    with path.open("xb"):
        pass
    connection = driver().connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        connection.close()


def now(connection: sa.Connection) -> int:
    """The local clock: microseconds UTC."""
    return time.time_ns() // 1000


def tell(connection: sa.Connection, text: str, rows: Sequence[tuple[Any, ...]] = ((),)) -> Any:
    """The driver itself carries a statement out, once for each row: half of a save is else the way there."""
    raw: Any = connection.connection.driver_connection
    return batch.answered(
        connection, lambda: raw.execute(text, rows[0]) if len(rows) == 1 else raw.executemany(text, rows)
    )


def begin(connection: sa.Connection) -> int:
    """Begins a transaction and brings the clock, once nobody else writes any more."""
    connection.begin()
    return now(connection)


def send(connection: sa.Connection, statements: Sequence[batch.Statement]) -> list[int]:
    """Carries them out. Gives how many rows each touched."""
    counts = []
    for what, names, rows in statements:
        ready = writing(what, connection.dialect, names)
        counts.append(tell(connection, ready.text, ready.rows(rows)).rowcount)
    return counts


def keys_of_new(connection: sa.Connection, new: batch.Statement) -> list[int]:
    """Writes new rows and gives the keys that they got."""
    ready = writing(new.what, connection.dialect, new.names)
    return [tell(connection, ready.text, (row,)).lastrowid for row in ready.rows(new.rows)]


_NEXT = (
    "INSERT INTO counter (unit, year, last) VALUES (?, ?, 1) "
    "ON CONFLICT (unit, year) DO UPDATE SET last = last + 1 RETURNING last"
)


def next_number(connection: sa.Connection, unit: str, year: int) -> RecordNumber:
    (serial,) = tell(connection, _NEXT, ((unit, year),)).fetchone()
    return RecordNumber(unit, year, serial)


_DATA_VERSION = "PRAGMA data_version"


def changes(connection: sa.Connection) -> int:
    """A number that moves when another connection commits: 4 microseconds to ask, where the driver is asked."""
    raw: Any = connection.connection.driver_connection
    try:
        return int(raw.execute(_DATA_VERSION).fetchone()[0])
    except driver().Error:  # asked again the long way, which turns the failure into one that is understood
        return int(connection.exec_driver_sql(_DATA_VERSION).scalar_one())


def searching() -> ModuleType:
    from incident_desk.storage.dialects import sqlite_search

    return sqlite_search


def stored(
    connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any], *, by_value: bool = False
) -> list[Any]:
    """Asks the driver itself: it reads a page in a quarter of a millisecond, and the long way adds half of that."""
    ready = prepared(query, connection.dialect)
    raw: Any = connection.connection.driver_connection
    return batch.answered(connection, lambda: list(raw.execute(ready.text, ready.values(values)).fetchall()))


def interrupt(reader: sa.Engine, raw: Any) -> None:
    """Breaks off what the driver's connection carries out."""
    raw.interrupt()


def copy_to(connection: sa.Connection, target: Path) -> None:
    connection.exec_driver_sql("VACUUM INTO ?", (str(target),))


def altered_pages(connection: sa.Connection) -> list[int]:
    """The pages of an encrypted file that are not as the key's holder wrote them."""
    # It reads past the locks. Of a page that somebody writes meanwhile only one of two looks can be unlucky.
    found, again = ({row[0] for row in connection.exec_driver_sql(_PAGES)} for _ in range(2))
    return sorted(int(told.rsplit(" ", 1)[-1]) if told[-1].isdigit() else 0 for told in found & again)


_PAGES = "PRAGMA cipher_integrity_check"


def structure_problems(connection: sa.Connection) -> list[str]:
    """What SQLite itself finds wrong with the file; nothing when it is sound."""
    # FTS5 keeps the shape of its index from the last statement, and its check does not notice that
    # another connection wrote since. Opening a cursor makes it look again.
    indexes = connection.exec_driver_sql(_INDEXES).scalars().all()  # an older register has fewer
    for index in indexes:
        connection.exec_driver_sql(f"SELECT rowid FROM {index} LIMIT 1").all()  # noqa: S608  names of our own
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
    for index in indexes:
        unindexed = connection.exec_driver_sql(_UNINDEXED.format(index)).scalar_one()
        found += [f"{index}: {unindexed} records differ"] if unindexed else []
    return found


_INDEXES = "SELECT name FROM sqlite_master WHERE name IN ('search_fts', 'search_fts_parts') ORDER BY name"
_UNINDEXED = (
    "SELECT (SELECT count(*) FROM search_text WHERE no NOT IN (SELECT id FROM {0}_docsize)) "
    "+ (SELECT count(*) FROM {0}_docsize WHERE id NOT IN (SELECT no FROM search_text))"
)


def header(path: Path) -> tuple[int, int]:
    """(application id, schema number): from the first 100 bytes, and of an encrypted file from its first page."""
    with path.open("rb") as file:
        first = file.read(100)
    if not first:
        raise SurroundingsFailed("register_empty", name=path.name)
    if len(first) == 100 and first.startswith(DATABASE):
        return int.from_bytes(first[68:72], "big"), int.from_bytes(first[60:64], "big")
    if salt_of(path) is None:
        raise SurroundingsFailed("not_a_register", name=path.name)
    return _encrypted_header(path)


def _encrypted_header(path: Path) -> tuple[int, int]:
    try:
        connection = connector(path, key_for(path), read_only=True)()
        try:
            (application,), (number,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in _NUMBERS)
        finally:
            connection.close()
    except driver().DatabaseError as error:
        # With a key that fitted a file of the same beginning, what cannot be read is damaged.
        busy, missing = "locked" in str(error), "unable to open" in str(error)
        code = "register_busy" if busy else "register_unreachable" if missing else "register_damaged"
        raise SurroundingsFailed(code, name=path.name) from error
    return application, number


_NUMBERS = ("application_id", "user_version")
