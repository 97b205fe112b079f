"""The victim of test_kills: saves as fast as it can, and acknowledges each save once it was committed.

Loads everything once, then for every line on standard input forks a writer, tells its process id, and
waits until somebody killed it.
"""

from __future__ import annotations

import itertools
import os
import sys

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.submission import Submission, Submitter


def tell(*words: object) -> None:
    """Straight to the system, so that what was told was told when the process dies."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def save_for_ever(address: str) -> None:
    register = open_register(address)
    submitter = Submitter(register, uuid7, NOBODY)
    for turn in itertools.count():
        done = submitter.submit(Submission(uuid7(), (c.RecordIncident({"title": f"Report {turn}"}, accept=True),)))
        tell("saved", done.op_id, done.id, done.position, len(done.entries))
        for command in (
            c.ChangeFields({"what_happened": "word " * 500, "place": "Ward 3"}),
            c.AddItem("measures", {"what": "Wiped"}),
            c.AddNote("a note"),
        ):
            done = submitter.submit(Submission(uuid7(), (command,), done.id))
            tell("saved", done.op_id, done.id, done.position, len(done.entries))
        done = attach_bytes(submitter, done.id, os.urandom(50_000), uuid7(), name="photo.png")
        tell("saved", done.op_id, done.id, done.position, len(done.entries))
        if turn % 3 == 2:
            register.take_head()


def main() -> None:
    for _ in sys.stdin:
        process = os.fork()
        if not process:
            try:
                save_for_ever(sys.argv[1])
            finally:
                os._exit(1)
        tell("writer", process)
        os.waitpid(process, 0)
        tell("gone")


if __name__ == "__main__":
    main()
