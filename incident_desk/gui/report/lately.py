"""The places chosen lately on this PC, beside the question where it happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.labels import PlainLabel


class Lately(QWidget):
    """One press each. Signal: `chosen` id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._hint = PlainLabel(self.tr("lately on this PC"), theme, self, role="hint", ink="ink3")
        self._column.addWidget(self._hint)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self.hide()

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, name in places:
            button = Button(name, self._theme, self, fit=Fit.BAR)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setVisible(bool(places))
