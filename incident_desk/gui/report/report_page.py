"""The quick report: what is it, what happened, where, when, who. Nothing else is asked, nothing is filled in.

Text is kept as a draft of who writes it within two seconds, unless the report is sent without a name: then no draft is
kept. When somebody else signs in, the sheet of the one before is put away and their own is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import RecordIncident
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.gui.page import Page
from incident_desk.gui.report.aside import ReportAside
from incident_desk.gui.report.own_draft import OwnDraft
from incident_desk.gui.report.sheet import ReportSheet
from incident_desk.gui.report.top import ReportTop
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.submission import Done

DRAFT_MS = 1200

_SHEET = 820  # at most this wide, in pixels of the design
_BESIDE = 760  # as wide as the page must be for what follows to stand beside the sheet, not below it


_LIKE = ("category", "subcategory", "equipment")  # beside kind and place


class ReportPage(Page):
    """See `page.Page` for its signals."""

    key = "report"
    help_topic = "report"
    has_own_head = True
    has_side_bar = False

    def __init__(self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(session, theme, parent)
        self._settings = settings
        self._also: dict[str, Any] = {}  # what a report like an earlier incident takes over unseen
        self._drafts = OwnDraft(session)
        self._whose = self._drafts.present  # whose sheet is shown
        self.sheet = ReportSheet(session, theme, self)
        self.top = ReportTop(session, theme, self)
        self.aside = ReportAside(session, theme, self)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(DRAFT_MS)
        self._keeping.timeout.connect(self._keep_draft)
        self._lay_out()
        self.sheet.edited.connect(self._on_edited)
        self.sheet.send_requested.connect(self._send)
        self.sheet.later_requested.connect(self._finish_later)
        self.sheet.files_dropped.connect(self._on_files_dropped)
        self.top.back_requested.connect(lambda: self.go_requested.emit("back"))
        self.top.sign_in_requested.connect(lambda: self.go_requested.emit("sign_in"))
        session.actor_changed.connect(self._on_actor_changed)
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.activated.connect(self._send)

    def title(self) -> str:
        return self.tr("Report an incident")

    def enter(self) -> None:
        self.sheet.show_places(self._lately())
        self._offer_name()
        self._bring_back()
        self._show_lessons()
        self.sheet.focus_first()

    def leave(self) -> bool:
        self.aside.forget_number()
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep_draft()
        return True

    def _fit(self) -> None:
        self.sheet.setMaximumWidth(self.theme.px(_SHEET))
        beside = self.width() >= self.theme.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for edge in (0, self._row.count() - 1):
            self._row.setStretch(edge, int(beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        u = self.theme.u
        inner = QWidget(self)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        row.setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u)
        row.setSpacing(4 * u)
        row.addStretch(1)
        row.addWidget(self.sheet, 20, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.aside, 9, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._fit()
        self.theme.changed.connect(self._fit)
        scroll = Scrolling(self, inner, sideways=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.top)
        page.addWidget(scroll, 1)

    # --- drafts ---

    def _offer_name(self) -> None:
        self.sheet.offer_name(self.session.actor.name if self._whose else "")

    def _bring_back(self) -> None:
        values = self._drafts.find(self._whose) if self.sheet.is_empty else None
        if values is not None:
            self.sheet.set_values(values)
            throw_away = partial(self._throw_away, self._whose)
            self.session.messages.info(self.tr("Your unsent report is back."), self.tr("Throw it away"), throw_away)

    def _on_actor_changed(self) -> None:
        if self._drafts.present == self._whose:
            return
        self._keeping.stop()
        self._put_away()
        self._whose = self._drafts.present
        self._start_afresh()
        if self.isVisible():
            self._bring_back()

    def _put_away(self) -> None:
        """The sheet of who was here before: out of sight, and theirs again when they come back."""
        if not self.sheet.is_empty:
            self._drafts.hold(self._whose, self.sheet.values())
            self._keep_draft()

    def _start_afresh(self) -> None:
        self.aside.forget_number()
        with QSignalBlocker(self.sheet):  # an emptied sheet is not something somebody wrote
            self._clear()
            self._offer_name()
        self._show_lessons()

    def _show_lessons(self) -> None:
        self.aside.lessons.show_for({**self._also, "place": self.sheet.place})

    def _on_edited(self) -> None:
        self.aside.forget_number()
        self._show_lessons()
        if self.sheet.anonymous:
            self._keeping.stop()
            self._drafts.discard(self._whose)
        elif not self._keeping.isActive():  # who types without a pause is kept all the same
            self._keeping.start()

    def _keep_draft(self) -> None:
        if self.sheet.is_empty or self.sheet.anonymous:
            return
        try:
            self._drafts.keep(self._whose, self.sheet.values())
        except OSError:
            self.session.messages.warning(self.tr("The draft cannot be kept on this disk. Send the report now."))
        else:
            self.sheet.say_kept()

    def _throw_away(self, whose: str) -> None:
        self._drafts.discard(whose)
        if whose == self._whose:
            self._clear()
            self.sheet.focus_first()

    def _finish_later(self) -> None:
        self._keep_draft()
        kept = self.tr("Kept on this PC. It comes back when you report again.")
        nameless = self.tr("Without a name nothing is kept on disk. It waits here until the program is closed.")
        self.session.messages.good(nameless if self.sheet.anonymous else kept)
        self.go_requested.emit("back")

    # --- sending ---

    def _on_files_dropped(self) -> None:
        told = self.tr("A report takes no files. Send it, then show the file to whoever leads the incident.")
        self.session.messages.info(told)

    def _send(self) -> None:
        if self.sheet.mark_wrong_time() and not self.sheet.is_empty:
            return
        order = self._order()
        place = order.fields.get("place")
        if isinstance(place, str):
            self._remember_place(place)
        self.session.submit(
            None, (order,), done=partial(self._on_sent, self._whose), refused=self._on_refused, undoable=False
        )

    def begin_like(self, number: str, known: Mapping[str, Any]) -> None:
        """A report like an earlier incident: what describes thing and place, never people, times or what happened."""
        if not self.sheet.is_empty:
            self.session.messages.info(self.tr("A report is begun already. Send it or throw it away first."))
            return
        stated = {key: value for key, value in known.items() if value is not ERASED}
        self._also = {key: stated[key] for key in _LIKE if key in stated}
        self.sheet.set_values({"kind": stated.get("kind"), "place": stated.get("place"), "when": "now"})
        self._show_lessons()
        sentence = self.tr("As in {number}: kind, place, category and equipment. Say what happened this time.")
        self.session.messages.info(sentence.format(number=number))

    def _order(self) -> RecordIncident:
        values = self.sheet.values()
        fields: dict[str, Any] = {key: values[key] for key in ("what_happened", "place") if values.get(key)}
        fields |= self._also
        if values["place_words"]:
            fields["place_detail"] = values["place_words"]
        when = self._when(values)
        if when is not None:
            fields["occurred"] = when  # when it was discovered was not asked: identification does
        if not self.sheet.anonymous:
            fields |= self._reporter(values)
        return RecordIncident(fields, str(values.get("kind") or "incident"), self.sheet.anonymous)

    def _reporter(self, values: dict[str, Any]) -> dict[str, Any]:
        name = str(values.get("reporter_name") or "").strip()
        actor = self.session.actor
        if actor.id is not None and name in ("", actor.name):
            return {"reporter": actor.id}
        return {"reporter_name": name} if name else {}

    def _when(self, values: dict[str, Any]) -> Any:
        """What the person said about the time, as exact as they said it."""
        if values.get("when") != "now":
            return self.sheet.stated_time()
        now = datetime.now(ZoneInfo(self.session.names.settings.zone))
        return {"at": now.replace(second=0, microsecond=0).isoformat(), "precision": "about"}

    def _on_sent(self, whose: str, done: Done) -> None:
        self._drafts.discard(whose)
        self.session.messages.good(self.tr("Report {number} is in the inbox.").format(number=done.number))
        if whose == self._whose:
            self._clear()  # which says that it was edited, and that forgets the number
            self.aside.show_number(done.number)
            self.sheet.show_sent(done.number)

    def _clear(self) -> None:
        self._also = {}
        self.sheet.clear()

    def _on_refused(self, refused: Refused) -> None:
        self.sheet.show_wrong(refused.field, self.session.wording.refusal(refused))
        if self.sheet.is_empty:
            self.sheet.say_what_is_needed()

    # --- places chosen lately on this PC ---

    def _lately(self) -> list[str]:
        places = self.session.names.places
        return [place for place in self._settings.current.lately_places if place in places][:3]

    def _remember_place(self, place: str) -> None:
        lately = [place, *(each for each in self._settings.current.lately_places if each != place)][:6]
        self._settings.change(lately_places=lately)
