"""The victim of test_bulk: brings incidents in, says so before it commits, and waits until somebody kills it."""

from __future__ import annotations

import sys
import time

from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.storage.test_bulk import InBulk, stories


def main(address: str) -> None:
    register = open_register(address)
    desk = Desk(register, Submitter(register, uuid7, NOBODY), address)
    with register.write() as work:
        InBulk(desk, work).write(stories(desk, 400), 40)
        print("sent", flush=True)
        time.sleep(600)


if __name__ == "__main__":
    main(sys.argv[1])
