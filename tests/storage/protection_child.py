"""The victim of test_protection: changes the protection of a register, and dies at its n-th step.

Loads everything once, then for every number on standard input forks a change that dies there, and tells how it ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from incident_desk.app import wire
from incident_desk.usecases.protection import ENCRYPTED, Order, protect
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import unlock
from tests.storage.protected import OTHER, PASSPHRASE

KILLED = 9
WATCHED = (
    "usecases/protection.py",
    "support/files.py",
    "storage/rewriting.py",
    "storage/register.py",
    "support/pins.py",
)


def protect_until(step: int, services: Services, order: Order) -> None:
    """Dies at the n-th call or return of a function that has to do with it."""
    left = step

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        if event in {"call", "return"} and frame.f_code.co_filename.endswith(WATCHED):
            left -= 1
            if not left:
                os._exit(KILLED)

    sys.setprofile(watch)
    done = protect(services, order)
    sys.setprofile(None)
    done.register.close()


def main(path: str, kind: str, data_dir: str) -> None:
    services = wire(Path(data_dir), "en")
    if kind != ENCRYPTED:
        unlock(services, path, PASSPHRASE)
    order = Order(kind, path, passphrase=PASSPHRASE if kind == ENCRYPTED else OTHER)
    for line in sys.stdin:
        process = os.fork()
        if not process:
            protect_until(int(line), services, order)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
