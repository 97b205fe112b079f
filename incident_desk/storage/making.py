"""Making a register's tables: all of them or none, so that a try that failed is not in the way of the next.

A file is taken away again, PostgreSQL rolls its transaction back, and MariaDB, where every statement that makes a table
stands by itself, drops what was made. A lock keeps two programs from making, or taking back, at the same place at once.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from incident_desk.storage import schema
from incident_desk.storage import tables as t
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import Database, open_database, refuse_network, trouble
from incident_desk.usecases.errors import SurroundingsFailed


def make_file(path: Path) -> None:
    """An empty file, marked as a register, where nothing was."""
    refuse_network(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SurroundingsFailed("folder_not_writable", name=str(path.parent)) from error
    try:
        sqlite.create_file(path)
    except FileExistsError as error:
        raise SurroundingsFailed("register_exists", name=path.name) from error
    except OSError as error:
        raise SurroundingsFailed("folder_not_writable", name=str(path.parent)) from error
    except sqlite.driver().Error as error:
        path.unlink(missing_ok=True)
        if "disk is full" in str(error):
            raise SurroundingsFailed("disk_full", name=path.name) from error
        raise SurroundingsFailed("folder_not_writable", name=str(path.parent)) from error


def make_tables(address: str, name: str) -> None:
    """The schema, where there are no tables yet."""
    database = open_database(address)
    try:
        with database.dialect.making(database.writer):
            if schema.tables_there(database):
                raise SurroundingsFailed("register_exists", name=name)
            try:
                schema.upgrade(database)
            except SQLAlchemyError:
                _drop(database)
                raise
    except SQLAlchemyError as error:
        database.dispose()
        take_away_file(database.path)
        raise trouble(error, name) from error
    except SurroundingsFailed:
        database.dispose()
        take_away_file(database.path)
        raise
    database.dispose()


def take_back(database: Database, name: str) -> None:
    """What was made a moment ago, and holds no entry yet. The database is let go."""
    try:
        with database.dialect.making(database.writer):
            with database.reader.connect() as connection:
                furnished = connection.execute(sa.select(t.chain.c.no).limit(1)).first() is not None
            if not furnished:
                _drop(database)
    except SQLAlchemyError as error:
        raise trouble(error, name) from error
    finally:
        database.dispose()
    if not furnished:
        take_away_file(database.path)


def take_away_file(path: Path | None) -> None:
    if path is not None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                path.with_name(path.name + suffix).unlink(missing_ok=True)


def _drop(database: Database) -> None:
    """Every table that the schema makes, on a server; a file goes as a whole."""
    if database.path is not None:
        return
    made = [*reversed(t.metadata.sorted_tables), schema.VERSIONS]
    with database.writer.connect() as connection, connection.begin():
        for table in made:
            connection.execute(sa.schema.DropTable(table, if_exists=True))
