"""Heads of the log that an enrolled PC signed: one more table of the journal. Nothing that stands is touched.

On MariaDB, where a table stands before the version that tells of it, the step can be taken again after a failure.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_COLLATION = "utf8mb4_bin"


def _whole() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _bytes(length: int) -> Any:
    return sa.LargeBinary(length).with_variant(mysql.BINARY(length), "mysql", "mariadb")


def upgrade() -> None:
    op.create_table(
        "signed_head",
        sa.Column("station", _bytes(16), nullable=False),
        sa.Column("epoch", _whole(), autoincrement=False, nullable=False),
        sa.Column("serial", _whole(), autoincrement=False, nullable=False),
        sa.Column("log_index", _whole(), nullable=False),
        sa.Column("log_hash", _bytes(32), nullable=False),
        sa.Column("signed_at", _whole(), nullable=False),
        sa.Column("signature", _bytes(64), nullable=False),
        sa.PrimaryKeyConstraint("station", "epoch", "serial", name="pk_signed_head"),
        if_not_exists=True,
        sqlite_strict=True,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate=_COLLATION,
        mariadb_engine="InnoDB",
        mariadb_charset="utf8mb4",
        mariadb_collate=_COLLATION,
    )
    _mark(5)


def downgrade() -> None:
    op.drop_table("signed_head")
    _mark(4)


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version={number}")
