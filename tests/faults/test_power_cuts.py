"""The power fails while somebody saves: what was acknowledged is on the disk, and so is every finished backup."""

from __future__ import annotations

import importlib.util
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
from tests.faults.examining import broken
from tests.faults.figures import LONG, note
from tests.faults.forks import Tell, answers, forked
from tests.faults.kept import Kept
from tests.faults.savers import back_up_for_ever, save_for_ever, save_whatever_fails, save_without_waiting_for_the_disk

ROOT = Path(__file__).resolve().parents[2]
CUTS = {"saves, sound disk": 4, "saves, failing disk": 2, "backups": 2}
LONG_CUTS = {"saves, sound disk": 200, "saves, failing disk": 60, "backups": 60}
FAILING, SAVE = {"sound": 0.0, "failing": 0.1}, {"sound": save_for_ever, "failing": save_whatever_fails}
A_DISK = 10  # cuts of one disk; then a new one, so that looking through it stays quick
MOST_TRIES = 150  # for the control
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


class Disk:
    """A disk with a register on it, whose power can be cut."""

    def __init__(self, home: Path, failing: float = 0.0) -> None:
        self._failing = str(failing)
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
        command = [sys.executable, "-m", "tests.faults.powerfs", str(self._disk), str(self._mounted), self._failing]
        try:
            with processes.running(command, log=log, folder=ROOT, stop_with=signal.SIGKILL) as process:
                processes.wait_until(lambda: os.path.ismount(self._mounted), process, log)
                yield self._mounted
        finally:
            subprocess.run([_unmounter(), "-u", "-z", str(self._mounted)], check=False, capture_output=True)

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


def _unmounter() -> str:
    return shutil.which("fusermount3") or pytest.skip(
        "NOT TESTED: power cuts, fuse3 is not installed: run packaging/test.sh"
    )


@pytest.fixture(scope="module")
def can_mount(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Power cuts need a file system of our own; where none may be mounted, that is said, as of a missing server."""
    if importlib.util.find_spec("mfusepy") is None:
        pytest.skip("NOT TESTED: power cuts, mfusepy is not installed: run packaging/test.sh")
    _unmounter()
    try:
        with Disk(tmp_path_factory.mktemp("try")).powered():
            pass
    except processes.StartError as error:
        pytest.skip(f"NOT TESTED: power cuts, no file system can be mounted here: {error}")


@pytest.fixture
def new_disk(tmp_path: Path, can_mount: None) -> Callable[..., Disk]:
    count = iter(range(1_000_000))
    return lambda failing=0.0: Disk(tmp_path / f"disk-{next(count)}", failing)


def look(tell: Tell, folder: Path) -> None:
    """Every file that a person would take for a finished backup."""
    for file in folder.glob("*.backup.register"):
        tell("there", file.name)
        for each in broken(file):
            tell("broken", each)


@pytest.mark.parametrize("disk", ["sound", "failing"])
def test_that_no_acknowledged_save_is_lost_by_a_power_cut(new_disk: Callable[..., Disk], disk: str) -> None:
    """The failing one reports one sync in ten as failed before its power is cut; whoever saves is told and goes on."""
    chance, cuts = random.Random(), (LONG_CUTS if LONG else CUTS)[f"saves, {disk} disk"]
    totals = dict.fromkeys(("kills", "saves", "lost", "doubled", "half_written"), 0)
    failed = begun = 0
    while begun < cuts or (disk == "failing" and not failed and begun < MOST_TRIES):  # chance may spare a few
        powered = new_disk(FAILING[disk])
        kept = Kept(str(powered.register))
        together = min(A_DISK, cuts - begun) if begun < cuts else A_DISK
        begun += together
        for _ in range(together):
            told = powered.cut(SAVE[disk], chance)
            failed += sum(word == "failed" for word, *_ in told)
            kept.add({words[1]: int(words[-1]) for words in told if words[0] == "saved"}, 1)
            kept.verify()
        totals = {name: number + kept.figures()[name] for name, number in totals.items()}
    note("power cuts", f"saves, {disk} disk", cuts=totals.pop("kills"), **totals)
    assert totals.pop("saves") >= cuts
    assert (failed > 0) is (disk == "failing")
    assert set(totals.values()) == {0}


def test_that_no_finished_backup_is_lost_by_a_power_cut(new_disk: Callable[..., Disk]) -> None:
    chance, cuts, made = random.Random(), (LONG_CUTS if LONG else CUTS)["backups"], 0
    totals = dict.fromkeys(("lost", "doubled", "half_written"), 0)
    for begun in range(0, cuts, A_DISK):
        disk, named = new_disk(), set[str]()
        for _ in range(min(A_DISK, cuts - begun)):
            named |= {name for word, name, *_ in disk.cut(back_up_for_ever, chance) if word == "backed"}
            told = [line.split(maxsplit=1) for line in answers(look, disk.backups)]
            there = {rest for word, rest in told if word == "there"}
            totals["lost"] += len(named - there)
            totals["half_written"] += sum(word == "broken" for word, _ in told)
        made += len(named)
    note("power cuts", "backups", cuts=cuts, saves=made, **totals)
    assert made > 0
    assert set(totals.values()) == {0}


def test_that_a_save_that_does_not_wait_for_the_disk_would_be_noticed(new_disk: Callable[..., Disk]) -> None:
    """The same cuts with synchronous=NORMAL, which the program never uses, must lose something."""
    chance, disk = random.Random(), new_disk()
    kept = Kept(str(disk.register))
    while not kept.lost and kept.killed < MOST_TRIES:
        saved = {op_id: int(entries) for _, op_id, _, _, entries in disk.cut(save_without_waiting_for_the_disk, chance)}
        kept.add(saved, 1)
    note("controls", "power cut with synchronous=NORMAL", fired=int(kept.lost > 0))
    assert kept.lost > 0
