"""Taking times: one job after the other, round by round, so that a busy machine slows all of them alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Job = Callable[[], float]
"""Does its work once and tells how many seconds of it count."""


@dataclass(frozen=True, slots=True)
class Series:
    """The times of one job, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def smallest(self) -> float:
        return min(self.seconds)


def timed(work: Callable[[], object]) -> Job:
    """A job of which everything counts."""

    def job() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return job


def in_turn(jobs: Mapping[str, Job], rounds: int, *, warm: int = 3, at_most: float = 60.0) -> dict[str, Series]:
    """The times of each job after `warm` rounds that do not count. Stops early when `at_most` seconds are over."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    gc.collect()
    gc.freeze()  # as the program does once its window is open
    end = time.monotonic() + at_most
    for number in range(warm + rounds):
        for name, job in jobs.items():
            seconds = job()
            if number >= warm:
                taken[name].append(seconds)
        if number >= warm + 2 and time.monotonic() > end:
            break
    return {name: Series(tuple(seconds)) for name, seconds in taken.items()}
