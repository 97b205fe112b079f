"""Finds what of a sheet may be here already: by the keys of its rows, by their numbers as a spreadsheet program may
have written them, and by what they tell; `known` decides. Each is a look-up in an index, of every row that none before
it has found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from incident_desk.usecases.importing.corrected import corrected
from incident_desk.usecases.importing.keys_here import pairs_by_key
from incident_desk.usecases.importing.known import ListDoubt, Pair, Sifted, Way, as_it_stood, told_apart
from incident_desk.usecases.importing.likeness import Likeness
from incident_desk.usecases.importing.row_texts import Row, SheetRow, rewritten_keys
from incident_desk.usecases.importing.stories_here import Stories
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.rows import ImportedRow
from incident_desk.usecases.stopping import tell

_AT_ONCE = 2_000
_LONGEST_NAME = 90  # bytes: what is longer, no index over texts holds
_PARTS = 3  # of the way: keys, other keys, stories


class KnownRow(NamedTuple):
    """A row and the incident that came from it, both in the columns and the words of this sheet."""

    each: ImportedRow
    row: SheetRow


@dataclass(frozen=True, slots=True)
class Missing:
    """How many incidents that came from a list no row of the sheet is about."""

    source: str = ""
    count: int = 0


NONE_MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Known:
    """By the key of a row what is here of it. `source` is the name of the list from now on, `by_what_it_tells` how
    many rows are known by nothing else, `corrected` how many by all they say but one cell."""

    rows: Mapping[str, KnownRow]
    source: str
    doubts: tuple[ListDoubt, ...] = ()
    by_what_it_tells: int = 0
    corrected: int = 0
    missing: Missing = NONE_MISSING


class Finder:
    """Asked when a plan is made, and once more before it is carried out, where lists came in meanwhile: there is no
    other rule for what is here. `key`: the columns that name a row; `own`: they hold ids of incidents, which are proof.
    """

    def __init__(
        self, queries: Queries, likeness: Likeness, rows: Sequence[SheetRow], source: str, heading: Sequence[str],
        key: Sequence[str], *, own: bool,
    ) -> None:  # fmt: skip
        self._queries, self._likeness, self._rows = queries, likeness, rows
        self._source, self._key, self._own = list_name(source), tuple(key), own
        self._heading = tuple(heading)
        self._brought_in = 0

    def known(self, progress: Progress | None = None) -> Known:
        """Raises Refused("stopped") where progress asks to stop."""
        self._brought_in = self._queries.imported_count()
        pairs = self._pairs(progress) if self._brought_in else []
        sifted = told_apart(pairs, self._rows, self._source, self._key, self._in_use, proof=self._own)
        sifted, missing = self._compared_with_the_rest(sifted, progress)
        doubts = tuple(replace(each, brought_in=self._first_entry(each.incident)) for each in sifted.doubts)
        ways = Counter(pair.way for pair in sifted.chosen.values())
        told, mended = ways[Way.STORY] + ways[Way.MOVED], ways[Way.CORRECTED]
        return Known(self._fitted(sifted.chosen.values()), sifted.source, doubts, told, mended, missing)

    def brought_in_since(self, rows: Iterable[SheetRow]) -> bool:
        """Whether one of these rows, that were new, is here by now."""
        if self._queries.imported_count() == self._brought_in:
            return False
        known = self.known().rows
        return any(row.key in known for row in rows)

    def _pairs(self, progress: Progress | None) -> list[Pair]:
        pairs = list(self._by_keys(self._rows, lambda row: (row.key,), Way.KEY, self._part(progress, 0)))
        rest = _not_alike(self._rows, pairs)
        settled = {pair.each.incident for pair in pairs if pair.alike}
        others = self._by_keys(rest, self._other_keys, Way.OTHER_KEY, self._part(progress, 1))
        pairs += [pair for pair in others if pair.each.incident not in settled]
        if not self._own:
            stories = Stories(self._queries, self._likeness, self._rows, pairs)
            pairs += stories.found(self._source, self._part(progress, 2))
        return pairs

    def _other_keys(self, row: SheetRow) -> tuple[str, ...]:
        return row.earlier if self._own else (*row.earlier, *rewritten_keys(row.row, self._key))

    def _by_keys(
        self, rows: Sequence[SheetRow], keys_of: Callable[[SheetRow], tuple[str, ...]], way: Way,
        progress: Progress | None,
    ) -> Iterator[Pair]:  # fmt: skip
        for first in range(0, len(rows), _AT_ONCE):
            tell(progress, first, len(rows))
            some = rows[first : first + _AT_ONCE]
            yield from pairs_by_key(some, keys_of, self._queries.imported, self._alike, way)

    def _alike(self, old: Row, new: Row) -> bool:
        return as_it_stood(old, new) or self._likeness.same(old, new)

    def _part(self, progress: Progress | None, part: int) -> Progress | None:
        """Told of a part as of the whole: half of what planning takes is looking up."""
        if progress is None:
            return None
        rows = len(self._rows)
        return lambda done, of: progress(rows * (part * of + done) // (_PARTS * max(of, 1)), 2 * rows)

    def _compared_with_the_rest(self, sifted: Sifted, progress: Progress | None) -> tuple[Sifted, Missing]:
        """Of the list that most rows are of: its incidents that no row is about, beside the rows that are new where
        most of it is in the sheet still. (Our own export holds what was asked for, so nothing follows from it.)"""
        lists = Counter(pair.each.source for pair in sifted.chosen.values())
        if self._own or not lists:
            return sifted, NONE_MISSING
        ((name, met),) = lists.most_common(1)
        numbers = self._queries.numbers_from(name)
        missing = len(numbers) - met
        new = [row for row in self._rows if row.key not in sifted.chosen]
        if not new or not 0 < missing <= met:
            return sifted, Missing(name, missing)
        known = {pair.each.incident for pair in sifted.chosen.values()}
        rest = [each for each in self._list(numbers, progress) if each.incident not in known]
        more = sifted.with_more(corrected(self._rows, new, rest, self._heading, self._likeness))
        return more, Missing(name, missing - (len(more.chosen) - len(sifted.chosen)))

    def _list(self, numbers: Sequence[int], progress: Progress | None) -> Iterator[ImportedRow]:
        for first in range(0, len(numbers), _AT_ONCE):
            tell(progress, len(self._rows), 2 * len(self._rows))
            yield from self._queries.imported_as(numbers[first : first + _AT_ONCE])

    def _in_use(self, name: str) -> bool:
        return bool(self._queries.numbers_from(name))

    def _first_entry(self, incident: str) -> int:
        return self._queries.entries(incident)[0].recorded_at

    def _fitted(self, pairs: Iterable[Pair]) -> dict[str, KnownRow]:
        cells, met = self._likeness.cells, list(pairs)
        differing = [(pair.each.row, pair.row.row) for pair in met if pair.each.row and pair.each.row != pair.row.row]
        renames = cells.renames(differing)
        found = {}
        for pair in met:
            row, each = pair.row, pair.each
            if each.row and each.row != row.row:
                old, new = cells.fitted(each.row, row.row, renames)
                row, each = replace(row, row=new), each._replace(row=old)
            found[pair.row.key] = KnownRow(each, row)
        return found


def list_name(source: str) -> str:
    """A name that an index can hold: of a longer one its beginning and its end, where years and wards stand."""
    kept = len(source) // 2
    short = source
    while len(short.encode()) > _LONGEST_NAME:
        kept -= 1
        short = f"{source[:kept]}...{source[-kept:]}"
    return short


def _not_alike(rows: Sequence[SheetRow], pairs: Iterable[Pair]) -> list[SheetRow]:
    met = {pair.row.key for pair in pairs if pair.alike}
    return [row for row in rows if row.key not in met]
