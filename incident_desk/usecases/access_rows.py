"""What is asked of the access log, and a page of the answer."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.journal.entries import Entry

PRINTED, EXPORTED, BACKED_UP, SIGNED_IN, REVIEWED = "printed", "exported", "backed_up", "signed_in", "reviewed"
ACCESS_KINDS = (PRINTED, EXPORTED, BACKED_UP, SIGNED_IN, REVIEWED)


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """Every condition that is given must hold. `since` and `until` are half open, in microseconds UTC; `record` is the
    id of the incident that an entry names.
    """

    person: str | None = None
    kind: str | None = None
    since: int | None = None
    until: int | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class AccessPage:
    """Newest first. `before`: where the next page begins, None where nothing older is left. A page can be empty and
    have a next one: so much of a log without a match was looked through, and whoever waits may stop.
    """

    entries: tuple[Entry, ...]
    before: int | None
