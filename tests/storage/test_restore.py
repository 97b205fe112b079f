"""Restores: a new epoch that says everything, whole or not at all, and no number given twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Entry
from incident_desk.storage.register import open_register
from incident_desk.support.pins import read_pin
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.restore import Order, Restored, restore
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.verify_register import verify
from tests.factories import Desk, make_register, open_desk
from tests.storage.other_program import other_program
from tests.storage.step_kills import victims


@pytest.fixture
def services(tmp_path: Path) -> Services:
    data = tmp_path / "data"
    data.mkdir()
    return wire(data, "en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    place = tmp_path / "regs"
    place.mkdir()
    register = make_register(str(place / "Ward.register"))
    yield desk_of(register)
    register.close()


def desk_of(register: Any) -> Desk:
    return Desk(register, Submitter(register, uuid7, NOBODY), str(register.path))


def report(desk: Desk, title: str) -> str:
    return desk.do(None, c.RecordIncident({"title": title})).number


def backed_up(desk: Desk, services: Services, tmp_path: Path) -> Path:
    return back_up(desk.register, tmp_path / "backups", services, NOBODY)


def begun(register: Any) -> Entry:
    settings = register.queries.settings()
    entry: Entry = register.queries.entries(settings.register_id)[-1]
    assert entry.kind == "epoch_begun"
    return entry


def ended(restored: Restored) -> Restored:
    restored.register.close()
    return restored


# --- what the entry tells ---------------------------------------------------------------------------


def test_that_the_entry_of_a_restore_tells_everything(tmp_path: Path, services: Services) -> None:
    with open_desk(str(tmp_path / "Ward.register")) as desk:
        desk.new()
        backup = backed_up(desk, services, tmp_path)
        own = open_register(str(backup))
        backup_head = own.queries.head()
        own.close()
        lost = [desk.record(desk.new()).values["number"] for _ in range(2)]
        last = desk.register.take_head()
        pin_head(desk.register, services.data_dir)
        anna = desk.person("Anna Berg")
    order = Order(backup, tmp_path / "Again.register", "The disk failed", str(tmp_path / "Ward.register"), "Anna Berg")
    restored = restore(services, order)
    entry, year = begun(restored.register), lost[0].split("-")[1]
    assert entry.actor == anna
    assert entry.data["=epoch"] == [1, 2]
    assert entry.data["=epoch_id"][1] == restored.register.queries.settings().epoch_id != ""
    assert entry.data["backup"] == backup.name
    assert entry.data["backup_head"] == {"index": backup_head.index, "hash": backup_head.hash.hex()}
    known = entry.data["known_head"]
    assert (known["index"], known["hash"], known["epoch"]) == (last.index, last.hash.hex(), 1)
    assert entry.data["lost_numbers"] == list(reversed(lost))
    assert entry.data["counters"] == {f"WARD3-{year}": 3}
    assert entry.data["skipped"] == [[lost[0], lost[1]]]
    assert entry.data["reason"] == "The disk failed"
    assert entry.data["breaks"] == []
    assert list(restored.register.verify("full")) == []
    restored.register.close()


def test_that_somebody_of_the_list_accepts_a_restore(tmp_path: Path, services: Services) -> None:
    with open_desk(str(tmp_path / "Ward.register")) as desk:
        backup = backed_up(desk, services, tmp_path)
    order = Order(backup, tmp_path / "Again.register", "x")
    with pytest.raises(Refused, match="who_are_you"):
        restore(services, order)
    with pytest.raises(Refused, match="person_unknown"):
        restore(services, replace(order, by="Nobody Known"))
    assert not (tmp_path / "Again.register").exists()
    assert list(tmp_path.glob(".*")) == []


# --- epochs -----------------------------------------------------------------------------------------


def test_that_the_same_backup_twice_gives_two_epochs(desk: Desk, services: Services, tmp_path: Path) -> None:
    report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    desk.register.close()
    one = ended(restore(services, Order(backup, tmp_path / "1.register", "x")))
    two = ended(restore(services, Order(backup, tmp_path / "2.register", "x")))
    assert (one.epoch, two.epoch) == (2, 3)


def test_that_the_damaged_file_tells_its_epoch_where_no_pin_does(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    backup = backed_up(desk, services, tmp_path)
    ended(restore(services, Order(backup, tmp_path / "1.register", "x")))
    (services.data_dir / "pins.json").unlink()
    two = ended(restore(services, Order(backup, tmp_path / "2.register", "x", str(tmp_path / "1.register"))))
    assert two.epoch == 3


def test_that_after_a_restore_verify_holds_and_pins_again(desk: Desk, services: Services, tmp_path: Path) -> None:
    backup = backed_up(desk, services, tmp_path)
    for title in ("Lost", "Lost too", "Lost as well"):
        report(desk, title)
    pin_head(desk.register, services.data_dir)
    desk.register.close()
    for name in ("1.register", "2.register"):
        restored = restore(services, Order(backup, tmp_path / name, "x"))
        assert restored.lost_entries > 0
        result = verify(restored.register, services.data_dir)
        assert (result.breaks, result.news) == ((), ())
        report(desk_of(restored.register), "After")
        pin_head(restored.register, services.data_dir)
        settings, head = restored.register.queries.settings(), restored.register.queries.head()
        pin = read_pin(services.data_dir, settings.register_id)
        assert pin is not None
        assert (pin.index, pin.hash, pin.epoch, pin.epoch_id) == (
            head.index, head.hash, restored.epoch, settings.epoch_id,
        )  # fmt: skip
        restored.register.close()


# --- numbers ----------------------------------------------------------------------------------------


def test_that_no_number_is_given_twice_where_only_the_pin_knows_them(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    kept = report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    lost = [report(desk, "Lost"), report(desk, "Lost too")]
    pin_head(desk.register, services.data_dir)
    desk.register.close()
    Path(desk.address).unlink()
    restored = restore(services, Order(backup, tmp_path / "Again.register", "x"))
    assert restored.skipped == ((lost[0], lost[1]),)
    assert report(desk_of(restored.register), "After") == f"{kept[:-4]}0004"
    restored.register.close()


def test_that_no_number_is_given_twice_where_only_the_file_knows_them(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    """Its counter and its records tell it each by itself."""
    kept = report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    report(desk, "Lost")
    desk.register.close()
    damaged = shutil.copy(desk.address, tmp_path / "Damaged.register")
    for spoil in ("DROP TABLE incident", "DELETE FROM counter"):
        shutil.copy(desk.address, damaged)
        with other_program(str(damaged)) as program:
            program.run(spoil)
        target = tmp_path / f"{spoil[:4]}.register"
        restored = restore(services, Order(backup, target, "x", str(damaged)))
        assert report(desk_of(restored.register), "After") == f"{kept[:-4]}0003"
        restored.register.close()
        (services.data_dir / "pins.json").unlink()


def test_that_another_register_says_nothing_of_this_one(desk: Desk, services: Services, tmp_path: Path) -> None:
    report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    other = desk_of(make_register(str(tmp_path / "Other.register")))
    for _ in range(3):
        report(other, "Not ours")
    other.register.close()
    restored = ended(restore(services, Order(backup, tmp_path / "Again.register", "x", other.address)))
    assert (restored.lost_numbers, restored.skipped) == ((), ())


# --- whole or not at all ----------------------------------------------------------------------------


def test_that_a_forged_backup_is_refused_in_words(desk: Desk, services: Services, tmp_path: Path) -> None:
    number = report(desk, "Pump")
    backup = backed_up(desk, services, tmp_path)
    with other_program(str(backup)) as program:
        program.run("UPDATE incident SET title = 'Nothing happened'")
    target = tmp_path / "new" / "Again.register"
    with pytest.raises(SurroundingsFailed, match="backup_does_not_hold") as caught:
        restore(services, Order(backup, target, "x"))
    assert number in str(caught.value.facts["problems_en"])
    assert "am Programm vorbei" in str(caught.value.facts["problems_de"])
    assert list(target.parent.iterdir()) == []
    restored = restore(services, Order(backup, target, "The only one there is", despite=True))
    assert [each.code for each in restored.breaks] == ["state_differs"]
    assert begun(restored.register).data["breaks"] == ["state_differs"]
    restored.register.close()


def test_that_what_stands_in_the_log_beside_a_backup_is_restored(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    """Somebody copied the two files of a register that was open."""
    desk.register.take_head()
    number = report(desk, "Newest")
    backup = tmp_path / "by hand.register"
    for suffix in ("", "-wal"):
        shutil.copy(desk.address + suffix, f"{backup}{suffix}")
    assert Path(f"{backup}-wal").stat().st_size
    restored = restore(services, Order(backup, tmp_path / "Again.register", "x"))
    assert restored.register.queries.find_incident(number) is not None
    restored.register.close()


def test_that_the_old_file_is_kept_where_the_new_one_takes_its_place(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    lost = report(desk, "Lost")
    desk.register.close()
    old = Path(desk.address)
    order = Order(backup, old, "x")
    with pytest.raises(SurroundingsFailed, match="register_exists"):
        restore(services, order)
    content = old.read_bytes()
    restored = ended(restore(services, replace(order, in_place=True)))
    assert restored.register.path == old
    assert restored.lost_numbers == (lost,)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == content
    assert sorted(path.name for path in old.parent.iterdir()) == [restored.kept.name, old.name]


def test_that_a_damaged_file_steps_aside_with_what_stands_beside_it(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    """Nothing of an old log is ever written into the restored file."""
    report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    report(desk, "Lost")
    log = Path(f"{desk.address}-wal").read_bytes()
    desk.register.close()
    old = Path(desk.address)
    spoilt = b"SQLite format 3\x00" + bytes(84) + b"spoilt" * 1000
    old.write_bytes(spoilt)
    Path(f"{old}-wal").write_bytes(log)
    restored = restore(services, Order(backup, old, "x", in_place=True))
    assert restored.kept is not None
    assert restored.kept.read_bytes() == spoilt
    assert restored.kept.with_name(f"{restored.kept.name}-wal").read_bytes() == log
    assert list(restored.register.verify("full")) == []
    restored.register.close()


def test_that_a_register_that_is_open_elsewhere_does_not_step_aside(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    backup = backed_up(desk, services, tmp_path)
    with pytest.raises(SurroundingsFailed, match="register_busy"):
        restore(services, Order(backup, Path(desk.address), "x", in_place=True))
    report(desk, "It goes on")
    assert desk.breaks() == []


def test_that_nothing_is_restored_to_a_server(desk: Desk, services: Services, tmp_path: Path) -> None:
    backup = backed_up(desk, services, tmp_path)
    with pytest.raises(SurroundingsFailed, match="backup_on_server"):
        restore(services, Order(backup, Path("postgresql://somewhere/x"), "x"))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the victim forks")
def test_that_a_kill_leaves_the_old_file_or_the_finished_new_one(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    report(desk, "Kept")
    backup = backed_up(desk, services, tmp_path)
    lost = report(desk, "Lost")
    desk.register.close()
    old, pins = Path(desk.address), (services.data_dir / "pins.json").read_bytes()
    content, seen, step = old.read_bytes(), set(), 1
    with victims("tests.storage.restore_child", backup, old, services.data_dir) as killed_at:
        while killed_at(step):
            seen.add(state_of(old, content, lost))
            clean(old, content)
            (services.data_dir / "pins.json").write_bytes(pins)
            step += EVERY
    assert seen == {"old", "new"}
    assert step > 10 * EVERY
    assert state_of(old, content, lost) == "new"


EVERY = 19  # a prime, so that calls and returns both come up


def state_of(path: Path, old: bytes, lost: str) -> str:
    register = open_register(str(path))
    try:
        assert list(register.verify("full")) == []
        epoch, there = register.queries.settings().epoch, register.queries.find_incident(lost) is not None
    finally:
        register.close()
    if epoch == 1:
        assert there
        return "old"
    assert not there
    kept = [each for each in path.parent.iterdir() if " before " in each.name and not each.name.endswith("-wal")]
    assert [each.read_bytes() for each in kept] == [old]
    return "new"


def clean(path: Path, content: bytes) -> None:
    """As it was, but for what the killed restore left beside it: the next one must cope with that."""
    for each in path.parent.glob("* before *"):
        each.unlink()
    path.unlink()
    path.write_bytes(content)
