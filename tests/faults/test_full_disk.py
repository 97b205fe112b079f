"""A full or failing disk: told in a sentence, nothing lost, and it goes on once there is room again."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import SqlRegister, create_register, open_register
from incident_desk.support.logs import LogFile
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes, attach_file
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out
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


def test_that_a_large_file_that_cannot_be_put_by_is_told_as_a_full_disk(
    small_disk: Path, sqlite_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits in a file of the system while it is read; the file itself is sound, and is not called unreadable."""
    incident = sqlite_desk.new("containment")
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(12 * MEGABYTE))
    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "tempdir", str(small_disk))
        with pytest.raises(SurroundingsFailed) as caught:
            attach_file(sqlite_desk.submitter, incident, film, uuid7())
    assert (caught.value.code, caught.value.facts) == ("disk_full", {"name": str(small_disk)})
    assert sqlite_desk.record(incident).of("attachments") == ()
    attach_file(sqlite_desk.submitter, incident, film, uuid7())
    assert sqlite_desk.breaks() == []


def test_that_a_paper_that_does_not_fit_leaves_the_old_one(small_disk: Path) -> None:
    target = small_disk / "report.pdf"
    write_out(target, b"%PDF old")
    ballast = fill(small_disk)
    with pytest.raises(SurroundingsFailed) as caught:
        write_out(target, bytes(MEGABYTE))
    assert (caught.value.code, caught.value.facts) == ("file_not_written", {"name": str(target)})
    assert target.read_bytes() == b"%PDF old"
    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", "report.pdf"]
    ballast.unlink()
    write_out(target, bytes(MEGABYTE))
    assert target.stat().st_size == MEGABYTE


def test_that_settings_logs_and_pins_on_a_full_disk_stop_nothing(small_disk: Path, sqlite_desk: Desk) -> None:
    """The command line, with everything it keeps for itself on the full disk: it does its work and says no word of it."""
    sqlite_desk.new("containment")
    fill(small_disk)
    paper = str(Path(sqlite_desk.address).with_name("list.pdf"))
    for words in (["list"], ["verify"], ["report", "list", "--out", paper, "--as", "Anna Berg"]):
        given = ["-r", sqlite_desk.address, "--data-dir", str(small_disk / "data")]
        command = [sys.executable, "-m", "incident_desk", words[0], *given, *words[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        assert (done.returncode, done.stderr) == (0, ""), words


def test_that_a_line_for_which_the_log_has_no_room_is_left_out(
    small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(small_disk)
    log = LogFile(small_disk / "incident-desk.log")
    log.emit(logging.LogRecord("incident_desk", logging.WARNING, "", 0, "word " * 2000, (), None))
    log.close()
    assert capsys.readouterr().err == ""


LIMITED = """
import resource, signal, sys
from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.logs import LogFile
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.faults.test_full_disk import save_until_it_fails, all_there

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
