"""A register of one's own, on one page: from nothing to the open register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.vocabulary import Role
from incident_desk.gui.first_start.own_form import OwnForm
from incident_desk.gui.first_start.start_sheet import StartSheet
from incident_desk.support.drafts import DraftStore
from incident_desk.usecases.own_register import proposed_code, proposed_file
from tests.gui.conftest import focused
from tests.gui.first_start.conftest import Start
from tests.hostile import TEXTS

Begin = Callable[..., Start]


def form_of(started: Start) -> OwnForm:
    assert isinstance(started.assistant.sheet, StartSheet)
    return started.assistant.sheet.own


def paste(line: QLineEdit, text: str) -> None:
    """Puts in what no key of a keyboard types."""
    line.insert(text)
    line.textEdited.emit(line.text())


def fill(started: Start, organisation: str = "Halden Works", name: str = "Eva Lindqvist") -> OwnForm:
    form = form_of(started)
    QTest.keyClicks(form.organisation, organisation)
    form.packs.set_code("general")
    QTest.keyClicks(form.person, name)
    QTest.keyClicks(form.job, "Safety officer")
    return form


def test_that_one_page_leads_to_the_open_register(start: Begin) -> None:
    started = start()
    fill(started).make.click()
    window = started.until_open()
    settings = window.session.names.settings
    assert (settings.organisation, settings.site_code) == ("Halden Works", "HALDEN")
    assert window.session.names.pack.id == "general"
    (person,) = window.session.names.people.values()
    assert (person.name, person.job) == ("Eva Lindqvist", "Safety officer")
    assert person.roles == {Role.COORDINATOR, Role.MANAGER, Role.ADMINISTRATOR}
    assert window.session.actor.id == person.id
    path = started.documents / "Incident Desk" / "Halden Works.register"
    assert window.session.register.path == path
    assert list(window.session.register.verify("full")) == []
    current = started.settings.current
    assert current.last_register == str(path)
    assert current.backup_folders == {settings.register_id: str(path.parent / "Backups")}
    assert sorted(each.name for each in path.parent.iterdir() if not each.name.startswith(path.name)) == []


def test_that_the_code_and_the_file_follow_the_name_until_somebody_writes_them(start: Begin) -> None:
    started = start()
    form = form_of(started)
    QTest.keyClicks(form.organisation, "St Brigid")
    assert (form.code.text(), form.file.path()) == (
        "STBRIGID", started.documents / "Incident Desk" / "St Brigid.register",
    )  # fmt: skip
    form.code.clear()
    QTest.keyClicks(form.code, "ward3")
    paste(form.organisation, "’s")
    assert (form.code.text(), form.file.path()) == (
        "ward3",
        started.documents / "Incident Desk" / "St Brigid’s.register",
    )


def test_that_what_is_missing_is_marked_and_nothing_is_made(start: Begin) -> None:
    started = start()
    form = form_of(started)
    form.make.click()
    assert [key for key, row in form._rows.items() if row._missing] == ["organisation", "pack", "name"]
    started.until(lambda: form.organisation.hasFocus())
    assert not started.documents.exists()


@pytest.mark.parametrize("code", ["ward-3", "ÄRZTE", "NINECHARS", ""])
def test_that_a_code_that_will_not_do_is_said_at_its_field(start: Begin, code: str) -> None:
    started = start()
    form = fill(started)
    form.code.clear()
    QTest.keyClicks(form.code, code or " ")
    form.make.click()
    assert form._rows["code"].wrong.startswith("A code takes 1 to 8 capital letters")
    assert not started.documents.exists()


def test_that_a_file_that_is_there_is_never_written_over(start: Begin, tmp_path: Path) -> None:
    there = tmp_path / "there.register"
    there.write_bytes(b"precious")
    started = start()
    form = fill(started)
    form.file.set_path(there)
    form.make.click()
    started.until(lambda: form._rows["file"].wrong)
    assert form._rows["file"].wrong == (
        "Something named there.register is there already. Choose another name; nothing was changed."
    )
    assert there.read_bytes() == b"precious"
    assert [each.name for each in tmp_path.iterdir() if "making" in each.name] == []
    assert form.make.isEnabled()


def test_that_a_place_where_nothing_can_be_written_is_said_at_its_field(start: Begin, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    started = start()
    form = fill(started)
    form.file.set_path(tmp_path / "file" / "x.register")
    form.make.click()
    started.until(lambda: form._rows["file"].wrong)
    assert "cannot be written" in form._rows["file"].wrong or "Nothing can be written" in form._rows["file"].wrong
    form.file.set_path(Path("x.register"))
    form.make.click()
    assert form._rows["file"].wrong == "Choose a place, or write the whole path."


def test_that_what_was_typed_comes_back_after_a_crash(start: Begin, tmp_path: Path) -> None:
    started = start()
    fill(started)
    kept = DraftStore(tmp_path / "data")
    started.until(lambda: (draft := kept.find("new", "register")) and draft.values.get("job") == "Safety officer")
    again = start()
    form = form_of(again)
    assert (form.organisation.text(), form.person.text(), form.job.text()) == (
        "Halden Works", "Eva Lindqvist", "Safety officer",
    )  # fmt: skip
    assert (form.packs.code(), form.code.text()) == ("general", "HALDEN")
    form.make.click()
    again.until_open()
    assert kept.find("new", "register") is None


@pytest.mark.parametrize("name", ["<b>x</b>", "../../etc", "a\\b:c*?", "\u202egnp.exe", "R&D 50% ${x} {0}", "日本"])
def test_that_a_strange_name_is_kept_as_it_was_typed(start: Begin, name: str) -> None:
    started = start()
    form = form_of(started)
    paste(form.organisation, name)
    form.code.setText("X1")
    form.packs.set_code("factory")
    paste(form.person, name)
    form.make.click()
    window = started.until_open()
    assert window.session.names.settings.organisation == name
    assert [person.name for person in window.session.names.people.values()] == [name]
    made = window.session.register.path
    assert made is not None
    assert made.parent == started.documents / "Incident Desk"


def test_that_the_whole_page_works_by_keyboard_alone(start: Begin) -> None:
    started = start()
    form = form_of(started)
    started.until(lambda: form.organisation.hasFocus())
    keys = QTest.keyClicks

    def tab() -> QWidget:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        return focused()

    keys(form.organisation, "Halden Works")
    assert tab() is form.code
    tile = tab()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert form.packs.code() is not None
    assert tab() is form.person
    keys(form.person, "Eva Lindqvist")
    assert tab() is form.job
    for wanted in (form.file.line, form.file.button, form.backups.line, form.backups.button, form.make):
        assert tab() is wanted
    QTest.keyClick(form.make, Qt.Key.Key_Return)
    assert started.until_open().session.actor.name == "Eva Lindqvist"


def test_that_everything_one_can_reach_has_a_name(start: Begin) -> None:
    started = start()
    sheet = started.assistant.sheet
    assert isinstance(sheet, StartSheet)
    for way in ("own", "open", "demo"):
        sheet.choose(way)
        nameless = [
            part for part in started.assistant.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.accessibleName()
        ]  # fmt: skip
        assert nameless == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Halden Works", "HALDEN"), ("St Brigid’s Hospital", "STBRIGID"), ("Klinik Süd-Ost", "KLINIK"), ("ÖBB", "OEBB"),
        ("Łódź 7", "ODZ7"), ("日本", ""), ("", ""), ("a b c d e", "ABCD"),
    ],
)  # fmt: skip
def test_that_the_code_comes_from_the_name(name: str, code: str) -> None:
    assert proposed_code(name) == code


@pytest.mark.parametrize("name", TEXTS)
def test_that_the_file_lies_in_its_folder_whatever_the_name(name: str, tmp_path: Path) -> None:
    first = proposed_file(tmp_path, name)
    assert first.parent == tmp_path
    first.touch()
    assert proposed_file(tmp_path, name) != first


def test_that_the_focus_is_seen_on_a_row(start: Begin) -> None:
    """A row that has the focus looks different."""
    started = start(
        prepare=lambda settings: settings.change(known_registers=["/nowhere/a.register", "/nowhere/b.register"])
    )
    sheet = started.assistant.sheet
    assert isinstance(sheet, StartSheet)
    one, other = sheet.open.rows
    started.until(lambda: one.hasFocus())
    before = other.grab().toImage()
    other.setFocus()
    assert other.grab().toImage() != before
