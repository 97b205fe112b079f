"""Frozen rows that queries give to screens, lists and papers. Times are microseconds UTC, ids canonical UUIDs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from incident_desk.domain.vocabulary import Kind, Priority, Role, Status, Step


class IncidentRow(NamedTuple):
    """One incident as boards and lists show it. `no` is the register's own row number (its sort tie-break).

    A tuple, because thousands of them are made at once.
    """

    no: int
    id: str
    number: str
    position: int
    title: str
    kind: Kind
    status: Status
    step: Step | None
    priority: Priority
    place: str | None
    place_name: str
    department: str
    category: str | None
    subcategory: str | None
    responsible: str | None
    responsible_name: str
    occurred_at: int | None
    discovered_at: int | None
    opened_at: int
    step_since: int
    changed_at: int
    concluded_at: int | None
    missing: int
    measures_in_force: int
    measure_check_due: int | None
    actions_done: int
    actions_total: int
    next_due: int | None
    next_due_list: str
    next_due_what: str
    review_date: str | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One report waiting for triage."""

    row: IncidentRow
    what_happened: str
    reporter_name: str
    recorded_at: int


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents: every condition that is given must hold. `since`/`until` bound `opened_at`, half open."""

    statuses: frozenset[Status] = frozenset()
    steps: frozenset[Step] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    places: frozenset[str] = frozenset()
    responsible: str | None = None
    category: str | None = None
    since: int | None = None
    until: int | None = None
    concluded_since: int | None = None
    check_due_before: int | None = None


IN_INBOX = IncidentFilter(statuses=frozenset({Status.INBOX}))  # reports that wait for triage


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: str
    position: int
    name: str
    job: str
    unit: str
    phone: str
    roles: frozenset[Role]
    active: bool
    has_secret: bool


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the tree. `path` is its name after those of its parents, outermost first."""

    id: str
    position: int
    name: str
    parent: str | None
    code: str
    kind: str
    active: bool
    path: tuple[str, ...]
    unit: str  # the code that begins the numbers of its records: its own or the nearest parent's, or ""

    @property
    def spoken(self) -> str:
        """Name with its department: "Ward 3, room 312"."""
        return ", ".join(self.path[-2:]) if len(self.path) > 2 else self.path[-1]


@dataclass(frozen=True, slots=True)
class WorkRow:
    """An open line somebody owes: a measure to check, an action, a promise, a duty, a follow-up, a question."""

    incident: str
    number: str
    title: str
    priority: Priority
    list: str
    item: str
    what: str
    owner: str | None
    due: int | None


@dataclass(frozen=True, slots=True)
class Presence:
    """A program that has the register open. `station` is an id of that run, `since` microseconds UTC."""

    station: str
    host: str
    process: int
    who: str
    since: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The register's settings with their defaults."""

    register_id: str
    organisation: str = ""
    address: str = ""
    site_code: str = "SITE"
    zone: str = "UTC"
    language: str = "en"
    emergency_phone: str = ""
    logo: str = ""
    idle_minutes: int = 10
    epoch: int = 1
    epoch_id: str = ""  # of the restore that began the epoch; none in the first
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A search hit: the incident and a snippet of plain text around the first match."""

    row: IncidentRow
    snippet: str


@dataclass(frozen=True, slots=True)
class VerifyBreak:
    """One thing that does not hold. `code` names its sentence in resources/texts/verify.toml."""

    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """`news` is told once and breaks nothing: the register was restored since this PC saw it."""

    breaks: tuple[VerifyBreak, ...]
    chains: int
    entries: int
    head_index: int
    head_hash: bytes
    news: tuple[VerifyBreak, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.breaks
