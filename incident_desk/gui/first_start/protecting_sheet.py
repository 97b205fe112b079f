"""A register is being written anew under another protection: how far it is, and what is to be done afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.first_start.open_form import said_address
from incident_desk.gui.language import language
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.protection import CHANGED, ENCRYPTED, Order, Protected, protect
from incident_desk.usecases.services import Services
from incident_desk.usecases.whereabouts import close_register
from incident_desk.usecases.wording import Wording

_COPIES_SHOWN = 12


class ProtectingSheet(Panel):
    """Signals: `left`: the register is opened again, changed or not; `broke` with an error that is our own."""

    left = Signal()
    broke = Signal(object)

    def __init__(self, order: Order, services: Services, tasks: TaskRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._order, self._services, self._tasks = order, services, tasks
        self._texts = Texts(language())
        self._teller: ProgressTeller | None = None
        self.working = Working(theme, self)
        self.done = Note(theme, self, icon="circle-check", ink="ink", icon_ink="ok", role="body")
        self.paper = Note(theme, self, icon="key", ink="ink", icon_ink="high", role="body")
        self.failed = Note(theme, self, ink="ink", icon_ink="crit", role="body")
        self.copies = QVBoxLayout()
        self.go = Button(self.tr("Back to the register"), theme, self, weight=Weight.PRIMARY, fit=Fit.LARGE)
        self._lay_out()
        self.go.clicked.connect(self.left)
        self.working.stop_requested.connect(self._on_stop_requested)

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        column.addWidget(PlainLabel(said_address(self._order.address)[0], self._theme, self, role="page-title"))
        for part in (self.working, self.failed, self.done, self.paper):
            column.addWidget(part)
        self.copies.setSpacing(self._theme.px(4))
        column.addLayout(self.copies)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(column)
        self.go.hide()

    def begin(self) -> None:
        """Nobody has the register open any more."""
        teller = self._teller = ProgressTeller(self, self._tasks)
        teller.progressed.connect(self.working.show_progress)
        self.working.start(self._said_begun(), can_stop=True)
        services, order = self._services, self._order

        def work(progress: ProgressTeller) -> tuple[str, ...]:
            return _closed(protect(services, order, progress), services)

        teller.carry_out(self._tasks, work, self._on_done, self._on_failed)

    def _said_begun(self) -> str:
        if self._order.kind == ENCRYPTED:
            return self.tr("The register is being protected, and checked to its last entry. Leave this window open.")
        if self._order.kind == CHANGED:
            return self.tr(
                "The register gets its new passphrase and is checked to its last entry. Leave this window open."
            )
        return self.tr("The passphrase is removed and the register checked to its last entry. Leave this window open.")

    def _on_stop_requested(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    def _on_done(self, copies: tuple[str, ...]) -> None:
        say, order = self._texts.say, self._order
        self._finish()
        self.done.show_sentence(say(f"cli.protection_{order.kind}", name=said_address(order.address)[0]))
        if order.paper is not None:
            self.paper.show_sentence(say("cli.recovery_key_done", name=str(order.paper)))
        if copies:
            self._show_copy(say(f"cli.protection_copies_{order.kind}"), "body")
        for copy in copies[:_COPIES_SHOWN]:
            self._show_copy(copy, "hint")
        if len(copies) > _COPIES_SHOWN:
            self._show_copy(self.tr("and %n more", "", len(copies) - _COPIES_SHOWN), "hint")

    def _show_copy(self, words: str, role: str) -> None:
        self.copies.addWidget(PlainLabel(words, self._theme, self, role=role, ink="ink2"))

    def _on_failed(self, error: BaseException) -> None:
        self._finish()
        wording = Wording(self._texts)
        if isinstance(error, Refused):
            self.failed.show_sentence(wording.refusal(error))
        elif isinstance(error, SurroundingsFailed):
            self.failed.show_sentence(wording.trouble(error))
        else:
            self.failed.show_sentence(self.tr("Something went wrong inside the program. Nothing was changed."))
            self.broke.emit(error)

    def _finish(self) -> None:
        self._teller = None
        self.working.finish()
        self.go.show()
        self.focus_first()

    def focus_first(self) -> None:
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)


def _closed(done: Protected, services: Services) -> tuple[str, ...]:
    close_register(done.register, services)
    return tuple(map(str, done.copies))
