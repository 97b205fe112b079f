"""A register on a network drive, or in a folder that a program copies elsewhere: told, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from incident_desk.gui.first_start.start_sheet import StartSheet
from incident_desk.gui.first_start.trouble_sheet import TroubleSheet
from incident_desk.gui.messages import Tone
from incident_desk.gui.synchronised_folder import tell_of_synchronised_folder
from incident_desk.storage import engine
from incident_desk.support.settings import SettingsFile
from tests.factories import open_desk
from tests.gui.first_start.conftest import Start

Begin = Callable[..., Start]


def written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_desk(str(path)) as desk:
        desk.new("identification")
    return path


@pytest.fixture
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is taken for one on a network drive; tests/faults has a real one."""
    folder = tmp_path / "network"
    monkeypatch.setattr(engine, "is_on_network", lambda path: path.is_relative_to(folder))
    return folder


def test_that_a_register_on_a_network_drive_opens_to_be_read(
    start: Begin, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(engine, "is_on_network", lambda path: False)
        path = written(network / "Ward.register")
    before = path.read_bytes()
    started = start(str(path))
    started.until(lambda: isinstance(started.assistant.sheet, TroubleSheet))
    sheet = started.assistant.sheet
    assert isinstance(sheet, TroubleSheet)
    assert "lies on a network drive" in sheet.sentence.text()
    assert [button.words for button in sheet.buttons] == ["Only read it", "Another register"]
    sheet.buttons[0].click()
    window = started.until_open()
    assert window.session.register.read_only
    assert window.status_line.text("register").endswith("can only be read here")
    started.host.close()
    assert path.read_bytes() == before


def test_that_no_register_is_made_on_a_network_drive(start: Begin, network: Path) -> None:
    started = start()
    sheet = started.assistant.sheet
    assert isinstance(sheet, StartSheet)
    form = sheet.own
    QTest.keyClicks(form.organisation, "Halden Works")
    form.packs.set_code("general")
    QTest.keyClicks(form.person, "Eva Lindqvist")
    form.file.set_path(network / "Halden.register")
    form.make.click()
    started.settle()
    assert "lies on a network drive" in form._rows["file"].wrong
    assert not network.exists()


def test_that_a_folder_that_is_copied_elsewhere_is_told_once(start: Begin, tmp_path: Path) -> None:
    path = written(tmp_path / "OneDrive - St Brigid" / "Ward.register")
    started = start(str(path))
    started.until_open()

    def told() -> list[Tone]:
        return [each.tone for each in started.told if "OneDrive copies to other places" in each.text]

    started.until(told)
    tell_of_synchronised_folder(SettingsFile(started.host.services.data_dir), started.host._messages, path)
    assert told() == [Tone.WARNING]


def test_that_another_register_where_this_pc_knows_one_is_told_once(start: Begin, tmp_path: Path) -> None:
    path, other = written(tmp_path / "Ward.register"), written(tmp_path / "Other.register")
    first = start(str(path))
    first.until_open()
    first.until(lambda: str(path) in first.settings.current.registers_at)
    first.host.close()
    assert not any("another register" in each.text for each in first.told)
    other.replace(path)
    second = start(str(path))
    second.until_open()
    second.until(lambda: any("another register than the one that was opened here last" in e.text for e in second.told))
    message = next(each for each in second.told if "another register" in each.text)
    assert (message.tone, message.button) == (Tone.TROUBLE, "Another register")
    second.host.close()
    third = start(str(path))
    third.until_open()
    third.settle()
    known = third.settings.current.registers_at[str(path)]
    assert third.until_open().session.names.settings.register_id == known
    assert message.action is not None
