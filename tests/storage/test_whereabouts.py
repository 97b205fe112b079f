"""A register file knows on which PC it was written last, and a copy of it that comes elsewhere is asked about once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.support.machine import Machine, this_machine
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.services import Services
from incident_desk.usecases.whereabouts import close_register, move_here, must_be_at_home
from tests.factories import Desk


def a_pc(tmp_path: Path, name: str) -> Services:
    folder = tmp_path / name
    folder.mkdir()
    machine = Machine(f"number of {name}", f"installation on {name}", name)
    return replace(wire(folder, "en"), machine=lambda: machine)


@pytest.fixture
def carried(sqlite_desk: Desk, tmp_path: Path) -> Path:
    """A copy of a register that was written on the PC "Ward"."""
    ward = a_pc(tmp_path, "Ward")
    close_register(ward.open_register(sqlite_desk.address), ward)
    copy = tmp_path / "carried.register"
    sqlite_desk.register.copy_to(copy)
    return copy


def test_that_another_pc_is_told_whose_file_it_is_until_somebody_says_that_it_moved(
    carried: Path, tmp_path: Path
) -> None:
    office = a_pc(tmp_path, "Office")
    register = office.open_register(str(carried))
    for _ in range(2):
        with pytest.raises(SurroundingsFailed, match="register_from_elsewhere") as told:
            must_be_at_home(register, office)
        assert told.value.facts == {"name": "carried.register", "other": "Ward"}
    move_here(register, office)
    must_be_at_home(register, office)
    close_register(register, office)
    again = office.open_register(str(carried))
    must_be_at_home(again, office)
    kinds = [each.kind for each in again.queries.entries(again.queries.settings().register_id)]
    assert kinds[-2:] == ["register_settled", "register_moved"]
    assert list(again.verify("full")) == []
    with pytest.raises(SurroundingsFailed, match="register_from_elsewhere"):
        must_be_at_home(again, a_pc(tmp_path, "Third"))
    again.close()


def test_that_the_pc_where_it_was_written_asks_nothing_and_settles_once(sqlite_desk: Desk, tmp_path: Path) -> None:
    ward = a_pc(tmp_path, "Ward")
    for _ in range(3):
        register = ward.open_register(sqlite_desk.address)
        must_be_at_home(register, ward)
        close_register(register, ward)
    entries = sqlite_desk.register.queries.entries(sqlite_desk.register.queries.settings().register_id)
    assert [each.kind for each in entries].count("register_settled") == 1


def test_that_a_program_on_a_stick_is_at_home_on_every_pc(carried: Path, tmp_path: Path) -> None:
    register = a_pc(tmp_path, "Office").open_register(str(carried))
    stick = replace(a_pc(tmp_path, "Stick"), machine=lambda: Machine("number of Office", "installation on Ward", "x"))
    must_be_at_home(register, stick)
    register.close()


def test_that_what_can_only_be_read_asks_nothing(carried: Path, tmp_path: Path) -> None:
    office = a_pc(tmp_path, "Office")
    carried.chmod(0o444)
    register = office.open_register(str(carried))
    if register.read_only:  # an administrator of the system may write all the same
        must_be_at_home(register, office)
        with pytest.raises(SurroundingsFailed, match="register_read_only"):
            move_here(register, office)
    register.close()


@pytest.mark.server
def test_that_a_register_on_a_server_lies_on_no_pc(own_desk: Desk, tmp_path: Path) -> None:
    if own_desk.register.path is not None:
        pytest.skip("a file")
    ward = a_pc(tmp_path, "Ward")
    close_register(ward.open_register(own_desk.address), ward)
    must_be_at_home(own_desk.register, a_pc(tmp_path, "Office"))
    assert own_desk.register.queries.settings().kept_on == {}


def test_that_this_pc_is_the_same_each_time_and_an_installation_keeps_its_number(tmp_path: Path) -> None:
    first, second = this_machine(tmp_path), this_machine(tmp_path)
    assert first == second and len(first.id) == 32
    assert str(uuid.UUID(first.installation)) == (tmp_path / "installation").read_text()
    (tmp_path / "installation").write_text("spoilt")
    third = this_machine(tmp_path)
    assert third.id == first.id and third.installation != first.installation
    folder = tmp_path / "other"
    folder.mkdir()
    assert this_machine(folder).id == first.id
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        if path.exists():
            assert first.id != path.read_text().strip()
