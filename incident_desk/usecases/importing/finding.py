"""Finds what of a sheet is here already: by the keys of its rows, by their numbers as a spreadsheet program may have
written them, and by what they tell. Each is a look-up in an index; where a handful of rows finds nothing, the others
are not looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from incident_desk.usecases.importing.known import ListDoubt, Pair, pairs_by_key, told_apart
from incident_desk.usecases.importing.likeness import Likeness, Told, surely_tell_the_same
from incident_desk.usecases.importing.row_texts import SheetRow, rewritten_keys
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import ImportedRow

_HANDFUL = 200
_MOST = 5_000  # rows of one list that are gone through
_AT_ONCE = 2_000


class KnownRow(NamedTuple):
    """A row and the incident that came from it, both in the columns and the words of this sheet."""

    each: ImportedRow
    row: SheetRow


@dataclass(frozen=True, slots=True)
class Known:
    """By the key of a row what is here of it. `source` is the name of the list from now on, `by_what_it_tells` how
    many rows are known by nothing else."""

    rows: Mapping[str, KnownRow]
    source: str
    doubts: tuple[ListDoubt, ...] = ()
    by_what_it_tells: int = 0


class Finder:
    def __init__(self, queries: Queries, likeness: Likeness, key: Sequence[str], *, own: bool) -> None:
        self._queries, self._likeness, self._key, self._own = queries, likeness, tuple(key), own

    def known(self, rows: Sequence[SheetRow], source: str) -> Known:
        pairs = pairs_by_key(rows, self._queries.imported, self._likeness.same)
        rest = _without(rows, pairs)
        if self._key and not self._own:
            pairs += self._spread(rest, self._under_rewritten)
            rest = _without(rows, pairs)
        told = [] if self._own else self._alone(self._looked_up(rest, pairs, source), pairs)
        sifted = told_apart([*pairs, *told], len(rows), source, proof=self._own)
        found = self._fitted(rows, sifted.chosen)
        doubts = tuple(replace(each, brought_in=self._brought_in(each.incident)) for each in sifted.doubts)
        return Known(found, sifted.source, doubts, len(told))

    def _brought_in(self, incident: str) -> int:
        return self._queries.entries(incident)[0].recorded_at

    def _looked_up(self, rows: Sequence[SheetRow], pairs: Sequence[Pair], source: str) -> list[Pair]:
        """By what they tell: those that say when by that, the others among the rows of their own list."""
        dated = [row for row in rows if self._likeness.says_when(row.row)]
        undated = [row for row in rows if not self._likeness.says_when(row.row)]
        found = self._spread(dated, self._by_what_it_tells)
        lists = {source, *(pair.each.source for pair in (*pairs, *found) if pair.alike)} if undated else ()
        return [*found, *(pair for name in lists for pair in self._in_list(undated, name))]

    def _in_list(self, rows: Sequence[SheetRow], source: str) -> Iterator[Pair]:
        here = [each for each in self._queries.imported_from(source, _MOST) if each.row is not None]
        by_story: dict[str, list[tuple[SheetRow, Told]]] = defaultdict(list)
        for row in rows if here else ():
            told = self._likeness.told(row.row)
            by_story[told.story].append((row, told))
        for each in here:
            old = each.row or ()
            before = self._likeness.told(old)
            for row, told in by_story.get(before.story, ()):
                if surely_tell_the_same(before, told) and self._likeness.same_number(old, row.row):
                    yield Pair(row, each, alike=True)

    def _spread(self, rows: Sequence[SheetRow], look: Callable[[Sequence[SheetRow]], list[Pair]]) -> list[Pair]:
        """A handful from all over the sheet first."""
        step = max(1, -(-len(rows) // _HANDFUL))
        found = look(rows[::step])
        if found and step > 1:
            rest = [row for n, row in enumerate(rows) if n % step]
            for first in range(0, len(rest), _AT_ONCE):
                found += look(rest[first : first + _AT_ONCE])
        return found

    def _under_rewritten(self, rows: Sequence[SheetRow]) -> list[Pair]:
        """0012 became 12 in a workbook, or 12 is written 0012 now."""
        asked = [replace(row, earlier=rewritten_keys(row.row, self._key)) for row in rows]
        found = pairs_by_key(asked, self._queries.imported, self._likeness.same)
        return [pair for pair in found if pair.alike is not None]

    def _by_what_it_tells(self, rows: Sequence[SheetRow]) -> list[Pair]:
        """Incidents that came up when a row says, and tell the same."""
        titles: dict[int, list[str]] = defaultdict(list)
        wanted: dict[int, list[SheetRow]] = defaultdict(list)
        for row in rows:
            for moment, made in self._likeness.titles(row.row).items():
                titles[moment] += made
                wanted[moment].append(row)
        if not titles:
            return []
        told = {row.key: self._likeness.told(row.row) for row in rows}
        found: list[Pair] = []
        for each, moment in self._queries.imported_then(titles):
            before = self._likeness.told(each.row or ())
            met = (row for row in wanted[moment] if each.row and surely_tell_the_same(before, told[row.key]))
            found += [Pair(row, each, alike=True) for row in met if self._likeness.same_number(each.row or (), row.row)]
        return found

    def _alone(self, told: Sequence[Pair], pairs: Sequence[Pair]) -> list[Pair]:
        """Each row and each incident once, those first that share most."""
        rows, incidents = set[str](), {pair.each.incident for pair in pairs if pair.alike}
        found: list[Pair] = []
        for pair in sorted(told, key=lambda pair: -len(set(pair.each.row or ()).intersection(pair.row.row))):
            if pair.row.key not in rows and pair.each.incident not in incidents:
                rows.add(pair.row.key)
                incidents.add(pair.each.incident)
                found.append(pair)
        return found

    def _fitted(self, rows: Sequence[SheetRow], chosen: Mapping[str, ImportedRow]) -> dict[str, KnownRow]:
        met = [(row, chosen[row.key]) for row in rows if row.key in chosen]
        differ = [(each.row, row.row) for row, each in met if each.row is not None and each.row != row.row]
        renames = self._likeness.renames(differ)
        found = {}
        for row, each in met:
            if each.row is None or each.row == row.row:
                found[row.key] = KnownRow(each, row)
                continue
            old, new = self._likeness.fitted(each.row, row.row, renames)
            found[row.key] = KnownRow(each._replace(row=old), replace(row, row=new))
        return found


def _without(rows: Sequence[SheetRow], pairs: Sequence[Pair]) -> list[SheetRow]:
    met = {pair.row.key for pair in pairs}
    return [row for row in rows if row.key not in met]
