"""One figure: its rule in a sentence, the drawing, and the same numbers as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.drawing_view import DrawingView
from incident_desk.gui.widgets.dressing import end_loosely
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.usecases.insights import Insight


class InsightPanel(Panel):
    """Signals: `incidents_requested` with the filter of those behind a number; `problem_requested` with the filter,
    what the row says, and the button.
    """

    incidents_requested = Signal(object)
    problem_requested = Signal(object, str, object)

    def __init__(self, insight: Insight, theme: Theme, parent: QWidget) -> None:
        super().__init__(insight.title, theme, parent)
        self.insight = insight
        self.body.addWidget(PlainLabel(insight.definition, theme, self, role="hint", ink="ink2"))
        self.warning = Note(theme, self, text=insight.warning, ink="crit")
        self.body.addWidget(self.warning)
        self.drawing = DrawingView(theme, insight.title, self)
        self.drawing.setVisible(insight.chart is not None)
        self.drawing.chosen.connect(self._on_chosen)
        if insight.chart is not None:
            self.drawing.show_drawing(insight.chart.draw)
        self.body.addWidget(self.drawing)
        self.empty = PlainLabel(self.tr("Nothing to count in these months."), theme, self, ink="ink2")
        self.empty.setVisible(not insight.rows)
        self.body.addWidget(self.empty)
        self.table = QWidget(self)
        self._fill(QGridLayout(self.table))
        self.as_table = Button(self.tr("Show as a table"), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="table")
        self.as_table.clicked.connect(lambda: self.show_table(shown=not self.table.isVisibleTo(self)))
        self.as_table.setVisible(bool(insight.rows) and insight.chart is not None)
        self.body.addWidget(self.table)
        self.body.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignLeft)
        end_loosely(self.body)
        self.show_table(shown=insight.chart is None and bool(insight.rows))

    def show_table(self, *, shown: bool) -> None:
        self.table.setVisible(shown)
        self.as_table.setAccessibleDescription(self.tr("shown") if shown else self.tr("not shown"))

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * self._theme.u)
        grid.setVerticalSpacing(self._theme.px(2))
        for column, words in enumerate(self.insight.columns):
            grid.addWidget(PlainLabel(words, self._theme, self.table, role="hint-strong", ink="ink2"), 0, column)
        for number, (key, row) in enumerate(zip(self.insight.keys, self.insight.rows, strict=True), 1):
            for column, words in enumerate(row):
                cell = self._cell(key, words, first=column == 0)
                grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignLeft)
            if self.insight.proposes:
                grid.addWidget(self._proposal(key, row), number, len(row), Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(len(self.insight.columns) + 1, 1)

    def _cell(self, key: str, words: str, *, first: bool) -> QWidget:
        """The first one of a row leads to the incidents."""
        if not first or key not in self.insight.behind:
            return PlainLabel(words, self._theme, self.table, role="cell")
        button = Button(words, self._theme, self.table, weight=Weight.QUIET, fit=Fit.BAR)
        button.clicked.connect(lambda: self._on_chosen(key))
        return button

    def _proposal(self, key: str, row: tuple[str, ...]) -> Button:
        button = Button(self.tr("Open a problem ..."), self._theme, self.table, fit=Fit.BAR)
        title = ", ".join(row[1:-1])  # between the month and the count
        button.clicked.connect(lambda: self.problem_requested.emit(self.insight.behind[key], title, button))
        return button

    def _on_chosen(self, key: str) -> None:
        behind = self.insight.behind.get(key)
        if behind is not None:
            self.incidents_requested.emit(behind)
