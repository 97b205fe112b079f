"""Goal 6: search, newest first, best first and while one types, beside the bare FTS5 statement and a look at every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import incident_queries
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import Database
from incident_desk.storage.queries import SqlQueries
from incident_desk.storage.register import open_register
from incident_desk.storage.search_words import filled, sought
from incident_desk.storage.searching import Hits, Search
from incident_desk.usecases.rows import Narrowed
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn, timed

NEWEST, OF_LIKE, OF_FULL_RANKING, TYPED = 1.5, 0.01, 0.1, 1.0
ROUNDS, SLOW_ROUNDS = 200, 5
LARGE = 1_000_000  # at fewer the ratios to what grows with the register are only told ...
SMALL = 50_000  # ... and at so few a question costs a tenth of a millisecond whatever is asked
COMMON_SHARE = 0.17
_COLUMNS = ", ".join(column.name for column in incident_queries.LIST_COLUMNS)
_NEWEST = "SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC LIMIT 50"
_ROWS = f"SELECT {_COLUMNS} FROM incident WHERE no IN (SELECT rowid FROM ({_NEWEST}))"
_RANKED = "SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rank LIMIT 50"
_LIKE = "SELECT no FROM search_text WHERE body LIKE ? ORDER BY no DESC"
_WORDS = "SELECT term, doc FROM search_words WHERE length(term) > 3 AND term GLOB '[a-z]*' AND doc < ? ORDER BY doc DESC LIMIT 1"


def measure(bench: Bench) -> Iterator[Finding]:
    with (
        closing(open_register(str(bench.register))) as register,
        closing(sqlite.connector(bench.register, sqlite.key_for(bench.register), read_only=True)()) as bare,
    ):
        queries = register.queries
        word = common_word(queries._database, bench.size)
        whole = f'"{word}" *'
        jobs: dict[str, Job] = {
            "find": timed(lambda: found(queries, word)), "bare find": timed(_bare(bare, _NEWEST, whole)),
            "bare exact": timed(_bare(bare, _NEWEST, f'"{filled(word)}"')),
        }  # fmt: skip
        for letters in (2, 3, 4):
            typed = word[:letters]
            jobs[f"{letters} letters"] = timed(partial(found, queries, typed))
            jobs[f"bare {letters} letters"] = timed(_bare(bare, _NEWEST, f'"{typed}" *'))
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=20).items()}
        jobs = {
            "best": timed(lambda: found(queries, word, ranked=True)),
            "bare best": timed(_bare(bare, _RANKED, f'"{filled(word)}"')),
            "like": timed(_bare(bare, _LIKE, f"%{word}%")),
            "page": timed(lambda: queries.search(word, 50)), "bare page": timed(_bare(bare, _ROWS, whole)),
        }  # fmt: skip
        median |= {name: series.median for name, series in in_turn(jobs, SLOW_ROUNDS, warm=1).items()}
    large = bench.size >= LARGE
    newest = NEWEST if bench.size > SMALL else None
    yield Compared(f"newest 50 of '{word}'", median["find"], median["bare find"], "bare FTS5 statement", newest)
    yield Compared("  the same", median["find"], median["bare exact"], "bare FTS5, as a whole word")
    yield Compared("  the same", median["find"], median["like"], "LIKE over the text", OF_LIKE if large else None)
    yield Compared("  with what a list shows of them", median["page"], median["bare page"], "bare statement, rows")
    full = OF_FULL_RANKING if large else None
    yield Compared("best 50 of the newest 5,000", median["best"], median["bare best"], "bm25 over all of them", full)
    for letters in (2, 3, 4):
        what = f"typed: '{word[:letters]}'"
        yield Compared(what, median[f"{letters} letters"], 0.001, "1 ms", TYPED)
        yield Compared(
            "  the same", median[f"{letters} letters"], median[f"bare {letters} letters"], "bare FTS5 statement"
        )


def found(queries: SqlQueries, text: str, *, ranked: bool = False) -> Hits:
    """The numbers of the rows: the statement, and all that leads to it."""
    wanted = sought(text, {}, ())

    def look(connection: sa.Connection) -> Hits:
        search = Search(queries._database, connection, wanted, Narrowed())
        return search.best(50, None) if ranked else search.newest(50, None)

    return queries._reader.call(look)


def common_word(database: Database, size: int) -> str:
    """The commonest word that stands in no more than so large a share of the records."""
    with database.reader.connect() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_fts, row)")
        word, _ = connection.exec_driver_sql(_WORDS, (int(size * COMMON_SHARE),)).one()
        connection.exec_driver_sql("DROP TABLE temp.search_words")
    return str(word)


def _bare(bare: Any, statement: str, *values: str) -> Callable[[], object]:
    return lambda: bare.execute(statement, values).fetchall()
