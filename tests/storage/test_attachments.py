"""Attached files: inside the register by their SHA-256, in chunks, kept for good."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Item
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import CHUNK, LARGEST, attach, attach_bytes, attach_file, display_name
from tests.factories import Desk, an_id
from tests.storage.other_program import other_program


def files(desk: Desk, incident: str) -> tuple[Item, ...]:
    return desk.record(incident).of("attachments")


def content(desk: Desk, item: Item) -> bytes:
    return b"".join(desk.register.queries.content(bytes.fromhex(item.values["sha256"])))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])
def test_that_a_file_comes_out_byte_by_byte(desk: Desk, tmp_path: Path, size: int) -> None:
    incident = desk.new("containment")
    file = tmp_path / "photo.png"
    file.write_bytes(bytes(n * 7 % 251 for n in range(1009)) * (size // 1009 + 1))
    with file.open("r+b") as opened:
        opened.truncate(size)
    attach_file(desk.submitter, incident, file, uuid7(), note="As found")
    (item,) = files(desk, incident)
    assert item.values == {
        "name": "photo.png", "media_type": "image/png", "size": size, "note": "As found",
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }  # fmt: skip
    assert content(desk, item) == file.read_bytes()
    assert desk.breaks() == []


def test_that_the_same_bytes_are_kept_once(desk: Desk) -> None:
    one, other = desk.new("containment"), desk.new("containment")
    for incident, name in ((one, "a.txt"), (one, "b.txt"), (other, "c.txt")):
        attach_bytes(desk.submitter, incident, b"same", uuid7(), name=name)
    assert [item.values["name"] for item in files(desk, one)] == ["a.txt", "b.txt"]
    with other_program(desk.address) as program:
        assert program.one("SELECT count(*) FROM content WHERE sha256 = ?", hashlib.sha256(b"same").digest()) == 1
    assert desk.breaks() == []


def test_that_a_new_version_keeps_the_old(desk: Desk, tmp_path: Path) -> None:
    incident = desk.new("containment")
    attach_bytes(desk.submitter, incident, b"first", uuid7(), name="plan.txt")
    (first,) = files(desk, incident)
    with pytest.raises(Refused, match="item_unknown"):
        _replace(desk, incident, tmp_path, b"second", an_id(5))
    _replace(desk, incident, tmp_path, b"second", first.id)
    assert [content(desk, item) for item in files(desk, incident)] == [b"first", b"second"]
    assert files(desk, incident)[1].values["replaces"] == first.id


def _replace(desk: Desk, incident: str, folder: Path, new: bytes, old: str) -> None:
    file = folder / "plan.txt"
    file.write_bytes(new)
    attach_file(desk.submitter, incident, file, uuid7(), replaces=old)


def test_that_a_file_taken_off_stays_readable(desk: Desk) -> None:
    incident = desk.new("containment")
    attach_bytes(desk.submitter, incident, b"gone", uuid7(), name="a.txt")
    (item,) = files(desk, incident)
    with pytest.raises(Refused, match="reason_missing"):
        desk.do(incident, c.RemoveItem(item.id))
    desk.do(incident, c.RemoveItem(item.id, "Wrong patient"))
    assert files(desk, incident) == ()
    assert content(desk, item) == b"gone"
    assert desk.breaks() == []


def test_that_a_repeated_attaching_adds_nothing(desk: Desk) -> None:
    incident, op_id = desk.new("containment"), uuid7()
    first = attach_bytes(desk.submitter, incident, b"x", op_id, name="a.txt")
    second = attach_bytes(desk.submitter, incident, b"x", op_id, name="a.txt")
    assert (second.position, second.repeated) == (first.position, True)
    assert len(files(desk, incident)) == 1


def test_that_files_can_be_added_after_sign_off_but_not_to_a_void_record(desk: Desk) -> None:
    incident = desk.new("signed")
    attach_bytes(desk.submitter, incident, b"x", uuid7(), name="a.txt")
    desk.do(incident, c.VoidIncident("x"))
    with pytest.raises(Refused, match="record_closed"):
        attach_bytes(desk.submitter, incident, b"y", uuid7(), name="b.txt")
    assert desk.breaks() == []


def test_that_only_who_may_write_may_attach(desk: Desk) -> None:
    incident = desk.new("containment")
    with pytest.raises(Refused, match="not_allowed"):
        attach_bytes(desk.acting_as("Rosa Reporter").submitter, incident, b"x", uuid7(), name="a.txt")
    with pytest.raises(Refused, match="record_unknown"):
        attach_bytes(desk.submitter, an_id(5), b"x", uuid7(), name="a.txt")


def test_that_a_file_that_changes_while_it_is_read_is_refused(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new("containment")
    digest = hashlib.sha256(b"what it was").digest()
    with pytest.raises(Refused) as caught:
        attach(sqlite_desk.submitter, incident, uuid7(), "a.txt", 11, digest, iter([b"what it is"]))
    assert (caught.value.code, caught.value.field, caught.value.facts) == ("file_unreadable", "file", {"name": "a.txt"})
    assert list(sqlite_desk.register.queries.content(digest)) == []
    assert sqlite_desk.breaks() == []


@pytest.mark.parametrize("name", ["nowhere.txt", "a\x00b", "\udcff.txt"])
def test_that_a_file_that_cannot_be_read_is_refused(sqlite_desk: Desk, tmp_path: Path, name: str) -> None:
    incident = sqlite_desk.new("containment")
    with pytest.raises(Refused) as caught:
        attach_file(sqlite_desk.submitter, incident, tmp_path / name, uuid7())
    assert (caught.value.code, caught.value.field) == ("file_unreadable", "file")
    assert caught.value.facts == {"name": display_name(name)}
    with pytest.raises(Refused, match="file_unreadable"):
        attach_file(sqlite_desk.submitter, incident, tmp_path, uuid7())


def test_that_a_file_beyond_the_limit_is_refused_unread(sqlite_desk: Desk, tmp_path: Path) -> None:
    incident, file = sqlite_desk.new("containment"), tmp_path / "film.mp4"
    with file.open("wb") as opened:
        opened.truncate(3 << 30)  # takes no room on the disk
    with pytest.raises(Refused) as caught:
        attach_file(sqlite_desk.submitter, incident, file, uuid7())
    assert (caught.value.code, caught.value.facts) == (
        "file_too_large", {"name": "film.mp4", "size": 3072, "limit": LARGEST >> 20},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("photo.png", "photo.png"), ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\report.pdf", "report.pdf"),
        ("CON", "_CON"), ("com1.txt", "_com1.txt"), ("LPT9", "_LPT9"), ("console.txt", "console.txt"),
        ("a:ads", "a_ads"), ("a?b*c<d>e|f\"g", "a_b_c_d_e_f_g"), ("\u202egnp.exe", "_gnp.exe"), ("a\x00b", "a_b"),
        ("\ud800.txt", "_.txt"), ("a\nb", "a_b"), ("..", "file"), ("", "file"), (" . ", "file"), ("Zürich 日本.txt", "Zürich 日本.txt"),
        ("x" * 200 + ".png", "x" * 100 + ".png"), ("x" * 200, "x" * 100), ("a." + "y" * 200, "a." + "y" * 15),
        ("trailing.", "trailing"),
    ],
)  # fmt: skip
def test_that_a_files_name_is_safe_to_show_and_to_save(name: str, shown: str) -> None:
    assert display_name(name) == shown
    assert display_name(shown) == shown
