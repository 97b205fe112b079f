"""A register of one's own in one go: its file, its sector pack, and the person who looks after it."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain.context import NOBODY
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.vocabulary import Role
from incident_desk.support.files import put_in_place
from incident_desk.usecases.attach_file import display_name
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter

SUFFIX = ".register"
_FIRST_PERSON = (Role.COORDINATOR, Role.MANAGER, Role.ADMINISTRATOR)
_LONGEST_CODE, _SHORTEST_CODE = 8, 4
_SPELT = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "Æ": "AE", "Ø": "O"})


@dataclass(frozen=True, slots=True)
class OwnRegister:
    """What somebody wants. `name` and `job` are those of the first person on its list."""

    path: Path
    pack: str
    organisation: str
    site_code: str
    name: str
    job: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """An open register and who begins in it."""

    register: Register
    register_id: str
    person: str


def make_own(services: Services, wanted: OwnRegister) -> Made:
    """Made beside its place, then given its name: a failure on the way leaves nothing there."""
    if wanted.path.exists():
        raise SurroundingsFailed("register_exists", name=wanted.path.name)
    making = wanted.path.with_name(f".{wanted.path.name}.{services.new_id()}.making")
    try:
        person = _make(services, wanted, making)
        put_in_place(making, wanted.path)
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(wanted.path)) from error
    finally:
        _clear(making)
    register = services.open_register(str(wanted.path))
    return Made(register, register.queries.settings().register_id, person)


def _make(services: Services, wanted: OwnRegister, path: Path) -> str:
    register = make_register(
        services, str(path), wanted.pack, organisation=wanted.organisation, site_code=wanted.site_code,
        zone=services.local_zone,
    )  # fmt: skip
    try:
        first = AddPerson(wanted.name, tuple(map(str, _FIRST_PERSON)), wanted.job)
        submitter = Submitter(register, services.new_id, NOBODY)
        return submitter.submit(Submission(services.new_id(), (first,))).id
    finally:
        register.close()


def _clear(making: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            making.with_name(making.name + suffix).unlink(missing_ok=True)


def proposed_code(organisation: str) -> str:
    """A code for record numbers from the name: "Halden Works" gives HALDEN; "" when no letter will do."""
    plain = unicodedata.normalize("NFKD", organisation.upper().translate(_SPELT))
    words = ["".join(re.findall(r"[A-Z0-9]", word)) for word in plain.split()]
    code = ""
    for word in words:
        if len(code) >= _SHORTEST_CODE:
            break
        code += word
    return code[:_LONGEST_CODE]


def proposed_file(folder: Path, organisation: str) -> Path:
    """A file named after the organisation, in a folder where nothing of that name is."""
    stem = display_name(organisation) if organisation.strip() else "Incidents"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path
