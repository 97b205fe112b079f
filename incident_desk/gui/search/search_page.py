"""The search page: what the box at the top holds is looked for while it is typed; the last wish wins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from incident_desk.gui.clock import Clock, Moments, system_clock
from incident_desk.gui.page import Page
from incident_desk.gui.search.hit import Hit, hits_of
from incident_desk.gui.search.hits import HitList
from incident_desk.gui.search.narrowing import Narrowing
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.usecases.find_records import COUNTED, Named, count_records, find_records, sought_words
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FoundRow, Narrowed

_THROTTLE_MS = 150
PAGE = 100


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, and in which order."""

    text: str
    narrowed: Narrowed
    ranked: bool

    def ask(self, queries: Queries, names: Names, limit: int, after: FoundRow | None = None) -> list[FoundRow]:
        return find_records(
            queries, names, self.text, limit, ranked=self.ranked, narrowed=self.narrowed, after=after
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What one look brought; `total` is at most one more than `COUNTED`."""

    rows: list[FoundRow]
    more: bool
    total: int


class SearchPage(Page):
    """See `page.Page` for its signals. `box_requested`: the focus goes back into the search box."""

    box_requested = Signal()

    key = "search"
    help_topic = "search"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self._clock = clock
        self._text = ""
        self._asked = self._entered = 0
        self._answered: Question | None = None
        self._shown = False
        self._stale = True
        self._said = PlainLabel("", theme, self, role="body", ink="ink2")
        self.narrowing = Narrowing(theme, self, clock)
        self._panel = Panel("", theme, self)
        self.hits = HitList(theme, self)
        self._panel.body.addWidget(self.hits)
        u = theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        column.setSpacing(u)
        column.addWidget(self.narrowing)
        column.addWidget(self._said)
        column.addWidget(self._panel, 1)
        column.addStretch(0)
        self._soon = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._soon.timeout.connect(self.look)
        self.narrowing.changed.connect(self.look)
        self.hits.opened.connect(self.open_incident_requested)
        self.hits.left.connect(self.box_requested)
        self.hits.model_of_hits.more_requested.connect(self._read_more)
        session.bus.incidents_changed.connect(self._on_changed)
        session.names_changed.connect(self._on_changed)

    def title(self) -> str:
        return self.tr("Search")

    def enter(self) -> None:
        """Coming back, the list stands as it was left."""
        self._shown = True
        if self._stale and not self._soon.isActive():
            self.look()
        if not isinstance(QApplication.focusWidget(), SearchBox):
            self.hits.go_in()

    def leave(self) -> bool:
        self._shown = False
        self._entered += 1
        return True

    # --- what is looked for ---

    def look_for(self, text: str) -> None:
        """Soon; typing on replaces the wish, and what was entered before opens nothing any more."""
        self._text, self._stale = text, True
        self._entered += 1
        self._soon.start()

    def look_for_all_of(self, named: Named) -> None:
        """Every record of a person or a place."""
        self._text = ""
        self._entered += 1
        self._soon.stop()
        self.narrowing.name(named)

    def open_exact(self, text: str) -> None:
        """Enter: a whole number opens its record at once; anything else goes into the list."""
        self._text, self._stale = text, True
        self._soon.stop()
        self._entered += 1
        entered, number = self._entered, text.strip()

        def found(queries: Queries) -> str | None:
            return (queries.find_incident(number) or queries.find_incident(number.upper())) if number else None

        self.session.read(found, lambda record: self._on_exact(entered, record))

    def _on_exact(self, entered: int, record: str | None) -> None:
        if entered != self._entered:
            return
        if record is not None:
            self.open_incident_requested.emit(record)
            return
        if not self._shown:
            self.go_requested.emit(self.key)
        self.look(go_in=True)

    def _on_changed(self, *_: object) -> None:
        self._stale = True
        if self._shown:
            self._soon.start()

    # --- reading ---

    def look(self, *, go_in: bool = False) -> None:
        self._asked += 1
        self._stale = False
        asked, question, names = self._asked, self._question(), self.session.names
        # All that was scrolled into sight stays there when something changed in the register.
        at_least = max(PAGE, self.hits.model_of_hits.rowCount()) if question == self._answered else PAGE

        def read(queries: Queries) -> Found:
            rows = question.ask(queries, names, at_least)
            more = len(rows) == at_least
            total = count_records(queries, names, question.text, question.narrowed) if more else len(rows)
            return Found(rows, more, total)

        self.session.read(read, lambda found: self._take(asked, question, found, go_in), self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        """What stands there is not what was asked for: whoever comes back has it read again."""
        self._stale = True
        self.session.explain(error, self.look)

    def _question(self) -> Question:
        return Question(self._text, self.narrowing.narrowed, self.narrowing.ranked)

    def _take(self, asked: int, question: Question, found: Found, go_in: bool) -> None:
        if asked != self._asked:
            return
        if question != self._answered:
            self.hits.go_to_top()
        self._answered = question
        self.hits.show_hits(self._hits(found.rows, question.text), more=found.more)
        self._panel.setVisible(bool(found.rows))
        self._said.setText(self._sentence(found.total))
        if go_in:
            self.hits.go_in()

    def _read_more(self) -> None:
        """The page after the last record, by its place and not by its number, of the list that stands there."""
        question, names, model = self._answered, self.session.names, self.hits.model_of_hits
        if question is None or not model.lines:
            return
        asked, last = question, model.lines[-1].found

        def take(rows: list[FoundRow]) -> None:
            if model.lines and model.lines[-1].found is last:  # else there is another list meanwhile
                model.append(self._hits(rows, asked.text), more=len(rows) == PAGE)

        def failed(error: BaseException) -> None:
            self.session.explain(error, self._read_more)

        self.session.read(lambda queries: asked.ask(queries, names, PAGE, last), take, failed)

    def _hits(self, rows: list[FoundRow], text: str) -> list[Hit]:
        moments = Moments(self._clock(), self.session.wording)
        return hits_of(rows, [moments.recorded(each.row.opened_at) for each in rows], text, self.session.wording)

    def _sentence(self, total: int) -> str:
        words, narrowed = sought_words(self._text), self.narrowing.narrowed
        if total > COUNTED and (words or narrowed.about):
            counted = QLocale().toString(COUNTED)
            return self.tr("More than {count} records. One more word makes them fewer.").format(count=counted)
        if total and words and self.narrowing.ranked:
            return self.tr("%n records, best first", None, total)
        if total:
            return self.tr("%n records, newest first", None, total)
        if not self.narrowing.is_clear:
            return self.tr("Nothing fits. Take one of the filters away, or try fewer words.")
        if words:
            return self.tr("Nothing holds all of these words. Try fewer words, or the beginning of one.")
        return self.tr("No record yet. Reports appear here as soon as they are sent.")
