"""Control limits of a figure that comes once in each period: the individuals chart.

Shewhart's rule in the form of Wheeler, Understanding Variation (1993): limits are the mean plus and minus 2.66 times
the mean moving range; 2.66 is 3 / 1.128, where 1.128 is the constant d2 for ranges of two values. A run of eight values
on one side of the mean (Western Electric, 1956) tells of a change as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

PER_RANGE = 2.66
RUN = 8
FEWEST = 6  # with fewer values limits say nothing


@dataclass(frozen=True, slots=True)
class Limits:
    """`outside`: places of values beyond a limit. `runs`: places of the values that complete or continue a run."""

    mean: float
    lower: float
    upper: float
    outside: tuple[int, ...]
    runs: tuple[int, ...]


def limits_of(values: Sequence[float]) -> Limits | None:
    """None for fewer than six values. A count is never below zero, so the lower limit is not."""
    if len(values) < FEWEST:
        return None
    mean = sum(values) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    reach = PER_RANGE * sum(ranges) / len(ranges)
    lower, upper = max(0.0, mean - reach), mean + reach
    outside = tuple(n for n, value in enumerate(values) if value < lower or value > upper)
    return Limits(mean, lower, upper, outside, tuple(_runs(values, mean)))


def _runs(values: Sequence[float], mean: float) -> list[int]:
    found, side, long = [], 0, 0
    for n, value in enumerate(values):
        here = (value > mean) - (value < mean)
        long = long + 1 if here == side and here else int(here != 0)
        side = here
        if long >= RUN:
            found.append(n)
    return found
