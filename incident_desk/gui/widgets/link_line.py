"""One quiet line that leads elsewhere: a sentence, and a button for each place it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.notes import Note

_WIDEST = 44  # letters of a button

Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class LinkLine(QWidget):
    """`say` shows it; what it said before goes. Hidden while it says nothing."""

    def __init__(self, theme: Theme, parent: QWidget, *, icon: str = "bulb") -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = Note(theme, self, icon=icon, ink="ink2", icon_ink="petrol", role="body")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self._note)
        self._row: FlowRow | None = None
        self.buttons: list[Button] = []
        self._acts: list[Callable[[], object]] = []
        self.hide()

    @property
    def sentence(self) -> str:
        return self._note.text()

    def say(self, sentence: str, ways: Sequence[Way] = ()) -> None:
        self._note.show_sentence(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self._acts = [act for _, act in ways]
        if [words for words, _ in ways] != [button.accessibleName() for button in self.buttons]:
            self._drop()
            self._offer([words for words, _ in ways])

    def _offer(self, ways: Sequence[str]) -> None:
        if not ways:
            return
        self._row = FlowRow(self._theme, self, gap=6, between=4)
        self.buttons = [self._button(words) for words in ways]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._go, number))
        self._row.add(*self.buttons)
        self._column.addWidget(self._row)

    def _go(self, number: int) -> None:
        self._acts[number]()

    def _button(self, words: str) -> Button:
        short = words if len(words) <= _WIDEST else words[: _WIDEST - 4].rstrip() + " ..."
        button = Button(short, self._theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        button.setAccessibleName(words)
        return button

    def _drop(self) -> None:
        self.buttons = []
        if self._row is not None:
            self._column.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
            self._row = None
