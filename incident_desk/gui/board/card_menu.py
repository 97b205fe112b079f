"""What can be done with a card, as a menu: open it, move it, print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.gui.models.card import Card
from incident_desk.gui.widgets.menu import Menu


class CardMenu(Menu):
    """`route` are the steps a record of its kind takes."""

    def __init__(
        self,
        card: Card,
        route: Sequence[Step],
        *,
        open_card: Callable[[], None],
        move: Callable[[Step], None],
        print_card: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(card.row.number, parent)
        self.add(self.tr("Open"), open_card, usual=True)
        self.addSeparator()
        for step, words in self._ways(card, route):
            self.add(words, partial(move, step))
        self.addSeparator()
        self.add(self.tr("Print record ..."), print_card)

    def _ways(self, card: Card, route: Sequence[Step]) -> list[tuple[Step, str]]:
        here = card.row.step
        if here is None:
            return []
        onward = next((step for step in route if step > here), None)
        back = next((step for step in reversed(route) if step < here), None)
        ways = []
        if onward is not None:
            ways.append((onward, self.tr("Move to {step} ...").format(step=said(STEP_NAMES[onward]))))
        if back is not None:
            ways.append((back, self.tr("Move back to {step} ...").format(step=said(STEP_NAMES[back]))))
        return ways
