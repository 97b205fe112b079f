"""A register under a passphrase in the window: protected, opened, changed, opened to all again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from incident_desk.app import wire
from incident_desk.domain.context import NOBODY
from incident_desk.domain.recovery_key import written
from incident_desk.gui.first_start.protecting_sheet import ProtectingSheet
from incident_desk.gui.first_start.restore_sheet import RestoreSheet
from incident_desk.gui.first_start.start_sheet import StartSheet
from incident_desk.gui.first_start.unlock_sheet import UnlockSheet
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.settings.protection_part import ProtectionPart
from incident_desk.gui.settings.register_section import RegisterSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.storage.register import open_register
from incident_desk.support.register_files import salt_of
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.protection import ENCRYPTED, Order, protect
from incident_desk.usecases.unlocking import key_of, unlock
from tests.factories import open_desk
from tests.gui.first_start.conftest import Start
from tests.storage.protected import OTHER, PASSPHRASE, closed, start_anew

Begin = Callable[..., Start]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "regs" / "Ward.register"
    path.parent.mkdir()
    with open_desk(str(path)) as desk:
        desk.new("identification")
    return path


@pytest.fixture
def ward(start: Begin, plain: Path) -> Path:
    """Encrypted, and not unlocked."""

    services = wire(plain.parent.parent, "en")
    closed(protect(services, Order(ENCRYPTED, str(plain), "Anna Berg", PASSPHRASE)))
    start_anew()
    return plain


def sheet_of(start: Start) -> UnlockSheet:
    start.until(lambda: isinstance(start.assistant.sheet, UnlockSheet))
    sheet = start.assistant.sheet
    assert isinstance(sheet, UnlockSheet)
    return sheet


def typed(start: Start, line: QLineEdit, words: str) -> None:
    line.setText(words)
    line.returnPressed.emit()
    start.settle()


def test_that_the_passphrase_is_asked_in_the_page(start: Begin, ward: Path) -> None:
    started = start(str(ward))
    sheet = sheet_of(started)
    assert sheet.accessibleName() == "“Ward” is protected"
    assert sheet.ask.passphrase.echoMode() is QLineEdit.EchoMode.Password
    started.until(sheet.ask.passphrase.hasFocus)
    typed(started, sheet.ask.passphrase, "not this passphrase")
    started.until(lambda: sheet.ask.passphrase_row.wrong)
    assert sheet.ask.passphrase_row.wrong.startswith("This passphrase does not open the file.")
    assert sheet.ask.passphrase.text() == ""
    typed(started, sheet.ask.passphrase, PASSPHRASE)
    window = started.until_open()
    assert window.session.register.encrypted
    assert PASSPHRASE not in (started.host.services.data_dir / "settings.toml").read_text("utf-8")


def test_that_the_recovery_key_opens_it_and_a_mistake_is_told(start: Begin, ward: Path) -> None:
    salt = salt_of(ward)
    assert salt is not None
    key = written(key_of(PASSPHRASE, salt))
    started = start(str(ward))
    sheet = sheet_of(started)
    sheet.ask.other.click()
    assert not sheet.ask.passphrase_row.isVisible()
    wrong = ("2" if key[0] != "2" else "3") + key[1:]
    typed(started, sheet.ask.key, wrong)
    started.until(lambda: sheet.ask.key_row.wrong)
    assert sheet.ask.key_row.wrong.startswith("There is a mistake in the recovery key.")
    assert sheet.ask.key.text() == wrong
    typed(started, sheet.ask.key, key.lower())
    assert started.until_open().session.register.encrypted


def test_that_another_register_can_be_opened_instead(start: Begin, ward: Path) -> None:
    started = start(str(ward))
    sheet_of(started).other.click()
    started.until(lambda: isinstance(started.assistant.sheet, StartSheet))


def protection_of(started: Start, window: MainWindow) -> ProtectionPart:
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    page.show_section(RegisterSection.key)
    started.settle()
    section = page.section
    assert isinstance(section, RegisterSection)
    return section.protection


def protecting(started: Start) -> ProtectingSheet:
    started.until(lambda: not isinstance(started.host.window, MainWindow))
    sheet = started.assistant.sheet
    assert isinstance(sheet, ProtectingSheet)
    started.until(sheet.go.isVisible)
    return sheet


def with_anna(plain: Path, data: Path) -> Callable[[SettingsFile], None]:
    """Anna Berg at the keyboard, and a plain backup in a folder this PC knows."""

    def prepare(settings: SettingsFile) -> None:
        register = open_register(str(plain))
        person = next(each.id for each in register.queries.people() if each.name == "Anna Berg")
        register_id, folder = register.queries.settings().register_id, plain.parent / "backups"
        back_up(register, folder, wire(data, "en"), NOBODY)
        settings.change(last_person={register_id: person}, backup_folders={register_id: str(folder)})
        register.close()

    return prepare


def test_that_it_is_protected_changed_and_opened_to_all_in_settings(start: Begin, plain: Path, tmp_path: Path) -> None:
    started = start(str(plain), with_anna(plain, tmp_path / "data"))
    window = started.until_open()
    actor = window.session.actor
    part = protection_of(started, window)
    assert (part.protect.isVisible(), part.change.isVisible(), part.remove.isVisible()) == (True, False, False)

    # protected
    part.protect.click()
    part.paper.set_path(tmp_path / "key.pdf")
    part.first.setText("too short")
    part.go.click()
    assert "at least 12" in part.rows["first"].wrong
    part.first.setText(PASSPHRASE)
    part.again.setText(PASSPHRASE + "x")
    part.go.click()
    assert part.rows["again"].wrong.startswith("The two passphrases are not the same.")
    part.again.setText(PASSPHRASE)
    part.go.click()
    sheet = protecting(started)
    assert sheet.done.text().startswith("Ward is protected")
    assert "key.pdf" in sheet.paper.text()
    assert sheet.copies.count() == 2
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert salt_of(plain) is not None
    sheet.go.click()
    window = started.until_open()
    assert window.session.actor == actor

    # another passphrase
    part = protection_of(started, window)
    assert (part.protect.isVisible(), part.change.isVisible(), part.remove.isVisible()) == (False, True, True)
    part.change.click()
    part.paper.set_path(tmp_path / "key 2.pdf")
    part.current.setText("not this passphrase")
    part.first.setText(OTHER)
    part.again.setText(OTHER)
    part.go.click()
    started.until(lambda: part.rows["current"].wrong)
    assert part.rows["current"].wrong == "This is not the passphrase of this register. Try again."
    part.current.setText(PASSPHRASE)
    part.go.click()
    protecting(started).go.click()
    window = started.until_open()

    # none
    part = protection_of(started, window)
    part.remove.click()
    assert not part.rows["first"].isVisible()
    part.current.setText(OTHER)
    part.go.click()
    protecting(started).go.click()
    window = started.until_open()
    assert not window.session.register.encrypted
    kinds = [each.kind for each in window.session.register.queries.entries(window.session.names.settings.register_id)]
    assert kinds[-3:] == ["encrypted", "passphrase_changed", "decrypted"]


def test_that_nothing_typed_stays_when_somebody_leaves_the_page(start: Begin, plain: Path, tmp_path: Path) -> None:
    started = start(str(plain), with_anna(plain, tmp_path / "data"))
    window = started.until_open()
    part = protection_of(started, window)
    part.protect.click()
    part.first.setText(PASSPHRASE)
    window.show_page("board")
    assert part.first.text() == ""
    assert not part.go.isVisible()


def test_that_only_an_administrator_sees_the_way(start: Begin, plain: Path, tmp_path: Path) -> None:
    started = start(str(plain), with_anna(plain, tmp_path / "data"))
    window = started.until_open()
    part = protection_of(started, window)
    part.protect.click()
    part.first.setText(PASSPHRASE)
    names = window.session.names
    window.session.set_actor(actor_named("Maria Manager", names))
    assert not part.protect.isVisible()
    assert part.first.text() == ""


def test_that_it_is_left_alone_while_it_is_open_elsewhere(start: Begin, plain: Path, tmp_path: Path) -> None:
    started = start(str(plain))
    window = started.until_open()
    other = open_register(str(plain))
    other.queries.settings()
    order = Order(ENCRYPTED, str(plain), "Anna Berg", PASSPHRASE, tmp_path / "key.pdf")
    window.protection_requested.emit(order)
    sheet = protecting(started)
    assert sheet.failed.text().startswith(
        ("Another program or another PC has Ward.register open.", "Ward.register is open elsewhere")
    )
    assert not (tmp_path / "key.pdf").exists()
    other.close()
    sheet.go.click()
    assert not started.until_open().session.register.encrypted


def test_that_a_backup_under_an_older_passphrase_is_asked_for_it(start: Begin, ward: Path) -> None:

    services = wire(ward.parent.parent, "en")
    unlock(services, str(ward), PASSPHRASE)
    register = open_register(str(ward))
    back_up(register, ward.parent, services, NOBODY)
    register.close()
    closed(protect(services, Order("passphrase_changed", str(ward), "Anna Berg", OTHER)))
    start_anew()
    started = start(str(ward))
    sheet_of(started).restore.click()
    started.until(lambda: isinstance(started.assistant.sheet, RestoreSheet) and started.assistant.sheet.rows)
    sheet = started.assistant.sheet
    assert isinstance(sheet, RestoreSheet)
    sheet.rows[0].click()
    started.until(sheet.ask.isVisible)
    typed(started, sheet.ask.passphrase, OTHER)
    started.until(lambda: sheet.ask.passphrase_row.wrong)
    typed(started, sheet.ask.passphrase, PASSPHRASE)
    started.until(sheet.facts.isVisible)
    assert not sheet.ask.isVisible()
