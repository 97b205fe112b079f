"""A knowledge record as a page or a paper shows it: read once, at one position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from incident_desk.domain.chains import KNOWLEDGE
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.knowledge import KnowledgeForm, KnowledgeState, form_of
from incident_desk.domain.records import Record, fold
from incident_desk.domain.values import from_micros
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentRow


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """`incidents`: those it comes from, the newest first."""

    record: Record
    entries: tuple[Entry, ...]
    incidents: tuple[IncidentRow, ...]

    @property
    def form(self) -> KnowledgeForm:
        return form_of(self.record.values)

    @property
    def state(self) -> KnowledgeState:
        return KnowledgeState(self.record.values["state"])

    @property
    def number(self) -> str:
        return str(self.record.values["number"])


def read_known(queries: Queries, record_id: str) -> KnownRecord | None:
    """The record as its journal tells it; None where there is none."""
    entries = queries.entries(record_id)
    if not entries or entries[0].kind != "knowledge_opened":
        return None
    record = fold(Record(record_id, KNOWLEDGE), entries)
    return KnownRecord(record, tuple(entries), tuple(queries.knowledge().incidents_of(record_id)))


def day_of(now: int, zone: str) -> date:
    """The calendar day in the register's zone."""
    return from_micros(now).astimezone(ZoneInfo(zone)).date()
