"""What the status line says: register, who, saved, journal, last backup. Nothing that was not looked at."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTime

from incident_desk.gui.backup_watch import BackupWatch
from incident_desk.gui.company import Company
from incident_desk.gui.save_state import SaveState
from incident_desk.gui.session import Session
from incident_desk.gui.widgets.status_line import StatusLine, StatusPart
from incident_desk.usecases.newest_entry import newest_entry
from incident_desk.usecases.rows import Presence, VerifyResult


class StatusTeller(QObject):
    """Keeps the status line true."""

    def __init__(
        self, session: Session, backups: BackupWatch, company: Company, line: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._line = line
        self._safe = True  # whether what the page in front holds is said to be saved
        self._verified = False  # in this session; from then on the line says what the check found
        self._reading = self._again = False  # the newest entry is read, and once more if something came meanwhile
        session.actor_changed.connect(self._tell_who)
        session.names_changed.connect(self._tell_register)
        session.bus.written.connect(self.tell_head)
        session.bus.connection_changed.connect(self._on_connection)
        backups.state_changed.connect(self._on_backup)
        company.others_changed.connect(self._on_others)
        self._tell_register()
        self._tell_who()
        self.say_saved(SaveState())
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

    def say_saved(self, state: SaveState) -> None:
        """What a page says of its own text; what other people write says nothing about it."""
        self._safe = state.safe
        icon, ink = ("circle-check", "ok") if state.safe else ("pencil", "high")
        self._line.set_part("saved", StatusPart(state.words, icon, ink))

    def leave_page(self) -> None:
        """ "All is saved" was said of another page. What is not saved is said until it is."""
        if self._safe:
            self.say_saved(SaveState())

    def say_verified(self, scope: str, result: VerifyResult) -> None:
        self._verified = True
        facts = {"index": QLocale().toString(result.head_index), "time": QTime.currentTime().toString("HH:mm")}
        if not result.holds:
            words = self.tr("The journal does not hold, {time}")
            part = StatusPart(words.format(**facts), "shield-exclamation", "crit")
        elif scope == "full":
            part = StatusPart(self.tr("Verified up to entry {index}, {time}").format(**facts), "shield-check", "ok")
        else:
            words = self.tr("What is new verified up to entry {index}, {time}")
            part = StatusPart(words.format(**facts), "shield-check", "ok")
        self._line.set_part("head", part)

    def tell_head(self) -> None:
        """One read at a time: a save is told here, and once more by the bus when it looks round."""
        self._again = self._reading
        if self._verified or self._reading:
            return
        self._reading = True
        self._session.read(newest_entry, self._on_head, self._on_not_read)

    def _on_head(self, index: int) -> None:
        self._reading = False
        if not self._verified:
            text = self.tr("Recorded up to entry {index}").format(index=QLocale().toString(index)) if index else ""
            self._line.set_part("head", StatusPart(text))
        if self._again:
            self.tell_head()

    def _on_not_read(self, error: BaseException) -> None:
        """That the register cannot be reached is said beside it."""
        self._reading = False

    def _on_connection(self, reached: bool) -> None:
        text = "" if reached else self.tr("The register cannot be reached; your text is kept")
        self._line.set_part("connection", StatusPart(text, "alert-triangle", "high"))

    def _on_backup(self, text: str, in_trouble: bool) -> None:
        ink = "high" if in_trouble else "ink2"
        self._line.set_part("backup", StatusPart(text, "device-floppy" if in_trouble else "", ink), at_right=True)
