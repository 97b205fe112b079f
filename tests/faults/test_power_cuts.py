"""The power fails while somebody saves: what was acknowledged is on the disk, and so is every finished backup."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.disk import Disk
from tests.faults.examining import broken
from tests.faults.figures import LONG, note
from tests.faults.forks import Tell, answers
from tests.faults.kept import Kept
from tests.faults.savers import back_up_for_ever, save_for_ever, save_whatever_fails, save_without_waiting_for_the_disk

ROOT = Path(__file__).resolve().parents[2]
CUTS = {"saves, sound disk": 4, "saves, failing disk": 2, "backups": 2}
LONG_CUTS = {"saves, sound disk": 200, "saves, failing disk": 60, "backups": 60}
FAILING, SAVE = {"sound": 0.0, "failing": 0.1}, {"sound": save_for_ever, "failing": save_whatever_fails}
A_DISK = 10  # cuts of one disk; then a new one, so that looking through it stays quick
MOST_TRIES = 150  # for the control
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


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
    chance, cuts, made, begun = random.Random(), (LONG_CUTS if LONG else CUTS)["backups"], 0, 0
    totals = dict.fromkeys(("lost", "doubled", "half_written"), 0)
    while begun < cuts or (not made and begun < MOST_TRIES):  # a busy machine may finish none in time
        disk, named = new_disk(), set[str]()
        together = min(A_DISK, cuts - begun) if begun < cuts else A_DISK
        begun += together
        for _ in range(together):
            named |= {name for word, name, *_ in disk.cut(back_up_for_ever, chance) if word == "backed"}
            told = [line.split(maxsplit=1) for line in answers(look, disk.backups)]
            there = {rest for word, rest in told if word == "there"}
            totals["lost"] += len(named - there)
            totals["half_written"] += sum(word == "broken" for word, _ in told)
        made += len(named)
    note("power cuts", "backups", cuts=begun, saves=made, **totals)
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
