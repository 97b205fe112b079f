"""A card carried by keys: Space lifts, the arrows choose a column, Space drops, Esc puts it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.models.card import Card


class Carrying(QObject):
    """Signals: `over_changed` (card or None, step or None) while carrying; `dropped` (card, step)."""

    over_changed = Signal(object, object)
    dropped = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._over: Step | None = None

    @property
    def card(self) -> Card | None:
        return self._card

    def press(self, key: int, card: Card | None) -> bool:
        """Handles a key; False when nothing is carried and the key means something else."""
        if self._card is None:
            if key == Qt.Key.Key_Space and card is not None:
                self._lift(card)
                return True
            return False
        if key == Qt.Key.Key_Escape:
            self.put_back()
        elif key == Qt.Key.Key_Space:
            self._drop()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        return True

    def put_back(self) -> None:
        self._card = self._over = None
        self.over_changed.emit(None, None)

    def _lift(self, card: Card) -> None:
        self._card, self._over = card, card.row.step
        self.over_changed.emit(card, self._over)

    def _step(self, by: int) -> None:
        if self._over is not None:
            self._over = Step(min(max(int(self._over) + by, 1), len(Step)))
            self.over_changed.emit(self._card, self._over)

    def _drop(self) -> None:
        card, step = self._card, self._over
        self.put_back()
        if card is not None and step is not None:
            self.dropped.emit(card, step)
