"""Processes that save for ever, as people do who know nothing of the fault that is coming.

Each acknowledges a save once it was committed: `saved OP_ID INCIDENT POSITION ENTRIES`.
"""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import sqlalchemy as sa

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage import engine
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Done, Submission, Submitter
from tests.faults.forks import Tell


def acknowledge(tell: Tell, done: Done) -> None:
    tell("saved", done.op_id, done.id, done.position, len(done.entries))


def save_for_ever(tell: Tell, address: str) -> None:
    register = open_register(address)
    submitter = Submitter(register, uuid7, NOBODY)
    for turn in itertools.count():
        done = submitter.submit(Submission(uuid7(), (c.RecordIncident({"title": f"Report {turn}"}, accept=True),)))
        acknowledge(tell, done)
        for command in (
            c.ChangeFields({"what_happened": "word " * 500, "place": "Ward 3"}),
            c.AddItem("measures", {"what": "Wiped"}),
            c.AddNote("a note"),
        ):
            done = submitter.submit(Submission(uuid7(), (command,), done.id))
            acknowledge(tell, done)
        acknowledge(tell, attach_bytes(submitter, done.id, os.urandom(50_000), uuid7(), name="photo.png"))
        if turn % 3 == 2:
            register.take_head()


def save_whatever_fails(tell: Tell, address: str) -> None:
    """Goes on in the same program after each save that did not work."""
    register = open_register(address)
    submitter = Submitter(register, uuid7, NOBODY)
    for turn in itertools.count():
        report = c.RecordIncident({"title": f"Report {turn}", "what_happened": "word " * 500}, accept=True)
        try:
            acknowledge(tell, submitter.submit(Submission(uuid7(), (report,))))
        except SurroundingsFailed as failed:
            tell("failed", failed.code)


def save_unsafely(tell: Tell, address: str) -> None:
    """Acknowledges a save before it is committed: what a check of kills must notice."""
    register = open_register(address)
    submitter = Submitter(register, uuid7, NOBODY)
    while True:
        op_id = uuid7()
        tell("saved", op_id, op_id, 1, 2)
        submitter.submit(Submission(op_id, (c.RecordIncident({"title": "Report"}, accept=True),)))


def save_without_waiting_for_the_disk(tell: Tell, address: str) -> None:
    """With synchronous=NORMAL, which the program never uses: what a check of power cuts must notice."""
    plain = engine._sqlite_engine

    def hasty(*given: object, **how: object) -> sa.Engine:
        made = plain(*given, **how)  # type: ignore[arg-type]
        sa.event.listen(made, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=NORMAL"))
        return made

    engine._sqlite_engine = hasty
    save_for_ever(tell, address)


def back_up_for_ever(tell: Tell, address: str) -> None:
    """Backs up after every save into the folder `backups` beside the register, and tells the backup's name."""
    place = Path(address)
    register = open_register(address)
    services = wire(place.parent / "data", "en")
    submitter = Submitter(register, uuid7, NOBODY)
    while True:
        acknowledge(tell, submitter.submit(Submission(uuid7(), (c.RecordIncident({"title": "Report"}, accept=True),))))
        tell("backed", back_up(register, place.parent / "backups", services, NOBODY).name)
