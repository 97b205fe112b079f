"""Who is at this PC: one chooses a name, and says a secret where one is set. Nothing of the record is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.sign_in.demo_guide import guide_of_demo
from incident_desk.gui.sign_in.scrolled import ScrolledSheet
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import EmptyState, Panel, Rule
from incident_desk.gui.widgets.people_list import PeopleList
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.support.settings import SettingsFile
from incident_desk.support.words import folded
from incident_desk.usecases.access import log_access
from incident_desk.usecases.acting import acting_as, actor_named
from incident_desk.usecases.rows import PersonRow
from incident_desk.usecases.secrets import LONGEST, check_secret

_WIDTH = 500  # at most, in pixels of the design


class SignInPage(Page):
    """See `page.Page` for its signals. Showing it is locking: nobody is signed in until somebody is chosen."""

    key = "sign_in"
    help_topic = "sign_in"
    has_own_head = True
    has_side_bar = False

    def __init__(self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(session, theme, parent)
        self._settings = settings
        self._before: str | None = None  # who was here last
        self._asked_of: str | None = None  # whose secret is asked
        self._checking = False
        self.filter = SearchBox(theme, self, placeholder=self.tr("Type a name"))
        self.list = PeopleList(self.tr("People of this register"), theme, self)
        self.secret = SecretField(theme, self, limit=LONGEST)
        self.secret_row = FormRow(self.tr("Password"), self.secret, theme, self)
        self.go = Button(self.tr("Go on"), theme, self, weight=Weight.PRIMARY)
        self.report = Button(self.tr("Report without signing in"), theme, self, icon="plus")
        self._guide = Note(theme, self, icon="info-circle", ink="ink", icon_ink="petrol")
        self._whose = PlainLabel("", theme, self, role="panel")
        self._asked = QWidget(self)
        self._above_go = QSpacerItem(0, 0)
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._nobody = EmptyState(
            self.tr("This register has no list of people yet, so nobody signs in."), theme, self,
            action=self.tr("Go to Settings"),
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Who is at this PC?")

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        sheet = self._sheet = Panel("", self.theme, self)
        self._fit()
        sheet.body.setContentsMargins(u, u, u, u)
        sheet.body.addWidget(PlainLabel(self.title(), self.theme, self, role="page-title"))
        for part in (self._guide, self._nobody, self.filter, self.list, self._asked):
            sheet.body.addWidget(part)
        sheet.body.addWidget(Rule(self.theme, self))
        sheet.body.addWidget(self.report, 0, Qt.AlignmentFlag.AlignLeft)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, u, 0, u)
        asked.setSpacing(u)
        asked.addWidget(self._whose)
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.secret_row, 1, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.addSpacerItem(self._above_go)
        beside.addWidget(self.go)
        beside.addStretch(1)
        row.addLayout(beside)
        asked.addLayout(row)
        self._scroll = ScrolledSheet(sheet, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _fit(self) -> None:
        """The button stands beside the line, not beside its label."""
        self._sheet.setMaximumWidth(self.theme.px(_WIDTH))
        label = round(self.theme.metrics("field-label").height())
        self._above_go.changeSize(0, label + self.theme.px(2))

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self.theme.changed.connect(self._laid_out.start)
        self._laid_out.timeout.connect(self._show_asked)
        self.filter.textChanged.connect(self._show_people)
        self.filter.search_requested.connect(self._take_marked)
        self.filter.list_requested.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.person_taken.connect(self._on_person_taken)
        self.list.person_marked.connect(self._on_person_marked)
        self.secret.returnPressed.connect(self._check)
        self.go.clicked.connect(self._check)
        self.report.clicked.connect(lambda: self.go_requested.emit("report"))
        self._nobody.action_requested.connect(lambda: self.go_requested.emit("settings"))
        self.session.names_changed.connect(self._show_people)

    # --- who ---

    def enter(self) -> None:
        actor = self.session.actor
        self._before = actor.id or self._before
        if self._people():
            self.session.set_actor(actor_named(None, self.session.names))
        self.filter.clear()
        self._show_people()
        self._show_guide()
        self.list.mark(self._before or self._remembered())
        self._ask(None)
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _people(self) -> list[PersonRow]:
        people = [person for person in self.session.names.people.values() if person.active]
        return sorted(people, key=lambda person: folded(person.name))

    def _remembered(self) -> str | None:
        return self._settings.current.last_person.get(self.session.names.settings.register_id)

    def _show_people(self) -> None:
        people = self._people()
        shown = _fitting(people, self.filter.text())
        self.list.show_people(shown)
        self._nobody.setVisible(not people)
        for part in (self.filter, self.list):
            part.setVisible(bool(people))

    def _show_guide(self) -> None:
        guide = guide_of_demo(self.session.names)
        words = self.tr("This is the demo. Choose {name} to look round as coordinator.").format(name=guide)
        self._guide.show_sentence(words if guide else "")

    def _take_marked(self) -> None:
        marked = self.list.marked()
        if marked is not None:
            self._on_person_taken(marked)

    def _on_person_marked(self, person: str) -> None:
        if self._asked_of != person:
            self._ask(None)

    def _on_person_taken(self, person: str) -> None:
        row = self.session.names.people[person]
        self.list.mark(person)
        if row.has_secret:
            self._ask(row)
        else:
            self._sign_in(row)

    # --- the secret ---

    def _ask(self, person: PersonRow | None) -> None:
        self._asked_of = person.id if person else None
        self.secret.clear()
        self.secret_row.set_wrong("")
        self._asked.setVisible(person is not None)
        if person is not None:
            self._whose.setText(person.name)
            self.secret.setAccessibleName(self.tr("Password of {name}").format(name=person.name))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            self._laid_out.start()

    def _show_asked(self) -> None:
        """Where the sheet scrolls, the line to write in must be in sight."""
        if self._asked.isVisible():
            self._scroll.ensureWidgetVisible(self._asked)

    def _check(self) -> None:
        person = self.session.names.people.get(self._asked_of or "")
        if person is None or self._checking:
            return
        self._checking = True
        self.go.setEnabled(False)
        secret, register, new_id = self.secret.text(), self.session.register, self.session.services.new_id
        self.session.tasks.run(
            lambda: check_secret(register, person.id, secret, new_id),
            lambda _: self._on_checked(person), self._on_not_checked,
        )  # fmt: skip

    def _on_checked(self, person: PersonRow) -> None:
        self._end_check()
        self._sign_in(person)

    def _on_not_checked(self, error: BaseException) -> None:
        self._end_check()
        if isinstance(error, Refused):
            self.secret.clear()
            self.secret_row.set_wrong(self.session.wording.refusal(error))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            self._laid_out.start()
        else:
            self.session.explain(error, self._check)

    def _end_check(self) -> None:
        self._checking = False
        self.go.setEnabled(True)

    # --- signed in ---

    def _sign_in(self, person: PersonRow) -> None:
        self._ask(None)
        actor = acting_as(person)
        self._remember(person)
        self.session.set_actor(actor)
        register, new_id = self.session.register, self.session.services.new_id
        self.session.tasks.run(lambda: log_access(register, new_id, actor, "signed_in", {}), None, self.session.explain)
        self.go_requested.emit("back" if person.id == self._before else "board")

    def _remember(self, person: PersonRow) -> None:
        """Who needs no secret begins here next time; after somebody who does, everybody is asked."""
        register_id = self.session.names.settings.register_id
        known = {key: each for key, each in self._settings.current.last_person.items() if key != register_id}
        if not person.has_secret:
            known[register_id] = person.id
        self._settings.change(last_person=known)


def _fitting(people: Sequence[PersonRow], typed: str) -> list[PersonRow]:
    """Those of which every typed word begins a word of name, job or department."""
    words = folded(typed).split()
    return [
        person
        for person in people
        if all(f" {word}" in f" {folded(f'{person.name} {person.job} {person.unit}')}" for word in words)
    ]
