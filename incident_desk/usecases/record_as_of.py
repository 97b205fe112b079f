"""A record as it stood at a moment, with the names of then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.records import Record, fold
from incident_desk.usecases.as_of import names_as_of, pack_named
from incident_desk.usecases.names import Names
from incident_desk.usecases.past_moment import PastMoment, entries_up_to
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class Standing:
    """`entries` are those up to the moment; `present` is the position the record has now."""

    record: Record
    entries: tuple[Entry, ...]
    names: Names
    present: int

    @property
    def position(self) -> int:
        return self.record.position

    def worded(self, wording: Wording) -> Wording:
        """The same language with the names of then."""
        return replace(wording, names=self.names)

    def told(self, wording: Wording) -> str:
        """ "As it stood on 1 Mar 2026, 14:02 (Europe/Berlin), after entry 12 of 30." """
        stood = self.worded(wording)
        at = stood.moment_with_zone(self.record.changed_at)
        return wording.texts.say("past.as_it_stood", at=at, position=self.position, present=self.present)


def record_as_of(queries: Queries, reference: str, moment: PastMoment) -> Standing:
    record_id = incident_id(reference, queries)
    entries = queries.entries(record_id)
    if not entries:
        raise Refused("record_unknown_number", value=reference[:60])
    return standing(queries, record_id, entries, moment)


def standing(queries: Queries, record_id: str, entries: list[Entry], moment: PastMoment) -> Standing:
    """The same from entries that were read already: all that the record has."""
    then = entries_up_to(entries, moment)
    names = names_as_of(queries, then[-1], pack_named(then))
    return Standing(fold(Record(record_id, "incident"), then), tuple(then), names, entries[-1].position)
