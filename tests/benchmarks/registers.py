"""Large registers, made by the program itself: its commands, its decisions, its unit of work. Kept for the next run."""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import incident_desk
from incident_desk.app import wire
from incident_desk.domain.commands import Command
from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role
from incident_desk.storage.register import SqlRegister
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.ports import UnitOfWork
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Run, Submission, Submitter
from tests.benchmarks.stories import STEPS, Teller

PEOPLE = 40
FIRST = 1_514_764_800_000_000  # 2018-01-01, microseconds UTC
PACE = 8 * 365 * 86_400_000_000  # all reports came within eight years
TOGETHER = 250  # incidents to a transaction
OPEN_IN_A_STEP = 100  # however large the register is
WAITING = 40
# What becomes of the others, in hundredths: with it an incident has between 8 and 9 entries.
ENDS = ("signed",) * 40 + ("good_catch",) * 35 + ("not_reportable",) * 25
CHIEF = Actor(None, "", frozenset(Role))


def services_in(folder: Path) -> Services:
    """The program's own parts, with their settings in that folder."""
    return wire(folder / "settings", "en")


def register_of(size: int, folder: Path) -> Path:
    """A sound register with that many incidents, from an earlier run where the program still makes it so."""
    path = folder / f"{size}-{_fingerprint()}.register"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        for suffix in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
        _make(size, unfinished, services_in(folder))
        unfinished.rename(path)
    return path


def _fingerprint() -> str:
    """Changes with what a register is made by, as far as that decides what is in it."""
    product = Path(incident_desk.__file__).parent
    sources = [Path(__file__), Path(__file__).with_name("stories.py"), product / "storage" / "projection.py"]
    sources += sorted((product / "storage" / "migrations" / "versions").glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def _make(size: int, path: Path, services: Services) -> None:
    start = time.monotonic()
    register = make_register(
        services, str(path), "hospital", organisation="St Brigid", site_code="MAIN", zone="Europe/London"
    )
    assert isinstance(register, SqlRegister)
    try:
        _hire(register)
        entries = _fill(register, size)
        register.take_head()
        made = time.monotonic()
        breaks = list(register.verify("full"))
        if breaks:
            raise RuntimeError(f"the register of {size} does not verify: {breaks[:3]}")
    finally:
        register.close()
    print(
        f"made {size} incidents: {entries / size:.2f} entries each, {path.stat().st_size / size:.0f} bytes each; "
        f"{made - start:.0f} s, verified in {time.monotonic() - made:.0f} s",
        flush=True,
    )


def _hire(register: SqlRegister) -> None:
    submitter = Submitter(register, uuid7, NOBODY, lambda: FIRST)
    roles = tuple(str(role) for role in Role)
    for n in range(1, PEOPLE + 1):
        submitter.submit(Submission(uuid7(), (AddPerson(f"Person Number{n:02}", roles),)))


def _fill(register: SqlRegister, size: int) -> int:
    """Gives how many entries were written."""
    names = read_names(register.queries)
    teller = Teller(names)
    ends = _ends(size)
    entries = 0
    for first in range(0, size, TOGETHER):
        with register.write(lambda: FIRST) as work:
            for n in range(first, min(first + TOGETHER, size)):
                entries += _Led(work, names, FIRST + PACE * n // size).lead(teller, ends[n])
            work.commit(uuid7(), {})
        register.take_head()
        if sys.stdout.isatty():
            print(f"\r{first} of {size}", end="", flush=True)
    return entries


def _ends(size: int) -> Sequence[str]:
    """Where each incident stands: the newest are open, shuffled over the steps."""
    chance = random.Random(size)
    waiting, open_in_a_step = min(WAITING, size // 20), min(OPEN_IN_A_STEP, size // 20)
    open_ones = list(STEPS) * open_in_a_step + ["inbox"] * waiting
    chance.shuffle(open_ones)
    return [*chance.choices(ENDS, k=size - len(open_ones)), *open_ones]


class _Led(Run):
    """Every submission of one incident; many incidents share a transaction."""

    def __init__(self, work: UnitOfWork, names: Names, reported: int) -> None:
        super().__init__(work, Submission("", ()), CHIEF, names, uuid7)
        self._reported = reported
        self._id = uuid7()
        self.records = {self._id: Record(self._id, CHAIN_KIND)}

    def lead(self, teller: Teller, reach: str) -> int:
        for said in teller.tell(reach):
            self._now = self._reported + said.after
            self._submit(said.commands)
        return self.records[self._id].position

    def _submit(self, commands: Sequence[Command]) -> None:
        self.submission = Submission(uuid7(), commands)
        for command in commands:
            self.carry_out(self._id, command)
