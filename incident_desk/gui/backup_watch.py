"""The daily backup by itself: looks each quarter of an hour, tells the status line how old the last one is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from incident_desk.domain.values import micros
from incident_desk.gui.session import Session
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.back_up import backups_in, daily, due

_EVERY_MS = 15 * 60 * 1000
_SOON_MS = 20_000


class BackupWatch(QObject):
    """Signals: `state_changed` (sentence, in trouble); `running_changed` while a backup is being written."""

    state_changed = Signal(str, bool)
    running_changed = Signal(bool)

    def __init__(self, session: Session, settings: SettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._running = False
        self._wanted = False  # somebody asked for this one and wants to hear of it
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        QTimer.singleShot(_SOON_MS, self, self._begin)
        self.tell()

    @property
    def folder(self) -> Path | None:
        """Where this register's backups go; None while nobody chose a place."""
        named = self._settings.current.backup_folders.get(self._session.names.settings.register_id)
        return Path(named) if named else None

    @property
    def _stem(self) -> str:
        path = self._session.register.path
        return path.name.removesuffix(".register") if path else ""

    def choose(self, folder: Path) -> None:
        """A new place; the first backup is written at once."""
        folders = dict(self._settings.current.backup_folders)
        folders[self._session.names.settings.register_id] = str(folder)
        self._settings.change(backup_folders=folders)
        self.ask_now()

    def ask_now(self) -> None:
        """Somebody wants one now, and is told when it is there."""
        self._wanted = True
        self.back_up_now()

    def _begin(self) -> None:
        self._timer.start(_EVERY_MS)
        self.look()

    def look(self) -> None:
        """Backs up when today has none yet."""
        folder = self.folder
        if folder is not None and not self._session.register.read_only and due(folder, self._stem, datetime.now(UTC)):
            self.back_up_now()
        else:
            self.tell()

    def back_up_now(self) -> None:
        folder = self.folder
        if folder is None or self._running or self._session.register.path is None:
            self.tell()
            return
        self._set_running(True)
        session, actor = self._session, self._session.actor
        words = self.tr("A backup is still being written. Closed now, it may be missing.")
        session.write(
            words, lambda: daily(session.register, folder, session.services, actor), self._on_done, self._on_failed
        )

    def _set_running(self, running: bool) -> None:
        self._running = running
        self.running_changed.emit(running)

    @property
    def running(self) -> bool:
        return self._running

    def _on_done(self, written: Path) -> None:
        self._set_running(False)
        self.tell()
        if self._wanted:
            said = self.tr("Backed up and checked: {name}").format(name=written.name)
            self._session.messages.good(said)
        self._wanted = False

    def _on_failed(self, error: BaseException) -> None:
        self._set_running(False)
        self._wanted = False
        self._session.explain(error, self.ask_now)
        self.tell()

    def tell(self) -> None:
        """The sentence of the status line."""
        if self._session.register.path is None:
            self.state_changed.emit(self.tr("Backed up by the server"), False)
            return
        folder = self.folder
        if folder is None:
            self.state_changed.emit(self.tr("No backup place chosen"), True)
            return
        newest = next(iter(backups_in(folder, self._stem)), None)
        if newest is None:
            self.state_changed.emit(self.tr("No backup yet"), True)
            return
        days = (datetime.now(UTC).date() - newest.at.date()).days
        hour = self._session.wording.hour(micros(newest.at))
        words = self.tr("today {hour}").format(hour=hour) if days == 0 else self.tr("%n days ago", None, days)
        self.state_changed.emit(self.tr("Last backup {when}").format(when=words), days > 3)
