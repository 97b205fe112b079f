"""Backups: checked before they get their name, rolled without losing the newest, and restored as a new epoch."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage import schema
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import open_register
from incident_desk.support.files import write_whole
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.back_up import (
    KEEP_DAILY,
    KEEP_MONTHLY,
    Backup,
    back_up,
    backup_name,
    backups_in,
    daily,
    to_drop,
)
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.restore import Order, restore
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.upgrade import upgrade
from tests.factories import Desk, make_register
from tests.storage.other_program import other_program

NOW = datetime(2026, 11, 12, 8, 30, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    data = tmp_path / "data"
    data.mkdir()
    return wire(data, "en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A register whose name can be told from that of its neighbour."""
    register = make_register(str(tmp_path / "Ward.register"))
    yield Desk(register, Submitter(register, uuid7, NOBODY), str(register.path))
    register.close()


def report(desk: Desk, title: str) -> str:
    return desk.do(None, c.RecordIncident({"title": title})).number


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- made -------------------------------------------------------------------------------------------


def test_that_a_backup_holds_everything_and_verifies(desk: Desk, services: Services, tmp_path: Path) -> None:
    number = report(desk, "Pump")
    written = back_up(desk.register, tmp_path / "backups", services, NOBODY)
    assert names_in(tmp_path / "backups") == [written.name]
    copy = open_register(str(written))
    assert copy.queries.find_incident(number) is not None
    assert list(copy.verify("full")) == []
    copy.close()
    assert desk.breaks() == []


def test_that_a_backup_that_does_not_hold_gets_no_name(desk: Desk, services: Services, tmp_path: Path) -> None:
    report(desk, "Pump")
    with other_program(desk.address) as program:
        program.run("UPDATE incident SET title = 'Something else'")
    with pytest.raises(SurroundingsFailed, match="backup_not_sound"):
        back_up(desk.register, tmp_path / "backups", services, NOBODY)
    assert names_in(tmp_path / "backups") == []


def test_that_a_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only listens: what the system is asked is asked of the real one."""
    asked: list[str] = []
    replace, fsync = os.replace, os.fsync

    def listen_to_replace(*given: Path) -> None:
        asked.append("named")
        replace(*given)

    def listen_to_fsync(file: int) -> None:
        asked.append("folder" if stat.S_ISDIR(os.fstat(file).st_mode) else f"{os.fstat(file).st_size} bytes")
        fsync(file)

    monkeypatch.setattr(os, "replace", listen_to_replace)
    monkeypatch.setattr(os, "fsync", listen_to_fsync)
    write_whole(tmp_path / "pins.json", b"12 letters..")
    assert asked == ["12 bytes", "named", *(["folder"] if os.name == "posix" else [])]
    assert names_in(tmp_path) == ["pins.json"]


# --- rolled -----------------------------------------------------------------------------------------


def test_that_rolling_keeps_the_newest_of_14_days_and_12_months() -> None:
    times = sorted((NOW - timedelta(hours=9 * n) for n in range(1200)), reverse=True)
    backups = [Backup(Path(backup_name("Ward", at)), at) for at in times]
    dropped = set(to_drop(backups))
    kept = [backup for backup in backups if backup not in dropped]
    assert kept[0] == backups[0]
    days = [max(at for at in times if at.date() == (NOW - timedelta(days=n)).date()) for n in range(KEEP_DAILY)]
    assert [backup.at for backup in kept[:KEEP_DAILY]] == days
    months = sorted({(at.year, at.month) for at in times}, reverse=True)[:KEEP_MONTHLY]
    newest = [max(at for at in times if (at.year, at.month) == month) for month in months]
    assert [backup.at for backup in kept] == sorted({*days, *newest}, reverse=True)


def test_that_the_daily_backup_stays_and_old_ones_of_this_register_go(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    today = datetime.now(UTC)
    of_others = [backup_name("Press", today - timedelta(days=n)) for n in range(60)]
    old = [backup_name("Ward", today - timedelta(days=n)) for n in range(1, 60)]
    for name in (*of_others, *old):
        (folder / name).write_bytes(b"")
    written = daily(desk.register, folder, services, NOBODY)
    left = backups_in(folder, "Ward")
    assert left[0].path == written
    assert KEEP_DAILY <= len(left) <= KEEP_DAILY + 2
    assert {backup.path.name for backup in backups_in(folder, "Press")} == set(of_others)


# --- restored ---------------------------------------------------------------------------------------


def test_that_a_restore_begins_an_epoch_and_gives_no_number_twice(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    report(desk, "Kept")
    backup = back_up(desk.register, tmp_path / "backups", services, NOBODY)
    lost = [report(desk, "Lost"), report(desk, "Lost too")]
    pin_head(desk.register, services.data_dir)
    done = restore(services, Order(backup, tmp_path / "Again.register", "The disk failed", desk.address))
    assert (done.epoch, sorted(done.lost_numbers)) == (2, lost)
    assert done.lost_entries >= len(lost)
    assert done.register.queries.settings().epoch == 2
    again = Desk(done.register, Submitter(done.register, uuid7, NOBODY), "")  # type: ignore[arg-type]  # a real one
    assert report(again, "After").endswith("-0004")
    assert again.breaks() == []
    done.register.close()


# --- brought up to date -----------------------------------------------------------------------------


def test_that_a_register_is_not_brought_up_to_date_before_its_backup_stands(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    """A file stands where the folder of the backups should be."""
    desk.register.close()
    older = shutil.copy(desk.address, tmp_path / "Older.register")
    database = open_database(str(older))
    schema.downgrade(database, "base")
    (tmp_path / "in the way").write_bytes(b"")
    with pytest.raises(SurroundingsFailed, match="backup_failed"):
        upgrade(services, str(older), tmp_path / "in the way")
    with database.reader.connect() as connection:
        assert schema.revision(connection) is None
    database.dispose()


def test_that_a_register_on_a_server_is_left_to_who_looks_after_it(services: Services, tmp_path: Path) -> None:
    """Its address would be read as a folder, and its password as the name of one."""
    folder = tmp_path / "backups"
    with pytest.raises(SurroundingsFailed, match="backup_on_server") as told:
        upgrade(services, "postgresql://anna:secret@server/ward", folder)
    assert "secret" not in str(told.value)
    assert not folder.exists()
