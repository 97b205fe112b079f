"""Says where all actions against the cause are weak ones. It is said and never enforced."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.lists import ACTIONS
from incident_desk.domain.strength import only_weak
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note


class StrengthPart(Part):
    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.note = Note(theme, self, icon="bulb", ink="ink2", icon_ink="high")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        weak = only_weak(view.incident.record.of(ACTIONS.key))
        self.note.show_sentence(self.session.wording.texts.say("record.only_weak") if weak else "")
        self.setVisible(weak)
