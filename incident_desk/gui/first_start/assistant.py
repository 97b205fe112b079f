"""The window before a register is open: make one, open one, look at the demo, or help one that does not open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.domain.packs.model import Pack
from incident_desk.gui.first_start.beginning import Beginning
from incident_desk.gui.first_start.head import Head
from incident_desk.gui.first_start.kept_start import KeptStart
from incident_desk.gui.first_start.protecting_sheet import ProtectingSheet
from incident_desk.gui.first_start.restore_sheet import RestoreSheet
from incident_desk.gui.first_start.restoring import Restoring
from incident_desk.gui.first_start.start_sheet import OPEN, OWN, StartSheet
from incident_desk.gui.first_start.steps import FirstSteps
from incident_desk.gui.first_start.trouble_sheet import TroubleSheet
from incident_desk.gui.first_start.unlock_sheet import UnlockSheet
from incident_desk.gui.language import language
from incident_desk.gui.messages import Messages
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.message_bar import MessageBar
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.working import Working
from incident_desk.support.paths import documents_folder
from incident_desk.support.resources import resource
from incident_desk.support.settings import SettingsFile
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.protection import Order
from incident_desk.usecases.services import Services
from incident_desk.usecases.whereabouts import FROM_ELSEWHERE
from incident_desk.usecases.wording import Wording

_SHEET, _ASIDE = 830, 260  # widths of the design
_NARROW_EM = 80
_AT_THE_FILE = frozenset(
    {"register_exists", "file_not_written", "folder_not_writable", "journal_mode", "register_on_network"}
)


class Assistant(QWidget):
    """`trouble`: why the register at `address` did not open. An address without trouble: restore a backup of it.
    `order`: how a register is to be protected, once `protect` is called.

    Signal: `register_ready` (open register, address).
    """

    register_ready = Signal(object, str)

    def __init__(
        self,
        services: Services,
        settings: SettingsFile,
        theme: Theme,
        tasks: TaskRunner,
        messages: Messages,
        address: str,
        trouble: SurroundingsFailed | None = None,
        order: Order | None = None,
    ) -> None:
        super().__init__()
        self._services, self._settings, self._theme = services, settings, theme
        self._tasks, self._messages = tasks, messages
        self._address = address
        self._making = False  # what fails is said on the sheet where it was wanted
        self._beginning = Beginning(services, settings, tasks, self)
        self.bar = MessageBar(theme, self)
        self.working = Working(theme, self)
        self._aside = FirstSteps(theme, self)
        self.sheet: Panel | None = None
        self.setObjectName("assistant")
        self.setWindowTitle("Incident Desk")
        self.setWindowIcon(theme.app_mark(64))
        self._lay_out()
        messages.told.connect(self.bar.show_message)
        theme.changed.connect(self._set_widths)
        self._beginning.ready.connect(self._on_ready)
        self._beginning.failed.connect(self._on_failed)
        self._beginning.progressed.connect(self.working.show_progress)
        if order is not None:
            self._show_protecting(order)
        elif trouble is not None:
            self.show_trouble(address, trouble)
        elif address:
            self.show_restore(Path(address))
        else:
            self.show_start(OPEN if settings.current.known_registers else OWN)

    # --- building ---

    def _lay_out(self) -> None:
        px, u = self._theme.px, self._theme.u
        inside = QWidget(self)
        inside.setObjectName("assistant-inside")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u)
        self._row.setSpacing(4 * u)
        self._place = QVBoxLayout()
        self._place.addWidget(self.bar)
        self._place.addWidget(self.working)
        self._place.addStretch(1)
        self._beside = QWidget(inside)
        aside = QVBoxLayout(self._beside)
        aside.setContentsMargins(0, 2 * u, 0, 0)
        aside.addWidget(self._aside)
        aside.addStretch(1)
        self._row.addStretch(1)
        self._row.addLayout(self._place, 20)
        self._row.addWidget(self._beside, 7)
        self._row.addStretch(1)
        self._set_widths()
        scroll = Scrolling(self, inside, sideways=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Head(self._theme, self)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(px(1180), screen.width()), min(px(800), screen.height()))

    def _set_widths(self) -> None:
        px = self._theme.px
        self._aside.setMinimumWidth(px(200))
        self._aside.setMaximumWidth(px(_ASIDE))
        if self.sheet is not None:
            self.sheet.setMaximumWidth(px(_SHEET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, or large text, the sheet alone is shown."""
        super().resizeEvent(event)
        em = self._theme.metrics("body").horizontalAdvance("m") or 1
        self._beside.setVisible(self.width() / em >= _NARROW_EM)

    def _show_sheet(self, sheet: Panel, focus: Callable[[], None], way: str) -> None:
        old, self.sheet = self.sheet, sheet
        self._set_widths()
        self._place.insertWidget(1, sheet)
        self._aside.show_way(way)
        if old is not None:
            old.hide()
            old.deleteLater()
        QTimer.singleShot(0, sheet, focus)

    def offer_way_back(self, name: str, address: str) -> None:
        """To the register that was open until a moment ago."""
        self.head.offer_way_back(name).clicked.connect(lambda: self._on_open_requested(address))

    # --- sheets ---

    def show_start(self, way: str) -> None:
        packs = {name: self._services.load_pack(name)[0] for name in self._services.pack_names()}
        sheet = StartSheet(
            packs, _demos(packs), self._settings.current.known_registers, documents_folder() / "Incident Desk",
            self._theme, self,
        )  # fmt: skip
        kept = KeptStart(sheet.own, self._services.data_dir, self)
        sheet.destroyed.connect(kept.deleteLater)
        sheet.own.make_requested.connect(self._on_make_requested)
        sheet.open.open_requested.connect(self._on_open_requested)
        sheet.demo.demo_requested.connect(self._on_demo_requested)
        sheet.way_chosen.connect(self._aside.show_way)
        sheet.choose(way)
        self._show_sheet(sheet, sheet.focus_first, way)

    def show_trouble(self, address: str, trouble: SurroundingsFailed) -> None:
        self._address = address
        sentence = Wording(Texts(language())).trouble(trouble)
        if trouble.code == "passphrase_needed":
            self._ask_passphrase(address)
            return
        sheet = TroubleSheet(address, trouble.code, sentence, self._theme, self)
        sheet.restore_requested.connect(lambda: self.show_restore(Path(address)))
        sheet.upgrade_requested.connect(self._on_upgrade_requested)
        sheet.again_requested.connect(lambda: self._on_open_requested(address))
        sheet.found.connect(self._on_open_requested)
        other = str(trouble.facts.get("other", "")) if trouble.code == FROM_ELSEWHERE else ""
        sheet.read_requested.connect(lambda: self._on_read_requested(address, other))
        sheet.moved_requested.connect(lambda: self._on_moved_requested(address))
        sheet.new_requested.connect(lambda: self.show_restore(None, Path(address)))
        sheet.other_requested.connect(lambda: self.show_start(OPEN))
        self._show_sheet(sheet, sheet.focus_first, "elsewhere" if trouble.code == FROM_ELSEWHERE else "trouble")

    def _ask_passphrase(self, address: str) -> None:
        sheet = UnlockSheet(address, self._theme, self)
        sheet.ask.unlock_requested.connect(self._on_unlock_requested)
        sheet.restore_requested.connect(lambda: self.show_restore(Path(address)))
        sheet.other_requested.connect(lambda: self.show_start(OPEN))
        self._show_sheet(sheet, sheet.focus_first, "protected")

    def _show_protecting(self, order: Order) -> None:
        services = replace(self._services, language=language())
        sheet = ProtectingSheet(order, services, self._tasks, self._theme, self)
        sheet.left.connect(lambda: self._on_open_requested(order.address))
        sheet.broke.connect(self._tasks.failed_unhandled)
        self._show_sheet(sheet, sheet.focus_first, "protected")

    def protect(self) -> None:
        """This program has the register of the order open no more."""
        if isinstance(self.sheet, ProtectingSheet):
            self.sheet.begin()

    def show_restore(self, register: Path | None, copy: Path | None = None) -> None:
        """`copy`: a new register is made from that one."""
        restoring = Restoring(self._services, self._settings, self._tasks, register, self, copy)
        sheet = RestoreSheet(restoring, Wording(Texts(language())), self._services.local_zone, self._theme, self)
        restoring.setParent(sheet)
        restoring.restored.connect(self._on_restored)
        restoring.failed.connect(self._on_restore_failed)
        sheet.work_began.connect(self._begin_work)
        sheet.left.connect(self._leave_restore)
        self._show_sheet(sheet, sheet.focus_first, "restore" if copy is None else "elsewhere")
        restoring.find()

    def _leave_restore(self) -> None:
        """Back to what led here: the register that did not open, or the one that was open."""
        self._on_open_requested(self._address)

    # --- orders ---

    def _begin_work(self, sentence: str) -> None:
        self.working.start(sentence)
        if self.sheet is not None:
            self.sheet.setEnabled(False)

    def _end_work(self) -> None:
        self.working.finish()
        if self.sheet is not None:
            self.sheet.setEnabled(True)

    def _on_make_requested(self, wanted: object, backups: object) -> None:
        self._making = True
        self._begin_work(self.tr("The register is being made."))
        self._beginning.make(wanted, backups)  # type: ignore[arg-type]  # a signal carries object

    def _on_open_requested(self, address: str) -> None:
        self._making = False
        self._begin_work(self.tr("The register is being opened."))
        self._beginning.open(address)

    def _on_moved_requested(self, address: str) -> None:
        self._making = False
        self._begin_work(self.tr("The register is being opened."))
        self._beginning.move(address)

    def _on_read_requested(self, address: str, written_on: str) -> None:
        self._making = False
        self._begin_work(self.tr("The register is being opened."))
        self._beginning.read(address, written_on)

    def _on_unlock_requested(self, typed: str, by_key: bool) -> None:
        self._making = False
        self._begin_work(self.tr("The register is being opened."))
        self._beginning.unlock(self._address, typed, by_key=by_key)

    def _on_demo_requested(self, pack: str) -> None:
        self._making = True
        self._begin_work(self.tr("The demo is being made. This takes a few seconds."))
        self._beginning.show_demo(pack)

    def _on_upgrade_requested(self) -> None:
        self._making = False
        self._begin_work(self.tr("The register is being backed up and brought up to date. Leave this window open."))
        self._beginning.upgrade(self._address)

    # --- answers ---

    def _on_ready(self, register: object, address: str) -> None:
        self._end_work()
        self.register_ready.emit(register, address)

    def _on_restored(self, register: object, path: Path) -> None:
        self._end_work()
        self.register_ready.emit(register, str(path))
        self._messages.good(self.tr("Done. The journal says which file it was made from, and what was lost."))

    def _on_failed(self, address: str, error: object) -> None:
        self._end_work()
        if isinstance(error, SurroundingsFailed) and self._is_about_the_file(error):
            return
        if isinstance(error, SurroundingsFailed) and not self._making:
            self.show_trouble(address, error)
        elif isinstance(error, Refused) and isinstance(self.sheet, UnlockSheet):
            self.sheet.ask.show_refused(error)
        else:
            self._explain(error)

    def _is_about_the_file(self, error: SurroundingsFailed) -> bool:
        sheet = self.sheet
        if not self._making or not isinstance(sheet, StartSheet) or sheet.way != OWN or error.code not in _AT_THE_FILE:
            return False
        sheet.own.set_wrong("file", Wording(Texts(language())).trouble(error))
        return True

    def _on_restore_failed(self, error: object) -> None:
        self._end_work()
        if (
            isinstance(error, SurroundingsFailed)
            and error.code in _AT_THE_FILE
            and isinstance(self.sheet, RestoreSheet)
        ):
            self.sheet.facts.say_wrong_file(Wording(Texts(language())).trouble(error))
        else:
            self._explain(error)

    def _explain(self, error: object) -> None:
        wording = Wording(Texts(language()))
        if isinstance(error, Refused):
            self._messages.warning(wording.refusal(error))
        elif isinstance(error, SurroundingsFailed):
            self._messages.trouble(wording.trouble(error))
        else:
            self._messages.trouble(self.tr("Something went wrong inside the program. Nothing was changed."))
            self._tasks.failed_unhandled.emit(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Work that still runs is waited for by the runner; its answer comes to nobody."""
        self._messages.told.disconnect(self.bar.show_message)
        super().closeEvent(event)


def _demos(packs: Mapping[str, Pack]) -> list[str]:
    return [name for name in packs if resource("demo", f"{name}.toml").is_file()]
