"""What is proved, by what, and since when: facts in lines that anybody understands."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.support.checks import LastCheck
from incident_desk.usecases.trust import Restored, TrustFacts
from incident_desk.usecases.verify_told import said, what_to_do


class ProofFacts(Panel):
    """The facts, and above them what is wrong, if anything is."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("What stands behind this register"), theme, parent)
        self._session = session
        self.state = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body-strong")
        self.wrong = Note(theme, self, icon="shield-exclamation", ink="crit", role="body-strong")
        self.facts = FactList(theme, self)
        limits = self.tr(
            "What it cannot prove: who owns the file and this PC could rewrite whatever left no trace elsewhere, on no "
            "paper, in no backup and on no other PC. So print what matters, and keep backups in another place."
        )
        for part in (self.state, self.wrong, self.facts):
            self.body.addWidget(part)
        self.body.addWidget(PlainLabel(limits, theme, self, role="hint", ink="ink3"))

    def show_facts(self, facts: TrustFacts) -> None:
        wording, seen = self._session.wording, facts.seen.breaks
        wrong = " ".join([*(said(each, wording) for each in seen), *what_to_do(seen, wording)])
        failed = next((check for check in (facts.full, facts.recent) if check is not None and check.breaks), None)
        if not wrong and failed is not None:
            wrong = self.tr("At the last check something did not hold. Check everything again.")
        self.wrong.show_sentence(wrong)
        self.state.show_sentence(self._state(facts) if not wrong else "", **self._sign(facts))
        rows = [
            (self.tr("Written down"), self._written(facts)),
            (self.tr("Sealed"), self._sealed(facts)),
            (self.tr("Remembered by this PC"), self._remembered(facts)),
            (self.tr("Last checked"), self._checked(facts)),
            *((self.tr("Restored"), self._restored(each)) for each in facts.restored),
        ]
        self.facts.show_facts(rows)

    def _state(self, facts: TrustFacts) -> str:
        if facts.full is None:
            return self.tr("Nobody has checked everything on this PC yet. It takes a moment: press Check everything.")
        return self.tr("Nothing was changed behind the program's back, as far as it was checked.")

    def _sign(self, facts: TrustFacts) -> dict[str, str]:
        return {"icon": "info-circle", "icon_ink": "petrol"} if facts.full is None else {}

    def _written(self, facts: TrustFacts) -> str:
        told = self.tr("{count} entries since {when}. Each says what was changed from what to what, when and by whom; "
                       "none is ever overwritten.")  # fmt: skip
        count = facts.head.index + facts.waiting
        return told.format(count=_number(count), when=self._session.wording.moment(facts.since))

    def _sealed(self, facts: TrustFacts) -> str:
        if not facts.head.index:
            return self.tr("Not yet. The next signature, print or backup seals what is written.")
        told = self.tr("All entries up to {index} hang together in one line; its fingerprint is {words}. To change or "
                       "take out any of them would break it.")  # fmt: skip
        sealed = told.format(index=_number(facts.head.index), words=facts.head.words)
        waiting = self.tr("%n newer ones are sealed with the next signature, print or backup.", None, facts.waiting)
        return f"{sealed} {waiting}" if facts.waiting else sealed

    def _remembered(self, facts: TrustFacts) -> str:
        if facts.pin is None:
            return self.tr("Not yet. From the next signature, print or closing on, this PC notices an older copy.")
        told = self.tr("This PC has seen it up to entry {index}. An older copy put in its place would be noticed, with "
                       "the number of entries that are missing.")  # fmt: skip
        return told.format(index=_number(facts.pin.index))

    def _checked(self, facts: TrustFacts) -> str:
        told = [self._check(check) for check in (facts.full, facts.recent) if check is not None]
        return "\n".join(told) or self.tr("never on this PC")

    def _check(self, check: LastCheck) -> str:
        if check.breaks:
            told = self.tr("%n things did not hold, {when}", None, check.breaks)
        elif check.scope == "full":
            told = self.tr("everything holds, %n entries, {when}", None, check.entries)
        else:
            told = self.tr("what was new holds, %n entries, {when}", None, check.entries)
        return told.format(when=self._session.wording.moment(check.at))

    def _restored(self, each: Restored) -> str:
        who = self._session.names.person(each.who)
        told = self.tr("{when} from {backup}, accepted by {who}; {count} entries were lost")
        if not who:
            told = self.tr("{when} from {backup}; {count} entries were lost")
        return told.format(
            when=self._session.wording.moment(each.at), backup=each.backup, who=who, count=_number(each.lost)
        )


def _number(number: int) -> str:
    return QLocale().toString(number)
