"""A register of an older version is backed up, then brought up to date."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from incident_desk.support.addresses import is_server
from incident_desk.support.files import put_in_place
from incident_desk.usecases.back_up import backup_name
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
    backup = _back_up(services, address, folder)
    services.upgrade_register(address, progress)
    return backup


def _back_up(services: Services, address: str, folder: Path) -> Path:
    stem = Path(address).name.removesuffix(".register")
    target = folder / backup_name(stem, datetime.now(UTC))
    temporary = folder / f".{target.name}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        services.copy_register(address, temporary)
        put_in_place(temporary, target)
    except OSError as error:
        raise SurroundingsFailed("backup_failed", name=str(folder), problem=error.strerror or "") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return target
