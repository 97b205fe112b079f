"""Where the chain of a setting stands and who wrote to it: so that nobody's change is overwritten unseen."""

from __future__ import annotations

from incident_desk.domain.chains import PACK, SETTINGS
from incident_desk.domain.journal.entries import Entry
from incident_desk.usecases.ports import Queries


def position_of(queries: Queries, chain: str) -> int:
    """Where a chain stands, named as in `changed_by`."""
    return _entries(queries, chain)[-1].position


def changed_by(queries: Queries, chain: str, after: int) -> str | None:
    """The person who wrote last after a position. `chain` is an id, or the kind that every register has once."""
    return next((entry.actor for entry in reversed(_entries(queries, chain)) if entry.position > after), None)


def _entries(queries: Queries, chain: str) -> list[Entry]:
    return queries.entries(queries.chain_of(chain) if chain in (SETTINGS, PACK) else chain)
