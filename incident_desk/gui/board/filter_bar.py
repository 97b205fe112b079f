"""The board's filters as pills: department, responsible, priority, mine, measures to check; and whether it is shown as
one list.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.usecases.list_incidents import places_under
from incident_desk.usecases.rows import IncidentFilter


class FilterBar(FlowRow):
    """Signals: `filter_changed` carries the new IncidentFilter; `ranked_changed` whether one list is wanted."""

    filter_changed = Signal(object)
    ranked_changed = Signal(bool)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._filter = IncidentFilter()
        self._departments = FilterPill(self.tr("All departments"), theme, self, opens=True)
        self._responsible = FilterPill(self.tr("Responsible: anyone"), theme, self, opens=True)
        self._priority = FilterPill(self.tr("Priority: all"), theme, self, opens=True)
        self._mine = FilterPill(self.tr("Mine"), theme, self, icon="user")
        self._checks = FilterPill(self.tr("Measures to check"), theme, self, icon="shield")
        self.ranked = FilterPill(self.tr("What comes first"), theme, self, icon="sort-descending")
        self.add(self._departments, self._responsible, self._priority, self._mine, self._checks, self.ranked)
        self._departments.choice_requested.connect(self._choose_department)
        self._responsible.choice_requested.connect(self._choose_responsible)
        self._priority.choice_requested.connect(self._choose_priority)
        self._mine.choice_requested.connect(self._show_mine)
        self._checks.choice_requested.connect(self._show_checks)
        self.ranked.choice_requested.connect(lambda: self._rank(self.tr("What comes first")))
        self.ranked.clear_requested.connect(lambda: self._rank(""))
        self._departments.clear_requested.connect(lambda: self._set(self._departments, "", places=frozenset()))
        self._responsible.clear_requested.connect(lambda: self._set(self._responsible, "", responsible=None))
        self._priority.clear_requested.connect(lambda: self._set(self._priority, "", priorities=frozenset()))
        self._mine.clear_requested.connect(lambda: self._set(self._mine, "", responsible=None))
        self._checks.clear_requested.connect(lambda: self._set(self._checks, "", check_due_before=None))

    @property
    def is_clear(self) -> bool:
        return self._filter == IncidentFilter()

    def _set(self, pill: FilterPill, value: str, **conditions: object) -> None:
        pill.set_value(value)
        self._filter = replace(self._filter, **conditions)  # type: ignore[arg-type]  # conditions are its own fields
        self.filter_changed.emit(self._filter)

    def _rank(self, value: str) -> None:
        self.ranked.set_value(value)
        self.ranked_changed.emit(bool(value))

    def _choose_department(self) -> None:
        names = self._session.names
        rows = [place for place in names.places.values() if place.kind == "department" and place.active]

        def chosen(place: str) -> None:
            self._set(self._departments, names.places[place].name, places=places_under(place, names))

        self._menu(self._departments, [(row.id, row.name) for row in rows], chosen)

    def _choose_responsible(self) -> None:
        people = [person for person in self._session.names.people.values() if person.active]

        def chosen(person: str) -> None:
            self._mine.set_value("")
            self._set(self._responsible, self._session.names.person(person), responsible=person)

        self._menu(self._responsible, [(person.id, person.name) for person in people], chosen)

    def _choose_priority(self) -> None:
        choices = [(str(level), said(PRIORITY_NAMES[level])) for level in Priority]

        def chosen(level: str) -> None:
            wanted = Priority(level)
            self._set(self._priority, said(PRIORITY_NAMES[wanted]), priorities=frozenset({wanted}))

        self._menu(self._priority, choices, chosen)

    def _show_mine(self) -> None:
        if self._session.actor.id is not None:
            self._responsible.set_value("")
            self._set(self._mine, self.tr("Mine"), responsible=self._session.actor.id)

    def _show_checks(self) -> None:
        self._set(self._checks, self.tr("Measures to check"), check_due_before=time.time_ns() // 1000)

    def _menu(self, pill: FilterPill, choices: Sequence[tuple[str, str]], chosen: Callable[[str], None]) -> None:
        menu = Menu(pill.text(), self)
        for key, words in choices:
            menu.add(words, partial(chosen, key))
        menu.open_below(pill)
