"""What is known around an incident: what it belongs to, and the published lessons that apply to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.knowledge import KnowledgeKind
from incident_desk.domain.records import Record
from incident_desk.domain.recurrence import Recurrence
from incident_desk.usecases.knowledge.recurring import ComesAgain, comes_again
from incident_desk.usecases.knowledge.rows import KnowledgeRow
from incident_desk.usecases.ports import Queries

_MOST = 6  # lessons that are offered at one time


@dataclass(frozen=True, slots=True)
class Around:
    """`linked`: what names the incident; `lessons`: articles that do not name it and apply to it; `again`: that it
    comes again, unless it belongs to a problem already.
    """

    linked: tuple[KnowledgeRow, ...]
    lessons: tuple[KnowledgeRow, ...]
    again: ComesAgain | None = None

    def has(self, kind: KnowledgeKind) -> bool:
        return any(row.kind is kind for row in self.linked)


def read_around(queries: Queries, record: Record, rules: tuple[Recurrence, ...]) -> Around:
    """`rules`: what counts as coming again; none where nobody shall be asked."""
    values = record.values
    linked = queries.knowledge().of_incident(record.id)
    known = {row.id for row in linked}
    lessons = [row for row in lessons_for(queries, values) if row.id not in known]
    told = any(row.kind is KnowledgeKind.PROBLEM for row in linked)
    again = None if told else comes_again(queries, record.opened_at, values, rules)
    return Around(tuple(linked), tuple(lessons[:_MOST]), again)


def lessons_for(queries: Queries, values: Mapping[str, Any]) -> list[KnowledgeRow]:
    """Published articles that apply to the category, the place or the equipment in these values."""
    stated = {key: value for key, value in values.items() if value is not ERASED}
    category, place = stated.get("category"), stated.get("place")
    return queries.knowledge().articles_for(category, place, stated.get("equipment") or ())
