"""Verify the register, and hold it against the head this PC saw last."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from incident_desk.support.checks import LastCheck, write_check
from incident_desk.usecases.pins import look_at_pin, pin_head
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.rows import VerifyResult


def verify(
    register: Register,
    data_dir: Path,
    scope: str = "full",
    number: str | None = None,
    progress: Progress | None = None,
) -> VerifyResult:
    """`scope`: "full", "recent" or "record" (then `number` names the incident). What holds is pinned."""
    record = incident_id(number, register.queries) if number else None
    breaks = list(register.verify(scope, record, progress))
    chains, entries = register.verified_counts()
    seen = look_at_pin(register, data_dir)
    if not breaks and scope != "record":
        pin_head(register, data_dir, told=True)
    head = register.queries.head()
    if scope != "record" and (progress is None or progress(0, 0)):  # one that was stopped says nothing
        _remember(register, data_dir, LastCheck(time.time_ns() // 1000, scope, entries, head.index, len(breaks)))
    return VerifyResult((*breaks, *seen.breaks), chains, entries, head.index, head.hash, seen.news)


def _remember(register: Register, data_dir: Path, check: LastCheck) -> None:
    """What cannot be remembered is found again by the next check."""
    with suppress(OSError):
        write_check(data_dir, register.queries.settings().register_id, check)
