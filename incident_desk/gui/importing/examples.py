"""A date of the sheet with what it means, so that nobody needs to know what an order of day and month is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.values import StatedTime
from incident_desk.usecases.importing.dates import DATE_ORDERS, DateOrder, NotRead, TimeReading, read_time
from incident_desk.usecases.importing.glance import ColumnGlance
from incident_desk.usecases.importing.mapping import CLOSED_ON, SheetMapping
from incident_desk.usecases.names import Names


def time_columns(mapping: SheetMapping, names: Names) -> list[str]:
    """Columns that are read as times or days."""
    found: list[str] = []
    for key, source in mapping.fields.items():
        declared = names.field(key)
        if key == CLOSED_ON or (declared is not None and declared.kind in (FieldKind.TIME, FieldKind.DATE)):
            found += source.columns
    return found


def date_example(columns: Sequence[ColumnGlance], mapping: SheetMapping, names: Names) -> tuple[str, StatedTime] | None:
    """A text whose day and month could be taken for each other, else any; and the time it means now."""
    zone = mapping.zone or names.settings.zone
    wanted = set(time_columns(mapping, names))
    texts = [text for column in columns if column.name in wanted for text, _ in column.words]
    read = list(_readable(texts, mapping.date_order, zone))
    doubtful = (each for each in read if len(set(_meanings(each[0], zone))) > 1)
    return next(doubtful, read[0] if read else None)


def date_meanings(
    columns: Sequence[ColumnGlance], mapping: SheetMapping, names: Names
) -> tuple[str, tuple[tuple[DateOrder, StatedTime], ...]] | None:
    """A text that is another day by another order, with each day that it can mean; None where none is in doubt."""
    found = date_example(columns, mapping, names)
    if found is None:
        return None
    text, zone, meanings = found[0], mapping.zone or names.settings.zone, dict[object, tuple[DateOrder, StatedTime]]()
    for order in DATE_ORDERS:
        for _, meant in _readable([text], order, zone):
            meanings.setdefault(meant.earliest, (order, meant))
    return (text, tuple(meanings.values())) if len(meanings) > 1 else None


def _readable(texts: Iterable[str], order: DateOrder, zone: str) -> Iterator[tuple[str, StatedTime]]:
    for text in texts:
        try:
            yield text, read_time(text, TimeReading(order, zone, midnight_unknown=True))
        except NotRead:
            continue


def _meanings(text: str, zone: str) -> list[object]:
    return [meant.earliest for order in DATE_ORDERS for _, meant in _readable([text], order, zone)]
