"""Whether two cells say the same, whatever a spreadsheet program made of them in between, and under which headings.

A file that was saved as a workbook loses leading zeros and writes its days anew; a heading gets another word, a column
comes or goes. A cell that somebody corrected stays a change: 1.10 is not 1.1 where no number is read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from incident_desk.usecases.importing.clocks import hours_in
from incident_desk.usecases.importing.dates import DATE_ORDERS, NotRead, TimeReading, read_time
from incident_desk.usecases.importing.mapping import SheetMapping, folded
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.row_texts import Row

_WHOLE = re.compile(r"([+-]?)0*(\d{1,30})(?:\.0)?")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\b.{0,30}", re.DOTALL)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
_TRUTH = {"true": True, "wahr": True, "false": False, "falsch": False}
_LONGEST_DAY = 40  # letters
_PAIRS = 200  # of a sheet are enough to learn from what became of a heading
_VALUES = 2  # that agree: a column of nothing but "no" is like any other


class _Form(NamedTuple):
    """What a text says without the way it is written: a number, an hour or a truth, None for everything else."""

    text: str
    plain: object = None
    days: frozenset[object] = frozenset()
    is_iso: bool = False


class Cells:
    """The cells of a sheet beside those that came in before, as its mapping reads both."""

    def __init__(
        self, mapping: SheetMapping, heading: Iterable[str], numbers: Collection[str], zone: str,
        called: Mapping[str, str],
    ) -> None:  # fmt: skip
        """`numbers`: columns that are read as numbers; `called`: by other headings, folded, those under which the same
        stands here."""
        self._mapping, self._zone, self._called = mapping, mapping.zone or zone, called
        self._heading, self._numbers = frozenset(heading), frozenset(numbers)

    def same(self, column: str, old: str, new: str) -> bool:
        """Whether a spreadsheet program may have written one for the other: 12 for 0012, 2024-01-13 for 13.01.2024."""
        old, new = old.strip(), new.strip()
        return old == new or (bool(old and new) and _same(self._form(column, old), self._form(column, new)))

    def differing(self, old: Row, new: Row, but: Collection[str] = ()) -> set[str]:
        """Columns of both rows that do not say the same, those left out of which the old one says nothing."""
        now = dict(new)
        headed = ((self._called.get(folded(column), column), text) for column, text in old)
        kept = [(column, text) for column, text in headed if column in self._heading and column not in but]
        return {column for column, text in kept if not self.same(column, text, now.get(column, ""))}

    def renames(self, pairs: Sequence[tuple[Row, Row]]) -> dict[str, str]:
        """Headings of before that this sheet has no more, with the new ones under which most rows say the same."""
        met: dict[tuple[str, str], set[str]] = defaultdict(set)
        times, rows = Counter[tuple[str, str]](), Counter[str]()
        for old, new in pairs[:: max(1, len(pairs) // _PAIRS)]:
            before = {self._called.get(folded(column), column): text for column, text in old}
            gone = [(name, self._form(name, text)) for name, text in before.items() if name not in self._heading]
            rows.update(name for name, _ in gone)
            fresh = [(name, self._form(name, text)) for name, text in new if name not in before] if gone else []
            for name, form in gone:
                for other, now in fresh:
                    if _same(form, now):
                        met[name, other].add(before[name])
                        times[name, other] += 1
        found: dict[str, str] = {}
        for (name, other), count in times.most_common():
            proved = len(met[name, other]) >= _VALUES and 2 * count > rows[name]
            if proved and name not in found and other not in found.values():
                found[name] = other
        return found

    def fitted(self, old: Row, new: Row, renames: Mapping[str, str]) -> tuple[Row, Row]:
        """The old row in the words of the new one, and the new one with what it has no column for any more: no cell
        was emptied by that."""
        now = dict(new)
        headed = [(self._called.get(folded(column), column), text) for column, text in old]
        fitted = {renames.get(column, column): text for column, text in headed}
        for column, text in fitted.items():
            if column not in self._heading:
                now[column] = text
            elif column in now and self.same(column, text, now[column]):
                fitted[column] = now[column]
        return tuple(fitted.items()), tuple(now.items())

    def _form(self, column: str, text: str) -> _Form:
        text = text.strip()
        whole, hours = _WHOLE.fullmatch(text), hours_in(text) if _CLOCK.fullmatch(text) else None
        if column in self._numbers:
            with suppress(NotRead):
                return _Form(text, float(read_number(text, self._mapping.decimal_sign)))
        if whole:
            return _Form(text, f"{whole[1].strip('+')}{whole[2]}")
        if hours is not None:
            return _Form(text, hours)
        if (truth := _TRUTH.get(text.casefold())) is not None:
            return _Form(text, truth)
        is_iso = _ISO_DAY.fullmatch(text) is not None
        return _Form(text, None, self._days(text, is_iso), is_iso)

    def _days(self, text: str, is_iso: bool) -> frozenset[object]:
        """The moments that a text may mean, whichever of day and month comes first in what a program wrote."""
        if len(text) > _LONGEST_DAY or not any(map(str.isdigit, text)):
            return frozenset()
        orders = DATE_ORDERS if is_iso else (self._mapping.date_order,)
        return frozenset(filter(None, (self._moment(TimeReading(order, self._zone), text) for order in orders)))

    @staticmethod
    def _moment(reading: TimeReading, text: str) -> object:
        with suppress(NotRead):
            return read_time(text, reading).earliest
        return None


def _same(first: _Form, second: _Form) -> bool:
    if first.text == second.text:
        return True
    if first.is_iso or second.is_iso:
        return not first.days.isdisjoint(second.days)
    return first.plain is not None and type(first.plain) is type(second.plain) and first.plain == second.plain
