"""Asks in place what the chosen incidents shall all be given: one answer, and a reason beside it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.commands import (
    AddNote,
    ChangeFields,
    Command,
    ConcludeIncident,
    MarkNotReportable,
    VoidIncident,
)
from incident_desk.domain.fields import CORE
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.forms.editors import make_editor
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import ChoiceField, LineField, ProseField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.gui.widgets.popover import Popover

translate = QCoreApplication.translate
_WIDTH = 360
_NOT_REPORTABLE, _VOID, _CONCLUDE = "not_reportable", "void", "conclude"


class Order(StrEnum):
    """What can be ordered for many incidents at once; the first three are fields."""

    RESPONSIBLE = "responsible"
    PLACE = "place"
    CATEGORY = "category"
    CLOSE = "close"
    NOTE = "note"


def order_words(order: Order) -> str:
    return {
        Order.RESPONSIBLE: translate("ManyAtOnce", "Responsible"),
        Order.PLACE: translate("ManyAtOnce", "Place"),
        Order.CATEGORY: translate("ManyAtOnce", "Category"),
        Order.CLOSE: translate("ManyAtOnce", "Close"),
        Order.NOTE: translate("ManyAtOnce", "Note"),
    }[order]


class ManyPopover(Popover):
    """Signal: `ordered` with the command for each of the incidents."""

    ordered = Signal(object)

    def __init__(self, order: Order, count: int, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(order_words(order), theme, page, width=_WIDTH)
        self._session, self._order = session, order
        self.subject = FormRow(self._question(), self._make_field(), theme, self)
        self._reason_needed = order is Order.CLOSE
        self._reason = LineField(theme, self)
        hint = "" if self._reason_needed else self.tr("optional")
        self.reason = FormRow(self.tr("Reason"), self._reason, theme, self, hint=hint)
        self.go = Button(self._verb(count), theme, self, weight=Weight.PRIMARY)
        cancel = Button(self.tr("Cancel"), theme, self)
        buttons = FlowRow(theme, self)
        buttons.add(self.go, cancel)
        how_many = _counted(self.tr("%n incidents", None, count), count)
        self.for_how_many = PlainLabel(how_many, theme, self, ink="ink2")
        self.body.addWidget(PlainLabel(order_words(order), theme, self, role="popover-title"))
        for part in (self.for_how_many, self.subject, self.reason, buttons):
            self.body.addWidget(part)
        self.reason.setVisible(order is not Order.NOTE)  # a note is words already
        self._reason.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        cancel.clicked.connect(self.close_popover)
        self.closed.connect(self.deleteLater)

    def ask(self, anchor: QRect) -> None:
        self.open_at(anchor)
        self.subject.focus_field()

    # --- what is asked ---

    def _question(self) -> str:
        if self._order is Order.CLOSE:
            return self.tr("As what")
        if self._order is Order.NOTE:
            return self.tr("Note for the journal of each")
        return self._session.wording.label(str(self._order))

    def _verb(self, count: int) -> str:
        verbs = {
            Order.CLOSE: self.tr("Close %n incidents", None, count),
            Order.NOTE: self.tr("Write into %n incidents", None, count),
        }
        return _counted(verbs.get(self._order, self.tr("Change %n incidents", None, count)), count)

    def _make_field(self) -> QWidget:
        if self._order is Order.NOTE:
            return ProseField(self._theme, self)
        if self._order is Order.CLOSE:
            return ChoiceField(self._ways_to_close(), self._theme, self)
        return make_editor(CORE[str(self._order)], self._session, self._theme, self).widget

    def _ways_to_close(self) -> list[tuple[str, str]]:
        return [
            (_NOT_REPORTABLE, self.tr("Not reportable (from the inbox)")),
            (_CONCLUDE, self.tr("Concluded (from step Conclusion)")),
            (_VOID, self.tr("Void (made by mistake or as a test)")),
        ]

    # --- the order ---

    def _on_go(self) -> None:
        lacking, reason = self._lacking(), self._reason.text().strip()
        if self._reason_needed and not reason:
            self.reason.set_wrong(self._session.wording.texts.say("refusal.reason_missing"))
            self._reason.setFocus()
        if lacking:
            self.subject.set_wrong(lacking)
            self.subject.focus_field()
        elif reason or not self._reason_needed:
            self.close_popover()
            self.ordered.emit(self._command(reason))

    def _lacking(self) -> str:
        """What the question still needs, as a sentence; "" when it is answered."""
        field = self.subject.field
        if isinstance(field, ProseField):
            return "" if field.text().strip() else self.tr("Write what shall be noted.")
        choose = self.tr("Choose one of the list.")
        if isinstance(field, PickField):
            return "" if field.chosen() else field.problem() or choose
        return "" if isinstance(field, ChoiceField) and field.code() else choose

    def _command(self, reason: str) -> Command:
        field = self.subject.field
        if isinstance(field, ProseField):
            return AddNote(field.text())
        if isinstance(field, PickField):
            return ChangeFields({str(self._order): field.chosen()}, reason)
        assert isinstance(field, ChoiceField)
        return self._closing(field.code(), reason)

    def _closing(self, code: str | None, reason: str) -> Command:
        if code == _NOT_REPORTABLE:
            return MarkNotReportable(reason)
        if code == _VOID:
            return VoidIncident(reason)
        return ConcludeIncident(reason, override=self._session.actor.may(Role.MANAGER))


def _counted(words: str, count: int) -> str:
    """Large numbers as they are written in this language."""
    return words.replace(str(count), QLocale().toString(count), 1)
