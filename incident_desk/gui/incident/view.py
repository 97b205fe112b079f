"""Everything the page shows of one incident, read in one go off the UI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.gates import CONDITIONS, gate_missing, need_fields
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Step
from incident_desk.usecases.journal_lines import JournalLine, journal_lines
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident at a position, its journal, and what its gates miss."""

    incident: Incident
    entries: tuple[Entry, ...]
    lines: tuple[JournalLine, ...]
    pack: Pack

    @property
    def id(self) -> str:
        return self.incident.id

    @property
    def position(self) -> int:
        return self.incident.record.position

    @property
    def values(self) -> Mapping[str, Any]:
        return self.incident.values

    @property
    def step(self) -> Step:
        """The present step; a report that still waits in the inbox is shown by its first one."""
        return self.incident.step or Step.IDENTIFICATION

    def missing_in(self, step: Step) -> tuple[str, ...]:
        """Needs of one step's gate that are not met."""
        return gate_missing(self.incident, self.pack, step)

    def missing_fields(self, step: Step) -> frozenset[str]:
        """The fields that would meet them, where each of them is needed."""
        needs = [need for need in self.missing_in(step) if not (need in CONDITIONS and CONDITIONS[need].any_of)]
        keys = {key for need in needs for key in need_fields(need, self.incident, self.pack)}
        if self.values.get("deferral") != "put_off":
            keys -= {"deferral_reason", "review_date"}
        return frozenset(key for key in keys if key not in self.values)

    def changed_by(self, key: str, after: int) -> str:
        """Who changed a field last after a position, as the journal names them; "" for nobody."""
        changed = [entry.position for entry in self.entries if entry.position > after and f"={key}" in entry.data]
        return next((line.who for line in reversed(self.lines) if line.position in changed), "")


def read_view(queries: Queries, record_id: str, wording: Wording, pack: Pack) -> IncidentView | None:
    record = queries.record("incident", record_id)
    if record is None:
        return None
    # Somebody may have written between the two reads; what came later is read with the next change.
    entries = [entry for entry in queries.entries(record_id) if entry.position <= record.position]
    return IncidentView(Incident(record), tuple(entries), tuple(journal_lines(entries, wording)), pack)
