"""Where the middle of many durations lies, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence


def quantile(ordered: Sequence[int], share: float) -> float:
    """Of values in ascending order, between the two nearest (Hyndman and Fan 1996, type 7). ValueError for none."""
    if not ordered:
        raise ValueError("no values")
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
