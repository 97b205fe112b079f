"""Writing state rows: the difference between two records, one statement per table and operation."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.domain.records import Record
from incident_desk.storage import tables as t
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.field_values import Row
from incident_desk.storage.projection import Difference, Rows, difference, rows_of, search_row


def _update_of(table: sa.Table) -> sa.Update:
    keys = [column.name for column in table.primary_key]
    return (
        sa.update(table)
        .where(*(table.c[key] == sa.bindparam(f"b_{key}") for key in keys))
        .values({column.name: sa.bindparam(f"v_{column.name}") for column in table.c if column.name not in keys})
    )


def _delete_of(table: sa.Table) -> sa.Delete:
    return sa.delete(table).where(*(column == sa.bindparam(f"b_{column.name}") for column in table.primary_key))


_STATE = {table.name: table for tables in t.STATE_OF_RECORD.values() for table in tables} | {
    t.search_text.name: t.search_text
}
_INSERT = {name: table.insert() for name, table in _STATE.items()}
_UPDATE = {name: _update_of(table) for name, table in _STATE.items()}
_DELETE = {name: _delete_of(table) for name, table in _STATE.items()}
_COLUMNS = {name: [column.name for column in table.c] for name, table in _STATE.items()}
_B_KEYS = {name: [f"b_{column.name}" for column in table.primary_key] for name, table in _STATE.items()}
_B_AND_V = {
    name: [f"{'b' if column.primary_key else 'v'}_{column.name}" for column in table.c]
    for name, table in _STATE.items()
}


def rows_with_search(no: int, record: Record) -> Rows:
    """State rows and, for an incident, its row in the search index."""
    rows = rows_of(no, record)
    if record.kind == "incident" and record.position:
        rows["search_text"] = {(no,): search_row(no, record)}
    return rows


def state_statements(no: int, before: Record, after: Record) -> list[Statement]:
    """What writes the difference between two states of a record."""
    changes = difference(rows_with_search(no, before), rows_with_search(no, after))
    return [statement for name, change in changes.items() for statement in _statements(name, change)]


def _statements(name: str, change: Difference) -> list[Statement]:
    found: list[Statement] = [
        (_DELETE[name], _named(_B_KEYS[name], change.delete)),
        (_UPDATE[name], _named(_B_AND_V[name], change.update)),
        (_INSERT[name], _named(_COLUMNS[name], change.insert)),
    ]
    return [each for each in found if each[1]]


def _named(names: list[str], rows: list[Row]) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in rows]
