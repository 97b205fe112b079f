"""The register itself: what it is and holds, and whether it still says what was written."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import STEP_BY_KEY, STEP_NAMES
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.protection_part import ProtectionPart
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.usecases.newest_entry import newest_entry
from incident_desk.usecases.overview import overview
from incident_desk.usecases.rows import VerifyBreak, VerifyResult
from incident_desk.usecases.verify_register import verify

_BREAKS_SHOWN = 30


class RegisterSection(Section):
    """Everybody may look and check. Signals: `checked` scope, VerifyResult; `protection_requested` Order."""

    checked = Signal(str, object)
    protection_requested = Signal(object)

    key = "register"
    icon = "database"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Register"), session, theme, parent)
        self.facts = FactList(theme, self)
        self.recent = Button(self.tr("Check what is new"), theme, self, weight=Weight.PRIMARY, icon="shield-check")
        self.full = Button(self.tr("Check everything"), theme, self)
        self.working = Working(theme, self)
        self.holds = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body")
        self.broken = Note(theme, self, icon="shield-exclamation", ink="crit", role="body-strong")
        self.stopped = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        self.breaks = QVBoxLayout()
        self.protection = ProtectionPart(session, theme, self)
        self._teller: ProgressTeller | None = None
        self._lay_out()
        self.recent.clicked.connect(lambda: self.check("recent"))
        self.full.clicked.connect(lambda: self.check("full"))
        self.working.stop_requested.connect(self._on_stop_requested)
        self.protection.protection_requested.connect(self.protection_requested)

    def _lay_out(self) -> None:
        u = self.theme.u
        self.body.addWidget(self.facts)
        self.body.addSpacing(u)
        self.body.addWidget(
            PlainLabel(self.tr("Does it still say what was written?"), self.theme, self, role="section")
        )
        told = self.tr(
            "Every entry of the journal is linked to the one before it. The check follows all links, works out "
            "from the journal what must stand in the register, and compares. It changes nothing."
        )
        self.body.addWidget(PlainLabel(told, self.theme, self, ink="ink2"))
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.recent)
        row.addWidget(self.full)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.working)
        for part in (self.holds, self.stopped, self.broken):
            self.body.addWidget(part)
        self.breaks.setSpacing(u)
        self.body.addLayout(self.breaks)
        self.body.addWidget(Rule(self.theme, self))
        note = self.tr(
            "A check of what is new looks at what changed since the last check, signature or print, or since the "
            "program was closed."
        )
        self.body.addWidget(PlainLabel(note, self.theme, self, role="hint", ink="ink3"))
        self.body.addWidget(Rule(self.theme, self))
        self.body.addWidget(self.protection)

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

    # --- what it is ---

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

    # --- whether it holds ---

    def check(self, scope: str) -> None:
        register, data_dir = self.session.register, self.session.services.data_dir
        teller = ProgressTeller(self, self.session.tasks)
        teller.progressed.connect(self.working.show_progress)
        self._teller = teller
        self._show_nothing()
        self.recent.setEnabled(False)
        self.full.setEnabled(False)
        self.working.start(self.tr("The journal is being checked."), can_stop=True)
        teller.carry_out(
            self.session.tasks, lambda progress: verify(register, data_dir, scope, None, progress),
            partial(self._on_checked, scope), self._on_failed,
        )  # fmt: skip

    def _on_stop_requested(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    def _finish(self) -> None:
        self.working.finish()
        self.recent.setEnabled(True)
        self.full.setEnabled(True)

    def _on_failed(self, error: BaseException) -> None:
        self._finish()
        self.session.explain(error)

    def _on_checked(self, scope: str, result: VerifyResult) -> None:
        self._finish()
        self._read_facts()
        texts = self.session.wording.texts
        if result.news:
            self.stopped.show_sentence(" ".join(texts.say(f"verify.{each.code}", **each.facts) for each in result.news))
        stopped = self._teller is not None and self._teller.stopped
        if result.breaks or not stopped:
            self.checked.emit(scope, result)
        if stopped:
            self.stopped.show_sentence(self.tr("Stopped. %n entries were looked at.", "", result.entries))
        if result.holds and not stopped:
            facts = {"entries": _number(result.entries), "head": _number(result.head_index)}
            self.holds.show_sentence(texts.say("verify.holds", **facts))
        elif result.breaks:
            self.broken.show_sentence(texts.count("verify.broken", len(result.breaks)))
            self._show_breaks(result.breaks)

    def _show_breaks(self, breaks: tuple[VerifyBreak, ...]) -> None:
        texts = self.session.wording.texts
        for each in breaks[:_BREAKS_SHOWN]:
            sentence = texts.say(f"verify.{each.code}", **each.facts)
            self.breaks.addWidget(PlainLabel(sentence, self.theme, self))
        more = len(breaks) - _BREAKS_SHOWN
        if more > 0:
            self.breaks.addWidget(PlainLabel(self.tr("and %n more", "", more), self.theme, self, ink="ink2"))

    def _show_nothing(self) -> None:
        for note in (self.holds, self.broken, self.stopped):
            note.show_sentence("")
        while (item := self.breaks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _number(number: int) -> str:
    return QLocale().toString(number)
