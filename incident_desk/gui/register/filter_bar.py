"""The filter of the register: a line to type in, buttons that write into it, and what it says as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.values import from_micros, micros
from incident_desk.domain.vocabulary import PRIORITY_NAMES, STEP_NAMES, Priority, Step
from incident_desk.gui.clock import Clock
from incident_desk.gui.language import language, said
from incident_desk.gui.register.filter_line import FilterLine
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.usecases.register.columns import COLUMN
from incident_desk.usecases.register.filter_text import FilterText, Term, read_filter, write_filter
from incident_desk.usecases.rows import IMPORTED, FieldCondition, FieldOp, IncidentFilter

Choice = tuple[str, IncidentFilter]
"""What a menu says, and the condition that it stands for."""


def _asked(**conditions: Any) -> IncidentFilter:
    """A filter with these conditions, about which nothing else is said."""
    return IncidentFilter(set_aside=False, **conditions)


_IMPORTED = _asked(conditions=(FieldCondition(IMPORTED, FieldOp.STATED),))


class _Parts(FlowRow):
    """Other parts each time."""

    def put(self, parts: Sequence[QWidget]) -> None:
        self._parts = []
        self.add(*parts)


class FilterBar(Painted):
    """Signal: `text_wanted` with the filter as text. `tools` stand at the right of the line, `facts` below them."""

    text_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock) -> None:
        super().__init__(theme, parent)
        self._session, self._clock = session, clock
        self._read = FilterText("", _asked())
        self.line = FilterLine(session, theme, self)
        self.tools, self.facts = QHBoxLayout(), QHBoxLayout()
        self._chips: list[FilterPill] = []
        self._has_imported = self._low = False
        self._flow = _Parts(theme, self, gap=6, between=6)
        self._clear = Button(self.tr("Clear"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._problem = Note(theme, self, ink="high")
        self._pills = self._make_pills()
        self._more = self._pill(self.tr("Add a condition"), self._open_pills)
        self._lay_out()
        self.line.text_wanted.connect(self.text_wanted)
        self._clear.clicked.connect(lambda: self.text_wanted.emit(""))
        self.show_filter(self._read)

    def show_filter(self, read: FilterText) -> None:
        """What is asked for now: its text in the line, a chip for each condition, and what was not understood."""
        self._read = read
        if self.line.text().strip() != read.text:
            self.line.put(read.text)
        self._problem.show_sentence(" ".join(read.problems))
        self._show_chips(read.terms)

    def look_for_imported(self) -> None:
        """Offers what came from old lists where anything did."""
        self._session.read(lambda queries: queries.count(_IMPORTED) > 0, self._offer_imported)

    def _offer_imported(self, there: bool) -> None:
        if there is not self._has_imported:
            self._has_imported = there
            self._show_chips(self._read.terms)

    def set_low(self, low: bool) -> None:
        """Without room below it the buttons become one that opens a menu."""
        if low is not self._low:
            self._low = low
            self._show_chips(self._read.terms)

    # --- building ---

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u)
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.line, 1)
        row.addLayout(self.tools)
        column.addLayout(row)
        column.addWidget(self._problem)
        below = QHBoxLayout()
        below.setSpacing(2 * u)
        below.addWidget(self._flow, 1)
        below.addLayout(self.facts)
        column.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _make_pills(self) -> list[FilterPill]:
        """Short lists open as menus; of long ones the values are offered in the line, where one types on."""
        menus: list[tuple[str, Callable[[], Sequence[Choice]]]] = [
            (self.tr("Priority"), self._priorities),
            (self.tr("Step"), self._steps),
            (self.tr("Time"), self._times),
        ]
        pills = [self._pill(name, partial(self._open, choices)) for name, choices in menus]
        for key in ("place", "category", "responsible"):
            words = said(COLUMN[key].label)
            pills.append(self._pill(words, partial(self._go_on_typing, words)))
        pills.append(self._pill(self.tr("Overdue"), lambda _: self._put(self._overdue()), icon="clock-exclamation"))
        pills.append(self._pill(self.tr("From an old list"), lambda _: self._put(_IMPORTED), icon="upload"))
        pills.append(self._pill(self.tr("Mine"), lambda _: self._put(self._mine()), icon="user"))
        return pills

    def _pill(self, words: str, act: Callable[[FilterPill], None], *, icon: str = "") -> FilterPill:
        pill = FilterPill(words, self._theme, self, icon=icon, opens=not icon)
        pill.choice_requested.connect(lambda: act(pill))
        return pill

    def _show_chips(self, terms: Sequence[Term]) -> None:
        """First what is asked for, each to be taken away, then what else could be."""
        here = self._flow.focusWidget() in self._chips
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [self._chip(term) for term in terms]
        self._clear.setVisible(bool(self._read.text))
        useful = self._useful()
        for pill in self._pills:
            pill.setVisible(pill in useful and not self._low)
        self._more.setVisible(self._low)
        self._flow.put([*self._chips, self._clear, *self._pills, self._more])
        if here:
            self.line.setFocus()

    def _useful(self) -> list[FilterPill]:
        """All but those that would find nothing: nobody has no incidents of their own."""
        *pills, imported, mine = self._pills
        pills += [imported] if self._has_imported else []
        return pills + ([mine] if self._session.actor.id is not None else [])

    def _chip(self, term: Term) -> FilterPill:
        chip = FilterPill("", self._theme, self._flow)
        chip.set_value(term.label)
        chip.clear_requested.connect(lambda: self.text_wanted.emit(self._read.without(term)))
        return chip

    # --- conditions ---

    def _put(self, condition: IncidentFilter | None) -> None:
        """Writes a condition into the text, in the place of one about the same field."""
        if condition is None:
            return
        piece = write_filter(condition, self._session.names, language())
        about = {term.field for term in self._parse(piece).terms}
        text = self._read.text
        while True:
            read = self._parse(text)
            same = next((term for term in read.terms if term.field in about and not term.excluded), None)
            if same is None:
                break
            text = read.without(same)
        self.text_wanted.emit(f"{text} {piece}".strip())

    def _parse(self, text: str) -> FilterText:
        return read_filter(text, self._session.names, language(), self._clock())

    def _priorities(self) -> list[Choice]:
        urgent = frozenset({Priority.CRITICAL, Priority.HIGH})
        both = self.tr("{one} or {other}").format(
            one=said(PRIORITY_NAMES[Priority.CRITICAL]), other=said(PRIORITY_NAMES[Priority.HIGH])
        )
        single = [(said(PRIORITY_NAMES[each]), _asked(priorities=frozenset({each}))) for each in Priority]
        return [(both, _asked(priorities=urgent)), *single]

    def _steps(self) -> list[Choice]:
        return [(said(STEP_NAMES[step]), _asked(steps=frozenset({step}))) for step in Step]

    def _times(self) -> list[Choice]:
        """By when it was recorded; any other span can be typed."""
        zone = ZoneInfo(self._session.names.settings.zone)
        today = from_micros(self._clock()).astimezone(zone).date()
        monday, month, year = today - timedelta(today.weekday()), today.replace(day=1), today.replace(month=1, day=1)
        spans = [
            (self.tr("Today"), today, None),
            (self.tr("This week"), monday, None),
            (self.tr("Last 14 days"), today - timedelta(13), None),
            (self.tr("This month"), month, None),
            (self.tr("Last month"), (month - timedelta(1)).replace(day=1), month),
            (self.tr("This year"), year, None),
            (self.tr("Last year"), year.replace(year=year.year - 1), year),
        ]

        def start(day: date | None) -> int | None:
            return None if day is None else micros(datetime.combine(day, time(), zone))

        return [(words, _asked(since=start(since), until=start(until))) for words, since, until in spans]

    def _overdue(self) -> IncidentFilter:
        return _asked(overdue_at=self._clock())

    def _mine(self) -> IncidentFilter | None:
        actor = self._session.actor.id
        return None if actor is None else _asked(responsibles=frozenset({actor}))

    def _go_on_typing(self, field: str, pill: FilterPill) -> None:
        self.line.ask_for(field)

    def _open(self, choices: Callable[[], Sequence[Choice]], pill: FilterPill) -> None:
        self._open_menu([(words, partial(self._put, condition)) for words, condition in choices()], pill)

    def _open_pills(self, pill: FilterPill) -> None:
        self._open_menu([(each.text(), each.choice_requested.emit) for each in self._useful()], pill)

    def _open_menu(self, entries: Sequence[tuple[str, Callable[[], object]]], pill: FilterPill) -> None:
        menu = Menu(pill.text(), self)
        for words, act in entries:
            menu.add(words, act)
        menu.open_below(pill if pill.isVisible() else self._more)
