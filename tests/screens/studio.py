"""The program's windows on the demo registers, put into each scene; the registers are made once and kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from incident_desk.app import wire
from incident_desk.domain.field_editing import AddField
from incident_desk.domain.vocabulary import Role, Status, Step
from incident_desk.gui.erasing.erasing_page import ErasingPage
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.importing.import_page import ImportPage
from incident_desk.gui.language import install_language
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.messages import Messages
from incident_desk.gui.papers.papers_page import PapersPage
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.gui.search.search_page import SearchPage
from incident_desk.gui.settings.own_fields_section import OwnFieldsSection
from incident_desk.gui.settings.register_section import RegisterSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.gui.start import make_application
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import acting_as
from incident_desk.usecases.demo import make_demo
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Submission, Submitter
from tests.screens.scenes import Scene

_QUIET_MS, _LONGEST_MS = 400, 20_000  # longer than any page waits before it reads
_LIST_OF = {"en": "List of incidents", "de": "Liste der Vorgänge"}
_OLD_LIST = """No;Date;Place;What happened;State
1;03.04.2016 00:00;Ward 3;A bed rail fell while a patient was moved;closed
2;05.04.2016 14:10;Old kitchen;The alarm of the cold room was silent for a while;open
3;soon;Ward 3;A trolley rolled away and hit the door;open
"""
_SOUGHT = {"en": "ward", "de": "Station"}
_GROUND = "Art. 17"
_OWN_FIELDS = {
    "en": (
        AddField("Bed alarm on", "yes_no", "identification", "place", help="as it was found"),
        AddField("Shift", "choice", "identification", "times", ("Early", "Late", "Night"), needed=True),
    ),
    "de": (
        AddField("Bettalarm an", "yes_no", "identification", "place", help="wie vorgefunden"),
        AddField("Schicht", "choice", "identification", "times", ("Früh", "Spät", "Nacht"), needed=True),
    ),
}


class Studio:
    """One window at a time; `settle` waits until it has nothing more to do."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language
        self.services = wire(folder / f"data-{language}", language)
        self.services.data_dir.mkdir(parents=True, exist_ok=True)
        self.settings = SettingsFile(self.services.data_dir)
        self.application, self.theme = make_application(self.services, self.settings.current)
        install_language(self.application, language)
        self._host: WindowHost | None = None
        self._assistant: Assistant | None = None
        self._tasks = TaskRunner(self.application)
        self._messages = Messages(self.application)
        self._shown: int | None = None

    def register(self, incidents: int) -> Path:
        place = self.folder / f"demo-{self.language}-{incidents}"
        if not place.exists():
            unfinished = place.with_name(place.name + "-unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            for _ in make_demo(self.services, unfinished, "hospital", incidents, self.language):
                pass
            self._add_own_fields(next(unfinished.glob("*.register")))
            unfinished.rename(place)
        return next(place.glob("*.register"))

    def _add_own_fields(self, place: Path) -> None:
        register = self.services.open_register(str(place))
        try:
            leading = [each for each in register.queries.people() if Role.ADMINISTRATOR in each.roles]
            Submitter(register, self.services.new_id, acting_as(leading[0])).submit(
                Submission(self.services.new_id(), _OWN_FIELDS[self.language])
            )
        finally:
            register.close()

    def show(self, scene: Scene, view: str) -> QWidget:
        """The window in that scene with that view in front."""
        self.theme.set_mode(scene.mode)
        self.theme.set_zoom(scene.zoom)
        page, _, part = view.partition("-")
        window = self._start(part) if page == "start" else self._main(scene.incidents)
        window.resize(*scene.size)
        QCursor.setPos(window.screen().geometry().bottomRight())
        if isinstance(window, MainWindow):
            self._show_page(window, page, part)
        self.settle()
        if window.width() > scene.size[0] or window.height() > scene.size[1]:
            window.resize(*scene.size)  # what came later may need less
            self.settle()
        window.activateWindow()
        self.settle()
        return window

    def close(self) -> None:
        self._close_assistant()
        if self._host is not None:
            self._host.close()
            self._host.deleteLater()
            self._host, self._shown = None, None
        QApplication.sendPostedEvents()

    # --- the main window ---

    def _main(self, incidents: int) -> MainWindow:
        if self._shown != incidents or self._host is None:
            self.close()
            self._host = WindowHost(self.services, self.settings, self.theme, self.application)
            register = str(self.register(incidents))
            self._host.open(self.services.open_register(register), register)
            self._shown = incidents
        window = self._host.window
        assert isinstance(window, MainWindow)
        self._act_as_somebody(window)
        return window

    def _act_as_somebody(self, window: MainWindow) -> None:
        """A coordinator who may do as much as anybody sits at the PC, also after the page that asks who it is."""
        session = window.session
        if session.actor.id is None:
            leading = [each for each in session.names.people.values() if Role.COORDINATOR in each.roles]
            session.set_actor(acting_as(max(leading, key=lambda each: len(each.roles))))

    def _show_page(self, window: MainWindow, page: str, part: str) -> None:
        of_record = page == "incident" or (page == "papers" and not part)
        window.show_page(page, _an_incident(window, part) if of_record else "")
        shown, box = window.page, window.findChild(SearchBox)
        assert box is not None
        box.clear()
        assert shown.key == page, f"{page} was asked for and {shown.key} came"
        if isinstance(shown, SettingsPage):
            section, _, opened = (part or "organisation").partition("-")
            shown.show_section(section)
            if opened == "protect" and isinstance(shown.section, RegisterSection):
                shown.section.protection.protect.click()
            if isinstance(shown.section, OwnFieldsSection):
                shown.section.tree.mark(window.session.names.pack.fields[-1].key)
        elif isinstance(shown, PapersPage) and part == "list":
            kinds = shown.choice.kind.findChildren(QAbstractButton)
            next(each for each in kinds if each.text() == _LIST_OF[self.language]).click()
        elif isinstance(shown, RegisterPage):
            shown.table.clear_choice()
            if part == "many":
                self.settle()
                shown.table.choose_all()
        elif isinstance(shown, ImportPage) and part:
            self._bring_in(shown, part)
        elif isinstance(shown, ErasingPage):
            self._look_for_a_name(shown, part)
        elif isinstance(shown, SearchPage):
            box.setText(_SOUGHT[self.language])
            shown.look_for(box.text())

    def _look_for_a_name(self, page: ErasingPage, part: str) -> None:
        """A word of the demo stands for a name; nothing is erased."""
        page.discard.click()
        page.begin(Scope.EVERYWHERE)
        page.who.words.set_text(_SOUGHT[self.language])
        page.who.basis.setText(_GROUND)
        page.who.reason.setText(_GROUND)
        if part:
            page.next.click()
            self.settle()
        while part == "last" and page.erasing.decisions.open_ones():
            (page.found.take if page.found.take.isVisible() else page.found.whole).click()
            if page.found.row.wrong:
                page.found.new.set_text(_GROUND)
        if part == "last":
            page.next.click()

    def _bring_in(self, page: ImportPage, part: str) -> None:
        sheet = self.services.data_dir / "old list.csv"
        sheet.write_text(_OLD_LIST, encoding="utf-8")
        page.take(sheet)
        self.settle()
        page.next.click()
        if part == "check":
            self.settle()
            page.next.click()

    # --- before a register is open ---

    def _start(self, way: str) -> Assistant:
        self._close_assistant()
        register = str(self.register(10))
        codes = {"trouble": "register_missing", "protected": "passphrase_needed"}
        trouble = SurroundingsFailed(codes[way], name="Y:/Quality/Hospital.register") if way in codes else None
        address = register if way == "restore" else "Y:/Quality/Hospital.register" if trouble else ""
        self._assistant = Assistant(
            self.services, self.settings, self.theme, self._tasks, self._messages, address, trouble
        )
        if not address:
            self._assistant.show_start(way)
        self._assistant.show()
        return self._assistant

    def _close_assistant(self) -> None:
        if self._assistant is not None:
            self._assistant.close()
            self._assistant.deleteLater()
            self._assistant = None
            QApplication.sendPostedEvents()

    # --- waiting ---

    def settle(self) -> None:
        """Waits until every job has answered and the window had a quiet moment."""
        loop = QEventLoop()
        quiet = QTimer(singleShot=True, interval=_QUIET_MS)
        quiet.timeout.connect(lambda: quiet.start() if self._busy() else loop.quit())
        QTimer.singleShot(_LONGEST_MS, loop, loop.quit)
        quiet.start()
        loop.exec()

    def _busy(self) -> bool:
        window = self._host.window if self._host is not None else None
        of_window = window.session.tasks.running if isinstance(window, MainWindow) else 0
        return bool(of_window or self._tasks.running)


def _an_incident(window: MainWindow, step: str) -> str:
    """An open one with much on its page, at that step if one is named."""
    rows = window.session.register.queries.board(IncidentFilter(statuses=frozenset({Status.OPEN})))
    there = [row for row in rows if not step or row.step is Step(int(step))]
    return max(there, key=lambda row: (row.measures_in_force, row.position)).id
