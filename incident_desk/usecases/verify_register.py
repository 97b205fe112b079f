"""Verify the register, and hold it against the head this PC saw last."""

from __future__ import annotations

from pathlib import Path

from incident_desk.support.pins import Pin, read_pin, write_pin
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.rows import VerifyBreak, VerifyResult


def verify(
    register: Register,
    data_dir: Path,
    scope: str = "full",
    number: str | None = None,
    progress: Progress | None = None,
) -> VerifyResult:
    """`scope`: "full", "recent" or "record" (then `number` names the incident)."""
    record = incident_id(number, register.queries) if number else None
    breaks = list(register.verify(scope, record, progress))
    breaks += pin_breaks(register, data_dir)
    chains, entries = register.verified_counts()
    head = register.queries.head()
    return VerifyResult(tuple(breaks), chains, entries, head.index, head.hash)


def pin_breaks(register: Register, data_dir: Path) -> list[VerifyBreak]:
    """Whether the register still holds the head that this PC pinned: one look-up."""
    settings = register.queries.settings()
    pin = read_pin(data_dir, settings.register_id)
    if pin is None or pin.epoch != settings.epoch:
        return []
    known = register.queries.log_hash(pin.index)
    head = register.queries.head()
    if known is None:
        return [VerifyBreak("older_than_seen", {"count": pin.index - head.index, "seen": pin.index})]
    if known != pin.hash:
        return [VerifyBreak("other_than_seen", {"seen": pin.index})]
    return []


def pin_head(register: Register, data_dir: Path) -> None:
    """Takes a head and remembers it on this PC, unless the register has fallen behind the last one."""
    if pin_breaks(register, data_dir):
        return
    head = register.take_head()
    settings = register.queries.settings()
    if head.index:
        write_pin(data_dir, settings.register_id, Pin(head.index, head.hash, settings.epoch))
