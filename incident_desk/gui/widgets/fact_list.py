"""Facts in lines: a few columns of plain text, hairlines between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.panels import Rule


class FactList(QWidget):
    """The first column is strong, the last one takes the room that is left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(5))
        self._shown: list[tuple[str, ...]] = []
        self._more: PlainLabel | None = None  # none that nobody asked for: a screen reader would come across it
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_facts(self, facts: Sequence[tuple[str, ...]]) -> None:
        if list(facts) == self._shown:
            return
        self._clear()
        self._shown = list(facts)
        for row, columns in enumerate(facts):
            for column, text in enumerate(columns):
                last = column == len(columns) - 1
                beside = Qt.AlignmentFlag(0) if last else Qt.AlignmentFlag.AlignTop  # the first of several lines
                self._grid.addWidget(self._cell(text, column, last=last), 2 * row, column, beside)
            self._grid.addWidget(Rule(self._theme, self), 2 * row + 1, 0, 1, len(columns))
        if facts:
            self._grid.setColumnStretch(len(facts[0]) - 1, 1)

    def _cell(self, text: str, column: int, *, last: bool) -> QWidget:
        if last:
            return SelectableText(text, self._theme, self, ink="ink2" if column > 1 else "")
        role, ink = ("body-strong", "ink") if column == 0 else ("body", "ink2")
        return PlainLabel(text, self._theme, self, role=role, ink=ink)

    def show_more(self, words: str) -> None:
        if self._more is None:
            if not words:
                return
            self._more = PlainLabel("", self._theme, self, role="hint", ink="ink3")
        self._more.setText(words)
        self._more.setVisible(bool(words))
        self._grid.addWidget(self._more, 2 * len(self._shown), 0, 1, -1)

    @property
    def facts(self) -> list[tuple[str, ...]]:
        return self._shown

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._more:
                widget.hide()
                widget.deleteLater()
