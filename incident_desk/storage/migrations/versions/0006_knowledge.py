"""Knowledge records: two more tables of state. Nothing that stands is touched.

On MariaDB, where a table stands before the version that tells of it, the step can be taken again after a failure.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_COLLATION = "utf8mb4_bin"
_SERVERS = ("mysql", "mariadb")
_KEPT: dict[str, Any] = {
    "if_not_exists": True,
    "sqlite_strict": True,
    "mysql_engine": "InnoDB",
    "mysql_charset": "utf8mb4",
    "mysql_collate": _COLLATION,
    "mariadb_engine": "InnoDB",
    "mariadb_charset": "utf8mb4",
    "mariadb_collate": _COLLATION,
}
_INDEXES = (
    ("ix_knowledge_newest", "knowledge", ("changed_at", "no", "kind", "state")),
    ("ix_knowledge_category", "knowledge", ("category", "state")),
    ("ix_knowledge_place", "knowledge", ("place", "state")),
    ("ix_knowledge_due", "knowledge", ("state", "due")),
    ("ix_knowledge_link_target", "knowledge_link", ("target", "no")),
)


def _whole() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id() -> Any:
    return sa.LargeBinary(16).with_variant(mysql.BINARY(16), *_SERVERS)


def _prose() -> Any:
    return sa.Text().with_variant(mysql.LONGTEXT(collation=_COLLATION), *_SERVERS)


def _code(length: int) -> Any:
    return (
        sa.Text()
        .with_variant(sa.String(length), "postgresql")
        .with_variant(mysql.VARCHAR(length, collation=_COLLATION), *_SERVERS)
    )


def upgrade() -> None:
    _make_knowledge()
    op.create_table(
        "knowledge_link",
        sa.Column("no", _whole(), autoincrement=False, nullable=False),
        sa.Column("what", _code(20), nullable=False),
        sa.Column("target", _id(), nullable=False),
        sa.PrimaryKeyConstraint("no", "what", "target", name="pk_knowledge_link"),
        sa.ForeignKeyConstraint(["no"], ["chain.no"], name="fk_knowledge_link_no"),
        **_KEPT,
    )
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns, if_not_exists=True)
    _mark(6)


def _make_knowledge() -> None:
    op.create_table(
        "knowledge",
        sa.Column("no", _whole(), autoincrement=False, nullable=False),
        sa.Column("id", _id(), nullable=False),
        sa.Column("position", _whole(), nullable=False),
        sa.Column("kind", _code(20), nullable=False),
        sa.Column("number", _code(40), nullable=False),
        sa.Column("unit", _code(20), nullable=False),
        sa.Column("year", _whole(), nullable=False),
        sa.Column("serial", _whole(), nullable=False),
        sa.Column("state", _code(20), nullable=False),
        sa.Column("title", _prose()),
        sa.Column("owner", _id()),
        sa.Column("category", _code(80)),
        sa.Column("place", _id()),
        sa.Column("due", _code(10)),
        sa.Column("risk", _code(20)),
        sa.Column("incidents", _whole(), nullable=False),
        sa.Column("opened_at", _whole(), nullable=False),
        sa.Column("changed_at", _whole(), nullable=False),
        sa.Column("words", _prose(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_knowledge"),
        sa.UniqueConstraint("number", name="uq_knowledge_number"),
        sa.ForeignKeyConstraint(["no"], ["chain.no"], name="fk_knowledge_no"),
        **_KEPT,
    )


def downgrade() -> None:
    op.drop_table("knowledge_link")
    op.drop_table("knowledge")
    _mark(5)


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version={number}")
