"""Beside the report: what happens next, and the number once it is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.report.lessons import ReportLessons
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.thread import Thread

_MOST_NAMES = 3


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
        self.lessons = ReportLessons(session, theme, self)
        column.addWidget(self._sent)
        column.addWidget(self.lessons)
        self._next = Thread(self.tr("What happens next"), theme, self)
        column.addWidget(self._next)
        column.addWidget(Rule(theme, self))
        column.addStretch(1)
        self._show_steps()
        session.names_changed.connect(self._show_steps)

    def _show_steps(self) -> None:
        self._next.show_steps(self._steps())

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
        found = [person for person in people if person.active and Role.COORDINATOR in person.roles]
        if not found:
            return self.tr("It waits in the inbox until then.")
        if len(found) == 1 and found[0].phone:
            return self.tr("{name}, phone {phone}").format(name=found[0].name, phone=found[0].phone)
        names = ", ".join(person.name for person in found[:_MOST_NAMES])
        return names if len(found) <= _MOST_NAMES else self.tr("{names} and others").format(names=names)

    def show_number(self, number: str) -> None:
        self._sent.show_sentence(self.tr("Your report is {number}.").format(number=number))

    def forget_number(self) -> None:
        """Another report is being written: the number beside it would be taken for its own."""
        self._sent.show_sentence("")
