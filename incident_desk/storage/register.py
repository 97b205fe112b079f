"""An open register: what it is, who may write, and the doors to reading and writing.

What only writes, checks or makes a register is loaded when it first does: a window opens without it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from incident_desk.domain.journal.log import Head
from incident_desk.domain.journal.signed_heads import SignedHead
from incident_desk.storage import keys, presence_rows, schema
from incident_desk.storage import tables as t
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import Database, is_server, open_database, trouble
from incident_desk.storage.interrupting import Readings
from incident_desk.storage.queries import SqlQueries
from incident_desk.storage.reading import Reader, SnapshotReader
from incident_desk.support.files import overwrite_and_remove
from incident_desk.support.network_drives import is_on_network
from incident_desk.support.register_files import changing, leaving
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import DueToGo, Presence, VerifyBreak

if TYPE_CHECKING:
    from incident_desk.storage.unit_of_work import SqlUnitOfWork


class SqlRegister:
    """See `usecases.ports.Register`."""

    def __init__(self, database: Database, name: str, *, read_only: bool = False) -> None:
        self._database = database
        self._name = name
        self._read_only = read_only
        self._readings = Readings(database)
        self._queries = SqlQueries(database, Reader(database, name, self._readings))
        self._counts = (0, 0)

    @property
    def name(self) -> str:
        return self._name

    @property
    def read_only(self) -> bool:
        return self._read_only

    @property
    def encrypted(self) -> bool:
        return self._database.salt is not None

    def opens_with(self, key_of: Callable[[bytes], bytes]) -> bool:
        salt = self._database.salt
        return salt is None or keys.is_known(salt, key_of(salt))

    @property
    def path(self) -> Path | None:
        return self._database.path

    @property
    def queries(self) -> SqlQueries:
        return self._queries

    @contextmanager
    def snapshot(self) -> Iterator[SqlQueries]:
        try:
            with self._database.snapshot() as connection:
                reader = SnapshotReader(self._database, self._name, self._readings, connection)
                yield SqlQueries(self._database, reader)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def reading(self) -> AbstractContextManager[None]:
        return self._readings.begun()

    def interrupt(self) -> None:
        self._readings.interrupt()

    def write(self, clock: Callable[[], int] | None = None) -> SqlUnitOfWork:
        if self._read_only:
            raise SurroundingsFailed("register_read_only", name=self._name)
        from incident_desk.storage.unit_of_work import SqlUnitOfWork

        return SqlUnitOfWork(self._database, self._name, clock)

    def take_head(self) -> Head:
        if self._read_only:
            return self._queries.head()
        from incident_desk.storage import log_rows

        try:
            return log_rows.extend(self._database)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def add_signed_head(self, signed: SignedHead) -> None:
        from incident_desk.storage import signed_rows

        try:
            signed_rows.add(self._database, signed)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def verify(self, scope: str, record: str | None = None, progress: Progress | None = None) -> Iterator[VerifyBreak]:
        from incident_desk.storage import verify

        check = verify.Verification(self._database, progress)
        try:
            yield from check.run(scope, record)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error
        self._counts = (check.chains, check.entries)

    def verified_counts(self) -> tuple[int, int]:
        return self._counts

    def meet(self, me: Presence) -> list[Presence]:
        if self._read_only:
            return []
        try:
            return presence_rows.meet(self._database, me)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def part(self, station: str) -> None:
        if self._read_only:
            return
        try:
            presence_rows.leave(self._database, station)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def copy_to(self, target: Path) -> None:
        try:
            with self._database.reader.connect() as connection:
                self._database.dialect.copy_to(connection, target)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def naming(self, tells: Callable[[object], bool], progress: Progress | None = None) -> list[tuple[str, str]]:
        from incident_desk.storage import naming

        try:
            with self._database.snapshot() as connection:
                return naming.naming(connection, tells, progress)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def due(self, cutoffs: Mapping[str, int], after: tuple[int, int] | None, limit: int) -> list[DueToGo]:
        from incident_desk.storage import retention_rows

        try:
            with self._database.snapshot() as connection:
                return retention_rows.due(connection, cutoffs, after, limit)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def wipe(self) -> bool:
        from incident_desk.storage import wiping

        try:
            return wiping.wipe(self._database)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def discard(self) -> None:
        from incident_desk.storage import making

        self._queries.close()
        making.take_back(self._database, self._name)

    def close(self) -> None:
        self._queries.close()
        self._database.dispose()


def create_register(address: str) -> SqlRegister:
    """A new, empty register with its schema. Raises SurroundingsFailed when something stands there already."""
    from incident_desk.storage import making

    if not is_server(address):
        making.make_file(Path(address))
    database = open_database(address)
    name = display_name(database, address)
    making.make_tables(address, name)
    return SqlRegister(database, name)


def open_register(address: str, *, to_read: bool = False) -> SqlRegister:
    """The register at an address, or SurroundingsFailed telling why not. Nothing is ever created here.

    `to_read`: a file is opened for reading alone; of a server the rights there decide.
    """
    if is_server(address):
        return _open(open_database(address), address, read_only=False)
    path = Path(address)
    check_file(path)
    read_only = to_read or not _may_write(path)
    if read_only and is_on_network(path) and path.with_name(f"{path.name}-wal").exists():
        raise SurroundingsFailed("network_in_use", name=path.name)
    register = _open(open_database(address, read_only=read_only), address, read_only=read_only)
    if not read_only:
        _take_away_leftovers(path)
    return register


def _take_away_leftovers(path: Path) -> None:
    """What a program left that died while it wrote the register anew. Whoever still does that lets nobody open it."""
    for each in (changing(path), leaving(path)):
        with suppress(OSError):
            if each.exists() and time.time() - each.stat().st_mtime > _SETTLED:
                overwrite_and_remove(each)


# Where a file that is open cannot be renamed, its lock is given up a moment before it is.
_SETTLED = 0 if os.name == "posix" else 60


def _open(database: Database, address: str, *, read_only: bool) -> SqlRegister:
    name = display_name(database, address)
    try:
        with database.reader.connect() as connection:
            revision = schema.revision(connection)
            _check_revision(name, revision)
            if connection.execute(sa.select(t.chain.c.no).where(t.chain.c.kind == "settings")).first() is None:
                raise SurroundingsFailed("not_a_register", name=name)
    except SQLAlchemyError as error:
        database.dispose()
        raise trouble(error, name) from error
    except SurroundingsFailed:
        database.dispose()
        raise
    return SqlRegister(database, name, read_only=read_only)


def check_file(path: Path) -> None:
    """The file is there, is a register, and is not newer than this program. Reads 100 bytes, opens nothing."""
    try:
        if not path.is_file():
            raise SurroundingsFailed("register_missing", name=str(path))
        application_id, number = sqlite.header(path)
    except OSError as error:
        raise SurroundingsFailed("register_unreachable", name=path.name) from error
    if application_id != sqlite.APPLICATION_ID:
        raise SurroundingsFailed("not_a_register", name=path.name)
    if number > schema.NUMBER:
        raise SurroundingsFailed("register_newer", name=path.name)


def needs_upgrade(address: str) -> bool:
    """Whether the register was made by an older version of the program."""
    database = open_database(address, read_only=not is_server(address))
    try:
        with database.reader.connect() as connection:
            return schema.revision(connection) in schema.OLDER
    except SQLAlchemyError as error:
        raise trouble(error, address.rsplit("/", 1)[-1]) from error
    finally:
        database.dispose()


def copy_register(address: str, target: Path) -> None:
    """A complete copy of a register file of this version or an older one, checked as far as SQLite can."""
    path = Path(address)
    check_file(path)
    database = open_database(address)
    try:
        with database.reader.connect() as connection:
            database.dialect.copy_to(connection, target)
        copy = open_database(str(target), read_only=True)
        with copy.reader.connect() as connection:
            problems = database.dialect.structure_problems(connection)
        copy.dispose()
    except SQLAlchemyError as error:
        raise trouble(error, path.name) from error
    finally:
        database.dispose()
    if problems:
        raise SurroundingsFailed("backup_not_sound", name=str(target.parent))


def upgrade_register(address: str, progress: Progress | None = None) -> None:
    """Brings a register of an older version to the schema of this program, and its search index to what it finds.

    To look through the index of a large register takes minutes, so that is done for those versions alone that need it,
    and where one cannot know: the version tells not what an upgrade left undone that ended between two of its steps.
    """
    from incident_desk.storage.reindexing import reindex

    if not is_server(address):
        check_file(Path(address))
    database = open_database(address)
    try:
        with database.reader.connect() as connection:
            revision = schema.revision(connection)
        unknown = revision in schema.OLDER and not database.dialect.UPGRADES_WHOLE
        older_index = revision in schema.INDEXED_OTHERWISE or unknown
        schema.upgrade(database, then=partial(reindex, progress=progress) if older_index else None)
    except SQLAlchemyError as error:
        raise trouble(error, display_name(database, address)) from error
    finally:
        database.dispose()


def _check_revision(name: str, revision: str | None) -> None:
    if revision is None:
        raise SurroundingsFailed("not_a_register", name=name)
    if revision == schema.HEAD:
        return
    raise SurroundingsFailed("register_older" if revision in schema.OLDER else "register_newer", name=name)


def _may_write(path: Path) -> bool:
    """Both the file and its folder: SQLite puts its log beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def display_name(database: Database, address: str) -> str:
    if database.path is not None:
        return database.path.name
    url = database.writer.url
    return f"{url.database} on {url.host}" if url.host else str(url.database)
