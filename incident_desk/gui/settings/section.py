"""What every part of the settings is: a sheet of paper with a head, and a sentence for who may only read it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel

_NAMES_SHOWN = 3


class Section(Panel):
    """`roles`: who may change it; `tall`: it holds a list that uses the room there is. Signal: `restore_requested`."""

    restore_requested = Signal()

    key = ""
    icon = ""
    roles: tuple[Role, ...] = (Role.ADMINISTRATOR,)
    tall = False

    def __init__(self, title: str, session: Session, theme: Theme, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(title, theme, parent, hint=hint)
        self.session, self.theme = session, theme
        self.who_may = Note(theme, self, icon="lock", ink="ink2", role="body")
        self.body.addWidget(self.who_may)
        self._column.setStretchFactor(self.body, 1)

    def _space(self) -> None:
        super()._space()
        self.body.setContentsMargins(0, self._theme.u, 0, 0)
        self.body.setSpacing(2 * self._theme.u)

    def enter(self) -> None:
        """The section is shown, or what it shows has changed."""
        self.who_may.show_sentence("" if self.may_edit else self._said_who_may())

    def leave(self) -> None:
        """Something else is shown: keep what is typed."""

    @property
    def may_edit(self) -> bool:
        return self.session.actor.may(*self.roles) and not self.session.register.read_only

    def _said_who_may(self) -> str:
        if self.session.register.read_only:
            return self.tr("This register can only be read here.")
        people = self.session.names.people.values()
        names = [person.name for person in people if person.active and not person.roles.isdisjoint(self.roles)]
        if not names:
            return self.tr("Nobody on the list of people may change this.")
        said = ", ".join(names[:_NAMES_SHOWN])
        if len(names) > _NAMES_SHOWN:
            return self.tr("{names} and others can change this.").format(names=said)
        return self.tr("{names} can change this.").format(names=said)
