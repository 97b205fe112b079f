"""What the status line says: register, who, saved, journal, last backup."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTime

from incident_desk.gui.backup_watch import BackupWatch
from incident_desk.gui.company import Company
from incident_desk.gui.session import Session
from incident_desk.gui.widgets.status_line import StatusLine, StatusPart
from incident_desk.usecases.rows import Presence


class StatusTeller(QObject):
    """Keeps the status line true."""

    def __init__(
        self, session: Session, backups: BackupWatch, company: Company, line: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._line = line
        session.actor_changed.connect(self._tell_who)
        session.names_changed.connect(self._tell_register)
        session.bus.incidents_changed.connect(self._on_saved)
        session.bus.connection_changed.connect(self._on_connection)
        backups.state_changed.connect(self._on_backup)
        company.others_changed.connect(self._on_others)
        self._tell_register()
        self._tell_who()
        self.say_saved(self.tr("All changes saved"))
        self._tell_head()
        backups.tell()

    def _tell_register(self) -> None:
        register = self._session.register
        name = self._session.names.settings.organisation or register.name
        where = self.tr("this PC") if register.path else self.tr("shared")
        text = f"{name} ({where})"
        if register.read_only:
            text = self.tr("{name}, can only be read here").format(name=text)
        self._line.set_part("register", StatusPart(text, "database"))

    def _tell_who(self) -> None:
        actor = self._session.actor
        if actor.id is None:
            text = self.tr("Anyone may report here") if self._session.names.people else self.tr("No list of people")
        else:
            person = self._session.names.people[actor.id]
            text = f"{person.name}, {person.job}" if person.job else person.name
        self._line.set_part("who", StatusPart(text, "user"))

    def _on_others(self, others: list[Presence]) -> None:
        names = ", ".join(f"{each.who} ({each.host})" if each.who else each.host for each in others)
        text = self.tr("Also open: {names}").format(names=names) if others else ""
        self._line.set_part("others", StatusPart(text, "users"))
        if others:
            self._session.messages.info(
                self.tr("This register is also open elsewhere: {names}. Both can work in it.").format(names=names)
            )

    def say_saved(self, text: str) -> None:
        self._line.set_part("saved", StatusPart(text, "circle-check", "ok"))

    def _on_saved(self, *_: object) -> None:
        self.say_saved(self.tr("All changes saved {time}").format(time=QTime.currentTime().toString("HH:mm")))
        self._tell_head()

    def _tell_head(self) -> None:
        self._session.read(lambda queries: queries.head().index, self._on_head, lambda error: None)

    def _on_head(self, index: int) -> None:
        text = self.tr("Journal unbroken, entry {index}").format(index=QLocale().toString(index)) if index else ""
        self._line.set_part("head", StatusPart(text, "shield-check", "ok"))

    def _on_connection(self, reached: bool) -> None:
        text = "" if reached else self.tr("The register cannot be reached; your text is kept")
        self._line.set_part("connection", StatusPart(text, "alert-triangle", "high"))

    def _on_backup(self, text: str, in_trouble: bool) -> None:
        ink = "high" if in_trouble else "ink2"
        self._line.set_part("backup", StatusPart(text, "device-floppy" if in_trouble else "", ink), at_right=True)
