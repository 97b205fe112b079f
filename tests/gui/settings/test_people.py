"""The list of people: who may act as what, secrets, and the last administrator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.context import NOBODY
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.settings.people_section import PeopleSection
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.secrets import check_secret, set_secret
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, make_register
from tests.gui.settings.conftest import Opened, line_of, ticks_of

Open = Callable[[Desk], Opened]
SECRET = "correct horse battery"


def people(desk: Desk) -> dict[str, str]:
    return {person.name: person.id for person in desk.register.queries.people()}


def row(desk: Desk, name: str) -> object:
    return next(person for person in desk.register.queries.people() if person.name == name)


def test_that_a_person_is_added(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.add.click()
    form = section.editor.form
    QTest.keyClicks(line_of(form, "name"), "Ola Nord")
    QTest.keyClicks(line_of(form, "job"), "Nurse")
    ticks_of(form, "roles").tick(["coordinator", "manager"])
    section.editor.save.click()
    opened.until(lambda: section.list.marked() == people(desk).get("Ola Nord"))
    person = row(desk, "Ola Nord")
    assert (person.job, person.roles) == ("Nurse", {Role.COORDINATOR, Role.MANAGER})  # type: ignore[attr-defined]  # a PersonRow
    assert opened.told[-1] == "Ola Nord is on the list."


def test_that_enter_in_a_line_saves_a_new_person(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.add.click()
    name = line_of(section.editor.form, "name")
    QTest.keyClicks(name, "Ola Nord")
    QTest.keyClick(name, Qt.Key.Key_Return)
    opened.until(lambda: section.list.marked() == people(desk).get("Ola Nord"))
    opened.around.settle()
    assert opened.told == ["Ola Nord is on the list."]
    assert section.editor.back.words == "Discard changes"


def test_that_a_person_is_changed_and_taken_off_the_lists(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    otto = people(desk)["Otto Auditor"]
    section.list.mark(otto)
    line_of(section.editor.form, "phone").setText("3107")
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: opened.around.window.session.names.people[otto].phone == "3107")
    section.retire.click()
    opened.until(lambda: not opened.around.window.session.names.people[otto].active)
    assert opened.told[-1] == "Otto Auditor is off the lists. Old records keep the name."
    opened.until(lambda: section.retire.words == "Restore to the lists")
    section.retire.click()
    opened.until(lambda: opened.around.window.session.names.people[otto].active)


def test_that_the_last_administrator_stays_one(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.list.mark(people(desk)["Anna Berg"])
    assert not section.retire.isVisible()
    roles = ticks_of(section.editor.form, "roles")
    roles.tick(["reporter", "manager"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows["roles"].wrong)
    assert section.editor.form.rows["roles"].wrong == (
        "Somebody must stay administrator. Give that role to another person first."
    )
    assert roles.codes() == ["reporter", "manager"]


def test_that_giving_up_a_role_of_ones_own_holds_at_once(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.list.mark(people(desk)["Otto Auditor"])
    ticks_of(section.editor.form, "roles").tick(["administrator"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: Role.ADMINISTRATOR in row(desk, "Otto Auditor").roles)  # type: ignore[attr-defined]  # a PersonRow
    opened.around.settle()
    section.list.mark(people(desk)["Anna Berg"])
    ticks_of(section.editor.form, "roles").tick(["manager"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: opened.around.window.session.actor.roles == {Role.MANAGER})
    assert not section.add.isVisible()
    assert section.who_may.text() == "Otto Auditor can change this."


def test_that_the_first_person_on_the_list_can_change_it_again(settings_of: Open, tmp_path: Path) -> None:
    address = str(tmp_path / "nobody.register")
    register = make_register(address)
    empty = Desk(register, Submitter(register, uuid7, NOBODY), address)
    opened = settings_of(empty)
    section = opened.section(PeopleSection)
    assert section.nobody.isVisible()
    form = section.editor.form
    QTest.keyClicks(line_of(form, "name"), "Ola Nord")
    ticks_of(form, "roles").tick(["reporter"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    assert section.editor.form.rows["roles"].wrong.startswith("The first person looks after these settings")
    ticks_of(form, "roles").tick(["coordinator", "administrator"])
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: opened.around.window.session.actor.name == "Ola Nord")
    assert section.may_edit
    register.close()


def test_that_a_secret_is_set_and_taken_away(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    maria = people(desk)["Maria Manager"]
    section.list.mark(maria)
    assert section.secret.state.text() == "Maria Manager signs in without a password."
    section.secret.open_button.click()
    section.secret.first.setText("short")
    section.secret.again.setText("short")
    section.secret.save.click()
    assert section.secret.first_row.wrong == "Use 8 characters or more."
    section.secret.first.setText(SECRET)
    section.secret.save.click()
    assert section.secret.again_row.wrong == "The two are not the same. Type them again."
    section.secret.again.setText(SECRET)
    section.secret.save.click()
    opened.until(lambda: desk.register.queries.secret(maria))
    check_secret(desk.register, maria, SECRET, uuid7)
    opened.until(lambda: section.secret.remove.isVisible())
    assert (section.secret.first.text(), section.secret.again.text()) == ("", "")
    section.secret.remove.click()
    opened.until(lambda: desk.register.queries.secret(maria) is None)
    opened.until(lambda: opened.told[-1] == "The password is taken away.")
    assert desk.breaks() == []


def test_that_the_secret_is_on_no_disk_but_as_a_hash(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.list.mark(people(desk)["Maria Manager"])
    section.secret.open_button.click()
    QTest.keyClicks(section.secret.first, SECRET)
    QTest.keyClicks(section.secret.again, SECRET)
    section.secret.save.click()
    opened.until(lambda: desk.register.queries.secret(people(desk)["Maria Manager"]))
    opened.page.leave()
    found = [path for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert found == []


def test_that_everybody_sets_their_own_secret_and_nobody_elses(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk.acting_as("Rosa Reporter"))
    section = opened.section(PeopleSection)
    section.list.mark(people(desk)["Maria Manager"])
    assert not section.secret.open_button.isVisible()
    assert not section.editor.save.isVisible()
    section.list.mark(people(desk)["Rosa Reporter"])
    section.secret.open_button.click()
    section.secret.first.setText(SECRET)
    section.secret.again.setText(SECRET)
    section.secret.save.click()
    opened.until(lambda: desk.register.queries.secret(people(desk)["Rosa Reporter"]))


def test_that_the_lines_of_a_secret_close_when_another_person_is_marked(desk: Desk, settings_of: Open) -> None:
    set_secret(desk.register, desk.submitter.actor, people(desk)["Otto Auditor"], SECRET, uuid7())
    section = settings_of(desk).section(PeopleSection)
    section.list.mark(people(desk)["Maria Manager"])
    section.secret.open_button.click()
    section.secret.first.setText("half a sec")
    section.list.mark(people(desk)["Otto Auditor"])
    assert not section.secret.first.isVisible()
    assert section.secret.first.text() == ""
    assert section.secret.open_button.words == "Set another ..."


@pytest.mark.parametrize("name", ["<b>x</b>", "&amp;", "\u202egnp.exe", "مريض سقط"])
def test_that_a_strange_name_is_kept_and_shown_as_it_is(desk: Desk, settings_of: Open, name: str) -> None:
    opened = settings_of(desk)
    section = opened.section(PeopleSection)
    section.add.click()
    line_of(section.editor.form, "name").setText(name)
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: name in people(desk))
    opened.until(lambda: section.list.marked() == people(desk)[name])
    assert section.editor._title.text() == name
