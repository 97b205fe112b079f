"""What the restore sheet decides: which backups there are, what each holds, and the restore itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import Refused
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.working import ProgressTeller
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.back_up import Backup
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.look_at_backup import BackupLook, backups_of, check_backup, look_at_backup, restored_file
from incident_desk.usecases.restore import Order, Restored, restore
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import unlock_by_passphrase, unlock_by_recovery_key


class Restoring(QObject):
    """`register`: the file that a backup shall take the place of, None when there was none. `copy`: no backup, but a
    register of another PC from which a new one is made.

    Signals: `backups_found` list; `looked` (backup, BackupLook); `checking` (done, of); `checked` list of breaks;
    `restored` (register, path); `failed` error; `passphrase_needed` of the chosen one, and `unlock_refused` with why.
    """

    backups_found = Signal(object)
    looked = Signal(object, object)
    checking = Signal(int, int)
    checked = Signal(object)
    restored = Signal(object, object)
    failed = Signal(object)
    passphrase_needed = Signal()
    unlock_refused = Signal(object)

    def __init__(
        self, services: Services, settings: SettingsFile, tasks: TaskRunner, register: Path | None, parent: QObject,
        copy: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.copy = copy
        self._services, self._tasks = services, tasks
        self.register = register
        self.folders = [Path(folder) for folder in dict.fromkeys(settings.current.backup_folders.values())]
        if register is not None:
            self.folders.append(register.parent)  # a backup before an upgrade may stand beside the register
        self._last_person = settings.current.last_person
        self.chosen: Backup | None = None
        self._told_breaks = False
        self._check: ProgressTeller | None = None

    def find(self) -> None:
        if self.copy is not None:
            written = datetime.fromtimestamp(self.copy.stat().st_mtime, UTC)
            self.backups_found.emit([Backup(self.copy, written)])
            return
        folders, register = list(self.folders), self.register
        self._tasks.run(lambda: backups_of(folders, register), self.backups_found.emit, self.failed.emit)

    def look_also_in(self, folder: Path) -> None:
        self.folders.insert(0, folder)
        self.find()

    def choose(self, backup: Backup) -> None:
        """Looks into a backup, then checks all of it."""
        self.stop()
        self.chosen, self._told_breaks = backup, False
        services = self._services
        damaged = None if self.register is None else str(self.register)

        def looked(look: BackupLook) -> None:
            if self.chosen is backup:
                self.looked.emit(backup, look)
                self._check_whole(backup)

        self._tasks.run(lambda: look_at_backup(services, backup.path, damaged), looked, self._on_not_looked)

    def _on_not_looked(self, error: BaseException) -> None:
        if isinstance(error, SurroundingsFailed) and error.code == "passphrase_needed":
            self.passphrase_needed.emit()
        else:
            self.failed.emit(error)

    def unlock(self, typed: str, by_key: bool) -> None:
        """The chosen backup, and then looks into it."""
        backup, services = self.chosen, self._services
        door = unlock_by_recovery_key if by_key else unlock_by_passphrase
        if backup is not None:
            self._tasks.run(
                lambda: door(services, str(backup.path), typed), lambda _: self.choose(backup), self._on_not_unlocked
            )

    def _on_not_unlocked(self, error: BaseException) -> None:
        (self.unlock_refused if isinstance(error, Refused) else self.failed).emit(error)

    def _check_whole(self, backup: Backup) -> None:
        services, teller = self._services, ProgressTeller(self)
        self._check = teller
        teller.progressed.connect(self.checking)

        def checked(breaks: list[VerifyBreak]) -> None:
            if self._check is teller and not teller.stopped:
                self._told_breaks = bool(breaks)
                self.checked.emit(breaks)

        self._tasks.run(lambda: check_backup(services, backup.path, teller), checked, self.failed.emit)

    def stop(self) -> None:
        """A check that still runs is not needed any more."""
        if self._check is not None:
            self._check.stop()
            self._check = None

    def proposed_file(self, backup: Backup) -> Path:
        beside = self.register or self.copy or backup.path.with_name(f"{backup.path.name.rsplit('-', 2)[0]}.register")
        return restored_file(beside, datetime.now().astimezone())

    def last_person(self, register_id: str) -> str | None:
        """Who acted last in that register at this PC."""
        return self._last_person.get(register_id)

    def restore(self, target: Path, reason: str, by: str | None) -> None:
        """Goes on with a backup in which not everything holds only after that was said."""
        backup, services = self.chosen, self._services
        if backup is None:
            return
        damaged = None if self.register is None else str(self.register)
        order = Order(backup.path, target, reason, damaged, by, despite=self._told_breaks)

        def done(result: Restored) -> None:
            self.restored.emit(result.register, target)

        self.stop()
        self._tasks.run(lambda: restore(services, order), done, self.failed.emit)
