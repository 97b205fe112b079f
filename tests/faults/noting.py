"""Writes a note on an incident for every line on standard input, and tells that it did: one session at a PC."""

from __future__ import annotations

import sys

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.submission import Submission, Submitter


def main(address: str, incident: str) -> None:
    register = open_register(address)
    submitter = Submitter(register, uuid7, NOBODY)
    for line in sys.stdin:
        done = submitter.submit(Submission(uuid7(), (c.AddNote(line.strip()),), incident))
        register.take_head()
        sys.stdout.write(f"{done.position}\n")
        sys.stdout.flush()
    register.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
