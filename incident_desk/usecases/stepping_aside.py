"""The register that a restore takes the place of: kept under another name, whole, and never deleted."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from incident_desk.usecases.errors import SurroundingsFailed

_BESIDE = ("-wal", "-journal")  # what SQLite has not yet written into the file itself


def keep_old(target: Path, *, was_read: bool) -> Path:
    """Gives the file a second name. It stays under its own too, until the restored one takes that over.

    What stands beside it is copied along and taken away: SQLite would write it into the new file. After a file was
    read and closed nothing stands there, unless another program has it open.
    """
    if was_read and target.with_name(f"{target.name}-wal").exists():
        raise SurroundingsFailed("register_busy", name=target.name)
    kept = _free_name(target)
    try:
        os.link(target, kept)
    except OSError:  # a disk that knows no second names
        _copy(target, kept)
    for suffix in _BESIDE:
        beside = target.with_name(target.name + suffix)
        if beside.exists():
            _copy(beside, kept.with_name(kept.name + suffix))
    for suffix in (*_BESIDE, "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    return kept


def _free_name(target: Path) -> Path:
    stem, day = target.name.removesuffix(".register"), f"{datetime.now().astimezone():%Y-%m-%d}"
    path, number = target.with_name(f"{stem} before {day}.register"), 2
    while path.exists():
        path, number = target.with_name(f"{stem} before {day} {number}.register"), number + 1
    return path


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
