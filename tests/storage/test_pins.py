"""Heads and pins: how far this PC saw a register come, and what it says of one that has not come so far."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.pins import Pin, read_pin, write_pin
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.names import read_names
from incident_desk.usecases.pins import MOST_WAITING, HeadKeeper, look_at_pin, pin_head
from incident_desk.usecases.print_papers import print_record
from incident_desk.usecases.restore import Order, restore
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.verify_register import verify
from incident_desk.usecases.whereabouts import close_register
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, make_register


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return on_pc(tmp_path, "this")


def on_pc(tmp_path: Path, name: str) -> Services:
    data = tmp_path / "data" / name
    data.mkdir(parents=True)
    return wire(data, "en")


@pytest.fixture
def file_desk(tmp_path: Path) -> Iterator[Desk]:
    register = make_register(str(tmp_path / "Ward.register"))
    yield Desk(register, Submitter(register, uuid7, NOBODY), str(register.path))
    register.close()


def pin_of(desk: Desk, services: Services) -> Pin | None:
    return read_pin(services.data_dir, desk.register.queries.settings().register_id)


def codes(desk: Desk, services: Services) -> tuple[list[str], list[str]]:
    seen = look_at_pin(desk.register, services.data_dir)
    return [each.code for each in seen.breaks], [each.code for each in seen.news]


# --- what a pin holds -------------------------------------------------------------------------------


def test_that_a_pin_remembers_head_epoch_and_highest_numbers(own_desk: Desk, services: Services) -> None:
    number = own_desk.record(own_desk.new()).values["number"]
    own_desk.new()
    pin_head(own_desk.register, services.data_dir)
    pin, head = pin_of(own_desk, services), own_desk.register.queries.head()
    assert pin == Pin(head.index, head.hash, 1, "", {("WARD3", int(number.split("-")[1])): 2})
    assert own_desk.register.queries.waiting() == 0
    assert codes(own_desk, services) == ([], [])


def test_that_a_pin_of_before_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "pins.json").write_text(json.dumps({"a": {"index": 3, "hash": "00ff", "epoch": 2}}))
    assert read_pin(tmp_path, "a") == Pin(3, b"\x00\xff", 2)
    contents: list[object] = [{"a": {"index": "x"}}, {"a": 5}, {"a": {"index": 1, "hash": "zz", "epoch": 1}}, []]
    for spoilt in contents:
        (tmp_path / "pins.json").write_text(json.dumps(spoilt))
        assert read_pin(tmp_path, "a") is None
    write_pin(tmp_path, "b", Pin(1, b"x", 1, "", {("A-B", 2026): 7}))
    found = read_pin(tmp_path, "b")
    assert found is not None
    assert found.counters == {("A-B", 2026): 7}


@pytest.mark.expects_log
def test_that_a_pin_that_cannot_be_written_stops_nothing(
    own_desk: Desk, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    (services.data_dir / "pins.json").mkdir()
    own_desk.new()
    close_register(open_register(own_desk.address), services)
    assert "could not be remembered" in caplog.text
    assert own_desk.register.queries.waiting() == 0


# --- when one is taken ------------------------------------------------------------------------------


def verified(desk: Desk, services: Services) -> None:
    assert verify(desk.register, services.data_dir).holds


def closed(desk: Desk, services: Services) -> None:
    close_register(open_register(desk.address), services)


def printed(desk: Desk, services: Services) -> None:
    number = desk.record(desk.new("containment")).values["number"]
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    print_record(services, desk.register, NOBODY, number, wording)


@pytest.mark.parametrize("moment", [verified, closed, printed])
def test_that_a_pin_is_written(own_desk: Desk, services: Services, moment: Callable[[Desk, Services], None]) -> None:
    own_desk.new()
    assert pin_of(own_desk, services) is None
    moment(own_desk, services)
    pin = pin_of(own_desk, services)
    assert pin is not None
    assert pin.index == own_desk.register.queries.head().index > 0
    assert own_desk.register.queries.waiting() == 0


def test_that_a_backup_writes_a_pin(file_desk: Desk, services: Services, tmp_path: Path) -> None:
    file_desk.do(None, c.RecordIncident({"title": "x"}))
    back_up(file_desk.register, tmp_path / "backups", services, NOBODY)
    assert pin_of(file_desk, services) is not None


def test_that_a_head_is_due_after_a_signature_and_before_too_many_wait(own_desk: Desk) -> None:
    own_desk.register.take_head()
    keeper = HeadKeeper(own_desk.register)
    assert not keeper.is_due(["reported", "accepted"])
    assert keeper.is_due(["changed", "signed"])
    assert own_desk.do(own_desk.new("ready"), c.SignOff("author")).entries == ("signed",)
    incident, most = own_desk.new("containment"), 0
    own_desk.register.take_head()
    for _ in range(MOST_WAITING):
        if keeper.is_due(own_desk.do(incident, c.AddNote("x")).entries):
            most = own_desk.register.queries.waiting()
            break
    assert MOST_WAITING // 2 < most < MOST_WAITING


# --- what it notices --------------------------------------------------------------------------------


def test_that_an_old_copy_put_back_is_named_and_never_pinned(file_desk: Desk, services: Services) -> None:
    """A copy of the same epoch, and one of an epoch before."""
    file_desk.register.take_head()
    copy = Path(f"{file_desk.address}.copy.register")
    file_desk.register.copy_to(copy)
    file_desk.do(None, c.RecordIncident({"title": "x"}))
    pin_head(file_desk.register, services.data_dir)
    pinned = pin_of(file_desk, services)
    register = open_register(str(copy))
    old = Desk(register, Submitter(register, uuid7, NOBODY), str(copy))
    assert codes(old, services) == (["older_than_seen"], [])
    pin_head(register, services.data_dir, told=True)
    assert pin_of(file_desk, services) == pinned
    register_id = register.queries.settings().register_id
    write_pin(services.data_dir, register_id, Pin(1, b"x", 3, "an id"))
    assert codes(old, services) == (["epoch_before"], [])
    result = verify(register, services.data_dir)
    assert [(each.code, each.facts) for each in result.breaks] == [("epoch_before", {"epoch": 1, "seen": 3})]
    assert read_pin(services.data_dir, register_id) == Pin(1, b"x", 3, "an id")
    register.close()


def test_that_a_restore_elsewhere_is_told_once(file_desk: Desk, services: Services, tmp_path: Path) -> None:
    other = on_pc(tmp_path, "other")
    backup = back_up(file_desk.register, tmp_path / "backups", other, NOBODY)
    for _ in range(3):
        file_desk.do(None, c.RecordIncident({"title": "x"}))
    pin_head(file_desk.register, services.data_dir)
    pinned = pin_of(file_desk, services)
    restored = restore(other, Order(backup, tmp_path / "Again.register", "x")).register
    pin_head(restored, services.data_dir)
    assert pin_of(file_desk, services) == pinned  # nobody was told yet
    first, second = verify(restored, services.data_dir), verify(restored, services.data_dir)
    assert [each.code for each in first.news] == ["epoch_after"]
    assert (first.news[0].facts["backup"], first.news[0].facts["epoch"]) == (backup.name, 2)
    assert first.news[0].facts["count"] >= 3
    assert (first.holds, second.holds, second.news) == (True, True, ())
    restored.close()


def test_that_two_restores_at_two_places_are_told_apart(file_desk: Desk, services: Services, tmp_path: Path) -> None:
    other = on_pc(tmp_path, "other")
    backup = back_up(file_desk.register, tmp_path / "backups", other, NOBODY)
    restore(services, Order(backup, tmp_path / "Here.register", "x")).register.close()
    there = restore(other, Order(backup, tmp_path / "There.register", "x")).register
    assert [each.code for each in verify(there, services.data_dir).breaks] == ["epoch_other"]
    there.close()
