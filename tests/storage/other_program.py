"""A register as another database program sees it: a plain connection that knows nothing of chains.

It stands for whoever edits the register behind the program's back, so foreign keys are off.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pymysql  # type: ignore[import-untyped]  # has no stubs
from sqlcipher3 import dbapi2 as sqlite  # type: ignore[import-untyped]  # has no stubs


class OtherProgram:
    """Statements are written with ? for values."""

    def __init__(self, cursor: Any, mark: str) -> None:
        self._cursor = cursor
        self._mark = mark

    def run(self, statement: str, *values: Any) -> int:
        """How many rows it changed."""
        self._cursor.execute(statement.replace("?", self._mark), values)
        return int(self._cursor.rowcount)

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        self._cursor.execute(statement.replace("?", self._mark), values)
        return list(self._cursor.fetchall())

    def one(self, statement: str, *values: Any) -> Any:
        return self.rows(statement, *values)[0][0]


@contextmanager
def other_program(address: str) -> Iterator[OtherProgram]:
    """What it did is kept when the block ends."""
    scheme = urlsplit(address).scheme
    if scheme == "postgresql":
        connection, mark, free = psycopg.connect(address), "%s", "SET session_replication_role = replica"
    elif scheme == "mariadb":
        connection, mark, free = _mariadb(address), "%s", "SET foreign_key_checks = 0, sql_mode = 'ANSI_QUOTES'"
    else:
        connection, mark, free = sqlite.connect(address), "?", "PRAGMA foreign_keys = OFF"
    with closing(connection), closing(connection.cursor()) as cursor:
        cursor.execute(free)
        yield OtherProgram(cursor, mark)
        connection.commit()


def _mariadb(address: str) -> pymysql.connections.Connection[pymysql.cursors.Cursor]:
    place = urlsplit(address)
    return pymysql.connect(
        host=place.hostname, port=place.port or 0, user=place.username, password=place.password or "",
        database=place.path[1:], charset="utf8mb4",
    )  # fmt: skip


def as_id(text: str) -> bytes:
    """A UUID as the tables hold it."""
    return bytes.fromhex(text.replace("-", ""))
