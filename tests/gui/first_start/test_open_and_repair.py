"""A register that is there, one that does not open, and the way back by a backup."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from incident_desk.domain.context import NOBODY
from incident_desk.gui.first_start.open_form import said_address
from incident_desk.gui.first_start.restore_sheet import RestoreSheet
from incident_desk.gui.first_start.start_sheet import DEMO, OPEN, StartSheet
from incident_desk.gui.first_start.trouble_sheet import TroubleSheet
from incident_desk.support.settings import SettingsFile
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.back_up import back_up, backups_in
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import pin_head
from tests.factories import Desk, open_desk
from tests.gui.first_start.conftest import Start
from tests.registers.make import FOLDER
from tests.storage.other_program import other_program

Begin = Callable[..., Start]


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """A register with three incidents, closed."""
    path = tmp_path / "regs" / "Ward.register"
    path.parent.mkdir()
    with open_desk(str(path)) as desk:
        for _ in range(3):
            desk.new("identification")
    yield path


def again(path: Path) -> Desk:
    from incident_desk.storage.register import open_register
    from incident_desk.usecases.acting import actor_named
    from incident_desk.usecases.names import read_names
    from incident_desk.usecases.submission import Submitter

    register = open_register(str(path))
    actor = actor_named("Anna Berg", read_names(register.queries))
    return Desk(register, Submitter(register, uuid7, actor), str(path))


def backed_up(path: Path, start: Start) -> Path:
    """A backup of the register in a folder this PC knows; then two incidents more, which this PC saw."""
    services, folder = start.host.services, path.parent / "backups"
    desk = again(path)
    written = back_up(desk.register, folder, services, NOBODY)
    desk.new("inbox")
    desk.new("inbox")
    pin_head(desk.register, services.data_dir)
    register_id = desk.register.queries.settings().register_id
    desk.register.close()
    start.settings.change(backup_folders={register_id: str(folder)})
    return written


def trouble_of(start: Start) -> TroubleSheet:
    start.until(lambda: isinstance(start.assistant.sheet, TroubleSheet))
    assert isinstance(start.assistant.sheet, TroubleSheet)
    return start.assistant.sheet


def restore_of(start: Start) -> RestoreSheet:
    start.until(lambda: isinstance(start.assistant.sheet, RestoreSheet))
    assert isinstance(start.assistant.sheet, RestoreSheet)
    return start.assistant.sheet


def start_of(start: Start) -> StartSheet:
    assert isinstance(start.assistant.sheet, StartSheet)
    return start.assistant.sheet


def people_of(folder: Path) -> list[tuple[str, str]]:
    desk = again(backups_in(folder)[0].path)
    people = [(person.id, person.name) for person in desk.register.queries.people()]
    desk.register.close()
    return people


# --- opening -------------------------------------------------------------------------------------


def test_that_a_known_register_opens_with_a_click(start: Begin, written: Path) -> None:
    gone = str(written.parent / "gone.register")
    started = start(prepare=lambda settings: settings.change(known_registers=[str(written), gone]))
    sheet = start_of(started)
    assert sheet.way == OPEN
    assert [(row.accessibleName(), row.note) for row in sheet.open.rows] == [("Ward", ""), ("gone", "not there now")]
    sheet.open.rows[0].click()
    assert started.until_open().session.register.path == written
    assert started.settings.current.known_registers[:2] == [str(written), gone]


def test_that_the_password_of_an_address_is_not_shown() -> None:
    assert said_address("postgresql://amina:very-secret@db.example/ward") == (
        "ward", "postgresql://db.example/ward", True,
    )  # fmt: skip


def test_that_a_file_is_chosen_without_blocking_the_window(start: Begin, written: Path) -> None:
    started = start()
    sheet = start_of(started)
    sheet.choose(OPEN)
    sheet.open.choose.click()
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(written))
    dialog.close()
    assert started.until_open().session.register.path == written


def test_that_an_address_nobody_understands_leads_to_the_sentence(start: Begin) -> None:
    started = start()
    sheet = start_of(started)
    sheet.choose(OPEN)
    sheet.open.go.click()
    assert sheet.open.address_row._missing
    sheet.open.address.setText("oracle://server/x")
    sheet.open.go.click()
    trouble = trouble_of(started)
    assert trouble.sentence.text().startswith("Addresses that begin with oracle:// are not known.")
    assert [button.words for button in trouble.buttons] == ["Try again", "Another register"]
    trouble.buttons[-1].click()
    assert start_of(started).way == OPEN


def test_that_the_demo_opens_and_is_the_same_the_next_time(start: Begin) -> None:
    started = start()
    sheet = start_of(started)
    sheet.choose(DEMO)
    sheet.demo.go.click()
    first = started.until_open()
    path = first.session.register.path
    assert path is not None
    assert path.is_relative_to(started.host.services.data_dir / "demo")
    made = path.stat().st_ino
    first.other_register_requested.emit()
    started.until(lambda: start_of(started).isVisible())
    start_of(started).choose(DEMO)
    start_of(started).demo.packs.set_code(path.parent.name.partition("-")[0])
    start_of(started).demo.go.click()
    assert started.until_open().session.register.path == path
    assert path.stat().st_ino == made


# --- trouble -------------------------------------------------------------------------------------


def spoil(path: Path, how: str) -> None:
    whole = path.read_bytes()
    spoilt = {
        "truncated": whole[:5000], "empty": b"", "foreign": b"MZ" + whole[2:], "header only": whole[:100],
        "no database": b"A letter to the insurer. " * 40,
    }[how]  # fmt: skip
    path.write_bytes(spoilt)


@pytest.mark.parametrize("how", ["truncated", "empty", "foreign", "header only", "no database"])
def test_that_a_damaged_register_leads_to_its_backups_and_stays_as_it_is(start: Begin, written: Path, how: str) -> None:
    spoil(written, how)
    before = written.read_bytes()
    started = start(str(written))
    sheet = trouble_of(started)
    assert [button.words for button in sheet.buttons] == ["Restore a backup ...", "Try again", "Another register"]
    assert sheet.sentence.text()
    sheet.buttons[0].click()
    restore = restore_of(started)
    started.settle()
    assert restore.rows == []
    assert restore._empty.isVisible()
    assert written.read_bytes() == before


def test_that_pages_that_are_spoilt_inside_lead_there_too(start: Begin, written: Path) -> None:
    content = bytearray(written.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    written.write_bytes(bytes(content))
    started = start(str(written))
    assert trouble_of(started).buttons[0].words == "Restore a backup ..."
    assert written.read_bytes() == bytes(content)


def test_that_a_register_that_was_moved_is_found(start: Begin, written: Path) -> None:
    started = start(str(written.with_name("Moved.register")))
    sheet = trouble_of(started)
    assert [button.words for button in sheet.buttons] == [
        "Restore a backup ...", "Look for the file ...", "Try again", "Another register",
    ]  # fmt: skip
    sheet.buttons[1].click()
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(written))
    dialog.close()
    assert started.until_open().session.register.path == written


def test_that_trying_again_opens_what_came_back(start: Begin, written: Path) -> None:
    away = written.with_suffix(".away")
    written.rename(away)
    started = start(str(written))
    trouble_of(started).buttons[2].click()
    started.settle()
    away.rename(written)
    trouble_of(started).buttons[2].click()
    assert started.until_open().session.register.path == written


def test_that_a_newer_register_is_left_alone(start: Begin, written: Path) -> None:
    with other_program(str(written)) as other:
        other.run("PRAGMA user_version = 99")
    before = written.read_bytes()
    sheet = trouble_of(start(str(written)))
    assert [button.words for button in sheet.buttons] == ["Try again", "Another register"]
    assert written.read_bytes() == before


def test_that_an_older_register_is_backed_up_and_brought_up_to_date(start: Begin, written: Path) -> None:
    """There is no older schema yet, so the register at hand plays one."""
    started = start()
    started.assistant.show_trouble(str(written), SurroundingsFailed("register_older", name=written.name))
    sheet = trouble_of(started)
    assert [button.words for button in sheet.buttons] == ["Back it up and bring it up to date", "Another register"]
    sheet.buttons[0].click()
    window = started.until_open()
    (backup,) = backups_in(written.parent, "Ward")
    with_it = again(backup.path)
    assert len(with_it.register.queries.people()) == len(window.session.names.people)
    assert with_it.breaks() == []
    with_it.register.close()


def test_that_one_sees_how_far_an_upgrade_is(start: Begin, tmp_path: Path) -> None:
    older = Path(shutil.copy(FOLDER / "0.1.0.register", tmp_path / "Older.register"))
    started = start(str(older))
    sheet = trouble_of(started)
    seen: list[tuple[int, int]] = []
    bar = started.assistant.working.bar
    started.assistant._beginning.progressed.connect(lambda done, of: seen.append((bar.value(), bar.maximum())))
    sheet.buttons[0].click()
    assert started.assistant.working.isVisibleTo(started.assistant)
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # the backup: without a known end
    window = started.until_open()
    assert window.session.register.path == older
    assert seen == [(17, 17)]


# --- restoring -----------------------------------------------------------------------------------


def test_that_a_backup_becomes_a_new_register_and_says_first_what_is_lost(start: Begin, written: Path) -> None:
    started = start()
    backed_up(written, started)
    spoil(written, "truncated")
    damaged = written.read_bytes()
    started.assistant._on_open_requested(str(written))
    trouble_of(started).buttons[0].click()
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.sound.text())
    assert sheet.facts._holds.text().startswith("St Brigid: 3 records, as they stood on ")
    assert "would be missing" in sheet.facts.lost.text()
    assert sheet.facts.kept.text() == ""
    target = sheet.facts.file.path()
    assert target is not None
    assert target.parent == written.parent
    assert target != written
    sheet.facts.reason.setText("The disk failed")
    sheet.facts.go.click()
    assert sheet.facts._by_row._missing  # somebody accepts what is lost
    anna = next(code for code, name in people_of(written.parent / "backups") if name == "Anna Berg")
    sheet.facts.by.set_code(anna)
    sheet.facts.go.click()
    window = started.until_open()
    assert window.session.register.queries.entries(window.session.names.settings.register_id)[-1].actor == anna
    assert window.session.register.path == target
    assert written.read_bytes() == damaged
    assert window.session.names.settings.epoch == 2
    assert [message.text for message in started.told][-1].startswith("Done. The journal says which file")
    assert list(window.session.register.verify("full")) == []


def test_that_a_register_that_can_be_read_names_the_records_that_would_be_missing(start: Begin, written: Path) -> None:
    started = start()
    backed_up(written, started)
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.sound.text())
    assert sheet.facts.numbers.text().count("WARD3-") == 2
    assert "2 records are not in it:" in sheet.facts.lost.text()


def test_that_a_backup_with_everything_in_it_loses_nothing(start: Begin, written: Path) -> None:
    started = start()
    folder = written.parent / "backups"
    desk = again(written)
    back_up(desk.register, folder, started.host.services, NOBODY)
    desk.register.close()
    started.settings.change(backup_folders={"any": str(folder)})
    written.unlink()
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.kept.text())
    assert sheet.facts.kept.text() == "As far as this PC knows, nothing would be missing."


def test_that_a_backup_this_pc_knows_nothing_of_says_so(start: Begin, written: Path, tmp_path: Path) -> None:
    started = start()
    desk = again(written)
    stranger = tmp_path / "elsewhere"
    from incident_desk.app import wire

    (tmp_path / "other").mkdir()
    back_up(desk.register, stranger, wire(tmp_path / "other", "en"), NOBODY)
    desk.register.close()
    written.unlink()
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.settle()
    sheet._restoring.look_also_in(stranger)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.lost.text())
    assert sheet.facts.lost.text().startswith("This PC does not know what was written after this backup.")


def test_that_a_backup_that_does_not_hold_is_named(start: Begin, written: Path) -> None:
    started = start()
    backup = backed_up(written, started)
    with other_program(str(backup)) as other:
        assert other.run("UPDATE incident SET title = 'Nothing happened'") > 0
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.unsound.text())
    assert "was changed behind the program's back" in sheet.facts.unsound.text()
    assert "Choose an older backup" in sheet.facts.unsound.text()
    assert sheet.facts.sound.text() == ""
    sheet.facts.by.setCurrentIndex(0)
    sheet.facts.go.click()
    window = started.until_open()
    entry = window.session.register.queries.entries(window.session.names.settings.register_id)[-1]
    assert entry.data["breaks"] == ["state_differs"]  # somebody knew, and it was the only backup


def test_that_a_restore_never_writes_over_a_file(start: Begin, written: Path) -> None:
    started = start()
    backed_up(written, started)
    before = written.read_bytes()
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    sheet.rows[0].click()
    started.until(lambda: sheet.facts.go.isVisible())
    sheet.facts.by.setCurrentIndex(0)
    sheet.facts.file.set_path(written)
    sheet.facts.go.click()
    started.until(lambda: sheet.facts._file_row.wrong)
    assert sheet.facts._file_row.wrong.startswith("Something named Ward.register is there already.")
    assert written.read_bytes() == before
    sheet.facts.file.set_path(None)
    sheet.facts.go.click()
    assert sheet.facts._file_row.wrong == "Choose a place, or write the whole path."


def test_that_files_that_only_look_like_backups_do_no_harm(start: Begin, written: Path) -> None:
    started = start()
    folder = written.parent / "backups"
    folder.mkdir()
    for name in ("Ward-20269999-999999.backup.register", "Ward-.backup.register", "\u202eWard.backup.register"):
        (folder / name).write_bytes(b"x")
    (folder / "Ward-20261101-060000.backup.register").write_bytes(b"not a database at all")
    started.settings.change(backup_folders={"any": str(folder)})
    started.assistant.show_restore(written)
    sheet = restore_of(started)
    started.until(lambda: sheet.rows)
    assert len(sheet.rows) == 1
    sheet.rows[0].click()
    started.until(lambda: started.told)
    assert "is not a register of Incident Desk" in started.told[-1].text


def test_that_settings_know_a_register_by_its_whole_path(
    start: Begin, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written.parent)
    started = start("Ward.register", prepare=lambda settings: settings.change(known_registers=[str(written)]))
    started.until_open()
    assert started.settings.current.known_registers == [str(written)]
    assert SettingsFile(started.host.services.data_dir).current.last_register == str(written)
