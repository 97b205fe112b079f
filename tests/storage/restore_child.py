"""The victim of test_restore: restores in place, and dies at its n-th step."""

from __future__ import annotations

import sys
from pathlib import Path

from incident_desk.app import wire
from incident_desk.usecases.restore import Order, restore
from tests.storage.step_kills import serve

WATCHED = (
    "usecases/restore.py", "usecases/stepping_aside.py", "usecases/pins.py", "support/files.py", "storage/register.py",
    "storage/unit_of_work.py", "storage/log_rows.py",
)  # fmt: skip


def main(backup: str, target: str, data_dir: str) -> None:
    services, order = wire(Path(data_dir), "en"), Order(Path(backup), Path(target), "x", in_place=True)
    serve(lambda: restore(services, order).register.close(), WATCHED)


if __name__ == "__main__":
    main(*sys.argv[1:])
