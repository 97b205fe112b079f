"""One call of the system made to fail, by strace: the n-th of its name that a process makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.forks import Fork, forked

CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink")
FAULTS = ("KILL", "EIO", "ENOSPC")
MISSING = "strace is not installed: run packaging/test.sh"


def is_installed() -> bool:
    return shutil.which("strace") is not None


@dataclass(frozen=True)
class Point:
    """Where a fault strikes: the process dies as it is about to make the call, or the call fails."""

    call: str
    number: int
    fault: str

    @property
    def expression(self) -> str:
        what = "signal=KILL" if self.fault == "KILL" else f"error={self.fault}"
        return f"inject={self.call}:{what}:when={self.number}"


@dataclass(frozen=True)
class Outcome:
    """What a process told before it ended, how it ended, and whether the fault struck at all."""

    told: list[str]
    status: int
    struck: bool


def struck_at(point: Point, log: Path, work: Callable[..., None], *given: Any) -> Outcome:
    with forked(work, *given) as fork:
        with _watched(fork, log, f"trace={point.call}", point.expression):
            fork.let_go()
            told = list(fork.told())
            status = fork.end()
        text = log.read_text(encoding="utf-8", errors="replace")
    struck = status < 0 if point.fault == "KILL" else "(INJECTED)" in text
    return Outcome(told, status, struck)


def calls_of(log: Path, work: Callable[..., None], *given: Any) -> Counter[str]:
    """How often it makes each of the calls when nothing fails."""
    with forked(work, *given) as fork:
        with _watched(fork, log, f"trace={','.join(CALLS)}"):
            fork.let_go()
            told = list(fork.told())
            assert fork.end() == 0, told
        return Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8"), re.MULTILINE))


@contextmanager
def _watched(fork: Fork, log: Path, *expressions: str) -> Iterator[None]:
    """Holds the process from before it is let go until its end."""
    chosen = [word for each in expressions for word in ("-e", each)]
    command = ["strace", "-f", "-p", str(fork.id), "-o", str(log), *chosen]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C"}) as strace:
        assert strace.stderr is not None
        first = strace.stderr.readline()
        assert "attached" in first, first + strace.stderr.read()
        yield
