"""Pins: the register held against the head of the log this PC saw last, and that head remembered anew.

A register of an epoch after the pinned one was restored from a backup: that is told once and pinned. One of an epoch
before it, or one whose log says something else, is an old copy or another register: that is told until it is gone.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_desk.support.pins import Pin, highest, read_pin, write_pin
from incident_desk.usecases.ports import Register
from incident_desk.usecases.rows import Settings, VerifyBreak

log = logging.getLogger("incident_desk.pins")
MOST_WAITING = 500  # entries; then a head is taken at the latest
_LOOK_EVERY = 25  # entries of one's own
_SIGNED = frozenset({"signed"})


@dataclass(frozen=True, slots=True)
class Seen:
    """How the register stands to what this PC saw. `news` is told once."""

    breaks: tuple[VerifyBreak, ...] = ()
    news: tuple[VerifyBreak, ...] = ()


def look_at_pin(register: Register, data_dir: Path) -> Seen:
    """Whether the register still holds the head that this PC pinned: one look-up."""
    settings = register.queries.settings()
    pin = read_pin(data_dir, settings.register_id)
    if pin is None:
        return Seen()
    if settings.epoch < pin.epoch:
        return Seen((VerifyBreak("epoch_before", {"epoch": settings.epoch, "seen": pin.epoch}),))
    if settings.epoch > pin.epoch:
        return _restored_since(register, settings, pin)
    if settings.epoch_id != pin.epoch_id:
        return Seen((VerifyBreak("epoch_other", {"epoch": pin.epoch}),))
    return Seen(tuple(_held_against(register, pin)))


def _held_against(register: Register, pin: Pin) -> list[VerifyBreak]:
    known = register.queries.log_hash(pin.index)
    if known is None:
        missing = pin.index - register.queries.head().index
        return [VerifyBreak("older_than_seen", {"count": missing, "seen": pin.index})]
    if known != pin.hash:
        return [VerifyBreak("other_than_seen", {"seen": pin.index})]
    newest = register.queries.newest_signed() if pin.signed else None
    if pin.signed and (newest is None or newest.head.index < pin.signed):
        return [VerifyBreak("signature_seen_is_gone", {"index": pin.signed})]
    return []


def _restored_since(register: Register, settings: Settings, pin: Pin) -> Seen:
    """The first restore this PC has not seen tells from where the log went on in another way."""
    restores = [entry.data for entry in register.queries.entries(settings.register_id) if entry.kind == "epoch_begun"]
    first: dict[str, Any] = next((dict(data) for data in restores if data["=epoch"][1] > pin.epoch), {})
    begun_at = first.get("backup_head", {}).get("index", 0)
    facts = {"epoch": settings.epoch, "backup": first.get("backup", "?"), "count": max(0, pin.index - begun_at)}
    kept = _held_against(register, pin) if pin.index <= begun_at else []
    return Seen(tuple(kept), (VerifyBreak("epoch_after", facts),))


def pin_head(register: Register, data_dir: Path, *, told: bool = False) -> None:
    """Takes a head and remembers it on this PC, unless the register has fallen behind the last one.

    `told`: somebody was told of the restore that the pin does not know yet, so it is pinned now.
    """
    seen = look_at_pin(register, data_dir)
    if (seen.news and told) or not (seen.breaks or seen.news):
        pin_anew(register, data_dir)


def pin_anew(register: Register, data_dir: Path) -> None:
    """Pins what is there. A pin that cannot be written is a weaker watch, and no reason to stop working."""
    from incident_desk.usecases.stations import sign_head

    head = register.take_head()
    sign_head(register, data_dir)
    settings = register.queries.settings()
    before = read_pin(data_dir, settings.register_id)
    counters = highest(register.queries.counters(), before.counters if before else {})
    newest = register.queries.newest_signed()
    signed = newest.head.index if newest else 0
    pin = Pin(head.index, head.hash, settings.epoch, settings.epoch_id, counters, signed)
    if not head.index or pin == before:
        return
    try:
        write_pin(data_dir, settings.register_id, pin)
    except OSError:
        log.warning("the head of the log could not be remembered on this PC")


class HeadKeeper:
    """Says when a head is due: after a signature, and before more than 500 entries wait for one."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._since = _LOOK_EVERY  # whoever wrote before may have left many

    def is_due(self, written: Sequence[str]) -> bool:
        """`written`: the kinds of the entries that were saved just now."""
        if not _SIGNED.isdisjoint(written):
            return True
        self._since += len(written)
        if self._since < _LOOK_EVERY:
            return False
        self._since = 0
        return self._register.queries.waiting() >= MOST_WAITING - 2 * _LOOK_EVERY
