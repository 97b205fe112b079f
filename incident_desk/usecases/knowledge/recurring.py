"""Whether an incident comes again: those like it that lie close in time, as the pack says what close and like mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.recurrence import EQUIPMENT, Recurrence, around
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter, IncidentRow

_MOST = 500  # that are looked at; who has more at one place needs no program to see it


@dataclass(frozen=True, slots=True)
class ComesAgain:
    """The incidents of one stretch, the newest first, and the rule that they meet."""

    rule: Recurrence
    incidents: tuple[IncidentRow, ...]


def comes_again(
    queries: Queries, opened_at: int, values: Mapping[str, Any], rules: tuple[Recurrence, ...]
) -> ComesAgain | None:
    """By the first rule that is met by an incident that was opened then and holds these values."""
    for rule in rules:
        for alike in _filters(rule, values):
            found = _stretch(queries, opened_at, rule, alike)
            if len(found) >= rule.count:
                return ComesAgain(rule, found)
    return None


def _filters(rule: Recurrence, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the incidents have in common; of several pieces of equipment each by itself."""
    stated = {key: value for key, value in values.items() if value is not ERASED}
    if rule.by == EQUIPMENT:
        pieces = stated.get("equipment") or ()
        return [{"conditions": (FieldCondition("equipment", FieldOp.EQUALS, (each,)),)} for each in pieces]
    category, place = stated.get("category"), stated.get("place")
    return [{"category": category, "places": frozenset({place})}] if category and place else []


def _stretch(queries: Queries, at: int, rule: Recurrence, alike: Mapping[str, Any]) -> tuple[IncidentRow, ...]:
    wanted = IncidentFilter(since=at - rule.span, until=at + rule.span + 1, set_aside=False, **alike)
    rows = queries.incidents(wanted, limit=_MOST)
    ends = around([row.opened_at for row in rows], at, rule.span)
    if ends is None:
        return ()
    return tuple(row for row in rows if ends[0] <= row.opened_at <= ends[1])
