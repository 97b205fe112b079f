"""Which incidents came from which row of an old list: by the index over keys and texts of field values, by the moment
at which they came up, or by their list. Incident and values are asked apart: together, SQLite would walk all values
that were ever imported. Each statement is a look-up in an index (`test_listing_plans`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import ERASED
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import value_of
from incident_desk.storage.listing_conditions import SHORT_TEXT
from incident_desk.usecases.rows import ImportedRow

_AT_ONCE = 400
_FEW, _TIMES = 20, 4
_V, _I = t.field_value.c, t.incident.c
_KEY, _FROM, _ROW = "imported_key", "imported_from", "imported_row"
IMPORTED_UNDER = sa.select(_V.incident).where(
    _V.key == _KEY, SHORT_TEXT, _V.text.in_(sa.bindparam("keys", expanding=True))
)
CAME_UP = sa.select(_I.no, _I.opened_at, _I.title).where(_I.opened_at.in_(sa.bindparam("moments", expanding=True)))
OF_LIST = sa.select(_V.incident).where(_V.key == _FROM, SHORT_TEXT, _V.text == sa.bindparam("source"))
IMPORTED = sa.select(sa.func.count()).select_from(t.field_value).where(_V.key == _KEY)
NAMED = sa.select(_I.no, _I.id, _I.number).where(_I.no.in_(sa.bindparam("numbers", expanding=True))).order_by(_I.no)
STOOD = sa.select(t.field_value).where(
    _V.incident.in_(sa.bindparam("numbers", expanding=True)), _V.key.in_((_KEY, _FROM, _ROW)), _V.line == 0
)
_FIRST_ENTRIES = sa.select(t.journal.c.chain, t.journal.c.recorded_at).where(
    t.journal.c.chain.in_(sa.bindparam("numbers", expanding=True)), t.journal.c.position == 1
)


def imported(connection: sa.Connection, keys: Sequence[str]) -> list[ImportedRow]:
    """The incidents that were imported under these keys, the oldest first."""
    found = {no for some in _parts(keys) for no in connection.scalars(IMPORTED_UNDER, {"keys": some})}
    return imported_as(connection, sorted(found))


def imported_then(connection: sa.Connection, titles: Mapping[int, Collection[str]]) -> list[tuple[ImportedRow, int]]:
    """Of the incidents that came up at these moments (microseconds UTC) and were imported those with one of the
    titles; where no more came up at a moment than a few for each title all, as a title may be another by now. Each
    with its moment."""
    moments: dict[int, int] = {}
    for some in _parts(list(titles)):
        rows = connection.execute(CAME_UP, {"moments": some}).all()
        together = Counter(row.opened_at for row in rows)
        for row in rows:
            asked = titles[row.opened_at]
            if together[row.opened_at] <= max(_FEW, _TIMES * len(asked)) or row.title in asked:
                moments[row.no] = row.opened_at
    return [(each, moments[no]) for no, each in _as_they_stood(connection, sorted(moments))]


def numbers_from(connection: sa.Connection, source: str) -> list[int]:
    """The row numbers of the incidents that came from the list of this name, the oldest first."""
    return sorted(connection.scalars(OF_LIST, {"source": source}))


def imported_as(connection: sa.Connection, numbers: Sequence[int]) -> list[ImportedRow]:
    """Those of these row numbers that were imported, in their order."""
    return [each for _, each in _as_they_stood(connection, numbers)]


def imported_count(connection: sa.Connection) -> int:
    """How many incidents came from lists."""
    return int(connection.scalar(IMPORTED) or 0)


def recorded(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """By row number the moment at which the first entry of an incident was written."""
    rows = connection.execute(_FIRST_ENTRIES, {"numbers": list(numbers)})
    return {row.chain: row.recorded_at for row in rows}


def _as_they_stood(connection: sa.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, ImportedRow]]:
    for some in _parts(numbers):
        stood = connection.execute(STOOD, {"numbers": some}).all()
        values = {(row.incident, row.key): value_of(dict(row._mapping)) for row in stood}
        for row in connection.execute(NAMED, {"numbers": some}).all():
            key = values.get((row.no, _KEY))
            if key is not None:
                source, cells = str(values.get((row.no, _FROM), "")), values.get((row.no, _ROW))
                yield row.no, ImportedRow(row.id, row.number, str(key), source, _kept(cells))


def _kept(cells: Any) -> tuple[tuple[str, str], ...] | None:
    """The row as it stood, None where it was erased."""
    return None if cells is None or cells is ERASED else tuple((heading, text) for heading, text in cells)


def _parts(values: Sequence[Any]) -> Iterable[list[Any]]:
    return (list(values[first : first + _AT_ONCE]) for first in range(0, len(values), _AT_ONCE))
