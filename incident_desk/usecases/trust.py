"""What stands behind a register: how much is written down since when, how far it is sealed, who remembers it, when it
was last looked through, and from which backups it was restored.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain.journal.log import Head
from incident_desk.support.checks import LastCheck, read_check
from incident_desk.support.pins import Pin, read_pin
from incident_desk.usecases.pins import Seen, look_at_pin
from incident_desk.usecases.ports import Register
from incident_desk.usecases.stations import Signing, signing


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore the register went through, `at` microseconds UTC."""

    at: int
    who: str | None
    backup: str
    lost: int


@dataclass(frozen=True, slots=True)
class TrustFacts:
    """`since`: when the first entry was written, microseconds UTC. `waiting` entries are not in the log yet. `seen`:
    how the register stands to what this PC saw.
    """

    since: int
    head: Head
    waiting: int
    pin: Pin | None
    seen: Seen
    full: LastCheck | None
    recent: LastCheck | None
    restored: tuple[Restored, ...]
    signing: Signing


def trust_facts(register: Register, data_dir: Path) -> TrustFacts:
    queries = register.queries
    of = queries.settings().register_id
    entries = queries.entries(of)
    restored = tuple(
        Restored(each.recorded_at, each.actor, str(each.data.get("backup", "")), int(each.data.get("lost_entries", 0)))
        for each in entries if each.kind == "epoch_begun"
    )  # fmt: skip
    return TrustFacts(
        entries[0].recorded_at, queries.head(), queries.waiting(), read_pin(data_dir, of),
        look_at_pin(register, data_dir), read_check(data_dir, of, "full"), read_check(data_dir, of, "recent"), restored,
        signing(register, data_dir),
    )  # fmt: skip
