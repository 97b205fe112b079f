"""The rows of the search index as this version of the program makes them, after a register of an older one.

A migration imports no code of the program, so it cannot know which words of a record are searched. This runs after the
migrations in the same transaction: a register is never left with an index that finds less than it should. Of each
record only its texts are read, because nothing else is in the index.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Item, Record
from incident_desk.storage import tables as t
from incident_desk.storage.bulk import in_few_pieces
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.engine import Database
from incident_desk.storage.field_values import Row, ValueKind
from incident_desk.storage.plain_rows import Reading, between, whole_bind
from incident_desk.storage.projection import PLAIN_COLUMNS, search_row
from incident_desk.usecases.ports import Progress

_BATCH = 500
_INCIDENTS = Reading(
    sa.select(t.incident.c.no, *(t.incident.c[name] for name in PLAIN_COLUMNS))
    .where(t.incident.c.no > whole_bind("after")).order_by(t.incident.c.no)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)  # fmt: skip
_ITEMS = Reading(
    sa.select(*(t.item.c[name] for name in ("incident", "list", "ordinal", "id", "state")))
    .where(between(t.item.c.incident)).order_by(t.item.c.incident)
)  # fmt: skip
_TEXTS = Reading(
    sa.select(*(t.field_value.c[name] for name in ("incident", "key", "line", "ordinal", "text")))
    .where(between(t.field_value.c.incident), t.field_value.c.kind == sa.literal(str(ValueKind.TEXT)))
    .order_by(t.field_value.c.incident, t.field_value.c.key, t.field_value.c.line, t.field_value.c.ordinal)
)  # fmt: skip
_THERE = Reading(sa.select(t.search_text).where(between(t.search_text.c.no)))
_WRITTEN = (
    sa.update(t.search_text).where(t.search_text.c.no == sa.bindparam("of"))
    .values({name: sa.bindparam(f"new_{name}") for name in ("head", "body", "about")})
)  # fmt: skip
_NAMES = ("of", "new_head", "new_body", "new_about")

INDEXES = ("search_fts", "search_fts_parts")
_ON_CHANGES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%AFTER UPDATE ON search_text%'"


def reindex(database: Database, connection: sa.Connection, progress: Progress | None = None) -> None:
    """Writes what differs. Memory stays flat. Raises Refused where `progress` asks to stop."""
    of = connection.execute(sa.select(sa.func.count()).select_from(t.incident)).scalar_one()
    with _indexed_afterwards(database, connection):
        after, done = 0, 0
        while incidents := _rows(database, connection, _INCIDENTS, {"after": after, "limit": _BATCH}):
            after, done = incidents[-1][0], done + len(incidents)
            changed = _changed(database, connection, incidents)
            if changed:
                database.dialect.send(connection, [Statement(_WRITTEN, _NAMES, changed)])
            if progress is not None and not progress(done, of):
                raise Refused("stopped")


def _rows(database: Database, connection: sa.Connection, reading: Reading, values: dict[str, Any]) -> list[Row]:
    return list(reading.rows(connection, database.dialect, values))


def _changed(database: Database, connection: sa.Connection, incidents: list[Row]) -> list[Row]:
    span = {"first": incidents[0][0], "last": incidents[-1][0]}
    items, texts, there = (
        {no: list(rows) for no, rows in groupby(_rows(database, connection, reading, span), itemgetter(0))}
        for reading in (_ITEMS, _TEXTS, _THERE)
    )
    wanted = [search_row(row[0], _record(row, items.get(row[0], []), texts.get(row[0], []))) for row in incidents]
    return [row for row in wanted if there.get(row[0], [row]) != [row]]


def _record(incident: Row, items: list[Row], texts: list[Row]) -> Record:
    """The texts of a record and of its items, as a record."""
    values = {name: value for name, value in zip(PLAIN_COLUMNS, incident[1:], strict=True) if value is not None}
    of_items: dict[tuple[str, int], dict[str, Any]] = {(list_key, ordinal): {} for _, list_key, ordinal, *_ in items}
    for _, key, line, ordinal, text in texts:
        list_key, _, item_key = key.partition(".")
        of_one, name = (of_items.setdefault((list_key, line), {}), item_key) if line else (values, key)
        if ordinal:
            of_one.setdefault(name, []).append(text)
        else:
            of_one[name] = text
    found = {
        id_: Item(id_, list_key, ordinal, of_items[list_key, ordinal], state == "removed")
        for _, list_key, ordinal, id_, state in items
    }
    return Record("", "incident", 1, values, found)


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
    with in_few_pieces(connection, INDEXES):
        for index in INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES('rebuild')")
