"""Rows and the incidents that tell the same as they do, where no number says it: those that say when among all that
came up then, the others within their own list."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from incident_desk.usecases.importing.known import Pair, Way
from incident_desk.usecases.importing.likeness import Likeness, Told
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.row_texts import SheetRow
from incident_desk.usecases.ports import Progress, Queries
from incident_desk.usecases.rows import ImportedRow
from incident_desk.usecases.stopping import tell

_AT_ONCE = 2_000
_CROWD = 400  # pairs of one story that are compared each with each

Line = tuple[SheetRow, Told]
Here = tuple[ImportedRow, Told]


class Stories:
    """`pairs`: what was found by keys. A number that tells of something else says no more which row is which."""

    def __init__(self, queries: Queries, likeness: Likeness, rows: Sequence[SheetRow], pairs: Sequence[Pair]) -> None:
        self._queries, self._likeness, self._rows = queries, likeness, rows
        alike = [pair for pair in pairs if pair.alike]
        self._known = {pair.row.key for pair in alike}
        self._settled = {pair.each.incident for pair in alike}
        self._lists = {pair.each.source for pair in alike}
        unlike = [pair for pair in pairs if pair.alike is False]
        self._numbered_anew = {pair.row.key for pair in unlike} | {pair.each.incident for pair in unlike}
        self._times = Counter[str]()  # that a story is told

    def found(self, source: str, progress: Progress | None) -> list[Pair]:
        lines = self._told(progress)
        if lines:
            self._times.update(story for row in self._rows for story in self._likeness.stories(row.row))
        found = list(self._by_moment([line for line in lines if line[1].moments], progress))
        undated = [line for line in lines if not line[1].moments]
        if undated:
            lists = sorted({source, *self._lists, *(pair.each.source for pair in found)})
            by_story = _by_story(undated)
            found += [pair for name in lists for pair in self._in_list(by_story, name, progress)]
        return found

    def _told(self, progress: Progress | None) -> list[Line]:
        """The rows that are not known yet."""
        lines = []
        rows = [row for row in self._rows if row.key not in self._known]
        for n, row in enumerate(rows):
            if n % _AT_ONCE == 0:
                tell(progress, n, 2 * len(rows))
            lines.append((row, self._likeness.told(row.row)))
        return lines

    def _by_moment(self, lines: Sequence[Line], progress: Progress | None) -> Iterator[Pair]:
        """Incidents that came up when a row says, each moment asked once."""
        titles: dict[int, set[str]] = defaultdict(set)
        then: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            for moment in line[1].moments:
                titles[moment].update(line[1].titles)
                then[moment].append(line)
        moments = list(titles)
        for first in range(0, len(moments), _AT_ONCE):
            tell(progress, len(moments) + first, 2 * len(moments))
            asked = moments[first : first + _AT_ONCE]
            here: dict[int, list[Here]] = defaultdict(list)
            for each, moment in self._queries.imported_then({moment: titles[moment] for moment in asked}):
                if each.row and each.incident not in self._settled:
                    here[moment].append((each, self._likeness.told_before(each.row, moment)))
            for moment, those in here.items():
                yield from self._paired(_by_story(then[moment]), those)

    def _in_list(
        self, by_story: Mapping[str, Sequence[Line]], source: str, progress: Progress | None
    ) -> Iterator[Pair]:
        numbers, here = self._queries.numbers_from(source), list[Here]()
        for first in range(0, len(numbers), _AT_ONCE):
            tell(progress, len(numbers) + first, 2 * len(numbers))
            for each in self._queries.imported_as(numbers[first : first + _AT_ONCE]):
                if each.row and each.incident not in self._settled and any(folded(t) in by_story for _, t in each.row):
                    here.append((each, self._likeness.told_before(each.row)))
        yield from self._paired(by_story, here, source)

    def _paired(
        self, by_story: Mapping[str, Sequence[Line]], here: Iterable[Here], of_list: str = ""
    ) -> Iterator[Pair]:
        met: dict[str, list[Here]] = defaultdict(list)
        for one in here:
            for story in one[1].sought:
                if story in by_story:
                    met[story].append(one)
        for story, those in met.items():
            repeated = len(those) > 1 or self._times[story] > 1
            for (row, now), (each, before) in self._candidates(by_story[story], those):
                one_list = each.source in self._lists or each.source == of_list
                moved = not self._numbered_anew.isdisjoint((row.key, each.incident))
                if self._likeness.same_number(before.row, now.row):
                    if self._likeness.surely_same(before, now, repeated=repeated, one_list=one_list):
                        yield Pair(row, each, alike=True, way=Way.STORY)
                elif moved and self._likeness.surely_moved(before, now, repeated=repeated, one_list=one_list):
                    yield Pair(row, each, alike=True, way=Way.MOVED)

    def _candidates(self, lines: Sequence[Line], here: Sequence[Here]) -> Iterator[tuple[Line, Here]]:
        """Of a few each with each. Of a crowd that tells one story each with one: by its number first, then by what it
        says beside its story, then by its place, then in their order."""
        if len(lines) * len(here) <= _CROWD:
            yield from ((line, each) for line in lines for each in here)
            return
        number, rest = self._likeness.number, self._likeness.rest
        both = {column for _, told in lines for column, _ in told.row} & {c for _, told in here for c, _ in told.row}
        ways: tuple[Callable[[Told], Hashable | None], ...] = (
            lambda told: number(told.row), lambda told: rest(told.row, both), lambda told: told.place, lambda told: "",
        )  # fmt: skip
        for same in ways:
            pairs = list(_one_by_one(lines, here, same))
            yield from pairs
            used = {line[0].key for line, _ in pairs}, {each[0].incident for _, each in pairs}
            lines = [line for line in lines if line[0].key not in used[0]]
            here = [each for each in here if each[0].incident not in used[1]]


def _by_story(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for story in line[1].stories:
            found[story].append(line)
    return found


def _one_by_one(
    lines: Iterable[Line], here: Iterable[Here], same: Callable[[Told], Hashable | None]
) -> Iterator[tuple[Line, Here]]:
    """Each line with the next incident that has the same."""
    waiting: dict[Hashable, deque[Line]] = defaultdict(deque)
    for line in lines:
        waiting[same(line[1])].append(line)
    for each in here:
        has = same(each[1])
        if has is not None and waiting.get(has):
            yield waiting[has].popleft(), each
