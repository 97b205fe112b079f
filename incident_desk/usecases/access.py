"""The access log: prints, exports, views of restricted records, sign-ins. A chain of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from incident_desk.domain.chains import ACCESS
from incident_desk.domain.context import Actor
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.usecases.ports import Register


def log_access(
    register: Register, new_id: Callable[[], str], actor: Actor, kind: str, facts: Mapping[str, Any],
    personal: frozenset[str] = frozenset(),
) -> None:  # fmt: skip
    """Writes one entry. On a read-only register nothing can be written; the paper says so itself."""
    if register.read_only:
        return
    chain = register.queries.chain_of(ACCESS)
    op_id = new_id()
    with register.write() as work:
        record = work.lock_to_append(ACCESS, chain)
        work.append(record, [EntryDraft(kind, dict(facts), personal)], actor.id, op_id, work.now())
        work.commit(op_id, {"id": chain})
