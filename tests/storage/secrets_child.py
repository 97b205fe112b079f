"""The program of test_secrets_nowhere: works in an encrypted register and dies in the middle of it."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.storage.register import SqlRegister
from incident_desk.support.logs import start_logging
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import print_record
from incident_desk.usecases.protection import CHANGED, ENCRYPTED, Order, protect
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.unlocking import unlock
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, make_register

FIRST = "canary-before passphrase"
PASSPHRASE = "canary-passphrase in four words"
PATIENT = "Canaria Vogelsang"


def main(data: str, temp: str, regs: str, out: str) -> None:
    start_logging(Path(data))
    services, path = wire(Path(data), "en"), Path(regs) / "Ward.register"
    make_register(str(path)).close()
    protect(services, Order(ENCRYPTED, str(path), passphrase=FIRST, paper=Path(out) / "old.pdf")).register.close()
    order = Order(CHANGED, str(path), passphrase=PASSPHRASE, paper=Path(out) / "key.pdf")
    protect(services, order).register.close()
    with suppress(Refused):
        unlock(services, str(path), PASSPHRASE + " wrong")
    _work(services, path, Path(out))
    _control(Path(out) / "control.register")
    try:
        raise RuntimeError("something broke")
    except RuntimeError:
        logging.getLogger("incident_desk.test").exception("in the middle")
    os.kill(os.getpid(), signal.SIGKILL)


def _work(services: Services, path: Path, out: Path) -> None:
    register = services.open_register(str(path))
    desk = Desk(register, Submitter(register, uuid7, NOBODY), str(path))  # type: ignore[arg-type]  # a real one
    done = desk.do(None, c.RecordIncident({"title": f"{PATIENT} fell", "what_happened": f"{PATIENT} fell. " * 300}))
    attach_bytes(desk.submitter, done.id, PATIENT.encode() * 100_000, uuid7(), name="scan.txt")
    back_up(register, out / "backups", services, NOBODY)
    printed = print_record(services, register, NOBODY, done.number, Wording(Texts("en"), read_names(register.queries)))
    (out / "incident.pdf").write_bytes(printed.content)
    register.queries.search(PATIENT)
    list(register.verify("full"))
    with register.write() as work:  # never committed
        work.lock("incident", [done.id])
    desk.do(done.id, c.AddNote(PATIENT))


def _control(path: Path) -> None:
    register: SqlRegister = make_register(str(path))
    Desk(register, Submitter(register, uuid7, NOBODY), str(path)).do(None, c.RecordIncident({"title": PATIENT}))
    register.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
