"""Writing state rows: the differences between records, one statement per table and operation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.records import Record
from incident_desk.storage import tables as t
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.projection import Rows, difference, rows_of, search_row


def _update_of(table: sa.Table) -> sa.Update:
    keys = [column.name for column in table.primary_key]
    return (
        sa.update(table)
        .where(*(table.c[key] == sa.bindparam(f"b_{key}") for key in keys))
        .values({column.name: sa.bindparam(f"v_{column.name}") for column in table.c if column.name not in keys})
    )


def _delete_of(table: sa.Table) -> sa.Delete:
    return sa.delete(table).where(*(column == sa.bindparam(f"b_{column.name}") for column in table.primary_key))


def _ways_of(table: sa.Table) -> tuple[tuple[sa.Executable, tuple[str, ...]], ...]:
    """Taking rows away by their keys, changing rows, adding rows: each with the names of what it is given."""
    keys = tuple(f"b_{column.name}" for column in table.primary_key)
    changed = tuple(f"{'b' if column.primary_key else 'v'}_{column.name}" for column in table.c)
    return (_delete_of(table), keys), (_update_of(table), changed), (table.insert(), tuple(table.c.keys()))


_TABLES = [*(table for tables in t.STATE_OF_RECORD.values() for table in tables), t.search_text]
_WAYS = {table.name: _ways_of(table) for table in _TABLES}


def rows_with_search(no: int, record: Record) -> Rows:
    """State rows and, for an incident, its row in the search index."""
    rows = rows_of(no, record)
    if record.kind == "incident" and record.position:
        rows["search_text"] = {(no,): search_row(no, record)}
    return rows


def state_statements(steps: Iterable[tuple[int, Record, Record]]) -> list[Statement]:
    """What writes the difference between the states of each record, before and after; a statement about several
    records goes once."""
    together: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
    for no, before, after in steps:
        for name, change in difference(rows_with_search(no, before), rows_with_search(no, after)).items():
            for way, rows in enumerate((change.delete, change.update, change.insert)):
                if rows:
                    together.setdefault((name, way), []).extend(rows)
    return [Statement(*_WAYS[name][way], rows) for (name, way), rows in together.items()]
