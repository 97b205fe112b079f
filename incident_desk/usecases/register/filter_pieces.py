"""What one `field: value` asks, as a filter of its own, and several of them as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from incident_desk.usecases.list_incidents import places_under
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.filter_fields import FilterField, Way
from incident_desk.usecases.register.filter_values import Between, Place, Stated
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter

NOTHING = IncidentFilter()
_WITHIN = frozenset({Way.TEXT, Way.SOURCE})  # a part of what is stated is enough


def piece(field: FilterField, values: Sequence[Any], names: Names, now: int) -> IncidentFilter | None:
    """None where the values do not go together: a filter holds one span and one answer for each field."""
    if len(values) == 1 and isinstance(values[0], Stated):
        return _condition(field.key, FieldOp.STATED if values[0].any else FieldOp.NOT_STATED)
    if any(isinstance(value, Stated) for value in values):
        return None
    if field.way is Way.PLACES:
        values = sorted({place for value in values for place in _places(value, names)})
    if field.way is Way.EQUIPMENT:
        values = [one for value in values for one in value]
    if any(isinstance(value, Between) for value in values):
        return _between(field, values[0]) if len(values) == 1 else None
    if field.key == "overdue":
        asked = IncidentFilter(overdue_at=now)
        return None if len(values) > 1 else asked if values[0] else IncidentFilter(without=(asked,))
    if field.key == "set_aside":
        return IncidentFilter(set_aside=bool(values[0])) if len(values) == 1 else None
    if field.way is Way.NUMBER:
        return IncidentFilter(number=values[0]) if len(values) == 1 else None
    if field.attribute:
        own: dict[str, Any] = {field.attribute: frozenset(values)}
        return IncidentFilter(**own)
    return _condition(field.key, FieldOp.CONTAINS if field.way in _WITHIN else FieldOp.EQUALS, *dict.fromkeys(values))


def _places(value: Place, names: Names) -> frozenset[str]:
    return frozenset({value.id}) if value.alone else places_under(value.id, names)


def _between(field: FilterField, span: Between) -> IncidentFilter:
    if field.key == "opened":
        return IncidentFilter(since=span.low, until=span.high)
    return _condition(field.key, FieldOp.DURING if field.way is Way.SPAN else FieldOp.BETWEEN, span.low, span.high)


def _condition(key: str, op: FieldOp, *values: Any) -> IncidentFilter:
    return IncidentFilter(conditions=(FieldCondition(key, op, values),))


def joined(pieces: Sequence[IncidentFilter]) -> IncidentFilter:
    """All of them together. Several of one list mean any of these; several bounds the narrower."""
    whole: dict[str, Any] = {}
    for each in pieces:
        for name in (field.name for field in fields(each)):
            value = getattr(each, name)
            if value != getattr(NOTHING, name):
                whole[name] = _both(name, whole[name], value) if name in whole else value
    return IncidentFilter(**whole)


def _both(name: str, one: Any, other: Any) -> Any:
    if isinstance(one, frozenset):
        return one | other
    if isinstance(one, tuple):
        return one + tuple(each for each in other if each not in one)
    if name in {"since", "until"}:
        return max(one, other) if name == "since" else min(one, other)
    return other


def narrowed(one: IncidentFilter, other: IncidentFilter) -> IncidentFilter:
    """Both hold, whatever they name. Without what does not fit the other, only what fits it is left."""
    if other == NOTHING:
        return one
    unlike = IncidentFilter(without=(other,))
    return replace(one, without=(*one.without, unlike), set_aside=None if other.statuses else one.set_aside)
