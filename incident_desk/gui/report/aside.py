"""Beside the report: what happens next, and the number once it is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.thread import Thread


class ReportAside(QWidget):
    """Tells what follows; after sending, the number."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._sent = Note(theme, self, icon="circle-check", ink="ok", role="body-strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        column.addWidget(self._sent)
        next_steps = Thread(self.tr("What happens next"), theme, self)
        next_steps.show_steps(self._steps())
        column.addWidget(next_steps)
        column.addWidget(Rule(theme, self))
        column.addStretch(1)

    def _steps(self) -> list[tuple[str, str]]:
        return [
            (self.tr("You get a number"), self.tr("Keep it; anybody can find the report by it.")),
            (self.tr("The coordinator reads it"), self._coordinator()),
            (
                self.tr("You can see what became of it"),
                self.tr("Sign in and type the number into the search box, or ask the coordinator."),
            ),
        ]

    def _coordinator(self) -> str:
        people = self._session.names.people.values()
        found = next((person for person in people if person.active and Role.COORDINATOR in person.roles), None)
        if found is None:
            return self.tr("It waits in the inbox until then.")
        if found.phone:
            return self.tr("{name}, phone {phone}").format(name=found.name, phone=found.phone)
        return found.name

    def show_number(self, number: str) -> None:
        self._sent.show_sentence(self.tr("Your report is {number}.").format(number=number))

    def forget_number(self) -> None:
        """Another report is being written: the number beside it would be taken for its own."""
        self._sent.show_sentence("")
