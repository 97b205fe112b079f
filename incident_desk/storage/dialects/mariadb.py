"""MariaDB 10.11 and newer, by PyMySQL; sessions run at READ COMMITTED and lock first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.context import RecordNumber
from incident_desk.storage import tables as t
from incident_desk.usecases.errors import SurroundingsFailed

CONNECT_ARGS: dict[str, Any] = {
    "connect_timeout": 5,
    "charset": "utf8mb4",
    "init_command": "SET SESSION sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO', "
    "time_zone='+00:00'",
}
FOR_UPDATE = True
COUNTS_COMMITS = False  # `changes` can miss a commit that was begun earlier

# SYSDATE(6): a session cannot set it back, as it can UTC_TIMESTAMP by SET timestamp
_NOW = sa.text("SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', SYSDATE(6))")
_NEXT = sa.text(
    "INSERT INTO counter (unit, year, last) VALUES (:unit, :year, 1) ON DUPLICATE KEY UPDATE last = last + 1"
)
_LAST = sa.text("SELECT last FROM counter WHERE unit = :unit AND year = :year")


def now(connection: sa.Connection) -> int:
    """The server's clock: microseconds UTC (the session's zone is +00:00)."""
    return int(connection.execute(_NOW).scalar_one())


def next_number(connection: sa.Connection, unit: str, year: int) -> RecordNumber:
    connection.execute(_NEXT, {"unit": unit, "year": year})
    return RecordNumber(unit, year, connection.execute(_LAST, {"unit": unit, "year": year}).scalar_one())


_CHANGES = sa.text("SELECT coalesce(max(changed_at), 0) FROM chain")


def changes(connection: sa.Connection) -> int:
    return int(connection.execute(_CHANGES).scalar_one())


_SEARCH = sa.text(
    "SELECT no FROM search_text WHERE MATCH (head, body) AGAINST (:query IN BOOLEAN MODE) ORDER BY no DESC LIMIT :limit"
)
_SHORTEST_INDEXED = 3  # innodb_ft_min_token_size


def search(connection: sa.Connection, words: list[str], limit: int) -> list[int]:
    """Row numbers, newest first. Every word must occur; the last may be unfinished.

    Words that the full-text index leaves out for their length are looked for in the words themselves.
    """
    if all(len(word) >= _SHORTEST_INDEXED for word in words):
        query = " ".join(f"+{word}" for word in words) + "*"
        return [row.no for row in connection.execute(_SEARCH, {"query": query, "limit": limit})]
    text = sa.func.concat(" ", t.search_text.c.head, " ", t.search_text.c.body, " ")
    whole = [text.contains(f" {word} ", autoescape=True) for word in words[:-1]]
    last = text.contains(f" {words[-1]}", autoescape=True)
    found = sa.select(t.search_text.c.no).where(*whole, last).order_by(t.search_text.c.no.desc()).limit(limit)
    return list(connection.execute(found).scalars())


def stored(connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any]) -> list[Any]:
    return list(connection.execute(query, values).all())


def copy_to(connection: sa.Connection, target: Path) -> None:
    raise SurroundingsFailed("backup_on_server")


def structure_problems(connection: sa.Connection) -> list[str]:
    return []
