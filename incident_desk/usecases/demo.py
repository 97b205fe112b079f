"""A demo register: people, reports and incidents in all five steps, and one paper of each kind.

The stories stand in resources/demo/*.toml. They are told all at once, one act after the other as time goes by,
so that numbers, entries and the log run the way they do in a register that is used. Before them comes as much of a
past as was asked for.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from incident_desk.domain.context import NOBODY
from incident_desk.domain.vocabulary import Status
from incident_desk.support.resources import resource
from incident_desk.support.texts import Texts
from incident_desk.usecases.demo_maker import DemoMaker, Written
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.names import read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import print_list, print_record
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording

_LISTED = 2000  # a paper of more incidents names the open ones only


def make_demo(
    services: Services, folder: Path, pack: str, size: int, language: str, seed: int = 0,
    written: Written | None = None, start: int | None = None,
) -> Iterator[Path]:  # fmt: skip
    """Makes the register and the papers; gives each file as it is done. Broken off, it takes all of them back.

    What it tells ended at `start`, in microseconds; now where nothing is said.
    """
    with resource("demo", f"{pack}.toml").open("rb") as source:
        told = tomllib.load(source)
    path = folder / f"{told['file']}.register"
    register = make_register(
        services, str(path), pack, organisation=told["organisation"][language], site_code=told["site_code"],
        zone=services.local_zone,
    )  # fmt: skip
    made = [path]
    try:
        demo = DemoMaker(register, seed, start or time.time_ns() // 1000)
        shown = demo.tell(told, language, size, written)
        yield path
        for paper in _papers(register, services, folder, language, shown, size):
            made.append(paper)
            yield paper
    except GeneratorExit:
        raise  # nobody wants the rest
    except BaseException:  # whatever stopped it, Ctrl+C too: nothing half made stays
        register.close()
        _take_back(made, folder)
        raise
    finally:
        register.close()


def _take_back(made: Sequence[Path], folder: Path) -> None:
    for path in made:
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    with suppress(OSError):  # something else is in it
        folder.rmdir()


def _papers(
    register: Register, services: Services, folder: Path, language: str, number: str, size: int
) -> Iterator[Path]:
    wording = Wording(Texts(language), read_names(register.queries))
    record = print_record(services, register, NOBODY, number, wording)
    wanted = IncidentFilter() if size <= _LISTED else IncidentFilter(statuses=frozenset({Status.OPEN}))
    listing = print_list(services, register, NOBODY, wanted, wording)
    for printed in (record, listing):
        target = folder / printed.name
        write_out(target, printed.content)
        yield target
