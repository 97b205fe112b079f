"""What the register gives to be exported: pages of incidents, column by column, and lines that are due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class ColumnPage(NamedTuple):
    """Some incidents: their row numbers, when each was opened, and for each key asked for its values, as stored.

    Ids and codes are text, instants microseconds UTC, a step its number; a stated time is
    (earliest, latest, precision, zone); several values are a list. None: not stated, ERASED: erased.
    """

    numbers: Sequence[int]
    opened: Sequence[int]
    columns: Mapping[str, Sequence[Any]]

    @property
    def last(self) -> tuple[int, int]:
        """After which the next page begins."""
        return self.opened[-1], self.numbers[-1]


class DueLine(NamedTuple):
    """An open line of an incident with the moment until which it is in time, microseconds UTC."""

    incident: int
    list: str
    id: str
    what: str
    owner: str | None
    due: int
