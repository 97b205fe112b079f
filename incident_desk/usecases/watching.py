"""What other people changed since one looked, whatever clock this PC has and however long their saves took."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incident_desk.usecases.ports import Queries

# A save is told by the moment at which it began, and waits for others no longer than 20 seconds.
_OVERLAP = 60_000_000


@dataclass(slots=True)
class Watch:
    """Looks by the register's own clock, and a minute back each time; what was told already is told apart by its
    position. `exact`: `changes` differs after every commit, so that where it stands still nothing need be asked.
    """

    queries: Queries
    exact: bool
    _stamp: int = -1
    _looked: int = 0
    _known: dict[str, int] = field(default_factory=dict)

    def begin(self) -> None:
        """What is there now is not told."""
        self._looked = self.queries.clock()
        self.look()

    def look(self) -> list[tuple[str, str]]:
        """(kind, id) of what changed since the last time."""
        if self.exact:
            stamp = self.queries.changes()
            if stamp == self._stamp:
                return []
            self._stamp = stamp
        now = self.queries.clock()
        found = self.queries.changed_since(min(self._looked, now) - _OVERLAP)  # a clock may be put back
        new = [(kind, record) for kind, record, position in found if self._known.get(record) != position]
        self._known = {record: position for _, record, position in found}
        self._looked = now
        return new
