"""The report as it was filed: number, title, when, where, who, and the words of the reporter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from incident_desk.domain.fields import CORE
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import KIND_NAMES
from incident_desk.gui.inbox.words import Words
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import NumberBox
from incident_desk.gui.widgets.panels import Rule
from incident_desk.usecases.rows import InboxRow

_FACTS = ("occurred", "discovered", "reported", "place", "place_detail", "category", "subcategory", "detected_by",
          "reporter", "reporter_name")  # fmt: skip


class ReportPreview(QScrollArea):
    """Shows one report; nothing can be changed here."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
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
        column.addLayout(self._facts(sheet, row, record))
        column.addWidget(PlainLabel(wording.label("what_happened"), theme, sheet, role="section"))
        column.addWidget(Words(row.what_happened, theme, sheet))
        column.addStretch(1)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _facts(self, sheet: QWidget, row: InboxRow, record: Record | None) -> QGridLayout:
        theme, wording = self._theme, self._session.wording
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.u)
        grid.setColumnStretch(1, 1)
        values = record.values if record else {}
        shown = [(wording.label(key), wording.value(CORE[key], values[key])) for key in _FACTS if key in values]
        shown.append((self.tr("Recorded"), wording.recorded(row.recorded_at)))
        if row.row.anonymous:
            shown.append((wording.label("reporter"), wording.texts.say("wording.nobody")))
        for line, (label, text) in enumerate(shown):
            grid.addWidget(PlainLabel(label, theme, sheet, role="hint", ink="ink3"), line, 0)
            grid.addWidget(PlainLabel(text, theme, sheet, role="body"), line, 1)
        return grid
