"""A few fields to fill in before something is done, in place: why, which record, by which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import Field
from incident_desk.domain.errors import Refused
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.popover import Popover

_WIDE = 420


class FormPopover(Popover):
    """Signal: `given` with what stands in the fields. It stays open until what was given is taken."""

    given = Signal(object)

    def __init__(
        self, title: str, sentence: str, verb: str, fields: Sequence[Field], session: Session, theme: Theme,
        page: QWidget, *, values: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, page, width=_WIDE)
        self._session = session
        self.body.addWidget(PlainLabel(title, theme, self, role="popover-title"))
        self.body.addWidget(PlainLabel(sentence, theme, self, ink="ink2"))
        self.form = FieldForm(fields, session, theme, self)
        self.form.show_values(values or {})
        self.body.addWidget(self.form)
        self._problem = Note(theme, self)
        self.body.addWidget(self._problem)
        self.confirm = Button(verb, theme, self, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        row = FlowRow(theme, self)
        row.add(self.confirm, self.cancel)
        self.body.addWidget(row)
        self.confirm.clicked.connect(lambda: self.given.emit(self.form.values()))
        self.cancel.clicked.connect(self.close_popover)
        self.closed.connect(self.deleteLater)

    def refuse(self, refused: Refused) -> None:
        sentence = self._session.wording.refusal(refused)
        self.form.clear_wrong()
        at_field = self.form.set_wrong(refused.field or "", sentence)
        self._problem.show_sentence("" if at_field else sentence)
        if at_field:
            self.form.focus_field(refused.field or "")
