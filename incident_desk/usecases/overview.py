"""What a register is and holds, as plain facts."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.vocabulary import Status, Step
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import IN_INBOX, IncidentFilter


def overview(register: Register) -> dict[str, Any]:
    queries = register.queries
    settings = queries.settings()
    pack, version = queries.pack()
    head = queries.head()
    open_ones = frozenset({Status.OPEN})
    return {
        "name": register.name,
        "register_id": settings.register_id,
        "organisation": settings.organisation,
        "site_code": settings.site_code,
        "zone": settings.zone,
        "pack": pack.id,
        "pack_version": version,
        "epoch": settings.epoch,
        "read_only": register.read_only,
        "people": sum(person.active for person in queries.people()),
        "incidents": queries.count(IncidentFilter()),
        "inbox": queries.count(IN_INBOX),
        "open_by_step": {
            step.key: queries.count(IncidentFilter(statuses=open_ones, steps=frozenset({step}))) for step in Step
        },
        "concluded": queries.count(IncidentFilter(statuses=frozenset({Status.CONCLUDED}))),
        "log_head": {"index": head.index, "hash": head.hash.hex()},
    }
