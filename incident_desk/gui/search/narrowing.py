"""What narrows a search beside its words, as pills: who or where, the step, how long ago, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Status, Step
from incident_desk.gui.clock import Clock
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.usecases.find_records import Named, NamedKind
from incident_desk.usecases.rows import EVERYTHING

_DAY = 86_400_000_000  # microseconds
_CLOSED = "concluded"
ICONS = {NamedKind.PLACE: "map-pin", NamedKind.PERSON: "user"}


class Narrowing(FlowRow):
    """`narrowed` and `ranked` say what is wanted. Signal: `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, clock: Clock) -> None:
        super().__init__(theme, parent)
        self._clock = clock
        self.narrowed, self.ranked = EVERYTHING, False
        self.best = FilterPill(self.tr("Best first"), theme, self, icon="sort-descending")
        self.who = {kind: FilterPill("", theme, self, icon=icon) for kind, icon in ICONS.items()}
        self.step = FilterPill(self.tr("Any step"), theme, self, opens=True)
        self.since = FilterPill(self.tr("Any time"), theme, self, opens=True)
        self.add(*self.who.values(), self.best, self.step, self.since)
        for pill in self.who.values():
            pill.hide()
            pill.clear_requested.connect(lambda: self.name(None))
        self.best.choice_requested.connect(lambda: self._order(ranked=True))
        self.best.clear_requested.connect(lambda: self._order(ranked=False))
        self.step.choice_requested.connect(self._choose_step)
        self.step.clear_requested.connect(lambda: self._set(self.step, "", steps=frozenset(), statuses=frozenset()))
        self.since.choice_requested.connect(self._choose_since)
        self.since.clear_requested.connect(lambda: self._set(self.since, "", since=None))

    @property
    def is_clear(self) -> bool:
        return self.narrowed == EVERYTHING

    def name(self, named: Named | None) -> None:
        """Only records that name this person or place."""
        for kind, pill in self.who.items():
            wanted = named is not None and named.kind is kind
            pill.set_value(named.name if named is not None and wanted else "")
            pill.setVisible(wanted)
        self.narrowed = replace(self.narrowed, about=named.ids if named is not None else frozenset())
        self.arrange()
        self.changed.emit()

    def _order(self, *, ranked: bool) -> None:
        self.ranked = ranked
        self.best.set_value(self.tr("Best first") if ranked else "")
        self.changed.emit()

    def _set(self, pill: FilterPill, value: str, **conditions: object) -> None:
        pill.set_value(value)
        self.narrowed = replace(self.narrowed, **conditions)  # type: ignore[arg-type]  # conditions are its own fields
        self.arrange()
        self.changed.emit()

    def _choose_step(self) -> None:
        steps = [(str(int(step)), said(STEP_NAMES[step])) for step in Step]

        def chosen(key: str, words: str) -> None:
            if key == _CLOSED:
                self._set(self.step, words, steps=frozenset(), statuses=frozenset({Status.CONCLUDED}))
            else:
                steps = frozenset({Step(int(key))})
                self._set(self.step, words, steps=steps, statuses=frozenset({Status.OPEN}))

        self._menu(self.step, [*steps, (_CLOSED, self.tr("Concluded"))], chosen)

    def _choose_since(self) -> None:
        days = [
            ("7", self.tr("Last 7 days")), ("30", self.tr("Last 30 days")), ("365", self.tr("Last 12 months")),
        ]  # fmt: skip
        now = self._clock()
        self._menu(
            self.since, days, lambda key, words: self._set(self.since, words, since=now - int(key) * _DAY)
        )  # fmt: skip

    def _menu(self, pill: FilterPill, choices: Sequence[tuple[str, str]], chosen: Callable[[str, str], None]) -> None:
        menu = Menu(pill.text(), self)
        for key, words in choices:
            menu.add(words, partial(chosen, key, words))
        menu.open_below(pill)
