"""What concerns the whole record, above the form: it is locked, void, waits in the inbox, or a draft was found."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.fields import CORE, INSTEAD
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status, Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.erasing.told import erased_told, held_told


class Notice(Painted):
    """A sentence on a ground with one or two buttons. Signals: `first_pressed`, `second_pressed`."""

    first_pressed = Signal()
    second_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, icon: str, colour: str = "petrol") -> None:
        super().__init__(theme, parent)
        self._colour = colour
        self._note = Note(theme, self, icon=icon, ink="ink", icon_ink=colour, role="body")
        self.first = Button("", theme, self, fit=Fit.BAR)
        self.second = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.first.clicked.connect(self.first_pressed)
        self.second.clicked.connect(self.second_pressed)
        buttons = FlowRow(theme, self, gap=6, between=4)
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(12), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addWidget(self._note, 1)
        buttons.add(self.first)
        buttons.add(self.second)
        row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._note.text()

    def say(self, sentence: str, first: str = "", second: str = "") -> None:
        """Shows the notice; without a sentence it goes away."""
        self._note.show_sentence(sentence)
        for button, words in ((self.first, first), (self.second, second)):
            button.set_text(words)
            button.setVisible(bool(words))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens = self._theme.tokens
        ground = tokens.tint if self._colour == "petrol" else tokens.colour(f"{self._colour}_ground")
        edge = tokens.colour(self._colour) if self._theme.high_contrast else None
        brush.box(painter, QRectF(self.rect()), self._theme.px(6), ground, edge, width=2)


class StandingNotice(Notice):
    """Why the record cannot be written as usual. `first_pressed`: open again, or take back that it is void."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, icon="lock")

    def show_view(self, view: IncidentView, moments: Moments, *, may_act: bool) -> None:
        status = view.incident.status
        if status is Status.VOID:
            sentence = self.tr("This record is void. It keeps its number and stands in no list.")
            self.say(sentence, self.tr("Take that back ...") if may_act else "")
        elif status in {Status.JOINED, Status.NOT_REPORTABLE}:
            words = said(STATUS_NAMES[status])
            more = view.values.get("joined_number") or moments.wording.value(CORE[INSTEAD], view.values.get(INSTEAD))
            self.say(f"{words}: {more}" if more else words)
        elif status is Status.INBOX:
            self.say(self.tr("This report waits in the inbox. Accepting it begins Identification."))
        elif view.incident.locked:
            sentence = self.tr("Signed and locked. What becomes known later is written under “After sign-off”.")
            if status is Status.CONCLUDED and not view.incident.signatures:
                sentence = self.tr("Concluded and locked. What becomes known later is written under “After sign-off”.")
            self.say(sentence, self.tr("Open again ...") if may_act else "")
        else:
            self.say("")


class KeptNotice(Notice):
    """That something was erased in the record, or that nothing may be: a legal hold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, icon="scale")

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        told = (held_told(view.values, moments.wording), erased_told(view.values, moments.wording))
        self.say(" ".join(filter(None, told)))


class OtherStepNotice(Notice):
    """Another step than the present one is looked at. `first_pressed`: go to the present one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, icon="eye")

    def show_step(self, step: Step, view: IncidentView) -> None:
        if step is view.step:
            self.say("")
            return
        sentence = self.tr("You are looking at {step}. The record stands at {present}.").format(
            step=said(STEP_NAMES[step]), present=said(STEP_NAMES[view.step])
        )
        self.say(sentence, self.tr("To {present}").format(present=said(STEP_NAMES[view.step])))
