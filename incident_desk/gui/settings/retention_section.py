"""How long incidents are kept, and which need not be kept any more. Nothing goes by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.settings.due_part import DuePart
from incident_desk.gui.settings.retention_rules import RetentionRules
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule

_READS = (Role.COORDINATOR, Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR)


class RetentionSection(Section):
    """Signals: `incident_opened` id; `erase_requested` id and number of an incident whose time is over."""

    incident_opened = Signal(str)
    erase_requested = Signal(object)

    key = "retention"
    icon = "hourglass"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Retention"), session, theme, parent)
        told = self.tr(
            "How many years an incident is kept after its conclusion. Where no rule is stated, it is kept for ever."
        )
        self.rules = RetentionRules(session, theme, self)
        self.due = DuePart(session, theme, self)
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.body.addWidget(self.rules)
        self.body.addWidget(Rule(theme, self))
        self.body.addWidget(self.due)
        self.due.opened.connect(self.incident_opened)
        self.due.erase_requested.connect(self.erase_requested)

    def enter(self) -> None:
        super().enter()
        self.rules.show_rules(read_only=not self.may_edit)
        reads = self.session.actor.may(*_READS)
        self.due.setVisible(reads)
        if reads:
            self.due.read()

    def leave(self) -> None:
        self.rules.keep_now()
