"""A full or failing disk: told in a sentence, nothing lost, and it goes on once there is room again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import SqlRegister, create_register, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Done, Submitter
from tests.factories import Desk, make_register

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"a small disk needs the right to mount one: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def desk_of(register: SqlRegister) -> Desk:
    return Desk(register, Submitter(register, uuid7, NOBODY), str(register.path))


def fill(place: Path, leave: int = 0) -> Path:
    """Somebody else's file that takes all the room but `leave` bytes."""
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(4096, shutil.disk_usage(place).free - leave))
    return ballast


def save_until_it_fails(desk: Desk) -> tuple[list[Done], SurroundingsFailed]:
    saved = []
    for turn in range(5000):
        try:
            report = c.RecordIncident({"title": f"Report {turn}", "what_happened": "word " * 1000})
            saved.append(desk.do(None, report))
        except SurroundingsFailed as failed:
            return saved, failed
    raise AssertionError("the disk never became full")


def all_there(desk: Desk, saved: list[Done]) -> bool:
    return all(
        desk.register.queries.op_result(done.op_id) == done.to_json() and desk.record(done.id).position == done.position
        for done in saved
    )


def test_that_a_full_disk_is_told_and_nothing_acknowledged_is_lost(small_disk: Path) -> None:
    desk = desk_of(make_register(str(small_disk / "a.register")))
    ballast = fill(small_disk, 2 * MEGABYTE)
    saved, failed = save_until_it_fails(desk)
    assert (failed.code, failed.facts) == ("disk_full", {"name": "a.register"})
    assert len(saved) > 5
    assert all_there(desk, saved)
    assert desk.breaks() == []

    ballast.unlink()
    again = desk.do(None, c.RecordIncident({"title": "There is room again"}))
    assert all_there(desk, [*saved, again])
    assert again.number == f"{saved[0].number[:-4]}{len(saved) + 1:04d}"
    assert desk.breaks() == []
    desk.register.close()

    register = open_register(str(small_disk / "a.register"))
    assert all_there(desk_of(register), [*saved, again])
    assert list(register.verify("full")) == []
    register.close()


def test_that_the_same_command_can_be_sent_again_once_there_is_room(small_disk: Path) -> None:
    desk, op_id = desk_of(make_register(str(small_disk / "a.register"))), uuid7()
    ballast = fill(small_disk)
    save_until_it_fails(desk)
    report = c.RecordIncident({"title": "x", "what_happened": "word " * 30_000})
    with pytest.raises(SurroundingsFailed, match="disk_full"):
        desk.do(None, report, op_id=op_id)
    ballast.unlink()
    done = desk.do(None, report, op_id=op_id)
    assert not done.repeated
    assert desk.do(None, report, op_id=op_id).repeated
    desk.register.close()


def test_that_a_file_that_does_not_fit_leaves_nothing_behind(small_disk: Path) -> None:
    desk = desk_of(make_register(str(small_disk / "a.register")))
    incident = desk.do(None, c.RecordIncident({"title": "x"}, accept=True)).id
    with pytest.raises(SurroundingsFailed, match="disk_full"):
        attach_bytes(desk.submitter, incident, os.urandom(6 * MEGABYTE), uuid7(), name="film.mp4")
    assert desk.record(incident).of("attachments") == ()
    attach_bytes(desk.submitter, incident, b"small", uuid7(), name="small.txt")
    assert desk.breaks() == []
    desk.register.close()


def test_that_a_head_waits_for_room(small_disk: Path) -> None:
    desk = desk_of(make_register(str(small_disk / "a.register")))
    ballast = fill(small_disk)
    save_until_it_fails(desk)
    with pytest.raises(SurroundingsFailed, match="disk_full"):
        for _ in range(50):
            desk.register.take_head()
            desk.do(None, c.RecordIncident({"title": "x"}))
    ballast.unlink()
    assert desk.register.take_head().index > 0
    assert desk.breaks() == []
    desk.register.close()


@pytest.mark.parametrize("room", [0, 8_192, 40_000])
def test_that_a_register_that_does_not_fit_is_not_made_by_half(small_disk: Path, room: int) -> None:
    ballast = fill(small_disk, room)
    path = small_disk / "new.register"
    with pytest.raises(SurroundingsFailed) as caught:
        create_register(str(path))
    assert caught.value.code == "disk_full"
    assert [each.name for each in small_disk.iterdir()] == ["ballast"]
    ballast.unlink()
    make_register(str(path)).close()


def test_that_a_copy_that_does_not_fit_is_told(small_disk: Path, sqlite_desk: Desk) -> None:
    for _ in range(20):
        sqlite_desk.new("containment", fields={"what_happened": "word " * 2000})
    fill(small_disk, 100_000)
    with pytest.raises(SurroundingsFailed, match="disk_full"):
        sqlite_desk.register.copy_to(small_disk / "copy.register")
    assert sqlite_desk.breaks() == []


LIMITED = """
import resource, signal, sys
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.storage.test_faults import save_until_it_fails, all_there

register = open_register(sys.argv[1])
desk = Desk(register, Submitter(register, uuid7, NOBODY), sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))
saved, failed = save_until_it_fails(desk)
print(failed.code, len(saved) > 5, all_there(desk, saved), desk.breaks())
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
try:
    more, failed = [desk.do(None, __import__("incident_desk.domain.commands", fromlist=["x"]).RecordIncident({"title": "x"}))], None
except Exception as error:
    more, failed = [], error
print(failed, all_there(desk, [*saved, *more]), desk.breaks(), len(saved) + len(more))
register.close()
"""


def test_that_a_write_the_system_refuses_is_told_and_loses_nothing(sqlite_address: str) -> None:
    """No rights needed: the system lets no file of that process grow beyond a limit."""
    make_register(sqlite_address).close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, sqlite_address], capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stderr == ""
    failing, after = done.stdout.splitlines()
    assert failing in {"disk_failed True True []", "disk_full True True []"}
    assert after.startswith("None True [] ")
    register = open_register(sqlite_address)
    assert register.queries.count(__import__("incident_desk.usecases.rows", fromlist=["x"]).IncidentFilter()) == int(
        after.split()[-1]
    )
    assert list(register.verify("full")) == []
    register.close()
