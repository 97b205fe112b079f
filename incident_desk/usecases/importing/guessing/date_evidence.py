"""Whether the dates of a sheet show by themselves which number is the day: a 13 can be no month."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from incident_desk.domain.declarations import FieldKind
from incident_desk.usecases.importing.dates import DATE_ORDERS, DateOrder, NotRead, TimeReading, read_day
from incident_desk.usecases.importing.mapping import CLOSED_ON, SheetMapping
from incident_desk.usecases.importing.row_texts import by_column, texts_of
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_MOST = 5000  # different texts; a sheet with more of them has shown its order by then
_SLIPS = 0.1  # of all days
_DOTTED = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\b")

_Found = tuple[datetime.date | None, ...]  # by each of `DATE_ORDERS`


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
    """Days with dots between them are written day first, so they leave no doubt where that fits.

    A year of two digits stands first only where no other order fits. That leaves a doubt where the years would then lie
    closer together: 21-04-03 and 22-04-17 are two days of 2003 and 2017, or of 2021 and 2022.
    """
    days = _days(islice(dict.fromkeys(texts), _MOST))
    by_order = {order: tuple(found[n] for _, found in days) for n, order in enumerate(DATE_ORDERS)}
    whole = {order: tuple(filter(None, found)) for order, found in by_order.items() if None not in found}
    first = {order: found for order, found in whole.items() if order != "ymd"} or whole
    in_doubt = [text for text, found in days if len(set(found)) > 1]
    if "dmy" in whole and all(map(_DOTTED.match, in_doubt)):
        return DateEvidence(tuple(order for order in whole if whole[order] == whole["dmy"]), proved=True)
    proved = len(set(first.values())) == 1 and not _closer_years(whole, next(iter(first)))
    return DateEvidence(tuple(whole), proved)


def _days(texts: Iterable[str]) -> list[tuple[str, _Found]]:
    """Texts with the day that they mean by each order. The few that only a year at the beginning makes a day, such as
    31/04/24, are slips."""
    days = [(text, found) for text in texts if any(found := tuple(_day(text, order) for order in DATE_ORDERS))]
    usual = [(text, found) for text, found in days if any(found[:2])]
    return usual if len(days) - len(usual) <= _SLIPS * len(days) else days


def _closer_years(whole: Mapping[DateOrder, Sequence[datetime.date]], chosen: DateOrder) -> bool:
    """Whether the years of two digits would lie closer together if they stood first."""
    spans = {order: max(days).year - min(days).year for order, days in whole.items() if days}
    return "ymd" in spans and spans["ymd"] < spans[chosen]


def _is_day(key: str, names: Names) -> bool:
    declared = names.field(key)
    return key == CLOSED_ON or (declared is not None and declared.kind in (FieldKind.TIME, FieldKind.DATE))


def _day(text: str, order: DateOrder) -> datetime.date | None:
    try:
        return read_day(text, TimeReading(order, "UTC"))
    except NotRead:
        return None
