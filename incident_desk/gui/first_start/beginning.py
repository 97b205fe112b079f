"""What the assistant decides: a register is made, opened, shown as a demo or brought up to date, off the UI thread."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from incident_desk.gui.language import language
from incident_desk.gui.only_read import forget, open_as_decided
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.working import ProgressTeller
from incident_desk.support.addresses import comparable
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import starting_actor
from incident_desk.usecases.demo import make_demo
from incident_desk.usecases.names import read_names
from incident_desk.usecases.own_register import SUFFIX, Made, OwnRegister, make_own
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import unlock_by_passphrase, unlock_by_recovery_key
from incident_desk.usecases.upgrade import upgrade
from incident_desk.usecases.whereabouts import move_here

DEMO_SIZE = 24


class Beginning(QObject):
    """Signals: `ready` (register, address); `failed` (address, error); `progressed` (done, of) of an upgrade."""

    ready = Signal(object, str)
    failed = Signal(str, object)
    progressed = Signal(int, int)

    def __init__(self, services: Services, settings: SettingsFile, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = replace(services, language=language())
        self._settings, self._tasks = settings, tasks

    def open(self, address: str) -> None:
        self._carry_out(address, lambda: self._opened(address))

    def _opened(self, address: str) -> Register:
        return opened(partial(open_as_decided, self._services, self._settings.current), address)

    def move(self, address: str) -> None:
        """The register was carried to this PC, and is worked in here from now on."""
        services, last = self._services, self._settings.current.last_person
        forget(self._settings, address)

        def work() -> Register:
            register = opened(services.open_register, address)
            try:
                names = read_names(register.queries)
                move_here(register, services, starting_actor(last.get(names.settings.register_id), names).id)
            except BaseException:  # whatever stopped it, the file is not kept open
                register.close()
                raise
            return register

        self._carry_out(address, work)

    def read(self, address: str, written_on: str = "") -> None:
        """Nothing can be changed in it then. `written_on`: by which PC last; it is not asked about again."""
        if written_on:
            decided = {**self._settings.current.only_read, comparable(address): written_on}
            self._settings.change(only_read=decided)
        self._carry_out(address, lambda: opened(self._services.read_register, address))

    def unlock(self, address: str, typed: str, *, by_key: bool) -> None:
        """Off the UI thread, for it takes a fifth of a second by design."""
        services, door = self._services, unlock_by_recovery_key if by_key else unlock_by_passphrase

        def work() -> Register:
            door(services, address, typed)
            return self._opened(address)

        self._carry_out(address, work)

    def upgrade(self, address: str) -> None:
        """The backup goes to the register's own folder: nobody can have chosen a place before it is open."""
        services, teller = self._services, ProgressTeller(self)
        teller.progressed.connect(self.progressed)

        def work() -> Register:
            upgrade(services, address, Path(address).parent, teller)
            return self._opened(address)

        self._carry_out(address, work)

    def make(self, wanted: OwnRegister, backups: Path | None) -> None:
        def done(made: Made) -> None:
            current = self._settings.current
            self._settings.change(
                last_person={**current.last_person, made.register_id: made.person},
                registers_at={**current.registers_at, comparable(address): made.register_id},
            )
            if backups is not None:
                self._settings.change(backup_folders={**current.backup_folders, made.register_id: str(backups)})
            self.ready.emit(made.register, str(wanted.path))

        address = str(wanted.path)
        self._tasks.run(lambda: make_own(self._services, wanted), done, lambda error: self.failed.emit(address, error))

    def show_demo(self, pack: str) -> None:
        """The demo that is there already, or a new one."""
        folder = self._services.data_dir / "demo" / f"{pack}-{language()}"
        self._tasks.run(
            lambda: demo_file(self._services, folder, pack),
            lambda path: self.open(str(path)),
            lambda error: self.failed.emit(str(folder), error),
        )

    def _carry_out(self, address: str, work: Callable[[], Register]) -> None:
        self._tasks.run(
            work, lambda register: self.ready.emit(register, address), lambda error: self.failed.emit(address, error)
        )


def opened(door: Callable[[str], Register], address: str) -> Register:
    """The register, once it can be seen that it is whole enough to be shown."""
    register = door(address)
    try:
        read_names(register.queries)
    except BaseException:  # whatever stopped it, the file is not kept open
        register.close()
        raise
    return register


def demo_file(services: Services, folder: Path, pack: str) -> Path:
    """Made beside its place, so that one that was cut short is not taken for a demo."""
    found = next(iter(sorted(folder.glob(f"*{SUFFIX}"))), None)
    if found is not None:
        return found
    making = folder.with_name(f"{folder.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    for _ in make_demo(services, making, pack, DEMO_SIZE, services.language):
        pass
    making.replace(folder)
    return next(iter(folder.glob(f"*{SUFFIX}")))
