"""kill -9 in the middle of saves: everything acknowledged is there once, nothing is there by half."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.factories import make_register
from tests.faults.figures import LONG, note
from tests.faults.forks import Fork, forked
from tests.faults.kept import Kept, Saved
from tests.faults.savers import save_for_ever, save_unsafely

KILLS = {"sqlite": 50, "postgresql": 8, "mariadb": 8}
LONG_KILLS = {"sqlite": 1000, "postgresql": 100, "mariadb": 100}
MOST_TRIES = 150  # for the control
A_REGISTER = 50  # kills of one register; then a new one, so that looking through it stays quick
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


def lives(address: str, chance: random.Random, writers: int, save: Callable[..., None] = save_for_ever) -> Saved:
    """Writers at the same time, from birth to their violent end: what they acknowledged."""
    saved: Saved = {}
    with ExitStack() as stack:
        forks = [stack.enter_context(forked(save, address)) for _ in range(writers)]
        for fork in forks:
            fork.let_go()
        for fork in forks:
            saved |= _until_killed(fork, chance)
    return saved


def _until_killed(fork: Fork, chance: random.Random) -> Saved:
    saved: Saved = {}
    wanted, killed = chance.randrange(0, 10), False
    told = fork.told()
    while True:
        if not killed and len(saved) >= wanted:
            time.sleep(chance.random() * 0.03)  # anywhere between two saves
            fork.kill()
            killed = True
        line = next(told, None)
        if line is None:
            return saved
        _, op_id, _, _, entries = line.split()
        saved[op_id] = int(entries)


def turns(kills: int, writers: int) -> list[int]:
    """So many rounds for each register."""
    rounds = kills // writers
    return [min(A_REGISTER // writers, rounds - done) for done in range(0, rounds, A_REGISTER // writers)]


@pytest.mark.parametrize("writers", [1, 3])
def test_that_nothing_acknowledged_is_lost_by_kills(
    engine_name: str, new_address: Callable[[], str], writers: int
) -> None:
    chance, found = random.Random(), list[Kept]()
    kills = (LONG_KILLS if LONG else KILLS)[engine_name] // 2 // writers * writers
    for rounds in turns(kills, writers):
        address = new_address()
        make_register(address).close()
        kept = Kept(address)
        for _ in range(rounds):
            kept.add(lives(address, chance, writers), writers)
        kept.verify()
        found.append(kept)
    totals = {name: sum(each.figures()[name] for each in found) for name in found[0].figures()}
    note("kills", f"{engine_name}, {writers} at a time", **totals)
    assert totals["kills"] == kills
    assert totals["saves"] >= kills
    assert (totals["lost"], totals["doubled"], totals["half_written"]) == (0, 0, 0)


def test_that_a_save_acknowledged_too_early_would_be_noticed(sqlite_address: str) -> None:
    make_register(sqlite_address).close()
    kept, chance = Kept(sqlite_address), random.Random()
    while not kept.lost and kept.killed < MOST_TRIES:
        kept.add(lives(sqlite_address, chance, 1, save_unsafely), 1)
    note("controls", "a save acknowledged before its commit", fired=int(kept.lost > 0))
    assert kept.lost > 0
