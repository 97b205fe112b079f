"""Which few kinds make up most of it (Juran, Quality Control Handbook, 1951)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OTHERS = ""


@dataclass(frozen=True, slots=True)
class Share:
    """`together`: the share of this and all larger ones, 0 to 1."""

    key: str
    count: int
    together: float


def pareto(counts: Mapping[str, int], most: int = 10) -> tuple[Share, ...]:
    """The largest first, equals by key; what is left over after `most` is one more, under the key OTHERS."""
    ordered = sorted(((key, count) for key, count in counts.items() if count), key=lambda each: (-each[1], each[0]))
    shown, left = ordered[:most], sum(count for _, count in ordered[most:])
    if left:
        shown.append((OTHERS, left))
    whole, so_far, shares = sum(count for _, count in shown), 0, []
    for key, count in shown:
        so_far += count
        shares.append(Share(key, count, so_far / whole))
    return tuple(shares)
