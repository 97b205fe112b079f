"""How a knowledge record lies in its tables: what lists show and look for, and what it names."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.knowledge import INCIDENTS, PERSONAL, form_of
from incident_desk.domain.records import Record
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import Key, Row
from incident_desk.storage.search_words import indexed

_COLUMNS = tuple(column.name for column in t.knowledge.c)


def knowledge_rows(no: int, record: Record) -> dict[str, dict[Key, Row]]:
    """By table and primary key."""
    values = {key: None if value is ERASED else value for key, value in record.values.items()}
    linked = [str(item.values["incident"]) for item in record.of(INCIDENTS)]
    row: dict[str, Any] = {
        **values,
        "no": no,
        "id": record.id,
        "position": record.position,
        "due": values.get(form_of(values).due),
        "risk": values.get("risk_after") or values.get("risk_before"),
        "incidents": len(linked),
        "opened_at": record.opened_at,
        "changed_at": record.changed_at,
        "words": " ".join(indexed(text) for text in _texts(values)),
    }
    named = [("incident", each) for each in linked] + [("equipment", each) for each in values.get("equipment") or ()]
    links: dict[Key, Row] = {(no, what, target): (no, what, target) for what, target in named}
    return {"knowledge": {(no,): tuple(map(row.get, _COLUMNS))}, "knowledge_link": links}


def _texts(values: dict[str, Any]) -> list[str]:
    return [values["number"], *(values[key] for key in sorted(PERSONAL) if isinstance(values.get(key), str))]
