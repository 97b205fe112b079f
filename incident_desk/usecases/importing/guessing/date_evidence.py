"""Whether the dates of a sheet show by themselves which number is the day: a 13 can be no month."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from incident_desk.domain.declarations import FieldKind
from incident_desk.usecases.importing.dates import DATE_ORDERS, DateOrder, NotRead, TimeReading, read_day
from incident_desk.usecases.importing.mapping import CLOSED_ON, SheetMapping
from incident_desk.usecases.importing.row_texts import by_column, texts_of
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_MOST = 5000  # different texts; a sheet with more of them has shown its order by then
_DOTTED = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """`fitting`: the orders by which every date of the sheet is a date."""

    fitting: tuple[DateOrder, ...]
    proved: bool

    def kept_to(self, mapping: SheetMapping) -> SheetMapping:
        """The mapping, by the order that the dates prove where its own contradicts them."""
        if not self.proved or mapping.date_order in self.fitting:
            return mapping
        return replace(mapping, date_order=self.fitting[0])


def date_evidence(sheet: Sheet, mapping: SheetMapping, names: Names) -> DateEvidence:
    """What the columns show that the mapping reads as times or days."""
    columns = [source.columns[0] for key, source in mapping.fields.items() if source.columns and _is_day(key, names)]
    texts = by_column(texts_of(sheet), columns)
    return evidence_in(text for column in texts.values() for text in column)


def evidence_in(texts: Iterable[str]) -> DateEvidence:
    """Days with dots between them are written day first, so they leave no doubt where that fits."""
    different = islice(dict.fromkeys(texts), _MOST)
    days = [(text, found) for text in different if any(found := [_day(text, order) for order in DATE_ORDERS])]
    by_order = {order: tuple(found[n] for _, found in days) for n, order in enumerate(DATE_ORDERS)}
    whole = {order: found for order, found in by_order.items() if None not in found}
    in_doubt = [text for text, found in days if len(set(found)) > 1]
    proved = len(set(whole.values())) == 1 or ("dmy" in whole and all(map(_DOTTED.match, in_doubt)))
    return DateEvidence(tuple(whole), proved)


def _is_day(key: str, names: Names) -> bool:
    declared = names.field(key)
    return key == CLOSED_ON or (declared is not None and declared.kind in (FieldKind.TIME, FieldKind.DATE))


def _day(text: str, order: DateOrder) -> datetime.date | None:
    try:
        return read_day(text, TimeReading(order, "UTC"))
    except NotRead:
        return None
