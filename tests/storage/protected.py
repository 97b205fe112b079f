"""Registers under a passphrase, for the tests about them."""

from __future__ import annotations

from pathlib import Path

from incident_desk.domain.context import NOBODY
from incident_desk.storage import keys
from incident_desk.storage.register import SqlRegister
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.protection import CHANGED, DECRYPTED, ENCRYPTED, Order, Protected, protect
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, make_register

PASSPHRASE = "four words with blanks"
OTHER = "another four of them"


def desk_of(register: SqlRegister) -> Desk:
    return Desk(register, Submitter(register, uuid7, NOBODY), str(register.path))


def encrypted(services: Services, path: Path, passphrase: str = PASSPHRASE, paper: Path | None = None) -> Path:
    """A furnished register, under a passphrase, closed; this process knows its key."""
    make_register(str(path)).close()
    closed(protect(services, Order(ENCRYPTED, str(path), passphrase=passphrase, paper=paper)))
    return path


def changed(services: Services, path: Path, passphrase: str = OTHER) -> Protected:
    return closed(protect(services, Order(CHANGED, str(path), passphrase=passphrase)))


def decrypted(services: Services, path: Path) -> Protected:
    return closed(protect(services, Order(DECRYPTED, str(path))))


def closed(done: Protected) -> Protected:
    done.register.close()
    return done


def start_anew() -> None:
    """As if the program had been closed and started again."""
    keys.forget_all()
