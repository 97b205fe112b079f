"""Plain fields of a section; they are saved by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.domain.fields import INTERRUPTION
from incident_desk.domain.triage import Proposal, proposed
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident.part import Part, may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.stated_times import TIMES, contradiction
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.telling import named_on

_NONE_NEEDED = "no_measure_reason"
_OF_PUTTING_OFF = ("deferral_reason", "review_date")


class FieldsPart(Part):
    """A field form. Reason and date of putting off are shown only where something is put off.

    Times that cannot all be right are told so below; they are saved all the same.
    """

    def __init__(self, fields: Sequence[Field], presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.form = FieldForm(fields, presenter.session, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._values: Mapping[str, Any] = {}
        self.doubt = Note(theme, self, ink="high")
        column.addWidget(self.doubt)
        if TIMES & self.form.cells.keys():
            self.form.edited.connect(self._show_doubt)
        if "deferral" in self.form.cells:
            self.form.edited.connect(self._show_putting_off)
            self._show_putting_off()
        self.proposal = Note(theme, self, icon="bulb", ink="ink2", icon_ink="petrol")
        column.addWidget(self.proposal)
        if INTERRUPTION in self.form.cells:
            self.form.edited.connect(self._show_proposal)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self.form.set_read_only(not may_write(view, self.presenter))
        self.form.set_near(named_on(view.incident.record, self.session.names))
        if "deferral" in self.form.cells:
            self._show_putting_off()
        if _NONE_NEEDED in self.form.cells:
            self._show_none_needed(view)
        if TIMES & self.form.cells.keys():
            self._values = view.values
            self._show_doubt()
        if INTERRUPTION in self.form.cells:
            self._show_proposal()

    def forms(self) -> list[FieldForm]:
        return [self.form]

    def _show_doubt(self) -> None:
        found = contradiction({**self._values, **self.form.changes()})
        if found is None:
            self.doubt.show_sentence("")
            return
        first, second = (said(self.form.cells[key].editor.field.label) for key in found)
        sentence = self.tr("{second} lies before {first}. One of the two is wrong.")
        self.doubt.show_sentence(sentence.format(first=first, second=second))

    def _show_proposal(self) -> None:
        sentences = {
            Proposal.INCIDENT: self.tr("By these answers it is an incident."),
            Proposal.SERVICE_REQUEST: self.tr(
                "By these answers it is a request and no incident: nothing was interrupted. You decide."
            ),
            Proposal.PROBLEM: self.tr(
                "By these answers it is part of a problem: it comes again, or cannot be put right soon. You decide."
            ),
        }
        found = proposed({key: cell.editor.value() for key, cell in self.form.cells.items()})
        self.proposal.show_sentence(sentences[found] if found else "")

    def _show_none_needed(self, view: IncidentView) -> None:
        """Why no measure is needed is asked only while none is in force."""
        in_force = any("lifted" not in item.values for item in view.incident.record.of("measures"))
        stated = self.form.cells[_NONE_NEEDED].editor.value() is not None
        self.form.set_visible([key for key in self.form.cells if key != _NONE_NEEDED or stated or not in_force])

    def _show_putting_off(self) -> None:
        put_off = self.form.cells["deferral"].editor.value() == "put_off"
        stated = any(self.form.cells[key].editor.value() is not None for key in _OF_PUTTING_OFF)
        self.form.set_visible([key for key in self.form.cells if put_off or stated or key not in _OF_PUTTING_OFF])
