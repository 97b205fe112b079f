"""What is said in the place of a table that has no rows."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.panels import EmptyState


class NoRows(QWidget):
    """The words stand where the first rows would, not in the middle."""

    def __init__(self, state: EmptyState, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.u, 2 * theme.u, theme.u, 0)
        column.addWidget(state)
        column.addStretch(1)
