"""Frozen rows that queries give to screens, lists and papers. Times are microseconds UTC, ids canonical UUIDs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Kind, Priority, Role, Status, Step


class StoredTime(NamedTuple):
    """A time as people stated it, as it is stored: microseconds UTC, None where it is not known."""

    earliest: int | None
    latest: int | None
    precision: str
    zone: str


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
    occurred: StoredTime | None
    discovered: StoredTime | None
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

    @property
    def occurred_at(self) -> int | None:
        """The earliest it can have been."""
        return self.occurred.earliest if self.occurred else None

    @property
    def discovered_at(self) -> int | None:
        return self.discovered.earliest if self.discovered else None

    @property
    def standing(self) -> Text:
        """The step of an open incident, else what became of it. Whether it has a day on which it was concluded says
        nothing: old lists often do not tell it.
        """
        if self.status is Status.OPEN and self.step is not None:
            return STEP_NAMES[self.step]
        return STATUS_NAMES[self.status]


class ImportedRow(NamedTuple):
    """An incident that came from an old list. `row`: headings and texts as last imported, None where it was erased."""

    incident: str
    number: str
    key: str
    source: str
    row: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One report waiting for triage."""

    row: IncidentRow
    what_happened: str
    reporter_name: str
    recorded_at: int


class FieldOp(StrEnum):
    """What a filter asks of one field."""

    EQUALS = "equals"  # one of the values
    BETWEEN = "between"  # (from, to) of numbers or days, both included; None: no bound
    DURING = "during"  # (from, until) of instants, half open; None: no bound
    CONTAINS = "contains"  # one of the texts, without regard to capitals
    STATED = "stated"
    NOT_STATED = "not_stated"


IMPORTED, IMPORTED_ON = "imported", "imported_on"
"""Keys of conditions: from which old list a record was brought in, and when."""


@dataclass(frozen=True, slots=True)
class FieldCondition:
    """`key`: a declared field, or a column of the register table (opened, changed, missing, anonymous ...).

    Times are microseconds UTC, days are ISO texts, choices are codes, people and places are ids.
    """

    key: str
    op: FieldOp
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents: every condition that is given must hold. `since`/`until` bound `opened_at`, half open.

    `categories` holds keys of categories and of subcategories. `number` is how the number begins, `words` what the
    search would find. `overdue_at`: what is due lay before that instant. Records that one of `without` fits are left
    out. `set_aside` False leaves out what is void, not reportable or joined to another, unless `statuses` names it;
    None, where nothing is said of it, shows it like True.
    """

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
    categories: frozenset[str] = frozenset()
    responsibles: frozenset[str] = frozenset()
    number: str | None = None
    overdue_at: int | None = None
    words: str | None = None
    conditions: tuple[FieldCondition, ...] = ()
    without: tuple[IncidentFilter, ...] = ()
    set_aside: bool | None = None


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
class EquipmentRow:
    """A device, a machine or a tool, with the numbers that stand on it."""

    id: str
    position: int
    name: str
    asset: str
    serial: str
    lot: str
    udi: str
    maker: str
    model: str
    place: str | None
    active: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The numbers that it has."""
        return tuple(code for code in (self.asset, self.serial, self.lot, self.udi) if code)

    @property
    def spoken(self) -> str:
        """Name with the number that tells it from others best: "Infusion pump (A-4711)"."""
        number = self.asset or self.serial or self.lot or self.udi
        return f"{self.name} ({number})" if number else self.name


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
    limits: Mapping[str, int] = field(default_factory=dict)  # incidents in hand: see domain.limits
    capacity: Mapping[str, int] = field(default_factory=dict)  # hours a week, by team as people's entries name it
    retention: Mapping[str, int] = field(default_factory=dict)  # years after conclusion, by category; "": any other
    kept_on: Mapping[str, str] = field(default_factory=dict)  # the PC that wrote in the file last: see whereabouts
    stations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # by id: see domain.journal.signed_heads


@dataclass(frozen=True, slots=True)
class DueToGo:
    """A concluded incident that need not be kept any more. `held`: a legal hold keeps it all the same."""

    no: int
    id: str
    number: str
    title: str
    category: str
    concluded_at: int
    held: bool


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search asks beside its text. Whatever is given must hold.

    `also`: for a word the ids of people and places that it may mean, so that their records are found by it. `about`:
    ids of people and places of which the record names one.
    """

    also: Mapping[str, frozenset[str]] = field(default_factory=dict)
    about: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    steps: frozenset[Step] = frozenset()
    since: int | None = None


EVERYTHING = Narrowed()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A search hit: the incident and a piece of plain text around the words, from the field (or "list.field") `where`.

    `by_part`: the words are only parts of words of its number or title.
    """

    row: IncidentRow
    snippet: str
    where: str = ""
    by_part: bool = False


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
