"""The list of people: who they are, what they may do here, and their secrets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.directory import AddPerson, ChangePerson
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import ROLE_NAMES, Role
from incident_desk.gui.forms.chosen_editors import TickBoxes
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.open_work_part import OpenWorkPart
from incident_desk.gui.settings.secret_panel import SecretPanel
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.panels import EmptyState, Rule
from incident_desk.gui.widgets.people_list import PeopleList
from incident_desk.gui.widgets.sides import Sides
from incident_desk.support.words import folded
from incident_desk.usecases.acting import acting_as
from incident_desk.usecases.rows import PersonRow
from incident_desk.usecases.secrets import set_secret
from incident_desk.usecases.submission import Done

_KEYS = ("name", "job", "unit", "phone", "roles")


class PeopleSection(Section):
    """`show` brings it into sight. Signals: `incident_opened` id, of somebody's open work; `erase_requested` id of a
    person, or "" for anybody else.
    """

    incident_opened = Signal(str)
    erase_requested = Signal(str)

    key = "people"
    icon = "users"
    tall = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget, show: Callable[[], None]) -> None:
        super().__init__(self.tr("People"), session, theme, parent)
        self.list = PeopleList(self.tr("People of this register"), theme, self)
        self.add = Button(self.tr("Add a person"), theme, self, icon="user-plus")
        self.editor = EntryEditor(session, theme, self)
        self.retire = Button("", theme, self)
        self.erase = Button(self.tr("Erase this person's data ..."), theme, self, icon="trash")
        self.erase_anybody = Button(self.tr("Erase anybody's data ..."), theme, self, icon="trash")
        self.open_work = OpenWorkPart(session, theme, self, show)
        self.secret = SecretPanel(theme, self)
        self.nobody = EmptyState(
            self.tr("Nobody is on the list yet, so everybody may do everything. Add yourself first."), theme, self
        )
        self.is_new = False
        self._added: str | None = None  # gets the mark once the list is read again
        self._becomes: str | None = None  # who acts from then on: somebody new, or oneself with other roles
        self._fill_form()
        self._lay_out()
        self._connect()

    # --- building ---

    def _fill_form(self) -> None:
        form, theme = self.editor.form, self.theme
        form.add(
            form.row("name", self.tr("Name"), LineField(theme, form)),
            form.row("job", self.tr("Job"), LineField(theme, form), hint=self.tr("beside signatures")),
        )
        form.add(
            form.row("unit", self.tr("Department"), LineField(theme, form)),
            form.row("phone", self.tr("Phone"), LineField(theme, form)),
        )
        self._roles = TickBoxes([(str(role), said(ROLE_NAMES[role])) for role in Role], theme, form, across=2)
        form.add(form.row("roles", self.tr("May act as"), self._roles))
        form.rows["roles"].set_help(
            self.tr(
                "Reporter: reports and sees what became of it. Coordinator: leads incidents. Manager: overrides "
                "and signs. Auditor: reads everything. Administrator: changes these settings."
            )
        )

    def _lay_out(self) -> None:
        sides = Sides(self.list, self.theme, self, shares=(9, 13))
        sides.left.addWidget(self.nobody)
        sides.left.addWidget(self.list, 1)
        below = FlowRow(self.theme, self)
        below.add(self.add, self.erase_anybody)
        sides.left.addWidget(below)
        self._below = (Rule(self.theme, self), self.open_work, Rule(self.theme, self), self.secret)
        for part in (self.editor, *self._below):
            sides.right.addWidget(part)
        sides.right.addStretch(1)
        self.editor.buttons.add(self.retire, self.erase)
        self.body.addWidget(sides, 1)

    def _connect(self) -> None:
        self.list.person_marked.connect(self._on_person_marked)
        self.add.clicked.connect(self._begin_new)
        self.editor.save_requested.connect(self._save)
        self.editor.saved.connect(self._on_saved)
        self.editor.put_back.connect(self._on_put_back)
        self.retire.clicked.connect(self._on_retire_clicked)
        self.erase.clicked.connect(lambda: self.erase_requested.emit(self.list.marked() or ""))
        self.erase_anybody.clicked.connect(lambda: self.erase_requested.emit(""))
        self.open_work.opened.connect(self.incident_opened)
        self.secret.set_requested.connect(self._set_secret)
        self.secret.removal_requested.connect(lambda: self._set_secret(""))

    # --- showing ---

    def enter(self) -> None:
        super().enter()
        self._become()
        people = sorted(self.session.names.people.values(), key=lambda each: (not each.active, folded(each.name)))
        before, added = self.list.marked(), self._added
        self._added = None
        self.list.show_people(people, added)
        self.list.setVisible(bool(people))
        self.nobody.setVisible(not people)
        self.add.setVisible(self.may_edit)
        self.erase_anybody.setVisible(self.may_edit)
        if not people and not self.is_new:
            self._begin_new()
        elif self.list.marked() == before and not self.is_new:
            self._show_marked()

    def _become(self) -> None:
        person = self.session.names.people.get(self._becomes or "")
        if person is not None:
            self._becomes = None
            self.session.set_actor(acting_as(person))

    def leave(self) -> None:
        self.editor.keep_now()
        self.secret.close_lines()

    def _on_person_marked(self, person: str) -> None:
        self.is_new = False
        self.secret.close_lines()
        self._show_marked()

    def _marked(self) -> PersonRow | None:
        return self.session.names.people.get(self.list.marked() or "")

    def _show_marked(self) -> None:
        person = self._marked()
        if person is None:
            return
        values = {key: getattr(person, key) for key in _KEYS} | {
            "roles": [str(role) for role in Role if role in person.roles]
        }
        self.editor.show_entry(
            f"person {person.id}", values, chain=person.id, seen=person.position, title=person.name,
            read_only=not self.may_edit,
        )  # fmt: skip
        self.retire.set_text(self.tr("Take off the lists") if person.active else self.tr("Restore to the lists"))
        own = person.id == self.session.actor.id
        self.retire.setVisible(self.may_edit and not own)
        self.erase.setVisible(self.may_edit and not own)
        may_set = (own or self.may_edit) and not self.session.register.read_only and person.active
        self.secret.show_person(person.name, has_secret=person.has_secret, may_set=may_set)
        for part in self._below:
            part.show()
        self.open_work.show_person(person)

    def _begin_new(self) -> None:
        """The first person on the list must be able to change it again."""
        self.is_new = True
        first = not self.session.names.people
        roles = [Role.COORDINATOR, Role.MANAGER, Role.ADMINISTRATOR] if first else [Role.REPORTER]
        self.editor.show_entry(
            "new person", {"roles": [str(role) for role in roles]}, title=self.tr("New person"),
            read_only=not self.may_edit, new=not first,
        )  # fmt: skip
        for part in (self.retire, self.erase, *self._below):
            part.hide()
        if not first:
            self.editor.form.focus_first()

    def _on_put_back(self) -> None:
        if self.is_new and self.session.names.people:
            self.is_new = False
            self._show_marked()

    # --- orders ---

    def _save(self, changes: dict[str, Any]) -> None:
        values = self.editor.form.values()
        if self.is_new and not self.session.names.people and Role.ADMINISTRATOR not in values["roles"]:
            self.editor.form.set_wrong(
                "roles", self.tr("The first person looks after these settings: tick Administrator as well.")
            )
        elif self.is_new:
            order = AddPerson(
                values["name"] or "", tuple(values["roles"]), values["job"] or "", values["unit"] or "",
                values["phone"] or "",
            )  # fmt: skip
            self.editor.submit(None, (order,), self.tr("{name} is on the list.").format(name=order.name))
        else:
            person = self.list.marked()
            self.editor.submit(person, (ChangePerson(person or "", changes),), self.tr("Person saved."))

    def _on_saved(self, done: Done) -> None:
        first = self.is_new and not self.session.names.people
        if self.is_new:
            self.is_new, self._added = False, done.id
        if first or done.id == self.session.actor.id:
            self._becomes = done.id

    def _on_retire_clicked(self) -> None:
        person = self._marked()
        if person is None:
            return
        told = (
            self.tr("{name} is off the lists. Old records keep the name.")
            if person.active
            else self.tr("{name} is on the lists again.")
        )
        order = ChangePerson(person.id, {"active": not person.active})
        self.session.submit(
            person.id, (order,), seen=person.position, said=told.format(name=person.name), undoable=False
        )

    # --- secrets ---

    def _set_secret(self, secret: str) -> None:
        person, session = self._marked(), self.session
        if person is None:
            return
        register, actor, op_id = session.register, session.actor, session.services.new_id()

        def work() -> Done:
            set_secret(register, actor, person.id, secret, op_id)
            return Done(op_id, person.id, "", person.position, (), (("person", person.id),))

        session.carry_out(work, done=lambda _: self._on_secret_set(secret), refused=self._on_secret_refused)

    def _on_secret_set(self, secret: str) -> None:
        self.secret.close_lines()
        self.session.messages.good(
            self.tr("The password is set.") if secret else self.tr("The password is taken away.")
        )

    def _on_secret_refused(self, refused: Refused) -> None:
        if self.secret.first_row.isVisible():
            self.secret.set_wrong(self.session.wording.refusal(refused))
        else:
            self.session.explain(refused)
