"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from incident_desk.support.register_files import BESIDE_IT

_A_DAY = 24 * 3600  # seconds; nobody writes at one file for longer
_BLOCK = 1 << 20


def write_whole(target: Path, content: bytes) -> None:
    """Writes beside the target, makes it durable, then puts it in place. Raises OSError; the old file stays then."""
    with writing_whole(target) as file:
        file.write(content)


@contextmanager
def writing_whole(target: Path) -> Iterator[BinaryIO]:
    """A file beside the target, put in place when the block ends. Whatever ends it early, the old file stays."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    clear_leftovers(target.parent, f".{escape(target.name)}.*.tmp")
    try:
        with temporary.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put_in_place(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def put_in_place(finished: Path, target: Path) -> None:
    """Renames a complete file onto its name and makes the renaming durable."""
    finished.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def clear_leftovers(folder: Path, pattern: str) -> None:
    """Takes away unfinished files that a program left there when it was killed, once nobody can be writing them."""
    with suppress(OSError):
        for path in folder.glob(pattern):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - _A_DAY:
                    path.unlink()


def link_beside(file: Path, second: Path) -> None:
    """A second name for a file, where the disk knows such; what stood there before goes."""
    overwrite_and_remove(second)
    with suppress(OSError):
        os.link(file, second)


def overwrite_and_remove(file: Path) -> None:
    """Zeros over a file and what a database keeps beside it, before they go. A disk may still hold what stood there.

    A file that has another name is not overwritten: under that it may be the register itself, or somebody's backup.
    """
    for ending in ("", *BESIDE_IT):
        each = file.with_name(file.name + ending)
        with suppress(FileNotFoundError):
            _overwrite(each)
            each.unlink()


def _overwrite(file: Path) -> None:
    with file.open("r+b") as content:
        known = os.fstat(content.fileno())
        left = known.st_size if known.st_nlink == 1 else 0
        while left > 0:
            left -= content.write(bytes(min(left, _BLOCK)))
        content.flush()
        os.fsync(content.fileno())
