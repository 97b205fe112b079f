"""Many records in one transaction, and memory stays flat: chains are numbered together, the search is filled once.

SQLite writes its search index by triggers, row by row, which takes a quarter of the whole work; all rows at once take a
tenth of that. So the triggers on new rows are put aside inside the transaction and stand again, letter by letter,
before it ends. What makes and drops triggers belongs to the transaction too: after a rollback or a kill they never
were away. Servers keep their indexes themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.engine import Database
from incident_desk.storage.growing import HEAD

_NEW_CHAIN = t.chain.insert()
_NEW_CHAINS = _NEW_CHAIN.returning(t.chain.c.no, sort_by_parameter_order=True)
_LAST_INDEXED = sa.select(sa.func.coalesce(sa.func.max(t.search_text.c.no), 0))
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'search_text'"
_ON_NEW_ROWS = re.compile(r"\sAFTER INSERT ON search_text BEGIN (?P<body>.*) END$", re.DOTALL)
_ONE_INSERT = re.compile(r"INSERT INTO (?P<index>[^;']+?) VALUES \((?P<values>new\.[^;']+)\);")
_CACHE = -65_536  # KiB: indexes are written all over, and what does not fit is written again and again
_ROOM, _USUAL_ROOM = 64 << 20, 1 << 20  # bytes of new words that FTS5 holds before it writes a piece of its index


def new_chains(database: Database, connection: sa.Connection, heads: Sequence[tuple[Any, ...]]) -> list[int]:
    """Writes the heads of new chains and gives their numbers, in the same order. A server is told of all at once."""
    if database.name == "sqlite":
        keys: list[int] = database.dialect.keys_of_new(connection, Statement(_NEW_CHAIN, HEAD, heads))
        return keys
    rows = [dict(zip(HEAD, head, strict=True)) for head in heads]
    if len(rows) > 1:
        return list(connection.execute(_NEW_CHAINS, rows).scalars())
    key = connection.execute(_NEW_CHAIN, rows[0]).inserted_primary_key  # the usual save
    assert key is not None
    return [int(key[0])]


@contextmanager
def in_few_pieces(connection: sa.Connection, indexes: Iterable[str]) -> Iterator[None]:
    """What is written to these indexes here becomes a few large pieces. Whoever changes a text later deletes its words
    from each piece that holds them: from a few that takes half the time, and to write them does, too.
    """
    for index in indexes:
        _give_room(connection, index, _ROOM)
    yield
    for index in indexes:
        _give_room(connection, index, _USUAL_ROOM)


def _give_room(connection: sa.Connection, index: str, size: int) -> None:
    connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES('hashsize', {size})")


class SearchLater:
    """The search index of one transaction of many records. On a server there is nothing to do."""

    def __init__(self, database: Database, connection: sa.Connection) -> None:
        self._connection = connection
        self._triggers: list[str] = []
        self._fills: list[str] = []
        self._cache: int | None = None
        if database.name == "sqlite":
            self._put_aside()

    def _put_aside(self) -> None:
        self._cache = self._connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        self._connection.exec_driver_sql(f"PRAGMA cache_size={_CACHE}")
        self._indexed = self._connection.execute(_LAST_INDEXED).scalar_one()
        for name, sql in self._connection.exec_driver_sql(_TRIGGERS).all():
            fills = fills_of(sql)
            if fills:
                self._connection.exec_driver_sql(f"DROP TRIGGER {name}")
                self._triggers.append(sql)
                self._fills += fills

    def catch_up(self) -> None:
        """Brings the rows since the last time into the index. Comes before one of them is changed or taken away."""
        if not self._fills:
            return
        last = self._connection.execute(_LAST_INDEXED).scalar_one()
        for fill in self._fills:
            self._connection.exec_driver_sql(fill, (self._indexed, last))
        self._indexed = last

    def finish(self) -> None:
        """The index is whole and the triggers stand again."""
        with in_few_pieces(self._connection, [_index_of(fill) for fill in self._fills]):
            self.catch_up()
        for sql in self._triggers:
            self._connection.exec_driver_sql(sql)

    def let_go(self) -> None:
        """Whatever became of the transaction, the connection takes no more memory than before."""
        if self._cache is not None:
            raw: Any = self._connection.connection.driver_connection  # the long way would begin a transaction for it
            raw.execute(f"PRAGMA cache_size={self._cache}")


def _index_of(fill: str) -> str:
    return fill.removeprefix("INSERT INTO ").partition("(")[0]


def fills_of(trigger: str) -> list[str]:
    """What a trigger on new rows does for one row, for all rows between two numbers. Nothing where it does more."""
    found = _ON_NEW_ROWS.search(trigger)
    if found is None or _ONE_INSERT.sub("", found["body"]).strip():
        return []
    return [
        # Both parts stand in the register's own schema.
        f"INSERT INTO {each['index']} SELECT {each['values']} FROM search_text AS new "  # noqa: S608
        "WHERE new.no > ? AND new.no <= ? ORDER BY new.no"
        for each in _ONE_INSERT.finditer(found["body"])
    ]
