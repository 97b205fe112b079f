"""A register that another PC wrote last: asked once what became of it, and each of the three answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from incident_desk.app import wire
from incident_desk.gui.first_start.restore_sheet import RestoreSheet
from incident_desk.gui.first_start.trouble_sheet import TroubleSheet
from incident_desk.support.machine import Machine
from incident_desk.usecases.whereabouts import close_register, move_here, must_be_at_home
from tests.factories import open_desk
from tests.gui.first_start.conftest import Start

Begin = Callable[..., Start]


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    """A register that was written on the PC "Ward" last."""
    path, folder = tmp_path / "Ward.register", tmp_path / "ward"
    folder.mkdir()
    with open_desk(str(path)) as desk:
        desk.new("identification")
    ward = replace(wire(folder, "en"), machine=lambda: Machine("of Ward", "on Ward", "Ward PC"))
    close_register(ward.open_register(str(path)), ward)
    return path


def question(started: Start) -> TroubleSheet:
    started.until(lambda: isinstance(started.assistant.sheet, TroubleSheet))
    sheet = started.assistant.sheet
    assert isinstance(sheet, TroubleSheet)
    assert "was last written on another PC (Ward PC)" in sheet.sentence.text()
    assert [button.words for button in sheet.buttons] == [
        "It was moved here", "Only read it", "Make a new register from it ...", "Another register",
    ]  # fmt: skip
    return sheet


def kinds(started: Start) -> list[str]:
    queries = started.until_open().session.register.queries
    return [each.kind for each in queries.entries(queries.settings().register_id)]


def test_that_one_that_was_moved_is_worked_in_and_asked_about_no_more(start: Begin, carried: Path) -> None:
    started = start(str(carried))
    question(started).buttons[0].click()
    window = started.until_open()
    assert not window.session.register.read_only
    assert kinds(started)[-1] == "register_moved"
    must_be_at_home(window.session.register, started.host.services)
    started.host.close()
    again = start(str(carried))
    again.until_open()


def test_that_a_copy_to_look_at_is_left_as_it_is(start: Begin, carried: Path) -> None:
    before = carried.read_bytes()
    started = start(str(carried))
    question(started).buttons[1].click()
    assert started.until_open().session.register.read_only
    started.host.close()
    assert carried.read_bytes() == before


def test_that_who_reads_it_is_not_asked_again_and_may_think_better_of_it(start: Begin, carried: Path) -> None:
    started = start(str(carried))
    question(started).buttons[1].click()
    started.until_open()
    started.host.close()
    again = start(str(carried))
    window = again.until_open()
    assert window.session.register.read_only
    again.until(lambda: any("last written on Ward PC" in each.text for each in again.told))
    message = next(each for each in again.told if "last written on Ward PC" in each.text)
    assert message.button == "Decide again"
    assert message.action is not None
    message.action()
    question(again).buttons[0].click()
    assert not again.until_open().session.register.read_only
    assert again.host.settings.current.only_read == {}


def test_that_a_third_pc_is_asked_about(start: Begin, carried: Path, tmp_path: Path) -> None:
    started = start(str(carried))
    question(started).buttons[1].click()
    started.until_open()
    started.host.close()
    folder = tmp_path / "lab"
    folder.mkdir()
    lab = replace(wire(folder, "en"), machine=lambda: Machine("of Lab", "on Lab", "Lab PC"))
    register = lab.open_register(str(carried))
    move_here(register, lab)
    close_register(register, lab)
    again = start(str(carried))
    again.until(lambda: isinstance(again.assistant.sheet, TroubleSheet))
    sheet = again.assistant.sheet
    assert isinstance(sheet, TroubleSheet)
    assert "(Lab PC)" in sheet.sentence.text()


def test_that_a_new_register_goes_its_own_way(start: Begin, carried: Path, tmp_path: Path) -> None:
    before = carried.read_bytes()
    started = start(str(carried))
    question(started).buttons[2].click()
    started.until(lambda: isinstance(started.assistant.sheet, RestoreSheet))
    sheet = started.assistant.sheet
    assert isinstance(sheet, RestoreSheet)
    started.until(lambda: len(sheet.rows) == 1)
    sheet.rows[0].click()
    started.until(sheet.facts.go.isVisible)
    started.until(sheet.facts.go.isEnabled)
    assert sheet.facts.go.words == "Make the new register"
    new = sheet.facts.file.path()
    assert new is not None and new.parent == tmp_path and not new.exists()
    QTest.keyClicks(sheet.facts.reason, "a ward of its own")
    sheet.facts.by.setCurrentIndex(1)
    sheet.facts.go.click()
    window = started.until_open()
    assert window.session.register.path == new
    assert kinds(started)[-1] == "epoch_begun"
    assert window.session.names.settings.epoch == 2
    must_be_at_home(window.session.register, started.host.services)
    assert carried.read_bytes() == before
