"""Knowledge records as lists show them, and what is asked of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from incident_desk.domain.knowledge import KnowledgeKind, KnowledgeState
from incident_desk.domain.vocabulary import Priority
from incident_desk.usecases.rows import IncidentRow


class KnowledgeRow(NamedTuple):
    """`due`: the day (ISO) on which somebody is to look again; `incidents`: how many it comes from."""

    no: int
    id: str
    position: int
    kind: KnowledgeKind
    number: str
    state: KnowledgeState
    title: str
    owner: str | None
    category: str | None
    place: str | None
    due: str | None
    risk: Priority | None
    incidents: int
    opened_at: int
    changed_at: int

    def overdue(self, today: str) -> bool:
        return self.state is not KnowledgeState.CONCLUDED and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class KnowledgeFilter:
    """Every condition that is given must hold; without states those that are concluded come too."""

    kind: KnowledgeKind | None = None
    text: str = ""
    states: frozenset[KnowledgeState] = frozenset()


class KnowledgeQueries(Protocol):
    """Reading knowledge records."""

    def listed(self, wanted: KnowledgeFilter, limit: int = 200) -> list[KnowledgeRow]:
        """What changed last first."""
        ...

    def row(self, record_id: str) -> KnowledgeRow | None: ...
    def of_incident(self, incident: str) -> list[KnowledgeRow]:
        """Those that name the incident, the oldest first."""
        ...

    def incidents_of(self, record_id: str) -> list[IncidentRow]:
        """The incidents that a record names, the newest first."""
        ...

    def articles_for(
        self, category: str | None, place: str | None, equipment: Collection[str], limit: int = 20
    ) -> list[KnowledgeRow]:
        """Published articles that apply to one of them."""
        ...

    def overdue(self, today: str, owner: str | None = None, limit: int = 50) -> list[KnowledgeRow]:
        """Those that were to be looked at before `today` (ISO)."""
        ...

    def find(self, reference: str) -> str | None:
        """The id of a record by its number or id."""
        ...
