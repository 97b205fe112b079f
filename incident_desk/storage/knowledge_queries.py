"""Reading knowledge records: lists of what they show, and their links to incidents, each by one indexed statement."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Sequence
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.chains import KNOWLEDGE
from incident_desk.domain.knowledge import KnowledgeKind, KnowledgeState
from incident_desk.domain.vocabulary import Priority
from incident_desk.storage import tables as t
from incident_desk.storage.reading import Reader
from incident_desk.support.words import words_of
from incident_desk.usecases.knowledge.rows import KnowledgeFilter, KnowledgeRow
from incident_desk.usecases.rows import IncidentRow

K, L = t.knowledge.c, t.knowledge_link.c
_SHOWN = (
    K.no, K.id, K.position, K.kind, K.number, K.state, K.title, K.owner, K.category, K.place, K.due, K.risk,
    K.incidents, K.opened_at, K.changed_at,
)  # fmt: skip
_LIST = sa.select(*_SHOWN)
_NEWEST = (K.changed_at.desc(), K.no.desc())
_OF_INCIDENT = (
    _LIST.join(t.knowledge_link, L.no == K.no)
    .where(L.target == sa.bindparam("incident"), L.what == "incident")
    .order_by(K.no)
)
_NUMBERS = (
    sa.select(t.chain.c.no)
    .join(t.knowledge_link, L.target == t.chain.c.id)
    .where(L.no == sa.bindparam("no"), L.what == "incident")
)
_NO = sa.select(t.chain.c.no).where(t.chain.c.id == sa.bindparam("id"), t.chain.c.kind == KNOWLEDGE)
_BY_NUMBER = sa.select(K.id).where(K.number == sa.bindparam("number"))
_STANDING = (str(KnowledgeState.OPEN), str(KnowledgeState.PUBLISHED))


class SqlKnowledgeQueries:
    """`incident_rows` gives the rows of incidents by their row numbers."""

    def __init__(self, reader: Reader, incident_rows: Callable[[Sequence[int]], list[IncidentRow]]) -> None:
        self._reader = reader
        self._incident_rows = incident_rows

    def listed(self, wanted: KnowledgeFilter, limit: int = 200) -> list[KnowledgeRow]:
        query = _LIST.order_by(*_NEWEST).limit(limit)
        if wanted.kind is not None:
            query = query.where(K.kind == str(wanted.kind))
        if wanted.states:
            query = query.where(K.state.in_(sorted(map(str, wanted.states))))
        for word in words_of(wanted.text):
            query = query.where(K.words.contains(word, autoescape=True))
        return self._rows(query)

    def row(self, record_id: str) -> KnowledgeRow | None:
        no = self._no(record_id)
        return next(iter(self._rows(_LIST.where(K.no == no))), None) if no is not None else None

    def of_incident(self, incident: str) -> list[KnowledgeRow]:
        return self._rows(_OF_INCIDENT, {"incident": incident})

    def incidents_of(self, record_id: str) -> list[IncidentRow]:
        no = self._no(record_id)
        numbers = [row.no for row in self._reader.all(_NUMBERS, {"no": no})] if no is not None else []
        rows = self._incident_rows(numbers) if numbers else []
        return sorted(rows, key=lambda row: (row.opened_at, row.no), reverse=True)

    def articles_for(
        self, category: str | None, place: str | None, equipment: Collection[str], limit: int = 20
    ) -> list[KnowledgeRow]:
        fitting: list[sa.ColumnElement[bool]] = []
        if category is not None:
            fitting.append(K.category == category)
        if place is not None:
            fitting.append(K.place == place)
        if equipment:
            named = sa.select(L.no).where(L.target.in_(sorted(equipment)), L.what == "equipment")
            fitting.append(K.no.in_(named))
        if not fitting:
            return []
        published = (K.kind == str(KnowledgeKind.ARTICLE), K.state == str(KnowledgeState.PUBLISHED))
        return self._rows(_LIST.where(*published, sa.or_(*fitting)).order_by(*_NEWEST).limit(limit))

    def overdue(self, today: str, owner: str | None = None, limit: int = 50) -> list[KnowledgeRow]:
        query = _LIST.where(K.state.in_(_STANDING), K.due < today).order_by(K.due, K.no).limit(limit)
        return self._rows(query if owner is None else query.where(K.owner == owner))

    def find(self, reference: str) -> str | None:
        if not reference.isprintable():  # no number holds such a character, and some servers refuse to be asked
            return None
        rows = self._reader.all(_BY_NUMBER, {"number": reference.strip()})
        if rows:
            return str(rows[0].id)
        try:
            canonical = str(uuid.UUID(reference.strip()))
        except ValueError:
            return None
        return canonical if self._no(canonical) is not None else None

    def _no(self, record_id: str) -> int | None:
        rows = self._reader.all(_NO, {"id": record_id})
        return int(rows[0].no) if rows else None

    def _rows(self, query: Any, values: dict[str, Any] | None = None) -> list[KnowledgeRow]:
        return [
            KnowledgeRow(
                row.no, row.id, row.position, KnowledgeKind(row.kind), row.number, KnowledgeState(row.state),
                row.title or "", row.owner, row.category, row.place, row.due,
                Priority(row.risk) if row.risk else None, row.incidents, row.opened_at, row.changed_at,
            )
            for row in self._reader.all(query, values or {})
        ]  # fmt: skip
