"""Whether the times that people stated can all be right: nothing is discovered before it occurred."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from incident_desk.domain.values import Precision, StatedTime

_IN_ORDER = (("occurred", "discovered"), ("discovered", "reported"), ("occurred", "reported"))
_ABOUT = timedelta(hours=1)  # so far "about" may be from what is meant

TIMES = frozenset({"occurred", "discovered", "reported"})


def contradiction(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """The two fields of which the second lies before the first, however their precision is read; None if none do."""
    for first, second in _IN_ORDER:
        begins, ends = _earliest(values.get(first)), _latest(values.get(second))
        if begins is not None and ends is not None and ends < begins:
            return first, second
    return None


def _earliest(value: Any) -> datetime | None:
    stated = _stated(value)
    if stated is None or stated.earliest is None:
        return None
    return stated.earliest - (_ABOUT if stated.precision is Precision.ABOUT else timedelta())


def _latest(value: Any) -> datetime | None:
    stated = _stated(value)
    if stated is None or stated.latest is None:
        return None
    return stated.latest + (_ABOUT if stated.precision is Precision.ABOUT else timedelta())


def _stated(value: Any) -> StatedTime | None:
    """What is typed now, or what the record holds; nothing where it was erased."""
    if isinstance(value, StatedTime):
        return value
    return StatedTime.from_json(value) if isinstance(value, Mapping) else None
