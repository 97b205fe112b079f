"""The newest entry that a register holds: what stands in its log, and what was written since the log was last drawn up.

The log is extended now and then, not at each save, so that its end alone says less than the register knows.
"""

from __future__ import annotations

from incident_desk.usecases.ports import Queries


def newest_entry(queries: Queries) -> int:
    """Its number in the log, or the one it will get there."""
    head = queries.head()
    while True:
        waiting = queries.waiting()
        after = queries.head()
        if after == head:
            return head.index + waiting
        head = after  # somebody extended the log between the two statements
