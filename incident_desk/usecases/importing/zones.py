"""Zones that headings of hours name: "Time (UTC)" counts in UTC, wherever the register is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incident_desk.domain.declarations import FieldKind
from incident_desk.usecases.importing.clocks import named_zone, vague_zone
from incident_desk.usecases.importing.mapping import CLOSED_ON, SheetMapping
from incident_desk.usecases.names import Names


@dataclass(frozen=True, slots=True)
class HeadingZone:
    """`zone`: in which the hours of the column count. `vague`: a word of the heading that names several zones."""

    column: str
    zone: str
    vague: str = ""


def heading_zones(mapping: SheetMapping, names: Names) -> Iterator[HeadingZone]:
    """Of the columns that are read as times."""
    own = mapping.zone or names.settings.zone
    for key, source in mapping.fields.items():
        declared = names.field(key)
        if key != CLOSED_ON and (declared is None or declared.kind is not FieldKind.TIME):
            continue
        for column in source.columns:
            zone, vague = named_zone(column), vague_zone(column)
            if zone is not None:
                yield HeadingZone(column, str(zone))
            elif vague:
                yield HeadingZone(column, own, vague)
