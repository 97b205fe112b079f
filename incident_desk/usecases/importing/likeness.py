"""Whether two rows tell of the same incident: by the words of their story, when it was, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from incident_desk.domain.titles import title_from
from incident_desk.domain.values import StatedTime, micros
from incident_desk.usecases.importing.mapping import SheetMapping, folded
from incident_desk.usecases.importing.reading import RowReader
from incident_desk.usecases.importing.row_texts import Row, SheetRow
from incident_desk.usecases.importing.same_cells import Cells

_TIMES = ("reported", "discovered", "occurred")
_TELLING = frozenset({*_TIMES, "what_happened", "title"})
_LONG = 40  # letters of a story that nobody tells twice by chance
_HOUR_LEFT = re.compile(r"\d{1,2}(\.\d)?")
_SEVERAL = 3  # cells that nobody fills alike by chance
_MANY = 8  # words that no two stories have in common by chance
_WORD = re.compile(r"\w+")
_SPELLING = 0.75  # how like two words are of which one is a slip of the pen


@dataclass(frozen=True, slots=True)
class Told:
    """What tells one row from another where no number does. `titles`: those that an incident of it may have got."""

    row: Row
    stories: tuple[str, ...]
    moments: tuple[int, ...]
    place: str
    titles: tuple[str, ...] = ()
    headed: bool = True  # False: none of its headings is that of a story here, so its longest text stands for one

    @property
    def story(self) -> str:
        return max(self.stories, key=len, default="")

    @property
    def sought(self) -> Iterable[str]:
        """The stories under which the same may be told: any of its texts where no heading says which."""
        return self.stories if self.stories or self.headed else {folded(text) for _, text in self.row}


class Likeness:
    """Compares rows of one sheet with rows that came in before, as its mapping reads both."""

    def __init__(self, mapping: SheetMapping, reader: RowReader, cells: Cells) -> None:
        """`reader`: by the mapping without what does not tell one row from another (`what_tells`)."""
        self._mapping, self._reader, self.cells = mapping, reader, cells
        self._story, self._title = self._columns("what_happened"), self._columns("title")
        self._place = self._columns("place")
        self._when = frozenset(time_columns(mapping))
        self._telling = self._when.union(self._story, self._title, mapping.key)

    def _columns(self, field: str) -> tuple[str, ...]:
        source = self._mapping.fields.get(field)
        return source.columns if source else ()

    def told(self, row: Row) -> Told:
        """What a row of this sheet tells."""
        texts, said = dict(row), self._said(row)
        place = " ".join(folded(texts.get(column, "")) for column in self._place).strip()
        titles = [str(said["title"])] if said.get("title") else []
        titles += [title_from(str(said["what_happened"]))] if said.get("what_happened") else []
        moments = [*_moments(said), *_moments(self._said(restored) if (restored := self._restored(row)) != row else {})]
        return Told(row, self.stories(row), tuple(dict.fromkeys(moments)), place, tuple(titles))

    def _said(self, row: Row) -> Mapping[str, Any]:
        return self._reader.said(SheetRow(0, row, "")).fields

    def _restored(self, row: Row) -> Row:
        """The row with the hours that a spreadsheet program took for numbers: 14.3 was 14.30, and 14 was 14.00."""
        if not any(column in self._when and _HOUR_LEFT.fullmatch(text) for column, text in row):
            return row
        return tuple((name, _whole_hour(text) if name in self._when else text) for name, text in row)

    def stories(self, row: Row) -> tuple[str, ...]:
        """Its description, else its title, in each of their columns."""
        texts = dict(row)
        columns = next((each for each in (self._story, self._title) if not texts.keys().isdisjoint(each)), ())
        return tuple(dict.fromkeys(folded(texts[column]) for column in columns if column in texts))

    def told_before(self, row: Row, came_up: int | None = None) -> Told:
        """What a row told as it came in, under headings that may be others; when it was may have none any more."""
        told = self.told(row)
        moments = told.moments or (() if came_up is None else (came_up,))
        if told.stories or not {column for column, _ in row}.isdisjoint((*self._story, *self._title)):
            return replace(told, moments=moments)
        longest = folded(max((text for _, text in row), key=len, default=""))
        return replace(told, moments=moments, headed=False, stories=(longest,) if len(longest) >= _LONG else ())

    def same(self, old: Row, new: Row) -> bool:
        """Of two rows with one number, whether they tell the same story of the same time. What one of them does not
        say speaks against nothing."""
        before, now = self.told_before(old), self.told(new)
        if not before.stories or not now.stories:
            return _at_one_time(before, now) or _same_texts(before, now)
        return _tell_the_same(before, now)

    def surely_same(self, before: Told, now: Told, *, repeated: bool, one_list: bool = False) -> bool:
        """Where no number says so. `repeated`: its words are those of several rows, so that they prove less.
        `one_list`: other rows prove that both are of one list, in which equal rows are the same."""
        if not before.stories:
            return not before.headed and _meet(before, now) and _same_texts(before, now)
        if not _tell_the_same(before, now):
            return False
        unique = not repeated and len(before.story) >= _LONG
        if before.place and now.place and before.place != now.place:
            return unique and one_list and self._all_but_place(before, now)
        if unique and (one_list or self._agree(before.row, now.row)):
            return True
        return (one_list or _at_one_time(before, now)) and self.is_whole(before.row, now.row)

    def surely_moved(self, before: Told, now: Told, *, repeated: bool, one_list: bool) -> bool:
        """Where their numbers say that they are two, and tell of something else by now."""
        if not self.surely_same(before, now, repeated=repeated, one_list=one_list):
            return False
        unique = not repeated and len(before.story) >= _LONG and _at_one_time(before, now)
        return unique or self.is_whole(before.row, now.row)

    def surely_corrected(self, column: str, old: Row, new: Row, *, repeated: bool) -> bool:
        """Of two rows that say the same under all headings but this one, when they were among it: a story was mended
        where no word went but by its spelling, everything else where a story is that nobody tells twice."""
        before, now = self.told_before(old), self.told(new)
        if column in self._mapping.key or column in self._when or not _at_one_time(before, now):
            return False
        if column in (*self._story, *self._title):
            return _mended(dict(old).get(column, ""), dict(new).get(column, ""))
        return not repeated and len(now.story) >= _LONG

    def number(self, row: Row) -> tuple[str, ...] | None:
        """What names it, however a program wrote it; None where nothing does."""
        texts = dict(row)
        found = tuple(folded(texts.get(column, "")).lstrip("0") for column in self._mapping.key)
        return found if found and all(found) else None

    def rest(self, row: Row, columns: Collection[str]) -> frozenset[tuple[str, str]]:
        """What it says in these columns beside its number, its story and its times."""
        return frozenset(cell for cell in row if cell[0] in columns and cell[0] not in self._telling)

    def same_number(self, old: Row, new: Row) -> bool:
        """Whether no number under a heading that both have says that they are two."""
        before, now = dict(old), dict(new)
        return all(self._number(key, before, now) for key in self._mapping.key if key in before)

    def is_whole(self, old: Row, new: Row) -> bool:
        """Whether all that was said is said still, but for the number."""
        return not self.cells.differing(old, new, self._mapping.key)

    def _number(self, key: str, before: Mapping[str, str], now: Mapping[str, str]) -> bool:
        old, new = before[key], now.get(key, "")
        return folded(old) == folded(new) or self.cells.same(key, old, new)

    def _agree(self, old: Row, new: Row) -> bool:
        """Whether what both say beside story, time and number is mostly the same."""
        now = dict(new)
        both = [(column, text) for column, text in old if column in now and column not in self._telling]
        differing = sum(not self.cells.same(column, text, now[column]) for column, text in both)
        return 3 * differing <= len(both)

    def _all_but_place(self, before: Told, now: Told) -> bool:
        """Whether its place is all that was corrected."""
        return self.cells.differing(before.row, now.row, self._mapping.key) <= set(self._place)


def _tell_the_same(before: Told, now: Told) -> bool:
    return _meet(before, now) and (before.story in now.stories or now.story in before.stories)


def _meet(before: Told, now: Told) -> bool:
    """Whether their times do not say that they are two."""
    return not before.moments or not now.moments or _at_one_time(before, now)


def _at_one_time(before: Told, now: Told) -> bool:
    return not set(before.moments).isdisjoint(now.moments)


def _same_texts(before: Told, now: Told) -> bool:
    """Whether one of them says all that the other says, under whatever headings."""
    old, new = ({folded(text) for _, text in told.row} for told in (before, now))
    return min(len(old), len(new)) >= _SEVERAL and (old <= new or new <= old)


def _mended(old: str, new: str) -> bool:
    """Whether something was added to many words, or taken away, or some were spelt otherwise: with another name or
    number it may be the story of somebody else."""
    before, now = set(_WORD.findall(folded(old))), set(_WORD.findall(folded(new)))
    went, came = before - now, now - before
    if not went or not came:
        return len(before & now) >= _MANY
    numbered = any(any(map(str.isdigit, word)) for word in went | came)
    alike = all(get_close_matches(word, came, 1, _SPELLING) for word in went)
    return alike and not numbered and len(before & now) > len(went)


def _whole_hour(text: str) -> str:
    left = _HOUR_LEFT.fullmatch(text)
    return f"{text}{'0' if left[1] else '.00'}" if left else text


def time_columns(mapping: SheetMapping) -> list[str]:
    """Those that say when it was."""
    return [column for key in _TIMES if key in mapping.fields for column in mapping.fields[key].columns]


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
