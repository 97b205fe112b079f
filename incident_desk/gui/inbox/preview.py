"""The report as it was filed: number, title, when, where, who, and the words of the reporter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import KIND_NAMES
from incident_desk.gui.clock import Clock, Moments
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import NumberBox
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.record_facts import Fact, RecordFacts, stated_facts
from incident_desk.gui.widgets.words import Words
from incident_desk.usecases.rows import InboxRow

_FACTS = ("occurred", "discovered", "reported", "place", "place_detail", "category", "subcategory", "detected_by",
          "reporter", "reporter_name")  # fmt: skip


class ReportPreview(QScrollArea):
    """Shows one report; nothing can be changed here."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._session, self._theme, self._clock = session, theme, clock
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the words inside take it, and scroll with it
        self.setAccessibleName(self.tr("The report"))

    def show_report(self, row: InboxRow, record: Record | None) -> None:
        theme, wording = self._theme, self._session.wording
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, theme.u, 0)
        column.setSpacing(theme.u)
        column.addWidget(NumberBox(row.row.number, theme, sheet))
        column.addWidget(PlainLabel(row.row.title, theme, sheet, role="record-title"))
        column.addWidget(PlainLabel(said(KIND_NAMES[row.row.kind]), theme, sheet, role="body", ink="ink2"))
        column.addWidget(Rule(theme, sheet))
        column.addWidget(RecordFacts(self._facts(row, record), theme, sheet))
        column.addWidget(PlainLabel(wording.label("what_happened"), theme, sheet, role="section"))
        column.addWidget(Words(row.what_happened, theme, sheet))
        column.addStretch(1)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _facts(self, row: InboxRow, record: Record | None) -> list[Fact]:
        wording = self._session.wording
        moments = Moments(self._clock(), wording)
        facts = stated_facts(_FACTS, record.values if record else {}, moments)
        facts.append((self.tr("Recorded"), moments.at(row.recorded_at)))
        if row.row.anonymous:
            facts.append((wording.label("reporter"), wording.texts.say("wording.nobody")))
        return facts
