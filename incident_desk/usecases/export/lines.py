"""Incidents as objects, one a line: what stands in them beside what the command line shows of an incident, so that
another register can read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incident_desk.domain.declarations import FieldKind
from incident_desk.usecases.export import told as t
from incident_desk.usecases.names import Names

_BY_ID = frozenset({FieldKind.PERSON, FieldKind.PLACE, FieldKind.EQUIPMENT})


class Namer:
    """What the ids in an incident are called: another register knows people and places by their names alone."""

    def __init__(self, names: Names) -> None:
        self._keys = [field.key for field in names.pack.all_fields() if field.kind in _BY_ID]
        self._called = {
            **t.written(t.of_people(names.people.values())),
            **t.written(t.of_places(names.places.values())),
            **t.written(t.of_equipment(names.equipment.values())),
        }

    def named(self, values: Mapping[str, Any]) -> dict[str, str]:
        found = (values.get(key) for key in self._keys)
        ids = (each for value in found for each in (value if isinstance(value, list) else [value]))
        return {each: self._called[each] for each in ids if isinstance(each, str) and each in self._called}
