"""How long incidents are kept: years after their conclusion, by category. Nothing goes by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

ANY = ""  # the rule for categories without one of their own


def years_for(rules: Mapping[str, int], category: str | None) -> int | None:
    """None: no rule, so it is kept for ever."""
    return rules.get(category or ANY, rules.get(ANY))


def due_on(concluded: date, years: int) -> date:
    """The same day, years later; for 29 February the day after it."""
    try:
        return concluded.replace(year=concluded.year + years)
    except ValueError:
        return date(concluded.year + years, 3, 1)


def concluded_by(today: date, years: int) -> date:
    """The last day of conclusion that is due today."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return date(today.year - years, 2, 28)
