"""Whoever owns the register: its file with another SQLite, or the server as its administrator, all triggers gone."""

from __future__ import annotations

import sqlite3  # another SQLite than the program's own
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from incident_desk.storage.tables import metadata
from tests.storage.other_program import OtherProgram, other_program

Kept = bytes | Mapping[str, list[tuple[Any, ...]]]
_TRIGGERS = "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = ?"


def engine_of(address: str) -> str:
    return urlsplit(address).scheme or "sqlite"


@contextmanager
def administrator(address: str) -> Iterator[OtherProgram]:
    """What is done is kept when the block ends. A file must be closed; its triggers stand again afterwards, as a
    careful forger would leave them.
    """
    if engine_of(address) == "sqlite":
        with closing(sqlite3.connect(address)) as connection, closing(connection.cursor()) as cursor:
            program = OtherProgram(cursor, "?")
            triggers = program.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            _run_all(program, [f"DROP TRIGGER {name}" for name, _ in triggers])
            yield program
            _run_all(program, [sql for _, sql in triggers])
            connection.commit()
        return
    with other_program(address) as program:  # PostgreSQL: as a replica, which fires none
        if engine_of(address) == "mariadb":
            names = program.rows(_TRIGGERS, urlsplit(address).path[1:])
            _run_all(program, [f"DROP TRIGGER {name}" for (name,) in names])
        yield program


def _run_all(program: OtherProgram, statements: list[str]) -> None:
    for statement in statements:
        program.run(statement)


def keep(address: str) -> Kept:
    """All of a register, as its owner can put it by."""
    if engine_of(address) == "sqlite":
        return Path(address).read_bytes()
    with administrator(address) as program:
        return {
            name: program.rows(f"SELECT {_columns(name)} FROM {name}") for name in metadata.tables
        }  # fmt: skip


def put_back(address: str, kept: Kept) -> None:
    if isinstance(kept, bytes):
        Path(address).write_bytes(kept)
        return
    with administrator(address) as program:
        for name, rows in kept.items():
            marks = ", ".join("?" * len(metadata.tables[name].c))
            program.run(f"DELETE FROM {name}")
            for row in rows:
                program.run(f"INSERT INTO {name} ({_columns(name)}) VALUES ({marks})", *row)


def _columns(table: str) -> str:
    return ", ".join(f'"{column.name}"' for column in metadata.tables[table].c)
