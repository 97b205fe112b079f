"""What can be done with a card, as a menu: open it, move it, print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.gui.models.card import Card


class CardMenu(QMenu):
    """Opens at a point of the screen and goes when it closes. `route` are the steps a record of its kind takes."""

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
        super().__init__(parent)
        self.setAccessibleName(card.row.number)
        self.aboutToHide.connect(self.deleteLater)
        self.setDefaultAction(self._add(self.tr("Open"), open_card))
        self.addSeparator()
        for step, words in self._ways(card, route):
            self._add(words, partial(move, step))
        self.addSeparator()
        self._add(self.tr("Print record ..."), print_card)

    def open_at(self, place: QPoint) -> None:
        """`popup` does not wait."""
        self.popup(place)

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

    def _add(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words.replace("&", "&&"), self)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)
        return action
