"""Backups, this PC, and whether the register still says what was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.first_start.restore_sheet import RestoreSheet
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.settings.backup_section import BackupSection
from incident_desk.gui.settings.pc_section import PcSection
from incident_desk.gui.settings.register_section import RegisterSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.usecases.back_up import backups_in
from tests.factories import Desk
from tests.gui.settings.conftest import Opened

Open = Callable[[Desk], Opened]


# --- backup --------------------------------------------------------------------------------------


def backed_up(opened: Opened, folder: Path) -> BackupSection:
    section = opened.section(BackupSection)
    section._on_chosen(folder)
    opened.until(lambda: section.list.facts)
    return section


def test_that_a_place_is_chosen_and_the_first_backup_written(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    opened = settings_of(desk)
    section = opened.section(BackupSection)
    assert section.warning.text() == "No backup place chosen"
    assert not section.now.isVisible()
    section.choose.click()
    dialog = section.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "backups"))
    dialog.close()
    assert section.working.sentence == "The backup is being written and checked."
    opened.until(lambda: section.list.facts)
    (backup,) = backups_in(tmp_path / "backups")
    assert section.list.facts[0][2] == backup.path.name
    assert re.fullmatch(r"Last backup today \d\d:\d\d", section.state.text())
    assert opened.told[-1] == f"Backed up and checked: {backup.path.name}"
    assert section.place.text() == str(tmp_path / "backups")
    opened.until(lambda: not section.working.isVisible())


def test_that_trouble_with_the_place_is_told(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    opened = settings_of(desk)
    section = opened.section(BackupSection)
    section._on_chosen(tmp_path / "file")
    opened.until(lambda: opened.told)
    assert opened.told[-1].startswith(f"The backup to {tmp_path / 'file'} was not written:")
    opened.until(section.now.isEnabled)


def test_that_restore_leads_to_the_assistant_and_back(desk: Desk, settings_of: Open, tmp_path: Path) -> None:
    opened = settings_of(desk)
    section = backed_up(opened, tmp_path / "backups")
    section.restore.click()
    host = opened.around.host
    opened.until(lambda: isinstance(host.window, Assistant))
    assistant = host.window
    assert isinstance(assistant, Assistant)
    sheet = assistant.sheet
    assert isinstance(sheet, RestoreSheet)
    opened.until(lambda: sheet.rows)
    sheet.back.click()
    opened.until(lambda: not isinstance(host.window, Assistant))


def test_that_only_administrators_back_up_and_restore_here(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Maria Manager")).section(BackupSection)
    for button in (section.choose, section.now, section.restore):
        assert not button.isVisible()
    assert section.who_may.text() == "Anna Berg can change this."


# --- this PC -------------------------------------------------------------------------------------


def test_that_the_look_changes_at_once_and_is_remembered(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, settings = opened.section(PcSection), opened.around.host.settings
    theme = opened.around.window.theme
    for code, dark in (("dark", True), ("light", False)):
        section.scheme.set_code(code)
        section.scheme.code_chosen.emit(code)
        assert theme.dark is dark
        assert settings.current.scheme == code
    section.text_size.larger.click()
    assert (theme.zoom, settings.current.zoom) == (110, 110)
    section.text_size.usual.click()
    assert (theme.zoom, settings.current.zoom) == (100, 100)
    section.motion.setChecked(False)
    assert (theme.motion, settings.current.motion) == (False, False)
    section.motion.setChecked(True)


def test_that_the_window_speaks_the_language_that_is_chosen_at_once(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, host = opened.section(PcSection), opened.around.host
    who, place = opened.around.window.session.actor.id, opened.around.window.geometry()
    assert section.language.code() == "system"
    for code, language, title in (("de", "de", "Einstellungen"), ("system", "", "Settings")):
        section.language.set_code(code)
        section.language.code_chosen.emit(code)
        assert host.settings.current.language == language
        window = host.window
        assert isinstance(window, MainWindow)
        assert window.isVisible()
        assert window.page.title() == title
        assert window.session.actor.id == who
        assert window.geometry().size() == place.size()
        assert isinstance(window.page, SettingsPage)
        shown = window.page.section
        assert isinstance(shown, PcSection)
        section = shown
        opened.around.settle()


def test_that_nothing_that_is_written_is_broken_off_for_another_language(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section, window, host = opened.section(PcSection), opened.around.window, opened.around.host
    writing = window.session.writers.begin("Closed now, the file is not written.")
    section.language.code_chosen.emit("de")
    assert host.window is window
    assert window.isVisible()
    assert opened.around.told[-1].text.startswith("Something is still being written.")
    assert not window.close()  # nobody was told yet what becomes of the file
    window.session.writers.end(writing)
    section.language.code_chosen.emit("system")


def test_that_an_administrator_says_when_the_window_hides(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(PcSection)
    section.minutes.set_code("5")
    section.minutes.code_chosen.emit("5")
    opened.until(lambda: opened.around.window.session.names.settings.idle_minutes == 5)
    assert opened.told[-1] == "Saved."


def test_that_others_set_their_pc_but_not_the_register(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk.acting_as("Rosa Reporter")).section(PcSection)
    assert section.scheme.isEnabled()
    assert not section.minutes.isEnabled()
    assert section.who_may.text() == "Anna Berg can change this."


# --- the register --------------------------------------------------------------------------------


def test_that_it_says_what_the_register_holds(desk: Desk, settings_of: Open) -> None:
    desk.new("inbox")
    desk.new("containment")
    opened = settings_of(desk)
    section = opened.section(RegisterSection)
    opened.until(lambda: section.facts.facts)
    facts = {row[0]: row[1] for row in section.facts.facts}
    assert facts["Where"] == desk.address
    assert facts["Kind of place"] == "Test (test 1.1)"
    assert facts["Records"] == "2 in all, 1 in the inbox, 1 at Containment"
    assert facts["People"] == "5"


def test_that_the_register_leads_to_the_page_trust(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    opened.section(RegisterSection).trust.click()
    assert opened.around.window.page.key == "trust"


# --- the whole page ------------------------------------------------------------------------------


def test_that_everything_one_can_reach_has_a_name(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    for key in opened.page.sections:
        opened.page.show_section(key)
        opened.around.settle()
        reached = [
            part for part in opened.page.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]  # fmt: skip
        assert reached
        assert [part for part in reached if not part.accessibleName()] == [], key


def test_that_the_sections_are_walked_with_the_keyboard(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    opened.around.window.resize(1280, 800)
    first, second = list(opened.page.list.buttons.values())[:2]
    opened.until(lambda: first.isVisible())
    first.setFocus()
    opened.until(lambda: first.hasFocus())
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened.page.section.key == "places"


def test_that_in_a_narrow_window_a_choice_takes_the_place_of_the_list(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    opened.around.window.resize(700, 700)
    opened.until(lambda: opened.page.switch.isVisible())
    assert not opened.page.list.isVisible()
    assert opened.page.switch.code() == "organisation"
    QTest.keyClick(opened.page.switch, Qt.Key.Key_Down)
    opened.until(lambda: opened.page.section.key == "places")
    opened.around.window.resize(1280, 800)
    opened.until(lambda: opened.page.list.isVisible())
    assert opened.page.list.buttons["places"].isChecked()
