"""The search index finds unfinished words from the second letter, and parts of numbers and titles.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _mark(3)


def downgrade() -> None:
    _mark(2)


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version={number}")
