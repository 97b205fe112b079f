"""Large registers, made by the program itself as it makes the past of a demo. Kept for the next run."""

from __future__ import annotations

import hashlib
import sys
import time
from functools import cache
from pathlib import Path

import incident_desk
from incident_desk.app import wire
from incident_desk.domain.context import NOBODY
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.vocabulary import Role
from incident_desk.storage.register import SqlRegister
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.demo_past import Past
from incident_desk.usecases.demo_tales import Span, Teller
from incident_desk.usecases.names import read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter

PEOPLE = 40
FIRST = 1_514_764_800_000_000  # 2018-01-01, microseconds UTC
LENGTH = 8 * 365 * 86_400_000_000  # all reports came within eight years


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
    sources = [Path(__file__), product / "usecases" / "demo_tales.py", product / "storage" / "projection.py"]
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
        entries = fill(register, size)
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


def fill(register: SqlRegister, size: int) -> int:
    """Gives how many entries were written."""
    names = read_names(register.queries)

    def tell_how_far(done: int) -> None:
        if sys.stdout.isatty():
            print(f"\r{done} of {size}", end="", flush=True)

    teller, span = Teller(names, "en"), Span(FIRST, FIRST + LENGTH, size)
    actors = cache(lambda name: actor_named(name, names))
    past = Past(register, names, lambda _moment: uuid7(), actors, tell_how_far)
    past.write(teller.tell(n, span) for n in range(size))
    return past.entries
