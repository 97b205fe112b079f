"""Two people in the settings at once: nobody's change is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable

from incident_desk.domain.directory import ChangePerson, ChangePlace, ChangeSettings
from incident_desk.domain.pack_editing import RenameCategory
from incident_desk.gui.forms.form_cell import ConflictBar
from incident_desk.gui.settings.categories_section import CategoriesSection
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.organisation_section import OrganisationSection
from incident_desk.gui.settings.people_section import PeopleSection
from incident_desk.gui.settings.places_section import PlacesSection
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, line_of

Open = Callable[[Desk], Opened]


def type_over(editor: EntryEditor, key: str, text: str) -> None:
    line_of(editor.form, key).setText(text)
    editor.form.edited.emit()


def bar_of(opened: Opened, editor: EntryEditor, key: str) -> ConflictBar:
    opened.until(lambda: key in editor.form.conflicts)
    opened.around.settle()
    return editor.form.conflicts[key]


def otto_in_both(desk: Desk, opened: Opened) -> tuple[PeopleSection, str]:
    """Otto's phone is typed here while a colleague saves another one."""
    section, otto = opened.section(PeopleSection), desk.person("Otto Auditor")
    section.list.mark(otto)
    type_over(section.editor, "phone", "3107")
    desk.do(otto, ChangePerson(otto, {"phone": "4444"}))
    return section, otto


def phone(desk: Desk, person: str) -> str:
    return next(each.phone for each in desk.register.queries.people() if each.id == person)


def test_that_what_a_colleague_saved_stands_beside_and_mine_can_be_kept(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, otto = otto_in_both(desk, opened)
    bar = bar_of(opened, section.editor, "phone")
    assert bar.theirs.text() == "4444"
    assert "Anna Berg" in bar.sentence
    assert not section.editor.save.isEnabled()
    bar.keep.click()
    assert section.editor.form.conflicts == {}
    section.editor.save.click()
    opened.until(lambda: phone(desk, otto) == "3107")


def test_that_theirs_can_be_taken(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, otto = otto_in_both(desk, opened)
    bar_of(opened, section.editor, "phone").take.click()
    assert section.editor.form.changes() == {}
    assert phone(desk, otto) == "4444"


def test_that_a_save_that_has_not_heard_of_the_colleague_yet_is_refused(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    opened.around.window.session.bus._timer.stop()  # as on a slow server
    section, otto = otto_in_both(desk, opened)
    section.editor.save.click()
    bar = bar_of(opened, section.editor, "phone")
    assert phone(desk, otto) == "4444"
    assert section.editor.form.values()["phone"] == "3107", "what is typed stays"
    assert bar.theirs.text() == "4444"


def test_that_places_organisation_and_categories_are_guarded_too(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    opened.around.window.session.bus._timer.stop()
    places = opened.section(PlacesSection)
    ward = next(place.id for place in desk.register.queries.places() if place.name == "Ward 3")
    places.tree.mark(ward)
    type_over(places.editor, "name", "Ward three")
    desk.do(ward, ChangePlace(ward, {"name": "Ward III"}))
    places.editor.save.click()
    assert bar_of(opened, places.editor, "name").theirs.text() == "Ward III"

    organisation = opened.section(OrganisationSection)
    type_over(organisation.editor, "organisation", "Mine")
    opened.until(organisation.editor.save.isEnabled)
    desk.do(None, ChangeSettings({"organisation": "Theirs"}))
    organisation.editor.save.click()
    assert bar_of(opened, organisation.editor, "organisation").theirs.text() == "Theirs"

    categories = opened.section(CategoriesSection)
    categories.tree.mark("device")
    type_over(categories.editor, "name", "Machine")
    opened.until(categories.editor.save.isEnabled)
    desk.do(None, RenameCategory("device", "Apparatus", "en"))
    categories.editor.save.click()
    assert bar_of(opened, categories.editor, "name").theirs.text() == "Apparatus"


def test_that_a_draft_meets_what_was_saved_since(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, otto = opened.section(PeopleSection), desk.person("Otto Auditor")
    section.list.mark(otto)
    type_over(section.editor, "phone", "3107")
    section.list.mark(desk.person("Anna Berg"))
    desk.do(otto, ChangePerson(otto, {"phone": "4444"}))
    opened.until(lambda: opened.around.window.session.names.people[otto].phone == "4444")
    section.list.mark(otto)
    assert bar_of(opened, section.editor, "phone").theirs.text() == "4444"
    assert section.editor.form.values()["phone"] == "3107"


def test_that_a_reason_stays_at_its_field_when_other_things_change(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(OrganisationSection)
    type_over(section.editor, "site_code", "a b")
    opened.until(section.editor.save.isEnabled)
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows["site_code"].wrong)
    wrong = section.editor.form.rows["site_code"].wrong
    desk.do(None, ChangeSettings({"organisation": "Another"}))
    opened.until(lambda: section.editor.form.values()["organisation"] == "Another")
    assert section.editor.form.rows["site_code"].wrong == wrong
