"""The first schema.

Frozen: a migration imports no project code, so the tables stand here as they were made. The search index is
what each engine has: FTS5 with its triggers, a generated tsvector with a GIN index, a FULLTEXT index.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BINARY_COLLATION = "utf8mb4_bin"


def fixed_bytes(length: int) -> Any:
    return sa.LargeBinary(length).with_variant(mysql.BINARY(length), "mysql", "mariadb")


def code(length: int) -> Any:
    text = sa.Text().with_variant(sa.String(length), "postgresql")
    return text.with_variant(mysql.VARCHAR(length, collation=BINARY_COLLATION), "mysql", "mariadb")


def prose() -> Any:
    return sa.Text().with_variant(mysql.LONGTEXT(collation=BINARY_COLLATION), "mysql", "mariadb")


def blob() -> Any:
    return sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")


def whole() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def number() -> Any:
    return sa.Double().with_variant(sa.REAL(), "sqlite")


def Id() -> Any:
    return fixed_bytes(16)


DIGEST = fixed_bytes(32)
INSTANT = whole()

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=NAMING)
C = sa.Column


def _table(name: str, *parts: Any) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        *parts,
        sqlite_strict=True,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_bin",
        mariadb_engine="InnoDB",
        mariadb_charset="utf8mb4",
        mariadb_collate="utf8mb4_bin",
    )


def _chain_key(**kw: Any) -> Any:
    return C("chain", whole(), sa.ForeignKey("chain.no"), **kw)


def _own_key() -> Any:
    return C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False)


_table(
    "chain",
    C("no", whole(), primary_key=True, autoincrement=True),
    C("id", Id(), nullable=False, unique=True),
    C("kind", code(20), nullable=False),
    C("position", whole(), nullable=False),
    C("hash", DIGEST, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("pending", whole()),  # entries that are not in the log yet; NULL when none
    sa.Index(None, "kind"),
    sa.Index(None, "changed_at"),
    sa.Index(
        "ix_chain_pending",
        "pending",
        sqlite_where=sa.text("pending IS NOT NULL"),
        postgresql_where=sa.text("pending IS NOT NULL"),
    ),
)

_table(
    "journal",
    _chain_key(primary_key=True, autoincrement=False),
    C("position", whole(), primary_key=True, autoincrement=False),
    C("recorded_at", INSTANT, nullable=False),
    C("actor", Id()),
    C("op_id", Id(), nullable=False, index=True),
    C("kind", code(40), nullable=False),
    C("version", whole(), nullable=False),
    C("open_commitment", DIGEST, nullable=False),
    C("personal_commitment", DIGEST),
    C("previous_hash", DIGEST, nullable=False),
    C("hash", DIGEST, nullable=False),
)

_table(
    "journal_part",
    _chain_key(primary_key=True, autoincrement=False),
    C("position", whole(), primary_key=True, autoincrement=False),
    C("part", code(10), primary_key=True),  # open | personal
    C("salt", DIGEST, nullable=False),
    C("content", blob(), nullable=False),
)

_table(
    "log",
    C("log_index", whole(), primary_key=True, autoincrement=False),
    _chain_key(nullable=False),
    C("position", whole(), nullable=False),
    C("log_hash", DIGEST, nullable=False),
    sa.UniqueConstraint("chain", "position"),
)

_table(
    "content",
    C("sha256", DIGEST, primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("chunk", blob(), nullable=False),  # at most 1 MiB
)

_table(
    "incident",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("number", code(40), nullable=False, unique=True),
    C("unit", code(20), nullable=False),
    C("year", whole(), nullable=False),
    C("serial", whole(), nullable=False),
    C("status", code(20), nullable=False),
    C("step", whole()),
    C("kind", code(20), nullable=False),
    C("title", prose()),
    C("priority", whole(), nullable=False),  # rank: 0 critical .. 4 not set
    C("place", Id()),
    C("category", code(80)),
    C("subcategory", code(160)),
    C("detected_by", code(80)),
    C("responsible", Id()),
    C("review_date", code(10)),
    *(
        C(f"{name}_{end}", type_)
        for name in ("occurred", "discovered", "reported")
        for end, type_ in (
            ("earliest", INSTANT),
            ("latest", INSTANT),
            ("precision", code(10)),
            ("zone", code(60)),
        )
    ),
    C("opened_at", INSTANT, nullable=False),
    C("opened_by", Id()),
    C("step_since", INSTANT, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("concluded_at", INSTANT),
    C("anonymous", whole(), nullable=False),
    C("missing", whole(), nullable=False),
    C("measures_in_force", whole(), nullable=False),
    C("measure_check_due", INSTANT),
    C("actions_done", whole(), nullable=False),
    C("actions_total", whole(), nullable=False),
    C("questions_open", whole(), nullable=False),
    C("next_due", INSTANT),
    C("next_due_list", code(40)),
    C("next_due_what", prose()),
    sa.UniqueConstraint("unit", "year", "serial"),
    sa.Index("ix_incident_newest", "opened_at", "no"),
    sa.Index("ix_incident_board", "status", "step", "priority", "opened_at", "no"),
    sa.Index("ix_incident_place", "place", "opened_at", "no"),
    sa.Index("ix_incident_category", "category", "opened_at", "no"),
    sa.Index("ix_incident_responsible", "responsible", "status", "opened_at", "no"),
    sa.Index("ix_incident_concluded", "concluded_at", "no"),
)

_table(
    "item",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("list", code(40), primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("id", Id(), nullable=False),
    C("state", code(10), nullable=False),  # open | done | removed
    C("owner", Id()),
    C("due", INSTANT),
    C("what", prose()),
    C("added_at", INSTANT, nullable=False),
    C("added_by", Id()),
    sa.Index("ix_item_owed", "state", "due"),
    sa.Index("ix_item_owner", "owner", "state", "due"),
)

_table(
    "field_value",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", code(160), primary_key=True),  # a field, or "list.field" of an item
    C("line", whole(), primary_key=True, autoincrement=False),  # of the list; 0 for a field of the record itself
    C("ordinal", whole(), primary_key=True, autoincrement=False),  # from 1 where there are several values; else 0
    C("kind", code(10), nullable=False),  # how the value lies in the columns below: see projection.ValueKind
    C("text", prose()),
    C("number", number()),
    C("earliest", INSTANT),
    C("latest", INSTANT),
    sa.Index("ix_field_value_number", "key", "number"),
    sa.Index("ix_field_value_earliest", "key", "earliest"),
    sa.Index(
        "ix_field_value_text", "key", "text", mysql_length={"text": 100}, mariadb_length={"text": 100},
        sqlite_where=sa.text("length(text) <= 100"), postgresql_where=sa.text("length(text) <= 100"),
    ),
)  # fmt: skip

_table(
    "person",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", prose()),
    C("job", prose()),
    C("unit", prose()),
    C("phone", prose()),
    C("roles", code(200), nullable=False),
    C("active", whole(), nullable=False),
)

_table(
    "place",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", prose(), nullable=False),
    C("parent", Id()),
    C("code", code(20)),
    C("kind", code(20), nullable=False),
    C("active", whole(), nullable=False),
)

_table(
    "setting",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", code(80), primary_key=True),
    C("value", prose(), nullable=False),  # JSON
)

_table(
    "pack_version",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("pack_id", code(80), nullable=False),
    C("version", whole(), nullable=False),
    C("content", prose(), nullable=False),  # JSON
)

_table(
    "counter",
    C("unit", code(20), primary_key=True),
    C("year", whole(), primary_key=True, autoincrement=False),
    C("last", whole(), nullable=False),
)

_table(
    "search_text",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("head", prose(), nullable=False),  # number and title
    C("body", prose(), nullable=False),  # every other text of the record
)

_table(
    "op",
    C("op_id", Id(), primary_key=True),
    C("done_at", INSTANT, nullable=False),
    C("result", prose(), nullable=False),  # JSON
)

_table(
    "secret",
    C("person", Id(), primary_key=True),
    C("hash", prose()),
    C("failures", whole(), nullable=False),
    C("locked_until", INSTANT, nullable=False),
)

_table(
    "presence",
    C("station", Id(), primary_key=True),
    C("host", prose(), nullable=False),
    C("process", whole(), nullable=False),
    C("who", prose(), nullable=False),
    C("since", INSTANT, nullable=False),
    C("seen", INSTANT, nullable=False),
)


SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_fts USING fts5(head, body, content='search_text', content_rowid='no', "
        "tokenize='unicode61', prefix='2 3')",
        "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
        "INSERT INTO search_fts(rowid, head, body) VALUES (new.no, new.head, new.body); END",
        "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
        "INSERT INTO search_fts(search_fts, rowid, head, body) VALUES ('delete', old.no, old.head, old.body); END",
        "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN "
        "INSERT INTO search_fts(search_fts, rowid, head, body) VALUES ('delete', old.no, old.head, old.body); "
        "INSERT INTO search_fts(rowid, head, body) VALUES (new.no, new.head, new.body); END",
        "PRAGMA user_version=1",
    ),
    "postgresql": (
        "ALTER TABLE search_text ADD COLUMN words tsvector "
        # A tsvector holds 1 MiB at most: four bytes for each character, words of one letter and blanks included.
        "GENERATED ALWAYS AS (to_tsvector('simple', left(head || ' ' || body, 250000))) STORED",
        "CREATE INDEX ix_search_text_words ON search_text USING gin (words)",
    ),
    "mariadb": (
        "SET SESSION innodb_ft_enable_stopword=OFF",
        "ALTER TABLE search_text ADD FULLTEXT INDEX ix_search_text_words (head, body)",
    ),
}
SECURE_DELETE = "INSERT INTO search_fts(search_fts, rank) VALUES('secure-delete', 1)"
SECURE_DELETE_SINCE = (3, 42)  # the standard library's SQLite may be older; servers have no such thing
UNDO_SEARCH = {
    "sqlite": (
        "DROP TRIGGER search_text_added", "DROP TRIGGER search_text_removed", "DROP TRIGGER search_text_changed",
        "DROP TABLE search_fts", "PRAGMA user_version=0",
    ),
    "postgresql": ("DROP INDEX ix_search_text_words",),
    "mariadb": (),
}  # fmt: skip


def upgrade() -> None:
    bind = op.get_bind()
    metadata.create_all(bind)
    for statement in SEARCH[_engine(bind)]:
        bind.exec_driver_sql(statement)
    version = getattr(bind.dialect.dbapi, "sqlite_version_info", ())
    if version >= SECURE_DELETE_SINCE:
        bind.exec_driver_sql(SECURE_DELETE)


def downgrade() -> None:
    bind = op.get_bind()
    for statement in UNDO_SEARCH[_engine(bind)]:
        bind.exec_driver_sql(statement)
    metadata.drop_all(bind)


def _engine(bind: sa.Connection) -> str:
    return "mariadb" if bind.dialect.name in {"mysql", "mariadb"} else bind.dialect.name
