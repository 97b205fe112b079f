"""When incidents count as coming again: so many that are alike, within so many days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CATEGORY_AND_PLACE, EQUIPMENT = "category_and_place", "equipment"
ALIKE_BY = (CATEGORY_AND_PLACE, EQUIPMENT)
_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`by`: what two incidents have in common to count as alike; that one itself counts among `count`."""

    by: str
    count: int
    days: int

    @property
    def span(self) -> int:
        """In microseconds."""
        return self.days * _DAY


USUAL = tuple(Recurrence(by, 3, 30) for by in ALIKE_BY)
"""Where a pack says nothing."""


def around(times: Iterable[int], at: int, span: int) -> tuple[int, int] | None:
    """The first and last moment of the stretch, no longer than `span`, that holds `at` and most of the times.

    None where `at` is none of them. Of two that hold as many the earlier counts.
    """
    near = sorted(time for time in times if abs(time - at) <= span)
    if at not in near:
        return None
    stretches = [[time for time in near if first <= time <= first + span] for first in near if at - span <= first <= at]
    best = max(stretches, key=len)
    return best[0], best[-1]
