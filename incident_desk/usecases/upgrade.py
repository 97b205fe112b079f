"""A register of an older version is backed up, then brought up to date."""

from __future__ import annotations

from pathlib import Path

from incident_desk.support.addresses import is_server
from incident_desk.usecases.back_up import name_when_whole
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.services import Services


def upgrade(services: Services, address: str, folder: Path, progress: Progress | None = None) -> Path:
    """Gives the backup. The register is changed only once its backup stands whole in `folder`.

    One on a server is brought up to date by who looks after it, who alone can back it up.

    Where `progress` asks to stop, the register stays as it was.
    """
    if is_server(address):
        raise SurroundingsFailed("backup_on_server")
    stem = Path(address).name.removesuffix(".register")
    backup = name_when_whole(folder, stem, lambda unfinished: services.copy_register(address, unfinished))
    services.upgrade_register(address, progress)
    return backup
