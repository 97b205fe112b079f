"""Opening a database by its address: a file path, postgresql:// or mariadb://.

Two engines per register: `writer` runs each unit of work in one transaction, `reader` runs every
statement by itself on a held connection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from incident_desk.storage.dialects import batch, mariadb, postgresql, sqlite
from incident_desk.support.network_drives import is_on_network
from incident_desk.support.register_files import salt_of
from incident_desk.usecases.errors import SurroundingsFailed

EngineName = Literal["sqlite", "postgresql", "mariadb"]


@dataclass(frozen=True, slots=True)
class Database:
    """The two engines of one database and what differs on it."""

    name: EngineName
    writer: sa.Engine
    reader: sa.Engine
    dialect: ModuleType
    path: Path | None
    salt: bytes | None = None  # of an encrypted file

    @contextmanager
    def snapshot(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the register for as long as it is used; nobody waits for it."""
        if self.name == "sqlite":
            with self.reader.connect() as connection:
                raw: Any = connection.connection.driver_connection  # the long way takes longer than to read a record
                raw.execute("BEGIN")
                try:
                    yield connection
                finally:
                    raw.execute("ROLLBACK")
            return
        with self.writer.connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ")

    def dispose(self) -> None:
        self.writer.dispose()
        self.reader.dispose()


def is_server(address: str) -> bool:
    return "://" in address


def open_database(address: str, *, read_only: bool = False) -> Database:
    """Engines for an address. Nothing is connected yet on a server; a file must exist (see `create_file`)."""
    if is_server(address):
        return _server(address)
    path = Path(address)
    if not read_only:
        refuse_network(path)
    key = sqlite.key_for(path)
    connect = sqlite.connector(path, key, read_only=read_only)
    writer, reader = _sqlite_engine(connect, begin=True), _sqlite_engine(connect, begin=False)
    return Database("sqlite", writer, reader, sqlite, path, salt_of(path) if key else None)


def refuse_network(path: Path) -> None:
    """Nothing is written to a register that lies on another machine."""
    if is_on_network(path):
        raise SurroundingsFailed("register_on_network", folder=str(path.parent))


def _sqlite_engine(connect: Callable[[], Any], *, begin: bool) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        module=sqlite.driver(),
        creator=connect,
        poolclass=sa.QueuePool,
        hide_parameters=True,  # what is saved stands in no message of an error
        pool_size=4,
        max_overflow=8,
    )
    sa.event.listen(engine, "handle_error", _told_as_damaged, retval=True)
    if begin:
        sa.event.listen(engine, "begin", lambda connection: sqlite.tell(connection, "BEGIN IMMEDIATE"))
    return engine


def _told_as_damaged(context: sa.ExceptionContext) -> BaseException | None:
    error = context.original_exception
    return batch.spoilt_words(sqlite.driver().Error) if isinstance(error, UnicodeDecodeError) else None


def _server(address: str) -> Database:
    try:
        url = sa.make_url(address)
    except (sa.exc.ArgumentError, ValueError):  # ValueError: a port that is no number
        raise SurroundingsFailed("address_unreadable", address=address.rsplit("@", maxsplit=1)[-1]) from None
    scheme = url.drivername.split("+")[0]
    if scheme in {"postgresql", "postgres"}:
        return _engines("postgresql", url.set(drivername="postgresql+psycopg"), postgresql)
    if scheme in {"mariadb", "mysql"}:
        return _engines("mariadb", url.set(drivername="mariadb+pymysql"), mariadb)
    raise SurroundingsFailed("address_unknown_kind", scheme=scheme)


def _engines(name: EngineName, url: sa.URL, dialect: ModuleType) -> Database:
    engine = sa.create_engine(
        url, pool_pre_ping=True, pool_recycle=1800, pool_size=2, isolation_level="READ COMMITTED",
        hide_parameters=True,
        connect_args=dialect.CONNECT_ARGS,
    )  # fmt: skip
    batch.listen(engine)
    return Database(name, engine, engine.execution_options(isolation_level="AUTOCOMMIT"), dialect, None)


def trouble(error: DBAPIError | sa.exc.SQLAlchemyError, name: str) -> SurroundingsFailed:
    """The surroundings' failure behind a database error, told by its kind."""
    return trouble_of_driver(getattr(error, "orig", error), name)


def trouble_of_driver(error: BaseException, name: str) -> SurroundingsFailed:
    text = str(error).lower()
    for needle, code in _TROUBLE:
        if needle in text:
            return SurroundingsFailed(code, name=name)
    return SurroundingsFailed("database_failed", name=name, kind=type(error).__name__)


_TROUBLE = (
    ("database is locked", "register_busy"),
    ("deadlock", "register_busy"),
    ("lock wait timeout", "register_busy"),
    ("lock timeout", "register_busy"),
    ("database or disk is full", "disk_full"),
    ("disk full", "disk_full"),
    ("no space left", "disk_full"),
    ("readonly database", "register_read_only"),
    ("read-only", "register_read_only"),
    ("malformed", "register_damaged"),
    ("could not decode", "register_damaged"),
    ("not a database", "not_a_register"),
    ("disk i/o error", "disk_failed"),
    ("unable to open database", "register_unreachable"),
    # PostgreSQL begins every answer at login with "connection failed", so its reasons come before that.
    ("password", "server_login"),
    ("access denied", "server_login"),
    ("does not exist", "server_no_register"),
    ("unknown database", "server_no_register"),
    ("connection refused", "server_unreachable"),
    ("resolve host", "server_unreachable"),
    ("timeout expired", "server_unreachable"),
    ("can't connect", "server_unreachable"),
    ("could not connect", "server_unreachable"),
    ("connection failed", "server_unreachable"),
    ("connection is bad", "server_unreachable"),
    ("server closed", "server_unreachable"),
    ("terminating connection", "server_unreachable"),
    ("connection was killed", "server_unreachable"),
    ("lost connection", "server_unreachable"),
    ("gone away", "server_unreachable"),
)
