"""Counts over many incidents as the register gives them: what figures are worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from incident_desk.domain.vocabulary import Step


@dataclass(frozen=True, slots=True)
class OpenedCount:
    """How many came up in a period (its place among those asked for), of a category, at a place."""

    period: int
    category: str | None
    place: str | None
    count: int


@dataclass(frozen=True, slots=True)
class FigureRows:
    """`opened`: by period, category and place. `concluded`: by period. `open_before`: how many were open when the
    first period began. `durations`: microseconds from coming up to conclusion, of what was concluded then, ascending.
    `stays`: microseconds of the same incidents in each step, ascending. `reopened`: how many of
    them had been opened again.
    """

    opened: tuple[OpenedCount, ...]
    concluded: tuple[int, ...]
    open_before: int
    durations: tuple[int, ...]
    stays: Mapping[Step, tuple[int, ...]]
    reopened: int
