"""The search index finds unfinished words from the second letter, parts of numbers and titles, and who is named.

A row of `search_text` gets a column of pointers to people and places. On SQLite a second index holds every three
letters of number and title; on PostgreSQL one does where the server has pg_trgm and lets the owner of a database have
it. Without it, and on MariaDB, such parts are looked for without an index.

All words are indexed again from `search_text`; what stands there itself the program brings up to date, in the same
transaction. On MariaDB, where each of these statements stands by itself, the step can be taken again after a failure.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_DROP_FTS = (
    "DROP TRIGGER search_text_added", "DROP TRIGGER search_text_removed", "DROP TRIGGER search_text_changed",
    "DROP TABLE search_fts",
)  # fmt: skip
_FTS = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(head, body, about, content='search_text', content_rowid='no', "
    "tokenize=\"unicode61 tokenchars '_'\", prefix='2 3')",
    "CREATE VIRTUAL TABLE search_fts_parts USING fts5(head, content='search_text', content_rowid='no', "
    "tokenize='trigram case_sensitive 1', detail=none)",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_fts(rowid, head, body, about) VALUES (new.no, new.head, new.body, new.about); "
    "INSERT INTO search_fts_parts(rowid, head) VALUES (new.no, new.head); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, head, body, about) "
    "VALUES ('delete', old.no, old.head, old.body, old.about); "
    "INSERT INTO search_fts_parts(search_fts_parts, rowid, head) VALUES ('delete', old.no, old.head); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, head, body, about) "
    "VALUES ('delete', old.no, old.head, old.body, old.about); "
    "INSERT INTO search_fts(rowid, head, body, about) VALUES (new.no, new.head, new.body, new.about); END",
    "CREATE TRIGGER search_text_head_changed AFTER UPDATE ON search_text WHEN new.head <> old.head BEGIN "
    "INSERT INTO search_fts_parts(search_fts_parts, rowid, head) VALUES ('delete', old.no, old.head); "
    "INSERT INTO search_fts_parts(rowid, head) VALUES (new.no, new.head); END",
    "INSERT INTO search_fts(search_fts) VALUES('rebuild')",
    "INSERT INTO search_fts_parts(search_fts_parts) VALUES('rebuild')",
    # A word of number and title counts for more than one of the story.
    "INSERT INTO search_fts(search_fts, rank) VALUES('rank', 'bm25(4.0, 1.0, 0.0)')",
)
_FTS_BEFORE = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(head, body, content='search_text', content_rowid='no', "
    "tokenize='unicode61', prefix='2 3')",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_fts(rowid, head, body) VALUES (new.no, new.head, new.body); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, head, body) VALUES ('delete', old.no, old.head, old.body); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, head, body) VALUES ('delete', old.no, old.head, old.body); "
    "INSERT INTO search_fts(rowid, head, body) VALUES (new.no, new.head, new.body); END",
    "INSERT INTO search_fts(search_fts) VALUES('rebuild')",
)
_SECURE_DELETE = "INSERT INTO {0}({0}, rank) VALUES('secure-delete', 1)"
_SECURE_DELETE_SINCE = (3, 42)  # the standard library's SQLite may be older; servers have no such thing

_UP = {
    "sqlite": (
        *_DROP_FTS,
        "ALTER TABLE search_text ADD COLUMN about TEXT NOT NULL DEFAULT ''",
        *_FTS,
        "PRAGMA user_version=3",
    ),
    "postgresql": (
        "ALTER TABLE search_text DROP COLUMN words",
        "ALTER TABLE search_text ADD COLUMN about TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE search_text ADD COLUMN words tsvector GENERATED ALWAYS AS ("
        # A tsvector holds 1 MiB at most: four bytes for each character, words of one letter and blanks included.
        "setweight(to_tsvector('simple', left(head, 10000)), 'A') || to_tsvector('simple', left(body, 230000)) "
        "|| array_to_tsvector(string_to_array(about, ' '))) STORED",
        "CREATE INDEX ix_search_text_words ON search_text USING gin (words)",
    ),
    "mariadb": (
        "SET SESSION innodb_ft_enable_stopword=OFF",
        "ALTER TABLE search_text ADD COLUMN IF NOT EXISTS about LONGTEXT COLLATE utf8mb4_bin NOT NULL DEFAULT ''",
        "DROP INDEX IF EXISTS ix_search_text_words ON search_text",
        "ALTER TABLE search_text ADD FULLTEXT INDEX ix_search_text_words (head, body, about)",
    ),
}
_DOWN = {
    "sqlite": (
        "DROP TRIGGER search_text_head_changed",
        "DROP TABLE search_fts_parts",
        *_DROP_FTS,
        "ALTER TABLE search_text DROP COLUMN about",
        *_FTS_BEFORE,
        "PRAGMA user_version=2",
    ),
    "postgresql": (
        "DROP INDEX IF EXISTS ix_search_text_head",
        "ALTER TABLE search_text DROP COLUMN words",
        "ALTER TABLE search_text DROP COLUMN about",
        "ALTER TABLE search_text ADD COLUMN words tsvector "
        "GENERATED ALWAYS AS (to_tsvector('simple', left(head || ' ' || body, 250000))) STORED",
        "CREATE INDEX ix_search_text_words ON search_text USING gin (words)",
    ),
    "mariadb": (
        "SET SESSION innodb_ft_enable_stopword=OFF",
        "DROP INDEX IF EXISTS ix_search_text_words ON search_text",
        "ALTER TABLE search_text DROP COLUMN IF EXISTS about",
        "ALTER TABLE search_text ADD FULLTEXT INDEX ix_search_text_words (head, body)",
    ),
}
_PIECES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_text_head ON search_text USING gin (head gin_trgm_ops)",
)


def upgrade() -> None:
    _run(_UP, "search_fts", "search_fts_parts")
    if op.get_bind().dialect.name == "postgresql":
        _index_pieces(op.get_bind())


def downgrade() -> None:
    _run(_DOWN, "search_fts")


def _run(statements: dict[str, tuple[str, ...]], *indexes: str) -> None:
    bind = op.get_bind()
    for statement in statements["mariadb" if bind.dialect.name in {"mysql", "mariadb"} else bind.dialect.name]:
        bind.exec_driver_sql(statement)
    if getattr(bind.dialect.dbapi, "sqlite_version_info", ()) >= _SECURE_DELETE_SINCE:
        for name in indexes:
            bind.exec_driver_sql(_SECURE_DELETE.format(name))


def _index_pieces(bind: sa.Connection) -> None:
    """Servers that have no pg_trgm, or do not let us have it, do without."""
    try:
        with bind.begin_nested():
            for statement in _PIECES:
                bind.exec_driver_sql(statement)
    except sa.exc.DBAPIError as error:
        if error.connection_invalidated:
            raise
