"""The access log: who printed, saved, backed up and signed in; looked through by who reviews, which is an entry too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.session import Session
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.usecases.access_log import MAY_READ, AccessLine, access_page, as_journal_line, review
from incident_desk.usecases.access_rows import ACCESS_KINDS, AccessFilter, AccessPage
from incident_desk.usecases.journal_lines import JournalLine
from incident_desk.usecases.list_incidents import day_bounds

_AT_ONCE = 200
_LOWEST = 260  # of the list, in pixels of the design


class AccessSection(Section):
    """Read in pages, newest first. Only who may review it sees it: it tells what colleagues did."""

    key = "access"
    icon = "eye"
    roles = MAY_READ
    tall = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Access log"), session, theme, parent)
        zone = session.names.settings.zone
        self._person: str | None = None
        self._kind: str | None = None
        self._before: int | None = None
        self._asked = self._last = 0
        self._lines: list[JournalLine] = []
        self.kind = FilterPill(self.tr("Everything"), theme, self, icon="filter", opens=True)
        self.person = FilterPill(self.tr("Everybody"), theme, self, icon="user", opens=True)
        self.since, self.until = DateField(zone, theme, self), DateField(zone, theme, self)
        self.list = JournalView(theme, self)
        self.nothing = PlainLabel("", theme, self, ink="ink3")
        self.older = Button(self.tr("Show older entries"), theme, self, fit=Fit.BAR)
        self.note = LineField(theme, self, placeholder=self.tr("What you found, in a sentence"))
        self.note.setAccessibleName(self.tr("What you found, in a sentence"))
        self.mark = Button(self.tr("Mark as reviewed"), theme, self, icon="clipboard-check")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.theme
        told = self.tr("Who printed, saved, backed up and signed in. Looking at the screen is not recorded.")
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        column.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        pills = FlowRow(theme, self, gap=6, between=4)
        pills.add(self.kind, self.person)
        column.addWidget(pills)
        days = QHBoxLayout()
        days.setSpacing(2 * theme.u)
        days.addWidget(FormRow(self.tr("From the day"), self.since, theme, self), 1)
        days.addWidget(FormRow(self.tr("To the day"), self.until, theme, self), 1)
        column.addLayout(days)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(theme.u)
        row.addWidget(self.note, 1)
        row.addWidget(self.mark)
        column.addLayout(row)
        self.list.setMinimumHeight(theme.px(_LOWEST))
        self.body.addWidget(self._inside, 1)

    def _connect(self) -> None:
        self.kind.choice_requested.connect(self._ask_kind)
        self.kind.clear_requested.connect(lambda: self.set_kind(None))
        self.person.choice_requested.connect(self._ask_person)
        self.person.clear_requested.connect(lambda: self.set_person(None))
        for field in (self.since, self.until):
            field.value_changed.connect(self.read)
        self.older.clicked.connect(self._read_older)
        self.mark.clicked.connect(self._on_marked)
        self.note.returnPressed.connect(self._on_marked)

    # --- what is wanted ---

    def enter(self) -> None:
        super().enter()
        may_read = self.session.actor.may(*self.roles)
        self._inside.setVisible(may_read)
        self.note.setEnabled(self.may_edit)
        self.mark.setEnabled(self.may_edit)
        if may_read:
            self.read()

    def wanted(self) -> AccessFilter:
        first, last = (str(day) if day else None for day in (self.since.value(), self.until.value()))
        since, until = day_bounds(first, last, self.session.names.settings.zone)
        return AccessFilter(self._person, self._kind, since, until)

    def set_kind(self, kind: str | None) -> None:
        self._kind = kind
        self.kind.set_value(self._words(kind) if kind else "")
        self.read()

    def set_person(self, person: str | None) -> None:
        self._person = person
        self.person.set_value(self.session.names.person(person))
        self.read()

    def _ask_kind(self) -> None:
        menu = Menu(self.tr("What was done"), self)
        for kind in ACCESS_KINDS:
            menu.add(self._words(kind), partial(self.set_kind, kind), checked=kind == self._kind)
        menu.open_below(self.kind)

    def _ask_person(self) -> None:
        menu = Menu(self.tr("Everybody"), self)
        for person in sorted(self.session.names.people.values(), key=lambda row: row.name):
            menu.add(person.name, partial(self.set_person, person.id), checked=person.id == self._person)
        menu.open_below(self.person)

    def _words(self, kind: str) -> str:
        return self.session.wording.texts.say(f"access.kind_{kind}")

    # --- reading ---

    def read(self) -> None:
        """From the newest on."""
        self._before = None
        self._read_older()

    def _read_older(self) -> None:
        self._asked += 1
        asked, wanted, before, wording = self._asked, self.wanted(), self._before, self.session.wording

        def take(found: tuple[list[AccessLine], AccessPage, int]) -> None:
            if asked == self._asked:
                self._take(found[0], found[1], found[2], first=before is None)

        self.session.read(
            lambda queries: (*access_page(queries, wanted, wording, before, _AT_ONCE), queries.access_last()), take
        )

    def _take(self, lines: list[AccessLine], page: AccessPage, last: int, *, first: bool) -> None:
        kept = [] if first else self._lines
        self._lines = [*(as_journal_line(line) for line in reversed(lines)), *kept]
        self._before, self._last = page.before, last if first else self._last
        self.list.set_lines(self._lines, self.session.names.settings.zone)
        empty = not self._lines and page.before is None
        self.nothing.setText(self.tr("Nothing fits. Take a filter away, or choose other days.") if empty else "")
        self.nothing.setVisible(empty)
        self.older.setVisible(page.before is not None)

    # --- looked through ---

    def _on_marked(self) -> None:
        session, wanted, last, note = self.session, self.wanted(), self._last, self.note.text()
        actor = session.actor
        session.tasks.run(
            lambda: review(session.register, session.services.new_id, actor, wanted, last, note),
            lambda _: self._on_written(note), session.explain,
        )  # fmt: skip

    def _on_written(self, note: str) -> None:
        if self.note.text() == note:
            self.note.clear()
        self.session.messages.good(self.tr("Written down that you looked this through."))
        self.read()
