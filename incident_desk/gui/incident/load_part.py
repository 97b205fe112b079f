"""What the person who leads the incident has in hand beside it, above the question whether to begin now."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.load import Load, load_of


class LoadPart(Part):
    """Read off the UI thread whenever the record changed; hidden while nobody leads it."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._asked: tuple[str, int] = ("", 0)
        self.note = Note(theme, self, icon="checklist", ink="ink2", icon_ink="petrol")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        self.hide()

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        asked = (view.id, view.position)
        if asked == self._asked:
            return
        self._asked = asked
        person = view.values.get("responsible")
        if not isinstance(person, str):
            self.hide()
            return
        name, own = moments.wording.names.person(person) if moments.wording.names else "", view.values.get("workload")

        def read(load: Load) -> None:
            if asked == self._asked:
                self._say(name, load, float(own) if isinstance(own, int | float) else 0.0)

        # Nobody is told of trouble: what stands here nobody has asked for.
        self.session.read(lambda queries: load_of(queries, person, view.id), read, lambda _: None)

    def _say(self, name: str, load: Load, own: float) -> None:
        if not load.incidents:
            words = self.tr("{name} leads no other open incident.").format(name=name)
        else:
            leads = self.tr(
                "%n other open incidents are led by {name}, {hours} hours of work in all.", "", load.incidents
            )
            words = leads.format(name=name, hours=f"{load.hours:g}")
            if own:
                words += " " + self.tr("With this one it is {hours}.").format(hours=f"{load.hours + own:g}")
            if load.unstated:
                words += " " + self.tr("Of %n nobody has said how many hours.", "", load.unstated)
        self.note.show_sentence(words)
        self.show()
