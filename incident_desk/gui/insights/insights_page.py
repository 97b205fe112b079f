"""The page Insights: what many incidents say together, each number leading to the incidents behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.knowledge_orders import MAY
from incident_desk.gui.insights.insight_panel import InsightPanel
from incident_desk.gui.insights.problem_from import ProblemFrom
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.insights import MONTHS, Insight, read_insights
from incident_desk.usecases.rows import IncidentFilter

_CHOICE = 200  # pixels of the design
_BESIDE = 70  # em: from this width on two panels stand beside each other


class InsightsPage(Page):
    """See `page.Page` for its signals. `incidents_requested` with the filter of those behind a number;
    `knowledge_requested` id of a problem that was opened.
    """

    incidents_requested = Signal(object)
    knowledge_requested = Signal(str)

    key = "insights"
    help_topic = "insights"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self.panels: list[InsightPanel] = []
        self._reading = 0
        self.problem = ProblemFrom(session, theme, self)
        self.problem.opened.connect(self.knowledge_requested)
        codes = [(str(months), self.tr("The last %n months", "", months)) for months in MONTHS]
        self.months = ChoiceField(codes, theme, self)
        self.months.set_code(codes[0][0])
        self.months.code_chosen.connect(lambda _: self._read())
        self._grid = QGridLayout()
        self._fit_choice()
        self._lay_out()
        session.bus.written.connect(self._on_written)
        theme.changed.connect(self._arrange)
        theme.changed.connect(self._fit_choice)

    def title(self) -> str:
        return self.tr("Insights")

    def enter(self) -> None:
        self._read()
        self.months.setFocus()

    def _lay_out(self) -> None:
        u = self.theme.u
        inside = QWidget()
        mark(inside, kind="inside")
        top = QHBoxLayout()
        top.addWidget(FormRow(self.tr("Months"), self.months, self.theme, inside))
        top.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        column.addLayout(top)
        self._grid.setSpacing(2 * u)
        column.addLayout(self._grid)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scrolling(self, inside))

    # --- reading ---

    def _on_written(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._reading += 1
        reading, wording, months = self._reading, self.session.wording, int(self.months.code() or MONTHS[0])

        def read(found: Sequence[Insight]) -> None:
            if reading == self._reading:
                self._show(found)

        self.session.read(lambda queries: read_insights(queries, wording, months), read)

    def _show(self, found: Sequence[Insight]) -> None:
        if [_said(panel.insight) for panel in self.panels] == [_said(each) for each in found]:
            return  # nothing that is told changed: nobody loses their place
        for panel in self.panels:
            self._grid.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        may_open = self.session.actor.may(*MAY) and not self.session.register.read_only
        shown = [each if may_open else replace(each, proposes=False) for each in found]
        self.panels = [InsightPanel(each, self.theme, self) for each in shown]
        for panel in self.panels:
            panel.incidents_requested.connect(self.incidents_requested)
            panel.problem_requested.connect(self._on_problem_requested)
        self._arrange()

    def _on_problem_requested(self, behind: IncidentFilter, title: str, button: QWidget) -> None:
        self.problem.ask(behind, title, button)

    def leave(self) -> bool:
        self.problem.close()
        return True

    # --- looks ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fit_choice(self) -> None:
        self.months.setMinimumWidth(self.theme.px(_CHOICE))

    def _arrange(self) -> None:
        em = self.theme.metrics("body").horizontalAdvance("m") or 1
        across = 2 if self.width() / em >= _BESIDE else 1
        for number, panel in enumerate(self.panels):
            self._grid.addWidget(panel, number // across, number % across)
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < across))


def _said(insight: Insight) -> tuple[object, ...]:
    return insight.kind, insight.definition, insight.rows, insight.warning
