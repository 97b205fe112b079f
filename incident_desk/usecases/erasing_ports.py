"""What an erasure needs from a register beside the rest: the only doors through which anything is ever taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from incident_desk.domain.records import Record
from incident_desk.usecases.rows import DueToGo


class ErasingWork(Protocol):
    """Of a unit of work."""

    def erase(self, record: Record, positions: Sequence[int]) -> Record:
        """Deletes the personal parts of these entries, bytes and salts. Gives the record as they then add up to; the
        entry that tells of it is appended in the same transaction. Comes before anything is appended to the record.
        """
        ...

    def erase_content(self, record_id: str, sha256: bytes) -> bool:
        """Deletes a content that this record names; False where another one names it too, which keeps it."""
        ...

    def forget_person(self, person: str, name: str) -> None:
        """Takes away the secret, and what tells that somebody of that name has the register open."""
        ...


class ErasingRegister(Protocol):
    """Of an open register."""

    def naming(
        self, tells: Callable[[object], bool], progress: Callable[[int, int], bool] | None = None
    ) -> list[tuple[str, str]]:  # fmt: skip
        """(kind, id) of every chain in which something personal, of now or of the past, is what `tells` looks for.
        Raises Refused("stopped") where progress asks to stop.
        """
        ...

    def due(self, cutoffs: Mapping[str, int], after: tuple[int, int] | None, limit: int) -> list[DueToGo]:
        """Concluded incidents of a category before its moment ("": of any other category), the first on top; `after`
        is (concluded_at, no) of the last row seen.
        """
        ...

    def wipe(self) -> bool:
        """Leaves nothing in file or tables of what was erased before. False while others read in the register: what
        they may still see stays until it is asked for again.
        """
        ...
