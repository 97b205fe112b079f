"""Files that people ask for replace neither a register nor what they are made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.domain.errors import Refused
from incident_desk.storage.register import create_register
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out, writing_out


def refused(target: Path, *keep: Path) -> str:
    before = target.read_bytes()
    with pytest.raises(Refused) as refusal:
        write_out(target, b"new", keep)
    assert target.read_bytes() == before
    return refusal.value.code


def test_that_a_file_comes_whole_over_an_old_one(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old")
    write_out(target, b"new")
    assert target.read_bytes() == b"new"
    with pytest.raises(KeyError), writing_out(target) as file:  # it ends half written
        file.write(b"half")
        raise KeyError
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"new", [target])


def test_that_no_register_is_replaced_open_or_not(tmp_path: Path) -> None:
    path, link = tmp_path / "works.register", tmp_path / "list.csv"
    register = create_register(str(path))
    link.symlink_to(path)
    try:
        assert register.queries.people() == []  # now it is open
        for name in ("works.register", "works.register-wal", "works.register-shm", "list.csv"):
            assert refused(tmp_path / name) == "file_is_register", name
    finally:
        register.close()
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith("-wal")] == []
    backup = path.rename(tmp_path / "of last week.csv")
    assert refused(backup) == "file_is_register"


def test_that_what_is_being_read_is_not_replaced_under_any_name(tmp_path: Path) -> None:
    sheet, other = tmp_path / "sheet.csv", tmp_path / "hard.csv"
    sheet.write_bytes(b"Date;What\n")
    other.hardlink_to(sheet)
    assert refused(sheet, sheet) == refused(other, sheet) == "file_being_read"
    write_out(tmp_path / "new.csv", b"new", (sheet, tmp_path / "gone.csv"))


def test_that_a_folder_and_one_that_is_not_there_are_told(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no" / "list.csv"):
        with pytest.raises(SurroundingsFailed) as failed:
            write_out(target, b"new")
        assert failed.value.code == "file_not_written"
