"""How many incidents a column of the board and one person should have in hand, and how many hours a team has for them.
More is said, and never stopped.
"""

from __future__ import annotations

from collections.abc import Mapping

from incident_desk.domain.vocabulary import Step

PERSON = "person"
LIMIT_KEYS = (*(step.key for step in Step), PERSON)
MOST = 999
MOST_HOURS = 9999  # of a team in a week
_LONGEST_NAME = 500


def is_limits(value: object) -> bool:
    """Whether the setting can be this: a whole number for each that has a limit."""
    return isinstance(value, Mapping) and all(
        key in LIMIT_KEYS and type(limit) is int and 1 <= limit <= MOST for key, limit in value.items()
    )


def is_capacity(value: object) -> bool:
    """The same of the hours a week that each team has, by its name as people's entries say it."""
    return isinstance(value, Mapping) and all(
        _is_name(team) and type(hours) is int and 1 <= hours <= MOST_HOURS for team, hours in value.items()
    )


def _is_name(team: object) -> bool:
    return isinstance(team, str) and team.isprintable() and 0 < len(team.strip()) <= _LONGEST_NAME


def over(count: int, limit: int) -> int:
    """How many are too many. `limit` 0: none is set."""
    return max(0, count - limit) if limit else 0
