"""A register on a disk that the system calls one of another machine: it is told, read if wanted, and never written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain.context import NOBODY
from incident_desk.usecases.back_up import back_up, backups_in
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.look_at_backup import look_at_backup
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.services import Services
from tests.factories import Desk
from tests.faults.disk import OF_NETWORK, OF_THIS_PC, Disk
from tests.faults.figures import note


@pytest.fixture
def services(tmp_path: Path) -> Services:
    folder = tmp_path / "data"
    folder.mkdir()
    return wire(folder, "en")


@pytest.fixture
def drive(tmp_path: Path, can_mount: None) -> Iterator[Path]:
    with Disk(tmp_path / "drive", kind=OF_NETWORK).powered() as folder:
        yield folder


def make(services: Services, path: Path) -> None:
    make_register(services, str(path), "general", organisation="x", site_code="X", zone="UTC").close()


def all_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_that_a_register_on_a_network_drive_is_read_and_never_written(drive: Path, services: Services) -> None:
    before, register = all_in(drive), drive / "a.register"
    with pytest.raises(SurroundingsFailed, match="register_on_network"):
        services.open_register(str(register))
    with pytest.raises(SurroundingsFailed, match="register_on_network"):
        make(services, drive / "sub" / "b.register")
    opened = services.read_register(str(register))
    assert opened.read_only
    assert opened.queries.settings().organisation
    assert list(opened.verify("full")) == []
    opened.close()
    assert all_in(drive) == before
    (drive / "a.register-wal").write_bytes(b"somebody has it open")
    with pytest.raises(SurroundingsFailed, match="network_in_use"):
        services.read_register(str(register))
    note("network drive", "register", tried=4, refused_or_read=4)


def test_that_backups_may_go_to_a_network_drive(drive: Path, services: Services, sqlite_desk: Desk) -> None:
    sqlite_desk.new("containment")
    written = back_up(sqlite_desk.register, drive / "backups", services, NOBODY)
    assert [each.path for each in backups_in(drive / "backups")] == [written]
    assert look_at_backup(services, written, None).incidents == 1


def test_that_the_same_disk_of_this_pc_is_written(tmp_path: Path, can_mount: None, services: Services) -> None:
    """The control: it is the kind that is refused, not the disk."""
    with Disk(tmp_path / "drive", kind=OF_THIS_PC).powered() as folder:
        services.open_register(str(folder / "a.register")).close()
        make(services, folder / "b.register")
    note("controls", "a disk of this PC is written", fired=1)
