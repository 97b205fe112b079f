"""How many incidents a column of the board and one person should have in hand. More is said, and never stopped."""

from __future__ import annotations

from collections.abc import Mapping

from incident_desk.domain.vocabulary import Step

PERSON = "person"
LIMIT_KEYS = (*(step.key for step in Step), PERSON)
MOST = 999


def is_limits(value: object) -> bool:
    """Whether the setting can be this: a whole number for each that has a limit."""
    return isinstance(value, Mapping) and all(
        key in LIMIT_KEYS and type(limit) is int and 1 <= limit <= MOST for key, limit in value.items()
    )


def over(count: int, limit: int) -> int:
    """How many are too many. `limit` 0: none is set."""
    return max(0, count - limit) if limit else 0
