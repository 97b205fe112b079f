"""The register itself: what it is and holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import STEP_BY_KEY, STEP_NAMES
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.protection_part import ProtectionPart
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.panels import Rule
from incident_desk.usecases.newest_entry import newest_entry
from incident_desk.usecases.overview import overview


class RegisterSection(Section):
    """Everybody may look. Signals: `trust_requested`; `protection_requested` Order."""

    trust_requested = Signal()
    protection_requested = Signal(object)

    key = "register"
    icon = "database"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Register"), session, theme, parent)
        self.facts = FactList(theme, self)
        self.trust = Button(self.tr("Does it still say what was written?"), theme, self, icon="shield-check")
        self.protection = ProtectionPart(session, theme, self)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.trust, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Rule(theme, self))
        self.body.addWidget(self.protection)
        self.trust.clicked.connect(self.trust_requested)
        self.protection.protection_requested.connect(self.protection_requested)

    def enter(self) -> None:
        self.who_may.show_sentence("")
        self.protection.show_state(may=self.may_edit)
        self._read_facts()

    def leave(self) -> None:
        """What was typed is in nobody's sight."""
        self.protection.close_lines()

    def _read_facts(self) -> None:
        register = self.session.register

        def read() -> tuple[dict[str, Any], int]:
            return overview(register), newest_entry(register.queries)

        self.session.tasks.run(read, self._show_facts, self.session.explain)

    def _show_facts(self, read: tuple[dict[str, Any], int]) -> None:
        facts, newest = read
        register, names = self.session.register, self.session.names
        steps = [
            self.tr("{count} at {step}").format(count=count, step=said(STEP_NAMES[STEP_BY_KEY[key]]))
            for key, count in facts["open_by_step"].items() if count
        ]  # fmt: skip
        records = self.tr("%n in all", "", facts["incidents"])
        inbox = self.tr("%n in the inbox", "", facts["inbox"]) if facts["inbox"] else ""
        done = self.tr("%n concluded", "", facts["concluded"]) if facts["concluded"] else ""
        rows = [
            (self.tr("Where"), str(register.path) if register.path else register.name),
            (self.tr("Kind of place"), f"{said(names.pack.name)} ({names.pack_version})"),
            (self.tr("Records"), ", ".join(filter(None, (records, inbox, *steps, done)))),
            (self.tr("People"), str(facts["people"])),
            (self.tr("Time zone"), facts["zone"]),
            (self.tr("Journal"), self.tr("recorded up to entry {index}").format(index=_number(newest))),
        ]  # fmt: skip
        if facts["epoch"] > 1:
            rows.append((self.tr("Restored"), self.tr("%n times from a backup", "", facts["epoch"] - 1)))
        self.facts.show_facts(rows)


def _number(number: int) -> str:
    return QLocale().toString(number)
