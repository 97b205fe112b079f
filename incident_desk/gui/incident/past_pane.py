"""The look back: in place of the page, and marked on top, so that nobody takes what stood once for what stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.incident.notices import Notice
from incident_desk.gui.incident.past_delegate import PastDelegate
from incident_desk.gui.incident.past_lines import PastLine, PastModel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.tall_rows import TallRows


class PastPane(QFrame):
    """Signals: `back_requested`; `position_requested` an entry; `day_requested` a date."""

    back_requested = Signal()
    position_requested = Signal(int)
    day_requested = Signal(object)

    def __init__(self, zone: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, kind="paper")
        self._theme, self._position, self._present = theme, 0, 0
        self.band = Notice(theme, self, icon="history", colour="high")
        self.title = PlainLabel("", theme, self, role="record-title")
        self.before = Button(self.tr("Entry before"), theme, self, fit=Fit.BAR, icon="chevron-left")
        self.after = Button(self.tr("Entry after"), theme, self, fit=Fit.BAR, icon="chevron-right")
        self.day = DateField(zone, theme, self)
        self._day_row = FormRow(self.tr("At the end of the day"), self.day, theme, self)
        self.nothing = PlainLabel("", theme, self, ink="ink3")
        self.model = PastModel(self)
        self.list = TallRows(self.tr("As it stood"), self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PastDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._lay_out()
        self.band.first_pressed.connect(self.back_requested)
        self.before.clicked.connect(lambda: self.position_requested.emit(self._position - 1))
        self.after.clicked.connect(lambda: self.position_requested.emit(self._position + 1))
        self.day.line.returnPressed.connect(self._on_day_given)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def show_lines(self, sentence: str, title: str, lines: Sequence[PastLine], nothing: str = "") -> None:
        """`sentence` stands in the band; `nothing` where there is no line."""
        self.band.say(sentence, self.tr("Back to now"))
        self.title.setText(title)
        self.setAccessibleName(f"{title}. {sentence}")
        self.model.put(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setText("" if lines else nothing)
        self.nothing.setVisible(not lines)
        if lines:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.list.selectionModel().setCurrentIndex(self.model.index(0), flag)
        (self.list if lines else self.band.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_moments(self, position: int, present: int) -> None:
        """Entry by entry through the record, or by a day; `present` 0 where one moment is not what is shown."""
        self._position, self._present = position, present
        for part in (self.before, self.after, self._day_row):
            part.setVisible(bool(present))
        self.before.setEnabled(position > 1)
        self.after.setEnabled(position < present)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_day_given(self) -> None:
        day = self.day.value()
        if day is not None:
            self.day_requested.emit(day)

    def _lay_out(self) -> None:
        steps = FlowRow(self._theme, self)
        steps.add(self.before, self.after)
        tools = QHBoxLayout()
        tools.addWidget(steps, 1, Qt.AlignmentFlag.AlignBottom)
        tools.addWidget(self._day_row)
        self._column = QVBoxLayout(self)
        for part in (self.band, self.title):
            self._column.addWidget(part)
        self._column.addLayout(tools)
        self._column.addWidget(self.nothing)
        self._column.addWidget(self.list, 1)
        self._space()

    def _space(self) -> None:
        u = self._theme.u
        self._column.setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u)
        self._column.setSpacing(u)

    def _on_theme_changed(self) -> None:
        self._space()
        self.list.scheduleDelayedItemsLayout()
