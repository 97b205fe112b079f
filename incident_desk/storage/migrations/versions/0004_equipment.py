"""The list of equipment: one more table of state, beside people and places. Nothing that stands is touched.

On MariaDB, where a table stands before the version that tells of it, the step can be taken again after a failure.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COLLATION = "utf8mb4_bin"


def _whole() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id() -> Any:
    return sa.LargeBinary(16).with_variant(mysql.BINARY(16), "mysql", "mariadb")


def _prose() -> Any:
    return sa.Text().with_variant(mysql.LONGTEXT(collation=_COLLATION), "mysql", "mariadb")


def upgrade() -> None:
    op.create_table(
        "equipment",
        sa.Column("no", _whole(), autoincrement=False, nullable=False),
        sa.Column("id", _id(), nullable=False),
        sa.Column("position", _whole(), nullable=False),
        sa.Column("name", _prose(), nullable=False),
        *(sa.Column(name, _prose()) for name in ("asset", "serial", "lot", "udi", "maker", "model")),
        sa.Column("place", _id()),
        sa.Column("active", _whole(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_equipment"),
        sa.ForeignKeyConstraint(["no"], ["chain.no"], name="fk_equipment_no"),
        if_not_exists=True,
        sqlite_strict=True,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate=_COLLATION,
        mariadb_engine="InnoDB",
        mariadb_charset="utf8mb4",
        mariadb_collate=_COLLATION,
    )
    _mark(4)


def downgrade() -> None:
    op.drop_table("equipment")
    _mark(3)


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version={number}")
