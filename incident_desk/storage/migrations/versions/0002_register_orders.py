"""Indexes for every order and filter of the register table.

Each ends with the status, so that what is set aside is left out without a look at its row. On MariaDB, where each
of these statements stands by itself, the step can be taken again after a failure.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BEFORE = {
    "ix_incident_newest": ("opened_at", "no"),
    "ix_incident_place": ("place", "opened_at", "no"),
    "ix_incident_category": ("category", "opened_at", "no"),
    "ix_incident_concluded": ("concluded_at", "no"),
}
AFTER = {
    **{name: (*columns, "status") for name, columns in BEFORE.items()},
    "ix_incident_occurred": ("occurred_earliest", "no", "status"),
    "ix_incident_changed": ("changed_at", "no", "status"),
    "ix_incident_due": ("next_due", "no", "status"),
    "ix_incident_priority": ("priority", "opened_at", "no", "status"),
    "ix_incident_kind": ("kind", "opened_at", "no", "status"),
}
# Servers put titles in order for a list in a moment; SQLite takes seconds for a million.
TITLES = "CREATE INDEX ix_incident_title ON incident (title COLLATE NOCASE, no, status)"


def upgrade() -> None:
    _replace(BEFORE, AFTER)
    if _on_sqlite():
        op.execute(TITLES)
    _mark(2)


def downgrade() -> None:
    if _on_sqlite():
        op.drop_index("ix_incident_title", "incident")
    _replace(AFTER, BEFORE)
    _mark(1)


def _replace(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> None:
    for name in (*old, *new):
        op.drop_index(name, "incident", if_exists=True)
    for name, columns in new.items():
        op.create_index(name, "incident", list(columns))


def _mark(number: int) -> None:
    """A file says in its header which schema it has."""
    if _on_sqlite():
        op.execute(f"PRAGMA user_version={number}")


def _on_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")
