"""What can be done with the chosen records: a bar that rises below the table."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel


class ChosenBar(Painted):
    """Signals: `copy_requested`, `print_requested`, `clear_requested`. Further buttons go into `buttons`."""

    copy_requested = Signal()
    print_requested = Signal()
    clear_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._count = PlainLabel("", theme, self, role="body-strong", ink="petrol", lines=1)
        self.buttons = FlowRow(theme, self)
        copy = Button(self.tr("Copy"), theme, self, icon="copy", fit=Fit.BAR)
        paper = Button(self.tr("Print list"), theme, self, icon="printer", fit=Fit.BAR)
        clear = Button(self.tr("Clear selection"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        copy.clicked.connect(self.copy_requested)
        paper.clicked.connect(self.print_requested)
        clear.clicked.connect(self.clear_requested)
        self.buttons.add(copy, paper)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.u, theme.u, 2 * theme.u, theme.u)
        row.setSpacing(2 * theme.u)
        row.addWidget(self._count)
        row.addWidget(self.buttons, 1)
        row.addWidget(clear)
        self.hide()

    def show_count(self, count: int) -> None:
        words = self.tr("%n selected", None, count).replace(str(count), QLocale().toString(count), 1)
        self._count.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.tint)
        painter.fillRect(0, 0, self.width(), self._theme.px(2), tokens.petrol)
