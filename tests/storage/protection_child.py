"""The victim of test_protection: changes the protection of a register, and dies at its n-th step."""

from __future__ import annotations

import sys
from pathlib import Path

from incident_desk.app import wire
from incident_desk.usecases.protection import ENCRYPTED, Order, protect
from incident_desk.usecases.unlocking import unlock
from tests.storage.protected import OTHER, PASSPHRASE, closed
from tests.storage.step_kills import serve

WATCHED = (
    "usecases/protection.py", "support/files.py", "storage/rewriting.py", "storage/register.py", "support/pins.py",
)  # fmt: skip


def main(path: str, kind: str, data_dir: str) -> None:
    services = wire(Path(data_dir), "en")
    if kind != ENCRYPTED:
        unlock(services, path, PASSPHRASE)
    order = Order(kind, path, passphrase=PASSPHRASE if kind == ENCRYPTED else OTHER)
    serve(lambda: closed(protect(services, order)), WATCHED)


if __name__ == "__main__":
    main(*sys.argv[1:])
