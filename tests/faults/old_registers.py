"""Registers as older versions of the program left them, on each engine: the rows of the one that is kept as a file."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import schema
from incident_desk.storage.engine import Database, is_server, open_database
from incident_desk.storage.reindexing import reindex
from tests.faults.operations import OLD

FIRST = "0001"


def make_old(address: str, revision: str) -> None:
    """A register of that schema."""
    if not is_server(address):
        shutil.copy(OLD, address)
    database = open_database(address)
    try:
        if is_server(address):
            schema.upgrade(database, FIRST)
            _fill(database)
        if revision != FIRST:
            schema.upgrade(database, revision, reindex if revision not in schema.INDEXED_OTHERWISE else None)
    finally:
        database.dispose()


@cache
def _old_rows() -> list[tuple[str, list[dict[str, Any]]]]:
    """Table by table, each after those that it refers to."""
    engine = sa.create_engine(f"sqlite:///file:{Path(OLD)}?mode=ro&immutable=1&uri=true")
    with engine.connect() as connection:
        tables = _tables(connection)
        found = [
            (table.name, [dict(row) for row in connection.execute(sa.select(table)).mappings()]) for table in tables
        ]
    engine.dispose()
    return found


def _tables(connection: sa.Connection) -> list[sa.Table]:
    metadata = sa.MetaData()
    metadata.reflect(connection, only=lambda name, _: not name.startswith(("search_fts", "sqlite_", "alembic")))
    return list(metadata.sorted_tables)


def _fill(database: Database) -> None:
    with database.writer.connect() as connection, connection.begin():
        there = {table.name: table for table in _tables(connection)}
        for name, rows in _old_rows():
            if rows:
                connection.execute(there[name].insert(), rows)
        if database.name == "postgresql":
            connection.exec_driver_sql(_NUMBERS_GO_ON)


_NUMBERS_GO_ON = "SELECT setval(pg_get_serial_sequence('chain', 'no'), (SELECT max(no) FROM chain))"
