"""What a restore would lose: the backup held against the pin of this PC and the register it takes the place of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from incident_desk.domain.journal.log import EMPTY_LOG, Head
from incident_desk.support.pins import Counters, Pin, highest, read_pin
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import IncidentFilter, Settings
from incident_desk.usecases.services import Services

T = TypeVar("T")
_SPOILT = (SurroundingsFailed, ValueError, KeyError, TypeError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class KnownHead:
    """The last head of the register that is left behind. `source`: "pin" or "file"."""

    head: Head
    epoch: int
    source: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Entries and records that were there and are not in the backup; `epoch` is the highest anybody knew, `read`
    whether the damaged register could be opened.
    """

    entries: int
    numbers: tuple[str, ...]
    highest: Counters
    known: KnownHead | None
    epoch: int
    read: bool


@dataclass(frozen=True, slots=True)
class _Remains:
    """What a damaged register still tells. Each part is read by itself, for another may be spoilt."""

    head: Head
    entries: int
    epoch: int
    counters: Counters = field(default_factory=dict)
    numbers: tuple[str, ...] = ()


def what_would_be_lost(services: Services, backup: Register, damaged: str | None) -> Loss:
    settings = backup.queries.settings()
    pin = read_pin(services.data_dir, settings.register_id)
    remains = _read(services, backup, settings, damaged) if damaged else None
    last = max(pin.index if pin else 0, remains.entries if remains else 0)
    there = backup.queries.head().index + backup.queries.waiting()
    return Loss(
        max(0, last - there),
        remains.numbers if remains else (),
        highest(pin.counters if pin else {}, remains.counters if remains else {}),
        _last_head(pin, remains),
        max(settings.epoch, pin.epoch if pin else 0, remains.epoch if remains else 0),
        remains is not None,
    )


def _last_head(pin: Pin | None, remains: _Remains | None) -> KnownHead | None:
    known = [KnownHead(Head(pin.index, pin.hash), pin.epoch, "pin")] if pin else []
    if remains is not None and remains.head.index:
        known.append(KnownHead(remains.head, remains.epoch, "file"))
    return max(known, key=lambda each: (each.epoch, each.head.index), default=None)


def _read(services: Services, backup: Register, settings: Settings, damaged: str) -> _Remains | None:
    """None where it cannot be opened, or is another register."""
    try:
        register = services.read_register(damaged)
    except SurroundingsFailed:
        return None
    try:
        return _remains(register, backup, settings.register_id)
    finally:
        register.close()


def _remains(register: Register, backup: Register, register_id: str) -> _Remains | None:
    queries = register.queries
    settings = _tried(queries.settings, None)
    if settings is not None and settings.register_id != register_id:
        return None
    head = _tried(queries.head, EMPTY_LOG)
    entries = head.index + _tried(queries.waiting, 0)
    numbers = _numbers(register)
    missing = tuple(number for number in numbers if backup.queries.find_incident(number) is None)
    given = highest(_tried(queries.counters, {}), _serials(missing))
    return _Remains(head, entries, settings.epoch if settings else 0, given, missing)


def _numbers(register: Register) -> list[str]:
    """As far as the list can be read."""
    found: list[str] = []
    with suppress(*_SPOILT):
        for row in listed(register.queries, IncidentFilter(), None):
            found.append(row.number)
    return found


def _serials(numbers: tuple[str, ...]) -> dict[tuple[str, int], int]:
    serials: dict[tuple[str, int], int] = {}
    for number in numbers:
        with suppress(ValueError):  # somebody wrote something else there
            unit, year, serial = number.rsplit("-", 2)
            serials[unit, int(year)] = max(serials.get((unit, int(year)), 0), int(serial))
    return serials


def _tried(read: Callable[[], T], otherwise: T) -> T:
    try:
        return read()
    except _SPOILT:
        return otherwise
