"""Backup: a complete copy, checked before it gets its name. Daily by itself, rolling."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from incident_desk.domain.context import Actor
from incident_desk.support.files import clear_leftovers, put_in_place
from incident_desk.usecases.access import log_access
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services

KEEP_DAILY = 14
KEEP_MONTHLY = 12
_NAME = re.compile(r"^(?P<stem>.+)-(?P<at>\d{8}-\d{6})\.backup\.register$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup in a folder. `at` is its time, UTC."""

    path: Path
    at: datetime


def back_up(register: Register, folder: Path, services: Services, actor: Actor) -> Path:
    """Copies (VACUUM INTO), opens and verifies the copy, makes it durable, then names it."""
    if register.path is None:
        raise SurroundingsFailed("backup_on_server")
    pin_head(register, services.data_dir)
    stem = register.path.name.removesuffix(".register")

    def copy(unfinished: Path) -> None:
        register.copy_to(unfinished)
        _check(services, unfinished)

    target = name_when_whole(folder, stem, copy)
    log_access(
        register,
        services.new_id,
        actor,
        "backed_up",
        {"name": target.name, "head": register.queries.head().index},
    )
    return target


def name_when_whole(folder: Path, stem: str, copy: Callable[[Path], None]) -> Path:
    """The backup of this moment, which has its name only once `copy` wrote it whole and it is durable.

    What an earlier one left there when it was killed goes as well.
    """
    target = folder / backup_name(stem, datetime.now(UTC))
    temporary = folder / f".{target.name}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        clear_leftovers(folder, f".{escape(stem)}-*.backup.register.tmp*")
        temporary.unlink(missing_ok=True)
        copy(temporary)
        put_in_place(temporary, target)
    except OSError as error:
        raise SurroundingsFailed("backup_failed", name=str(folder), problem=error.strerror or "") from error
    finally:
        _clear(temporary)
    return target


def backup_name(stem: str, at: datetime) -> str:
    """The name of a finished backup; `_NAME` reads it back."""
    return f"{stem}-{at:%Y%m%d-%H%M%S}.backup.register"


def _check(services: Services, copy: Path) -> None:
    """The copy is a register and everything in it holds."""
    opened = services.read_register(str(copy))
    try:
        sound = next(iter(opened.verify("full")), None) is None
    finally:
        opened.close()
    if not sound:
        raise SurroundingsFailed("backup_not_sound", name=str(copy.parent))


def _clear(temporary: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


def backups_in(folder: Path, stem: str | None = None) -> list[Backup]:
    """Finished backups, newest first; those of one register when its stem is given."""
    found = []
    try:
        names = list(folder.iterdir())
    except OSError:
        return []
    for path in names:
        match = _NAME.match(path.name)
        if match and stem in (None, match["stem"]):
            with suppress(ValueError):  # a name that only looks like one of ours
                found.append(Backup(path, datetime.strptime(match["at"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def to_drop(backups: list[Backup]) -> list[Backup]:
    """Rolling: the newest of each of the last 14 days and 12 months stay."""
    days: dict[str, Backup] = {}
    months: dict[str, Backup] = {}
    for backup in backups:  # newest first: the first of a day or month is the one that stays
        days.setdefault(f"{backup.at:%Y-%m-%d}", backup)
        months.setdefault(f"{backup.at:%Y-%m}", backup)
    kept = {backup.path for backup in [*list(days.values())[:KEEP_DAILY], *list(months.values())[:KEEP_MONTHLY]]}
    return [backup for backup in backups if backup.path not in kept]


def due(folder: Path, stem: str, now: datetime) -> bool:
    """Whether today has no backup yet."""
    newest = next(iter(backups_in(folder, stem)), None)
    return newest is None or newest.at.date() < now.date()


def daily(register: Register, folder: Path, services: Services, actor: Actor) -> Path:
    """Today's backup, then the old ones that rolling drops."""
    written = back_up(register, folder, services, actor)
    stem = written.name.rsplit("-", 2)[0]
    for backup in to_drop(backups_in(folder, stem)):
        with suppress(OSError):
            backup.path.unlink()
    return written
