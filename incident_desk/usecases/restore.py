"""Restore: a backup becomes a register as a new epoch, and says what was lost.

Everything happens in a file beside the target, which gets its name when it is finished: whatever stops the program, at
the target stands what stood there before, or the whole restored register.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.context import Actor
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.journal.log import Head
from incident_desk.domain.records import pairs
from incident_desk.support.files import put_in_place
from incident_desk.support.pins import highest, said_counters
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import actor_to_name
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.loss import Loss, what_would_be_lost
from incident_desk.usecases.names import read_names
from incident_desk.usecases.pins import pin_anew
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.services import Services
from incident_desk.usecases.stepping_aside import keep_old
from incident_desk.usecases.verify_told import said
from incident_desk.usecases.whereabouts import said_machine
from incident_desk.usecases.wording import Wording

_BREAKS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants restored. `damaged` is the register it takes the place of, `by` the name or id of who
    accepts it, `despite` goes on with a backup in which not everything holds, `in_place` lets the file at the target
    step aside.
    """

    backup: Path
    target: Path
    reason: str
    damaged: str | None = None
    by: str | None = None
    despite: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """`skipped`: of each unit and year the first and the last number that is not given again. `kept`: the old file."""

    register: Register
    epoch: int
    lost_entries: int
    lost_numbers: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    breaks: tuple[VerifyBreak, ...]
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    epoch: int
    loss: Loss
    skipped: tuple[tuple[str, str], ...]
    breaks: tuple[VerifyBreak, ...]


def restore(services: Services, order: Order) -> Restored:
    """Copies the backup beside the target, checks all of it, begins a new epoch in it, and gives it its name."""
    target = order.target
    first = target.parts[0] if target.parts else ""
    if len(first) > len("C:") and first.endswith(":"):  # an address, as a path reads it
        raise SurroundingsFailed("backup_on_server")
    if target.exists() and not order.in_place:
        raise SurroundingsFailed("register_exists", name=target.name)
    temporary, kept = target.with_name(f".{target.name}.restoring"), None
    try:
        _copy(services, order.backup, temporary)
        begun = _begin(services, order, temporary)
        make_durable(temporary)
        if target.exists():
            kept = keep_old(target, was_read=begun.loss.read)
        put_in_place(temporary, target)
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(target)) from error
    finally:
        _clear(temporary)
    register = services.open_register(str(target))
    with suppress(SurroundingsFailed):  # it is restored; the next close pins it
        pin_anew(register, services.data_dir)
    loss = begun.loss
    return Restored(register, begun.epoch, loss.entries, loss.numbers, begun.skipped, begun.breaks, kept)


def _copy(services: Services, backup: Path, temporary: Path) -> None:
    """By the database itself, so that what stands in a log beside the backup comes along."""
    register = services.read_register(str(backup))
    try:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        _clear(temporary)
        register.copy_to(temporary)
    finally:
        register.close()


def _begin(services: Services, order: Order, copy: Path) -> _Begun:
    register = services.open_register(str(copy))
    try:
        breaks = tuple(register.verify("full"))
        if breaks and not order.despite:
            raise _not_sound(order.backup, breaks)
        actor = actor_to_name(order.by, read_names(register.queries))
        damaged = str(order.target) if order.in_place and order.target.exists() else order.damaged
        begun = _begin_epoch(services, register, order, actor, what_would_be_lost(services, register, damaged), breaks)
        register.take_head()
        return begun
    finally:
        register.close()


def _not_sound(backup: Path, breaks: tuple[VerifyBreak, ...]) -> SurroundingsFailed:
    told = {
        f"problems_{language}": " ".join(said(each, Wording(Texts(language))) for each in breaks[:_BREAKS_TOLD])
        for language in ("en", "de")
    }
    return SurroundingsFailed("backup_does_not_hold", name=backup.name, count=len(breaks), problems=breaks, **told)


def _begin_epoch(
    services: Services, register: Register, order: Order, actor: Actor, loss: Loss, breaks: tuple[VerifyBreak, ...]
) -> _Begun:
    """The entry of a restore. Counters go on above what was given, as far as anybody knows."""
    settings, head = register.queries.settings(), register.queries.head()
    epoch, given = loss.epoch + 1, register.queries.counters()
    counters = highest(given, loss.highest)
    skipped = _skipped(given, counters)
    known = loss.known
    data = {
        "backup": order.backup.name, "backup_head": _said(head),
        "known_head": {**_said(known.head), "epoch": known.epoch, "from": known.source} if known else None,
        "lost_entries": loss.entries, "lost_numbers": list(loss.numbers), "counters": said_counters(counters),
        "skipped": [list(each) for each in skipped], "breaks": sorted({each.code for each in breaks}),
        "reason": order.reason,
    }  # fmt: skip
    op_id = services.new_id()
    with register.write() as work:
        record = work.lock(SETTINGS, [settings.register_id])[settings.register_id]
        begun = {"epoch": epoch, "epoch_id": services.new_id(), "kept_on": said_machine(services.machine())}
        data |= pairs(record.values, begun)
        draft = EntryDraft("epoch_begun", data, frozenset({"reason"}))
        work.append(record, [draft], actor.id, op_id, work.now())
        for (unit, year), serial in counters.items():
            work.raise_counter(unit, year, serial)
        work.commit(op_id, {"id": settings.register_id})
    return _Begun(epoch, loss, skipped, breaks)


def _said(head: Head) -> dict[str, object]:
    return {"index": head.index, "hash": head.hash.hex()}


def _skipped(given: dict[tuple[str, int], int], counters: dict[tuple[str, int], int]) -> tuple[tuple[str, str], ...]:
    ranges = [(unit, year, given.get((unit, year), 0), last) for (unit, year), last in sorted(counters.items())]
    return tuple(
        (f"{unit}-{year}-{before + 1:04d}", f"{unit}-{year}-{last:04d}")
        for unit, year, before, last in ranges if last > before
    )  # fmt: skip


def make_durable(finished: Path) -> None:
    """All of it is in the file itself, and on the disk."""
    log = finished.with_name(f"{finished.name}-wal")
    if log.exists() and log.stat().st_size:
        raise SurroundingsFailed("file_not_written", name=str(finished))
    with finished.open("rb+") as file:
        os.fsync(file.fileno())


def _clear(temporary: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):  # the folder itself may be what was wrong
            temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
