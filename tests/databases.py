"""Fresh, empty databases for tests: a file for SQLite, a database of its own on the servers of this run."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pymysql  # type: ignore[import-untyped]  # has no stubs

ENGINES = ("sqlite", "postgresql", "mariadb")
POSTGRESQL = "INCIDENT_DESK_TEST_POSTGRESQL"
MARIADB = "INCIDENT_DESK_TEST_MARIADB"


class NoServerError(Exception):
    """The tests were started without this server."""


def _server(variable: str) -> str:
    try:
        return os.environ[variable]
    except KeyError:
        raise NoServerError("no server: run packaging/test.sh") from None


def _name() -> str:
    return f"register_{uuid.uuid4().hex}"


@contextmanager
def new_database(engine: str, folder: Path) -> Iterator[str]:
    """The address of a new, empty database; gone after the block. SQLite's is the path of a file to be."""
    match engine:
        case "sqlite":
            yield str(folder / f"{_name()}.register")
        case "postgresql":
            with _new_postgresql(_server(POSTGRESQL)) as address:
                yield address
        case "mariadb":
            with _new_mariadb(_server(MARIADB)) as address:
                yield address
        case _:
            raise ValueError(engine)


@contextmanager
def _new_postgresql(server: str) -> Iterator[str]:
    name = _name()
    _tell_postgresql(server, f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield f"{server}/{name}"
    finally:
        _tell_postgresql(server, f"DROP DATABASE {name} WITH (FORCE)")


def _tell_postgresql(server: str, statement: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


@contextmanager
def _new_mariadb(server: str) -> Iterator[str]:
    name = _name()
    with closing(_connect_mariadb(server)) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        with closing(_connect_mariadb(server)) as connection, connection.cursor() as cursor:
            # A connection that the test left open would hold its tables, and with them the drop.
            cursor.execute("SELECT id FROM information_schema.processlist WHERE db = %s", (name,))
            for (number,) in cursor.fetchall():
                cursor.execute(f"KILL SOFT {number}")
            cursor.execute(f"DROP DATABASE {name}")


def _connect_mariadb(server: str) -> pymysql.connections.Connection[pymysql.cursors.Cursor]:
    place = urlsplit(server)
    return pymysql.connect(
        host=place.hostname, port=place.port or 0, user=place.username, password=place.password or ""
    )
