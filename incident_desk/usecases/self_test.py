"""The work of a register, done in a folder of its own: proves that every part of this copy of the program is there.

A copied folder, a wheel or a package may lack a library that is loaded by name, a driver or a resource file. Nothing
here looks for files by name: each part is used the way the program uses it, so whatever is missing fails as it would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain import directory as d
from incident_desk.domain.commands import RecordIncident
from incident_desk.domain.context import NOBODY
from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import print_list, print_record
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.secrets import check_secret, set_secret
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter
from incident_desk.usecases.wording import Wording

# One word in each script whose letters the papers carry, and one that only its own letters find again.
TOLD = ("Grüße", "Wrocław", "Θερμότητα", "авария")
_SECTORS = frozenset({"hospital", "factory", "general"})
_SIGN_IN = "known to the self-test"
_WAL = b"\x02\x02"  # bytes 18 and 19 of a SQLite file whose writers keep a log beside it
# Nobody listens on port 1: the driver that fails to reach a server there was found and loaded.
_NO_SERVERS = ("postgresql://nobody@127.0.0.1:1/none", "mariadb://nobody@127.0.0.1:1/none")


@dataclass(frozen=True, slots=True)
class Proof:
    """What the self-test made: a register, and its papers by language."""

    register: Path
    records: Mapping[str, bytes]
    lists: Mapping[str, bytes]


def holds(fact: bool, part: str) -> None:
    """Raises SurroundingsFailed with the name of the part that does not work."""
    if not fact:
        raise SurroundingsFailed("copy_not_whole", part=part)


def prove_register(services: Services, folder: Path) -> Proof:
    """Every sector pack, both server drivers, and one report from the first word to the paper."""
    holds({name for name in services.pack_names() if services.load_pack(name)} >= _SECTORS, "resources/packs")
    for address in _NO_SERVERS:
        holds(_fails_to_reach(services, address), address.split(":")[0])
    path = folder / "selftest.register"
    register = make_register(services, str(path), "hospital", organisation="Selftest", site_code="TEST", zone="UTC")
    try:
        _use_secret(register, services.new_id)
        number = _report(register, services.new_id)
        holds([found.row.number for found in register.queries.search(TOLD[0], 5)] == [number], "search")
        records, lists = _papers(services, register, number)
        holds(next(iter(register.verify("full")), None) is None, "verify")
    finally:
        register.close()
    holds(path.read_bytes()[18:20] == _WAL, "sqlcipher3")
    return Proof(path, records, lists)


def _fails_to_reach(services: Services, address: str) -> bool:
    try:
        services.open_register(address).close()
    except SurroundingsFailed as trouble:
        return trouble.code == "server_unreachable"
    except ImportError:
        return False
    return False


def _use_secret(register: Register, new_id: Callable[[], str]) -> None:
    added = d.AddPerson("Ada", ("coordinator", "administrator"))
    person = Submitter(register, new_id, NOBODY).submit(Submission(new_id(), (added,))).id
    set_secret(register, actor_named("Ada", read_names(register.queries)), person, _SIGN_IN, new_id())
    check_secret(register, person, _SIGN_IN, new_id)


def _report(register: Register, new_id: Callable[[], str]) -> str:
    actor = actor_named("Ada", read_names(register.queries))
    told = RecordIncident({"what_happened": " ".join(TOLD)})
    return Submitter(register, new_id, actor).submit(Submission(new_id(), (told,))).number


def _papers(services: Services, register: Register, number: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    records, lists = {}, {}
    for language in LANGUAGES:
        wording = Wording(Texts(language), read_names(register.queries))
        records[language] = print_record(services, register, NOBODY, number, wording).content
        lists[language] = print_list(services, register, NOBODY, IncidentFilter(), wording).content
    return records, lists
