"""A panel of My work: its lines, the rest on demand, and a calm sentence where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.panels import EmptyState, Panel
from incident_desk.gui.work.owed import Owed
from incident_desk.gui.work.owed_list import OwedList

_AT_FIRST = 6


class WorkPanel(Panel):
    """Signals: `opened` and `ticked` with the line."""

    opened = Signal(object)
    ticked = Signal(object)

    def __init__(self, title: str, nothing: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(title, theme, parent, hint=" ")
        self._lines: list[Owed] = []
        self._whole = False
        self.list = OwedList(title, theme, self)
        self.nothing = EmptyState(nothing, theme, self, good=True)
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.body.setSpacing(0)
        self.body.addWidget(self.list)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.opened.connect(self.opened)
        self.list.ticked.connect(self.ticked)
        self.more.clicked.connect(self._on_more_clicked)

    def set_title(self, title: str) -> None:
        if self.head is not None:
            self.head.title.setText(title)
        self.list.setAccessibleName(title)
        self.setAccessibleName(title)

    def show_lines(self, lines: Sequence[Owed], hint: str) -> None:
        self._lines = list(lines)
        if self.head is not None:
            self.head.hint.setText(hint)
        self._show()

    @property
    def count(self) -> int:
        return len(self._lines)

    def _show(self) -> None:
        shown = self._lines if self._whole else self._lines[:_AT_FIRST]
        self.list.show_lines(shown)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.more.setVisible(len(self._lines) > _AT_FIRST)
        self.more.set_text(self.tr("Show less") if self._whole else self.tr("Show all %n", None, len(self._lines)))

    def _on_more_clicked(self) -> None:
        self._whole = not self._whole
        self._show()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.body.setSpacing(0)
