"""Size: the bytes of the register for each incident, and which tables they go to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Finding, Told

_OF_TABLES = (
    "SELECT m.tbl_name, sum(d.pgsize) FROM dbstat d JOIN sqlite_master m ON m.name = d.name"
    " WHERE d.aggregate = 1 GROUP BY m.tbl_name ORDER BY 2 DESC"
)


def measure(bench: Bench) -> Iterator[Finding]:
    whole = bench.register.stat().st_size
    yield Told("bytes for each incident", f"{whole / bench.size:.0f}")
    for table, size in _sizes(bench):
        if size * 200 > whole:
            yield Told(f"  {table}, with its indexes", f"{size / bench.size:.0f}")


def _sizes(bench: Bench) -> list[tuple[str, int]]:
    """By the standard library's SQLite, which is mostly built with `dbstat`; else nothing."""
    with closing(sqlite3.connect(f"{bench.register.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            rows: list[Any] = connection.execute(_OF_TABLES).fetchall()
        except sqlite3.OperationalError:
            return []
    return [(str(name), int(size)) for name, size in rows]
