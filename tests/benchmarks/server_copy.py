"""What lists and search read, brought from a register file to a server as it is stored; of the fields the story alone.

The journal stays behind, so that a hundred thousand incidents are there in minutes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import create_register

_READ = (t.chain, t.person, t.place, t.setting, t.pack_version, t.incident, t.field_value, t.search_text)
_KEY = {"field_value": "incident"}
_TOGETHER = 1000
_LAST = "SELECT max(no) FROM (SELECT no FROM incident ORDER BY no LIMIT ?)"
_COUNTERS = {
    "postgresql": ("SELECT setval(pg_get_serial_sequence('chain', 'no'), max(no)) FROM chain", "VACUUM ANALYZE {}"),
    "mariadb": ("ANALYZE TABLE {}",),
}


def copy_to_server(register: Path, address: str, count: int) -> None:
    create_register(address).close()
    target = open_database(address)
    with closing(sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)) as source:
        (last,) = source.execute(_LAST, (count,)).fetchone()
        with target.writer.connect() as connection:
            raw: Any = connection.connection.driver_connection
            for table in _READ:
                columns = [f'"{column.name}"' for column in table.columns]
                where = f"{_KEY.get(table.name, 'no')} <= {last}"
                story = " AND key = 'what_happened'" if table is t.field_value else ""
                rows = source.execute(f"SELECT {', '.join(columns)} FROM {table.name} WHERE {where}{story}")
                write = _copied if target.name == "postgresql" else _inserted
                write(raw, table, rows)
            raw.commit()
    with target.reader.connect() as connection:
        for statement in _COUNTERS[target.name]:
            connection.exec_driver_sql(statement.format(", ".join(table.name for table in _READ)))
    target.dispose()


def _copied(raw: Any, table: sa.Table, rows: Iterator[Sequence[Any]]) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    with raw.cursor() as cursor, cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _inserted(raw: Any, table: sa.Table, rows: sqlite3.Cursor) -> None:
    columns = ", ".join(f"`{column.name}`" for column in table.columns)
    places = ", ".join(["%s"] * len(table.columns))
    with raw.cursor() as cursor:
        while together := rows.fetchmany(_TOGETHER):
            cursor.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", together)
