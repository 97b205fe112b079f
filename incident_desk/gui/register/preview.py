"""What is known of the current record, beside the table: as on its own page, in short, and nothing to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.gates import missing
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.vocabulary import KIND_NAMES, Status
from incident_desk.gui.clock import Clock, Moments
from incident_desk.gui.language import said
from incident_desk.gui.register.step_boxes import StepBoxes
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import NumberBox, PriorityChip
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.record_facts import RecordFacts, stated_facts
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.words import Words
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentRow

_SOON_MS = 120
_FACTS = ("place", "place_detail", "occurred", "discovered", "detected_by", "category", "responsible")
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class _Shown:
    row: IncidentRow
    record: Record


class Preview(Painted):
    """Signals: `open_requested`, `print_requested` id; `left` on Escape."""

    open_requested = Signal(str)
    print_requested = Signal(str)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock) -> None:
        super().__init__(theme, parent)
        self._session, self._clock = session, clock
        self._wanted: str | None = None
        self._shown: _Shown | None = None
        self._scroll = Scrolling(self)
        self._scroll.viewport().setAutoFillBackground(False)
        self.open_button = Button(self.tr("Open incident"), theme, self, weight=Weight.PRIMARY)
        self.print_button = Button(self.tr("Print record"), theme, self, icon="printer")
        self.open_button.clicked.connect(lambda: self._tell(self.open_requested))
        self.print_button.clicked.connect(lambda: self._tell(self.print_requested))
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._read)
        session.names_changed.connect(self._say_anew)
        self.setAccessibleName(self.tr("Preview"))
        self._lay_out()
        self.show_record(None)

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * u, 0, 0, 0)
        column.setSpacing(2 * u)
        column.addWidget(self._scroll, 1)
        buttons = FlowRow(self._theme, self)
        buttons.add(self.open_button, self.print_button)
        column.addWidget(buttons)

    def show_record(self, record: str | None) -> None:
        """Soon: while somebody walks through the rows nothing is read. What is there already stays as it is."""
        if record is not None and record == self._wanted and self._shown is not None and self._shown.row.id == record:
            return
        self._wanted = record
        self.open_button.setEnabled(record is not None)
        self.print_button.setEnabled(record is not None)
        if record is None:
            self._soon.stop()
            self._shown = None
            self._show_words(self.tr("Choose a record in the table to see it here."))
        else:
            self._soon.start()

    def refresh(self, changed: Iterable[str]) -> None:
        """Reads again what changed, if it is what is shown."""
        if self._wanted is not None and self._wanted in changed:
            self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, signal: SignalInstance) -> None:
        if self._wanted is not None:
            signal.emit(self._wanted)

    def _read(self) -> None:
        record = self._wanted
        if record is None:
            return
        if not self.isVisible():
            self._shown = None  # what is in it is not the newest any more when it is shown again
            return

        def read(queries: Queries) -> _Shown | None:
            row, found = queries.row(record), queries.record("incident", record)
            return _Shown(row, found) if row is not None and found is not None else None

        self._session.read(read, lambda shown: self._take(record, shown))

    def _take(self, record: str, shown: _Shown | None) -> None:
        if record != self._wanted or shown is None or shown == self._shown:
            return
        same = self._shown is not None and self._shown.row.id == record
        self._shown = shown
        self._build(shown, self._scroll.verticalScrollBar().value() if same else 0)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._say_anew()

    def _say_anew(self) -> None:
        if self._shown is not None:
            self._build(self._shown, self._scroll.verticalScrollBar().value())

    # --- the sheet ---

    def _show_words(self, sentence: str) -> None:
        sheet, column = self._sheet()
        column.addWidget(PlainLabel(sentence, self._theme, sheet, ink="ink2"))
        column.addStretch(1)
        self._scroll.setWidget(sheet)

    def _sheet(self) -> tuple[QWidget, QVBoxLayout]:
        sheet = QWidget()
        mark(sheet, kind="inside")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, self._theme.u, self._theme.u, 0)
        column.setSpacing(self._theme.px(10))
        return sheet, column

    def _build(self, shown: _Shown, place: int) -> None:
        theme, row, record = self._theme, shown.row, shown.record
        sheet, column = self._sheet()
        head = QHBoxLayout()
        head.addWidget(NumberBox(row.number, theme, sheet))
        head.addStretch(1)
        head.addWidget(PriorityChip(row.priority, theme, sheet))
        column.addLayout(head)
        column.addWidget(PlainLabel(row.title, theme, sheet, role="record-title"))
        column.addWidget(self._steps(sheet, row))
        self._add_facts(column, sheet, shown)
        self._add_missing(column, sheet, record)
        what = record.values.get("what_happened")
        if isinstance(what, str) and what:
            column.addWidget(PlainLabel(self._session.wording.label("what_happened"), theme, sheet, role="panel"))
            words = Words(what, theme, sheet)
            # How high it is shows once its lines are laid out, which may be after its place was given to it.
            words.document().documentLayout().documentSizeChanged.connect(lambda _: words.updateGeometry())
            column.addWidget(words)
        self._add_list(column, sheet, record, "measures")
        self._add_list(column, sheet, record, "actions")
        column.addStretch(1)
        self._scroll.setWidget(sheet)
        if place:  # there is room for it once the lines are laid out
            QTimer.singleShot(0, sheet, lambda: self._scroll.verticalScrollBar().setValue(place))

    def _steps(self, sheet: QWidget, row: IncidentRow) -> FlowRow:
        line = FlowRow(self._theme, sheet, gap=12, between=4)
        words = said(row.standing)
        if row.step is not None:
            line.add(StepBoxes(None if row.status is Status.CONCLUDED else row.step, self._theme, sheet))
        if row.step is not None and row.status is Status.OPEN:
            since = self._session.wording.duration(self._clock() - row.step_since)
            words = self.tr("{step}, since {time}").format(step=words, time=since)
        line.add(PlainLabel(words, self._theme, sheet, role="hint-strong", ink="petrol"))
        return line

    def _add_facts(self, column: QBoxLayout, sheet: QWidget, shown: _Shown) -> None:
        moments = Moments(self._clock(), self._session.wording)
        facts = [(self.tr("Kind"), said(KIND_NAMES[shown.row.kind]))]
        facts += stated_facts(_FACTS, shown.record.values, moments)
        facts.append((self.tr("Opened"), moments.recorded(shown.row.opened_at)))
        if shown.row.next_due is not None:
            left = moments.left(shown.row.next_due, shown.row.opened_at)
            facts.append((self.tr("Next due"), f"{moments.at(shown.row.next_due)}, {left.words}"))
        column.addWidget(RecordFacts(facts, self._theme, sheet))

    def _add_missing(self, column: QBoxLayout, sheet: QWidget, record: Record) -> None:
        incident = Incident(record)
        needs = missing(incident, self._session.names.pack) if incident.step is not None else ()
        if needs:
            said_so = self.tr("Still to be completed: {needs}").format(needs=self._session.wording.needs(needs))
            column.addWidget(Note(self._theme, sheet, text=said_so, icon="pencil", ink="high"))

    def _add_list(self, column: QBoxLayout, sheet: QWidget, record: Record, key: str) -> None:
        """Lines that are still open, then how many are done."""
        theme, declared = self._theme, LISTS[key]
        items = record.of(key)
        if not items:
            return
        ended = [item for item in items if declared.done is not None and declared.done in item.values]
        head = QHBoxLayout()
        head.addWidget(PlainLabel(said(declared.title), theme, sheet, role="panel"))
        count = self.tr("{done} of {total} done").format(done=len(ended), total=len(items))
        head.addWidget(PlainLabel(count, theme, sheet, role="hint", ink="ink2"), 1)
        column.addLayout(head)
        for item in [each for each in items if each not in ended][:_MOST_LINES]:
            column.addLayout(self._line(sheet, item, declared.due))

    def _line(self, sheet: QWidget, item: Item, due: str | None) -> QHBoxLayout:
        theme, wording = self._theme, self._session.wording
        line = QHBoxLayout()
        line.setSpacing(theme.u)
        what = _words(item.values, "what") or wording.texts.say("wording.erased")
        line.addWidget(PlainLabel(what, theme, sheet, role="body"), 1)
        if due is not None and item.values.get(due) is not None:
            field = wording.field(f"{item.list}.{due}")
            when = PlainLabel(wording.value(field, item.values[due]), theme, sheet, role="hint", ink="ink2")
            line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _words(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""  # an erased one says nothing
