"""Where a person's data are erased: light enough for who only leads to the page."""

from __future__ import annotations

from enum import Enum, auto


class Scope(Enum):
    """WHOLE: everything personal in an incident whose time is over."""

    HERE = auto()
    EVERYWHERE = auto()
    WHOLE = auto()
