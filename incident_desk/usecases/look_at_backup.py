"""What a backup holds and what would be missing after a restore, before anything is restored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from incident_desk.support.pins import read_pin
from incident_desk.usecases.back_up import Backup, backups_in
from incident_desk.usecases.loss import Loss, what_would_be_lost
from incident_desk.usecases.own_register import SUFFIX
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import IncidentFilter, VerifyBreak
from incident_desk.usecases.services import Services


@dataclass(frozen=True, slots=True)
class BackupLook:
    """What one sees in a backup. `seen_here`: this PC remembers how far the register had come. `people`: (id, name) of
    those of whom one accepts the restore.
    """

    organisation: str
    incidents: int
    loss: Loss
    seen_here: bool
    register_id: str
    people: tuple[tuple[str, str], ...]


def look_at_backup(services: Services, backup: Path, damaged: str | None) -> BackupLook:
    register = services.read_register(str(backup))
    try:
        queries = register.queries
        loss = what_would_be_lost(services, register, damaged)
        settings = queries.settings()
        seen_here = read_pin(services.data_dir, settings.register_id) is not None
        people = sorted((each for each in queries.people() if each.active), key=lambda person: person.name)
        return BackupLook(
            settings.organisation, queries.count(IncidentFilter()), loss, seen_here, settings.register_id,
            tuple((person.id, person.name) for person in people),
        )  # fmt: skip
    finally:
        register.close()


def check_backup(services: Services, backup: Path, progress: Progress) -> list[VerifyBreak]:
    """Everything that does not hold in a backup."""
    register = services.read_register(str(backup))
    try:
        return list(register.verify("full", None, progress))
    finally:
        register.close()


def backups_of(folders: list[Path], register: Path | None) -> list[Backup]:
    """Backups in these folders, newest first: those that are named after the register, else all there are."""
    found = {backup.path: backup for folder in folders for backup in backups_in(folder)}
    newest_first = sorted(found.values(), key=lambda backup: backup.at, reverse=True)
    if register is None:
        return newest_first
    stem = register.name.removesuffix(SUFFIX)
    return [backup for backup in newest_first if stem_of(backup) == stem] or newest_first


def stem_of(backup: Backup) -> str:
    """The name of the register it is a backup of."""
    return backup.path.name.rsplit("-", 2)[0]


def restored_file(register: Path, moment: datetime) -> Path:
    """A new name beside the old file, which stays as it is."""
    stem = register.name.removesuffix(SUFFIX)
    path, number = register.with_name(f"{stem} {moment:%Y-%m-%d}{SUFFIX}"), 2
    while path.exists():
        path, number = register.with_name(f"{stem} {moment:%Y-%m-%d} {number}{SUFFIX}"), number + 1
    return path
