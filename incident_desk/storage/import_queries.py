"""Which incidents came from which row of an old list: by the index over keys and texts of field values, or by the
moment at which they came up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import ERASED
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import value_of
from incident_desk.storage.listing_conditions import SHORT_TEXT
from incident_desk.usecases.rows import ImportedRow

_AT_ONCE = 400
_FEW = 20
_V, _I = t.field_value.c, t.incident.c
IMPORTED_UNDER = (
    sa.select(t.incident.c.no, t.incident.c.id, t.incident.c.number, _V.text)
    .join(t.incident, t.incident.c.no == _V.incident)
    .where(_V.key == "imported_key", SHORT_TEXT, _V.text.in_(sa.bindparam("keys", expanding=True)))
    .order_by(t.incident.c.no)
)
_CAME_UP = (
    sa.select(_I.no, _I.id, _I.number, _V.text, _I.opened_at, _I.title)
    .join(t.field_value, (_V.incident == _I.no) & (_V.key == "imported_key") & (_V.line == 0))
    .where(_I.opened_at.in_(sa.bindparam("moments", expanding=True)))
    .order_by(_I.no)
)
_KEY = t.field_value.alias("key_value")
_FROM_LIST = (
    sa.select(_I.no, _I.id, _I.number, _KEY.c.text)
    .select_from(t.field_value)
    .join(t.incident, _I.no == _V.incident)
    .join(_KEY, (_KEY.c.incident == _I.no) & (_KEY.c.key == "imported_key") & (_KEY.c.line == 0))
    .where(_V.key == "imported_from", SHORT_TEXT, _V.text == sa.bindparam("source"))
    .order_by(_I.no)
    .limit(sa.bindparam("most"))
)
_FIRST_ENTRIES = sa.select(t.journal.c.chain, t.journal.c.recorded_at).where(
    t.journal.c.chain.in_(sa.bindparam("numbers", expanding=True)), t.journal.c.position == 1
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
        found += _as_they_stood(connection, rows)
    return found


def imported_then(connection: sa.Connection, titles: Mapping[int, Sequence[str]]) -> list[tuple[ImportedRow, int]]:
    """Of the incidents that came up at these moments (microseconds UTC) and were imported those with one of the
    titles; where few came up at a moment all of them, as a title may be another by now. Each with its moment."""
    moments, wanted = list(titles), []
    for first in range(0, len(moments), _AT_ONCE):
        rows = connection.execute(_CAME_UP, {"moments": moments[first : first + _AT_ONCE]}).all()
        together = Counter(row.opened_at for row in rows)
        wanted += [row for row in rows if together[row.opened_at] <= _FEW or row.title in titles[row.opened_at]]
    chunks = (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE))
    found = [each for chunk in chunks for each in _as_they_stood(connection, chunk)]
    return list(zip(found, (row.opened_at for row in wanted), strict=True))


def imported_from(connection: sa.Connection, source: str, most: int) -> list[ImportedRow]:
    """The incidents that came from the list of this name, the oldest first, at most so many."""
    rows = connection.execute(_FROM_LIST, {"source": source, "most": most}).all()
    chunks = (rows[first : first + _AT_ONCE] for first in range(0, len(rows), _AT_ONCE))
    return [each for chunk in chunks for each in _as_they_stood(connection, chunk)]


def recorded(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """By row number the moment at which the first entry of an incident was written."""
    rows = connection.execute(_FIRST_ENTRIES, {"numbers": list(numbers)})
    return {row.chain: row.recorded_at for row in rows}


def _as_they_stood(connection: sa.Connection, rows: Sequence[Any]) -> list[ImportedRow]:
    stood = connection.execute(_STOOD, {"numbers": [row.no for row in rows]}).all() if rows else ()
    values = {(row.incident, row.key): value_of(dict(row._mapping)) for row in stood}
    found = []
    for row in rows:
        cells = values.get((row.no, "imported_row"))
        kept = None if cells is None or cells is ERASED else tuple((heading, text) for heading, text in cells)
        found.append(ImportedRow(row.id, row.number, row.text, str(values.get((row.no, "imported_from"), "")), kept))
    return found
