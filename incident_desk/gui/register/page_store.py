"""Rows of a listing in pages, the last ones used kept. What is not there is read at once where that is quick, else on
a thread, and said to be missing until it has come.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import Refused
from incident_desk.gui.register.lines import Line
from incident_desk.gui.tasks import TaskRunner
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.rows import IncidentRow

SHIFT = 7
PAGE, KEPT = 1 << SHIFT, 64
_IN_PAGE = PAGE - 1
_AT_ONCE, _WORTH = 2, 4  # jobs that read pages, and pages that may wait for one
QUICK = 0.004  # seconds for a page; longer would be felt while scrolling
Page = list[Line]


class Read(NamedTuple):
    """Rows, and what the extra columns hold for them."""

    rows: Sequence[IncidentRow]
    extra: Mapping[tuple[int, str], Any]


class PageStore(QObject):
    """Signals: `page_read` with the number of a page that came later; `failed` with why none came."""

    page_read = Signal(int)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject, *, at_once: float = QUICK) -> None:
        """Pages are read on the UI thread as long as that takes fewer than `at_once` seconds; 0: never."""
        super().__init__(parent)
        self._tasks = tasks
        self._at_once, self._quick = at_once, at_once > 0
        self._listing: Listing | None = None
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self.extra: Sequence[str] = ()  # keys of the columns whose values do not come with the row
        self._last: tuple[int, Page] = (-1, [])
        self._reading = _Reading()

    @property
    def listing(self) -> Listing | None:
        return self._listing

    def show(self, listing: Listing | None) -> None:
        """These rows and no others."""
        self._listing = listing
        self.forget()

    def forget(self) -> None:
        self._pages.clear()
        self._last = (-1, [])
        self._reading = _Reading()  # what is under way for the old one answers into nothing

    def line(self, row: int) -> Line | None:
        """None until its page has come."""
        number, within = row >> SHIFT, row & _IN_PAGE
        if number != self._last[0]:
            page = self._pages.get(number)
            if page is None:
                page = self._fetch(number)
                if page is None:
                    return None
            else:
                self._pages.move_to_end(number)
            self._last = (number, page)
        page = self._last[1]
        return page[within] if within < len(page) else None

    def known(self) -> Iterator[tuple[int, Line]]:
        """Every row that is here, with its place."""
        for number, page in self._pages.items():
            yield from enumerate(page, number << SHIFT)

    def known_line(self, row: int) -> Line | None:
        """A row if it is here; nothing is read for it."""
        page, within = self._pages.get(row >> SHIFT), row & _IN_PAGE
        return page[within] if page is not None and within < len(page) else None

    def put(self, row: int, line: Line) -> None:
        """In the place of a row that is here."""
        self._pages[row >> SHIFT][row & _IN_PAGE] = line

    def fill(self, first: int, read: Read) -> None:
        """Pages that a reader gave: `first` is the first row of a page."""
        for start in range(0, len(read.rows), PAGE):
            self._keep((first + start) >> SHIFT, Read(read.rows[start : start + PAGE], read.extra))

    def reader(self, first: int, count: int, listing: Listing | None = None) -> Callable[[], Read]:
        """Reads rows of the listing shown, or of another, on any thread."""
        of, extra = listing or self._listing, self.extra

        def read() -> Read:
            rows = of.rows(first, count) if of is not None else []
            return Read(rows, of.extra(rows, extra) if of is not None and extra else {})  # noqa: S610  no SQL here

        return read

    # --- fetching ---

    def _fetch(self, number: int) -> Page | None:
        listing = self._listing
        if listing is None:
            return None
        # While a job reads, the connection may be busy for long.
        if self._quick and not self._tasks.running:
            start = time.perf_counter()
            try:
                read = self.reader(number << SHIFT, PAGE)()
            except (SurroundingsFailed, Refused):
                pass  # the job below meets the same trouble, and says so
            else:
                self._quick = time.perf_counter() - start < self._at_once
                return self._keep(number, read)
        self._reading.want(number)
        self._read_wanted()
        return None

    def _read_wanted(self) -> None:
        reading = self._reading
        for number in reading.take():
            self._tasks.run(
                partial(_timed, self.reader(number << SHIFT, PAGE)),
                partial(self._on_came, reading, number),
                partial(self._on_failed, reading),
            )

    def _on_came(self, reading: _Reading, number: int, answer: tuple[Read, float]) -> None:
        if reading is not self._reading:
            return
        read, seconds = answer
        self._quick = seconds < self._at_once
        reading.under_way.discard(number)
        self._keep(number, read)
        self.page_read.emit(number)
        self._read_wanted()

    def _on_failed(self, reading: _Reading, error: BaseException) -> None:
        """The page stays under way: painting would ask for it again, for ever."""
        if reading is self._reading:
            self.failed.emit(error)

    def _keep(self, number: int, read: Read) -> Page:
        page = self._pages[number] = [Line(row, read.extra) for row in read.rows]
        self._last = (-1, [])
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page


class _Reading:
    """Which pages are asked for: of many that a hand scrolls past only the last are still worth reading."""

    def __init__(self) -> None:
        self.under_way: set[int] = set()
        self._wanted: list[int] = []

    def want(self, number: int) -> None:
        if number not in self.under_way:
            others = [each for each in self._wanted if each != number]
            self._wanted = [*others[1 - _WORTH :], number]

    def take(self) -> list[int]:
        free = max(0, _AT_ONCE - len(self.under_way))
        taken = self._wanted[-free:] if free else []
        self._wanted = [each for each in self._wanted if each not in taken]
        self.under_way.update(taken)
        return taken


def _timed(read: Callable[[], Read]) -> tuple[Read, float]:
    start = time.perf_counter()
    return read(), time.perf_counter() - start
