"""What stands in a column: dates, hours, numbers, a few words again and again, long texts, names."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from incident_desk.usecases.importing.clocks import is_half_day
from incident_desk.usecases.importing.dates import (
    DATE_ORDERS,
    DateOrder,
    NotRead,
    ReadInPart,
    TimeReading,
    day_beside_words,
    read_hours,
    read_time,
)
from incident_desk.usecases.importing.guessing.date_evidence import evidence_in
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.row_texts import SheetRow, by_column
from incident_desk.usecases.importing.words import NO, YES

_LOOKED_AT = 400  # cells of a column, evenly from all of it
_FIRST = 2000  # rows that show in which order dates are written
_MOST = 0.8
_DATED = 0.6  # of the first cells, in a column that shows how dates are written
_NAME = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau)\.?\s+)*[^\W\d_][\w.'’-]*(?:,?\s+[^\W\d_][\w.'’-]*){1,3}")
_MIDNIGHT = re.compile(r"\b0?0:00(?::00)?$|^0000$|\b12:00(?::00)? ?am$", re.I)
_HAS_CLOCK = re.compile(r"\d:\d\d|^[0-2]\d[0-5]\d$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column at a glance. Shares are of the cells that hold something."""

    name: str
    filled: float  # of all rows
    distinct: int
    count: int  # of cells that hold something
    length: float  # on average
    words: tuple[str, ...]  # each once, the most frequent first
    dates: float
    clocks: float
    numbers: float
    names: float
    midnights: float  # of the dates that come with an hour
    sample: tuple[str, ...]

    @property
    def is_unique(self) -> bool:
        return self.filled == 1 and self.distinct == self.count

    @property
    def is_dates(self) -> bool:
        return self.dates >= _MOST and self.clocks < _MOST

    @property
    def is_clocks(self) -> bool:
        return self.clocks >= _MOST

    @property
    def is_half_days(self) -> bool:
        """Whether it says of another column before or after noon, and nothing else."""
        return bool(self.words) and all(map(is_half_day, self.words))

    @property
    def is_yes_no(self) -> bool:
        """Numbers alone are answers only where there is both 0 and 1: a list of mild harm may hold nothing but 1."""
        said = {folded(word) for word in self.words}
        return said == {"0", "1"} or (said <= YES | NO and not all(map(str.isdecimal, said)))

    @property
    def is_told(self) -> bool:
        """Whether people tell something in it, each in own words."""
        return self.length >= 25 and self.distinct > self.count / 2 and not self.is_dates

    @property
    def is_few_words(self) -> bool:
        return self.length < 60 and self.distinct <= max(12, self.count // 3) and not self.is_dates


def columns_of(heading: Sequence[str], rows: Sequence[SheetRow], order: DateOrder) -> list[Column]:
    texts = by_column(rows, heading)
    return [_column(name, texts[name], len(rows), order) for name in heading]


def _column(name: str, texts: Sequence[str], rows: int, order: DateOrder) -> Column:
    counts, spelt = Counter[str](), dict[str, str]()
    for text, count in Counter(texts).items():
        counts[folded(text)] += count
        spelt.setdefault(folded(text), " ".join(text.split()))
    sample = tuple(texts[:: max(1, len(texts) // _LOOKED_AT)])
    reading = TimeReading(order, "UTC")
    with_clock = [text for text in sample if _HAS_CLOCK.search(text)]
    return Column(
        name, len(texts) / max(1, rows), len(counts), len(texts), _share(sample, len),
        tuple(spelt[word] for word, _ in counts.most_common(60)),
        _share(sample, lambda text: _tells_day(text, reading) and not _bare_number(text)),
        _share(sample, lambda text: _reads(lambda: read_hours(text)) or text.startswith("1899-12-3")),
        _share(sample, lambda text: _reads(lambda: read_number(text, "."))),
        _share(sample, lambda text: len(text) < 50 and _NAME.fullmatch(text.strip()) is not None),
        _share(with_clock, lambda text: _MIDNIGHT.search(text) is not None), sample,
    )  # fmt: skip


def _share(sample: Sequence[str], measure: Callable[[str], float]) -> float:
    """The mean of a measure, which is taken once of each text."""
    return sum(measure(text) * count for text, count in Counter(sample).items()) / len(sample) if sample else 0.0


def _bare_number(text: str) -> bool:
    """A number may be meant as a year or as a spreadsheet's day, but says so only under such a heading."""
    return text.strip().isdecimal()


def _tells_day(text: str, reading: TimeReading) -> bool:
    return _reads(lambda: read_time(text, reading)) or day_beside_words(text, reading) is not None


def _reads(read: Callable[[], object]) -> bool:
    """Whether it can be read, be it in part."""
    try:
        read()
    except ReadInPart:
        return True
    except NotRead:
        return False
    return True


def date_order(heading: Sequence[str], rows: Sequence[SheetRow]) -> DateOrder:
    """The order that the dates show. Where they show none it is that by which most of them are dates and, where several
    do, in which the list runs on in time; a year at the beginning is the last to be thought of."""
    texts = by_column(rows[:_FIRST], heading)
    dated = [column for column in texts.values() if _share(column[:50], _is_date) >= _DATED]
    evidence = evidence_in(text for column in dated for text in column if not _bare_number(text))
    fitting = evidence.fitting or DATE_ORDERS
    if evidence.proved:
        return fitting[0]
    return max(fitting, key=lambda order: _plausible(dated, order))


def _is_date(text: str) -> bool:
    return not _bare_number(text) and any(_reads(partial(read_time, text, TimeReading(o, "UTC"))) for o in DATE_ORDERS)


def _plausible(columns: Sequence[Sequence[str]], order: DateOrder) -> tuple[int, bool, float]:
    read, runs_on = 0, 0.0
    for column in columns:
        moments = []
        for text in column:
            try:
                moments.append(read_time(text, TimeReading(order, "UTC")).earliest)
            except NotRead:
                continue
        read += len(moments)
        steps = [one <= other for one, other in itertools.pairwise(moments) if one and other]
        runs_on += abs(sum(steps) / len(steps) - 0.5) if steps else 0.0
    return read, order != "ymd", round(runs_on, 3)
