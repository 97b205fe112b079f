"""The page for duplicates: looks through the register for pairs, shows one after the other, joins them."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import JoinReport
from incident_desk.gui.clock import Clock, Moments, system_clock
from incident_desk.gui.duplicates.pair_list import PairList
from incident_desk.gui.duplicates.pair_view import Joining, PairView, Shown
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import EmptyState, Panel
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.usecases.duplicates import Duplicates, Pair, find_duplicates
from incident_desk.usecases.ports import Queries

_LIST, _LEAST_LIST = 210, 150  # pixels of the design


class DuplicatesPage(Page):
    """See `page.Page` for its signals. What is said to be two stays so until the window is closed."""

    key = "duplicates"
    help_topic = "duplicates"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self._clock = clock
        self._apart: set[frozenset[str]] = set()
        self._pairs: list[Pair] = []
        self._teller: ProgressTeller | None = None
        self._looked = False
        self._in_front = False
        self.working = Working(theme, self)
        self.looked_at = PlainLabel("", theme, self, role="hint", ink="ink2", lines=1)
        self.found = PlainLabel("", theme, self, ink="ink2")
        self.again = Button(self.tr("Look again"), theme, self, icon="refresh", fit=Fit.BAR)
        self.list = PairList(theme, self)
        self.view = PairView(session, theme, self)
        self.none = EmptyState(self.tr("No two records tell of the same event."), theme, self, good=True)
        self._panel = Panel("", theme, self)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Duplicates")

    def enter(self) -> None:
        """Coming back, the list stands as it was left."""
        self._in_front = True
        if not self._looked:
            self.look()
        elif self._pairs:
            self._show_pairs()
            self.list.setFocus()

    def leave(self) -> bool:
        self._in_front = False
        if self._teller is not None:  # it begins anew when somebody comes back
            self._teller.stop()
            self._finish()
        return True

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        head = QHBoxLayout()
        head.setSpacing(2 * u)
        head.addWidget(self.found, 1)
        head.addWidget(self.view.alike)
        head.addWidget(self.again)
        self._panel.body.addWidget(self.list)
        body = QHBoxLayout()
        body.setSpacing(2 * u)
        body.addWidget(self._panel)
        body.addWidget(self.view, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        page.setSpacing(u)
        page.addLayout(head)
        for part in (self.working, self.looked_at, self.none):
            page.addWidget(part)
        page.addLayout(body, 1)
        page.addStretch(0)
        self._show_parts()
        self._fit()

    def _fit(self) -> None:
        px = self.theme.px
        self._panel.setFixedWidth(max(px(_LEAST_LIST), min(px(_LIST), self.width() // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self.working.stop_requested.connect(self._on_stop)
        self.again.clicked.connect(self.look)
        self.list.pair_chosen.connect(self._on_pair_chosen)
        self.list.entered.connect(self.view.go_in)
        self.view.join_requested.connect(self._join)
        self.view.apart_requested.connect(self._on_apart)
        self.view.open_requested.connect(self.open_incident_requested)
        self.session.actor_changed.connect(self.view.fit_actor)
        self.session.bus.incidents_changed.connect(self._on_changed)
        self.theme.changed.connect(self._fit)

    def _show_parts(self) -> None:
        looking = self._teller is not None
        there = bool(self._pairs) and not looking
        self._panel.setVisible(there)
        self.view.setVisible(there)
        self.view.alike.setVisible(there)
        self.none.setVisible(self._looked and not looking and not there)
        self.looked_at.setVisible(looking)
        self.again.setVisible(self._looked and not looking)

    # --- looking through the register ---

    def look(self) -> None:
        if self._teller is not None:
            return
        queries, teller = self.session.register.queries, ProgressTeller(self, self.session.tasks)
        self._teller = teller
        teller.progressed.connect(self._on_progressed)
        self.looked_at.setText("")
        self.working.start(self.tr("The records are compared with each other."), can_stop=True)
        self.working.stop_button.setFocus()
        self._show_parts()
        teller.carry_out(
            self.session.tasks,
            lambda progress: find_duplicates(queries, progress),
            lambda found: self._on_found(teller, found),
            lambda error: self._on_failed(teller, error),
        )

    def _on_progressed(self, done: int, of: int) -> None:
        if self._teller is not None:
            self.working.show_progress(done, of)
            number = QLocale().toString
            self.looked_at.setText(self.tr("{done} of {of} looked at").format(done=number(done), of=number(of)))

    def _on_stop(self) -> None:
        """What was found by then is shown."""
        if self._teller is not None:
            self._teller.stop()

    def _on_found(self, teller: ProgressTeller, found: Duplicates) -> None:
        if teller is not self._teller:
            return
        stopped = teller.stopped
        self._finish()
        self._looked = True
        self._pairs = [pair for pair in found.pairs if _ids(pair) not in self._apart]
        if stopped:
            self.session.messages.info(self.tr("Stopped. What was found until then is shown."))
        elif not found.complete:
            said = self.tr("There are more pairs than are shown. Join the first ones, then look again.")
            self.session.messages.info(said)
        self._show_pairs()
        if self._in_front:
            (self.list if self._pairs else self.again).setFocus()

    def _on_failed(self, teller: ProgressTeller, error: BaseException) -> None:
        if teller is self._teller:
            self._finish()
            self.session.explain(error, self.look)

    def _finish(self) -> None:
        if self._teller is not None:
            self._teller.progressed.disconnect(self._on_progressed)
            self._teller = None
        self.working.finish()
        self._show_parts()

    # --- one pair after the other ---

    def _show_pairs(self) -> None:
        self._show_parts()
        found = self.tr("%n pairs may tell of the same event", None, len(self._pairs))
        self.found.setText(found if self._pairs else "")
        self.list.show_pairs(self._pairs)

    def _on_pair_chosen(self, pair: Pair | None) -> None:
        if pair is None:
            return
        self.session.read(lambda queries: _read(queries, pair), lambda shown: self._take(pair, shown))

    def _take(self, pair: Pair, shown: Shown | None) -> None:
        """A pair that somebody settled meanwhile goes."""
        if shown is None or not shown.may_still_join:
            self._drop(pair)
        elif pair == self.list.current():
            self.view.show_pair(shown, Moments(self._clock(), self.session.wording))

    def _drop(self, gone: Pair) -> None:
        self._pairs = [pair for pair in self._pairs if pair != gone]
        self._show_pairs()

    def _on_apart(self, pair: Pair) -> None:
        self._apart.add(_ids(pair))
        self._drop(pair)
        self._go_on()

    def _on_changed(self, changed: frozenset[str]) -> None:
        """The pair in sight is read again; the others when their turn comes."""
        pair = self.list.current()
        if self._in_front and pair is not None and _ids(pair) & changed:
            self._on_pair_chosen(pair)

    def _go_on(self) -> None:
        (self.list if self._pairs else self.again).setFocus()

    # --- joining ---

    def _join(self, joining: Joining) -> None:
        self.session.submit(
            joining.leaving.id, [JoinReport(joining.into.id, joining.reason)], seen=joining.seen,
            done=lambda _: self._on_joined(joining),
        )  # fmt: skip

    def _on_joined(self, joining: Joining) -> None:
        into = joining.into
        self._pairs = [pair for pair in self._pairs if joining.leaving.id not in _ids(pair)]
        self._show_pairs()
        said = self.tr("{number} is joined into {into}.").format(number=joining.leaving.number, into=into.number)
        opens = self.tr("Open {number}").format(number=into.number)
        self.session.messages.good(said, opens, lambda: self.open_incident_requested.emit(into.id))
        self._go_on()


def _read(queries: Queries, pair: Pair) -> Shown | None:
    earlier, later = queries.row(pair.earlier.id), queries.row(pair.later.id)
    first, second = queries.record("incident", pair.earlier.id), queries.record("incident", pair.later.id)
    if earlier is None or later is None or first is None or second is None:
        return None
    return Shown(pair, (earlier, later), (first, second))


def _ids(pair: Pair) -> frozenset[str]:
    return frozenset({pair.later.id, pair.earlier.id})
