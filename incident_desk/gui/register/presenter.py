"""What the register page asks the register, and when: a listing for each filter and order, and what changed since.

Others go on writing. Rows on screen are renewed in their place; where an order or a number of rows changed, the page
is offered the newer listing instead of having it jump under the hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from incident_desk.gui.clock import Clock
from incident_desk.gui.language import language
from incident_desk.gui.register.page_store import PAGE, PageStore, Read
from incident_desk.gui.register.staying import Ranges, seen, stay
from incident_desk.gui.session import Session
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.register.filter_text import FilterText, read_filter
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.register.order import NEWEST_FIRST, Order
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

_ROWS_SOON_MS, _LISTING_SOON_MS = 60, 1500
_ALL = IncidentFilter(set_aside=False)  # what no condition means


@dataclass(frozen=True, slots=True)
class Found:
    """A listing, how many records there are at all, and where the record stands that was the current one."""

    listing: Listing
    total: int
    current: int | None
    read: Read  # the rows in sight, as the listing has them, and those before them on their page
    first: int
    staying: Ranges = ()  # the chosen rows, if each is the same record in this listing


class FirstRows:
    """The beginning of a listing that is still being made."""

    stale = False

    def __init__(self, rows: Sequence[IncidentRow]) -> None:
        self._rows = list(rows)
        self.count = len(self._rows)

    def rows(self, first: int, count: int) -> list[IncidentRow]:
        return self._rows[first : first + count]

    def ids(self, first: int, count: int) -> list[str]:
        return [row.id for row in self.rows(first, count)]

    def position_of(self, no: int) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.no == no), None)

    def extra(self, rows: Sequence[IncidentRow], keys: Sequence[str]) -> Mapping[tuple[int, str], Any]:
        return {}


class RegisterPresenter(QObject):
    """Signals: `begun` first rows; `found` Found, of another filter or order; `renewed` Found, of the same;
    `rows_read` {id: row} of rows that changed; `filter_read` FilterText.
    """

    begun = Signal(object)
    found = Signal(object)
    renewed = Signal(object)
    rows_read = Signal(object)
    filter_read = Signal(object)

    def __init__(self, session: Session, store: PageStore, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._store, self._clock = session, store, clock
        self.filter = FilterText("", _ALL)
        self.order = NEWEST_FIRST
        self._asking = 0
        self._shown = self._stale = False
        self._making = self._opening = False  # a listing is being made; one of another filter or order
        self._changed: set[str] = set()
        self._waiting: set[str] = set()
        self.current: int | None = None  # row number of the current record
        self.sight: tuple[int, int] = (0, 0)  # the first row in sight, and how many are
        self.chosen: Ranges = ()
        self._rows_soon = QTimer(self, singleShot=True, interval=_ROWS_SOON_MS)
        self._listing_soon = QTimer(self, singleShot=True, interval=_LISTING_SOON_MS)
        self._rows_soon.timeout.connect(self._read_rows)
        self._listing_soon.timeout.connect(self._renew_soon)
        session.bus.incidents_changed.connect(self._on_changed)
        session.bus.connection_changed.connect(self._on_connection)

    def start(self) -> None:
        """The page is in front. What changed meanwhile is shown at once: nobody's hand is on it."""
        self._shown = True
        if self._asking == 0:
            self.read()
        elif self._stale:
            self.renew()

    def stop(self) -> None:
        self._shown = False

    @property
    def waiting(self) -> int:
        """How many records changed since what is on screen was read."""
        return len(self._waiting)

    def caught_up(self) -> None:
        """What is on screen is the newest now."""
        if not self._stale:
            self._waiting = set()

    # --- asking ---

    def show_text(self, text: str) -> None:
        """A typed filter; what it means comes by `filter_read` at once, its rows later."""
        before = self.filter.filter
        self.filter = read_filter(text, self._session.names, language(), self._clock())
        self.filter_read.emit(self.filter)
        if self._asking == 0 or self.filter.filter != before:
            self.read()

    def show_order(self, order: Order) -> None:
        if order != self.order:
            self.order = order
            self.read()

    def read(self) -> None:
        """The rows of this filter in this order: first how they begin, then all of them."""
        asked, wanted, order = self._begin(), self.filter.filter, self.order
        self._opening = True

        def first(queries: Queries) -> list[IncidentRow]:
            return queries.first_rows(wanted, order, PAGE) if asked == self._asking else []

        def begin(rows: list[IncidentRow]) -> None:
            if asked == self._asking and self._making:
                self.begun.emit(FirstRows(rows))

        self._session.read(first, begin, lambda _: None)  # the listing meets the same trouble, and says so
        self._find_all(asked, self.found, None)

    def renew(self) -> None:
        """The same filter and order as they stand now. What was not shown yet stays another one to who waits for it."""
        if self._opening:
            self._find_all(self._begin(), self.found, None)
        else:
            self._find_all(self._begin(), self.renewed, self.sight)

    def _renew_soon(self) -> None:
        """A listing that is being made is never dropped for a newer one: where others go on writing none would come."""
        if not self._making:
            self.renew()

    def _find_all(self, asked: int, signal: SignalInstance, sight: tuple[int, int] | None) -> None:
        """`sight`: the rows to read with it; None: those where it opens."""
        self._stale = False
        wanted, order, current = self.filter.filter, self.order, self.current
        chosen, known, before = self.chosen, seen(self._store, self.chosen), self._store.listing
        tasks = self._session.tasks

        def find(queries: Queries) -> Found:
            listing = queries.listing(wanted, order, lambda done, of: asked == self._asking and not tasks.is_closed)
            every = replace(_ALL, set_aside=wanted.set_aside)
            total = listing.count if wanted == every else queries.count(every)
            place = None if current is None else listing.position_of(current)
            first, count = sight or (max(0, (place or 0) - PAGE // 2), PAGE)
            start, end = first - first % PAGE, first + count  # whole pages: of a part nobody would miss the rest
            read = self._store.reader(start, end - start + -end % PAGE, listing)()
            staying = chosen if sight and stay(chosen, known, before, listing) else ()
            return Found(listing, total, place, read, start, staying)

        self._session.read(find, lambda found: self._take(asked, found, signal), lambda error: self._fail(asked, error))

    def _begin(self) -> int:
        self._asking += 1
        self._making = True
        return self._asking

    def _take(self, asked: int, found: Found, signal: SignalInstance) -> None:
        if asked == self._asking:
            self._end()
            signal.emit(found)
            if self._stale and self._shown:
                self._listing_soon.start()

    def _fail(self, asked: int, error: BaseException) -> None:
        """Stopped, because something else is wanted meanwhile, is no failure."""
        if asked == self._asking:
            self._end()
            self._session.explain(error, self.read)

    def _end(self) -> None:
        self._making = self._opening = False

    # --- what others write ---

    def _on_changed(self, changed: frozenset[str]) -> None:
        self._stale = True
        self._changed |= changed
        self._waiting |= changed
        self._rows_soon.start()
        if self._shown and not self._listing_soon.isActive():
            self._listing_soon.start()

    def _read_rows(self) -> None:
        here = {line.row.id for _, line in self._store.known()} & self._changed
        self._changed = set()
        if here:
            self._session.read(lambda queries: _rows(queries, here), self.rows_read.emit)

    def _on_connection(self, reached: bool) -> None:
        if reached and self._asking:
            self._store.forget()  # pages that failed are asked for again
            self.renew()


def _rows(queries: Queries, ids: set[str]) -> dict[str, IncidentRow]:
    found = {each: queries.row(each) for each in ids}
    return {each: row for each, row in found.items() if row is not None}
