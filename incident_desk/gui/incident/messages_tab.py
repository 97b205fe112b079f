"""Who was told what, one below the other, newest on top; open promises above."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.lists import COMMUNICATIONS, PROMISES
from incident_desk.domain.records import Item
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.item_columns import is_ended
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.scrolling import Scrolling


class MessagesTab(QWidget):
    """Read here, written in the form. Signal: `add_requested`."""

    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Item, ...] = ()
        self.add = Button(self.tr("Add a message"), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="plus")
        self.add.clicked.connect(self.add_requested)
        self._area = Scrolling(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.u, 0, theme.u)
        column.addWidget(self._area, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def count(self) -> int:
        return len(self._shown)

    def show_view(self, view: IncidentView, moments: Moments, *, writable: bool) -> None:
        self.add.setVisible(writable)
        messages = tuple(reversed(view.incident.record.of(COMMUNICATIONS.key)))
        promises = tuple(p for p in view.incident.record.of(PROMISES.key) if not is_ended(PROMISES, p))
        if (*promises, *messages) == self._shown and self._area.widget() is not None:
            return
        self._shown = (*promises, *messages)
        self._area.setWidget(self._sheet(promises, messages, moments))

    def _sheet(self, promises: tuple[Item, ...], messages: tuple[Item, ...], moments: Moments) -> QWidget:
        sheet = QWidget()
        mark(sheet, kind="inside")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, self._theme.u, 0)
        column.setSpacing(self._theme.px(3))
        for promise in promises:
            whom = moments.wording.value(None, promise.values.get("what"))
            words = self.tr("Promised to {whom}: {time}").format(
                whom=whom, time=moments.stated(promise.values.get("at"))
            )
            note = Note(self._theme, sheet, text=words, icon="alarm", ink="high", role="hint-strong")
            column.addWidget(note)
        for message in messages:
            self._add_message(column, message, moments, sheet)
        if not promises and not messages:
            column.addWidget(
                PlainLabel(self.tr("Nobody was told yet. Who should know?"), self._theme, sheet, ink="ink2")
            )
        column.addStretch(1)
        return sheet

    def _add_message(self, column: QVBoxLayout, item: Item, moments: Moments, sheet: QWidget) -> None:
        wording, theme = moments.wording, self._theme
        said = {field.key: wording.value(field, item.values.get(field.key)) for field in COMMUNICATIONS.fields}
        when = moments.stated(item.values.get("when")) if isinstance(item.values.get("when"), dict) else said["when"]
        column.addWidget(PlainLabel(said["whom"], theme, sheet, role="body-strong"))
        facts = ", ".join(filter(None, (when, said["channel"], said["audience"])))
        for text, ink in ((facts, "ink3"), (said["message"], ""), (said["answer"], "ink2")):
            if text:
                answer = self.tr("Answer: {answer}").format(answer=text) if ink == "ink2" else text
                column.addWidget(SelectableText(answer, theme, sheet, role="hint", ink=ink))
        column.addWidget(Rule(theme, sheet))
