"""The reports page: choose a paper at the left, see its pages at the right; print it, save it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.page import Page
from incident_desk.gui.papers.choice import PaperChoice, WantedPaper
from incident_desk.gui.papers.out import PaperOut
from incident_desk.gui.papers.pages import PagePicture, PaperFacts, page_picture, paper_facts
from incident_desk.gui.papers.preview import PagePreview
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.access_log import check_may_read
from incident_desk.usecases.access_rows import AccessFilter
from incident_desk.usecases.knowledge.paper import KIND as KNOWLEDGE
from incident_desk.usecases.print_papers import (
    Printed,
    draw_day,
    draw_feedback,
    draw_knowledge,
    draw_list,
    draw_record,
)
from incident_desk.usecases.telling import Telling

_SOON_MS = 300
_MOST_AT_ONCE = 2_000  # records on a list that is made without being asked
_LEFT, _LEAST_LEFT = 410, 265  # what the choice likes, and what it can bear beside a page with large text


class PapersPage(Page):
    """See `page.Page` for its signals. `record` is the incident whose paper is shown."""

    key = "papers"
    help_topic = "papers"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(session, theme, parent)
        self.record = ""
        self._printed: Printed | None = None
        self._facts: PaperFacts | None = None
        self._paper_size = "a4"
        self._coming = False
        self._page = self._making = self._drawing = 0
        self.choice = PaperChoice(session, theme, self)
        self.preview = PagePreview(theme, self)
        self.out = PaperOut(session, theme, self, settings)
        self.before = IconButton("chevron-left", self.tr("Page before"), theme, self)
        self.after = IconButton("chevron-right", self.tr("Next page"), theme, self)
        self.where = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._sharpen = QTimer(self, singleShot=True, interval=_SOON_MS // 3)
        self._lay_out()
        self._connect()
        self._show_place()

    def title(self) -> str:
        return self.tr("Reports")

    def enter(self) -> None:
        self.choice.start()
        if self._printed is None and not self.record:
            (self.choice.known if self.choice.kind.code() == KNOWLEDGE else self.choice.record).setFocus()
            return
        self.preview.setFocus()
        if not self._coming:
            self._make()  # what was written meanwhile is on the paper

    def show_record(self, record: str) -> None:
        """The paper of one incident. Until it is made, an older paper can be neither printed nor saved."""
        self._making += 1
        self.choice.offer(ready=False)
        if record != self.record:
            self._clear()  # nobody takes the paper of another incident for this one's
        self.record, self._coming = record, True
        self.choice.start()
        self.choice.set_kind("record")
        self.session.read(
            lambda queries: queries.row(record), lambda row: self._on_row(record, row.number if row else "")
        )

    def show_known(self, record: str) -> None:
        """The paper of a knowledge record."""
        self._making += 1
        self._clear()
        self.record = ""
        self.choice.start()
        self.choice.set_kind(KNOWLEDGE)
        self.choice.known.read(record)
        self.preview.setFocus()

    def act(self, key: str) -> None:
        if key == "print":
            self.choice.print_button.click()  # does nothing while there is no paper to print

    # --- building ---

    def _lay_out(self) -> None:
        u, theme = self.theme.u, self.theme
        smaller = IconButton("zoom-out", self.tr("Smaller page"), theme, self)
        larger = IconButton("zoom-in", self.tr("Larger page"), theme, self)
        whole = Button(self.tr("Whole page"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        smaller.clicked.connect(lambda: self.preview.enlarge(-1))
        larger.clicked.connect(lambda: self.preview.enlarge(1))
        whole.clicked.connect(self.preview.show_whole)
        self._tools = [self.before, self.after, smaller, larger, whole]
        tools = FlowRow(theme, self, gap=16)
        for group in ((self.before, self.after, self.where), (smaller, larger, whole)):
            tools.add(_beside(group, self))
        right = QVBoxLayout()
        right.addWidget(tools)
        right.addWidget(self.preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        columns.setSpacing(2 * u)
        columns.addWidget(self.choice, 1)
        columns.addLayout(right, 1)
        self._fit_left()

    def _fit_left(self) -> None:
        self.choice.setMinimumWidth(self.theme.px(_LEAST_LEFT))
        self.choice.setMaximumWidth(self.theme.px(_LEFT))

    def _connect(self) -> None:
        self.choice.changed.connect(self._on_changed)
        self.choice.show_requested.connect(lambda: self._make(asked_for=True))
        self.choice.print_requested.connect(self._on_print)
        self.choice.save_requested.connect(self._on_save)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.preview.turned.connect(self._turn)
        self.preview.scale_changed.connect(self._sharpen.start)
        self._soon.timeout.connect(self._make)
        self._sharpen.timeout.connect(self._draw)
        self.theme.changed.connect(self._fit_left)

    # --- making ---

    def _on_row(self, record: str, number: str) -> None:
        if record == self.record:
            self._coming = False
            self.choice.record.show_record(record, number)
            self._make()

    def _on_changed(self) -> None:
        """Another paper is wanted: not the one on screen, which can be neither printed nor saved any more."""
        self._making += 1
        self.choice.offer(ready=False)
        self.preview.fade()
        self._soon.start()

    def _make(self, *, asked_for: bool = False) -> None:
        self._soon.stop()
        self._making += 1
        try:
            wanted = self.choice.wanted()
        except Refused as refused:
            self.session.explain(refused)
            return
        if wanted is None:
            self._clear()
            return
        self.record = wanted.record or ""
        if wanted.list_of is not None and not wanted.day and not asked_for:
            self._count_first(wanted)
        else:
            self._start(wanted)

    def _count_first(self, wanted: WantedPaper) -> None:
        """A list of very many records takes minutes and hundreds of pages: it is made only when asked for."""
        making, conditions = self._making, wanted.list_of
        assert conditions is not None

        def counted(count: int) -> None:
            if making != self._making:
                return
            if count <= _MOST_AT_ONCE:
                self._start(wanted)
                return
            self._clear()
            self.choice.say(self.tr("%n records fit: a long paper, which takes a while.", None, count), ask=True)

        self.session.read(lambda queries: queries.count(conditions), counted)

    def _start(self, wanted: WantedPaper) -> None:
        making, session = self._making, self.session
        self.choice.say("")
        self.where.setText(self.tr("The paper is being made ..."))

        def work() -> tuple[Printed, PaperFacts, int]:
            printed = _drawn(session, wanted)
            return printed, paper_facts(printed.content), _telling(session, wanted)

        def failed(error: BaseException) -> None:
            if making == self._making:
                self._clear()
                session.explain(error, self._make)

        def made(result: tuple[Printed, PaperFacts, int]) -> None:
            if making == self._making:
                self._on_made(*result, wanted.size)

        session.tasks.run(work, made, failed)

    def _on_made(self, printed: Printed, facts: PaperFacts, telling: int, size: str) -> None:
        same = self._printed is not None and self._printed.name == printed.name
        self._printed, self._facts, self._paper_size = printed, facts, size
        self._page = min(self._page, facts.pages - 1) if same else 0
        self.choice.offer(ready=True)
        self.choice.nameless.say_nowhere(printed.nowhere)
        self.choice.nameless.say_telling(telling)
        self.preview.show_facts(facts)
        self._draw()

    def _clear(self) -> None:
        self._printed = self._facts = None
        self.choice.say("")
        self.choice.offer(ready=False)
        self.preview.show_page(None)
        self._show_place()

    # --- showing ---

    def _turn(self, by: int) -> None:
        if self._facts is None:
            return
        wanted = min(max(self._page + by, 0), self._facts.pages - 1)
        if wanted != self._page:
            self._page = wanted
            self.preview.show_from(top=by > 0)
            self._draw()

    def _draw(self) -> None:
        if self._printed is None:
            return
        self._drawing += 1
        drawing, printed, page, scale = self._drawing, self._printed, self._page, self.preview.scale

        def drawn(picture: PagePicture) -> None:
            if drawing == self._drawing and self._printed is printed:
                self.preview.show_page(picture)
                self._show_place()

        self.session.tasks.run(lambda: page_picture(printed.content, page, scale), drawn)

    def _show_place(self) -> None:
        pages = self._facts.pages if self._facts else 0
        text = self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=pages) if pages else ""
        self.where.setText(text)
        for tool in self._tools:
            tool.setEnabled(bool(pages))
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < pages)

    # --- out ---

    def _on_save(self) -> None:
        if self._printed is not None:
            self.out.ask_where(self._printed)

    def _on_print(self) -> None:
        if self._printed is not None and self._facts is not None:
            self.out.ask_printer(self._printed, self._facts, self._paper_size)


def _beside(parts: Iterable[QWidget], parent: QWidget) -> QWidget:
    """Tools that stay together where the row goes on in the next line."""
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return group


def _telling(session: Session, wanted: WantedPaper) -> int:
    """Of a paper that names people: passages in narratives, where nobody need be named."""
    if wanted.record is None or wanted.is_journal or wanted.day or wanted.gaps is not None:
        return 0
    record = session.register.queries.record("incident", wanted.record)
    return sum(1 for _ in Telling(session.names).in_record(record)) if record is not None else 0


def _drawn(session: Session, wanted: WantedPaper) -> Printed:
    services, register = session.services, session.register
    if wanted.record is not None and wanted.is_journal:
        from incident_desk.usecases.print_journal import draw_journal

        check_may_read(session.actor, AccessFilter(record=wanted.record))
        return draw_journal(services, register, wanted.record, wanted.wording, wanted.size)
    if wanted.record is not None and wanted.day:
        return draw_feedback(services, register, wanted.record, wanted.wording, wanted.size)
    if wanted.record is not None:
        return draw_record(services, register, wanted.record, wanted.wording, wanted.size, gaps=wanted.gaps)
    if wanted.known is not None:
        return draw_knowledge(services, register, wanted.known, wanted.wording, wanted.size)
    assert wanted.list_of is not None
    if wanted.day:
        return draw_day(services, register, wanted.day, wanted.list_of, wanted.wording, wanted.size)
    return draw_list(services, register, wanted.list_of, wanted.wording, wanted.size)
