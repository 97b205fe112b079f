"""A disk of our own, of a kind of our choice, with a register on it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import processes
from tests.factories import make_register
from tests.faults.forks import forked

ROOT = Path(__file__).resolve().parents[2]
OF_THIS_PC, OF_NETWORK = "bindfs", "sshfs"


class Disk:
    """A disk with a register on it, whose power can be cut."""

    def __init__(self, home: Path, failing: float = 0.0, kind: str = OF_THIS_PC) -> None:
        self._given = [str(failing), kind]
        self._home, self._disk, self._mounted = home, home / "disk", home / "mounted"
        for folder in (self._disk / "names" / "backups", self._mounted):
            folder.mkdir(parents=True)
        self.register = self._disk / "names" / "a.register"
        self.backups = self._disk / "names" / "backups"
        make_register(str(self.register)).close()

    @contextmanager
    def powered(self) -> Iterator[Path]:
        """The folder that programs see; the block ends with the cut."""
        log = self._home / "powerfs.log"
        command = [sys.executable, "-m", "tests.faults.powerfs", str(self._disk), str(self._mounted), *self._given]
        try:
            with processes.running(command, log=log, folder=ROOT, stop_with=signal.SIGKILL) as process:
                processes.wait_until(lambda: os.path.ismount(self._mounted), process, log)
                yield self._mounted
        finally:
            subprocess.run([unmounter(), "-u", "-z", str(self._mounted)], check=False, capture_output=True)

    def cut(self, save: Callable[..., None], chance: random.Random) -> list[list[str]]:
        """What was acknowledged before the power failed, word by word."""
        wanted = chance.randrange(1, 12)
        with self.powered() as folder, forked(save, str(folder / "a.register")) as fork:
            fork.let_go()
            told = fork.told()
            lines = [next(told) for _ in range(wanted)]
            time.sleep(chance.random() * 0.05)  # anywhere between two saves
            fork.kill()
            lines += list(told)
        return [line.split() for line in lines]


def unmounter() -> str:
    return shutil.which("fusermount3") or pytest.skip(
        "NOT TESTED: power cuts, fuse3 is not installed: run packaging/test.sh"
    )
