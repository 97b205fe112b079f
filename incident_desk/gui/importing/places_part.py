"""Places that a list of equipment or places names and the register has not: made with it where that is ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.directory_plan import DirectoryPlan

_NAMED = 12


class PlacesPart(Panel):
    """Hidden where every place is known. Signal: `wanted` whether they are made."""

    wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Places that are not here yet"), theme, parent)
        self.names = PlainLabel("", theme, self, ink="ink2")
        self.tick = TickBox(self.tr("Add these places to the register"), theme, self)
        self.body.addWidget(self.names)
        self.body.addWidget(self.tick)
        self.tick.clicked.connect(self.wanted)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether rows stay out for places that could be made."""
        return not self.isHidden() and not self.tick.isChecked()

    def show_plan(self, plan: DirectoryPlan) -> None:
        places = plan.unknown_places
        self.names.setText(", ".join([*places[:_NAMED], *(["..."] if len(places) > _NAMED else [])]))
        self.tick.setChecked(bool(plan.new_places))
        self.setVisible(bool(places))
