"""The row of the old list that an incident came from, as it stood there. To be read, never to be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from incident_desk.gui.incident.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.imported_row import SheetCell, cells_as_they_stood, imported_from

SECTION = "imported"


def is_shown(view: IncidentView) -> bool:
    """Only what came from an old list has such a section."""
    return "imported_from" in view.values or "old_number" in view.values


class ImportedPart(Part):
    """Headings at the left, what stood below them at the right."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._shown: tuple[SheetCell, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.u)
        self._grid.setColumnStretch(1, 1)
        self._source = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._grid.addWidget(self._source, 0, 0, 1, 2)
        self._labels: list[PlainLabel] = []

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self._source.setText(imported_from(view.values, moments.wording))
        cells = cells_as_they_stood(view.values, moments.wording)
        if cells != self._shown:
            self._shown = cells
            self._fill(cells)
        self.setVisible("imported_from" in view.values)

    def _fill(self, cells: tuple[SheetCell, ...]) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, cell in enumerate(cells, 1):
            heading = PlainLabel(cell.heading, self.theme, self, role="hint", ink="ink2")
            text = PlainLabel(cell.text, self.theme, self)
            text.setAccessibleName(f"{cell.heading}: {cell.text}")
            self._grid.addWidget(heading, row, 0)
            self._grid.addWidget(text, row, 1)
            self._labels += [heading, text]
