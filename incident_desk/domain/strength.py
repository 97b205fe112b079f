"""How strong the actions of an incident are together: people forget training, a guard stays.

RCA2: Improving Root Cause Analyses and Actions to Prevent Harm (National Patient Safety Foundation 2015), action
hierarchy: at least one action should be strong or intermediate.
"""

from __future__ import annotations

from collections.abc import Iterable

from incident_desk.domain.records import Item

WEAK = "weak"
_PREVENTING = frozenset({"corrective", "preventive", "improvement"})


def only_weak(actions: Iterable[Item]) -> bool:
    """Whether there are actions against the cause, each is rated, and none is more than weak."""
    rated = [action.values.get("strength") for action in actions if action.values.get("kind") in _PREVENTING]
    return bool(rated) and all(strength == WEAK for strength in rated)
