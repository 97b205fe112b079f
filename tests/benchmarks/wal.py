"""SQLite's log beside the register, read from outside: how many transactions were committed to it."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

_HEAD, _FRAME_HEAD = 32, 24


def commits_in(register: Path, work: Callable[[], object]) -> int:
    """How many commits the work wrote. Two looks at most: the log may have begun anew just then."""
    for _ in range(2):
        before = _commits(register)
        work()
        after = _commits(register)
        if after[0] == before[0]:
            return after[1] - before[1]
    raise RuntimeError("the log of the register began anew twice")


def _commits(register: Path) -> tuple[bytes, int]:
    """The salts that name this run of the log, and its commits: each ends in a frame that tells the file's size."""
    log = register.with_name(register.name + "-wal").read_bytes()
    salts = log[16:24]
    frame = _FRAME_HEAD + struct.unpack(">I", log[8:12])[0]
    count = 0
    for start in range(_HEAD, len(log) - frame + 1, frame):
        _, size = struct.unpack(">II", log[start : start + 8])
        if log[start + 8 : start + 16] != salts:
            break  # left over from an earlier run
        count += bool(size)
    return salts, count
