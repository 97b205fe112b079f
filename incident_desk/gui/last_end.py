"""The program ended unexpectedly last time: the register is looked through behind the work, and drafts are offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal, qVersion

from incident_desk.gui.crash_band import CrashBand
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.working import ProgressTeller
from incident_desk.support.crash_report import faults_told, report_text
from incident_desk.support.drafts import Draft, DraftStore
from incident_desk.support.running import BadEnd
from incident_desk.usecases.rows import VerifyResult
from incident_desk.usecases.verify_register import verify

_MOST_OFFERED = 6


class LastEnd(QObject):
    """Signals: `page_requested` key, id of an incident; `check_requested`: what does not hold is wanted in full."""

    page_requested = Signal(str, str)
    check_requested = Signal()

    def __init__(self, session: Session, theme: Theme, ends: Sequence[BadEnd], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._theme, self._ends = session, theme, ends
        self._band: CrashBand | None = None
        self._offered: FlowRow | None = None
        self._check: Button | None = None

    def tell(self, band: CrashBand) -> None:
        """Once, in a window that is on the screen. What is not heard to the end is told again by the next start."""
        self._band = band
        band.closed.connect(self._on_closed)
        self._say(self.tr("What was saved is being looked through; you can work meanwhile."))
        data_dir = self._session.services.data_dir
        faults = [line for end in self._ends for line in faults_told(data_dir, end.faults_from)]
        band.set_report(report_text(data_dir, [], f"Qt {qVersion()}", faults))
        self._session.actor_changed.connect(self._offer_drafts)
        self._offer_drafts()
        self._look_through()

    def _say(self, sentence: str) -> None:
        if self._band is not None:
            self._band.say(self.tr("The program ended unexpectedly last time."), sentence)

    # --- the register ---

    def _look_through(self) -> None:
        register, data_dir = self._session.register, self._session.services.data_dir
        teller = ProgressTeller(self, self._session.tasks)
        teller.carry_out(
            self._session.tasks, lambda progress: verify(register, data_dir, "recent", None, progress),
            self._on_looked, self._on_failed,
        )  # fmt: skip

    def _on_looked(self, result: VerifyResult) -> None:
        self._forget()
        if result.holds:
            count = QLocale().toString(result.head_index)
            told = self.tr("The register was looked through up to entry {count}: what was saved is there and holds.")
            self._say(told.format(count=count))
            return
        self._say(self._session.wording.texts.count("verify.broken", len(result.breaks)))
        self._offer_check()

    def _on_failed(self, error: BaseException) -> None:
        self._forget()
        self._say(self.tr("The register could not be looked through now. Check it when it can be reached."))
        self._offer_check()
        self._session.explain(error)

    def _forget(self) -> None:
        for end in self._ends:
            end.forget()

    def _offer_check(self) -> None:
        if self._band is not None and self._check is None:
            self._check = Button(self.tr("Check everything"), self._theme, self._band, fit=Fit.BAR, icon="shield-check")
            self._check.clicked.connect(self.check_requested)
            self._band.buttons.add(self._check)

    # --- drafts ---

    def _offer_drafts(self) -> None:
        """Of who is there now: nobody else reads what a person was typing."""
        names, person = self._session.names, self._session.actor.id or ""
        drafts = DraftStore(self._session.services.data_dir)

        def read() -> list[Draft]:
            return [each for each in drafts.all(names.settings.register_id) if each.person == person]

        self._session.tasks.run(read, self._on_drafts, self._session.explain)

    def _on_drafts(self, drafts: list[Draft]) -> None:
        records = [each.record for each in drafts if each.record]
        self._session.read(lambda queries: queries.numbers_of(records), partial(self._show_drafts, drafts))

    def _show_drafts(self, drafts: list[Draft], numbers: dict[str, str]) -> None:
        if self._offered is not None:
            self._offered.hide()
            self._offered.deleteLater()
            self._offered = None
        if self._band is None:
            return
        offers = dict.fromkeys(offer for each in drafts if (offer := self._offer(each, numbers)) is not None)
        if offers:
            self._offered = self._row_of(list(offers), self._band)
            self._band.body.addWidget(self._offered)

    def _row_of(self, offers: list[tuple[str, str, str]], band: CrashBand) -> FlowRow:
        row = FlowRow(self._theme, band, gap=6, between=4)
        row.add(PlainLabel(self.tr("What you were typing is kept:"), self._theme, row, lines=1))
        for words, page, record in offers[:_MOST_OFFERED]:
            button = Button(words, self._theme, row, fit=Fit.BAR, icon="pencil")
            button.clicked.connect(self._opener(page, record))
            row.add(button)
        more = len(offers) - _MOST_OFFERED
        if more > 0:
            row.add(PlainLabel(self.tr("and %n more", None, more), self._theme, row, ink="ink2", lines=1))
        return row

    def _opener(self, page: str, record: str) -> Callable[[], None]:
        return lambda: self.page_requested.emit(page, record)

    def _offer(self, draft: Draft, numbers: dict[str, str]) -> tuple[str, str, str] | None:
        """Its words, and the page where it is put back."""
        if draft.record:
            number = numbers.get(draft.record)
            return (number, "incident", draft.record) if number else None
        kind = draft.subject.partition(" ")[0]
        pages = {"report": self.tr("a report that was not sent"), "settings": self.tr("an entry in the settings")}
        return (pages[kind], kind, "") if kind in pages else None

    def _on_closed(self) -> None:
        band, self._band = self._band, None
        self._offered = self._check = None
        if band is not None:
            band.hide()
            band.deleteLater()
