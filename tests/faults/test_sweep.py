"""Every call that writes, made to fail once: the process dies at it, the disk fails at it, the disk is full at it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from incident_desk.usecases.errors import SurroundingsFailed
from tests.faults import strace, unsafe
from tests.faults.examining import Counts, Faulty, counts_of, examine
from tests.faults.figures import FOUND, LONG, note
from tests.faults.forks import Tell, answers
from tests.faults.operations import OPERATIONS, Act, Operation, Place
from tests.faults.strace import CALLS, FAULTS, Outcome, Point, calls_of, struck_at

SAMPLES = 2  # of each operation and fault, in an ordinary run
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not strace.is_installed(), reason=strace.MISSING),
    pytest.mark.timeout(7200 if LONG else 300),
]


def carry_out(tell: Tell, act: Act, place: Place) -> None:
    """A sentence for a person is a good end; anything else is our bug."""
    try:
        act(place, tell)
    except SurroundingsFailed as failed:
        tell("gave up", failed.code)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        tell("bug", repr(error))


class Sweep:
    """One operation on a fresh copy of the same folder, as often as it is asked."""

    def __init__(self, operation: Operation, home: Path) -> None:
        self.operation, self._home = operation, home
        self._start, self._place = Place(home / "start"), Place(home / "now")
        self._start.folder.mkdir()
        operation.prepare(self._start)
        self.before = counts_of(self._start.register)
        self.calls = calls_of(home / "log", carry_out, operation.act, self._fresh())
        self.after: Counts = counts_of(self._place.register)

    def _fresh(self) -> Place:
        shutil.rmtree(self._place.folder, ignore_errors=True)
        shutil.copytree(self._start.folder, self._place.folder)
        return self._place

    def at(self, point: Point, act: Act | None = None) -> tuple[Outcome, Faulty]:
        act = act or self.operation.act
        outcome = struck_at(point, self._home / "log", carry_out, act, self._fresh())
        (text,) = answers(examine, self.operation.name, self._place, outcome.told, self.before, self.after)
        found = Faulty(**json.loads(text))
        found.untold += [line for line in outcome.told if line.startswith("bug")]
        return outcome, found


Sweeps = Callable[[Operation], Sweep]


@pytest.fixture(scope="module")
def sweeps(tmp_path_factory: pytest.TempPathFactory) -> Sweeps:
    """Each operation is prepared and counted once."""
    return cache(lambda operation: Sweep(operation, tmp_path_factory.mktemp("sweep")))


def points(calls: Counter[str], fault: str) -> Iterator[Point]:
    """Every call that it makes when nothing fails; or a few, spread over all of them."""
    every = [Point(call, number, fault) for call in CALLS for number in range(1, calls[call] + 1)]
    if not LONG:
        step = len(every) // SAMPLES
        start = FAULTS.index(fault) * step // len(FAULTS)
        every = every[start::step][:SAMPLES]
    yield from every


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name.replace(", ", "-").replace(" ", "-"))
def test_that_no_call_that_fails_costs_anything(operation: Operation, fault: str, sweeps: Sweeps) -> None:
    sweep, wrong, tried = sweeps(operation), dict[Point, Faulty](), 0
    for point in points(sweep.calls, fault):
        outcome, found = sweep.at(point)
        tried += outcome.struck
        if found:
            wrong[point] = found
    totals = {name: sum(bool(getattr(each, name)) for each in wrong.values()) for name in FOUND}
    note("fault points", f"{operation.name}, {fault}", points=tried, **totals)
    assert tried > 0
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "act", "number", "kind"),
    [
        ("save", unsafe.save_told_too_early, 40, "lost"),
        ("save", unsafe.save_under_two_ids, 250, "doubled"),
        ("backup", unsafe.backup_under_its_name_at_once, 40, "half_written"),
        ("backup", unsafe.backup_that_leaves_its_copy, 40, "left_behind"),
    ],
    ids=lambda each: getattr(each, "__name__", str(each)).replace("_", "-"),
)
def test_that_a_careless_program_would_be_noticed(name: str, act: Act, number: int, kind: str, sweeps: Sweeps) -> None:
    operation = next(each for each in OPERATIONS if each.name == name)
    _, found = sweeps(operation).at(Point("pwrite64", number, "KILL"), act)
    note("controls", act.__name__.replace("_", " "), fired=int(bool(getattr(found, kind))))
    assert getattr(found, kind)
