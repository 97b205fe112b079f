"""What a section of the form is made of, whatever it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import Role, Status
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme

_CLOSED = frozenset({Status.VOID, Status.JOINED, Status.NOT_REPORTABLE})


class Part(QWidget):
    """Shows a piece of an incident and orders changes of it."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.session = presenter.session
        self.theme = theme

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        """Shows a newer state of the incident."""
        raise NotImplementedError

    def tick(self, moments: Moments) -> None:
        """A minute has passed: countdowns are told anew."""

    def forms(self) -> list[FieldForm]:
        """Forms whose fields are saved by themselves."""
        return []

    def is_touched(self) -> bool:
        """Whether something stands here that is only saved by pressing a button."""
        return False


def may_write(view: IncidentView, presenter: IncidentPresenter, *, follow_up: bool = False) -> bool:
    """Whether the acting person may change this part of the record as it stands."""
    if presenter.session.register.read_only or view.incident.status in _CLOSED:
        return False
    if view.incident.locked and not follow_up:
        return False
    return presenter.session.actor.may(Role.COORDINATOR, Role.MANAGER)
