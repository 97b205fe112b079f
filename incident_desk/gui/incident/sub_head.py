"""The head of a second list inside a section: its name and the button that adds a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.declarations import ItemList
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel


class SubHead(QWidget):
    """Smaller than the head of a section, without a line below."""

    def __init__(self, declared: ItemList, add: QWidget, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u)
        row.addWidget(PlainLabel(said(declared.title), theme, self, role="body-strong"), 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignVCenter)
