"""The guided move: dropping a card opens exactly what the next step misses, in place, ready to fill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from incident_desk.domain.commands import Command, MoveToStep
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import STEP_NAMES, Role, Step
from incident_desk.gui.forms.missing_form import MissingForm
from incident_desk.gui.language import said
from incident_desk.gui.models.card import Card
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.pressed import ENTER


class GuidedMove(Popover):
    """Signals: `move_ordered` carries the commands; `put_back` when the card stays where it was;
    `record_requested` when something that is missing can only be written on the record's own page.
    """

    move_ordered = Signal(object)
    put_back = Signal()
    record_requested = Signal()

    def __init__(
        self, session: Session, theme: Theme, card: Card, step: Step, needs: Sequence[str], page: QWidget
    ) -> None:
        name = QCoreApplication.translate("GuidedMove", "Move {number}").format(number=card.row.number)
        super().__init__(name, theme, page, width=420)
        self._session = session
        self._theme = theme
        self._card = card
        self._step = step
        self._needs = tuple(needs)
        self._form: MissingForm | None = None
        self._beside = QRect()
        self._page = page
        self._reason = LineField(theme, self)
        self._reason_row = FormRow(self.tr("Reason"), self._reason, theme, self)
        self._head()
        if needs:
            session.read(lambda queries: queries.record("incident", card.id), self._on_record)
        else:
            self._finish()
        self.closed.connect(self.put_back)

    @property
    def backwards(self) -> bool:
        return self._card.row.step is not None and self._step < self._card.row.step

    def open_beside(self, column: QWidget) -> None:
        """Beside the column the card was dropped on."""
        top_left = column.mapTo(self._page, column.rect().topLeft())
        self._beside = QRect(top_left.x(), top_left.y() + self._theme.px(60), column.width(), self._theme.px(60))
        self.reposition()

    def reposition(self) -> None:
        self.open_at(self._beside)

    def is_about(self, card: Card, step: Step) -> bool:
        return self._card.id == card.id and self._step is step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line is enough; in a narrative it begins a new line."""
        if event.key() in ENTER and isinstance(QApplication.focusWidget(), QLineEdit):
            self._on_move()
        else:
            super().keyPressEvent(event)

    # --- what it says ---

    def _head(self) -> None:
        present = said(STEP_NAMES[self._card.row.step]) if self._card.row.step else ""
        way = PlainLabel(
            f"{present}  →  {said(STEP_NAMES[self._step])}", self._theme, self, role="hint-strong", ink="ink2"
        )
        self.body.addWidget(way)
        self.body.addWidget(PlainLabel(self._title(), self._theme, self, role="popover-title"))

    def _title(self) -> str:
        if self.backwards:
            return self.tr("Why does it go back?")
        if not self._needs:
            return self.tr("Nothing is missing")
        return self.tr("%n things are missing", None, len(self._needs))

    def _on_record(self, record: Record | None) -> None:
        if record is None:
            self.close_popover()
            return
        self._form = MissingForm(self._needs, Incident(record), self._session, self._theme, self)
        self._form.link_requested.connect(lambda _: self.record_requested.emit())
        self.body.addWidget(self._form)
        self._form.show()  # what is not shown yet has no height
        self._finish()
        self.reposition()
        self._form.focus_first()

    def _finish(self) -> None:
        self.body.addWidget(self._reason_row)
        self._reason_row.setVisible(self.backwards)
        entry = self.tr("This will be entry {number} of the journal").format(number=self._card.row.position + 1)
        self.body.addWidget(PlainLabel(entry, self._theme, self, role="hint", ink="ink3"))
        buttons = self._buttons()
        self.body.addWidget(buttons)
        buttons.show()  # what is not shown yet has no height
        if self.backwards:
            self._reason.setFocus()

    def _buttons(self) -> FlowRow:
        row = FlowRow(self._theme, self)
        move = Button(self.tr("Move card"), self._theme, self, weight=Weight.PRIMARY)
        move.clicked.connect(self._on_move)
        row.add(move)
        if self._needs and self._session.actor.may(Role.MANAGER):
            anyway = Button(self.tr("Move anyway ..."), self._theme, self, weight=Weight.QUIET)
            anyway.clicked.connect(self._on_move_anyway)
            row.add(anyway)
        back = Button(self.tr("Put back"), self._theme, self, weight=Weight.QUIET)
        back.clicked.connect(self.close_popover)
        row.add(back)
        return row

    def say_missing(self, needs: Sequence[str]) -> None:
        """What the gate still asks for, said where it is filled in."""
        if self._form is not None:
            self._form.say_missing(needs)

    def refuse(self, why: Refused) -> None:
        """Says what was not taken: beside its field, or at the reason."""
        if self._form is not None:
            self._form.refuse(why)
        else:
            self._reason_row.show()
            self._reason_row.set_wrong(self._session.wording.refusal(why))

    # --- orders ---

    def _on_move(self) -> None:
        if self.backwards:
            self._order((MoveToStep(self._step.key, reason=self._reason.text()),), needs_reason=True)
            return
        written = tuple(self._form.commands()) if self._form is not None else ()
        self._order((*written, MoveToStep(self._step.key)))

    def _on_move_anyway(self) -> None:
        if not self._reason_row.isVisible():
            self._reason_row.show()
            self._reason.setFocus()
            self.reposition()
            return
        written = tuple(self._form.commands()) if self._form is not None else ()
        order = MoveToStep(self._step.key, reason=self._reason.text(), override=True)
        self._order((*written, order), needs_reason=True)

    def _order(self, commands: Sequence[Command], *, needs_reason: bool = False) -> None:
        if needs_reason and not self._reason.text().strip():
            self._reason_row.set_wrong(self._session.wording.texts.say("refusal.reason_missing"))
            self._reason.setFocus()
            return
        self.move_ordered.emit(tuple(commands))
