"""What came in, and where to look at it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.importing.presenter import Finished, What
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel

_NAMED = 8  # series of numbers


class DoneStep(QWidget):
    """Signals: `show_requested` Finished; `save_requested` what the columns mean; `another_requested`."""

    show_requested = Signal(object)
    save_requested = Signal()
    another_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = Finished(What.INCIDENTS, 0, 0, 0)
        self.sentence = Note(theme, self, icon="circle-check", ink="ink", icon_ink="ok", role="panel")
        self.details = PlainLabel("", theme, self, ink="ink2")
        self.show_button = Button(self.tr("Show them"), theme, self, weight=Weight.PRIMARY)
        self.save_button = Button(self.tr("Save what the columns mean ..."), theme, self)
        self.another = Button(self.tr("Bring in another sheet"), theme, self)
        panel = Panel("", theme, self)
        buttons = FlowRow(theme, panel)
        buttons.add(self.show_button, self.another, self.save_button)
        for part in (self.sentence, self.details, buttons):
            panel.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        self.show_button.clicked.connect(lambda: self.show_requested.emit(self._told))
        self.save_button.clicked.connect(self.save_requested)
        self.another.clicked.connect(self.another_requested)

    def show_finished(self, told: Finished) -> None:
        self._told = told
        self.sentence.show_sentence(self._said(told))
        details = []
        if told.series:
            details.append(self._said_numbers(told))
        if told.what is What.INCIDENTS and told.new:
            details.append(self.tr("What the columns mean is remembered for the next sheet with these headings."))
        if told.left_out:
            details.append(self.tr("%Ln rows were left out.", None, told.left_out))
        self.details.setText(" ".join(details))
        self.save_button.setVisible(told.what is What.INCIDENTS)

    def _said(self, told: Finished) -> str:
        new, changed, incidents = told.new, told.changed, told.what is What.INCIDENTS
        added = {
            What.INCIDENTS: self.tr("%Ln incidents are in.", None, new),
            What.PEOPLE: self.tr("%Ln people were added.", None, new),
            What.PLACES: self.tr("%Ln places were added.", None, new),
            What.EQUIPMENT: self.tr("%Ln pieces of equipment were added.", None, new),
        }[told.what]
        taken = self.tr("%Ln changes were taken over.", None, changed)
        altered = taken if incidents else self.tr("%Ln were changed.", None, changed)
        said = ([added] if new or not changed else []) + ([altered] if changed else [])
        return " ".join(said)

    def _said_numbers(self, told: Finished) -> str:
        """Each place and each year counts for itself, so of each the first and the last."""
        if told.new == 1:
            return self.tr("Its number is {first}.").format(first=told.series[0][0])
        words = self.tr("{first} to {last}")
        each = [first if first == last else words.format(first=first, last=last) for first, last in told.series]
        if len(each) == 1:
            first, last = told.series[0]
            return self.tr("Their numbers are {first} to {last}.").format(first=first, last=last)
        more = [self.tr("%n more", None, len(each) - _NAMED)] if len(each) > _NAMED else []
        return self.tr("Their numbers are {numbers}.").format(numbers=", ".join([*each[:_NAMED], *more]))
