"""My work: what one owes, own and overdue first, each line one key away from its record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import ChangeItem
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.records import Record
from incident_desk.domain.values import StatedTime, from_micros
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.clock import Clock, Moments, system_clock
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.link_line import LinkLine
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.gui.work.counting import WorkCounts
from incident_desk.gui.work.counts import CountLine
from incident_desk.gui.work.duties import DutiesPanel
from incident_desk.gui.work.owed import Owed, Teller
from incident_desk.gui.work.reading import Asked, Work, read_work
from incident_desk.gui.work.work_panel import WorkPanel
from incident_desk.support.drafts import DraftStore
from incident_desk.usecases.rows import WorkRow

_THROTTLE_MS, _MINUTE_MS = 80, 60_000
_WIDE_EM, _MIDDLE_EM = 88, 58  # so wide is the page for three columns of panels, for two
_COLUMNS = {
    3: (("actions",), ("measures",), ("promises", "waiting", "follow_ups")),
    2: (("actions", "follow_ups"), ("measures", "promises", "waiting")),
    1: (("actions", "measures", "promises", "waiting", "follow_ups"),),
}


class WorkPage(Page):
    """See `page.Page` for its signals. `count_changed` carries how much of one's own work is overdue;
    `knowledge_requested` id of a record.
    """

    knowledge_requested = Signal(str)

    key = "work"
    help_topic = "work"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, clock: Clock = system_clock) -> None:
        super().__init__(session, theme, parent)
        self._counting = WorkCounts(self)
        self._clock = clock
        self._drafts = DraftStore(session.services.data_dir)
        self._shown = self._entering = False
        self._everybody = False
        self._asked = 0
        self.counts = CountLine(theme, self)
        self.whose = ChoiceTiles([Tile("mine", self.tr("Mine")), Tile("all", self.tr("Everybody's"))], theme, self)
        self.whose.take_label(self.tr("Whose work"))
        self.whose.set_code("mine")
        self.duties = DutiesPanel(theme, self)
        self.to_look_at = LinkLine(theme, self)
        self.panels = {
            "actions": WorkPanel(self.tr("My actions"), self.tr("No action is open."), theme, self),
            "measures": WorkPanel(self.tr("Measures to check"), self.tr("No measure waits for a check."), theme, self),
            "promises": WorkPanel(self.tr("Promises"), self.tr("No update is promised."), theme, self),
            "waiting": WorkPanel(self.tr("Waiting for me"), self.tr("Nothing waits for you."), theme, self),
            "follow_ups": WorkPanel(self.tr("Follow-up"), self.tr("Nothing to follow up."), theme, self),
        }
        self._soon = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("My work")

    def enter(self) -> None:
        self._shown = self._entering = True
        self._minute.start()
        self.read()

    def leave(self) -> bool:
        self._shown = False
        self._minute.stop()
        return True

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        top = QHBoxLayout()
        top.setSpacing(2 * u)
        top.addWidget(self.counts, 1)
        top.addWidget(self.whose)
        self._fit_switch()
        self._sheet = QWidget()
        mark(self._sheet, kind="inside")
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * u)
        self._columns = [QVBoxLayout() for _ in range(3)]
        for column in self._columns:
            column.setSpacing(2 * u)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(3 * u, 0, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        column.addWidget(self.to_look_at)
        column.addWidget(self.duties)
        column.addLayout(self._row)
        column.addStretch(1)
        self._scroll = Scrolling(self, self._sheet, sideways=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, u, 0, 0)
        page.setSpacing(u)
        top.setContentsMargins(3 * u, 0, 2 * u, 0)
        page.addLayout(top)
        page.addWidget(self._scroll, 1)
        self._across = 0
        self._arrange(3)

    def _fit_switch(self) -> None:
        """Both choices are as wide as the wider one needs."""
        widest = max(choice.sizeHint().width() for choice in self.whose.edits())
        self.whose.setFixedWidth(2 * widest + self.theme.px(12))

    def _connect(self) -> None:
        session = self.session
        self.theme.changed.connect(self._fit_switch)
        self._soon.timeout.connect(self.read)
        self._minute.timeout.connect(self.read)
        session.bus.incidents_changed.connect(self._on_changed)
        session.actor_changed.connect(self._on_actor_changed)
        session.names_changed.connect(self._on_changed)
        self.whose.code_chosen.connect(self._on_whose_chosen)
        self.duties.opened.connect(self.open_incident_requested)
        self.duties.sent.connect(self._on_sent)
        for panel in self.panels.values():
            panel.opened.connect(self._on_opened)
            panel.ticked.connect(partial(self._on_ticked, panel))
            panel.list.selectionModel().currentChanged.connect(partial(self._on_current, panel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.theme.metrics("body").horizontalAdvance("m") or 1
        width = self.width() / em
        self._arrange(3 if width > _WIDE_EM else 2 if width > _MIDDLE_EM else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, column in enumerate(self._columns):
            for panel in self.panels.values():
                column.removeWidget(panel)  # an item that is only taken lives on, and the new one knows old heights
            self._row.setStretch(number, 1 if number < across else 0)
        for column, keys in zip(self._columns, _COLUMNS[across], strict=False):
            for key in keys:
                column.insertWidget(column.count() - 1, self.panels[key])

    # --- reading ---

    def _on_changed(self, *_: object) -> None:
        if self._shown:
            self._soon.start()

    def _on_actor_changed(self) -> None:
        self._everybody = False
        self.whose.set_code("mine")
        self._on_changed()

    def _on_whose_chosen(self, code: str) -> None:
        self._everybody = code == "all"
        self.read()

    def read(self) -> None:
        self._asked += 1
        number, names, settings = self._asked, self.session.names, self.session.names.settings
        asked = Asked(
            self.session.actor, self._everybody, self._clock(), settings.zone, settings.register_id, names.pack
        )
        drafts = self._drafts
        self.session.read(lambda queries: read_work(queries, asked, drafts), lambda work: self._take(number, work))

    def _take(self, number: int, work: Work) -> None:
        if number != self._asked:
            return
        moments = Moments(self._clock(), self.session.wording)
        alone = self.session.actor.id is None
        may_write = self.session.actor.may(Role.COORDINATOR, Role.MANAGER) and not self.session.register.read_only
        teller = Teller(moments, self.session.names, self.session.actor.id, self._everybody or alone, may_write)
        self.whose.setVisible(not alone)
        self.panels["actions"].set_title(self.tr("Actions") if teller.everybody else self.tr("My actions"))
        self.counts.show_counts(self._counting.counts_of(work, moments))
        self.duties.show_duties(work.duties, moments, may_send=may_write)
        for key in ("actions", "measures", "promises", "follow_ups"):
            rows = [row for row in work.owed if row.list == key]
            self.panels[key].show_lines(teller.lines(rows), self._counting.hint_of(rows, moments))
        self.panels["follow_ups"].setVisible(bool(self.panels["follow_ups"].count))
        self.panels["waiting"].show_lines(_waiting(work, teller), "")
        self._show_to_look_at(work)
        self.count_changed.emit(work.late)
        self._focus_first()

    def _show_to_look_at(self, work: Work) -> None:
        """What incidents taught, once the day has passed by which somebody was to look at it again."""
        rows = work.to_look_at
        sentence = self.tr("Past its day on the page Knowledge:") if rows else ""
        ways = [(f"{row.number} {row.title}", partial(self.knowledge_requested.emit, row.id)) for row in rows]
        self.to_look_at.say(sentence, ways)

    def _focus_first(self) -> None:
        """Once, when the page is entered: into the first list that has lines, or where the page begins if the lists
        are below what is in sight."""
        if not self._entering:
            return
        self._entering = False
        if self._across == 1 and self.duties.isVisible():
            self._scroll.verticalScrollBar().setValue(0)
            self.duties.cells[0].open.setFocus()
            return
        target = next((panel for panel in self.panels.values() if panel.count), None)
        if target is not None:
            target.list.setFocus()

    # --- doing ---

    def _on_opened(self, line: Owed) -> None:
        if line.incident:
            self.open_incident_requested.emit(line.incident)
        else:
            self.go_requested.emit("report")

    def _on_ticked(self, panel: WorkPanel, line: Owed) -> None:
        """The person confirms by the tick that it is done, now."""

        def refused(why: Refused) -> None:
            panel.list.owed.tick(line.key, False)
            self.session.explain(why)

        said = self.tr("Done: {what}").format(what=line.what)
        self._end(line.incident, line.key, line.ends, said, refused)

    def _on_sent(self, row: WorkRow) -> None:
        said = self.tr("Marked as sent: {what}").format(what=row.what)
        self._end(row.incident, row.item, "met", said, self.session.explain)

    def _end(self, incident: str, item: str, key: str, said: str, refused: Callable[[Refused], None]) -> None:
        """Writes that a line is done, unless a colleague wrote the same or took the line off meanwhile."""
        values = {key: self._now()}

        def write(record: Record | None) -> None:
            found = record.items.get(item) if record is not None else None
            if record is None or found is None or found.removed or key in found.values:
                refused(EditConflict((key,), record.position if record is not None else 0))
                self.read()
            else:
                order = ChangeItem(item, values)
                self.session.submit(incident, (order,), seen=record.position, said=said, refused=refused)

        self.session.read(lambda queries: queries.record("incident", incident), write)

    def _now(self) -> object:
        moment = from_micros(self._clock()).replace(second=0, microsecond=0)
        return StatedTime.at(moment, self.session.names.settings.zone).to_json()

    def _on_current(self, panel: WorkPanel, *_: object) -> None:
        """The page scrolls with the line that the keys are on."""
        view = panel.list
        if view.hasFocus():
            place = view.visualRect(view.currentIndex())
            at = view.viewport().mapTo(self._sheet, place.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, place.height())


def _waiting(work: Work, teller: Teller) -> list[Owed]:
    back = [teller.back(row, day) for row, day in work.back]
    signing = [teller.to_sign(each) for each in work.to_sign]
    questions = [teller.question(row) for row in work.questions]
    numbers = {row.incident: row.number for row in work.owed}
    drafts = [teller.draft(each, numbers.get(each.record, "")) for each in work.drafts]
    return [*back, *signing, *questions, *drafts]
