"""Whether two rows tell of the same, whatever a spreadsheet program made of their cells and headings in between.

A file that was saved as a workbook loses leading zeros and writes its days anew; a heading gets another word, a column
comes or goes. None of that makes another incident of a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from incident_desk.domain.titles import title_from
from incident_desk.domain.values import StatedTime, micros
from incident_desk.usecases.importing.dates import DATE_ORDERS, NotRead, TimeReading, read_time
from incident_desk.usecases.importing.mapping import SheetMapping, folded
from incident_desk.usecases.importing.reading import RowReader
from incident_desk.usecases.importing.row_texts import Row, SheetRow

_TIMES = ("reported", "discovered", "occurred")
_TELLING = frozenset({*_TIMES, "what_happened", "title"})
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:[.,]\d{1,30})?")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\b.{0,30}", re.DOTALL)
_CLOCK = re.compile(r"0?(\d{1,2}:\d{2})(?::00)?")
_TRUTH = {"true": True, "wahr": True, "false": False, "falsch": False}
_LONG = 40  # letters of a story that nobody tells twice by chance


@dataclass(frozen=True, slots=True)
class Told:
    """What tells one row from another where no number does: the words of its story, when it was, and where."""

    stories: frozenset[str]
    moments: frozenset[int]
    place: str

    @property
    def story(self) -> str:
        return max(self.stories, key=len, default="")


class Likeness:
    """Compares rows of one sheet with rows that came in before, as its mapping reads both."""

    def __init__(
        self, mapping: SheetMapping, heading: Iterable[str], reader: RowReader, zone: str, called: Mapping[str, str]
    ) -> None:
        """`called`: by other headings, folded, those under which the same stands here."""
        self._called = called
        self._mapping, self._reader, self._zone = mapping, reader, mapping.zone or zone
        self._heading = frozenset(heading)
        self._times = frozenset(column for key in _TIMES for column in self._columns(key))
        self._story = self._columns("what_happened") or self._columns("title")

    def _columns(self, field: str) -> tuple[str, ...]:
        source = self._mapping.fields.get(field)
        return source.columns if source else ()

    def says_when(self, row: Row) -> bool:
        """Whether anything stands where the row would say when it was."""
        return not self._times.isdisjoint(column for column, _ in row)

    def told(self, row: Row) -> Told:
        texts = dict(row)
        told = (self._story, self._columns("title"))
        stories = next(filter(None, ({folded(texts[each]) for each in of if each in texts} for of in told)), set[str]())
        longest = folded(max(texts.values(), key=len, default=""))
        if not stories and len(longest) >= _LONG:  # under another heading; a ward or a day is no story
            stories = {longest}
        place = " ".join(folded(texts.get(column, "")) for column in self._columns("place"))
        return Told(frozenset(stories), frozenset(_moments(self._said(row))), place.strip())

    def _said(self, row: Row) -> dict[str, Any]:
        return dict(self._reader.said(SheetRow(0, row, "")).fields)

    def titles(self, row: Row) -> dict[int, list[str]]:
        """By the moments at which an incident of this row may have come up the titles it may have got."""
        said = self._said(row)
        titles = [str(said["title"])] if said.get("title") else []
        titles += [title_from(str(said["what_happened"]))] if said.get("what_happened") else []
        return dict.fromkeys(_moments(said), titles)

    def same(self, old: Row, new: Row) -> bool:
        """Whether both tell the same story of the same time."""
        return tell_the_same(self.told(old), self.told(new))

    def same_number(self, old: Row, new: Row) -> bool:
        """Whether no number under a heading that both have says that they are two."""
        before, now = dict(old), dict(new)
        return all(key not in before or self.same_cell(before[key], now.get(key, "")) for key in self._mapping.key)

    def renames(self, pairs: Iterable[tuple[Row, Row]]) -> dict[str, str]:
        """Headings of before that this sheet has no more, with the new ones under which most rows say the same."""
        met: Counter[tuple[str, str]] = Counter()
        rows: Counter[str] = Counter()
        for old, new in pairs:
            before = {self._called.get(folded(column), column): text for column, text in old}
            gone = [(column, text) for column, text in before.items() if column not in self._heading]
            rows.update(column for column, _ in gone)
            fresh = [(column, text) for column, text in new if column not in before] if gone else []
            met.update((a, b) for a, text in gone for b, other in fresh if self.same_cell(text, other))
        found: dict[str, str] = {}
        for (old_name, name), count in met.most_common():
            if old_name not in found and name not in found.values() and 2 * count > rows[old_name]:
                found[old_name] = name
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
            elif column in now and self.same_cell(text, now[column]):
                fitted[column] = now[column]
        return tuple(fitted.items()), tuple(now.items())

    def same_cell(self, old: str, new: str) -> bool:
        """Whether a spreadsheet program may have written one for the other: 12 for 0012, 2024-01-13 for 13.01.2024."""
        old, new = old.strip(), new.strip()
        if old == new:
            return True
        if not old or not new:
            return False
        first, second = _plain(old), _plain(new)
        if first is not None or second is not None:
            return first == second
        return (_ISO_DAY.fullmatch(old) or _ISO_DAY.fullmatch(new)) is not None and not self._days(old).isdisjoint(
            self._days(new)
        )

    def _days(self, text: str) -> set[object]:
        """The moments that a text may mean, whichever of day and month comes first."""
        orders = (self._mapping.date_order,) if not _ISO_DAY.fullmatch(text) else DATE_ORDERS
        return {moment for order in orders if (moment := _moment(text, TimeReading(order, self._zone))) is not None}


def tell_the_same(before: Told, now: Told) -> bool:
    """What one of them does not say speaks against nothing."""
    if before.moments and now.moments and not before.moments & now.moments:
        return False
    if not before.stories and not now.stories:
        return bool(before.moments & now.moments)
    return before.story in now.stories or now.story in before.stories


def surely_tell_the_same(before: Told, now: Told) -> bool:
    """Where no number says so: of few words, the place must not say otherwise, and the time must be said."""
    near = not before.place or not now.place or before.place == now.place
    if not before.story or not now.story:
        return False
    return tell_the_same(before, now) and (len(before.story) >= _LONG or (near and bool(before.moments & now.moments)))


def what_tells(mapping: SheetMapping) -> SheetMapping:
    """The mapping without the fields that say nothing of who a row is."""
    fields = {key: source for key, source in mapping.fields.items() if key in _TELLING}
    fixed = {key: text for key, text in mapping.fixed.items() if key in _TELLING}
    return replace(mapping, fields=fields, fixed=fixed, closed=None, lists={})


def _moments(said: Mapping[str, Any]) -> Iterator[int]:
    for key in _TIMES:
        stated = said.get(key)
        earliest = StatedTime.from_json(stated).earliest if isinstance(stated, Mapping) else None
        if earliest is not None:
            yield micros(earliest)


def _moment(text: str, reading: TimeReading) -> object:
    with suppress(NotRead):
        return read_time(text, reading).earliest
    return None


def _plain(text: str) -> object:
    """A number, an hour or a truth without the way it is written; None for everything else."""
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if clock := _CLOCK.fullmatch(text):
        return clock[1]
    return _TRUTH.get(text.casefold())
