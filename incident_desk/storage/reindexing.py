"""The rows of the search index as this version of the program makes them, after a register of an older one.

A migration imports no code of the program, so it cannot know which words of a record are searched. This runs after the
migrations in the same transaction: a register is never left with an index that finds less than it should.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.engine import Database
from incident_desk.storage.field_values import Row
from incident_desk.storage.projection import record_of, search_row

_BATCH = 500
_NEXT = (
    sa.select(t.incident).where(t.incident.c.no > sa.bindparam("after")).order_by(t.incident.c.no).limit(_BATCH)
)  # fmt: skip
_ITEMS = (
    sa.select(t.item).where(t.item.c.incident.in_(sa.bindparam("numbers", expanding=True)))
    .order_by(t.item.c.incident, t.item.c.list, t.item.c.ordinal)
)  # fmt: skip
_VALUES = (
    sa.select(t.field_value).where(t.field_value.c.incident.in_(sa.bindparam("numbers", expanding=True)))
    .order_by(t.field_value.c.incident, t.field_value.c.key, t.field_value.c.line, t.field_value.c.ordinal)
)  # fmt: skip
_THERE = sa.select(t.search_text).where(t.search_text.c.no.in_(sa.bindparam("numbers", expanding=True)))
_WRITTEN = (
    sa.update(t.search_text).where(t.search_text.c.no == sa.bindparam("of"))
    .values({name: sa.bindparam(f"new_{name}") for name in ("head", "body", "about")})
)  # fmt: skip

_ON_CHANGES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%AFTER UPDATE ON search_text%'"


def reindex(database: Database, connection: sa.Connection) -> None:
    """Writes what differs. Memory stays flat."""
    with _indexed_afterwards(database, connection):
        after = 0
        while incidents := [row._mapping for row in connection.execute(_NEXT, {"after": after})]:
            after = incidents[-1]["no"]
            statement = _differences(connection, [dict(row) for row in incidents])
            if statement is not None:
                connection.execute(*statement)


def _differences(connection: sa.Connection, incidents: list[Row]) -> Statement | None:
    given = {"numbers": [row["no"] for row in incidents]}
    items, values = _by_incident(connection, _ITEMS, given), _by_incident(connection, _VALUES, given)
    there = {row.no: dict(row._mapping) for row in connection.execute(_THERE, given)}
    changed = []
    for row in incidents:
        no = row["no"]
        wanted = search_row(no, record_of(row, items.get(no, []), values.get(no, [])))
        if no in there and there[no] != wanted:
            changed.append({"of" if name == "no" else f"new_{name}": value for name, value in wanted.items()})
    return (_WRITTEN, changed) if changed else None


def _by_incident(connection: sa.Connection, query: sa.Select[Any], given: dict[str, Any]) -> dict[int, list[Row]]:
    rows = (dict(row._mapping) for row in connection.execute(query, given))
    return {no: list(of_one) for no, of_one in groupby(rows, key=lambda row: row["incident"])}


@contextmanager
def _indexed_afterwards(database: Database, connection: sa.Connection) -> Iterator[None]:
    """SQLite makes its index anew at the end, which takes a tenth of the time of changing it row by row."""
    if database.name != "sqlite":
        yield
        return
    triggers = connection.exec_driver_sql(_ON_CHANGES).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.exec_driver_sql(sql)
    for index in ("search_fts", "search_fts_parts"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES('rebuild')")
