"""Tests the tests' own ground: every engine gives each test an empty database, and takes it back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pymysql  # type: ignore[import-untyped]  # has no stubs
import pytest
from sqlcipher3 import dbapi2 as sqlite  # type: ignore[import-untyped]  # has no stubs

from tests import databases

TABLES = "SELECT count(*) FROM information_schema.tables WHERE table_schema IN ({})"


def open_sqlite(address: str) -> tuple[sqlite.Connection, str]:
    return sqlite.connect(address), "SELECT count(*) FROM sqlite_master"


def open_postgresql(address: str) -> tuple[psycopg.Connection, str]:
    return psycopg.connect(address), TABLES.format("'public'")


def open_mariadb(address: str) -> tuple[pymysql.connections.Connection, str]:
    place = urlsplit(address)
    connection = pymysql.connect(
        host=place.hostname,
        port=place.port,
        user=place.username,
        password=place.password,
        database=place.path[1:],
    )
    return connection, TABLES.format("database()")


OPENERS = {"sqlite": open_sqlite, "postgresql": open_postgresql, "mariadb": open_mariadb}


def test_that_each_address_leads_to_an_empty_database_of_its_own(
    engine_name: str, new_address: Callable[[], str]
) -> None:
    first, second = new_address(), new_address()
    counts = []
    for address in (first, second):
        connection, count_tables = OPENERS[engine_name](address)
        with closing(connection), closing(connection.cursor()) as cursor:
            cursor.execute(count_tables)
            counts.append(cursor.fetchone()[0])
            cursor.execute("CREATE TABLE incident (title varchar(20))")
            cursor.execute("INSERT INTO incident VALUES ('Überdruck')")
            connection.commit()
    assert counts == [0, 0]


@pytest.mark.server
@pytest.mark.parametrize("engine", ["postgresql", "mariadb"])
def test_that_a_database_goes_even_when_a_test_leaves_a_transaction_open(engine: str, tmp_path: Path) -> None:
    try:
        with databases.new_database(engine, tmp_path) as address:
            left_open, _ = OPENERS[engine](address)
            cursor = left_open.cursor()
            cursor.execute("CREATE TABLE incident (title varchar(20))")
            left_open.commit()
            cursor.execute("INSERT INTO incident VALUES ('half done')")
    except databases.NoServerError as reason:
        pytest.skip(str(reason))
    with closing(left_open), pytest.raises((psycopg.OperationalError, pymysql.OperationalError)):
        OPENERS[engine](address)


def test_that_a_server_address_is_a_database_of_that_server(postgresql_address: str, mariadb_address: str) -> None:
    assert urlsplit(postgresql_address).scheme == "postgresql"
    assert urlsplit(mariadb_address).scheme == "mariadb"
    assert urlsplit(postgresql_address).path.startswith("/register_")
