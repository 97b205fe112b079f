"""Which window is open: the first-start assistant, the register's main window, or what to do about a register
that cannot be opened. Owns the session and the tasks, and closes them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.domain.context import Actor
from incident_desk.gui.crash import CrashWatch
from incident_desk.gui.crash_teller import CrashTeller, NoWindow
from incident_desk.gui.head_watch import HeadWatch
from incident_desk.gui.language import install_language
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.messages import Messages
from incident_desk.gui.only_read import open_as_decided, tell_of_reading
from incident_desk.gui.opening import Opening
from incident_desk.gui.other_register_here import tell_of_other_register
from incident_desk.gui.session import Session
from incident_desk.gui.synchronised_folder import tell_of_synchronised_folder
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.addresses import comparable
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import starting_actor
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services

if TYPE_CHECKING:
    from incident_desk.gui.bad_ends import BadEnds
    from incident_desk.usecases.protection import Order

_LONGEST_MS = 500


class WindowHost(QObject):
    """Lives as long as the program."""

    def __init__(
        self, services: Services, settings: SettingsFile, theme: Theme, application: QApplication,
        opening: Opening | None = None, ends: BadEnds | None = None, watch: CrashWatch | None = None,
    ) -> None:  # fmt: skip
        super().__init__(application)
        self.services = services
        self.settings = settings
        self.theme = theme
        self._tasks = TaskRunner(self)  # of the assistant
        self._messages = Messages(self)
        self._session: Session | None = None
        self._opening = opening
        self._ends = ends
        self._watch = watch or CrashWatch(services.data_dir, self)
        self._crashes = CrashTeller(self._watch, theme, self)
        self._tasks.failed_unhandled.connect(self._watch.take)
        self._application = application
        self._address = ""
        self.window: QWidget | None = None

    def begin(self, address: str | None) -> None:
        """Opens the register at the address; without one, or when it cannot be opened, the assistant."""
        try:
            self._begin(address)
        except Exception as error:  # noqa: BLE001  # a fault of ours: nobody shall look at nothing
            self._watch.take(error)
            self._show(NoWindow(self.theme))
            self._clear_away_half_made()

    def _clear_away_half_made(self) -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, MainWindow) and each is not self.window:
                each.deleteLater()
        self._leave()

    def _begin(self, address: str | None) -> None:
        if address is None:
            self._assist("")
            return
        try:
            self.open(open_as_decided(self.services, self.settings.current, address), address)
        except SurroundingsFailed as trouble:
            self._assist(address, trouble)

    def open(self, register: Register, address: str, actor: Actor | None = None) -> None:
        """Shows a register in the main window and remembers it on this PC. `actor`: who is there already."""
        actor = actor or self._actor(register)
        self._leave()
        given = address  # with its password, which no file keeps
        address = self._address = comparable(address)
        known = [address, *(each for each in self.settings.current.known_registers if each != address)][:8]
        self.settings.change(last_register=address, known_registers=known)
        self._session = Session(register, self.services, actor, TaskRunner(self), self._messages, self)
        self._session.tasks.failed_unhandled.connect(self._watch.take)
        window = MainWindow(self._session, self.settings, self.theme)
        heads = HeadWatch(self._session, window)
        heads.check_requested.connect(window.check_register)
        window.settled.connect(heads.look)
        window.settled.connect(lambda: self._tell_place(window))
        window.settled.connect(lambda: self._tell_bad_end(window))
        window.other_register_requested.connect(lambda: self._assist("", came_from=(window.register_name, given)))
        window.restore_requested.connect(lambda: self._assist(address))
        window.language_chosen.connect(lambda: self._speak(window, given))
        window.protection_requested.connect(lambda order: self._protect(window, order))
        self._show(window)

    def _tell_place(self, window: MainWindow) -> None:
        """What is odd about where the register lies."""
        found, choose = window.session.names.settings, window.other_register_requested.emit
        tell_of_reading(self.settings, self._messages, self._address, window.session.register, self.begin)
        tell_of_synchronised_folder(self.settings, self._messages, window.session.register.path)
        tell_of_other_register(self.settings, self._messages, self._address, found, choose)

    def come_to_front(self, address: str) -> bool:
        """Whether this register is open here; its window is before all others then."""
        window = self.window
        if not isinstance(window, MainWindow) or address != self._address:
            return False
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        return True

    def _tell_bad_end(self, window: MainWindow) -> None:
        """When the window is there; which register is open is said by the mark from now on."""
        register_id = window.session.names.settings.register_id
        if self._ends is not None:
            window.session.tasks.run(partial(self._ends.now_open, register_id, self._address), None, self._watch.take)
        ends = self._ends.of(register_id) if self._ends is not None else ()
        if not ends:
            return
        from incident_desk.gui.crash_band import CrashBand
        from incident_desk.gui.last_end import LastEnd

        close = self.tr("Close")
        band = CrashBand(self.theme, window, icon="info-circle", colour="high", close=close)
        last = LastEnd(window.session, self.theme, ends, window)
        last.page_requested.connect(window.show_page)
        last.check_requested.connect(window.check_register)
        band.stand_above(window)
        band.show()
        last.tell(band)

    def _protect(self, window: MainWindow, order: Order) -> None:
        """The register is closed for that, and opened again by who sees what became of it."""
        if window.session.writers.are_busy:
            self._messages.info(self.tr("Something is still being written. Try again when that is done."))
            return
        folder = self.settings.current.backup_folders.get(window.session.names.settings.register_id)
        self._assist("", after=window.session.actor, order=replace(order, folders=(Path(folder),) if folder else ()))

    def _speak(self, window: MainWindow, address: str) -> None:
        """The same register in a window of the language that was chosen, at the same place and with the same person:
        a window is made of words, so it is made anew.
        """
        if window.session.writers.are_busy:  # the window is not closed for that; what it says then would be untrue
            told = self.tr("Something is still being written. The language changes when the program starts next.")
            self._messages.info(told)
            return
        actor = window.session.actor
        door = self.services.read_register if window.session.register.read_only else self.services.open_register
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            if not window.close():
                return
            self._leave()
            install_language(self._application, self.settings.current.language or self.services.language)
            self.open(door(address), address, actor)
        except SurroundingsFailed as trouble:
            self._assist(address, trouble)
        finally:
            QApplication.setQuitOnLastWindowClosed(True)
        if isinstance(self.window, MainWindow):
            self.window.show_page("settings")
            self.window.page.act("show_pc")

    def _actor(self, register: Register) -> Actor:
        try:
            names = read_names(register.queries)
        except SurroundingsFailed:  # the file opened, and what it holds cannot be read
            register.close()
            raise
        last = self.settings.current.last_person.get(names.settings.register_id)
        return starting_actor(last, names)

    def _assist(
        self, address: str, trouble: SurroundingsFailed | None = None, came_from: tuple[str, str] | None = None,
        after: Actor | None = None, order: Order | None = None,
    ) -> None:  # fmt: skip
        """`came_from`: name and address of the register that was open, to go back to. `order`: it is carried out when
        that is closed; `after`: who was there and is there again.
        """
        if isinstance(self.window, MainWindow) and not self.window.may_close():
            return
        from incident_desk.gui.first_start.assistant import Assistant

        assistant = Assistant(
            self.services, self.settings, self.theme, self._tasks, self._messages, address, trouble, order
        )
        if came_from is not None:
            assistant.offer_way_back(*came_from)

        def ready(register: Register, opened: str) -> None:
            self.open(register, opened, after if order is not None and opened == order.address else None)

        assistant.register_ready.connect(ready)
        self._show(assistant)
        self._leave()  # its window is gone; whoever comes back opens the register again
        if order is not None:
            assistant.protect()

    @property
    def is_shown(self) -> bool:
        """Not where somebody closed the opening picture before there was a window."""
        return self.window is not None and self.window.isVisible()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self._tasks.running > 0 or (self._session is not None and self._session.tasks.running > 0)

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        if self._opening is None:
            window.show()
        else:
            if isinstance(window, MainWindow):
                window.setGeometry(self._opening.geometry())
                self._let_it_read(window)
            self._opening.give_way_to(window)
            self._opening = None
        self._crashes.follow(window)
        if old is not None:
            old.close()
            old.deleteLater()

    def _let_it_read(self, window: MainWindow) -> None:
        """The opening picture gives way to a window with its cards, painted once. What reads long comes without."""
        if self.is_busy:
            loop = QEventLoop()
            window.page_read.connect(loop.quit)
            QTimer.singleShot(_LONGEST_MS, loop.quit)
            loop.exec()

    def _leave(self) -> None:
        """The register is closed when nothing reads it any more. A job that does not end keeps its runner."""
        if self._session is not None:
            if self._session.tasks.close():
                self._session.tasks.deleteLater()
            self._session.close()
            self._session.deleteLater()
            self._session = None

    def close(self) -> None:
        """Everything this program holds is let go, in order: the window saves what it holds, jobs end, the register
        is closed. Whoever asked it anything later would open it once more.
        """
        if self.window is not None:
            self.window.close()
        self._tasks.close()
        self._leave()
        self._crashes.leave()
        if self.window is not None:
            self.window.deleteLater()  # else Python would take it away, in whatever thread it collects garbage
            self.window = None
