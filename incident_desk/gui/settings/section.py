"""What every part of the settings is: a sheet of paper with a head, and a sentence for who may only read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_form import EntryForm
from incident_desk.gui.settings.keeper import Keeper
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel

_NAMES_SHOWN = 3


class Section(Panel):
    """`roles`: who may change it. Signal: `restore_requested`."""

    restore_requested = Signal()

    key = ""
    icon = ""
    roles: tuple[Role, ...] = (Role.ADMINISTRATOR,)

    def __init__(self, title: str, session: Session, theme: Theme, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(title, theme, parent, hint=hint)
        self.session, self.theme = session, theme
        self.who_may = Note(theme, self, icon="lock", ink="ink2", role="body")
        self.body.setSpacing(2 * theme.u)
        self.body.setContentsMargins(0, theme.u, 0, 0)
        self.body.addWidget(self.who_may)

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
        return self.tr("This can be changed by {names}.").format(names=_listed(names, self.tr("{names} and others")))


class Saving(QWidget):
    """The two buttons under a form, and the one way from it into the register. Signal: `saved`."""

    saved = Signal(object)

    def __init__(self, form: EntryForm, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._form, self._session = form, session
        self.keeper = Keeper(form, session, self)
        self.save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self.put_back = Button(self.tr("Put back"), theme, self, weight=Weight.QUIET)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.u)
        self.row.addWidget(self.save)
        self.row.addWidget(self.put_back)
        self.row.addStretch(1)
        form.edited.connect(self.look)

    def look(self) -> None:
        """The buttons wake when there is something to save."""
        changed = bool(self._form.changes())
        self.save.setEnabled(changed)
        self.put_back.setEnabled(changed)

    def submit(self, record: str | None, commands: Sequence[Command], said: str) -> None:
        """Saves; what is refused is said at its field, and nothing typed is lost."""
        problem = self._form.problems()
        if problem:
            self._session.messages.warning(problem)
            return
        self.save.setEnabled(False)
        self._session.submit(
            record, commands, said=said, done=self._on_done, refused=self._on_refused, undoable=False,
            failed=self.look,
        )  # fmt: skip

    def _on_done(self, done: object) -> None:
        self.keeper.forget()
        self.saved.emit(done)

    def _on_refused(self, refused: Refused) -> None:
        self.look()
        if not self._form.set_wrong(refused.field, self._session.wording.refusal(refused)):
            self._session.explain(refused)


def _listed(names: Sequence[str], more: str) -> str:
    said = ", ".join(names[:_NAMES_SHOWN])
    return more.format(names=said) if len(names) > _NAMES_SHOWN else said


def left_aligned(button: QWidget) -> tuple[QWidget, int, Qt.AlignmentFlag]:
    return button, 0, Qt.AlignmentFlag.AlignLeft
