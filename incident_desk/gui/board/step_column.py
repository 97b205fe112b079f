"""A whole column: tray, head, cards; and what it says when it is empty or a card hangs over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.board.column import ColumnList
from incident_desk.gui.board.column_head import ColumnHead
from incident_desk.gui.language import said
from incident_desk.gui.models.card import CardMaker
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_dashed
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.usecases.rows import IncidentRow


class StepColumn(Painted):
    """One of the five trays. `cards` is its list."""

    def __init__(self, step: Step, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.step = step
        self.head = ColumnHead(step, theme, self)
        self.list = ColumnList(step, theme, self)
        self._slot = _DropSlot(theme, self)
        self._target = False
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(4))
        margin = theme.px(2)
        layout.setContentsMargins(margin, theme.px(6), margin, theme.px(6))
        layout.addWidget(self.head)
        layout.addWidget(self._slot)
        layout.addWidget(self.list, 1)
        self._slot.hide()
        self.list.setStyleSheet("QListView { background: transparent; }")

    def show_cards(self, rows: Sequence[IncidentRow], make: CardMaker, limit: int) -> None:
        self.list.cards.show(rows, make)
        self.list.viewport().update()  # the same rows say something else a minute later
        self.head.show_count(len(rows), limit)

    def offer(self, sentence: str) -> None:
        """A card hangs over the column: tint, petrol edge and a dashed field that says what a drop would need."""
        self._target = True
        self._slot.say(sentence)
        self._slot.show()
        announce(self, f"{said(STEP_NAMES[self.step])}: {sentence}")
        self.update()

    def withdraw(self) -> None:
        self._target = False
        self._slot.hide()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        brush.smooth(painter)
        rect = QRectF(self.rect())
        if self._target:
            brush.box(painter, rect, theme.px(9), theme.tokens.tint, theme.tokens.petrol, width=theme.px(1.5))
        else:
            brush.box(painter, rect, theme.px(9), theme.tokens.tray)
        painter.end()


class _DropSlot(Painted):
    """The dashed field at the top of a column that a card hangs over."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._sentence = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(theme.px(62))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(62))
        super()._on_theme_changed()

    def say(self, sentence: str) -> None:
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._theme.px(3)
        rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        paint_dashed(painter, rect, self._sentence, self._theme, target=True)
        painter.end()
