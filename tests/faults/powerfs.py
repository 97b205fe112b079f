"""A disk that loses its power: what no program has made durable is not there afterwards.

    python -m tests.faults.powerfs DISK MOUNTED FAILING KIND

The files that programs see live in memory. `DISK/names` holds what would be read after a cut: the bytes of a file as of
its last fsync, the names of a folder as of the last fsync of that folder. As a real disk may, this one writes some of
what it was not asked to keep earlier, in any order: every other block that is written, every other name that changes.
Killing this process is the cut.

KIND is what the system calls the disk, behind "fuse.".

FAILING is the share of the fsyncs that fail. What was to be kept then is forgotten, as by a
system that takes it for written afterwards: the next fsync keeps only what was written since.
"""

from __future__ import annotations

import errno
import os
import random
import stat
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mfusepy as fuse  # type: ignore[import-untyped]  # has no stubs

BLOCK = 4096


@dataclass
class File:
    """A file as programs see it, and where its durable bytes stand."""

    durable: Path
    mode: int
    content: bytearray = field(default_factory=bytearray)
    changed: int = field(default_factory=time.time_ns)
    unkept: set[int] = field(default_factory=set)
    """Blocks that were written since the last fsync."""


class PowerFS(fuse.Operations):  # type: ignore[misc]
    """One thread, so that one call comes after the other. Folders are durable at once, for the program makes none there."""

    use_ns = True

    def __init__(self, disk: Path, failing: float) -> None:
        self._names, self._inodes = disk / "names", disk / "inodes"
        self._chance, self._failing = random.Random(), failing
        for folder in (self._names, self._inodes):
            folder.mkdir(exist_ok=True)
        self._count = max((int(path.name) for path in self._inodes.iterdir()), default=0)
        self._files = {f"/{path.relative_to(self._names)}": self._read(path) for path in self._all_names()}

    def _all_names(self) -> list[Path]:
        return [path for path in self._names.rglob("*") if path.is_file()]

    def _read(self, path: Path) -> File:
        """What a cut left behind, under a number of its own."""
        file = File(self._next(), stat.S_IFREG | 0o644, bytearray(path.read_bytes()))
        path.replace(file.durable)
        os.link(file.durable, path)
        return file

    def _next(self) -> Path:
        self._count += 1
        return self._inodes / str(self._count)

    def _file(self, path: str) -> File:
        try:
            return self._files[path]
        except KeyError:
            raise fuse.FuseOSError(errno.ENOENT) from None

    def _disk(self, path: str) -> Path:
        return self._names / path.lstrip("/")

    # --- what becomes durable ---------------------------------------------------------------------

    def fsync(self, path: str, datasync: int, handle: int) -> int:
        file = self._file(path)
        blocks, file.unkept = file.unkept, set()
        if self._chance.random() < self._failing:
            raise fuse.FuseOSError(errno.EIO)
        with file.durable.open("r+b") as durable:
            for block in blocks:
                durable.seek(block * BLOCK)
                durable.write(file.content[block * BLOCK : (block + 1) * BLOCK])
            durable.truncate(len(file.content))
        return 0

    def fsyncdir(self, path: str, datasync: int, handle: int) -> int:
        folder = self._disk(path)
        for name in {each.name for each in folder.iterdir() if each.is_file()} | set(self._in(path)):
            self._keep_name(f"{path.rstrip('/')}/{name}")
        return 0

    def _keep_name(self, path: str) -> None:
        """On the disk the name now stands for what it stands for here, or for nothing."""
        self._disk(path).unlink(missing_ok=True)
        if path in self._files:
            os.link(self._files[path].durable, self._disk(path))

    def _perhaps_keep_names(self, *paths: str) -> None:
        if self._chance.random() < 0.5:
            for path in paths:
                self._keep_name(path)

    def write(self, path: str, data: bytes, offset: int, handle: int) -> int:
        file = self._file(path)
        file.content.extend(bytes(max(0, offset - len(file.content))))
        file.content[offset : offset + len(data)] = data
        file.changed = time.time_ns()
        file.unkept.update(range(offset // BLOCK, (offset + len(data) - 1) // BLOCK + 1))
        with file.durable.open("r+b") as durable:
            for start in range(0, len(data), BLOCK):
                if self._chance.random() < 0.5:
                    durable.seek(offset + start)
                    durable.write(data[start : start + BLOCK])
        return len(data)

    def truncate(self, path: str, length: int, handle: int | None = None) -> int:
        file = self._file(path)
        file.unkept.update(range(len(file.content) // BLOCK, length // BLOCK + 1))
        del file.content[length:]
        file.content.extend(bytes(length - len(file.content)))
        return 0

    # --- names --------------------------------------------------------------------------------------

    def create(self, path: str, mode: int, info: Any = None) -> int:
        file = File(self._next(), stat.S_IFREG | mode)
        file.durable.touch()
        self._files[path] = file
        self._perhaps_keep_names(path)
        return 0

    def unlink(self, path: str) -> int:
        self._file(path)
        del self._files[path]
        self._perhaps_keep_names(path)
        return 0

    def rename(self, old: str, new: str, *flags: int) -> int:
        self._files[new] = self._file(old)
        del self._files[old]
        if self._chance.random() < 0.5:  # both names at once: a journalling disk renames whole or not at all
            self._keep_name(new)
            self._keep_name(old)
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        self._disk(path).mkdir()
        return 0

    def rmdir(self, path: str) -> int:
        self._disk(path).rmdir()
        return 0

    def _in(self, path: str) -> list[str]:
        prefix = path.rstrip("/") + "/"
        return [
            each.removeprefix(prefix)
            for each in self._files
            if each.startswith(prefix) and "/" not in each[len(prefix) :]
        ]

    # --- what is only told ----------------------------------------------------------------------------

    def getattr(self, path: str, handle: int | None = None) -> dict[str, Any]:
        if path in self._files:
            file = self._files[path]
            return self._said(file.mode, len(file.content), file.changed)
        if self._disk(path).is_dir():
            return self._said(stat.S_IFDIR | 0o755, BLOCK, 0)
        raise fuse.FuseOSError(errno.ENOENT)

    @staticmethod
    def _said(mode: int, size: int, changed: int) -> dict[str, Any]:
        times = dict.fromkeys(("st_atime", "st_mtime", "st_ctime"), changed)
        return {"st_mode": mode, "st_size": size, "st_nlink": 1, "st_uid": os.getuid(), "st_gid": os.getgid(), **times}

    def readdir(self, path: str, handle: int, *_: Any) -> list[str]:
        folders = [each.name for each in self._disk(path).iterdir() if each.is_dir()]
        return [".", "..", *self._in(path), *folders]

    def open(self, path: str, flags: int) -> int:
        self._file(path)
        return 0

    def opendir(self, path: str) -> int:
        return 0

    def read(self, path: str, size: int, offset: int, handle: int) -> bytes:
        return bytes(self._file(path).content[offset : offset + size])

    def flush(self, path: str, handle: int) -> int:
        return 0

    def release(self, path: str, handle: int) -> int:
        return 0

    def chmod(self, path: str, mode: int) -> int:
        return 0

    def chown(self, path: str, user: int, group: int) -> int:
        return 0

    def utimens(self, path: str, times: Any = None) -> int:
        return 0

    def access(self, path: str, mode: int) -> int:
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        told = os.statvfs(self._names)
        return {
            key: getattr(told, key)
            for key in ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_files", "f_frsize", "f_namemax")
        }


if __name__ == "__main__":
    fuse.FUSE(
        PowerFS(Path(sys.argv[1]), float(sys.argv[3])),
        sys.argv[2],
        foreground=True,
        nothreads=True,
        subtype=sys.argv[4],
    )
