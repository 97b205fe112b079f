"""The victim of test_restore: restores in place, and dies at its n-th step.

Loads everything once, then for every number on standard input forks a restore that dies there, and tells how it ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from incident_desk.app import wire
from incident_desk.usecases.restore import Order, restore
from incident_desk.usecases.services import Services

KILLED = 9
WATCHED = (
    "usecases/restore.py", "usecases/stepping_aside.py", "usecases/pins.py", "support/files.py", "storage/register.py",
    "storage/unit_of_work.py", "storage/log_rows.py",
)  # fmt: skip


def restore_until(step: int, services: Services, order: Order) -> None:
    """Dies at the n-th call or return of a function that has to do with restoring."""
    left = step

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        if event in {"call", "return"} and frame.f_code.co_filename.endswith(WATCHED):
            left -= 1
            if not left:
                os._exit(KILLED)

    sys.setprofile(watch)
    restored = restore(services, order)
    sys.setprofile(None)
    restored.register.close()


def main(backup: str, target: str, data_dir: str) -> None:
    services, order = wire(Path(data_dir), "en"), Order(Path(backup), Path(target), "x", in_place=True)
    for line in sys.stdin:
        process = os.fork()
        if not process:
            restore_until(int(line), services, order)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
