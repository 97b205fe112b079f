"""Which incidents came from which row of an old list. Looked up by the index over keys and texts of field values."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from incident_desk.domain.journal.entries import ERASED
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import value_of
from incident_desk.storage.listing_conditions import SHORT_TEXT
from incident_desk.usecases.rows import ImportedRow

_AT_ONCE = 400
_V = t.field_value.c
IMPORTED_UNDER = (
    sa.select(t.incident.c.no, t.incident.c.id, t.incident.c.number, _V.text)
    .join(t.incident, t.incident.c.no == _V.incident)
    .where(_V.key == "imported_key", SHORT_TEXT, _V.text.in_(sa.bindparam("keys", expanding=True)))
    .order_by(t.incident.c.no)
)
_STOOD = sa.select(t.field_value).where(
    _V.incident.in_(sa.bindparam("numbers", expanding=True)),
    _V.key.in_(("imported_from", "imported_row")),
    _V.line == 0,
)


def imported(connection: sa.Connection, keys: Sequence[str]) -> list[ImportedRow]:
    """The incidents that were imported under these keys, the oldest first."""
    found = []
    for first in range(0, len(keys), _AT_ONCE):
        rows = connection.execute(IMPORTED_UNDER, {"keys": list(keys[first : first + _AT_ONCE])}).all()
        stood = connection.execute(_STOOD, {"numbers": [row.no for row in rows]}).all()
        values = {(row.incident, row.key): value_of(dict(row._mapping)) for row in stood}
        for row in rows:
            cells = values.get((row.no, "imported_row"))
            kept = None if cells is None or cells is ERASED else tuple((heading, text) for heading, text in cells)
            found.append(
                ImportedRow(row.id, row.number, row.text, str(values.get((row.no, "imported_from"), "")), kept)
            )
    return found
