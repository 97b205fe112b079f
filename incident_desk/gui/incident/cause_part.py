"""What the lists of the cause say, drawn: the line of time and the fishbone. Choosing a part opens its line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.drawing_view import DrawingView
from incident_desk.usecases.cause_drawings import fishbone_of, timeline_of


class CausePart(Part):
    """Signal: `line_chosen` with the id of the event or factor. Hidden while there is nothing to draw."""

    line_chosen = Signal(str)

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.events = DrawingView(theme, self.tr("What happened when, drawn"), self)
        self.bones = DrawingView(theme, self.tr("Contributing factors, as a fishbone"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.u)
        for view in (self.events, self.bones):
            view.chosen.connect(self.line_chosen)
            column.addWidget(view)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        drawn = (
            (self.events, timeline_of(view.incident, moments.wording)),
            (self.bones, fishbone_of(view.incident, moments.wording)),
        )
        for shown, draw in drawn:
            shown.setVisible(draw is not None)
            if draw is not None:
                shown.show_drawing(draw)
        self.setVisible(any(draw is not None for _, draw in drawn))
