"""Form rows side by side: three from 640 px of form, two from 440, else one; narratives take the whole width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted

_THREE, _TWO = 640, 440


class FormGrid(Painted):
    """Takes rows in order and arranges them by its own width, which counts in pixels of the design."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._rows: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def add(self, row: QWidget, *, wide: bool = False) -> None:
        row.setParent(self)
        self._rows.append((row, wide))
        self._arrange(self._columns or 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_theme_changed(self) -> None:
        self._columns = 0
        self._fit()
        super()._on_theme_changed()

    def _fit(self) -> None:
        width = self.width()
        columns = 3 if width >= self._theme.px(_THREE) else 2 if width >= self._theme.px(_TWO) else 1
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(12))
        for row, _ in self._rows:
            self._grid.removeWidget(row)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        line = column = 0
        for row, wide in self._rows:
            if wide and column:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            column += columns if wide else 1
            if column >= columns:
                line, column = line + 1, 0
