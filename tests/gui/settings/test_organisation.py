"""The organisation's settings: saved field by field, refused at the field, never lost while typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from incident_desk.domain.directory import ChangeSettings
from incident_desk.gui.settings.organisation_section import OrganisationSection
from incident_desk.gui.widgets.fields import ChoiceField, ProseField
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.support.drafts import DraftStore
from incident_desk.usecases.logo import LARGEST
from incident_desk.usecases.print_papers import organisation
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, field_of, line_of

Open = Callable[[Desk], Opened]


def section_of(opened: Opened) -> OrganisationSection:
    return opened.section(OrganisationSection)


def test_that_changes_are_saved_together(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = section_of(opened)
    form = section.editor.form
    assert not section.editor.save.isEnabled()
    line_of(form, "organisation").setText("St Brigid’s <b>Hospital</b> & Söhne")
    field_of(form, "address", ProseField).set_text("Main Road 1\nBerlin")
    line_of(form, "site_code").setText("stb")
    field_of(form, "zone", PickField).set_chosen("Europe/London")
    field_of(form, "language", ChoiceField).set_code("de")
    section.editor.form.edited.emit()
    section.editor.save.click()
    opened.until(lambda: opened.around.window.session.names.settings.site_code == "STB")
    settings = desk.register.queries.settings()
    assert (settings.organisation, settings.address) == ("St Brigid’s <b>Hospital</b> & Söhne", "Main Road 1\nBerlin")
    assert (settings.zone, settings.language) == ("Europe/London", "de")
    assert opened.told[-1] == "Organisation saved."
    opened.until(lambda: not section.editor.save.isEnabled())
    assert section.editor.form.changes() == {}


@pytest.mark.parametrize(
    ("key", "value", "wrong"),
    [
        ("site_code", "a b", 'A code takes 1 to 8 capital letters and digits, such as W3 or HALL1, not "A B".'),
        ("site_code", "", "This cannot be empty."),
        ("organisation", "a\x00b", "organisation holds a character that cannot be kept. Take it out and save again."),
    ],
)
def test_that_what_is_refused_is_said_at_its_field(
    desk: Desk, settings_of: Open, key: str, value: str, wrong: str
) -> None:
    opened = settings_of(desk)
    section = section_of(opened)
    line = line_of(section.editor.form, key)
    line.setText(value)
    line.textEdited.emit(value)
    assert line.text() == value, "the field itself refuses nothing here"
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows[key].wrong)
    assert section.editor.form.rows[key].wrong == wrong
    assert line.text() == value
    assert desk.register.queries.settings().site_code == "MAIN"
    opened.until(section.editor.save.isEnabled)


def test_that_typing_survives_what_a_colleague_saves_and_a_crash(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = section_of(opened)
    QTest.keyClicks(line_of(section.editor.form, "emergency_phone"), "2222")
    desk.do(None, ChangeSettings({"organisation": "Another name"}))
    opened.until(lambda: line_of(section.editor.form, "organisation").text() == "Another name")
    assert line_of(section.editor.form, "emergency_phone").text() == "2222"
    assert section.editor.form.changes() == {"emergency_phone": "2222"}
    drafts = DraftStore(opened.around.host.services.data_dir)
    register = desk.register.queries.settings().register_id
    opened.until(lambda: drafts.find(register, "settings organisation"))
    section.editor._subject = ""  # as in a window that was just made
    section.enter()
    assert section.editor.form.changes() == {"emergency_phone": "2222"}
    section.editor.back.click()
    assert section.editor.form.changes() == {}
    assert drafts.find(register, "settings organisation") is None


def test_that_others_read_and_hear_who_may_change_it(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk.acting_as("Carl Coordinator"))
    section = section_of(opened)
    assert section.who_may.text() == "Anna Berg can change this."
    assert not section.editor.save.isVisible()
    assert not section.logo.choose.isVisible()
    assert line_of(section.editor.form, "organisation").isReadOnly()
    assert not field_of(section.editor.form, "language", ChoiceField).isEnabled()


def test_that_a_logo_goes_into_the_register_and_onto_papers(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "green").save(picture)
    opened = settings_of(desk)
    section = section_of(opened)
    section.logo.choose.click()
    dialog = section.logo.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(picture))
    dialog.close()
    opened.until(lambda: not section.logo.picture.is_empty)
    assert organisation(desk.register).logo == picture.read_bytes()
    assert opened.told[-1] == "Logo saved."
    section.logo.remove.click()
    opened.until(lambda: section.logo.picture.is_empty)
    assert organisation(desk.register).logo is None
    assert desk.breaks() == []


def test_that_what_is_no_picture_is_refused_in_place(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    letter, huge = tmp_path / "letter.png", tmp_path / "huge.png"
    letter.write_bytes(b"Dear insurer")
    huge.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(LARGEST))
    opened = settings_of(desk)
    section = section_of(opened)
    for file, sentence in (
        (letter, "letter.png is neither a PNG nor a JPEG picture. Choose another file."),
        (huge, "huge.png has 5 MB; 4 MB fit. Attach a smaller file."),
        (tmp_path / "gone.png", "gone.png cannot be read. Check that it is still there."),
    ):
        section.logo.file_chosen.emit(file)
        opened.until(lambda: section.logo.wrong.text())
        assert section.logo.wrong.text() == sentence
        section.logo.wrong.show_sentence("")
    assert desk.register.queries.settings().logo == ""
