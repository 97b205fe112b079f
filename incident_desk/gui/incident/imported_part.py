"""The row of the old list that an incident came from, as it stood there. To be read, never to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.usecases.imported_row import SheetCell, cells_as_they_stood, imported_from

SECTION = "imported"
_FIRST = 24  # cells; a row of hundreds is opened by a button
_HEADING = 220  # pixels of the design


def is_shown(view: IncidentView) -> bool:
    """Only what came from an old list has such a section."""
    return "imported_from" in view.values or "old_number" in view.values


class ImportedPart(Part):
    """Headings at the left, what stood below them at the right; texts of several lines below their heading."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._cells: tuple[SheetCell, ...] = ()
        self._labels: list[QWidget] = []
        self._source = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._source)
        column.addLayout(self._grid)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(2 * self.theme.u)
        self._grid.setVerticalSpacing(self.theme.px(5))

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self._source.setText(imported_from(view.values, moments.wording))
        cells = cells_as_they_stood(view.values, moments.wording)
        if cells != self._cells:
            self._cells = cells
            self._begin_anew()
        self.setVisible("imported_from" in view.values)

    def _begin_anew(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        few = len(self._cells) <= _FIRST + 4  # a button for the last four would take their room
        self._add(self._cells if few else self._cells[:_FIRST])
        hidden = len(self._cells) - len(self._labels) // 2
        self.more.set_text(self.tr("Show %n more cells of the row", None, hidden))
        self.more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        """The keyboard goes to the first cell that came, for the button is gone."""
        there = len(self._labels)
        self._add(self._cells[there // 2 :])
        self.more.hide()
        first = self._labels[there + 1]
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first.show()  # what is not in sight yet gets no keyboard
        first.setFocus()

    def _add(self, cells: Sequence[SheetCell]) -> None:
        for cell in cells:
            row = len(self._labels)
            heading = PlainLabel(cell.heading, self.theme, self, role="hint", ink="ink2", lines=2)
            text: QWidget
            if cell.is_long:  # worth copying, so it can be selected
                text = SelectableText(cell.text, self.theme, self)
                self._grid.addWidget(heading, row, 0, 1, 2)
                self._grid.addWidget(text, row + 1, 0, 1, 2)
            else:
                text = PlainLabel(cell.text, self.theme, self)
                heading.setMaximumWidth(self.theme.px(_HEADING))
                self._grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(text, row, 1)
            text.setAccessibleName(f"{cell.heading}: {cell.text}")
            self._labels += [heading, text]
