"""One of the two records as a sheet of paper: number, title, facts, and its words with those of the other marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from incident_desk.domain.records import Record
from incident_desk.gui.clock import Moments
from incident_desk.gui.duplicates.common_words import spans_of
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import NumberBox, PriorityChip
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.record_facts import RecordFacts, stated_facts
from incident_desk.gui.widgets.words import Words
from incident_desk.usecases.rows import IncidentRow

_FACTS = ("occurred", "discovered", "place", "category", "responsible", "reporter_name")


def narrative(record: Record) -> str:
    """What happened, as far as it was written and not erased."""
    told = record.values.get("what_happened")
    return told if isinstance(told, str) else ""


class RecordPaper(Panel):
    """Signal: `open_requested`."""

    open_requested = Signal()

    def __init__(
        self, row: IncidentRow, record: Record, words: frozenset[str], moments: Moments, session: Session,
        theme: Theme, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__("", theme, parent)
        self._session, self._common = session, words
        self.setAccessibleName(f"{row.number}, {row.title}")
        head = QHBoxLayout()
        head.addWidget(NumberBox(row.number, theme, self))
        head.addStretch(1)
        head.addWidget(PriorityChip(row.priority, theme, self))
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(row.title, theme, self, role="record-title"))
        self.body.addWidget(PlainLabel(said(row.standing), theme, self, role="hint-strong", ink="petrol"))
        facts = stated_facts(_FACTS, record.values, moments)
        facts.append((self.tr("Opened"), moments.recorded(row.opened_at)))
        self.body.addWidget(RecordFacts(facts, theme, self))
        self.narrative = self._narrative(narrative(record))
        opens = Button(
            self.tr("Open {number}").format(number=row.number), theme, self, weight=Weight.QUIET, fit=Fit.BAR
        )
        opens.clicked.connect(self.open_requested)
        self.body.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _narrative(self, text: str) -> Words | None:
        if not text:
            self.body.addWidget(PlainLabel(self.tr("Nothing is written about it."), self._theme, self, ink="ink2"))
            return None
        self.body.addWidget(PlainLabel(self._session.wording.label("what_happened"), self._theme, self, role="panel"))
        words = Words(text, self._theme, self)
        self.body.addWidget(words)
        self._mark(words, text)
        return words

    def _mark(self, words: Words, text: str) -> None:
        """On the ground that marks what a search has found."""
        marks = []
        for start, length in spans_of(text, self._common):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(words.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(self._theme.tokens.tint2)
            marks.append(selection)
        words.setExtraSelections(marks)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self.narrative is not None:
            self._mark(self.narrative, self.narrative.toPlainText())
