"""What who leads the incident, and their team, have in hand beside it, above the question whether to begin now."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.limits import PERSON, over
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.capacity_bar import CapacityBar
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.load import Load, TeamLoad, load_of, team_load


class LoadPart(Part):
    """Read off the UI thread whenever the record changed; hidden while nobody leads it."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._asked: tuple[str, int] = ("", 0)
        self.note = Note(theme, self, icon="checklist", ink="ink2", icon_ink="petrol")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.bar = CapacityBar(theme, self)
        column.setSpacing(theme.u)
        column.addWidget(self.note)
        column.addWidget(self.bar)
        self.bar.hide()
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
        name, stated = (
            moments.wording.names.person(person) if moments.wording.names else "",
            view.values.get("workload"),
        )
        own = float(stated) if isinstance(stated, int | float) else 0.0

        def read(found: tuple[Load, TeamLoad | None]) -> None:
            if asked == self._asked:
                self._say(name, found[0], own)
                self._show_team(found[1], own)

        # Nobody is told of trouble: what stands here nobody has asked for.
        self.session.read(
            lambda queries: (load_of(queries, person, view.id), team_load(queries, person, view.id)), read,
            lambda _: None,
        )  # fmt: skip

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
        limit = self.session.names.settings.limits.get(PERSON, 0)
        if over(load.incidents - load.put_off + 1, limit):
            words += " " + self.tr("With this one that is over the limit of {limit} for one person.").format(
                limit=limit
            )
        self.note.show_sentence(words)
        self.show()

    def _show_team(self, team: TeamLoad | None, own: float) -> None:
        """The sentence for who does not see the bar, too: what it would be with this incident, and whether it fits."""
        if team is None or team.hours is None:
            self.bar.hide()
            return
        self.bar.show_hours(team.team, team.load.hours, own, team.hours)
        self.bar.show()
        left = team.hours - team.load.hours - own
        facts = {"team": team.team, "hours": f"{team.hours:g}", "left": f"{abs(left):g}"}
        if left < 0:
            words = self.tr("{team} has {hours} hours a week: with this incident {left} hours too few. Who steps in?")
        else:
            words = self.tr("{team} has {hours} hours a week: with this incident {left} hours are left.")
        self.note.show_sentence(f"{self.note.text()} {words.format(**facts)}")
