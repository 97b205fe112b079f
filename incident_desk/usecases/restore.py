"""Restore: a backup becomes a register as a new epoch, and says what was lost."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain.directory import SETTINGS
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.support.files import put_in_place
from incident_desk.support.pins import read_pin
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services


@dataclass(frozen=True, slots=True)
class Loss:
    """What a restore would lose: entries the PC had seen, and records of the damaged register that are not in it."""

    entries: int
    numbers: tuple[str, ...]
    highest: dict[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Restored:
    register: Register
    epoch: int
    lost_entries: int
    lost_numbers: tuple[str, ...]


def what_would_be_lost(services: Services, backup: Register, damaged: str | None) -> Loss:
    """Holds the backup against the pin of this PC and, where it can still be read, the register it replaces."""
    head = backup.queries.head()
    pin = read_pin(services.data_dir, backup.queries.settings().register_id)
    entries = max(0, pin.index - head.index) if pin else 0
    numbers, highest = _only_in(services, backup, damaged) if damaged else ((), {})
    return Loss(entries, numbers, highest)


def _only_in(services: Services, backup: Register, damaged: str) -> tuple[tuple[str, ...], dict[tuple[str, int], int]]:
    try:
        register = services.open_register(damaged)
    except SurroundingsFailed:
        return (), {}
    try:
        rows = list(listed(register.queries, IncidentFilter(), None))
    except SurroundingsFailed:
        rows = []
    finally:
        register.close()
    missing = tuple(row.number for row in rows if backup.queries.find_incident(row.number) is None)
    highest: dict[tuple[str, int], int] = {}
    for number in missing:
        unit, year, serial = number.rsplit("-", 2)
        key = (unit, int(year))
        highest[key] = max(highest.get(key, 0), int(serial))
    return missing, highest


def restore(services: Services, backup: Path, target: Path, reason: str, damaged: str | None = None) -> Restored:
    """Copies the backup to `target`, where nothing may be, verifies it, and begins a new epoch in it."""
    if target.exists():
        raise SurroundingsFailed("register_exists", name=target.name)
    services.open_register(str(backup)).close()
    temporary = target.with_name(f".{target.name}.restoring")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, temporary)
        put_in_place(temporary, target)
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(target)) from error
    finally:
        with suppress(OSError):  # the folder itself may be what was wrong
            temporary.unlink(missing_ok=True)
    register = services.open_register(str(target))
    loss = what_would_be_lost(services, register, damaged)
    epoch = _begin_epoch(services, register, backup.name, loss, reason)
    return Restored(register, epoch, loss.entries, loss.numbers)


def _begin_epoch(services: Services, register: Register, name: str, loss: Loss, reason: str) -> int:
    """The entry of a restore: backup, last known head, what was lost, why. Counters go on above what was given."""
    settings = register.queries.settings()
    head = register.queries.head()
    op_id = services.new_id()
    with register.write() as work:
        record = work.lock(SETTINGS, [settings.register_id])[settings.register_id]
        data = pairs(record.values, {"epoch": settings.epoch + 1}) | {
            "backup": name, "head": head.index, "lost_entries": loss.entries, "lost_numbers": list(loss.numbers),
            "reason": reason,
        }  # fmt: skip
        work.append(record, [EntryDraft("epoch_begun", data, frozenset({"reason"}))], None, op_id, work.now())
        for (unit, year), serial in loss.highest.items():
            work.raise_counter(unit, year, serial)
        work.commit(op_id, {"id": settings.register_id})
    return settings.epoch + 1
