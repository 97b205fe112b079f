"""Backups while somebody saves: each holds the register as it stood at one moment, and a killed one is never seen."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from incident_desk.domain.context import NOBODY
from incident_desk.usecases.back_up import back_up, backup_name
from tests.factories import make_register
from tests.faults.examining import broken, finished
from tests.faults.figures import LONG, note
from tests.faults.forks import Fork, Tell, answers, forked
from tests.faults.operations import Place, opened
from tests.faults.savers import save_for_ever
from tests.storage.other_program import as_id, other_program

ROUNDS = 50 if LONG else 3
A_REGISTER = 5  # rounds of one register; then a new one, so that copies stay small
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


def once(tell: Tell, place: Place) -> None:
    with opened(place) as submitter:
        tell(back_up(submitter.register, place.backups, place.services, NOBODY).name)


def once_carelessly(tell: Tell, place: Place) -> None:
    """The file alone, without what stands in the log beside it."""
    place.backups.mkdir(exist_ok=True)
    name = backup_name("a", datetime.now(UTC))
    shutil.copy(place.register, place.backups / name)
    tell(name)


def look(tell: Tell, place: Place, name: str, saved: list[str]) -> None:
    """What is wrong with a backup of that name, made after those orders were acknowledged."""
    for each in broken(place.backups / name):
        tell("half_written", each)
    with other_program(str(place.backups / name)) as program:
        for op_id in saved:
            if program.one("SELECT count(*) FROM op WHERE op_id = ?", as_id(op_id)) != 1:
                tell("lost", op_id)
        ends = program.rows("SELECT id, position FROM chain")
        copied = set(program.rows(_ENTRIES))
        last = program.one("SELECT coalesce(max(log_index), 0) FROM log")
    with other_program(str(place.register)) as program:
        entries = set(program.rows(_ENTRIES))
        logged = set(program.rows(_LOGGED, last))
    positions = dict(ends)
    for _ in {each for each in entries if each[1] <= positions.get(each[0], 0)} ^ copied | logged - copied:
        tell("lost", "an entry")


_ENTRIES = "SELECT chain.id, journal.position, journal.hash FROM journal JOIN chain ON chain.no = journal.chain"
_LOGGED = f"{_ENTRIES} JOIN log ON (log.chain, log.position) = (journal.chain, journal.position) WHERE log_index <= ?"


def check(place: Place, told: list[str], backup: Callable[..., None]) -> dict[str, int]:
    name = answers(backup, place)[0]
    found = [line.split()[0] for line in answers(look, place, name, told)]
    return {kind: found.count(kind) for kind in ("lost", "half_written")}


def acknowledged(fork: Fork, count: int) -> list[str]:
    return [line.split()[1] for line in islice(fork.told(), count)]


def killed_in_between(place: Place, chance: random.Random) -> int:
    """How many files that look like finished backups are none, after one was killed somewhere."""
    with forked(once, place) as fork:
        fork.let_go()
        time.sleep(chance.random() * 0.25)
        fork.kill()
        list(fork.told())
    return sum(bool(broken(file)) for file in finished(place))


def new_place(folder: Path) -> Place:
    place = Place(folder)
    (folder / "data").mkdir(parents=True)
    make_register(str(place.register)).close()
    return place


def test_that_a_backup_holds_the_register_of_one_moment_while_others_save(tmp_path: Path) -> None:
    chance, totals = random.Random(), dict.fromkeys(("lost", "half_written"), 0)
    for begun in range(0, ROUNDS, A_REGISTER):
        place = new_place(tmp_path / str(begun))
        with forked(save_for_ever, str(place.register)) as fork:
            fork.let_go()
            for _ in range(min(A_REGISTER, ROUNDS - begun)):
                found = check(place, acknowledged(fork, 5), once)
                totals["lost"] += found["lost"]
                totals["half_written"] += found["half_written"] + killed_in_between(place, chance)
    note("backups", "while others save", backups=ROUNDS, kills=ROUNDS, **totals)
    assert set(totals.values()) == {0}


def test_that_a_copy_of_the_file_alone_would_be_noticed(tmp_path: Path) -> None:
    place = new_place(tmp_path)
    with forked(save_for_ever, str(place.register)) as fork:
        fork.let_go()
        found = check(place, acknowledged(fork, 8), once_carelessly)
    note("controls", "copy of the register's file alone", fired=int(any(found.values())))
    assert any(found.values())
