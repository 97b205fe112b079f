"""The typed filter that shows what one import brought in, and nothing else."""

from __future__ import annotations

from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.register.filter_text import write_filter
from incident_desk.usecases.rows import IMPORTED, IMPORTED_ON, FieldCondition, FieldOp, IncidentFilter

_SECOND = 1_000_000


def brought_in_filter(queries: Queries, names: Names, language: str, source: str, first: str = "") -> str:
    """`source`: the name of the list. `first`: the number of one record that came in; without one, all of that list.

    All rows of an import are written in one moment; by the list's name alone those of last month would come along.
    """
    asked = [FieldCondition(IMPORTED, FieldOp.CONTAINS, (source,))]
    record = queries.find_incident(first) if first else None
    if record is not None:
        at = queries.entries(record)[0].recorded_at
        asked.append(FieldCondition(IMPORTED_ON, FieldOp.DURING, (at - at % _SECOND, at - at % _SECOND + _SECOND)))
    return write_filter(IncidentFilter(conditions=tuple(asked)), names, language)
