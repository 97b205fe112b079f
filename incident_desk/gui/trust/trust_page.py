"""The page Trust: is this what was written then, by whom, and is anything missing?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.trust.paper_panel import PaperPanel
from incident_desk.gui.trust.proof_facts import ProofFacts
from incident_desk.gui.trust.register_check import RegisterCheck
from incident_desk.gui.trust.signing_panel import SigningPanel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.trust import TrustFacts, trust_facts

_BESIDE = 60  # em: from this width on two columns stand beside each other


class TrustPage(Page):
    """See `page.Page` for its signals. `register_checked` scope, VerifyResult; `print_requested` id of a record."""

    register_checked = Signal(str, object)
    print_requested = Signal(str)

    key = "trust"
    help_topic = "trust"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self.facts = ProofFacts(session, theme, self)
        self.check = RegisterCheck(session, theme, self)
        self.signing = SigningPanel(session, theme, self)
        self.paper = PaperPanel(session, theme, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._in_front = False
        self._scroll = Scrolling(self)
        self._lay_out()
        self.check.checked.connect(self._on_checked)
        self.signing.changed.connect(self._read)
        self.signing.lines_opened.connect(lambda: self._scroll.ensureWidgetVisible(self.signing))
        self.paper.answered.connect(lambda: self._scroll.ensureWidgetVisible(self.paper))
        self.paper.open_requested.connect(self.open_incident_requested)
        self.paper.print_requested.connect(self.print_requested)
        session.bus.written.connect(self._refresh)
        session.actor_changed.connect(self._refresh)
        theme.changed.connect(self._fit)

    def title(self) -> str:
        return self.tr("Trust")

    def enter(self) -> None:
        self._in_front = True
        self._read()
        self.check.full.setFocus()

    def leave(self) -> bool:
        self._in_front = False
        self.signing.close_lines()
        self.paper.stop()
        return True

    def act(self, key: str) -> None:
        if key == "check_register":
            self.check.check("full")

    def take(self, path: Path) -> None:
        """A PDF file was dropped on the window."""
        self.paper.take(path)
        self._scroll.ensureWidgetVisible(self.paper)

    def _lay_out(self) -> None:
        u = self.theme.u
        inside = QWidget()
        mark(inside, kind="inside")
        right = QVBoxLayout()
        right.setSpacing(2 * u)
        right.addWidget(self.check)
        right.addWidget(self.paper)
        right.addWidget(self.signing)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.facts)
        left.addStretch(1)
        self._columns.setSpacing(2 * u)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        column.addLayout(self._columns)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(inside)
        page.addWidget(self._scroll)
        self._fit()

    def _fit(self) -> None:
        em = self.theme.metrics("body").horizontalAdvance("m") or 1
        beside = self.width() / em >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- what is shown ---

    def _refresh(self) -> None:
        if self._in_front:
            self._read()

    def _read(self) -> None:
        register, data_dir = self.session.register, self.session.services.data_dir
        self.session.tasks.run(lambda: trust_facts(register, data_dir), self._show, self.session.explain)

    def _show(self, facts: TrustFacts) -> None:
        self.facts.show_facts(facts)
        self.signing.show_signing(facts.signing)

    def _on_checked(self, scope: str, result: object) -> None:
        self.register_checked.emit(scope, result)
        self._read()
